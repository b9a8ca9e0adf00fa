/* SPDX-License-Identifier: MIT */
/* W3C extended logs: columns that the log names itself, and names anew. */
#include "tests/unit/hit_text.h"

#define IIS "date time s-ip cs-method cs-uri-stem cs-uri-query s-port " \
	"cs-username c-ip cs(User-Agent) cs(Referer) sc-status sc-substatus " \
	"sc-win32-status sc-bytes cs-bytes time-taken"
#define IIS_LINE "2025-10-10 06:55:36 198.51.100.1 GET /a b=c 443 - 192.0.2.7 " \
	"Mozilla/5.0+(X;+U) https://example.org/x 200 0 0 1234 214 15"
#define IIS_HIT "1760079336|192.0.2.7||GET|/a?b=c||200|1234|" \
	"https://example.org/x|Mozilla/5.0 (X; U)|15000"
#define CLOUDFRONT "date time x-edge-location sc-bytes c-ip cs-method cs(Host) " \
	"cs-uri-stem sc-status cs(Referer) cs(User-Agent) cs-uri-query " \
	"cs(Cookie) x-edge-result-type x-edge-request-id x-host-header " \
	"cs-protocol cs-bytes time-taken x-forwarded-for ssl-protocol " \
	"ssl-cipher x-edge-response-result-type cs-protocol-version"
#define CLOUDFRONT_LINE(agent, stem) "2025-10-10\t06:55:36\tHAN50-C1\t1234\t" \
	"2001:db8::7\tGET\td111.cloudfront.example\t" stem "\t200\t" \
	"https://example.org/x\t" agent "\tb=c%2520d\t-\tHit\tid==\t" \
	"www.example.org\thttps\t217\t0.015\t203.0.113.9\tTLSv1.3\tAES\tHit\t" \
	"HTTP/2.0"
#define SMALL "date time c-ip sc-status"
#define W(fields) "w3c:date time c-ip sc-status " fields
#define L(values) "2025-10-10 06:55:36 192.0.2.7 200 " values

static void
lines(void)
{
	static const struct line_row rows[] = {
		{ "IIS", "w3c:" IIS, IIS_LINE, IIS_HIT },
		{ "IIS with CRLF", "w3c:" IIS, IIS_LINE "\r", IIS_HIT },
		{ "names in any case", "w3c:DATE TIME C-IP SC-STATUS CS-METHOD",
		    L("GET"), "1760079336|192.0.2.7||GET|||200|0|||-1" },
		{ "CloudFront: columns between tabs", "w3c:" CLOUDFRONT,
		    CLOUDFRONT_LINE("Mozilla/5.0%20(X;%20+U)", "/a"),
		    "1760079336|2001:db8::7|www.example.org|GET|/a?b=c%20d|"
		    "HTTP/2.0|200|1234|https://example.org/x|"
		    "Mozilla/5.0 (X; +U)|15000" },
		{ "CloudFront: an agent escaped twice", "w3c:" CLOUDFRONT,
		    CLOUDFRONT_LINE("Mozilla/5.0%2520(X;%2520U)%2541", "/%25e1"),
		    "1760079336|2001:db8::7|www.example.org|GET|/%e1?b=c%20d|"
		    "HTTP/2.0|200|1234|https://example.org/x|"
		    "Mozilla/5.0 (X; U)A|15000" },
		{ "a column that is empty between tabs",
		    "w3c:" SMALL " cs(Referer) cs-method",
		    "2025-10-10\t06:55:36\t192.0.2.7\t200\t\tGET",
		    "1760079336|192.0.2.7||GET|||200|0|||-1" },
		{ "several blanks between columns", "w3c:" SMALL " cs-method",
		    "2025-10-10   06:55:36 \t 192.0.2.7  200    GET",
		    "1760079336|192.0.2.7||GET|||200|0|||-1" },
		{ "values in quotes", "w3c:date time c-ip sc-status "
		    "cs(User-Agent) cs-method", "\"2025-10-10\" \"06:55:36\" "
		    "\"192.0.2.7\" \"200\" \"Mozilla/5.0 (X+Y)\" \"GET\"",
		    "1760079336|192.0.2.7||GET|||200|0||Mozilla/5.0 (X+Y)|-1" },
		{ "a doubled quote does not end a value",
		    W("cs(User-Agent) cs-method"), L("\"a \"\"b\"\" c\" GET"),
		    "1760079336|192.0.2.7||GET|||200|0||a \"\"b\"\" c|-1" },
		{ "an empty value in quotes", W("cs(User-Agent) cs-method"),
		    L("\"\" GET"), "1760079336|192.0.2.7||GET|||200|0|||-1" },
		{ "a quote that is not closed", W("cs-method cs(User-Agent)"),
		    L("GET \"a b"), "1760079336|192.0.2.7||GET|||200|0||a b|-1" },
		{ "a lone quote", W("cs(User-Agent)"), L("\""),
		    "1760079336|192.0.2.7|||||200|0||\"|-1" },
		{ "a whole URL", W("cs-uri"), L("https://www.example.org/a?b"),
		    "1760079336|192.0.2.7|www.example.org||/a?b||200|0|||-1" },
		{ "a host and a path, a query apart", W("cs-uri cs-uri-query"),
		    L("www.example.org/a b=c"),
		    "1760079336|192.0.2.7|www.example.org||/a?b=c||200|0|||-1" },
		{ "a path for a URL", W("cs-uri"), L("/a"),
		    "1760079336|192.0.2.7|||/a||200|0|||-1" },
		{ "garbage for a URL", W("cs-uri"), L("a<b>"),
		    "1760079336|192.0.2.7|||a<b>||200|0|||-1" },
		{ "a query that begins with its mark", W("cs-uri-stem cs-uri-query"),
		    L("/a ?b"), "1760079336|192.0.2.7|||/a?b||200|0|||-1" },
		{ "a query without a path", W("cs-uri-stem cs-uri-query"),
		    L("- b"), "1760079336|192.0.2.7|||||200|0|||-1" },
		{ "a path with its query already", W("cs-uri-stem cs-uri-query"),
		    L("/a?b c"), "1760079336|192.0.2.7|||/a?b||200|0|||-1" },
		{ "percent signs of a path stay", W("cs-uri-stem"),
		    L("/%2541%e1"), "1760079336|192.0.2.7|||/%2541%e1||200|0|||-1" },
		{ "the Host header before the server's name",
		    W("s-host cs-host"), L("a.example.org www.example.org:8443"),
		    "1760079336|192.0.2.7|www.example.org||||200|0|||-1" },
		{ "a forwarded address is not the client's",
		    W("X-Forwarded-For s-xff"), L("203.0.113.9 203.0.113.8"),
		    "1760079336|192.0.2.7|||||200|0|||-1" },
		{ "the address sent is not the server's",
		    "w3c:date time s-ip c-ip sc-status",
		    "2025-10-10 06:55:36 198.51.100.1 192.0.2.7 200",
		    "1760079336|192.0.2.7|||||200|0|||-1" },
		{ "seconds with a point", W("time-taken"), L("1.500"),
		    "1760079336|192.0.2.7|||||200|0|||1500000" },
		{ "milliseconds by name", W("TimeTakenMS"), L("15"),
		    "1760079336|192.0.2.7|||||200|0|||15000" },
		{ "NetScaler's unit is unknown", W("sc-servicename time-taken"),
		    L("HTTP 1"), "1760079336|192.0.2.7|||||200|0|||-1" },
		{ "fractions of seconds", "w3c:" SMALL,
		    "2025-10-10 06:55:36.363 192.0.2.7 200",
		    "1760079336|192.0.2.7|||||200|0|||-1" },
		{ "local time", "w3c+0700:date-local time-local c-ip sc-status",
		    "2025-10-10 13:55:36 192.0.2.7 200",
		    "1760079336|192.0.2.7|||||200|0|||-1" },
		{ "SHOUTcast", "w3c:c-ip c-dns date time cs-uri-stem c-status "
		    "cs(User-Agent) sc-bytes x-duration", "192.0.2.7 - "
		    "2025-10-10 06:55:36 /live?title=a%20b 200 "
		    "Player%2F10%20X%2F1 65580 1",
		    "1760079336|192.0.2.7|||/live?title=a%20b||200|65580||"
		    "Player/10 X/1|-1" },
		{ "a percent sign that opens no escape", W("cs(User-Agent)"),
		    L("a%20b%zz%2"), "1760079336|192.0.2.7|||||200|0||a b%zz%2|-1" },
		{ "a line that ends early", "w3c:" IIS,
		    "2025-10-10 06:55:36 198.51.100.1 GET /a", "malformed" },
		{ "a line that ends behind its status", "w3c:" SMALL " cs-host",
		    "2025-10-10 06:55:36 192.0.2.7 404",
		    "1760079336|192.0.2.7|||||404|0|||-1" },
		{ "no status", "w3c:" SMALL, "2025-10-10 06:55:36 192.0.2.7 -",
		    "malformed" },
		{ "no address", "w3c:" SMALL, "2025-10-10 06:55:36 - 200",
		    "malformed" },
		{ "a false date", "w3c:" SMALL, "2025-02-30 06:55:36 192.0.2.7 200",
		    "malformed" },
		{ "a date of another form", "w3c:" SMALL,
		    "10/10/2025 06:55:36 192.0.2.7 200", "malformed" },
		{ "fields without a status", "w3c:date time c-ip cs-method",
		    "2025-10-10 06:55:36 192.0.2.7 GET", "malformed" },
		{ "no fields yet", "w3c", IIS_LINE, "malformed" },
		{ "a directive", "w3c", "#Date: 2025-10-10 06:55:36",
		    "directive" },
		{ "a blank line", "w3c", " \r", "blank" },
	};

	try_lines(ROWS(rows));
}

/* Without room values stand as the log has them. */
static void
raw(void)
{
	struct format *f = opened("w3c:" IIS);
	struct buf got = { 0 };

	is_text(line_text(f, IIS_LINE, false, &got), "1760079336|192.0.2.7||GET|"
	    "/a||200|1234|https://example.org/x|Mozilla/5.0+(X;+U)|15000",
	    "without room a query is left out and + stays");
	ok(format_has_directives(f) && format_has_escapes(f),
	    "the format has directives and escapes");
	buf_close(&got);
	format_close(f);
}

static void
directives(void)
{
	static const struct {
		const char *name, *spec, *line, *next; /* NULL: no consequence */
	} rows[] = {
		{ "the first fields", "w3c", "#Fields: " SMALL, "w3c:" SMALL },
		{ "other fields", "w3c:" SMALL, "#Fields: date time c-ip",
		    "w3c:date time c-ip" },
		{ "the same fields", "w3c:" SMALL, "#Fields: " SMALL, NULL },
		{ "the same with other blanks and a CR", "w3c:" SMALL,
		    "#Fields:\t date  time\tc-ip sc-status \r", NULL },
		{ "behind a byte order mark", "w3c", "\xef\xbb\xbf#Fields: " SMALL,
		    "w3c:" SMALL },
		{ "in any case", "w3c:" SMALL, "#FIELDS: " SMALL, NULL },
		{ "a zone is kept", "w3c@Europe/Paris", "#Fields: " SMALL,
		    "w3c@Europe/Paris:" SMALL },
		{ "an offset is kept", "w3c+0700", "#Fields: " SMALL,
		    "w3c+0700:" SMALL },
		{ "another directive", "w3c:" SMALL, "#Date: 2025-10-10", NULL },
		{ "a line", "w3c:" SMALL, IIS_LINE, NULL },
		{ "an empty line", "w3c:" SMALL, "", NULL },
		{ "no fields at all", "w3c:" SMALL, "#Fields:", "w3c" },
		{ "bytes that are no name", "w3c", "#Fields: a\xe2\x80\x8b\033 b",
		    "w3c:a???? b" },
		{ "another format has none", "combined", "#Fields: " SMALL,
		    NULL },
	};
	struct buf big = { 0 };
	struct format *f, *next = NULL;

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct err err = { 0 };

		f = opened(rows[i].spec);
		next = f;
		ok(format_directive(f, guarded(rows[i].line), &next, &err),
		    "directive: %s: is no error", rows[i].name);
		is_text(next != NULL ? format_spec(next) : NULL, rows[i].next,
		    "directive: %s", rows[i].name);
		format_close(next);
		format_close(f);
	}
	buf_puts(&big, "#Fields: date time c-ip sc-status");
	while (big.n < 100000)
		buf_puts(&big, " x-a-field-of-no-use");
	f = opened("w3c:" SMALL);
	ok(format_directive(f, buf_view(&big), &next, NULL) && next != NULL &&
	    strcmp(format_spec(next), "w3c") == 0,
	    "directive: more fields than can be kept give none");
	format_close(next);
	format_close(f);
	buf_close(&big);
}

static void
detected(void)
{
	static const struct detect_row rows[] = {
		{ "IIS", "#Software: Microsoft Internet Information Services\r\n"
		    "#Version: 1.0\r\n#Fields: " IIS "\r\n" IIS_LINE "\r\n",
		    "w3c:" IIS, NULL },
		{ "CloudFront", "#Version: 1.0\n#Fields: " CLOUDFRONT "\n"
		    CLOUDFRONT_LINE("x", "/") "\n", "w3c:" CLOUDFRONT, NULL },
		{ "fields that change: the first ones",
		    "#Fields: " SMALL "\n" L("") "\n#Fields: " IIS "\n"
		    IIS_LINE "\n" IIS_LINE "\n", "w3c:" SMALL, NULL },
		{ "fields, but no line yet", "#Fields: " SMALL "\n", "w3c:" SMALL,
		    NULL },
		{ "no fields, no line", "#Version: 1.0\n", NULL, "no line yet" },
		{ "fields without a status", "#Fields: date time c-ip\n"
		    "2025-10-10 06:55:36 192.0.2.7\n", NULL,
		    "name no status (sc-status)" },
		{ "fields without a date", "#Fields: time c-ip sc-status\n"
		    "06:55:36 192.0.2.7 200\n", NULL, "name no date" },
		{ "a #Fields that strayed into another log",
		    "192.0.2.7 - - [10/Oct/2025:13:55:36 +0700] \"GET / HTTP/1.1\" "
		    "200 1\n#Fields: " SMALL "\n"
		    "192.0.2.7 - - [10/Oct/2025:13:55:36 +0700] \"GET / HTTP/1.1\" "
		    "200 1\n", "common", NULL },
		{ "the same, and a line that fits it",
		    "192.0.2.7 - - [10/Oct/2025:13:55:36 +0700] \"GET / HTTP/1.1\" "
		    "200 1\n192.0.2.7 - - [10/Oct/2025:13:55:36 +0700] \"GET / "
		    "HTTP/1.1\" 200 1\n#Fields: " SMALL "\n" L("") "\n", "common",
		    NULL },
		{ "a #Fields of nothing before the real one", "#Fields: a b\n"
		    "#Fields: " SMALL "\n" L("") "\n", "w3c:" SMALL, NULL },
		{ "a W3C log with lines of another", "#Fields: " SMALL "\n" L("")
		    "\n" L("") "\n"
		    "192.0.2.7 - - [10/Oct/2025:13:55:36 +0700] \"GET / HTTP/1.1\" "
		    "200 1\n", "w3c:" SMALL, NULL },
		{ "lines that do not fit", "#Fields: " SMALL "\na b\nc d\n"
		    L("") "\n", NULL, "of its 3 lines only 1 fit" },
		{ "lines without fields", TWICE(IIS_LINE), NULL, "lost its "
		    "#Fields" },
	};

	try_detection(ROWS(rows));
}

static void
refused(void)
{
	static const struct refused_row rows[] = {
		{ "another name", "w3cx", "is no format" },
		{ "no offset", "w3c+07", "is no format" },
		{ "an offset with a colon", "w3c+07:00", "is no format" },
		{ "an offset and more", "w3c+0700x", "is no format" },
	};

	try_refused(ROWS(rows));
}

static void
explained(void)
{
	static const char sample[] = "#Fields: " SMALL "\n" L("") "\n#Fields: "
	    IIS "\n" IIS_LINE "\n";
	static const struct {
		const char *name, *spec, *want;
	} rows[] = {
		{ "fields are followed", "w3c", "2 of 2 lines (100.0 %)" },
		{ "the log tells its fields itself", "w3c:" SMALL,
		    "\n  format = w3c\n" },
		{ "an offset is the administrator's to tell", "w3c+0700:" SMALL,
		    "\n  format = w3c+0700\n" },
		{ "values are shown without escapes", "w3c:" IIS,
		    "\n  agent     Mozilla/5.0 (X; U)\n" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct format *f = opened(rows[i].spec);
		struct buf out = { 0 };

		format_explain(f, i == 3 ? SPAN(IIS_LINE) : guarded(sample),
		    &out);
		if (!ok(strstr(buf_text(&out), rows[i].want) != NULL,
		    "explained: %s", rows[i].name))
			diag("%s", buf_text(&out));
		buf_close(&out);
		format_close(f);
	}
}

int
main(void)
{
	lines();
	raw();
	directives();
	detected();
	refused();
	explained();
	return done();
}

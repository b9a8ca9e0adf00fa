/* SPDX-License-Identifier: MIT */
/* Lines that are JSON objects. */
#include "common/ini.h"
#include "tests/unit/hit_text.h"

#define CADDY(ts) "{\"level\":\"info\",\"ts\":" ts ",\"logger\":\"http.log.access\"," \
	"\"msg\":\"handled request\",\"request\":{\"remote_ip\":\"198.51.100.1\"," \
	"\"remote_port\":\"4711\",\"client_ip\":\"192.0.2.7\",\"proto\":\"HTTP/2.0\"," \
	"\"method\":\"GET\",\"host\":\"www.example.org:8443\",\"uri\":\"/a?b=c\"," \
	"\"headers\":{\"Accept\":[],\"User-Agent\":[\"Mozilla/5.0 (X)\",\"y\"]," \
	"\"Referer\":[\"https://example.org/x\"]}},\"bytes_read\":0," \
	"\"duration\":0.0153,\"size\":1234,\"status\":200,\"resp_headers\":" \
	"{\"Status\":[\"x\"],\"a\":[[1,{\"status\":7}],2.5e-3,null,true]}}"
#define CADDY_HIT "1760079336|192.0.2.7|www.example.org|GET|/a?b=c|HTTP/2.0|" \
	"200|1234|https://example.org/x|Mozilla/5.0 (X)|15300"
#define TRAEFIK "{\"ClientAddr\":\"192.0.2.7:52458\",\"ClientHost\":\"192.0.2.7\"," \
	"\"DownstreamContentSize\":1234,\"DownstreamStatus\":200,\"Duration\":15300999," \
	"\"OriginStatus\":504,\"RequestAddr\":\"a.example.org\",\"RequestHost\":" \
	"\"www.example.org\",\"RequestMethod\":\"GET\",\"RequestPath\":" \
	"\"/a?b=1\\u0026c=2\",\"RequestProtocol\":\"HTTP/1.1\",\"StartLocal\":" \
	"\"2025-10-10T13:55:36.77+07:00\",\"StartUTC\":" \
	"\"2025-10-10T06:55:36.773360139Z\",\"request_User-Agent\":\"Mozilla/5.0\"}"
#define CLOUDFLARE(at) "{\"ClientIP\":\"2001:db8::7\",\"ClientRequestHost\":" \
	"\"www.example.org\",\"ClientRequestMethod\":\"GET\",\"ClientRequestURI\":" \
	"\"/a?b=c\",\"ClientRequestUserAgent\":\"Mozilla/5.0\"," \
	"\"ClientRequestReferer\":\"\",\"EdgeResponseBytes\":1234," \
	"\"EdgeResponseStatus\":200,\"EdgeStartTimestamp\":" at "}"
#define NGINX "{\"time_local\":\"10/Oct/2025:13:55:36 +0700\",\"remote_addr\":" \
	"\"192.0.2.7\",\"remote_user\":\"\",\"request\":\"GET /a?b=c HTTP/1.1\"," \
	"\"status\": \"200\",\"body_bytes_sent\":\"1234\",\"request_time\":\"0.015\"," \
	"\"http_referer\":\"\",\"http_user_agent\":\"Mozilla/5.0\"}"
#define MAP "json:addr=a,time=t,status=s,target=u,agent=g"
#define L(more) "{\"a\":\"192.0.2.7\",\"t\":1760079336,\"s\":200" more "}"
#define H(target, agent) "1760079336|192.0.2.7|||" target "||200|0||" agent "|-1"
#define T(t) "{\"a\":\"192.0.2.7\",\"t\":" t ",\"s\":200}"

static void
servers(void)
{
	static const struct line_row rows[] = {
		{ "Caddy", "caddy", CADDY("1760079336.8155608"), CADDY_HIT },
		{ "Caddy with another form of time", "caddy",
		    CADDY("\"2025-10-10T13:55:36.815+0700\""), CADDY_HIT },
		{ "Caddy behind a container's name", "caddy",
		    "web-1  | " CADDY("1760079336.8"), CADDY_HIT },
		{ "Caddy's other messages", "caddy",
		    "{\"level\":\"info\",\"ts\":1760079336.8,\"msg\":\"x\"}",
		    "malformed" },
		{ "Traefik", "traefik_json", TRAEFIK, "1760079336|192.0.2.7|"
		    "www.example.org|GET|/a?b=1&c=2|HTTP/1.1|200|1234||"
		    "Mozilla/5.0|15300" },
		{ "Cloudflare", "cloudflare", CLOUDFLARE("1760079336100000000"),
		    "1760079336|2001:db8::7|www.example.org|GET|/a?b=c||200|"
		    "1234||Mozilla/5.0|-1" },
		{ "Cloudflare with another form of time", "cloudflare",
		    CLOUDFLARE("\"2025-10-10T06:55:36Z\""),
		    "1760079336|2001:db8::7|www.example.org|GET|/a?b=c||200|"
		    "1234||Mozilla/5.0|-1" },
		{ "nginx", "nginx_json", NGINX, "1760079336|192.0.2.7||GET|"
		    "/a?b=c|HTTP/1.1|200|1234||Mozilla/5.0|15000" },
		{ "nginx through syslog", "nginx_json",
		    "Oct 10 13:55:36 web nginx: " NGINX, "1760079336|192.0.2.7||"
		    "GET|/a?b=c|HTTP/1.1|200|1234||Mozilla/5.0|15000" },
		{ "nginx: a request in pieces", "nginx_json", "{\"msec\":"
		    "\"1760079336.123\",\"remote_addr\":\"192.0.2.7\",\"host\":"
		    "\"www.example.org\",\"request_method\":\"GET\",\"uri\":"
		    "\"/a\",\"args\":\"b=c\",\"server_protocol\":\"HTTP/2.0\","
		    "\"status\":304}", "1760079336|192.0.2.7|www.example.org|"
		    "GET|/a?b=c|HTTP/2.0|304|0|||-1" },
		{ "a key of several parts", "json:addr=client.ip,"
		    "time=@timestamp,status=http.response.status_code",
		    "{\"@timestamp\":\"2025-10-10T06:55:36.000Z\",\"client\":"
		    "{\"ip\":\"192.0.2.7\",\"port\":1},\"http\":{\"response\":"
		    "{\"body\":{},\"status_code\":200}}}",
		    "1760079336|192.0.2.7|||||200|0|||-1" },
		{ "the same with dots in its keys", "json:addr=client.ip,"
		    "time=@timestamp,status=http.response.status_code",
		    "{\"@timestamp\":\"2025-10-10T06:55:36.000Z\",\"client.ip\":"
		    "\"192.0.2.7\",\"http.response\":{\"status_code\":200}}",
		    "1760079336|192.0.2.7|||||200|0|||-1" },
	};

	try_lines(ROWS(rows));
}

static void
values(void)
{
	static const struct line_row rows[] = {
		{ "only what is needed", MAP, L(""), H("", "") },
		{ "blanks between", MAP, " { \"a\" : \"192.0.2.7\" ,\t\"t\": "
		    "1760079336 , \"s\" : 200 } \r", H("", "") },
		{ "a slash that is escaped", MAP, L(",\"u\":\"\\/a\\/b\""),
		    H("/a/b", "") },
		{ "letters that are escaped", MAP,
		    L(",\"u\":\"/\\u0111\\u1ED3\\u0026\\ud83d\\ude00\""),
		    H("/\xc4\x91\xe1\xbb\x93&\xf0\x9f\x98\x80", "") },
		{ "half of a pair", MAP, L(",\"u\":\"/\\ud83d\\u0041\\ude00\""),
		    H("/\xef\xbf\xbd" "A\xef\xbf\xbd", "") },
		{ "what servers escape stays escaped", MAP,
		    L(",\"g\":\"a\\\"b\\\\c\\td\""), H("", "a\\\"b\\\\c\\td") },
		{ "and what JSON escapes in another way becomes that", MAP,
		    L(",\"g\":\"\\u0022\\u005c\\u0007\\u007f\\u00\\u00zz\""),
		    H("", "\\\"\\\\\\x07\\x7f\\u00\\u00zz") },
		{ "a backslash before an escape", MAP, L(",\"g\":\"\\\\u0041\\/\""),
		    H("", "\\\\u0041/") },
		{ "escapes of another kind in a string", MAP,
		    L(",\"g\":\"\\x41\\\"\""), H("", "\\x41\\\"") },
		{ "null, a dash and nothing are nothing", MAP,
		    L(",\"u\":null,\"g\":\"-\""), H("", "") },
		{ "of a key given twice the first counts", MAP,
		    L(",\"u\":\"/a\",\"u\":\"/b\""), H("/a", "") },
		{ "an array stands for its first element", MAP,
		    L(",\"g\":[\"x\",\"y\"]"), H("", "x") },
		{ "an object is no text", MAP, L(",\"g\":{\"x\":\"y\"}"),
		    H("", "") },
		{ "the path of another object is another path", MAP,
		    L(",\"x\":{\"u\":\"/a\",\"g\":\"y\"}"), H("", "") },
		{ "the first path with a value counts",
		    "json:addr=b|a,time=t,status=s,target=v|u,agent=g|h",
		    L(",\"b\":\"\",\"u\":\"/a\",\"v\":null,\"h\":\"x\""),
		    H("/a", "x") },
		{ "an address with a port", MAP, "{\"a\":\"[2001:db8::7]:443\","
		    "\"t\":1760079336,\"s\":\"200\"}",
		    "1760079336|2001:db8::7|||||200|0|||-1" },
		{ "time: seconds with a fraction", MAP, T("1760079336.999"),
		    H("", "") },
		{ "time: milliseconds", MAP, T("1760079336999"), H("", "") },
		{ "time: microseconds", MAP, T("1760079336999999"), H("", "") },
		{ "time: nanoseconds", MAP, T("\"1760079336999999999\""),
		    H("", "") },
		{ "time: a blank for the T", MAP,
		    T("\"2025-10-10 13:55:36 +0700\""), H("", "") },
		{ "time: no offset", MAP, T("\"2025-10-10T13:55:36\""),
		    "malformed" },
		{ "time: more behind it", MAP, T("\"2025-10-10T13:55:36Z x\""),
		    "malformed" },
		{ "time: 21 digits", MAP, T("176007933699999999999"),
		    "malformed" },
		{ "time: true", MAP, T("true"), "malformed" },
		{ "took: seconds", "json:addr=a,time=t,status=s,took=d",
		    L(",\"d\":2"), "1760079336|192.0.2.7|||||200|0|||2000000" },
		{ "took: milliseconds with a fraction",
		    "json:addr=a,time=t,status=s,took_ms=d", L(",\"d\":\"1.5\""),
		    "1760079336|192.0.2.7|||||200|0|||1500" },
		{ "took: microseconds", "json:addr=a,time=t,status=s,took_us=d",
		    L(",\"d\":15"), "1760079336|192.0.2.7|||||200|0|||15" },
		{ "took: nanoseconds", "json:addr=a,time=t,status=s,took_ns=d",
		    L(",\"d\":1999"), "1760079336|192.0.2.7|||||200|0|||1" },
		{ "took: too long", "json:addr=a,time=t,status=s,took=d",
		    L(",\"d\":99999999999999"),
		    "1760079336|192.0.2.7|||||200|0|||-1" },
		{ "took: a minus", "json:addr=a,time=t,status=s,took=d",
		    L(",\"d\":-1"), "1760079336|192.0.2.7|||||200|0|||-1" },
	};

	try_lines(ROWS(rows));
}

static void
broken(void)
{
	static const struct {
		const char *name, *line;
	} rows[] = {
		{ "no status", "{\"a\":\"192.0.2.7\",\"t\":1760079336}" },
		{ "a status of 0", "{\"a\":\"192.0.2.7\",\"t\":1760079336,\"s\":0}" },
		{ "an address that is none",
		    "{\"a\":\"192.0.2.7\\\"\",\"t\":1760079336,\"s\":200}" },
		{ "cut behind a value", "{\"a\":\"192.0.2.7\",\"t\":1760079336,"
		    "\"s\":200" },
		{ "cut in a string", L(",\"u\":\"/a") },
		{ "cut in an escape", "{\"a\":\"192.0.2.7\",\"t\":1760079336,"
		    "\"s\":200,\"u\":\"/a\\" },
		{ "cut in an array", "{\"a\":\"192.0.2.7\",\"t\":1760079336,"
		    "\"s\":200,\"u\":[" },
		{ "a comma before the end", L(",") },
		{ "a key without a value", L(",\"u\"") },
		{ "a key without quotes", L(",u:1") },
		{ "a word that is none", L(",\"u\":nul") },
		{ "a number that is none", L(",\"u\":1-x") },
		{ "more behind it", L("") " x" },
		{ "two objects", L("") L("") },
		{ "an array that is not closed as one", L(",\"u\":[1}") },
		{ "an array of objects", "[" L("") "]" },
		{ "a string before it", "\"x\" " L("") },
		{ "a word", "null" },
		{ "a lone brace", "{" },
	};
	struct format *f = opened(MAP);
	struct buf got = { 0 }, deep = { 0 };
	struct hit hit;

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		is_text(line_text(f, rows[i].line, true, &got), "malformed",
		    "no hit: %s", rows[i].name);
	for (int n = 30; n <= 100000; n = n == 30 ? 32 : 100000) {
		buf_clear(&deep);
		buf_puts(&deep, "{\"a\":\"192.0.2.7\",\"t\":1760079336,"
		    "\"s\":200,\"x\":");
		for (int i = 0; i < n; i++)
			buf_putc(&deep, '[');
		for (int i = 0; i < n; i++)
			buf_putc(&deep, ']');
		buf_putc(&deep, '}');
		is_int(format_parse(f, buf_view(&deep), &hit), n == 30 ?
		    FORMAT_HIT : FORMAT_MALFORMED, "%d arrays in each other", n);
		if (n == 100000)
			break;
	}
	is_text(line_text(f, L(",\"u\":\"\\/a\\u0026\""), false, &got),
	    H("\\/a\\u0026", ""), "without room escapes stay");
	ok(format_has_escapes(f) && !format_has_directives(f),
	    "the format has escapes, but no directives");
	buf_close(&deep);
	buf_close(&got);
	format_close(f);
}

static void
detected(void)
{
	static const struct detect_row rows[] = {
		{ "Caddy", TWICE(CADDY("1760079336.8")), "caddy", NULL },
		{ "Caddy among its messages", CADDY("1760079336.8")
		    "\n{\"level\":\"info\",\"ts\":1,\"msg\":\"x\"}\n", "caddy",
		    NULL },
		{ "Caddy among more of them than requests", CADDY("1760079336.8")
		    "\n" TWICE("{\"level\":\"info\",\"ts\":1,\"msg\":\"x\"}"), "caddy",
		    NULL },
		{ "Caddy's messages only", TWICE("{\"level\":\"info\",\"ts\":1,"
		    "\"msg\":\"x\"}"), NULL, "0 of 2 lines" },
		{ "Caddy's messages", TWICE("{\"level\":\"info\",\"ts\":1}"),
		    NULL, "0 of 2 lines" },
		{ "Traefik", TWICE(TRAEFIK), "traefik_json", NULL },
		{ "Cloudflare", TWICE(CLOUDFLARE("1760079336100000000")),
		    "cloudflare", NULL },
		{ "nginx", TWICE(NGINX), "nginx_json", NULL },
		{ "a status page", "{\"status\":200,\"ip\":\"192.0.2.7\","
		    "\"time\":\"2025-10-10T06:55:36Z\",\"uptime\":17}\n", NULL,
		    "this is JSON, but no access log that is known" },
		{ "a status page on several lines", "{\n  \"status\": 200,\n"
		    "  \"ip\": \"192.0.2.7\"\n}\n", NULL, "page of JSON" },
		{ "other names", TWICE("{\"peer\":\"192.0.2.7\",\"when\":1,"
		    "\"code\":200}"), NULL, "json:addr=" },
	};

	try_detection(ROWS(rows));
}

static void
refused(void)
{
	static const struct refused_row rows[] = {
		{ "an empty map", "json:", "names no addr" },
		{ "no time", "json:addr=a,status=s", "names no time" },
		{ "no status", "json:addr=a,time=t", "names no status" },
		{ "another field", "json:addr=a,time=t,status=s,size=b",
		    "\"size\"" },
		{ "no path", "json:addr=,time=t,status=s", "has no path" },
		{ "no equals sign", "json:addr,time=t,status=s", "has no path" },
		{ "an empty path between others", "json:addr=a||b,time=t,status=s",
		    "has no path" },
		{ "a dot first", "json:addr=.a,time=t,status=s", "has no path" },
		{ "a path given twice", "json:addr=a,time=t,status=s,agent=u,"
		    "target=u", "stands there twice" },
		{ "an offset", "caddy+0700", "is no format" },
		{ "a zone", "caddy@Europe/Paris", "is no format" },
	};
	struct buf many = { 0 };
	struct format *f = NULL;

	try_refused(ROWS(rows));
	buf_puts(&many, "json:addr=a,time=t,status=s");
	for (int i = 0; i < 61; i++)
		buf_printf(&many, ",agent=x%d", i);
	ok(format_open(buf_view(&many), &f, NULL), "64 paths can be kept");
	format_close(f);
	buf_puts(&many, ",target=u");
	ok(!format_open(buf_view(&many), &(struct format *){ NULL }, NULL),
	    "refused: 65 paths");
	buf_close(&many);
}

/* What explain gives for the configuration is read as it was meant. */
static void
configured(void)
{
	static const char *const specs[] = { "caddy", MAP,
		"json:addr=a b,time=t;x,status=s#" };

	for (size_t i = 0; i < sizeof(specs) / sizeof(*specs); i++) {
		struct format *f = opened(specs[i]);
		struct buf out = { 0 };
		struct ini ini = { 0 };
		const char *line;

		buf_puts(&out, "[site \"a\"]\n");
		format_explain(f, (struct span){ 0 }, &out);
		line = strstr(buf_text(&out), "  format = ");
		if (ok(line != NULL && ini_read_text(span_of(line), "test",
		    &ini, NULL) && ini.n == 1, "configured: %s is one entry",
		    specs[i]))
			is_text(ini.entry[0].value, specs[i],
			    "configured: and stays as it is");
		ini_close(&ini);
		buf_close(&out);
		format_close(f);
	}
}

int
main(void)
{
	configured();
	servers();
	values();
	broken();
	detected();
	refused();
	return done();
}

/* SPDX-License-Identifier: MIT */
/* What formats tell of X-Forwarded-For, when they are asked to. */
#include "tests/unit/hit_text.h"

#define COMMON "192.0.2.1 - - [01/Oct/2026:10:00:00 +0700] \"GET / HTTP/1.1\" 200 5"
#define COMBINED COMMON " \"-\" \"Mozilla/5.0\""
#define APACHE "%h %l %u %t \"%r\" %>s %b"
#define NGINX "$remote_addr - $remote_user [$time_local] \"$request\" $status " \
	"$body_bytes_sent"
#define W3C "w3c:date time c-ip sc-status "
#define CELLS "2026-10-01 03:00:00 192.0.2.1 200 "
#define MAP "json:addr=a,time=t,status=s"
#define OBJECT "{\"a\":\"192.0.2.1\",\"t\":\"2026-10-01T10:00:00+07:00\",\"s\":200"

static const struct {
	const char *name, *spec, *line;
	const char *want; /* NULL: the format has none */
} rows[] = {
	{ "Apache's header", APACHE " \"%{X-Forwarded-For}i\"",
	    COMMON " \"203.0.113.1, 203.0.113.2\"", "203.0.113.1, 203.0.113.2" },
	{ "in whatever case", APACHE " \"%{x-forwarded-FOR}i\"",
	    COMMON " \"203.0.113.1\"", "203.0.113.1" },
	{ "without quotes, at the end", APACHE " %{X-Forwarded-For}i",
	    COMMON " 203.0.113.1, 203.0.113.2", "203.0.113.1, 203.0.113.2" },
	{ "in front of all", "%{X-Forwarded-For}i " APACHE,
	    "203.0.113.1 " COMMON, "203.0.113.1" },
	{ "a dash is none", APACHE " \"%{X-Forwarded-For}i\"", COMMON " \"-\"",
	    "" },
	{ "what the client escapes stays", APACHE " \"%{X-Forwarded-For}i\"",
	    COMMON " \"a\\\" b\"", "a\\\" b" },
	{ "a line that ends before it", APACHE " \"%{X-Forwarded-For}i\"",
	    COMMON, "" },
	{ "another header", APACHE " \"%{X-Real-IP}i\"",
	    COMMON " \"203.0.113.1\"", NULL },
	{ "a header of the answer", APACHE " \"%{X-Forwarded-For}o\"",
	    COMMON " \"203.0.113.1\"", NULL },
	{ "one that touches its neighbour cannot be read",
	    APACHE " \"%{X-Forwarded-For}i%{x}n\"", COMMON " \"203.0.113.1a\"",
	    NULL },
	{ "nginx's variable", NGINX " \"$http_x_forwarded_for\"",
	    COMMON " \"203.0.113.1\"", "203.0.113.1" },
	{ "the one with the peer", NGINX " \"$proxy_add_x_forwarded_for\"",
	    COMMON " \"203.0.113.1, 192.0.2.1\"", "203.0.113.1, 192.0.2.1" },
	{ "of both the client's own", NGINX " \"$proxy_add_x_forwarded_for\" "
	    "\"$http_x_forwarded_for\"", COMMON " \"a, b\" \"a\"", "a" },
	{ "a preset without it", "combined", COMBINED, NULL },
	{ "a W3C column", W3C "X-Forwarded-For", CELLS "203.0.113.1",
	    "203.0.113.1" },
	{ "of two the header", W3C "X-Forwarded-For cs(X-Forwarded-For)",
	    CELLS "203.0.113.1 203.0.113.2", "203.0.113.2" },
	{ "its blanks as IIS writes them", W3C "x-forwarded-for",
	    CELLS "203.0.113.1,+203.0.113.2", "203.0.113.1, 203.0.113.2" },
	{ "and as CloudFront does", W3C "x-forwarded-for",
	    CELLS "203.0.113.1,%20203.0.113.2", "203.0.113.1, 203.0.113.2" },
	{ "a W3C log without it", W3C "s-xff", CELLS "203.0.113.1", NULL },
	{ "a member of JSON", MAP ",forwarded=x.y",
	    OBJECT ",\"x\":{\"y\":\"203.0.113.1\"}}", "203.0.113.1" },
	{ "an array's first value", MAP ",forwarded=x",
	    OBJECT ",\"x\":[\"203.0.113.1\"]}", "203.0.113.1" },
	{ "a member that is not there", MAP ",forwarded=x", OBJECT "}", "" },
	{ "a map without it", MAP, OBJECT "}", NULL },
};

static bool
right(size_t row, struct format *f)
{
	struct span s = guarded(rows[row].line);
	struct hit hit = { .forwarded = SPAN("stale") };
	char room[1024];
	bool has = format_want_forwarded(f);

	if (has != (rows[row].want != NULL) ||
	    format_parse_plain(f, s, room, &hit) != FORMAT_HIT ||
	    !span_eq(hit.addr, SPAN("192.0.2.1")) || hit.status != 200)
		return false;
	if (span_eq(hit.forwarded, span_of(rows[row].want)))
		return true;
	diag("%.*s", (int)hit.forwarded.n, hit.forwarded.p);
	return false;
}

/* Asked or not, the rest of the line is the same. */
static void
test_same(const char *spec, const char *line)
{
	struct format *plain = opened(spec), *asked = opened(spec);
	struct buf a = { 0 }, b = { 0 };
	struct hit hit = { .forwarded = SPAN("stale") };

	format_want_forwarded(asked);
	line_text(plain, line, true, &a);
	line_text(asked, line, true, &b);
	ok(format_wants_quotes(plain) && format_wants_quotes(asked) &&
	    strcmp(buf_text(&a), buf_text(&b)) == 0,
	    "the fast path gives the same: %.30s", spec);
	ok(format_parse(plain, guarded(line), &hit) == FORMAT_HIT &&
	    hit.forwarded.n == 0, "but for the list, which is empty then");
	ok(format_parse(asked, guarded(line), &hit) == FORMAT_HIT &&
	    span_eq(hit.forwarded, SPAN("203.0.113.1")),
	    "and is there when it was asked for");
	buf_close(&a);
	buf_close(&b);
	format_close(plain);
	format_close(asked);
}

int
main(void)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct format *f = opened(rows[i].spec);

		ok(f != NULL && right(i, f), "%s", rows[i].name);
		format_close(f);
	}
	test_same(APACHE " \"%{Referer}i\" \"%{User-Agent}i\" "
	    "\"%{X-Forwarded-For}i\"", COMBINED " \"203.0.113.1\"");
	test_same(NGINX " \"$http_referer\" \"$http_user_agent\" "
	    "\"$http_x_forwarded_for\"", COMBINED " \"203.0.113.1\"");
	return done();
}

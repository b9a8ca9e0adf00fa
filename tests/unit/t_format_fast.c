/* SPDX-License-Identifier: MIT */
/* A worker reads lines by their quotes, by a memo and, where a format begins as usual
 * ones do, by the shortest way; format_parse has none of these.  Both must give the
 * same, whatever the line. */
#include "ingest/clf.h"
#include "tests/unit/hit_text.h"
#include "tests/unit/mutate.h"

#include "common/mem.h"

enum { ROOM = 4096, ROUNDS = 20000 };

#define NGINX "$remote_addr - $remote_user [$time_local] \"$request\" " \
	"$status $body_bytes_sent \"$http_referer\" \"$http_user_agent\""
#define APACHE "%h %l %u %t \"%r\" %>s %b \"%{Referer}i\" \"%{User-Agent}i\""
#define LINE "192.0.2.7 - - [10/Oct/2025:13:55:36 +0700] \"GET /a?b=c HTTP/1.1\"" \
	" 200 1234 \"https://example.org/x\" \"Mozilla/5.0 (X11)\""

static const struct {
	const char *spec, *line;
} rows[] = {
	{ NGINX " \"$http_x_forwarded_for\"", LINE " \"192.0.2.9, 192.0.2.8\"" },
	{ NGINX " \"$http_x_forwarded_for\" $request_time $scheme",
	    LINE " \"-\" 0.015 https" },
	{ NGINX " $request_time $upstream_response_time $host $ssl_protocol",
	    LINE " 0.015 0.012 www.example.org TLSv1.3" },
	{ NGINX " rt=$request_time uct=\"$upstream_connect_time\" host=$host:"
	    "$server_port", LINE " rt=0.015 uct=\"0.1\" host=[2001:db8::1]:443" },
	{ NGINX " [$msec] \"$server_name\"",
	    LINE " [1760079336.123] \"www.example.org\"" },
	{ APACHE " %D", LINE " 1234" },
	{ APACHE " \"%{X-Forwarded-For}i\" %p %T", LINE " \"-\" 443 1" },
	{ APACHE " %v:%p %{SSL_PROTOCOL}x", LINE " www.example.org:443 -" },
	{ APACHE "%D", LINE "1234" },
	{ "combined_vhost", LINE " www.example.org" },
	{ "%v:%p " APACHE " %{ms}T", "www.example.org:443 " LINE " 15" },
	{ "%v " APACHE, "www.example.org " LINE },
	{ "%h %l %u %t \"%r\" %>s %b %D", "192.0.2.7 - a [10/Oct/2025:13:55:36 "
	    "+0700] \"GET https://example.org/ HTTP/1.1\" 200 1234 99" },
	{ "%h %l %u [%{%Y-%m-%dT%H:%M:%S%z}t] \"%r\" %>s %b \"%{Referer}i\"",
	    "192.0.2.7 - - [2025-10-10T13:55:36+07:00] \"GET / HTTP/1.1\" 200 5 "
	    "\"-\"" },
	{ "alb", "https 2025-10-10T06:55:36.127531Z app/web/5 192.0.2.7:2817 "
	    "198.51.100.1:80 0.001 0.102 0.000 200 200 225 1234 \"GET "
	    "https://www.example.org:443/a HTTP/1.1\" \"Mozilla/5.0\" - -" },
	{ "s3", "79a59df900b949e5 www.example.org [10/Oct/2025:06:55:36 +0000] "
	    "192.0.2.7 - 3E57 WEBSITE.GET.OBJECT a.html \"GET /a.html HTTP/1.1\" "
	    "200 - 1234 5000 15 9 \"-\" \"Mozilla/5.0\" - id SigV4 ECDHE" },
	{ "haproxy_syslog+0700", "Oct 10 06:55:36 lb1 haproxy[6801]: "
	    "192.0.2.7:55008 [10/Oct/2025:06:55:36.584] web~ app/one 0/0/1/71/72 "
	    "200 1234 - - ---- 5/4/0/1/0 0/0 \"GET /a HTTP/1.1\"" },
	{ "squid", "1760079336.779    180 192.0.2.7 TCP_MISS/200 1234 GET "
	    "http://www.example.org/a - HIER_DIRECT/198.51.100.1 text/html" },
	{ "envoy", "[2025-10-10T06:55:36.310Z] \"GET /a HTTP/2\" 200 - 0 1234 226 "
	    "100 \"192.0.2.7\" \"Mozilla/5.0\" \"cc\" \"www.example.org\" \"x\"" },
	{ "traefik", LINE " 17 \"web@docker\" \"http://198.51.100.1:80\" 12ms" },
	{ "w3c:date time cs-method cs-uri-stem cs-uri-query s-port c-ip "
	    "cs(User-Agent) sc-status sc-bytes time-taken", "2025-10-10 06:55:36 "
	    "GET /a b=c 443 192.0.2.7 Mozilla/5.0+(X) 200 1234 15" },
	{ "w3c:date time c-ip cs-uri cs(Referer) cs(User-Agent) sc-status",
	    "2025-10-10\t06:55:36.1\t192.0.2.7\thttps://example.org/a%2520b\t"
	    "\"x \"\"y\"\tMozilla%2520x\t200" },
	{ "caddy", "{\"ts\":1760079336.8,\"request\":{\"remote_ip\":\"192.0.2.7\","
	    "\"proto\":\"HTTP/2.0\",\"method\":\"GET\",\"host\":\"www.example.org"
	    "\",\"uri\":\"/a\\u0026\",\"headers\":{\"User-Agent\":[\"M \\\"x\\\"\"]},"
	    "\"tls\":{\"version\":772}},\"duration\":0.01,\"status\":200}" },
	{ "nginx_json", "{\"time_iso8601\":\"2025-10-10T13:55:36+07:00\","
	    "\"remote_addr\":\"192.0.2.7\",\"request\":\"GET /a HTTP/1.1\","
	    "\"status\":\"200\",\"https\":\"on\",\"http_user_agent\":\"M+x\"}" },
};

struct twin {
	struct scan *scan[SCAN__LEVELS]; /* NULL: not on this machine */
	struct clf_memo memo;
	uint64_t hits, wrong;
};

/* Texts of their own, in rooms of their own, may be the same, too. */
static bool
alike(const struct hit *a, const struct hit *b, bool escapes)
{
	struct buf one = { 0 }, two = { 0 };
	bool same;

	if (!escapes)
		return same_hit(a, b) && same_span(a->forwarded, b->forwarded);
	hit_text(a, &one);
	hit_text(b, &two);
	same = span_eq(buf_view(&one), buf_view(&two)) &&
	    a->scheme == b->scheme && span_eq(a->forwarded, b->forwarded);
	buf_close(&one);
	buf_close(&two);
	return same;
}

/* A newline stands behind the line. */
static void
compare(struct twin *t, const struct format *f, struct span line)
{
	char plain_room[ROOM], room[ROOM];
	struct hit want, got;
	enum format_line is = format_parse_plain(f, line, plain_room, &want);

	t->hits += is == FORMAT_HIT;
	for (int i = 0; i < SCAN__LEVELS; i++) {
		struct scan_line l;

		if (t->scan[i] == NULL)
			continue;
		scan_begin(t->scan[i], (struct span){ line.p, line.n + 1 },
		    true);
		if (scan_next(t->scan[i], &l) &&
		    format_parse_scanned(f, &l, room, &t->memo, &got) == is &&
		    (is != FORMAT_HIT || alike(&want, &got,
		    format_has_escapes(f))))
			continue;
		if (t->wrong++ < 5)
			diag("%.*s", (int)line.n, line.p);
	}
}

static void
many_lines(struct twin *t, const struct format *f, const char *good, char *room)
{
	for (int i = 0; i < ROUNDS; i++) {
		char line[ROOM / 2];
		size_t n = strlen(good);

		memcpy(line, good, n);
		for (uint64_t k = next(4); k > 0; k--)
			n = mutate(line, n);
		for (size_t k = 0; k < n; k++)
			line[k] = line[k] == '\n' ? ' ' : line[k];
		memcpy(room + ROOM - n - 1, line, n);
		compare(t, f, (struct span){ room + ROOM - n - 1, n });
	}
}

int
main(void)
{
	static const char zeros[ROOM];
	char *room = (char *)(uintptr_t)tap_guarded(zeros, ROOM);
	struct twin t = { .hits = 0 };

	room[ROOM - 1] = '\n';
	for (int i = 0; i < SCAN__LEVELS; i++) {
		struct scanner s;

		if (!scan_level((enum scan_level)i, &s))
			continue;
		t.scan[i] = mem_new(sizeof(*t.scan[i]));
		t.scan[i]->scanner = s;
	}
	for (size_t i = 0; i < 2 * sizeof(rows) / sizeof(*rows); i++) {
		struct format *f = opened(rows[i / 2].spec);

		t.hits = t.wrong = 0;
		if (f == NULL || (i % 2 > 0 && !format_want_forwarded(f))) {
			ok(f != NULL, "%s", rows[i / 2].spec);
			format_close(f);
			continue;
		}
		many_lines(&t, f, rows[i / 2].line, room);
		is_int((long long)t.wrong, 0, "both agree%s: %s", i % 2 > 0 ?
		    ", proxies too" : "", rows[i / 2].spec);
		ok(t.hits > ROUNDS / 4, "many are hits");
		format_close(f);
	}
	for (int i = 0; i < SCAN__LEVELS; i++)
		mem_free(t.scan[i]);
	return done();
}

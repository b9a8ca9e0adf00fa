/* SPDX-License-Identifier: MIT */
/* Lines that somebody made to hurt: each is a hit or has a class, and soon. */
#include <time.h>

#include "ingest/clf.h"
#include "tests/unit/hit_text.h"

#include "common/mem.h"

enum { LARGE = 10 * 1024 * 1024, FIELDS = 100000 };

#define CLF(time, status, bytes) "192.0.2.7 - - [" time "] \"GET / HTTP/1.1\" " \
	status " " bytes
#define CLF_HIT(at, bytes) at "|192.0.2.7||GET|/|HTTP/1.1|200|" bytes "|||-1"
#define W3C "w3c:date time c-ip sc-status sc-bytes time-taken"
#define W3C_HIT(at, bytes, took) at "|192.0.2.7|||||200|" bytes "|||" took
#define MAP "json:addr=a,time=t,status=s,bytes=b,took=d"
#define JSON(t, s, more) "{\"a\":\"192.0.2.7\",\"t\":" t ",\"s\":" s more "}"
#define HUGE "18446744073709551616"

static const struct line_row rows[] = {
	/* times */
	{ "the first second", "common", CLF("01/Jan/1970:00:00:00 +0000", "200",
	    "1"), CLF_HIT("0", "1") },
	{ "a second before it", "common", CLF("01/Jan/1970:00:00:00 +0001",
	    "200", "1"), "malformed" },
	{ "behind 32 bits", "common", CLF("19/Jan/2038:03:14:08 +0000", "200",
	    "1"), CLF_HIT("2147483648", "1") },
	{ "the last second", "common", CLF("31/Dec/9999:23:59:59 +0000", "200",
	    "1"), CLF_HIT("253402300799", "1") },
	{ "a second behind it", "common", CLF("31/Dec/9999:23:59:59 -0001",
	    "200", "1"), "malformed" },
	{ "a year before it", "common", CLF("31/Dec/1969:23:59:59 +0000", "200",
	    "1"), "malformed" },
	{ "year 0", "common", CLF("01/Jan/0000:00:00:00 +0000", "200", "1"),
	    "malformed" },
	{ "a leap second", "common", CLF("31/Dec/2016:23:59:60 +0000", "200",
	    "1"), CLF_HIT("1483228799", "1") },
	{ "second 61", "common", CLF("31/Dec/2016:23:59:61 +0000", "200", "1"),
	    "malformed" },
	{ "29 February of no leap year", "common",
	    CLF("29/Feb/2100:00:00:00 +0000", "200", "1"), "malformed" },
	{ "an offset of days", "common", CLF("01/Jan/2025:00:00:00 +9900",
	    "200", "1"), "malformed" },
	{ "W3C: the first second", W3C, "1970-01-01 00:00:00 192.0.2.7 200 1 1",
	    W3C_HIT("0", "1", "1000") },
	{ "W3C: behind 32 bits", W3C, "2038-01-19 03:14:08 192.0.2.7 200 1 1",
	    W3C_HIT("2147483648", "1", "1000") },
	{ "W3C: the last second", W3C, "9999-12-31 23:59:59 192.0.2.7 200 1 1",
	    W3C_HIT("253402300799", "1", "1000") },
	{ "W3C: a leap second", W3C, "2016-12-31 23:59:60 192.0.2.7 200 1 1",
	    W3C_HIT("1483228799", "1", "1000") },
	{ "W3C: no time of day", W3C, "2016-12-31 24:00:00 192.0.2.7 200 1 1",
	    "malformed" },
	{ "W3C: local time before 1970", "w3c+0700:date time c-ip sc-status",
	    "1970-01-01 00:00:00 192.0.2.7 200", "malformed" },
	{ "JSON: the first second", MAP, JSON("0", "200", ""),
	    W3C_HIT("0", "0", "-1") },
	{ "JSON: behind 32 bits", MAP, JSON("\"2038-01-19T03:14:08Z\"", "200",
	    ""), W3C_HIT("2147483648", "0", "-1") },
	{ "JSON: the last second", MAP, JSON("\"9999-12-31T23:59:59.999Z\"",
	    "200", ""), W3C_HIT("253402300799", "0", "-1") },
	{ "JSON: a leap second", MAP, JSON("\"2016-12-31 23:59:60+0000\"",
	    "200", ""), W3C_HIT("1483228799", "0", "-1") },
	{ "JSON: a time with an exponent", MAP, JSON("1e300", "200", ""),
	    "malformed" },
	{ "JSON: a time of ns", MAP, JSON("1760079336000000000", "200", ""),
	    W3C_HIT("1760079336", "0", "-1") },
	{ "JSON: more than 64 bits", MAP, JSON(HUGE, "200", ""), "malformed" },
	{ "JSON: a time below zero", MAP, JSON("-1", "200", ""), "malformed" },
	{ "Squid: more than 64 bits", "squid", HUGE ".1 1 192.0.2.7 T/200 1 GET "
	    "http://e.example/ - - -", "malformed" },
	/* numbers */
	{ "bytes of more than 64 bits", "common",
	    CLF("10/Oct/2025:13:55:36 +0700", "200", HUGE),
	    CLF_HIT("1760079336", "0") },
	{ "bytes just below", "common", CLF("10/Oct/2025:13:55:36 +0700", "200",
	    "18446744073709551615"), CLF_HIT("1760079336", "0") },
	{ "bytes below zero", "common", CLF("10/Oct/2025:13:55:36 +0700", "200",
	    "-5"), CLF_HIT("1760079336", "0") },
	{ "a status of more than 64 bits", "common",
	    CLF("10/Oct/2025:13:55:36 +0700", HUGE, "1"), "malformed" },
	{ "a status below 100", "common", CLF("10/Oct/2025:13:55:36 +0700",
	    "099", "1"), "malformed" },
	{ "a status above 599", "common", CLF("10/Oct/2025:13:55:36 +0700",
	    "600", "1"), "malformed" },
	{ "W3C: numbers of more than 64 bits", W3C,
	    "1970-01-01 00:00:00 192.0.2.7 200 " HUGE " " HUGE,
	    W3C_HIT("0", "0", "-1") },
	{ "JSON: numbers of more than 64 bits", MAP, JSON("0", "200",
	    ",\"b\":" HUGE ",\"d\":" HUGE), W3C_HIT("0", "0", "-1") },
	{ "JSON: a time served with 20 digits behind its point", MAP, JSON("0",
	    "200", ",\"d\":0.00000000000000000001"), W3C_HIT("0", "0", "0") },
	{ "JSON: a time served below zero", MAP, JSON("0", "200", ",\"d\":-5"),
	    W3C_HIT("0", "0", "-1") },
	{ "JSON: a status that is a string of letters", MAP, JSON("0",
	    "\"OK\"", ""), "malformed" },
	{ "JSON: a status with a fraction", MAP, JSON("0", "200.5", ""),
	    "malformed" },
	{ "JSON: a + in an agent stays", "json:addr=a,time=t,status=s,agent=g",
	    JSON("0", "200", ",\"g\":\"C++ a+b%20c\\/\""),
	    "0|192.0.2.7|||||200|0||C++ a+b%20c/|-1" },
};

/* A NUL ends nothing: it is a byte like others. */
static void
nuls(void)
{
	static const char line[] = "192.0.2.7 - a\0b [10/Oct/2025:13:55:36 +0700] "
	    "\"GET /\0a HTTP/1.1\" 200 1 \"-\" \"x\0y\"";
	static const char bad[] = "192.0.2.\0 - - [10/Oct/2025:13:55:36 +0700] "
	    "\"GET / HTTP/1.1\" 200 1 \"-\" \"x\"";
	struct format *f = opened("combined");
	struct hit hit;

	ok(format_parse(f, (struct span){ tap_guarded(line, sizeof(line) - 1),
	    sizeof(line) - 1 }, &hit) == FORMAT_HIT && hit.target.n == 3 &&
	    hit.agent.n == 3, "NULs in a name, a target and an agent");
	ok(format_parse(f, (struct span){ tap_guarded(bad, sizeof(bad) - 1),
	    sizeof(bad) - 1 }, &hit) == FORMAT_MALFORMED,
	    "a NUL in an address");
	format_close(f);
}

/* --- large lines --- */

static const char *const specs[] = {
	"combined", "vhost_combined", "common", "combined_vhost", "alb", "s3",
	"haproxy_syslog", "squid", "envoy", "traefik", "caddy", "nginx_json",
	"w3c:date time c-ip cs-uri-stem cs-uri-query cs(User-Agent) sc-status",
	"%v %h %u %{%F %T %z}t \"%r\" %>s %D",
	"$remote_addr [$time_iso8601] $upstream_addr $request_time $status"
};

static const char *const begins[] = {
	"", "192.0.2.7 - - [10/Oct/2025:13:55:36 +0700] \"GET /", "192.0.2.7 ",
	"{", "{\"a\":\"", "2025-10-10 06:55:36 192.0.2.7 /a ",
	"2025-10-10\t06:55:36\t192.0.2.7\t\"",
	"192.0.2.7 [2025-10-10T06:55:36Z] "
};

static const char *const fillings[] = { " ", "\"", "[", " [", "\\", "\\\"",
	"{\"a\":", "[", "\"a\":1,", "%2520", "+", "a ", "a, ", " : ", "\t", "\"\"",
	"] \"", " [10/Oct/2025:13:55:36 +0700", "\\u0041", "0", ".", ":", "a@",
	"-" };

static void
fill(char *p, size_t n, const char *begin, const char *filling)
{
	size_t at = strlen(begin), some = strlen(filling);

	memcpy(p, begin, at);
	for (; at < n; at++)
		p[at] = filling[at % some];
}

/* Twice as long must not take four times as long; a limit per byte tells. */
static void
large(void)
{
	enum { N = 256 * 1024 };
	char *line = mem_new(N + 1), *room = mem_new(N + 1);
	struct clf_memo memo = { 0 };
	clock_t from = clock();
	uint64_t wrong = 0, n = 0;

	for (size_t i = 0; i < sizeof(specs) / sizeof(*specs); i++) {
		struct format *f = opened(specs[i]);

		for (size_t k = 0; k < sizeof(begins) / sizeof(*begins) *
		    (sizeof(fillings) / sizeof(*fillings)); k++, n++) {
			struct hit hit;
			size_t some = sizeof(fillings) / sizeof(*fillings);
			struct scan_line l = { .text = { line, N } };

			fill(line, N, begins[k / some], fillings[k % some]);
			wrong += format_parse_plain(f, l.text, room, &hit) !=
			    format_parse_scanned(f, &l, room, &memo, &hit);
		}
		format_close(f);
	}
	is_int((long long)wrong, 0, "%llu large lines are told alike",
	    (unsigned long long)n);
	/* Half a second for each MB, which sanitizers do not need either. */
	ok((double)(clock() - from) / CLOCKS_PER_SEC <
	    (double)n * N * 2 / 1e6 * 0.5, "in time that grows with them");
	mem_free(room);
	mem_free(line);
}

static void
very_large(void)
{
	char *line = mem_new(LARGE), *room = mem_new(LARGE);
	struct format *f = opened("combined");
	struct hit hit;
	struct buf fields = { 0 };

	fill(line, LARGE, "192.0.2.7 - - [10/Oct/2025:13:55:36 +0700] \"GET / "
	    "HTTP/1.1\" 200 1 \"-\" \"", "x");
	ok(format_parse(f, (struct span){ line, LARGE }, &hit) == FORMAT_HIT &&
	    hit.agent.n > LARGE - 100, "an agent of 10 MB");
	fill(line, LARGE, "192.0.2.7 - - ", " [");
	ok(format_parse(f, (struct span){ line, LARGE }, &hit) ==
	    FORMAT_MALFORMED, "10 MB of brackets");
	format_close(f);
	f = opened("w3c:date time c-ip cs(User-Agent) sc-status");
	fill(line, LARGE, "2025-10-10 06:55:36 192.0.2.7 \"", "\"\"");
	ok(format_parse_plain(f, (struct span){ line, LARGE }, room, &hit) ==
	    FORMAT_MALFORMED, "10 MB of quotes");
	for (int i = 0; i < FIELDS; i++)
		buf_printf(&fields, "%d ", i);
	ok(format_parse_plain(f, buf_view(&fields), room, &hit) ==
	    FORMAT_MALFORMED, "100,000 columns");
	format_close(f);
	f = opened("nginx_json");
	buf_clear(&fields);
	buf_putc(&fields, '{');
	for (int i = 0; i < FIELDS; i++)
		buf_printf(&fields, "\"%d\":%d,", i, i);
	buf_puts(&fields, "\"ip\":\"192.0.2.7\",\"time\":0,\"status\":200}");
	ok(format_parse_plain(f, buf_view(&fields), room, &hit) == FORMAT_HIT,
	    "100,000 keys before those that count");
	fill(line, LARGE, "", "{\"a\":");
	ok(format_parse_plain(f, (struct span){ line, LARGE }, room, &hit) ==
	    FORMAT_MALFORMED, "millions of objects in each other");
	format_close(f);
	buf_close(&fields);
	mem_free(room);
	mem_free(line);
}

int
main(void)
{
	try_lines(ROWS(rows));
	nuls();
	large();
	very_large();
	return done();
}

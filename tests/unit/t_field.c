/* SPDX-License-Identifier: MIT */
#include "tests/tap.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "ingest/field.h"
#include "ingest/instant.h"
#include "ingest/when.h"

static struct span
guarded(const char *text)
{
	return (struct span){ tap_guarded(text, strlen(text)), strlen(text) };
}

static const char *
text_of(struct span s)
{
	static char text[4][600];
	static unsigned turn;
	char *out = text[turn++ % 4];

	snprintf(out, sizeof(text[0]), "%.*s", (int)s.n, s.n > 0 ? s.p : "");
	return out;
}

#define LONG_255 \
	"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa." \
	"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb." \
	"ccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc." \
	"ddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd"

static void
addresses(void)
{
	static const struct {
		const char *name, *in;
		const char *plain;  /* field_address; NULL: refused */
		const char *port;   /* field_address_port */
		const char *host;   /* field_host */
	} rows[] = {
		{ "an IPv4 address is one", "192.0.2.7", "192.0.2.7",
		    "192.0.2.7", "192.0.2.7" },
		{ "its port is taken off", "192.0.2.7:40112", "192.0.2.7",
		    "192.0.2.7", "192.0.2.7" },
		{ "an IPv6 address keeps its last group",
		    "2001:db8::1", "2001:db8::1", "2001:db8:", "2001:db8::1" },
		{ "an IPv6 address in brackets loses them", "[2001:db8::1]",
		    "2001:db8::1", "2001:db8::1", "2001:db8::1" },
		{ "and its port", "[2001:db8::1]:443",
		    "2001:db8::1", "2001:db8::1", "2001:db8::1" },
		{ "a bracket not closed is refused", "[2001:db8::1",
		    NULL, NULL, "" },
		{ "text behind a bracket is refused", "[2001:db8::1]x",
		    NULL, NULL, "" },
		{ "a port of six digits behind a bracket is refused",
		    "[2001:db8::1]:123456", NULL, NULL, "" },
		{ "brackets are for IPv6 only", "[192.0.2.7]", NULL, NULL, "" },
		{ "empty brackets are refused", "[]", NULL, NULL, "" },
		{ "a zone is kept", "fe80::1%eth0", "fe80::1%eth0",
		    "fe80::1%eth0", "fe80::1%eth0" },
		{ "a host name is an address", "client-7.example.org",
		    "client-7.example.org", "client-7.example.org",
		    "client-7.example.org" },
		{ "an underscore is let through", "_gateway", "_gateway",
		    "_gateway", "_gateway" },
		{ "a client's name has no port", "www.example.org:443",
		    NULL, "www.example.org", "www.example.org" },
		{ "a local socket of nginx stands as it is", "unix:",
		    "unix:", "unix", "unix" },
		{ "one colon alone is nothing", ":", NULL, NULL, "" },
		{ "a dash is none", "-", NULL, NULL, "" },
		{ "a dash does not begin one", "-a", NULL, NULL, "" },
		{ "a dot does not begin one", ".a", NULL, NULL, "" },
		{ "nothing is none", "", NULL, NULL, "" },
		{ "a blank is in none", "a b", NULL, NULL, "" },
		{ "an escape is in none", "a\\x22", NULL, NULL, "" },
		{ "a byte beyond ASCII is in none", "a\xc3\xa9", NULL, NULL, "" },
		{ "a slash is in none", "a/b", NULL, NULL, "" },
		{ "a port must be digits", "192.0.2.7:http", NULL,
		    "192.0.2.7:http", "192.0.2.7:http" },
		{ "255 bytes are a name", LONG_255, LONG_255, LONG_255,
		    LONG_255 },
		{ "256 bytes are none", LONG_255 "e", NULL, NULL, "" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct span in = guarded(rows[i].in), out = { 0 };
		bool got = field_address(in, &out);

		is_text(got ? text_of(out) : NULL, rows[i].plain,
		    "address: %s", rows[i].name);
		got = field_address_port(in, &out);
		is_text(got ? text_of(out) : NULL, rows[i].port,
		    "address with a port: %s", rows[i].name);
		is_text(text_of(field_host(in)), rows[i].host, "host: %s",
		    rows[i].name);
	}
	is_text(text_of(field_host_port(guarded("www.example.org:8080"))),
	    "www.example.org", "a host with a port loses it");
	is_text(text_of(field_host_port(guarded("2001:db8::1:443"))),
	    "2001:db8::1", "so does IPv6 where a port must follow");
	is_text(text_of(field_host_port(guarded("[2001:db8::1]:443"))),
	    "2001:db8::1", "and IPv6 in brackets");
}

static void
numbers(void)
{
	static const struct {
		const char *name, *in;
		int status;    /* -1: refused */
		int64_t bytes; /* likewise */
	} rows[] = {
		{ "100 is the least status", "100", 100, 100 },
		{ "599 is the greatest status", "599", 599, 599 },
		{ "099 is no status", "099", -1, 99 },
		{ "600 is no status", "600", -1, 600 },
		{ "two digits are no status", "20", -1, 20 },
		{ "four digits are no status", "2000", -1, 2000 },
		{ "a sign is no digit", "+20", -1, -1 },
		{ "a minus is no digit", "-20", -1, -1 },
		{ "a blank is no digit", "20 ", -1, -1 },
		{ "a dash is no bytes, which are 0", "-", -1, 0 },
		{ "nothing is no number", "", -1, -1 },
		{ "hexadecimal is none", "0x1", -1, -1 },
		{ "a colon is above nine", "2:0", -1, -1 },
		{ "a slash is below nought", "2/0", -1, -1 },
		{ "leading noughts are let through", "0012", -1, 12 },
		{ "2^50 bytes are the most", "1125899906842624", -1,
		    INT64_C(1125899906842624) },
		{ "one more is damage", "1125899906842625", -1, -1 },
		{ "2^64 does not wrap", "18446744073709551616", -1, -1 },
		{ "2^64 + 200 does not wrap", "18446744073709551816", -1, -1 },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct span in = guarded(rows[i].in);
		uint16_t status = 7;
		uint64_t bytes = 7;
		bool is = field_status(in, &status);

		is_int(is ? status : -1, rows[i].status, "status: %s",
		    rows[i].name);
		ok(is || status == 7, "status is untouched: %s", rows[i].name);
		is = field_bytes(in, &bytes);
		is_int(is ? (int64_t)bytes : -1, rows[i].bytes, "bytes: %s",
		    rows[i].name);
		ok(is || bytes == 7, "bytes are untouched: %s", rows[i].name);
	}
}

static void
times_served(void)
{
	static const struct {
		const char *name, *in;
		enum field_unit unit;
		int64_t us;
	} rows[] = {
		{ "microseconds", "1500", FIELD_UNIT_US, 1500 },
		{ "milliseconds", "1500", FIELD_UNIT_MS, 1500000 },
		{ "seconds", "2", FIELD_UNIT_S, 2000000 },
		{ "seconds have no point", "2.0", FIELD_UNIT_S, -1 },
		{ "nginx: seconds and milliseconds", "0.123",
		    FIELD_UNIT_S_DECIMAL, 123000 },
		{ "nginx: many seconds", "61.007", FIELD_UNIT_S_DECIMAL,
		    61007000 },
		{ "nine decimals are cut to microseconds", "0.123456789",
		    FIELD_UNIT_S_DECIMAL, 123456 },
		{ "ten are too many", "0.1234567891", FIELD_UNIT_S_DECIMAL, -1 },
		{ "nginx: the point is needed", "3", FIELD_UNIT_S_DECIMAL, -1 },
		{ "and digits behind it", "3.", FIELD_UNIT_S_DECIMAL, -1 },
		{ "and before it", ".5", FIELD_UNIT_S_DECIMAL, -1 },
		{ "two points are none", "1.2.3", FIELD_UNIT_S_DECIMAL, -1 },
		{ "a dash is unknown", "-", FIELD_UNIT_US, -1 },
		{ "nothing is unknown", "", FIELD_UNIT_US, -1 },
		{ "35 years are too long", "1125899907", FIELD_UNIT_S, -1 },
		{ "2^64 does not wrap", "18446744073709551616", FIELD_UNIT_US,
		    -1 },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		int64_t us = -1;

		ok(field_took(guarded(rows[i].in), rows[i].unit, &us) ==
		    (rows[i].us >= 0), "took: %s", rows[i].name);
		is_int(us, rows[i].us, "took, its value: %s", rows[i].name);
	}
}

static void
requests(void)
{
	static const struct {
		const char *name, *in, *method, *target, *protocol;
	} rows[] = {
		{ "the usual one", "GET /a?b=c HTTP/1.1", "GET", "/a?b=c",
		    "HTTP/1.1" },
		{ "HTTP/2", "POST /x HTTP/2.0", "POST", "/x", "HTTP/2.0" },
		{ "HTTP/2 as some write it", "GET /x HTTP/2", "GET", "/x",
		    "HTTP/2" },
		{ "blanks in the path belong to it", "GET /a b c HTTP/1.1",
		    "GET", "/a b c", "HTTP/1.1" },
		{ "HTTP/0.9 has no protocol", "GET /a", "GET", "/a", "" },
		{ "no path at all", "GET HTTP/1.1", "GET", "", "HTTP/1.1" },
		{ "two blanks for a path", "GET  HTTP/1.1", "GET", "",
		    "HTTP/1.1" },
		{ "an escaped newline is no part of the protocol",
		    "GET / HTTP/1.1\\n", "GET", "/", "HTTP/1.1" },
		{ "a path without a slash, with a protocol", "PUT a/b HTTP/1.0",
		    "PUT", "a/b", "HTTP/1.0" },
		{ "an absolute target", "GET http://example.org/ HTTP/1.1",
		    "GET", "http://example.org/", "HTTP/1.1" },
		{ "an authority", "CONNECT example.org:443 HTTP/1.1",
		    "CONNECT", "example.org:443", "HTTP/1.1" },
		{ "an asterisk", "OPTIONS * HTTP/1.0", "OPTIONS", "*",
		    "HTTP/1.0" },
		{ "a dash in a method", "M-SEARCH * HTTP/1.1", "M-SEARCH", "*",
		    "HTTP/1.1" },
		{ "another protocol", "OPTIONS / RTSP/1.0", "OPTIONS", "/",
		    "RTSP/1.0" },
		{ "escapes stay", "GET /\\x22 HTTP/1.1", "GET", "/\\x22",
		    "HTTP/1.1" },
		{ "a dash is nothing", "-", "", "", "" },
		{ "nothing is nothing", "", "", "", "" },
		{ "a blank is nothing", " ", "", "", "" },
		{ "TLS to a plain port is nothing", "\\x16\\x03\\x01", "", "",
		    "" },
		{ "a word is nothing", "HELP", "", "", "" },
		{ "FTP is nothing", "USER anonymous", "", "", "" },
		{ "JSON is nothing", "{\\\"id\\\": 1}", "", "", "" },
		{ "a path alone is told", "/index.html", "", "/index.html", "" },
		{ "a method in lower case is none; the path is told",
		    "get /a HTTP/1.1", "", "/a", "HTTP/1.1" },
		{ "a method of digits likewise", "27 /a HTTP/1.1", "", "/a",
		    "HTTP/1.1" },
		{ "a word in the place of both", "27;wget$ HTTP/1.0", "", "",
		    "HTTP/1.0" },
		{ "a method of 33 letters is none",
		    "ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFG /a HTTP/1.1", "", "/a",
		    "HTTP/1.1" },
		{ "HTTP without a version is no protocol", "GET /a HTTP/",
		    "GET", "/a HTTP/", "" },
		{ "text behind the version is no protocol", "GET /a HTTP/1.1x",
		    "GET", "/a HTTP/1.1x", "" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct hit hit;

		memset(&hit, 0x5a, sizeof(hit));
		field_request(guarded(rows[i].in), &hit);
		is_text(text_of(hit.method), rows[i].method, "method: %s",
		    rows[i].name);
		is_text(text_of(hit.target), rows[i].target, "target: %s",
		    rows[i].name);
		is_text(text_of(hit.protocol), rows[i].protocol,
		    "protocol: %s", rows[i].name);
	}
}

static void
clf_times(void)
{
	static const struct {
		const char *name, *in;
		int64_t at_s; /* -1: refused */
	} rows[] = {
		{ "an offset east", "10/Oct/2025:13:55:36 +0700", 1760079336 },
		{ "an offset west", "10/Oct/2025:13:55:36 -0330", 1760117136 },
		{ "UTC", "01/Jan/1970:00:00:00 +0000", 0 },
		{ "what follows is not its own",
		    "01/Jan/1970:00:00:01 +0000] \"GET", 1 },
		{ "the last second", "31/Dec/9999:23:59:59 +0000",
		    INT64_C(253402300799) },
		{ "west of it is another year", "31/Dec/9999:23:59:59 -0001",
		    -1 },
		{ "east of the first is before it",
		    "01/Jan/1970:00:00:00 +0001", -1 },
		{ "by a second only", "01/Jan/1970:00:00:59 +0001", -1 },
		{ "1969 is too early", "31/Dec/1969:23:59:59 -0100", -1 },
		{ "second 60 counts as 59", "31/Dec/2016:23:59:60 +0000",
		    1483228799 },
		{ "second 61 is none", "31/Dec/2016:23:59:61 +0000", -1 },
		{ "minute 60 is none", "31/Dec/2016:23:60:00 +0000", -1 },
		{ "hour 24 is none", "31/Dec/2016:24:00:00 +0000", -1 },
		{ "29 February of a leap year", "29/Feb/2024:00:00:00 +0000",
		    1709164800 },
		{ "29 February of another", "29/Feb/2025:00:00:00 +0000", -1 },
		{ "29 February 2000", "29/Feb/2000:00:00:00 +0000", 951782400 },
		{ "29 February 2100", "29/Feb/2100:00:00:00 +0000", -1 },
		{ "day 0", "00/Jan/2025:00:00:00 +0000", -1 },
		{ "31 April", "31/Apr/2025:00:00:00 +0000", -1 },
		{ "a month of another language", "10/Okt/2025:13:55:36 +0700",
		    -1 },
		{ "a month in lower case", "10/oct/2025:13:55:36 +0700", -1 },
		{ "no offset", "10/Oct/2025:13:55:36", -1 },
		{ "an offset cut short", "10/Oct/2025:13:55:36 +070", -1 },
		{ "an offset without a sign", "10/Oct/2025:13:55:36 00700", -1 },
		{ "an offset of 16 hours", "10/Oct/2025:13:55:36 +1600", -1 },
		{ "an offset of 60 minutes", "10/Oct/2025:13:55:36 +0660", -1 },
		{ "a blank for a digit", " 1/Oct/2025:13:55:36 +0700", -1 },
		{ "a byte beyond nine", "1:/Oct/2025:13:55:36 +0700", -1 },
		{ "a sign for a digit", "10/Oct/+025:13:55:36 +0700", -1 },
		{ "another separator", "10-Oct-2025:13:55:36 +0700", -1 },
		{ "nothing", "", -1 },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		int64_t at_s = -1;
		size_t n = instant_clf(guarded(rows[i].in), &at_s);

		is_int(at_s, rows[i].at_s, "CLF time: %s", rows[i].name);
		is_int((long long)n, rows[i].at_s < 0 ? 0 : 26,
		    "CLF time, its length: %s", rows[i].name);
	}
}

/* Against the C library, on many dates. */
static void
clf_against_libc(void)
{
	uint64_t seed = 20251010;
	int wrong = 0;

	for (int i = 0; i < 50000; i++) {
		time_t at;
		struct tm tm;
		char text[64];
		int64_t got = -1;

		seed = seed * UINT64_C(6364136223846793005) + 1;
		at = (time_t)((seed >> 20) % UINT64_C(253402300800));
		gmtime_r(&at, &tm);
		strftime(text, sizeof(text), "%d/%b/%Y:%H:%M:%S +0000", &tm);
		if (instant_clf(span_of(text), &got) != 26 || got != at)
			wrong++;
	}
	is_int(wrong, 0, "50,000 instants of the C library are read back");
}

static void
epochs(void)
{
	static const struct {
		const char *name, *in;
		enum field_unit unit;
		int64_t at_s;
		int n;
	} rows[] = {
		{ "seconds", "1405937565 x", FIELD_UNIT_S, 1405937565, 10 },
		{ "milliseconds", "1405937565123", FIELD_UNIT_MS, 1405937565,
		    13 },
		{ "microseconds", "1405937565123456", FIELD_UNIT_US, 1405937565,
		    16 },
		{ "nginx", "1405937565.123 ", FIELD_UNIT_S_DECIMAL, 1405937565,
		    14 },
		{ "nginx without a fraction", "1405937565 ",
		    FIELD_UNIT_S_DECIMAL, -1, 0 },
		{ "nginx with a bare point", "1405937565. ",
		    FIELD_UNIT_S_DECIMAL, -1, 0 },
		{ "nginx, ended at the point", "1405937565.",
		    FIELD_UNIT_S_DECIMAL, -1, 0 },
		{ "beyond 9999", "253402300800", FIELD_UNIT_S, -1, 0 },
		{ "19 digits", "1000000000000000000", FIELD_UNIT_US, -1, 0 },
		{ "a minus", "-1", FIELD_UNIT_S, -1, 0 },
		{ "nothing", "", FIELD_UNIT_S, -1, 0 },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		int64_t at_s = -1;
		size_t n = instant_epoch(guarded(rows[i].in), rows[i].unit,
		    &at_s);

		is_int(at_s, rows[i].at_s, "epoch: %s", rows[i].name);
		is_int((long long)n, rows[i].n, "epoch, its length: %s",
		    rows[i].name);
	}
}

static void
patterns(void)
{
	static const struct {
		const char *name, *pattern, *in;
		int64_t at_s;
	} rows[] = {
		{ "ISO 8601", "%Y-%m-%dT%H:%M:%S%z",
		    "2025-10-10T13:55:36+07:00", 1760079336 },
		{ "its offset without a colon", "%Y-%m-%dT%H:%M:%S%z",
		    "2025-10-10T13:55:36+0700", 1760079336 },
		{ "Z", "%FT%T%z", "2025-10-10T06:55:36Z", 1760079336 },
		{ "a fraction", "%FT%T.%N%z", "2025-10-10T06:55:36.147454Z",
		    1760079336 },
		{ "a fraction must be there", "%FT%T.%N%z",
		    "2025-10-10T06:55:36.Z", -1 },
		{ "the time of mail", "%a, %d %b %Y %H:%M:%S %z",
		    "Fri, 10 Oct 2025 13:55:36 +0700", 1760079336 },
		{ "a padded day", "%e %B %Y %R:%S %Z", " 1 May 2025 00:00:00 UTC",
		    1746057600 },
		{ "twelve hours, afternoon", "%m/%d/%Y %I:%M:%S %p %z",
		    "10/10/2025 01:55:36 PM +0700", 1760079336 },
		{ "twelve at night is hour 0", "%F %I:%M:%S %p %z",
		    "2025-10-10 12:00:00 AM +0000", 1760054400 },
		{ "twelve at noon is hour 12", "%F %I:%M:%S %p %z",
		    "2025-10-10 12:00:00 PM +0000", 1760097600 },
		{ "hour 13 of twelve", "%F %I:%M:%S %p %z",
		    "2025-10-10 13:00:00 PM +0000", -1 },
		{ "a short year", "%D %T %z", "10/10/25 13:55:36 +0700",
		    1760079336 },
		{ "a short year of the last century", "%D %T %z",
		    "12/31/99 00:00:00 +0000", 946598400 },
		{ "seconds since 1970", "%s", "1760079336", 1760079336 },
		{ "a percent sign", "%%%s", "%1760079336", 1760079336 },
		{ "an unknown zone", "%F %T %Z", "2025-10-10 13:55:36 ICT", -1 },
		{ "another literal", "%F %T %z", "2025-10-10T13:55:36 +0700", -1 },
		{ "an end too early", "%F %T %z", "2025-10-10 13:55:36 ", -1 },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct when w = { .kind = WHEN_PATTERN,
			.pattern = span_of(rows[i].pattern) };
		struct span in = guarded(rows[i].in);
		struct when_memo memo = { 0 };
		int64_t at_s = -1;
		size_t n = when_read(&w, in, &memo, &at_s);

		ok(when_check(w.pattern, NULL) && when_lacks(w.pattern) == NULL,
		    "pattern: %s: is a whole one", rows[i].name);
		is_int(at_s, rows[i].at_s, "pattern: %s", rows[i].name);
		is_int((long long)n, rows[i].at_s < 0 ? 0 : (long long)in.n,
		    "pattern: %s: its length", rows[i].name);
	}
	ok(!when_check(SPAN("%c"), NULL), "a locale's own form is refused");
	ok(!when_check(SPAN("%F %"), NULL), "a lone percent sign is refused");
	is_text(when_lacks(SPAN("%T %z")), "date", "a date may lack");
	is_text(when_lacks(SPAN("%F %H %z")), "time of day", "minutes may lack");
	is_text(when_lacks(SPAN("%F %I:%M:%S %z")), "time of day",
	    "an hour of twelve needs its half of the day");
	is_text(when_lacks(SPAN("%F %T")), "offset (%z)", "an offset may lack");
}

int
main(void)
{
	addresses();
	numbers();
	times_served();
	requests();
	clf_times();
	clf_against_libc();
	epochs();
	patterns();
	return done();
}

/* SPDX-License-Identifier: MIT */
/* Lines of load balancers, proxies and other servers, made by us. */
#include "tests/unit/hit_text.h"

#define AT "[10/Oct/2025:13:55:36 +0700]" /* 1760079336 */
#define NCSA "192.0.2.7 - - " AT " \"GET /a?b=c HTTP/1.1\" 200 1234 " \
	"\"https://example.org/x\" \"Mozilla/5.0\""
#define HIT "1760079336|192.0.2.7||GET|/a?b=c|HTTP/1.1|200|1234|" \
	"https://example.org/x|Mozilla/5.0|"
#define ALB "https 2025-10-10T06:55:36.127531Z app/web/50dc6c495c0c9188 " \
	"192.0.2.7:2817 198.51.100.1:80 0.001 0.102 0.000 200 200 225 1234 " \
	"\"GET https://www.example.org:443/a?b=c HTTP/1.1\" \"Mozilla/5.0 (X)\" " \
	"ECDHE TLSv1.2 arn \"Root=1\" \"www.example.org\" \"arn\" 0 " \
	"2025-10-10T06:55:36.023000Z \"forward\" \"-\" \"-\" \"198.51.100.1:80\" \"200\""
#define ELB "2025-10-10T06:55:36.945958Z web 192.0.2.7:2817 198.51.100.1:80 " \
	"0.000086 0.001048 0.001337 200 200 0 57 " \
	"\"GET http://www.example.org:80/a?b=c HTTP/1.1\" \"Mozilla/5.0 (X)\" - -"
#define S3 "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be " \
	"www.example.org " AT " 192.0.2.7 - 3E57427F3EXAMPLE " \
	"WEBSITE.GET.OBJECT a%2Bb \"GET /a?b=c HTTP/1.1\" 200 - 1234 5000 15 9 " \
	"\"https://example.org/x\" \"Mozilla/5.0 (X)\" - hostid SigV4"
#define PROXY "192.0.2.7:55008 [10/Oct/2025:06:55:36.584] web~ app/one " \
	"0/0/1/71/72 200 1234 - - ---- 5/4/0/1/0 0/0 "
#define SYSLOG "Oct 10 06:55:36 lb1 haproxy[6801]: "
#define SQUID "1760079336.779    180 192.0.2.7 TCP_MISS/200 1234 GET " \
	"http://www.example.org/a?b=c - HIER_DIRECT/198.51.100.1 text/html"
#define ENVOY(xff) "[2025-10-10T06:55:36.310Z] \"POST /a HTTP/2\" 200 - 154 " \
	"1234 226 100 \"" xff "\" \"Mozilla/5.0 (X)\" \"cc21d9b0\" " \
	"\"www.example.org:8443\" \"198.51.100.1:80\""
#define ISTIO "[2025-10-10T06:55:36.310Z] \"GET /a HTTP/1.1\" 200 - " \
	"via_upstream - \"-\" 0 1234 226 100 \"192.0.2.7\" \"Mozilla/5.0 (X)\" " \
	"\"cc21d9b0\" \"www.example.org\" \"198.51.100.1:80\" inbound|80|| " \
	"127.0.0.6:41515 198.51.100.1:80 198.51.100.9:4321 outbound default"

static void
lines(void)
{
	static const struct line_row rows[] = {
		{ "ALB", "alb", ALB, "1760079336|192.0.2.7|www.example.org|GET|"
		    "/a?b=c|HTTP/1.1|200|1234||Mozilla/5.0 (X)|103000" },
		{ "ALB: IPv6", "alb", "h2 2025-10-10T06:55:36.1Z app/web/5 "
		    "[2001:db8::7]:2817 - -1 -1 -1 503 - 225 1 \"GET "
		    "https://www.example.org:443/ HTTP/2.0\" \"x\"",
		    "1760079336|2001:db8::7|www.example.org|GET|/|HTTP/2.0|503|"
		    "1||x|-1" },
		{ "ALB: garbage for a request", "alb", "http "
		    "2025-10-10T06:55:36.1Z app/web/5 192.0.2.7:1 - -1 -1 -1 "
		    "400 - 0 288 \"- http://web.example.org:80- -\" \"-\" - -",
		    "1760079336|192.0.2.7|||||400|288|||-1" },
		{ "ELB", "elb", ELB, "1760079336|192.0.2.7|www.example.org|GET|"
		    "/a?b=c|HTTP/1.1|200|57||Mozilla/5.0 (X)|2471" },
		{ "ELB: a TCP connection is no request", "elb",
		    "2025-10-10T06:55:36.945958Z web 192.0.2.7:2817 "
		    "198.51.100.1:80 0.1 0.1 0.1 - - 82 305 \"- - - \" \"-\" - -",
		    "malformed" },
		{ "Istio", "istio", ISTIO, "1760079336|192.0.2.7|www.example.org|"
		    "GET|/a|HTTP/1.1|200|1234||Mozilla/5.0 (X)|226000" },
		{ "through syslog", "combined_syslog",
		    "Oct 10 06:55:36 web1 nginx: " NCSA, HIT "-1" },
		{ "a container of Kubernetes", "combined_cri",
		    "2025-10-10T06:55:36.127531Z stdout F " NCSA, HIT "-1" },
		{ "S3", "s3", S3, "1760079336|192.0.2.7|www.example.org|GET|"
		    "/a?b=c|HTTP/1.1|200|1234|https://example.org/x|"
		    "Mozilla/5.0 (X)|15000" },
		{ "HAProxy", "haproxy", PROXY "\"GET /a?b=c HTTP/1.1\"",
		    "1760079336|192.0.2.7||GET|/a?b=c|HTTP/1.1|200|1234|||72000" },
		{ "HAProxy: headers between braces are skipped", "haproxy", PROXY
		    "{Mozilla/5.0 (X)|www.example.org} {} \"GET /a HTTP/1.1\"",
		    "1760079336|192.0.2.7||GET|/a|HTTP/1.1|200|1234|||72000" },
		{ "HAProxy: a request that is cut", "haproxy", PROXY
		    "\"GET /a", "1760079336|192.0.2.7||GET|/a||200|1234|||72000" },
		{ "HAProxy: IPv6", "haproxy", "2001:db8::7:55008 "
		    "[10/Oct/2025:06:55:36.584] w a/o 0/0/1/71/72 304 0 - - ---- "
		    "1/1/0/0/0 0/0 \"GET / HTTP/1.1\"",
		    "1760079336|2001:db8::7||GET|/|HTTP/1.1|304|0|||72000" },
		{ "HAProxy: no answer", "haproxy", "192.0.2.7:5 "
		    "[10/Oct/2025:06:55:36.584] w a/<NOSRV> -1/-1/-1/-1/3 -1 0 "
		    "- - CR-- 1/1/0/0/0 0/0 \"<BADREQ>\"", "malformed" },
		{ "HAProxy's local time", "haproxy+0700", "192.0.2.7:55008 "
		    "[10/Oct/2025:13:55:36.584] web~ app/one 0/0/1/71/72 200 "
		    "1234 - - ---- 5/4/0/1/0 0/0 \"GET /a?b=c HTTP/1.1\"",
		    "1760079336|192.0.2.7||GET|/a?b=c|HTTP/1.1|200|1234|||72000" },
		{ "HAProxy in a zone", "haproxy@Asia/Ho_Chi_Minh",
		    "192.0.2.7:55008 [10/Oct/2025:13:55:36.584] web~ app/one "
		    "0/0/1/71/72 200 1234 - - ---- 5/4/0/1/0 0/0 "
		    "\"GET /a?b=c HTTP/1.1\"",
		    "1760079336|192.0.2.7||GET|/a?b=c|HTTP/1.1|200|1234|||72000" },
		{ "HAProxy in a zone's winter", "haproxy@Europe/Paris",
		    "192.0.2.7:5 [10/Jan/2025:13:55:36.584] w a/o 0/0/1/71/72 200 "
		    "0 - - ---- 1/1/0/0/0 0/0 \"GET / HTTP/1.1\"",
		    "1736513736|192.0.2.7||GET|/|HTTP/1.1|200|0|||72000" },
		{ "HAProxy in its summer", "haproxy@Europe/Paris",
		    "192.0.2.7:5 [10/Jul/2025:13:55:36.584] w a/o 0/0/1/71/72 200 "
		    "0 - - ---- 1/1/0/0/0 0/0 \"GET / HTTP/1.1\"",
		    "1752148536|192.0.2.7||GET|/|HTTP/1.1|200|0|||72000" },
		{ "HAProxy: an hour that comes twice is the first one",
		    "haproxy@Europe/Paris",
		    "192.0.2.7:5 [26/Oct/2025:02:30:00.584] w a/o 0/0/1/71/72 200 "
		    "0 - - ---- 1/1/0/0/0 0/0 \"GET / HTTP/1.1\"",
		    "1761438600|192.0.2.7||GET|/|HTTP/1.1|200|0|||72000" },
		{ "HAProxy: no date in a zone", "haproxy@Europe/Paris",
		    "192.0.2.7:5 [31/Feb/2025:02:30:00.584] w a/o 0/0/1/71/72 200 "
		    "0 - - ---- 1/1/0/0/0 0/0 \"GET / HTTP/1.1\"", "malformed" },
		{ "HAProxy: before 1970 in a zone", "haproxy@Asia/Ho_Chi_Minh",
		    "192.0.2.7:5 [01/Jan/1970:02:30:00.584] w a/o 0/0/1/71/72 200 "
		    "0 - - ---- 1/1/0/0/0 0/0 \"GET / HTTP/1.1\"", "malformed" },
		{ "IIS with local time in a zone", "w3c@Europe/Paris:date-local "
		    "time-local c-ip sc-status",
		    "2025-07-10 13:55:36 192.0.2.7 200",
		    "1752148536|192.0.2.7|||||200|0|||-1" },
		{ "HAProxy through syslog", "haproxy_syslog", SYSLOG PROXY
		    "\"GET /a?b=c HTTP/1.1\"",
		    "1760079336|192.0.2.7||GET|/a?b=c|HTTP/1.1|200|1234|||72000" },
		{ "HAProxy through a newer syslog", "haproxy_syslog-0330",
		    "<134>1 2025-10-10T06:55:36Z lb1 haproxy[6801]: 192.0.2.7:5 "
		    "[10/Oct/2025:03:25:36.584] w a/o 0/0/1/71/72 200 0 - - ---- "
		    "1/1/0/0/0 0/0 \"GET / HTTP/1.1\"",
		    "1760079336|192.0.2.7||GET|/|HTTP/1.1|200|0|||72000" },
		{ "HAProxy's own messages", "haproxy_syslog",
		    SYSLOG "Proxy web started.", "malformed" },
		{ "HAProxy's TCP log", "haproxy", "192.0.2.7:5 "
		    "[10/Oct/2025:06:55:36.584] w a/o 1/0/5 200 -- 1/1/1/1/0 0/0",
		    "malformed" },
		{ "Squid", "squid", SQUID, "1760079336|192.0.2.7|"
		    "www.example.org|GET|/a?b=c||200|1234|||180000" },
		{ "Squid: a longer time", "squid", "1760079336.779 1234567 "
		    "192.0.2.7 TCP_HIT/304 0 GET https://www.example.org/ u "
		    "HIER_NONE/- -", "1760079336|192.0.2.7|www.example.org|GET|"
		    "/||304|0|||1234567000" },
		{ "Squid: a tunnel", "squid", "1760079336.779      5 192.0.2.7 "
		    "TCP_TUNNEL/200 39 CONNECT www.example.org:443 - "
		    "HIER_DIRECT/198.51.100.1 -",
		    "1760079336|192.0.2.7||CONNECT|||200|39|||5000" },
		{ "Envoy", "envoy", ENVOY("192.0.2.7"), "1760079336|192.0.2.7|"
		    "www.example.org|POST|/a|HTTP/2|200|1234||Mozilla/5.0 (X)|"
		    "226000" },
		{ "Envoy: the nearest proxy's word counts", "envoy",
		    ENVOY("10.0.0.1, 192.0.2.7"), "1760079336|192.0.2.7|"
		    "www.example.org|POST|/a|HTTP/2|200|1234||Mozilla/5.0 (X)|"
		    "226000" },
		{ "Envoy: nobody's address", "envoy", ENVOY("-"), "malformed" },
		{ "Envoy: a list that ends in a comma", "envoy",
		    ENVOY("192.0.2.7,"), "malformed" },
		{ "Varnish", "varnish", "192.0.2.7 - - " AT " \"GET "
		    "http://www.example.org:8080/a?b=c HTTP/1.1\" 200 1234 "
		    "\"https://example.org/x\" \"Mozilla/5.0\"",
		    "1760079336|192.0.2.7|www.example.org|GET|/a?b=c|HTTP/1.1|"
		    "200|1234|https://example.org/x|Mozilla/5.0|-1" },
		{ "Traefik", "traefik", NCSA " 17 \"web@docker\" "
		    "\"http://198.51.100.1:80\" 12ms", HIT "12000" },
		{ "Icecast: the seconds listened", "icecast", NCSA " 1807",
		    HIT "1807000000" },
		{ "Tomcat: %D is in ms", "tomcat:%h %l %u %t \"%r\" %s %b %D",
		    "192.0.2.7 - - " AT " \"GET /a HTTP/1.1\" 200 5 15",
		    "1760079336|192.0.2.7||GET|/a|HTTP/1.1|200|5|||15000" },
		{ "Tomcat: %T has a point", "tomcat:%h %t \"%r\" %s %b %T",
		    "192.0.2.7 " AT " \"GET /a HTTP/1.1\" 200 5 0.015",
		    "1760079336|192.0.2.7||GET|/a|HTTP/1.1|200|5|||15000" },
		{ "Apache: %D is in microseconds", "%h %l %u %t \"%r\" %s %b %D",
		    "192.0.2.7 - - " AT " \"GET /a HTTP/1.1\" 200 5 15",
		    "1760079336|192.0.2.7||GET|/a|HTTP/1.1|200|5|||15" },
		{ "a pattern with an offset that the line lacks",
		    "%h [%{%F %T%+0700}t] %>s",
		    "192.0.2.7 [2025-10-10 13:55:36] 200",
		    "1760079336|192.0.2.7|||||200|0|||-1" },
		{ "a percent sign before a plus is one", "%h "
		    "[%{%F %T %%+0700 %z}t] %>s",
		    "192.0.2.7 [2025-10-10 13:55:36 %+0700 +0700] 200",
		    "1760079336|192.0.2.7|||||200|0|||-1" },
	};

	try_lines(ROWS(rows));
}

static void
detected(void)
{
	static const struct detect_row rows[] = {
		{ "ALB", TWICE(ALB), "alb", NULL },
		{ "ELB", TWICE(ELB), "elb", NULL },
		{ "S3", TWICE(S3), "s3", NULL },
		{ "HAProxy", TWICE(PROXY "\"GET /a HTTP/1.1\""), "haproxy",
		    NULL },
		{ "HAProxy through syslog",
		    TWICE(SYSLOG PROXY "\"GET /a HTTP/1.1\""),
		    "haproxy_syslog", NULL },
		{ "nginx through syslog", TWICE("Oct 10 06:55:36 web1 nginx: " NCSA),
		    "combined_syslog", NULL },
		{ "Apache through syslog, with its priority and number",
		    TWICE("<190>Oct  1 06:55:36 web1 apache2[123]: " NCSA),
		    "combined_syslog", NULL },
		{ "nginx through syslog, with a modern time",
		    TWICE("2025-10-10T06:55:36.127531+07:00 web1 nginx[12]: "
		    NCSA), "combined_syslog", NULL },
		{ "the common format through syslog",
		    TWICE("Oct 10 06:55:36 web1 httpd[1]: 192.0.2.7 - - " AT
		    " \"GET /a HTTP/1.1\" 200 1234"), "common_syslog", NULL },
		{ "a header without a colon is no address",
		    TWICE("Oct 10 06:55:36 web1 " NCSA), NULL, "0 of 2" },
		{ "a time is no address", TWICE("2025-10-10T06:55:36.1Z " NCSA),
		    NULL, "no known format" },
		{ "names without a dot, among others", "web1 - - " AT
		    " \"GET / HTTP/1.1\" 200 1\n" TWICE("www.example.org - - "
		    AT " \"GET / HTTP/1.1\" 200 1"), "common", NULL },
		{ "a container of Kubernetes", TWICE("2025-10-10T06:55:36.127531Z"
		    " stdout F " NCSA), "combined_cri", NULL },
		{ "a container of Docker", TWICE("{\"log\":\"192.0.2.7 - - "
		    "\\n\",\"stream\":\"stdout\",\"time\":\"x\"}"), NULL,
		    "docker logs" },
		{ "Istio", TWICE(ISTIO), "istio", NULL },
		{ "LiteSpeed, all in quotes", TWICE("\"" NCSA "\""),
		    "\"\\\"%h %l %u %t \\\"%r\\\" %>s %b "
		    "\\\"%{Referer}i\\\" \\\"%{User-Agent}i\\\"\\\"\"",
		    NULL },
		{ "Jetty of old", TWICE("192.0.2.7 -  -  " AT " \"GET /a "
		    "HTTP/1.1\" 200 1234  \"-\" \"Mozilla/5.0\""),
		    "%h %l %u %t \"%r\" %>s %b  \"%{Referer}i\" "
		    "\"%{User-Agent}i\"", NULL },
		{ "HAProxy with a header of another kind is not AWS'",
		    TWICE("<134>1 2025-10-10T06:55:36Z lb1 haproxy 1 - - "
		    PROXY "\"GET /a HTTP/1.1\""), NULL, "no known format" },
		{ "HAProxy's messages only", SYSLOG "Proxy web started.\n",
		    NULL, "HAProxy" },
		{ "Squid", TWICE(SQUID), "squid", NULL },
		{ "Envoy", TWICE(ENVOY("192.0.2.7")), "envoy", NULL },
		{ "Traefik", TWICE(NCSA " 17 \"web@docker\" "
		    "\"http://198.51.100.1:80\" 12ms"), "traefik", NULL },
		{ "Icecast looks like others", TWICE(NCSA " 1807"), "combined",
		    NULL },
		{ "Varnish looks like an open proxy", TWICE("192.0.2.7 - - " AT
		    " \"GET http://www.example.org/ HTTP/1.1\" 200 1 \"-\" "
		    "\"x\""), "combined", NULL },
		{ "lighttpd's vhost first, without an identity",
		    TWICE("www.example.org 192.0.2.7 - " AT " \"GET /a HTTP/1.1\""
		    " 200 1 \"-\" \"x\""), "%v %h %u %t \"%r\" %>s %b "
		    "\"%{Referer}i\" \"%{User-Agent}i\"", NULL },
		{ "lighttpd's vhost second", TWICE("192.0.2.7 www.example.org - "
		    AT " \"GET /a HTTP/1.1\" 200 1 \"-\" \"x\""),
		    "%h %v %u %t \"%r\" %>s %b \"%{Referer}i\" "
		    "\"%{User-Agent}i\"", NULL },
		{ "IIS' log without its #Fields", TWICE("2025-10-10 06:55:36 "
		    "198.51.100.1 GET /a b=c 443 - 192.0.2.7 Mozilla/5.0 - 200 "
		    "0 0 15"), NULL, "W3C extended log" },
		{ "CloudFront's likewise", TWICE("2025-10-10\t06:55:36\tHAN50\t"
		    "1234\t192.0.2.7\tGET\twww.example.org\t/a\t200\t-\tx"), NULL,
		    "format = w3c:date time" },
		{ "a program's own messages are none", TWICE("2025-10-10 "
		    "06:55:36 [info] GET /a took 3 ms and then some"), NULL,
		    "no known format" },
		{ "a table of numbers", "1 2 3 4\n5 6 7 8\n", NULL,
		    "0 of 2 lines" },
		{ "a zip archive", "PK\3\4 and so on\n", NULL, "zip archive" },
		{ "a page of JSON", "{\n  \"status\": \"ok\"\n}\n", NULL,
		    "page of JSON" },
		{ "an HTML page", "<!DOCTYPE html>\n<html>\n<body>\n</html>\n",
		    NULL, "DOCTYPE" },
	};

	try_detection(ROWS(rows));
}

static void
refused(void)
{
	static const struct refused_row rows[] = {
		{ "an offset of a format that has its own", "combined+0700",
		    "is no format" },
		{ "no offset", "haproxy+9900", "is no format" },
		{ "no zone", "haproxy@Asia/Nowhere", "Asia/Nowhere" },
		{ "no zone for a W3C log", "w3c@Nowhere", "Nowhere" },
		{ "an empty zone", "haproxy@", "" },
		{ "a zone elsewhere", "haproxy@../../etc/passwd", "" },
		{ "a zone of a format with offsets", "combined@Europe/Paris",
		    "is no format" },
		{ "a zone and an offset", "haproxy+0700@Europe/Paris",
		    "is no format" },
		{ "half an offset", "haproxy+07", "is no format" },
		{ "Java's patterns of time", "tomcat:%h %{yyyy-MM-dd}t %s",
		    "lacks its date" },
		{ "nothing of Tomcat's", "tomcat:", "\"tomcat:\" is no format" },
		{ "no offset in a pattern", "%h %{%F %T%+07}t %>s",
		    "%+ in a time pattern" },
	};
	struct format *f;

	try_refused(ROWS(rows));
	f = opened("haproxy+0700");
	is_text(f != NULL ? format_spec(f) : NULL, "haproxy+0700",
	    "the offset is part of the spec");
	ok(f != NULL && !format_has_directives(f) && !format_has_escapes(f),
	    "a format string has neither directives nor escapes of its own");
	format_close(f);
}

static void
explained(void)
{
	struct format *f = opened("haproxy_syslog");
	struct buf out = { 0 };

	format_explain(f, SPAN(SYSLOG PROXY "\"GET / HTTP/1.1\"\n"), &out);
	ok(strstr(buf_text(&out), "haproxy_syslog+0700") != NULL,
	    "explained: times without an offset, and what to do");
	format_close(f);
	buf_clear(&out);
	f = opened("haproxy_syslog+0700");
	format_explain(f, SPAN(SYSLOG PROXY "\"GET / HTTP/1.1\"\n"), &out);
	ok(strstr(buf_text(&out), "UTC;") == NULL,
	    "explained: nothing of it where the offset is given");
	format_close(f);
	buf_clear(&out);
	f = opened("haproxy_syslog@Asia/Ho_Chi_Minh");
	format_explain(f, SPAN(SYSLOG PROXY "\"GET / HTTP/1.1\"\n"), &out);
	ok(strstr(buf_text(&out), "UTC;") == NULL &&
	    strstr(buf_text(&out), "scheme    https\n") != NULL,
	    "explained: nor where the zone is; and the scheme");
	format_close(f);
	buf_close(&out);
}

static void
in_zone(void)
{
	static const struct {
		const char *spec, *zone, *want; /* NULL: no such zone */
	} rows[] = {
		{ "haproxy", "Europe/Paris", "haproxy@Europe/Paris" },
		{ "haproxy_syslog", "+07:00", "haproxy_syslog@+07:00" },
		{ "haproxy", "Europe/Nowhere", NULL },
		{ "haproxy+0700", "Europe/Paris", "haproxy+0700" },
		{ "haproxy+0000", "Europe/Paris", "haproxy+0000" },
		{ "haproxy@UTC", "Europe/Paris", "haproxy@UTC" },
		{ "combined", "Europe/Paris", "combined" },
		{ "w3c", "Europe/Paris", "w3c" },
		{ "caddy", "Europe/Paris", "caddy" },
		{ "%h [%{%F %T%+0000}t] %>s", "Europe/Paris",
		    "%h [%{%F %T%+0000}t] %>s" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct format *f = opened(rows[i].spec);
		struct err err = { 0 };
		bool is = format_in_zone(&f, rows[i].zone, &err);

		is_text(is ? format_spec(f) : NULL, rows[i].want,
		    "%s in %s", rows[i].spec, rows[i].zone);
		ok(is || (err.code == ERR_CONFIG && strcmp(format_spec(f),
		    rows[i].spec) == 0), "or it stays");
		format_close(f);
	}
}

int
main(void)
{
	in_zone();
	lines();
	detected();
	refused();
	explained();
	return done();
}

/* SPDX-License-Identifier: MIT */
/* What formats tell of the time served and of whether a request came encrypted. */
#include "tests/unit/hit_text.h"

#define AT "[10/Oct/2025:13:55:36 +0700]"
#define LINE "192.0.2.7 - - " AT " \"GET /a HTTP/1.1\" 200 5 \"-\" \"x\""
#define APACHE "%h %l %u %t \"%r\" %>s %b \"%{Referer}i\" \"%{User-Agent}i\""
#define NGINX "$remote_addr - $remote_user [$time_local] \"$request\" " \
	"$status $body_bytes_sent \"$http_referer\" \"$http_user_agent\""
#define IIS "w3c:date time c-ip cs-uri-stem sc-status "
#define W3C "2025-10-10 06:55:36 192.0.2.7 /a 200 "
#define HAPROXY(front) "192.0.2.7:5 [10/Oct/2025:06:55:36.584] " front \
	" a/o 0/0/1/71/72 200 0 - - ---- 1/1/0/0/0 0/0 \"GET / HTTP/1.1\""
#define CADDY(more) "{\"ts\":1760079336.8,\"request\":{\"remote_ip\":" \
	"\"192.0.2.7\",\"uri\":\"/\"" more "},\"status\":200,\"duration\":0.0153}"
#define TRAEFIK(more) "{\"ClientHost\":\"192.0.2.7\",\"DownstreamStatus\":200," \
	"\"StartUTC\":\"2025-10-10T06:55:36Z\",\"Duration\":15300999" more "}"
#define NGINX_JSON(more) "{\"time_iso8601\":\"2025-10-10T13:55:36+07:00\"," \
	"\"remote_addr\":\"192.0.2.7\",\"status\":\"200\"" more "}"
#define ALB(type, times, url) type " 2025-10-10T06:55:36.1Z app/web/5 " \
	"192.0.2.7:1 198.51.100.1:80 " times " 200 200 225 1 \"GET " url \
	"/ HTTP/1.1\" \"x\" - -"

#define NONE HIT_SCHEME_UNKNOWN
#define PLAIN HIT_SCHEME_HTTP
#define SECURE HIT_SCHEME_HTTPS

static const struct row {
	const char *name, *spec, *line;
	enum hit_scheme scheme;
	int64_t took_us;
} rows[] = {
	{ "combined tells neither", "combined", LINE, NONE, -1 },
	{ "a whole URL as target", "combined", "192.0.2.7 - - " AT
	    " \"GET https://example.org/ HTTP/1.1\" 200 5 \"-\" \"x\"", SECURE, -1 },
	{ "a whole URL, not encrypted", "combined", "192.0.2.7 - - " AT
	    " \"GET HTTP://example.org/ HTTP/1.1\" 200 5 \"-\" \"x\"", PLAIN, -1 },
	{ "a path that looks like one", "combined", "192.0.2.7 - - " AT
	    " \"GET /https://example.org/ HTTP/1.1\" 200 5 \"-\" \"x\"", NONE, -1 },
	{ "a tunnel's target", "combined", "192.0.2.7 - - " AT
	    " \"CONNECT example.org:443 HTTP/1.1\" 200 5 \"-\" \"x\"", NONE, -1 },
	{ "vhost first, port 443", "vhost_combined",
	    "www.example.org:443 " LINE, SECURE, -1 },
	{ "vhost first, port 80", "vhost_combined",
	    "www.example.org:80 " LINE, PLAIN, -1 },
	{ "vhost first, another port", "vhost_combined",
	    "www.example.org:8080 " LINE, NONE, -1 },
	{ "vhost first, a port that ends so", "vhost_combined",
	    "www.example.org:8443 " LINE, NONE, -1 },
	{ "vhost last without a port", "combined_vhost",
	    LINE " www.example.org", NONE, -1 },
	{ "nginx: $scheme", NGINX " $scheme", LINE " https", SECURE, -1 },
	{ "nginx: $scheme, not encrypted", NGINX " $scheme", LINE " http", PLAIN,
	    -1 },
	{ "nginx: $scheme cut", NGINX " $scheme $host", LINE " ht", NONE, -1 },
	{ "nginx: $https", NGINX " \"$https\"", LINE " \"on\"", SECURE, -1 },
	{ "nginx: $https is empty", NGINX " \"$https\"", LINE " \"\"", PLAIN, -1 },
	{ "nginx: $https is -", NGINX " $https", LINE " -", PLAIN, -1 },
	{ "nginx: $ssl_protocol", NGINX " $ssl_protocol/$ssl_cipher",
	    LINE " TLSv1.3/TLS_AES_256_GCM_SHA384", SECURE, -1 },
	{ "nginx: no $ssl_protocol", NGINX " $ssl_protocol/$ssl_cipher",
	    LINE " -/-", PLAIN, -1 },
	{ "nginx: $server_port", NGINX " $server_port", LINE " 443", SECURE, -1 },
	{ "nginx: the host with the port", NGINX " $host:$server_port",
	    LINE " www.example.org:80", PLAIN, -1 },
	{ "nginx: the client's port is none of it", NGINX " $remote_port",
	    LINE " 443", NONE, -1 },
	{ "nginx: what tells more counts", NGINX " $server_port $scheme",
	    LINE " 80 https", SECURE, -1 },
	{ "nginx: $request_time", NGINX " $request_time", LINE " 1.500", NONE,
	    1500000 },
	{ "nginx: not the time of upstreams", NGINX " $upstream_response_time",
	    LINE " 1.500", NONE, -1 },
	{ "nginx: all of it", NGINX " \"$http_x_forwarded_for\" $request_time "
	    "$upstream_response_time $scheme", LINE " \"-\" 0.015 0.012 https",
	    SECURE, 15000 },
	{ "nginx: of several upstreams", NGINX " $upstream_addr "
	    "$upstream_response_time $request_time $scheme", LINE
	    " 198.51.100.1:80, 198.51.100.2:80 : 198.51.100.3:80 0.01, - : 0.02 "
	    "0.015 https", SECURE, 15000 },
	{ "nginx: a list of proxies without quotes", NGINX
	    " $http_x_forwarded_for $request_time $scheme", LINE
	    " 192.0.2.1, 192.0.2.2 0.015 https", SECURE, 15000 },
	{ "nginx: a list that ends the line", NGINX
	    " $upstream_response_time $request_time", LINE " 0.1, ", NONE, -1 },
	{ "Apache: %{SSL_PROTOCOL}x", APACHE " %{SSL_PROTOCOL}x %D",
	    LINE " TLSv1.3 12", SECURE, 12 },
	{ "Apache: no %{SSL_PROTOCOL}x", APACHE " %{SSL_PROTOCOL}x %D",
	    LINE " - 12", PLAIN, 12 },
	{ "Apache: %{HTTPS}e", APACHE " %{HTTPS}e", LINE " on", SECURE, -1 },
	{ "Apache: no %{HTTPS}e", APACHE " %{HTTPS}e", LINE " -", PLAIN, -1 },
	{ "Apache: %p", APACHE " %p", LINE " 443", SECURE, -1 },
	{ "Apache: %{remote}p is the client's", APACHE " %{remote}p",
	    LINE " 443", NONE, -1 },
	{ "Apache: %H is no scheme", APACHE " %H", LINE " HTTP/1.1", NONE, -1 },
	{ "Apache: %T is in seconds", APACHE " %T", LINE " 3", NONE, 3000000 },
	{ "Apache: %{ms}T", APACHE " %{ms}T", LINE " 3", NONE, 3000 },
	{ "Apache: %{us}T", APACHE " %{us}T", LINE " 3", NONE, 3 },
	{ "Apache: the finer one", APACHE " %T %D", LINE " 3 2999999", NONE,
	    2999999 },
	{ "Apache: a time that is none", APACHE " %D", LINE " -", NONE, -1 },
	{ "Apache: a time too long", APACHE " %D",
	    LINE " 99999999999999999999999", NONE, -1 },
	{ "IIS: port 443, time-taken in ms", IIS "s-port time-taken", W3C "443 15",
	    SECURE, 15000 },
	{ "IIS: port 80", IIS "s-port time-taken", W3C "80 15", PLAIN, 15000 },
	{ "IIS: no port", IIS "time-taken", W3C "15", NONE, 15000 },
	{ "CloudFront: time-taken in s", IIS "cs-protocol time-taken",
	    W3C "https 0.015", SECURE, 15000 },
	{ "CloudFront: the viewer's protocol", IIS "cs-protocol ssl-protocol",
	    W3C "http -", PLAIN, -1 },
	{ "CloudFront: a socket", IIS "cs-protocol", W3C "wss", SECURE, -1 },
	{ "CloudFront: its name counts more than a port",
	    IIS "cs-protocol s-port", W3C "https 80", SECURE, -1 },
	{ "W3C: a whole URL", "w3c:date time c-ip cs-uri sc-status",
	    "2025-10-10 06:55:36 192.0.2.7 https://example.org/a 200", SECURE,
	    -1 },
	{ "W3C: a port that is not there", IIS "s-port", W3C, NONE, -1 },
	{ "ALB: the sum of its times", "alb", ALB("https", "0.001 0.102 0.02",
	    "https://example.org:443"), SECURE, 123000 },
	{ "ALB: h2 is encrypted", "alb", ALB("h2", "0.001 0.102 0.02",
	    "https://example.org:443"), SECURE, 123000 },
	{ "ALB: http", "alb", ALB("http", "0 0.102 0",
	    "http://example.org:80"), PLAIN, 102000 },
	{ "ALB: no target", "alb", ALB("http", "-1 -1 -1",
	    "http://example.org:80"), PLAIN, -1 },
	{ "ALB: a target that gave up", "alb", ALB("http", "0.1 0.1 -1",
	    "http://example.org:80"), PLAIN, -1 },
	{ "ALB: more than fits", "alb", ALB("http", "0.1 1125899906 1125899906",
	    "http://example.org:80"), PLAIN, -1 },
	{ "ELB: the scheme of the URL", "elb", "2025-10-10T06:55:36.9Z web "
	    "192.0.2.7:2 198.51.100.1:80 0.000086 0.001048 0.001337 200 200 0 57 "
	    "\"GET https://example.org:443/ HTTP/1.1\" \"x\" - -", SECURE, 2471 },
	{ "S3: a cipher", "s3", "79a5 example.org " AT " 192.0.2.7 - 3E5 "
	    "WEBSITE.GET.OBJECT a \"GET /a HTTP/1.1\" 200 - 1 5 15 9 \"-\" \"x\" - "
	    "id SigV4 ECDHE-RSA-AES128-GCM-SHA256 AuthHeader h TLSv1.2 - -",
	    SECURE, 15000 },
	{ "S3: none", "s3", "79a5 example.org " AT " 192.0.2.7 - 3E5 "
	    "WEBSITE.GET.OBJECT a \"GET /a HTTP/1.1\" 200 - 1 5 15 9 \"-\" \"x\" - "
	    "id SigV4 - AuthHeader h - - -", PLAIN, 15000 },
	{ "S3: an older line ends before it", "s3", "79a5 example.org " AT
	    " 192.0.2.7 - 3E5 WEBSITE.GET.OBJECT a \"GET /a HTTP/1.1\" 200 - 1 5 15 "
	    "9 \"-\" \"x\" -", NONE, 15000 },
	{ "HAProxy: an encrypted frontend", "haproxy", HAPROXY("web~"), SECURE,
	    72000 },
	{ "HAProxy: another", "haproxy", HAPROXY("web"), PLAIN, 72000 },
	{ "HAProxy: aborted", "haproxy", "192.0.2.7:5 [10/Oct/2025:06:55:36.584] "
	    "w a/o -1/-1/-1/-1/7 400 0 - - CR-- 1/1/0/0/0 0/0 \"<BADREQ>\"", PLAIN,
	    7000 },
	{ "Squid", "squid", "1760079336.779    180 192.0.2.7 TCP_MISS/200 1234 "
	    "GET https://www.example.org/a - HIER_DIRECT/198.51.100.1 -", SECURE,
	    180000 },
	{ "Envoy", "envoy", "[2025-10-10T06:55:36.310Z] \"GET /a HTTP/2\" 200 - 0 "
	    "1 226 100 \"192.0.2.7\" \"x\" \"i\" \"www.example.org\" \"1\"", NONE,
	    226000 },
	{ "Varnish writes http for all", "varnish", "192.0.2.7 - - " AT
	    " \"GET http://www.example.org/a HTTP/1.1\" 200 1 \"-\" \"x\"", NONE,
	    -1 },
	{ "Traefik", "traefik", LINE " 17 \"w\" \"http://198.51.100.1:80\" 12ms",
	    NONE, 12000 },
	{ "Icecast", "icecast", LINE " 1807", NONE, 1807000000 },
	{ "Caddy: tls", "caddy", CADDY(",\"tls\":{\"resumed\":false,\"version\":772}"),
	    SECURE, 15300 },
	{ "Caddy: no tls, or it was filtered", "caddy", CADDY(""), NONE, 15300 },
	{ "Traefik, JSON: Duration in ns", "traefik_json",
	    TRAEFIK(",\"RequestScheme\":\"https\""), SECURE, 15300 },
	{ "Traefik, JSON: TLSVersion", "traefik_json",
	    TRAEFIK(",\"TLSVersion\":\"1.3\""), SECURE, 15300 },
	{ "Traefik, JSON: neither", "traefik_json", TRAEFIK(""), NONE, 15300 },
	{ "Cloudflare", "cloudflare", "{\"ClientIP\":\"192.0.2.7\","
	    "\"EdgeResponseStatus\":200,\"EdgeStartTimestamp\":1760079336,"
	    "\"ClientSSLProtocol\":\"TLSv1.3\"}", SECURE, -1 },
	{ "Cloudflare: none", "cloudflare", "{\"ClientIP\":\"192.0.2.7\","
	    "\"EdgeResponseStatus\":200,\"EdgeStartTimestamp\":1760079336,"
	    "\"ClientSSLProtocol\":\"none\",\"ClientRequestScheme\":\"http\"}",
	    PLAIN, -1 },
	{ "nginx, JSON: scheme and time", "nginx_json",
	    NGINX_JSON(",\"scheme\":\"https\",\"request_time\":\"0.015\""), SECURE,
	    15000 },
	{ "nginx, JSON: https is empty", "nginx_json",
	    NGINX_JSON(",\"https\":\"\",\"request_time\":0.015"), PLAIN, 15000 },
	{ "nginx, JSON: the scheme before the port", "nginx_json",
	    NGINX_JSON(",\"server_port\":\"80\",\"scheme\":\"https\""), SECURE, -1 },
	{ "nginx, JSON: null tells nothing", "nginx_json",
	    NGINX_JSON(",\"scheme\":null,\"server_port\":443"), SECURE, -1 },
	{ "a map's took_us", "json:addr=a,time=t,status=s,took_us=d,tls=c",
	    "{\"a\":\"192.0.2.7\",\"t\":1760079336,\"s\":200,\"d\":15,\"c\":\"-\"}",
	    PLAIN, 15 },
};

int
main(void)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const struct row *row = &rows[i];
		struct format *f = opened(row->spec);
		struct hit hit = { 0 };
		bool is = f != NULL && format_parse(f, guarded(row->line),
		    &hit) == FORMAT_HIT;

		if (!ok(is && hit.scheme == row->scheme &&
		    hit.took_us == row->took_us, "%s", row->name))
			diag("hit: %d, scheme: %d, took: %" PRId64, is,
			    (int)hit.scheme, hit.took_us);
		format_close(f);
	}
	return done();
}

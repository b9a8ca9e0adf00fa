/* SPDX-License-Identifier: MIT */
/* bench_formats [NAME] -- ns per line of one core, for what servers really write.
 *
 * Made-up lines, each format the same ones, go through all of what a worker does
 * but the sink.  The best of some times is told: the machine may be shared.
 */
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "common/mem.h"
#include "ingest/crew.h"

enum { LINES = 20000, ROUNDS = 4, TIMES = 7 };

/* @a address, @t CLF's time, @h without its offset, @i ISO 8601, @d date, @c time of day, @e seconds
 * since 1970, @u target, @p its path, @s status, @b bytes, @r referrer, @g agent,
 * @+ agent with + for blanks, @m seconds with ms, @n ms. */
#define COMBINED "@a - - [@t] \"GET @u HTTP/1.1\" @s @b \"@r\" \"@g\""
#define NGINX                                                                  \
	"$remote_addr - $remote_user [$time_local] \"$request\" $status "      \
	"$body_bytes_sent \"$http_referer\" \"$http_user_agent\""
#define APACHE "%h %l %u %t \"%r\" %>s %b \"%{Referer}i\" \"%{User-Agent}i\""
#define FIELDS                                                                 \
	"date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username "\
	"c-ip cs(User-Agent) cs(Referer) sc-status sc-substatus "              \
	"sc-win32-status time-taken"

static const struct row {
	const char *name, *spec, *line;
} rows[] = {
	{ "combined", "combined", COMBINED },
	{ "nginx + forwarded, not wanted", NGINX " \"$http_x_forwarded_for\"",
	    COMBINED " \"-\"" },
	{ "nginx + forwarded, time, upstream", NGINX
	    " \"$http_x_forwarded_for\" $request_time $upstream_response_time",
	    COMBINED " \"-\" @m @m" },
	{ "nginx + time, upstream, host, scheme", NGINX " $request_time "
	    "$upstream_response_time $host $scheme",
	    COMBINED " @m @m www.example.org https" },
	{ "nginx + keys and values", NGINX " rt=$request_time "
	    "uct=\"$upstream_connect_time\" urt=\"$upstream_response_time\"",
	    COMBINED " rt=@m uct=\"@m\" urt=\"@m\"" },
	{ "Apache + time served", APACHE " %D", COMBINED " @n" },
	{ "Apache + forwarded, port, time", APACHE
	    " \"%{X-Forwarded-For}i\" %p %D", COMBINED " \"-\" 443 @n" },
	{ "vhost last", "combined_vhost", COMBINED " www.example.org" },
	{ "vhost first", "vhost_combined", "www.example.org:443 " COMBINED },
	{ "vhost first, no port", "%v " APACHE, "www.example.org " COMBINED },
	{ "address, vhost, user", "%h %v %u %t \"%r\" %>s %b \"%{Referer}i\" "
	    "\"%{User-Agent}i\"", "@a www.example.org - [@t] \"GET @u "
	    "HTTP/1.1\" @s @b \"@r\" \"@g\"" },
	{ "ISO 8601", "%h %l %u [%{%Y-%m-%dT%H:%M:%S%z}t] \"%r\" %>s %b "
	    "\"%{Referer}i\" \"%{User-Agent}i\"",
	    "@a - - [@i+07:00] \"GET @u HTTP/1.1\" @s @b \"@r\" \"@g\"" },
	{ "alb", "alb", "https @i.127531Z app/web/50dc6c495c0c9188 @a:2817 "
	    "198.51.100.1:80 0.001 @m 0.000 @s @s 225 @b \"GET "
	    "https://www.example.org:443@u HTTP/1.1\" \"@g\" "
	    "ECDHE-RSA-AES128-GCM-SHA256 TLSv1.2" },
	{ "haproxy", "haproxy", "@a:5508 [@h.123] web~ app/one 0/0/1/71/@n @s "
	    "@b - - ---- 5/4/0/1/0 0/0 \"GET @u HTTP/1.1\"" },
	{ "squid", "squid", "@e.123    180 @a TCP_MISS/@s @b GET "
	    "http://www.example.org@u - HIER_DIRECT/198.51.100.1 text/html" },
	{ "w3c (IIS)", "w3c:" FIELDS, "@d @c 198.51.100.1 GET @p a=b 443 - @a "
	    "@+ @r @s 0 0 @n" },
	{ "w3c (CloudFront)", "w3c:date time x-edge-location sc-bytes c-ip "
	    "cs-method cs(Host) cs-uri-stem sc-status cs(Referer) "
	    "cs(User-Agent) cs-uri-query cs-protocol time-taken",
	    "@d\t@c\tHAN50-C1\t@b\t@a\tGET\twww.example.org\t@p\t@s\t@r\t@+\t"
	    "a=b\thttps\t@m" },
	{ "caddy", "caddy", "{\"level\":\"info\",\"ts\":@e.8,\"logger\":"
	    "\"http.log.access\",\"msg\":\"handled request\",\"request\":"
	    "{\"remote_ip\":\"@a\",\"remote_port\":\"1234\",\"client_ip\":\"@a\","
	    "\"proto\":\"HTTP/2.0\",\"method\":\"GET\",\"host\":"
	    "\"www.example.org\",\"uri\":\"@u\",\"headers\":{\"User-Agent\":"
	    "[\"@g\"],\"Referer\":[\"@r\"],\"Accept\":[\"*/*\"]},\"tls\":"
	    "{\"resumed\":false,\"version\":772}},\"duration\":@m,\"size\":@b,"
	    "\"status\":@s}" },
	{ "nginx_json", "nginx_json", "{\"time_iso8601\":\"@i+07:00\","
	    "\"remote_addr\":\"@a\",\"host\":\"www.example.org\",\"request\":"
	    "\"GET @u HTTP/1.1\",\"status\":\"@s\",\"body_bytes_sent\":\"@b\","
	    "\"request_time\":\"@m\",\"http_referer\":\"@r\","
	    "\"http_user_agent\":\"@g\"}" },
};

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void
put_agent(struct buf *log, unsigned version, bool plus)
{
	char text[160];

	snprintf(text, sizeof(text), "Mozilla/5.0 (Windows NT 10.0; Win64; x64) "
	    "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/%u.0.0.0 "
	    "Safari/537.36", version);
	for (char *p = text; plus && *p != '\0'; p++)
		if (*p == ' ')
			*p = '+';
	buf_puts(log, text);
}

/* Lines of a day come one after the other. */
static void
put_time(struct buf *log, char what, unsigned i)
{
	unsigned s = i * 4, h = s / 3600 % 24, m = s / 60 % 60;

	if (what == 't' || what == 'h')
		buf_puts(log, "10/Oct/2025:");
	if (what == 'd' || what == 'i')
		buf_puts(log, what == 'd' ? "2025-10-10" : "2025-10-10T");
	if (what == 'e')
		buf_printf(log, "%u", 1760054400 + s);
	else if (what != 'd')
		buf_printf(log, "%02u:%02u:%02u", h, m, s % 60);
	if (what == 't')
		buf_puts(log, " +0700");
}

static void
put_piece(struct buf *log, char what, unsigned i, unsigned seed)
{
	switch (what) {
	case 'a':
		buf_printf(log, "198.51.%u.%u", seed >> 24, seed >> 16 & 255);
		break;
	case 'u':
	case 'p':
		buf_printf(log, "/tin-tuc/su-kien/bai-viet-%u.html%s",
		    seed >> 14, what == 'u' ? "?trang=2" : "");
		break;
	case 's':
		buf_puts(log, seed & 64 ? "200" : "304");
		break;
	case 'b':
	case 'n':
		buf_printf(log, "%u", what == 'b' ? seed >> 11 : seed >> 20);
		break;
	case 'm':
		buf_printf(log, "%u.%03u", seed >> 30, seed >> 10 & 511);
		break;
	case 'r':
		buf_printf(log, "https://www.example.org/tin-tuc/chuyen-muc-%u",
		    seed >> 20);
		break;
	case 'g':
	case '+':
		put_agent(log, 100 + (seed >> 16) % 40, what == '+');
		break;
	default:
		put_time(log, what, i);
	}
}

static void
make(struct buf *log, const char *line)
{
	unsigned seed = 1;

	for (unsigned i = 0; i < LINES; i++) {
		seed = seed * 1103515245 + 12345;
		for (const char *p = line; *p != '\0'; p++) {
			if (*p == '@')
				put_piece(log, *++p, i, seed);
			else
				buf_putc(log, *p);
		}
		buf_putc(log, '\n');
	}
}

struct work {
	uint64_t hits, sum; /* the sum, so that nothing is optimised away */
};

static void
take(void *self, const struct hit_batch *b)
{
	struct work *w = self;

	w->hits += b->n;
	for (uint32_t i = 0; i < b->n; i++)
		w->sum += (uint64_t)b->hit[i].at_s + b->hit[i].agent.n +
		    (uint64_t)b->hit[i].took_us;
}

static void
round_of(struct span log, struct crew_desk *desk, const struct format *f,
    struct work *w)
{
	struct hit_sink sink = { w, take, NULL, NULL };
	char *room = mem_new(CREW_CHUNK_BYTES);

	for (int k = 0; k < ROUNDS; k++) {
		struct span rest = log;

		while (rest.n > 0) {
			size_t n = rest.n < CREW_CHUNK_BYTES ? rest.n :
			    CREW_CHUNK_BYTES;
			const char *end = memrchr(rest.p, '\n', n);
			struct chunk chunk = { .room = room,
				.p = (char *)(uintptr_t)rest.p,
				.n = (size_t)(end + 1 - rest.p), .format = f };

			crew_parse(&chunk, desk, &sink);
			rest = (struct span){ rest.p + chunk.n,
				rest.n - chunk.n };
		}
	}
	mem_free(room);
}

static bool
run(const struct row *row, struct crew_desk *desk)
{
	struct format *f = NULL;
	struct buf log = { 0 };
	struct work w = { 0 };
	struct err err = { 0 };
	double best = 0;

	if (!format_open(span_of(row->spec), &f, &err)) {
		printf("%s: %s\n", row->name, err.text);
		return false;
	}
	make(&log, row->line);
	for (int i = 0; i < TIMES; i++) {
		double from = now(), took;

		w.hits = 0;
		round_of(buf_view(&log), desk, f, &w);
		took = now() - from;
		best = i == 0 || took < best ? took : best;
	}
	printf("%-38s %6.1f ns/line  %5.0f MB/s%s\n", row->name,
	    best * 1e9 / (LINES * ROUNDS),
	    (double)log.n * ROUNDS / best / 1e6,
	    w.hits == LINES * ROUNDS ? "" : "  not all are hits");
	if (w.sum == 1)
		printf("\n");
	buf_close(&log);
	format_close(f);
	return w.hits == LINES * ROUNDS;
}

int
main(int argc, char **argv)
{
	struct crew_desk *desk = mem_new(sizeof(*desk));
	bool good = true;

	desk->scan.scanner = scan_best();
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		if (argc < 2 || strstr(rows[i].name, argv[1]) != NULL)
			good = run(&rows[i], desk) && good;
	mem_free(desk);
	return good ? 0 : 70;
}

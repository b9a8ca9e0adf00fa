/* SPDX-License-Identifier: MIT */
/* gen_bench.c -- a log to measure with: gen_bench LINES [SEED [DAYS [START]]]
 *
 * To standard output, from the second START, else 2025-06-01.
 * Combined format, about 260 bytes a line: sessions (a page, its assets, the next
 * page), 20,000 paths with assets and queries by Zipf's law, thousands of agents,
 * referrers, 6 % sessions of robots, 1 % scanners, IPv4 and IPv6, 0.8 % of the lines a second
 * out of order, some malformed ones.  Addresses are of private networks.
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PATHS = 20000, AGENTS = 6000, SESSIONS = 4096,
	START = 1748736000 /* 2025-06-01 */ };

static uint64_t state;

static uint64_t
next(void)
{
	uint64_t z = state += UINT64_C(0x9e3779b97f4a7c15);

	z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
	return z ^ (z >> 31);
}

static uint32_t
below(uint32_t n)
{
	return (uint32_t)(next() >> 32) % n;
}

/* Rank 0..n-1, about as 1/(rank+1): the inverse of a logarithm. */
static uint32_t
zipf(uint32_t n)
{
	double u = (double)(next() >> 11) / 9007199254740992.0;
	double r = exp(u * log((double)n + 1)) - 1;

	return r >= n ? n - 1 : (uint32_t)r;
}

struct session {
	double at;          /* seconds since the start */
	char addr[40];
	uint32_t agent, page, left, assets;
	int kind;           /* 0 human, 1 robot, 2 scanner */
};

static struct session heap[SESSIONS];
static uint32_t n_heap;

static void
push(struct session s)
{
	uint32_t i = n_heap++;

	while (i > 0 && heap[(i - 1) / 2].at > s.at) {
		heap[i] = heap[(i - 1) / 2];
		i = (i - 1) / 2;
	}
	heap[i] = s;
}

static struct session
pop(void)
{
	struct session top = heap[0], s = heap[--n_heap];
	uint32_t i = 0, k;

	while ((k = 2 * i + 1) < n_heap) {
		if (k + 1 < n_heap && heap[k + 1].at < heap[k].at)
			k++;
		if (heap[k].at >= s.at)
			break;
		heap[i] = heap[k];
		i = k;
	}
	heap[i] = s;
	return top;
}

static struct session
fresh(double at)
{
	struct session s = { .at = at };
	uint32_t who = zipf(400000), roll = below(100);

	if (who % 5 == 0)
		snprintf(s.addr, sizeof(s.addr), "fd00:%x:%x:%x::%x",
		    who >> 16, who & 0xffff, who % 977, 1 + who % 9);
	else
		snprintf(s.addr, sizeof(s.addr), "10.%u.%u.%u",
		    (who >> 16) & 255, (who >> 8) & 255, who & 255);
	s.kind = roll < 6 ? 1 : roll < 7 ? 2 : 0;
	s.agent = s.kind == 1 ? below(40) : (who * 7919u) % AGENTS;
	s.page = zipf(PATHS);
	s.left = s.kind == 1 ? 1 + below(30) : 1 + zipf(12);
	return s;
}

static void
put_agent(const struct session *s)
{
	static const char *const robots[] = {
		"Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
		"Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
		"Mozilla/5.0 (compatible; AhrefsBot/7.0; +http://ahrefs.com/robot/)",
		"Mozilla/5.0 (compatible; coccocbot-web/1.0; +http://help.coccoc.com/searchengine)",
		"python-requests/2.31.0", "curl/8.5.0" };
	static const char *const systems[] = { "Windows NT 10.0; Win64; x64",
		"X11; Linux x86_64", "Macintosh; Intel Mac OS X 10_15_7",
		"Linux; Android 14; SM-A546E", "iPhone; CPU iPhone OS 17_5 like Mac OS X" };

	if (s->kind == 1)
		printf("%s", robots[s->agent % 6]);
	else if (s->kind == 2)
		printf("Mozilla/5.0 zgrab/0.x");
	else
		printf("Mozilla/5.0 (%s) AppleWebKit/537.36 (KHTML, like Gecko) "
		    "Chrome/%u.0.%u.%u Safari/537.36", systems[s->agent % 5],
		    100 + s->agent % 30, 5000 + s->agent % 1500,
		    s->agent % 200);
}

static void
put_stamp(double at, int64_t start)
{
	static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May",
		"Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
	int64_t t = start + (int64_t)at, day = t / 86400, z = day + 719468;
	int64_t era = z / 146097, doe = z - era * 146097;
	int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	int64_t mp = (5 * doy + 2) / 153, d = doy - (153 * mp + 2) / 5 + 1;
	int64_t m = mp < 10 ? mp + 3 : mp - 9;
	int64_t y = yoe + era * 400 + (m <= 2);

	printf("[%02d/%s/%d:%02d:%02d:%02d +0000]", (int)d, months[m - 1],
	    (int)y, (int)(t / 3600 % 24), (int)(t / 60 % 60), (int)(t % 60));
}

static void
put_line(const struct session *s, int64_t start)
{
	static const char *const assets[] = { "/css/site.css", "/js/app.min.js",
		"/img/logo.png", "/img/banner-2025.jpg", "/fonts/noto.woff2" };
	double at = s->at - (below(125) == 0 ? 1 : 0);

	if (below(2000) == 0) {
		printf("%s - - \"\\x16\\x03\\x01\\x02\" 400 0\n", s->addr);
		return;
	}
	printf("%s - - ", s->addr);
	put_stamp(at, start);
	if (s->kind == 2)
		printf(" \"GET /wp-login-%u.php HTTP/1.1\" 404 %u \"-\" \"",
		    below(500), 100 + below(400));
	else if (s->assets > 0)
		printf(" \"GET %s?v=%u HTTP/2.0\" %d %u "
		    "\"https://www.example.org/tin-tuc/bai-viet-%u.aspx\" \"",
		    assets[s->assets % 5], 1 + s->page % 3,
		    below(4) == 0 ? 304 : 200, 1000 + below(90000), s->page);
	else
		printf(" \"GET /tin-tuc/bai-viet-%u.aspx%s HTTP/2.0\" %d %u "
		    "\"%s\" \"", s->page, s->page % 7 == 0 ? "?id=12" : "",
		    below(60) == 0 ? 404 : below(80) == 0 ? 301 : 200,
		    2000 + below(60000), below(3) == 0 ?
		    "https://www.google.com/" : below(40) == 0 ?
		    "https://forum.example.net/threads/1234" : "-");
	put_agent(s);
	printf("\"\n");
}

int
main(int argc, char **argv)
{
	uint64_t lines = argc > 1 ? strtoull(argv[1], NULL, 10) : 1000000;
	double days = argc > 3 ? atof(argv[3]) : 30, clock = 0, step;
	int64_t start = argc > 4 ? strtoll(argv[4], NULL, 10) : START;
	static char buffer[1 << 20];

	state = argc > 2 ? strtoull(argv[2], NULL, 10) : 42;
	setvbuf(stdout, buffer, _IOFBF, sizeof(buffer));
	step = days * 86400 / ((double)lines / 8.5); /* lines a session, about */
	for (uint64_t k = 0; k < lines; k++) {
		while (n_heap == 0 || (heap[0].at > clock &&
		    n_heap < SESSIONS - 1)) {
			clock += step;
			push(fresh(clock));
		}

		struct session s = pop();

		put_line(&s, start);
		if (s.assets > 0) {
			s.assets--;
			s.at += below(2);
		} else if (--s.left > 0) {
			s.page = zipf(PATHS);
			s.assets = s.kind == 0 ? below(4) : 0;
			s.at += s.kind == 1 ? 1 + below(5) : 5 + below(200);
		} else {
			continue;
		}
		push(s);
	}
	return fflush(stdout) != 0;
}

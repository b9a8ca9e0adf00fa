/* SPDX-License-Identifier: MIT */
/* random_line.c -- what the lines of a random log say.
 *
 * Only what the definitions decide is made: a parser that keeps to METRICS.md
 * has no choice in any of these lines. */
#include "random.h"

#include <stdio.h>
#include <string.h>

enum { LINE_LIMIT = 128 * 1024 };

static void
put(struct line *l, const char *text)
{
	size_t n = strlen(text);

	if (l->n + n + 1 > l->room) {
		l->room = 2 * (l->n + n + 1);
		l->p = gen_grow(l->p, l->room);
	}
	memcpy(l->p + l->n, text, n + 1);
	l->n += n;
}

/* ---- who ---- */

/* Addresses of every kind, each in several spellings of one visitor.  Visitors
 * 0 and 1 share the address, not the agent; 2 and 3 the agent, not the /64. */
static void
put_address(struct line *l, struct rng *r, int64_t visitor)
{
	char text[80];
	int v = (int)(visitor % 1000), low = (int)rng_below(r, 0xffff);

	if (v <= 1)
		snprintf(text, sizeof(text), "%s",
		    low % 4 == 0 ? "::ffff:203.0.113.9" :
		    low % 4 == 1 ? "::FFFF:cb00:7109" : "203.0.113.9");
	else if (v % 4 == 2)
		snprintf(text, sizeof(text), "2001:db8:%x:%s%x", v,
		    low % 2 ? "0:0:0:0:" : ":", low + 1);
	else if (v % 4 == 3 && low % 2)
		snprintf(text, sizeof(text), "2001:DB8:%X:1:a:b:c:%x", v - 1,
		    low);
	else if (v % 4 == 3)
		snprintf(text, sizeof(text), "2001:0db8:%04x:0001::%x", v - 1,
		    low + 1);
	else if (v % 4 == 0)
		snprintf(text, sizeof(text), "198.51.100.%d", v % 256);
	else
		snprintf(text, sizeof(text), "%s%d.songlam.example",
		    low % 2 ? "pc-" : "PC-", v);
	put(l, text);
}

static const char *
pick_agent(struct rng *r, int64_t visitor)
{
	static const char *const browser[] = {
		"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 "
		"(KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36",
		"Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 "
		"Firefox/143.0",
		"Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) "
		"AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 "
		"Mobile/15E148 Safari/604.1",
		"Mozilla/5.0 (Linux; Android 15; SM-A556E) \\\"thu\\\" "
		"AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 "
		"Mobile Safari/537.36",
		"Mozilla/4.0 (compatible; MSIE 8.0; Windows NT 5.1) \\x22a\\\\b",
	};
	static const char *const robot[] = {
		"Mozilla/5.0 (compatible; Googlebot/2.1; "
		"+http://www.google.com/bot.html)",
		"Mozilla/5.0 (compatible; bingbot/2.0; "
		"+http://www.bing.com/bingbot.htm)",
		"MOZILLA/5.0 (COMPATIBLE; GOOGLEBOT/2.1)",
	};
	int64_t kind = rng_below(r, 1000);

	if (kind < 100)
		return robot[kind % 3];
	if (kind < 115)
		return "-";
	if (kind < 125)
		return "";
	int64_t v = visitor == 3 ? 2 : visitor;
	return browser[v % 5];
}

/* ---- what ---- */

struct request {
	const char *text; /* NULL: a page */
	int status;
	int weight;
};

static const struct request requests[] = {
	{ NULL, 200, 520 }, { NULL, 304, 80 },
	{ "GET /style.css HTTP/1.1", 200, 20 },
	{ "GET /JS/APP.JS?v=3 HTTP/1.1", 304, 15 },
	{ "GET /anh/logo.Png#x HTTP/2.0", 200, 15 },
	{ "GET /style.css HTTP/1.1", 404, 4 },
	{ "GET /rss.xml HTTP/1.1", 200, 10 },
	{ "GET /api/list.json?page=.html HTTP/1.1", 200, 8 },
	{ "GET /robots.txt HTTP/1.1", 200, 5 },
	{ "GET /vb/qd-12.pdf HTTP/1.1", 200, 15 },
	{ "GET /vb/qd-12.tar.GZ HTTP/1.1", 200, 5 },
	{ "GET /vb/qd-12.pdf HTTP/1.1", 206, 15 },
	{ "GET /c HTTP/1.1", 206, 4 },
	{ "POST /gop-y HTTP/1.1", 200, 10 },
	{ "POST /gop-y HTTP/1.1", 302, 5 },
	{ "POST /gop-y HTTP/1.1", 304, 2 },
	{ "PUT /api/x.json HTTP/1.1", 204, 3 },
	{ "DELETE /api/x HTTP/1.1", 202, 3 },
	{ "HEAD / HTTP/1.1", 200, 10 },
	{ "HEAD / HTTP/1.1", 304, 2 },
	{ "OPTIONS * HTTP/1.1", 200, 3 },
	{ "PROPFIND / HTTP/1.1", 207, 3 },
	{ "GET /a HTTP/1.1", 201, 2 }, { "GET /a HTTP/1.1", 204, 3 },
	{ "GET /ws HTTP/1.1", 101, 3 },
	{ "GET /a HTTP/1.1", 301, 10 }, { "GET / HTTP/1.1", 302, 10 },
	{ "GET /cu HTTP/1.1", 404, 25 }, { "GET /x.pdf HTTP/1.1", 410, 5 },
	{ "POST /login HTTP/1.1", 403, 5 }, { "GET /a HTTP/1.1", 499, 3 },
	{ "GET / HTTP/1.1", 500, 10 }, { "POST /gop-y HTTP/1.1", 503, 5 },
	{ "GET / HTTP/1.1", 599, 1 }, { "GET / HTTP/1.1", 100, 1 },
	{ "-", 400, 5 }, { "-", 408, 4 }, { "-", 200, 2 }, { "", 400, 3 },
	{ "\\x16\\x03\\x01\\x02\\x00\\x01\\x00\\x01\\xfc\\x03\\x03", 400, 5 },
	{ "\\x03\\x00\\x00/*\\xE0\\x00\\x00", 200, 2 },
	{ "GET /tim?q=\\\"a\\\" HTTP/1.1", 404, 3 },
	{ "GET /shell?cd+/tmp;rm+-rf+*\\\\ HTTP/1.1", 404, 3 },
};

/* Every one is a page, the odd ones because of what stands around the name. */
static void
put_page(struct line *l, struct rng *r, int64_t pages)
{
	static const char *const odd[] = { "GET /b.aspx HTTP/1.1",
		"GET /d?x=a.css HTTP/1.1", "GET /e.css/ HTTP/1.1",
		"GET /f.d/g HTTP/2.0", "GET /%68 HTTP/1.1",
		"GET /t%C3%AAn HTTP/1.1", "GET /k.php?id=1&tab=2#m HTTP/1.0",
		"GET http://skhcn.songlam.example/n HTTP/1.1" };
	char text[64];
	int64_t n = rng_below(r, pages);

	if (rng_chance(r, 150)) {
		put(l, odd[rng_below(r, 8)]);
		return;
	}
	if (n == 0)
		snprintf(text, sizeof(text), "GET / HTTP/1.1");
	else
		snprintf(text, sizeof(text), "GET /trang-%d HTTP/1.1", (int)n);
	put(l, text);
}

static int
put_request(struct line *l, struct rng *r, int64_t pages)
{
	const struct request *q = requests;
	int sum = 0;

	for (size_t i = 0; i < sizeof(requests) / sizeof(requests[0]); i++)
		sum += requests[i].weight;
	for (int64_t n = rng_below(r, sum); n >= q->weight; q++)
		n -= q->weight;
	if (q->text == NULL)
		put_page(l, r, pages);
	else
		put(l, q->text);
	return q->status;
}

static void
put_bytes(struct line *l, struct rng *r)
{
	char text[24];
	int64_t kind = rng_below(r, 100);

	if (kind < 10)
		snprintf(text, sizeof(text), "-");
	else if (kind < 20)
		snprintf(text, sizeof(text), "0");
	else if (kind < 22) /* more than 32 bits hold */
		snprintf(text, sizeof(text), "%lld",
		    5000000000LL + (long long)rng_below(r, 1000));
	else
		snprintf(text, sizeof(text), "%d", (int)rng_below(r, 60000));
	put(l, text);
}

static void
put_stamp(struct line *l, struct rng *r, int64_t at_s)
{
	static const int offset_min[] = { 420, 420, 420, 420, 420, 420, 0, 0,
		-210, -210, 345, 840, -600 };
	char text[STAMP_MAX];
	int off = offset_min[rng_below(r, 13)];
	bool leap = at_s % 60 == 59 && rng_chance(r, 100);

	stamp_clf(text, at_s, off, leap);
	put(l, text);
}

static void
put_referrer(struct line *l, struct rng *r)
{
	static const char *const referrer[] = { "-", "-", "-",
		"https://skhcn.songlam.example/", "https://www.google.com/",
		"https://songlam.example/tim?q=\\\"a b\\\"", "",
		"android-app://com.google.android.gm/\\\\" };

	put(l, referrer[rng_below(r, 8)]);
}

void
random_hit(struct line *l, struct rng *r, const struct random_options *o,
    const struct event *e)
{
	char text[16];

	if (strcmp(o->format, "vhost_combined") == 0)
		put(l, rng_chance(r, 900) ? "skhcn.songlam.example:443 " :
		    "skhcn.songlam.example:80 ");
	put_address(l, r, e->visitor);
	put(l, rng_chance(r, 20) ? " - canbo [" : " - - [");
	put_stamp(l, r, e->at_s);
	put(l, "] \"");
	snprintf(text, sizeof(text), "\" %d ", put_request(l, r, o->pages));
	put(l, text);
	put_bytes(l, r);
	if (strcmp(o->format, "common") == 0)
		return;
	put(l, " \"");
	put_referrer(l, r);
	put(l, "\" \"");
	put(l, pick_agent(r, e->visitor));
	if (!rng_chance(r, 4)) /* the last field may lack its quote */
		put(l, "\"");
}

/* ---- lines that are no hits, and lines hard to read ---- */

static const char *
malformed(struct rng *r)
{
	static const char *const line[] = { "rubbish", "- - -",
		"203.0.113.9 - - \"GET / HTTP/1.1\" 200 5 \"-\" \"x\"",
		"203.0.113.9 - - [31/Feb/2026:10:00:00 +0700] "
		"\"GET / HTTP/1.1\" 200 5 \"-\" \"x\"",
		"203.0.113.9 - - [01/Foo/2026:10:00:00 +0700] "
		"\"GET / HTTP/1.1\" 200 5 \"-\" \"x\"",
		"203.0.113.9 - - [01/Oct/2026:24:00:00 +0700] "
		"\"GET / HTTP/1.1\" 200 5 \"-\" \"x\"",
		"203.0.113.9 - - [01/Oct/2026:10:00:00 +0700] "
		"\"GET / HTTP/1.1\" 99 5 \"-\" \"x\"",
		"203.0.113.9 - - [01/Oct/2026:10:00:00 +0700] "
		"\"GET / HTTP/1.1\" 600 5 \"-\" \"x\"",
		"203.0.113.9 - - [01/Oct/2026:10:00:00 +0700] "
		"\"GET / HTTP/1.1\" - 5 \"-\" \"x\"",
		"203.0.113.9 - - [01/Oct/2026:10:00:00 +0700] \"GET /tin",
		"203.0.113.9 - - [01/Oct/2026:10:0",
		"<b>203.0.113.9</b> - - [01/Oct/2026:10:00:00 +0700] "
		"\"GET / HTTP/1.1\" 200 5 \"-\" \"x\"",
		"\x16\x03\x01\x01\xfe\xff rubbish" };

	return line[rng_below(r, 13)];
}

static const char *
blank(struct rng *r)
{
	static const char *const line[] = { "", " ", "\t", "\r", "  \t " };

	return line[rng_below(r, 5)];
}

/* A page whose line has just the greatest length, or one byte more. */
static void
put_longest(struct line *l, struct rng *r, const struct random_options *o,
    const struct event *e)
{
	size_t limit = LINE_LIMIT + (rng_chance(r, 500) ? 1 : 0);
	const char *rest = strcmp(o->format, "common") == 0 ?
	    " HTTP/1.1\" 200 7" :
	    " HTTP/1.1\" 200 7 \"-\" \"Mozilla/5.0 (X11; Linux x86_64)\"";

	if (o->format[0] == 'v')
		put(l, "skhcn.songlam.example:443 ");
	put_address(l, r, e->visitor);
	put(l, " - - [");
	put_stamp(l, r, e->at_s);
	put(l, "] \"GET /dai?x=");
	while (l->n + strlen(rest) < limit)
		put(l, "a");
	put(l, rest);
}

void
random_line(struct line *l, struct rng *r, const struct random_options *o,
    const struct event *e, bool easy)
{
	int64_t kind = rng_below(r, 4000);

	l->n = 0;
	if (kind < 40)
		put(l, malformed(r));
	else if (kind < 65)
		put(l, blank(r));
	else if (kind == 65 && !easy)
		put_longest(l, r, o, e);
	else
		random_hit(l, r, o, e);
	if (kind >= 66 && rng_chance(r, 30))
		put(l, "\r");
}

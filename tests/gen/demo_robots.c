/* SPDX-License-Identifier: MIT */
/* demo_robots.c -- those who are nobody: crawlers, scanners, the uptime probe,
 * and what servers write when nobody makes sense. */
#include "demo.h"

#include <stdio.h>
#include <string.h>

struct robot {
	const char *agent;
	int most; /* requests a day */
};

static const struct robot robots[] = {
	{ "Mozilla/5.0 (compatible; Googlebot/2.1; "
	  "+http://www.google.com/bot.html)", 50 },
	{ "Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X Build/MMB29P) "
	  "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.7339.207 Mobile "
	  "Safari/537.36 (compatible; Googlebot/2.1; "
	  "+http://www.google.com/bot.html)", 40 },
	{ "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; "
	  "bingbot/2.0; +http://www.bing.com/bingbot.htm) "
	  "Chrome/116.0.1938.76 Safari/537.36", 50 },
	{ "Mozilla/5.0 (compatible; coccocbot-web/1.0; "
	  "+http://help.coccoc.com/searchengine)", 40 },
	{ "Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots)",
	  14 },
	{ "Mozilla/5.0 (compatible; AhrefsBot/7.0; +http://ahrefs.com/robot/)",
	  40 },
	{ "Mozilla/5.0 (compatible; SemrushBot/7~bl; "
	  "+http://www.semrush.com/bot.html)", 30 },
	{ "Mozilla/5.0 (compatible; MJ12bot/v1.4.8; http://mj12bot.com/)",
	  12 },
	{ "Mozilla/5.0 (Linux; Android 5.0) AppleWebKit/537.36 (KHTML, like "
	  "Gecko) Mobile Safari/537.36 (compatible; Bytespider; "
	  "spider-feedback@bytedance.com)", 36 },
	{ "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; "
	  "GPTBot/1.2; +https://openai.com/gptbot)", 24 },
	{ "Mozilla/5.0 (Linux; Android 7.0;) AppleWebKit/537.36 (KHTML, like "
	  "Gecko) Mobile Safari/537.36 (compatible; PetalBot;"
	  "+https://webmaster.petalsearch.com/site/petalbot)", 20 },
	{ "facebookexternalhit/1.1 "
	  "(+http://www.facebook.com/externalhit_uatext.php)", 8 },
};
enum { N_ROBOTS = sizeof(robots) / sizeof(robots[0]) };

static const char *const probes[] = { "/wp-login.php", "/.env", "/.git/config",
	"/phpmyadmin/index.php", "/xmlrpc.php", "/vendor/phpunit/phpunit/src/"
	"Util/PHP/eval-stdin.php", "/cgi-bin/luci/;stok=/locale",
	"/actuator/health", "/boaform/admin/formLogin", "/wp-admin/setup-config"
	".php", "/owa/auth/logon.aspx", "/HNAP1/", "/manager/html",
	"/solr/admin/info/system", "/index.php?s=/index/\\\\think\\\\app/"
	"invokefunction", "/?id=1%27%20OR%20%271%27=%271", "/backup.zip",
	"/_vti_bin/owssvr.dll", "/login.action", "/api/v1/pods" };

static const char *const scanners[] = { "Mozilla/5.0 zgrab/0.x", "-",
	"python-requests/2.32.3", "curl/8.5.0", "Go-http-client/1.1",
	"Mozilla/5.0 (compatible; CensysInspect/1.1; "
	"+https://about.censys.io/)",
	"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, "
	"like Gecko) Chrome/81.0.4044.129 Safari/537.36" };

#define PICK(r, table) \
	((table)[rng_below(r, (int64_t)(sizeof(table) / sizeof((table)[0])))])

static void
robot_request(struct demo_log *g, const struct site_text *s, struct rng *r,
    const struct robot *robot, int64_t at_s)
{
	char addr[48], target[TARGET_MAX];
	int which = (int)(robot - robots);
	int64_t kind = rng_below(r, 100);
	struct request q = { .at_s = at_s, .role = ROLE_ROBOT, .addr = addr,
		.agent = robot->agent, .method = "GET", .target = target,
		.protocol = "HTTP/1.1", .status = 200, .page = true,
		.bytes = 9000 + rng_below(r, 40000) };

	q.server = rng_chance(r, 250);
	q.took_s = rng_chance(r, 100);
	if (which % 4 == 2)
		snprintf(addr, sizeof(addr), "2001:db8:b07:%x::%x", which + 1,
		    (int)rng_below(r, 64) + 1);
	else
		snprintf(addr, sizeof(addr), "192.0.2.%d", 64 + which * 4 +
		    (int)rng_below(r, 4));
	site_article(s, r, at_s, target);
	if (kind < 6)
		snprintf(target, sizeof(target), "/robots.txt");
	else if (kind < 8)
		snprintf(target, sizeof(target), "/sitemap.xml");
	else if (kind < 14)
		snprintf(target, sizeof(target), "/");
	else if (kind < 24)
		snprintf(target, sizeof(target), "%s", site_section(r));
	else if (kind < 30)
		site_document(r, at_s, target);
	else if (kind < 38)
		q.status = 304;
	else if (kind < 45)
		q.status = 404;
	else if (kind < 48)
		q.status = 301;
	log_add(g, &q);
}

static void
scan(struct demo_log *g, struct rng *r, int64_t midnight, int64_t requests)
{
	static const int refused[] = { 404, 404, 404, 403, 400, 405 };
	char addr[48];
	const char *agent = PICK(r, scanners);
	int server = rng_chance(r, 250);
	int64_t at_s = midnight + rng_below(r, DAY_S);

	snprintf(addr, sizeof(addr), "192.0.2.%d",
	    128 + (int)rng_below(r, 62));
	for (int64_t i = 0; i < requests; i++) {
		struct request q = { .at_s = at_s, .role = ROLE_SCANNER,
			.server = server, .addr = addr, .agent = agent,
			.protocol = "HTTP/1.1", .bytes = 196 };
		q.method = rng_chance(r, 120) ? "POST" : "GET";
		q.target = PICK(r, probes);
		q.status = PICK(r, refused);
		log_add(g, &q);
		at_s += rng_below(r, 3);
	}
}

/* What is no HTTP at all; servers escape it. */
static void
noise(struct demo_log *g, struct rng *r, int64_t at_s)
{
	static const char *const text[] = { "-", "-",
		"\\x16\\x03\\x01\\x00\\xee\\x01\\x00\\x00\\xea\\x03\\x03\\xd1",
		"\\x16\\x03\\x02\\x01o\\x01\\x00\\x01k\\x03\\x02RH\\xc5\\x1a",
		"\\x03\\x00\\x00/*\\xE0\\x00\\x00\\x00\\x00\\x00", "" };
	char addr[48];
	const char *said = PICK(r, text);

	snprintf(addr, sizeof(addr), "192.0.2.%d",
	    128 + (int)rng_below(r, 62));
	struct request q = { .at_s = at_s, .role = ROLE_SCANNER, .addr = addr,
		.server = rng_chance(r, 250), .agent = "-", .target = said,
		.status = *said == '-' ? 408 : 400,
		.bytes = *said == '-' ? 0 : 150 };
	log_add(g, &q);
}

/* A scraper behind a browser's agent: human by the list, odd by its conduct. */
static void
scrape(struct demo_log *g, const struct site_text *s, struct rng *r,
    int64_t at_s)
{
	char target[TARGET_MAX];
	int64_t pages = 40 + rng_below(r, 50);

	for (int64_t i = 0; i < pages; i++) {
		struct request q = { .at_s = at_s, .role = ROLE_HUMAN,
			.addr = "203.0.113.250", .method = "GET",
			.agent = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) "
			"AppleWebKit/537.36 (KHTML, like Gecko) "
			"Chrome/99.0.4844.51 Safari/537.36",
			.target = target, .protocol = "HTTP/1.1",
			.status = 200, .bytes = 21000, .page = true,
			.key = 1 };
		site_article(s, r, at_s, target);
		log_add(g, &q);
		at_s += 1 + rng_below(r, 3);
	}
}

static void
probe_uptime(struct demo_log *g, struct rng *r, int64_t midnight)
{
	for (int64_t at = midnight + 17; at < midnight + DAY_S; at += 300) {
		struct request q = { .at_s = at + rng_below(r, 2),
			.role = ROLE_MONITOR, .addr = DEMO_MONITOR,
			.agent = "Mozilla/5.0+(compatible; UptimeRobot/2.0; "
			"http://www.uptimerobot.com/)",
			.method = "GET", .target = "/", .status = 200,
			.protocol = "HTTP/1.1", .bytes = 31876, .page = true };
		log_add(g, &q);
	}
}

void
robots_day(struct demo_log *g, const struct site_text *s, struct rng *r,
    int64_t day)
{
	int64_t midnight = day * DAY_S - VN_S;

	for (int i = 0; i < N_ROBOTS; i++) {
		int64_t n = robots[i].most / 4 +
		    rng_below(r, robots[i].most * 3 / 4 + 1);
		while (n-- > 0)
			robot_request(g, s, r, &robots[i],
			    midnight + rng_below(r, DAY_S));
	}
	for (int64_t n = 2 + rng_below(r, 5); n > 0; n--)
		scan(g, r, midnight, 1 + rng_below(r, 4));
	for (int64_t n = rng_below(r, 7); n > 0; n--)
		noise(g, r, midnight + rng_below(r, DAY_S));
	if (rng_chance(r, 180))
		scan(g, r, midnight, 40 + rng_below(r, 120));
	if (rng_chance(r, 100))
		scrape(g, s, r, midnight + 3 * 3600 + rng_below(r, 7200));
	probe_uptime(g, r, midnight);
}

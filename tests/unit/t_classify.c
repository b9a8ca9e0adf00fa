/* SPDX-License-Identifier: MIT */
#include "aggregate/classify.h"

#include <stdio.h>

#include "tests/tap.h"

#define FIREFOX "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 " \
	"Firefox/128.0"

static const char *internal[] = { "192.0.2.0/24", "2001:db8:1::/48", NULL };
static const char *monitor[] = { "UptimeRobot", "ping [site]", "203.0.113.7",
	"2001:db8:2::/48", NULL };
static const char *exclude[] = { "/health*", "/t\xC3\xAAn/*", "/b%2fc", NULL };
static const char *post_page[] = { "*.aspx", NULL };
static const char *asset[] = { "/_layouts/*", NULL };
static const char *feed[] = { "/api/*", NULL };
static const char *download[] = { "/tai-ve/*", "/api/file/*", NULL };
static const char *hosts[] = { "example.vn", NULL };
static const char *kept[] = { "id", NULL };

static const struct site site = {
	.internal = internal, .monitor = monitor, .exclude = exclude,
	.post_page = post_page, .asset = asset, .feed = feed,
	.download = download, .host = hosts, .keep_query = kept,
	.widget_path = "/thong-ke/",
};
static const struct site bare = SITE_DEFAULTS;

/* The spans end at unreadable pages. */
static struct span
guarded(const char *text)
{
	size_t n = strlen(text);

	return (struct span){ tap_guarded(text, n), n };
}

static struct hit
hit_of(const char *addr, const char *method, const char *target,
    unsigned status, const char *agent)
{
	return (struct hit){ .addr = guarded(addr), .method = guarded(method),
		.target = guarded(target), .status = (uint16_t)status,
		.agent = guarded(agent), .took_us = -1 };
}

static const struct {
	const char *name, *addr, *target, *agent;
	enum class want;
} classes[] = {
	{ "a person", "198.51.100.1", "/", FIREFOX, CLASS_HUMAN },
	{ "a robot", "198.51.100.1", "/", "Googlebot/2.1", CLASS_ROBOT },
	{ "no agent", "198.51.100.1", "/", "", CLASS_ROBOT },
	{ "an internal address", "192.0.2.9", "/", FIREFOX, CLASS_INTERNAL },
	{ "an internal robot is internal", "192.0.2.9", "/", "curl/8",
	    CLASS_INTERNAL },
	{ "a mapped internal address", "::ffff:192.0.2.9", "/", FIREFOX,
	    CLASS_INTERNAL },
	{ "an internal IPv6 address", "2001:db8:1:2::3", "/", FIREFOX,
	    CLASS_INTERNAL },
	{ "a probe by its agent", "198.51.100.1", "/",
	    "Mozilla/5.0+(compatible; uptimerobot/2.0)", CLASS_MONITOR },
	{ "a probe's agent with brackets", "198.51.100.1", "/",
	    "PING [SITE] 1.0", CLASS_MONITOR },
	{ "a probe by its address", "203.0.113.7", "/", FIREFOX,
	    CLASS_MONITOR },
	{ "a probe by its network", "2001:db8:2::1", "/", FIREFOX,
	    CLASS_MONITOR },
	{ "a probe from inside is internal", "192.0.2.1", "/", "UptimeRobot",
	    CLASS_INTERNAL },
	{ "an excluded path", "198.51.100.1", "/healthz?x=1", FIREFOX,
	    CLASS_EXCLUDED },
	{ "even from inside", "192.0.2.1", "/health", FIREFOX,
	    CLASS_EXCLUDED },
	{ "even of a robot", "198.51.100.1", "/health", "", CLASS_EXCLUDED },
	{ "a glob sees the path with escapes undone", "198.51.100.1",
	    "/%74e%CC%82n/1", FIREFOX, CLASS_EXCLUDED },
	{ "a glob may be escaped itself", "198.51.100.1", "/b%2Fc", FIREFOX,
	    CLASS_EXCLUDED },
	{ "the query is not the path's", "198.51.100.1", "/?p=/health",
	    FIREFOX, CLASS_HUMAN },
	{ "garbage has a class by its agent", "198.51.100.1", "", FIREFOX,
	    CLASS_HUMAN },
	{ "a host name is in no network", "may1.example.vn", "/", FIREFOX,
	    CLASS_HUMAN },
};

static const struct {
	const char *name, *method, *target;
	unsigned status;
	enum outcome want;
} outcomes[] = {
	{ "a page", "GET", "/tin-tuc", 200, OUTCOME_PAGE },
	{ "not modified is a page too", "GET", "/tin-tuc", 304, OUTCOME_PAGE },
	{ "a script", "GET", "/a.js?v=1.html", 200, OUTCOME_ASSET },
	{ "its extension escaped", "GET", "/a.j%73", 200, OUTCOME_ASSET },
	{ "a document under a session", "GET", "/a.pdf;jsessionid=1.html", 200,
	    OUTCOME_DOWNLOAD },
	{ "a query alone", "GET", "?a.css", 200, OUTCOME_PAGE },
	{ "a fragment", "GET", "/a#b.css", 200, OUTCOME_PAGE },
	{ "the absolute form", "GET", "http://example.vn/a.css", 200,
	    OUTCOME_ASSET },
	{ "a host is no file", "GET", "http://example.zip", 200,
	    OUTCOME_PAGE },
	{ "a configured asset", "GET", "/_layouts/15/start.aspx", 200,
	    OUTCOME_ASSET },
	{ "a configured feed", "GET", "/api/poll", 200, OUTCOME_FEED },
	{ "a configured download", "GET", "/tai-ve/12", 200,
	    OUTCOME_DOWNLOAD },
	{ "of two that fit, the table's first", "GET", "/api/file/1", 200,
	    OUTCOME_FEED },
	{ "an asset's extension before a feed's glob", "GET", "/api/a.png", 200,
	    OUTCOME_ASSET },
	{ "a feed's glob before a document's extension", "GET", "/api/a.pdf",
	    200, OUTCOME_FEED },
	{ "the widget's page", "GET", "/thong-ke/", 200, OUTCOME_FEED },
	{ "its script too, always", "GET", "/thong-ke/widget.js", 304,
	    OUTCOME_FEED },
	{ "its address without a slash", "GET", "/thong-ke", 200,
	    OUTCOME_FEED },
	{ "its address in disguise", "GET", "/thong%2Dke/a.svg?x", 200,
	    OUTCOME_FEED },
	{ "a page whose name begins alike", "GET", "/thong-ke-2026", 200,
	    OUTCOME_PAGE },
	{ "the widget's error is an error", "GET", "/thong-ke/x", 404,
	    OUTCOME_CLIENT_ERROR },
	{ "a postback of the site is a page", "POST", "/Default.aspx?x", 200,
	    OUTCOME_PAGE },
	{ "unless it is an asset", "POST", "/_layouts/a.aspx", 200,
	    OUTCOME_ASSET },
	{ "with 201 it is an action", "POST", "/Default.aspx", 201,
	    OUTCOME_ACTION },
	{ "another POST is an action", "POST", "/login", 200,
	    OUTCOME_ACTION },
	{ "HEAD of a page", "HEAD", "/", 200, OUTCOME_OTHER },
	{ "garbage with 400", "", "", 400, OUTCOME_CLIENT_ERROR },
	{ "garbage with 200", "", "\\x16\\x03\\x01", 200, OUTCOME_OTHER },
};

static void
rows(struct classify *c)
{
	for (int round = 0; round < 2; round++)
		for (size_t i = 0; i < sizeof(classes) / sizeof(*classes); i++) {
			struct hit hit = hit_of(classes[i].addr, "GET",
			    classes[i].target, 200, classes[i].agent);

			is_text(class_name(classify_class(c, &hit)),
			    class_name(classes[i].want), "%s%s",
			    classes[i].name,
			    round > 0 ? ", remembered" : "");
		}
	for (size_t i = 0; i < sizeof(outcomes) / sizeof(*outcomes); i++) {
		struct hit hit = hit_of("198.51.100.1", outcomes[i].method,
		    outcomes[i].target, outcomes[i].status, FIREFOX);

		is_text(outcome_name(classify_outcome(c, &hit)),
		    outcome_name(outcomes[i].want), "%s", outcomes[i].name);
	}
}

/* More agents than the cache holds, each asked again when it is long gone. */
static void
full_cache(struct classify *c)
{
	static const char marks[] = "Cubot ";
	size_t wrong = 0;

	for (int round = 0; round < 2; round++)
		for (int i = 0; i < 80000; i++) {
			char agent[80];
			bool robot = i % 3 == 0;
			int n = snprintf(agent, sizeof(agent),
			    "Mozilla/5.0 (Linux; %s%d) Firefox/1.0",
			    robot ? marks + 2 : marks, i);
			struct hit hit = { .addr = SPAN("198.51.100.1"),
				.target = SPAN("/"),
				.agent = { agent, (size_t)n } };

			wrong += classify_class(c, &hit) !=
			    (robot ? CLASS_ROBOT : CLASS_HUMAN);
		}
	is_int((long long)wrong, 0,
	    "160,000 agents have the class that they have without a cache");

	static char longest[64 * 1024];
	struct hit hit = { .addr = SPAN("198.51.100.1"), .target = SPAN("/"),
		.agent = { longest, sizeof(longest) } };

	memset(longest, 'x', sizeof(longest));
	memcpy(longest, "Mozilla/5.0 ", 12);
	is_text(class_name(classify_class(c, &hit)), "human",
	    "an agent too long to be remembered");
	memcpy(longest + sizeof(longest) - 7, "bingbot", 7);
	is_text(class_name(classify_class(c, &hit)), "robot",
	    "is read to its end each time");
}

static const struct {
	const char *name, *addr, *want; /* want: hexadecimal */
} addresses[] = {
	{ "IPv4 is four bytes", "192.0.2.1", "c0000201" },
	{ "mapped too", "::ffff:192.0.2.1", "c0000201" },
	{ "IPv6 is its /64", "2001:db8:1:2:3:4:5:6", "20010db800010002" },
	{ "however written", "2001:DB8:1:2::9", "20010db800010002" },
	{ "a host name in lower case", "AB.vn", "61622e766e" },
	{ "what only looks like an address", "1.2.3.04",
	    "312e322e332e3034" },
};

static void
address_rows(void)
{
	unsigned char out[256];

	for (size_t i = 0; i < sizeof(addresses) / sizeof(*addresses); i++) {
		struct hit hit = { .addr = guarded(addresses[i].addr) };
		size_t n = classify_address(&hit, out);
		char hex[64] = "";

		for (size_t k = 0; k < n && k < 31; k++)
			snprintf(hex + 2 * k, 3, "%02x", out[k]);
		is_text(hex, addresses[i].want, "%s", addresses[i].name);
	}

	static char name[300];
	struct hit hit = { .addr = { name, sizeof(name) } };

	memset(name, 'A', sizeof(name));
	ok(classify_address(&hit, out) == 256 && out[255] == 'a',
	    "a host name is cut at 256 bytes");
}

static void
names(struct classify *c)
{
	struct hit hit = hit_of("192.0.2.1", "GET", "/a?id=1&b=2", 200, "");
	struct buf got = { 0 };

	hit.referrer = guarded("http://example.vn/x?id=7&y=8");
	classify_page(c, &hit, &got);
	is_text(buf_text(&got), "/a?id=1", "the page's name");
	buf_clear(&got);
	classify_referrer(c, &hit, &got);
	is_text(buf_text(&got), "/x?id=7", "the own referrer's name");
	buf_close(&got);
}

static void
settings(const struct lists *lists)
{
	static const char *wrong[] = { "192.0.2.0/24", "192.0.2.0/33", NULL };
	struct classify *c = NULL;
	struct err err = { 0 };
	struct site s = { .internal = wrong };

	ok(!classify_open(&s, lists, &c, &err) && c == NULL &&
	    err.code == ERR_CONFIG && strstr(err.text, "192.0.2.0/33") != NULL,
	    "a wrong internal network is told");
	s = (struct site){ .monitor = wrong };
	ok(!classify_open(&s, lists, &c, &err) && c == NULL &&
	    strncmp(err.text, "monitor = ", 10) == 0,
	    "a wrong monitor network is told");

	s = bare;
	s.widget_path = "/";
	if (ok(classify_open(&s, lists, &c, &err),
	    "a site of nothing but defaults is one")) {
		struct hit hit = hit_of("192.0.2.1", "GET", "/", 200, FIREFOX);

		is_text(class_name(classify_class(c, &hit)), "human",
		    "no network is internal then");
		is_text(outcome_name(classify_outcome(c, &hit)), "page",
		    "a widget at / does not hide the site");
		classify_close(c);
	}
	classify_close(NULL);
}

int
main(void)
{
	struct robots *robots = NULL;
	struct lists lists = { 0 };
	struct classify *c = NULL;
	struct err err = { 0 };

	if (!ok(robots_open(NULL, &robots, &err) &&
	    (lists.robots = robots) != NULL &&
	    classify_open(&site, &lists, &c, &err), "a classifier opens")) {
		diag("%s", err.text);
		return done();
	}
	rows(c);
	full_cache(c);
	address_rows();
	names(c);
	settings(&lists);
	classify_close(c);
	robots_close(robots);
	return done();
}

/* SPDX-License-Identifier: MIT */
#include "aggregate/client.h"

#include <stdio.h>
#include <unistd.h>

#include "aggregate/agent.h"
#include "tests/tap.h"
#include "tests/unit/mmdb.h"
#include "tests/unit/rig.h"

#define FIREFOX "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 " \
	"Firefox/128.0"
#define IPHONE "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) " \
	"AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 " \
	"Mobile/15E148 Safari/604.1"

static const char *internal[] = { "192.0.2.0/24", "2001:db8:1::/48", NULL };
static const char *monitor[] = { "UptimeRobot", "203.0.113.7", NULL };
static const struct site site = { .internal = internal, .monitor = monitor };

/* ---- a database with two networks ---- */

static char path[] = "/tmp/t_client.XXXXXX";

static struct geo *
open_countries(void)
{
	static struct mmdb m;
	struct geo_paths paths = { .path = { [GEO_COUNTRY] = path } };
	struct geo *g = NULL;
	struct buf out = { 0 };
	struct err err;
	int fd = mkstemp(path);

	mmdb_map(&m.data, 1);
	mmdb_text(&m.data, "country_code");
	mmdb_text(&m.data, "VN");
	mmdb_put(&m, "198.51.100.0/25", 0);
	mmdb_put(&m, "192.0.2.0/24", 0);
	mmdb_put(&m, "2001:db8::/32", 0);
	mmdb_body(&m, &out);
	mmdb_metadata(&out, m.nodes, "Test-Country", 1790000000);
	if (fd < 0 || write(fd, out.p, out.n) != (ssize_t)out.n)
		abort();
	close(fd);
	must(geo_open(&paths, &g, &err), &err);
	unlink(path);
	buf_close(&out);
	buf_close(&m.data);
	return g;
}

/* ---- rows ---- */

static const struct {
	const char *name, *addr, *agent, *class, *country, *traits;
	unsigned flags;
	const char *kind; /* NULL: no robot's pattern */
} rows[] = {
	{ "a person of a country that is known", "198.51.100.1", FIREFOX,
	    "human", "VN", "firefox linux desktop",
	    VIEW_IPV4, NULL },
	{ "and of one that is not", "198.51.100.200", FIREFOX, "human", "",
	    "firefox linux desktop",
	    VIEW_IPV4, NULL },
	{ "a phone by IPv6", "2001:db8::1", IPHONE, "human", "VN",
	    "safari ios phone", VIEW_IPV6, NULL },
	{ "IPv4 within IPv6 is IPv4", "::ffff:198.51.100.1", FIREFOX,
	    "human", "VN", "firefox linux desktop",
	    VIEW_IPV4, NULL },
	{ "a host name has neither", "host.example", FIREFOX, "human", "",
	    "firefox linux desktop", 0, NULL },
	{ "a browser that nobody knows", "198.51.100.1", "Mozilla/5.0 (X11; "
	    "Linux x86_64) AppleWebKit/605.1.15 (KHTML, like Gecko) "
	    "Version/17.0 Safari/605.1.15", "human", "VN",
	    "other linux desktop",
	    VIEW_IPV4, NULL },
	{ "a search engine", "198.51.100.1", "Googlebot/2.1", "robot", "VN",
	    "other other other",
	    VIEW_IPV4, "search engine" },
	{ "a tool", "198.51.100.1", "curl/8.5.0", "robot", "VN",
	    "other other other",
	    VIEW_IPV4, "library/tool" },
	{ "no agent", "2001:db8::1", "", "robot", "VN", "other other other",
	    VIEW_IPV6, "empty agent" },
	{ "an internal reader", "192.0.2.9", FIREFOX, "internal", "VN",
	    "firefox linux desktop",
	    VIEW_IPV4, NULL },
	{ "an internal robot is internal, by whatever pattern", "192.0.2.9",
	    "curl/8.5.0", "internal", "VN", "other other other", VIEW_IPV4,
	    "library/tool" },
	{ "an internal IPv6", "2001:db8:1::5", FIREFOX, "internal", "VN",
	    "firefox linux desktop", VIEW_IPV6, NULL },
	{ "a probe by its agent", "198.51.100.1",
	    "Mozilla/5.0+(compatible; uptimerobot/2.0)", "monitor", "VN",
	    "other other other",
	    VIEW_IPV4, NULL },
	{ "a probe by its address", "203.0.113.7", FIREFOX, "monitor", "",
	    "firefox linux desktop",
	    VIEW_IPV4, NULL },
	{ "a probe's agent from inside is internal", "192.0.2.9",
	    "UptimeRobot", "internal", "VN", "other other other",
	    VIEW_IPV4, NULL },
	{ "but our own probe is one wherever it runs", "192.0.2.9",
	    "truycap-probe/1", "monitor", "VN", "other other other",
	    VIEW_IPV4, NULL },
	{ "which is told by its whole name", "192.0.2.9", "truycap-probes",
	    "internal", "VN", "other other other", VIEW_IPV4,
	    "other crawler" },
};

static void
check(const struct client *c, size_t i, const struct robots *robots,
    const char *when)
{
	struct buf traits = { 0 };
	char country[3] = { (char)(c->traits.country >> 8),
		(char)c->traits.country, '\0' };
	bool pattern = c->robot != CLIENT_NO_ROBOT;

	buf_printf(&traits, "%s %s %s",
	    agent_browser_key((enum browser)c->traits.browser),
	    agent_system_key((enum system)c->traits.system),
	    agent_device_key((enum device)c->traits.device));
	if (!ok(strcmp(class_name(c->class), rows[i].class) == 0 &&
	    strcmp(country, rows[i].country) == 0 &&
	    strcmp(buf_text(&traits), rows[i].traits) == 0 &&
	    c->traits.flags == rows[i].flags &&
	    pattern == (rows[i].kind != NULL) && (!pattern ||
	    (strcmp(robot_reason_name(c->reason), rows[i].kind) == 0 &&
	    robots_number(robots, c->robot)->reason == c->reason)), "%s%s",
	    rows[i].name, when))
		diag("%s, '%s', %s, flags %u, robot %u", class_name(c->class),
		    country, buf_text(&traits), c->traits.flags, c->robot);
	buf_close(&traits);
}

static struct hit
hit_of(const char *addr, const char *agent)
{
	size_t a = strlen(addr), g = strlen(agent);

	return (struct hit){ .addr = { tap_guarded(addr, a), a },
		.agent = { tap_guarded(agent, g), g } };
}

static void
test_rows(const struct lists *lists)
{
	struct clients *c = NULL;
	struct err err;

	must(clients_open(&site, lists, &c, &err), &err);
	for (int round = 0; round < 2; round++)
		for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
			struct hit hit = hit_of(rows[i].addr, rows[i].agent);
			struct client is = clients_tell(c, &hit);

			check(&is, i, lists->robots,
			    round > 0 ? ", remembered" : "");
		}
	clients_close(c);
	clients_close(NULL);
}

/* ---- what is remembered of agents changes nothing ---- */

static bool
same(const struct client *a, const struct client *b)
{
	return a->class == b->class && a->robot == b->robot &&
	    (a->robot == CLIENT_NO_ROBOT || a->reason == b->reason) &&
	    a->traits.browser == b->traits.browser &&
	    a->traits.system == b->traits.system &&
	    a->traits.device == b->traits.device &&
	    a->traits.country == b->traits.country &&
	    a->traits.flags == b->traits.flags;
}

/* More agents than are remembered, and some that are too long to be. */
static void
test_cache(const struct lists *lists)
{
	static const char *const mark[] = { FIREFOX, IPHONE, "Googlebot/2.1",
		"curl/8", "x" };
	static char agent[1400];
	struct clients *c = NULL, *fresh = NULL;
	struct client first[5], got;
	struct err err;
	bool good = true;

	must(clients_open(&site, lists, &c, &err) &&
	    clients_open(&site, lists, &fresh, &err), &err);
	for (int i = 0; i < 5; i++) {
		struct hit hit = { .addr = SPAN("198.51.100.1"),
			.agent = span_of(mark[i]) };

		first[i] = clients_tell(fresh, &hit);
	}
	for (int i = 0; i < 50000; i++) {
		/* What follows a blank tells nothing new. */
		int n = snprintf(agent, sizeof(agent), "%s %0*d", mark[i % 5],
		    i % 1000 == 0 ? 1200 : 1, i);
		struct hit hit = { .addr = SPAN("198.51.100.1"),
			.agent = { agent, (size_t)n } };

		got = clients_tell(c, &hit);
		good = good && same(&got, &first[i % 5]);
	}
	ok(good, "50,000 agents are what they are without a cache");
	clients_close(c);
	clients_close(fresh);
}

static void
test_without(const struct lists *lists)
{
	static const char *wrong[] = { "192.0.2.0/33", NULL };
	struct lists bare = { .robots = lists->robots };
	struct site s = { .internal = wrong };
	struct hit hit = hit_of("192.0.2.9", FIREFOX);
	struct clients *c = NULL;
	struct err err = { 0 };

	ok(!clients_open(&s, lists, &c, &err) && c == NULL &&
	    err.code == ERR_CONFIG && strstr(err.text, "192.0.2.0/33") != NULL,
	    "a wrong network is told");
	s = (struct site){ .monitor = wrong };
	ok(!clients_open(&s, lists, &c, &err) && c == NULL &&
	    strstr(err.text, "monitor = ") != NULL, "of monitors, too");
	must(clients_open(&(struct site){ 0 }, &bare, &c, &err), &err);

	struct client is = clients_tell(c, &hit);

	ok(is.class == CLASS_HUMAN && is.traits.country == 0,
	    "without networks and countries all are people of nowhere");
	clients_close(c);
}

int
main(void)
{
	struct robots *robots = NULL;
	struct lists lists = { 0 };
	struct geo *geo = open_countries();
	struct err err;

	must(robots_open(NULL, &robots, &err), &err);
	lists.robots = robots;
	lists.geo = geo;
	test_rows(&lists);
	test_cache(&lists);
	test_without(&lists);
	robots_close(robots);
	geo_close(geo);
	return done();
}

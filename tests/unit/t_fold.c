/* SPDX-License-Identifier: MIT */
#include "aggregate/fold.h"

#include <stdio.h>
#include <stdlib.h>

#include "common/civil.h"
#include "common/mem.h"
#include "tests/tap.h"
#include "tests/unit/canon.h"
#include "tests/unit/rig.h"

#define AGENT "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 " \
	"Firefox/128.0"

enum { HOUR = 3600, DAY = 86400, D = 20000 };
#define NOW ((int64_t)D * DAY + 12 * HOUR)

static const char *one_hosts[] = { "one.example", "www.one.example", NULL };
static const char *two_hosts[] = { "two.example", NULL };
static struct site one = SITE_DEFAULTS, two = SITE_DEFAULTS;
static const char *a_pages[] = { "/a*", NULL }, *tab[] = { "?tabid=7", NULL };
static struct site_section sections[] = { { "a", a_pages, 0 },
	{ "tab", tab, 0 } };
static const struct site *const sites[] = { &one, &two };
static const int64_t window_s[] = { 300, 300 };
static const int32_t sealed[] = { D - 3, INT32_MIN };
static struct hash_keys keys;
static struct lists lists;

static struct fold_plan
plan_of(uint32_t only)
{
	return (struct fold_plan){ .site = sites, .n_sites = 2,
		.sealed = sealed, .only = only, .lists = &lists,
		.keys = &keys, .now_s = NOW };
}

static struct hit
hit_of(int64_t at_s, const char *host, const char *target)
{
	return (struct hit){ .at_s = at_s, .addr = SPAN("198.51.100.1"),
		.host = span_of(host), .method = SPAN("GET"),
		.target = span_of(target), .agent = SPAN(AGENT),
		.bytes = 100, .took_us = -1, .status = 200 };
}

static struct fold *
open_fold(const struct fold_plan *plan)
{
	struct fold *f = NULL;
	struct err err;

	must(fold_open(plan, &f, &err), &err);
	return f;
}

static void
give(struct fold *f, const struct hit *hit, size_t n)
{
	static struct hit_batch b;
	struct hit_sink sink = fold_sink(f);

	b = (struct hit_batch){ .stream = 1, .n = (uint32_t)n };
	memcpy(b.hit, hit, n * sizeof(*hit));
	sink.take(sink.self, &b);
}

static void
keep(struct fold *f)
{
	struct hit_sink sink = fold_sink(f);

	sink.keep(sink.self);
}

/* People's pages, and who has looked at one: others have but their conduct. */
static size_t
pages_of(const struct partial *p)
{
	size_t n = 0;

	for (size_t i = 0; i < p->tallies.n; i++) {
		const struct tally_row *t = table_row(&p->tallies, i);

		n += t->dim == DIM_PAGE && t->who == WHO_HUMAN;
	}
	return n;
}

static size_t
visitors_of(const struct partial *p)
{
	size_t n = 0;

	for (size_t i = 0; i < p->visitors.n; i++)
		n += ((const struct visitor_row *)table_row(&p->visitors,
		    i))->n > 0;
	return n;
}

/* ---- rows: one hit, and the ledger's row ---- */

#define ANY PARTIAL_NO_SITE
#define NO_DAY PARTIAL_NO_DAY

static const struct {
	const char *name;
	int64_t at_s;
	const char *host;
	uint32_t only, site;
	int32_t day;
	enum class class;
} rows[] = {
	{ "a hit of its site's day", NOW, "one.example", ANY, 0, D,
	    CLASS_HUMAN },
	{ "another site by its host", NOW, "two.example", ANY, 1, D,
	    CLASS_HUMAN },
	{ "a second host of a site", NOW, "www.one.example", ANY, 0, D,
	    CLASS_HUMAN },
	{ "hosts in whatever case", NOW, "ONE.Example", ANY, 0, D,
	    CLASS_HUMAN },
	{ "a host that no site has is left out", NOW, "three.example", ANY,
	    ANY, NO_DAY, CLASS_EXCLUDED },
	{ "so is none", NOW, "", ANY, ANY, NO_DAY, CLASS_EXCLUDED },
	{ "logs of one site need no host", NOW, "", 1, 1, D, CLASS_HUMAN },
	{ "nor mind one", NOW, "one.example", 1, 1, D, CLASS_HUMAN },
	{ "26 h ahead counts under its day", NOW + 26 * HOUR, "one.example",
	    ANY, 0, D + 1, CLASS_HUMAN },
	{ "a second more is future", NOW + 26 * HOUR + 1, "one.example", ANY,
	    0, NO_DAY, CLASS_FUTURE },
	{ "future, and of no site", NOW + 90 * DAY, "three.example", ANY, ANY,
	    NO_DAY, CLASS_FUTURE },
	{ "the last second of the sealed days is late",
	    (int64_t)(D - 2) * DAY - 1, "one.example", ANY, 0, D - 3,
	    CLASS_LATE },
	{ "the first one after them is not", (int64_t)(D - 2) * DAY,
	    "one.example", ANY, 0, D - 2, CLASS_HUMAN },
	{ "long ago is late", -5, "one.example", ANY, 0, -1, CLASS_LATE },
	{ "where no day is sealed nothing is late", -5, "two.example", ANY, 1,
	    -1, CLASS_HUMAN },
};

static void
test_rows(void)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct fold_plan plan = plan_of(rows[i].only);
		struct fold *f = open_fold(&plan);
		struct hit hit = hit_of(rows[i].at_s, rows[i].host, "/");
		const struct partial *p = fold_kept(f);

		give(f, &hit, 1);
		keep(f);

		const struct ledger_row *r = table_row(&p->ledger, 0);
		bool counted = rows[i].class == CLASS_HUMAN;
		bool good = p->ledger.n == 1 && r->stream == 1 &&
		    r->site == rows[i].site && r->day == rows[i].day &&
		    r->class == (uint32_t)rows[i].class && r->lines == 1 &&
		    (p->hours.n == 1) == counted &&
		    pages_of(p) == counted && visitors_of(p) == counted &&
		    p->visitors.n == counted && (p->tallies.n > 0) == counted;

		ok(good, "%s", rows[i].name);
		fold_close(f);
	}
}

/* ---- rows: a target that is a whole URL, and the site ---- */

static const struct {
	const char *name, *host, *target;
	uint32_t site;
} urls[] = {
	{ "a URL's host tells the site", "", "http://two.example/a", 1 },
	{ "with its port, in whatever case", "",
	    "HTTPS://Www.One.Example:8080/a?b", 0 },
	{ "without a path", "", "http://two.example", 1 },
	{ "behind a user's name", "", "http://one.example@two.example/", 1 },
	{ "one that no site has is none", "", "http://three.example/", ANY },
	{ "the line's own host goes first", "one.example",
	    "http://two.example/", 0 },
	{ "also where no site has it", "three.example", "http://two.example/",
	    ANY },
	{ "a URL in a path is none", "", "/http://two.example/", ANY },
	{ "nor is one in a query", "", "/?http://two.example/", ANY },
};

static void
test_urls(void)
{
	struct fold_plan plan = plan_of(ANY);

	for (size_t i = 0; i < sizeof(urls) / sizeof(*urls); i++) {
		struct fold *f = open_fold(&plan);
		struct hit hit = hit_of(NOW, urls[i].host, urls[i].target);

		give(f, &hit, 1);
		keep(f);

		const struct ledger_row *r = table_row(&fold_kept(f)->ledger,
		    0);

		ok(r->site == urls[i].site && r->class == (uint32_t)(
		    r->site == ANY ? CLASS_EXCLUDED : CLASS_HUMAN), "%s",
		    urls[i].name);
		fold_close(f);
	}
}

/* ---- rows: two hits, and how many visitors, pages and hours ---- */

static const struct {
	const char *name;
	struct { const char *addr, *agent, *target, *method; uint16_t status; }
	    hit[2];
	size_t visitors, pages;
} pairs[] = {
	{ "address and agent make the visitor",
	    { { "198.51.100.1", AGENT, "/", "GET", 200 },
	    { "198.51.100.1", AGENT, "/a", "GET", 200 } }, 1, 2 },
	{ "another address is another", { { "198.51.100.1", AGENT, "/", "GET",
	    200 }, { "198.51.100.2", AGENT, "/", "GET", 200 } }, 2, 1 },
	{ "another agent, too", { { "198.51.100.1", AGENT, "/", "GET", 200 },
	    { "198.51.100.1", AGENT " OPR/1", "/", "GET", 304 } }, 2, 1 },
	{ "IPv6 is cut to /64", { { "2001:db8::1", AGENT, "/", "GET", 200 },
	    { "2001:db8:0:0:ffff::2", AGENT, "/", "GET", 200 } }, 1, 1 },
	{ "and not shorter", { { "2001:db8::1", AGENT, "/", "GET", 200 },
	    { "2001:db8:0:1::1", AGENT, "/", "GET", 200 } }, 2, 1 },
	{ "IPv4 within IPv6 is the same", { { "198.51.100.1", AGENT, "/",
	    "GET", 200 }, { "::ffff:198.51.100.1", AGENT, "/", "GET", 200 } },
	    1, 1 },
	{ "names of one page are one", { { "198.51.100.1", AGENT, "/%61",
	    "GET", 200 }, { "198.51.100.1", AGENT, "/a?x=1", "GET", 200 } }, 1,
	    1 },
	{ "a robot is no visitor", { { "198.51.100.1", "Googlebot/2.1", "/",
	    "GET", 200 }, { "198.51.100.1", "", "/", "GET", 200 } }, 0, 0 },
	{ "an asset is no page view", { { "198.51.100.1", AGENT, "/a.css",
	    "GET", 200 }, { "198.51.100.1", AGENT, "/a.pdf", "GET", 200 } }, 0,
	    0 },
	{ "nor is an error, or a POST", { { "198.51.100.1", AGENT, "/", "GET",
	    404 }, { "198.51.100.1", AGENT, "/", "POST", 200 } }, 0, 0 },
};

static void
test_pairs(void)
{
	for (size_t i = 0; i < sizeof(pairs) / sizeof(*pairs); i++) {
		struct fold_plan plan = plan_of(0);
		struct fold *f = open_fold(&plan);
		const struct partial *p = fold_kept(f);

		for (int k = 0; k < 2; k++) {
			struct hit hit = hit_of(NOW, "", pairs[i].hit[k].target);

			hit.addr = span_of(pairs[i].hit[k].addr);
			hit.agent = span_of(pairs[i].hit[k].agent);
			hit.method = span_of(pairs[i].hit[k].method);
			hit.status = pairs[i].hit[k].status;
			give(f, &hit, 1);
		}
		keep(f);
		if (!ok(visitors_of(p) == pairs[i].visitors &&
		    pages_of(p) == pairs[i].pages, "%s", pairs[i].name))
			diag("%zu visitors, %zu pages", visitors_of(p),
			    pages_of(p));
		fold_close(f);
	}
}

/* ---- what a stream's times are ---- */

static void
test_extents(void)
{
	struct fold_plan plan = plan_of(ANY);
	struct fold *f = open_fold(&plan);
	struct hit hit[] = { hit_of(NOW, "one.example", "/"),
		hit_of(NOW - 9 * DAY, "one.example", "/"),
		hit_of(NOW + 5, "three.example", "/"),
		hit_of(NOW + 400 * DAY, "one.example", "/") };
	struct extent_row key = { .stream = 1 };
	const struct extent_row *e;

	give(f, hit, 4);
	keep(f);
	e = table_find(&fold_kept(f)->extents, &key);
	ok(e != NULL && e->first_s == NOW - 9 * DAY,
	    "a late line is one of the log's times");
	ok(e != NULL && e->last_s == NOW + 5,
	    "a line of no site is, one of the far future is not");
	fold_close(f);
}

/* ---- days of 25 hours ---- */

static void
test_hours(void)
{
	struct zone *zone = NULL;
	struct err err;
	bool seen[26] = { false };
	int64_t start_s;

	must(zone_open("Europe/Berlin", NULL, &zone, &err), &err);
	two.zone = zone;
	start_s = zone_day_of(zone, civil_day(2023, 10, 29)).start_s;

	struct fold_plan plan = plan_of(1);
	struct fold *f = open_fold(&plan);

	for (int h = 0; h < 25; h++) {
		struct hit hit = hit_of(start_s + h * HOUR + 3599, "", "/");

		give(f, &hit, 1);
	}
	keep(f);

	const struct table *t = &fold_kept(f)->hours;

	for (size_t i = 0; i < t->n; i++)
		seen[((const struct hour_row *)table_row(t, i))->hour] = true;
	ok(t->n == 25 && seen[0] && seen[24] && !seen[25],
	    "a day of 25 hours has the hours 0 to 24");
	fold_close(f);
	two.zone = one.zone;
	zone_close(zone);
}

/* ---- chance: a fold at work for long, and one fold for each hit ---- */

static struct hit
random_hit(uint64_t *seed)
{
	static const char *const addr[] = { "198.51.100.1", "198.51.100.2",
		"2001:db8::1", "host.example" };
	static const char *const agent[] = { AGENT, AGENT " x", "bot/1", "" };
	static const char *const host[] = { "one.example", "two.example",
		"three.example" };
	static const char *const target[] = { "/", "/a", "/%61?tabid=7",
		"/b?x=1&utm_source=z", "/c.css", "/d.pdf", "/robots.txt", "" };
	static const char *const method[] = { "GET", "GET", "GET", "POST" };
	static const char *const referrer[] = { "", "https://one.example/x",
		"https://example.org/", "junk",
		"https://www.google.com/search?q=nghi+dinh" };
	static const char *const protocol[] = { "", "HTTP/1.1", "HTTP/2.0" };
	static const uint16_t status[] = { 200, 200, 304, 404, 301 };
	struct hit h = hit_of(NOW - 5 * DAY + (int64_t)chance(seed,
	    7 * DAY), host[chance(seed, 3)], target[chance(seed, 8)]);

	if (chance(seed, 3) > 0)
		h.at_s = NOW - (int64_t)chance(seed, 2000);
	h.addr = span_of(addr[chance(seed, 4)]);
	h.agent = span_of(agent[chance(seed, 4)]);
	h.method = span_of(method[chance(seed, 4)]);
	h.referrer = span_of(referrer[chance(seed, 5)]);
	h.protocol = span_of(protocol[chance(seed, 3)]);
	h.scheme = (enum hit_scheme)chance(seed, 3);
	h.took_us = (int64_t)chance(seed, 4) * 5000 - 1;
	h.status = status[chance(seed, 5)];
	h.bytes = chance(seed, 9999);
	return h;
}

static void
test_random(void)
{
	struct fold_plan plan = plan_of(ANY);
	bool good = true;

	for (uint64_t round = 0; good && round < 10; round++) {
		struct fold *f = open_fold(&plan);
		struct hit_sink sink = fold_sink(f);
		struct partial slow;
		uint64_t seed = round;

		partial_open(&slow, 5);
		for (int i = 0; i < 120; i++) {
			struct hit h = random_hit(&seed), junk =
			    random_hit(&seed);
			struct fold *alone = open_fold(&plan);

			give(alone, &h, 1);
			keep(alone);
			partial_merge(&slow, fold_kept(alone), window_s);
			fold_close(alone);
			give(f, &h, 1);
			if (chance(&seed, 9) == 0)
				keep(f);
			if (chance(&seed, 9) == 0) { /* an archive, damaged */
				keep(f);
				give(f, &junk, 1);
				sink.drop(sink.self);
			}
		}
		keep(f);

		char *want = canonical(&slow), *got = canonical(fold_kept(f));

		good = strcmp(want, got) == 0;
		if (!good)
			diag("got\n%.1500s\nwant\n%.1500s", got, want);
		mem_free(want);
		mem_free(got);
		partial_close(&slow);
		fold_close(f);
	}
	ok(good, "what a fold remembers changes no answer");
}

int
main(void)
{
	unsigned char secret[HASH_SECRET_BYTES] = { 3 };
	struct robots *robots = NULL;
	struct sources *sources = NULL;
	struct zone *zone = NULL;
	struct err err;

	hash_keys_from(secret, &keys);
	must(zone_open("UTC", NULL, &zone, &err) &&
	    robots_open(NULL, &robots, &err) &&
	    sources_open((struct span){ 0 }, "", &sources, &err), &err);
	lists = (struct lists){ .robots = robots, .sources = sources };
	one.id = "one";
	one.section = sections;
	one.n_sections = 2;
	two.id = "two";
	one.host = one_hosts;
	two.host = two_hosts;
	one.zone = two.zone = zone;
	test_rows();
	test_urls();
	test_pairs();
	test_extents();
	test_hours();
	test_random();
	fold_close(NULL);
	robots_close(robots);
	sources_close(sources);
	zone_close(zone);
	return done();
}

/* SPDX-License-Identifier: MIT */
#include "aggregate/facets.h"

#include <stdio.h>

#include "aggregate/agent.h"
#include "tests/tap.h"
#include "tests/unit/rig.h"

enum { DAY = 20000, DAYS = 2, FASTEST = 30 };

static const char *news[] = { "/tin-tuc/*", NULL };
static struct site_section sections[] = { { "news", news, 0 },
	{ "docs", news, 0 } };
static struct site site = SITE_DEFAULTS;
static struct sources *sources;

/* Days' facets, and what they gave. */
struct stage {
	struct terms terms;
	struct tops tops;
	struct facets *facets;
	struct day_visits figures[DAYS];
};

static void
open_stage(struct stage *s, const struct facets_plan *more)
{
	struct facets_plan plan = *more;

	*s = (struct stage){ .facets = NULL };
	plan.site = &site;
	plan.sources = sources;
	terms_open(&s->terms, 1);
	tops_open(&s->tops, &s->terms);
	s->facets = facets_open(&plan, &s->tops,
	    (struct period){ DAY, DAY + DAYS - 1 });
}

static void
end_stage(struct stage *s)
{
	facets_end(s->facets, s->figures);
	tops_order(&s->tops, (struct period){ DAY, DAY + DAYS - 1 });
}

static void
close_stage(struct stage *s)
{
	facets_close(s->facets);
	tops_close(&s->tops);
	terms_close(&s->terms);
}

/* A count under a key, 0 where there is none. */
static int64_t
count_of(struct stage *s, int32_t day, enum dim dim, const char *key,
    enum tally_count c)
{
	size_t n;
	const struct tally *t = tops_of(&s->tops, day, dim, &n);

	for (size_t i = 0; i < n; i++)
		if (span_eq(t[i].key, span_of(key)))
			return t[i].n[c];
	return 0;
}

static size_t
keys_of(struct stage *s, int32_t day, enum dim dim)
{
	size_t n;

	tops_of(&s->tops, day, dim, &n);
	return n;
}

/* ---- doubts: one visitor among some who load assets ---- */

#define ASSET CONDUCT_ASSET

static const struct {
	const char *name;
	uint64_t views;
	int64_t fastest;
	struct conduct own, more; /* more.hits = 0: there is none */
	const char *reasons; /* in the order of the table */
} rows[] = {
	{ "a reader is none", 5, 3, { 20, 0, ASSET, 0 }, { 0 }, "" },
	{ "who fetched robots.txt", 5, 3, { 20, 0, ASSET | CONDUCT_ROBOTS_TXT, 0 },
	    { 0 }, "robots.txt" },
	{ "as fast as the site allows", 40, FASTEST, { 40, 0, ASSET, 0 }, { 0 },
	    "" },
	{ "a view a minute more", 40, FASTEST + 1, { 40, 0, ASSET, 0 }, { 0 },
	    "fast" },
	{ "9 hits, all of them errors", 1, 1, { 9, 9, ASSET, 0 }, { 0 }, "" },
	{ "10 hits, half of them errors", 1, 1, { 10, 5, ASSET, 0 }, { 0 }, "" },
	{ "10 hits, most of them errors", 1, 1, { 10, 6, ASSET, 0 }, { 0 },
	    "errors" },
	{ "11 hits, 5 of them errors", 1, 1, { 11, 5, ASSET, 0 }, { 0 }, "" },
	{ "11 hits, 6 of them errors", 1, 1, { 11, 6, ASSET, 0 }, { 0 },
	    "errors" },
	{ "one page without an asset", 1, 1, { 1, 0, 0, 0 }, { 0 }, "" },
	{ "two pages without any", 2, 1, { 2, 0, 0, 0 }, { 0 }, "no-asset" },
	{ "two pages and an asset", 2, 1, { 3, 0, ASSET, 0 }, { 0 }, "" },
	{ "an asset of another part of the day", 2, 1, { 2, 0, 0, 0 },
	    { 1, 0, ASSET, 0 }, "" },
	{ "robots.txt of another part of the day", 2, 1, { 2, 0, ASSET, 0 },
	    { 1, 0, CONDUCT_ROBOTS_TXT, 0 }, "robots.txt" },
	{ "errors of both parts together", 4, 1, { 4, 0, ASSET, 0 }, { 6, 6, 0, 0 },
	    "errors" },
	{ "hits of both parts together", 4, 1, { 8, 5, ASSET, 0 }, { 4, 1, 0, 0 },
	    "" },
	{ "all reasons at once", 90, 90, { 500, 400, CONDUCT_ROBOTS_TXT, 0 },
	    { 0 }, "robots.txt fast errors no-asset" },
};

static void
tell_visitor(struct stage *s, int32_t day, unsigned number, size_t row)
{
	struct hash128 key = rig_key(number);
	struct visitor_day v = { .key = &key, .day = day,
		.views = rows[row].views, .visits = 2,
		.fastest = rows[row].fastest, .conduct = rows[row].own };

	facets_visitor(s->facets, &v, rows[row].more.hits > 0 ?
	    &rows[row].more : NULL);
}

static void
reasons_of(struct stage *s, int32_t day, int64_t pages, struct buf *out)
{
	static const char *const name[] = {
#define X(id, n, why) n,
		DOUBT_TABLE(X)
#undef X
	};

	buf_clear(out);
	for (int i = 0; i < DOUBT__MAX; i++) {
		if (count_of(s, day, DIM_DOUBT, name[i], TALLY_VISITORS) == 0)
			continue;
		buf_printf(out, "%s%s", out->n > 0 ? " " : "", name[i]);
		if (count_of(s, day, DIM_DOUBT, name[i], TALLY_VISITORS) != 1 ||
		    count_of(s, day, DIM_DOUBT, name[i], TALLY_VISITS) != 2 ||
		    count_of(s, day, DIM_DOUBT, name[i], TALLY_PAGES) != pages)
			buf_puts(out, " with other counts");
	}
}

static void
test_doubts(void)
{
	struct buf got = { 0 };

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		bool any = rows[i].reasons[0] != '\0';
		int64_t pages = (int64_t)rows[i].views;
		struct stage s;
		const struct day_visits *f = s.figures;

		open_stage(&s, &(struct facets_plan){ .uniques = false });
		tell_visitor(&s, DAY, 1, i);
		tell_visitor(&s, DAY, 2, 0);
		end_stage(&s);
		reasons_of(&s, DAY, pages, &got);
		is_text(buf_text(&got), rows[i].reasons, "doubt: %s",
		    rows[i].name);
		ok(f->doubt_visitors == any && f->doubt_visits == 2 * any &&
		    f->doubt_pages == pages * any,
		    "%s: once, whatever the reasons", rows[i].name);
		close_stage(&s);
	}
	buf_close(&got);
}

/* ---- a server that serves no assets ---- */

static const struct {
	const char *name;
	int with, without; /* visitors who loaded an asset, or none */
	int robots;        /* visitors with other reasons, too, and no asset */
	int64_t want;      /* uncertain visitors */
} servers[] = {
	{ "where all load assets, one who does not is uncertain", 9, 1, 0, 1 },
	{ "where half of them do, too", 2, 2, 0, 2 },
	{ "where less do, none is", 2, 3, 0, 0 },
	{ "where nobody does, none is", 0, 5, 0, 0 },
	{ "whoever has another reason is, all the same", 0, 5, 2, 2 },
	{ "reasons do not add up to more visitors", 9, 1, 2, 3 },
};

static void
test_servers(void)
{
	for (size_t i = 0; i < sizeof(servers) / sizeof(*servers); i++) {
		struct stage s;
		unsigned number = 0;
		bool counted = servers[i].with >= servers[i].without +
		    servers[i].robots;

		open_stage(&s, &(struct facets_plan){ .uniques = false });
		for (int k = 0; k < servers[i].with; k++)
			tell_visitor(&s, DAY + 1, number++, 0);
		for (int k = 0; k < servers[i].without; k++)
			tell_visitor(&s, DAY + 1, number++, 10);
		for (int k = 0; k < servers[i].robots; k++)
			tell_visitor(&s, DAY + 1, number++, 16);
		end_stage(&s);
		is_int(s.figures[1].doubt_visitors, servers[i].want, "%s",
		    servers[i].name);
		is_int(count_of(&s, DAY + 1, DIM_DOUBT, "no-asset",
		    TALLY_VISITORS), counted ? servers[i].without +
		    servers[i].robots : 0, "%s: the reason", servers[i].name);
		is_int(s.figures[0].doubt_visitors, 0,
		    "%s: another day has its own", servers[i].name);
		close_stage(&s);
	}
}

/* ---- visits ---- */

static struct visit
visit_of(struct stage *s, const char *entry, const char *exit,
    const char *referrer)
{
	struct view first = { 0, terms_at(&s->terms, span_of(entry)),
		terms_at(&s->terms, span_of(referrer)) };
	struct view last = { 9, terms_at(&s->terms, span_of(exit)), 0 };

	return (struct visit){ .day = DAY, .entry = first, .exit = last,
		.views = 3 };
}

static void
test_doors(void)
{
	static const struct {
		const char *entry, *exit, *referrer;
	} visits[] = {
		{ "/", "/a", "" }, { "/", "/", "" }, { "/a", "/b", "google.com" },
		{ "/a", "/b", "google.com" }, { "/", "/a", "/x" },
		{ "/", "/a", "zalo.me" }, { "/", "/a", "sonoivu.gov.vn" },
		{ "/", "/a", "example.org" },
	};
	static const struct {
		const char *name;
		enum dim dim;
		const char *key;
		int64_t visits;
	} want[] = {
		{ "entries", DIM_ENTRY, "/", 6 },
		{ "of another page", DIM_ENTRY, "/a", 2 },
		{ "exits", DIM_EXIT, "/a", 5 },
		{ "of a visit of one page", DIM_EXIT, "/", 1 },
		{ "without a referrer", DIM_SOURCE, "direct", 2 },
		{ "a search engine", DIM_SOURCE, "search", 2 },
		{ "the site itself", DIM_SOURCE, "internal", 1 },
		{ "a messenger", DIM_SOURCE, "social", 1 },
		{ "an authority", DIM_SOURCE, "government", 1 },
		{ "any other", DIM_SOURCE, "other", 1 },
		{ "a referrer's host", DIM_REFERRER, "google.com", 2 },
		{ "the other's", DIM_REFERRER, "example.org", 1 },
		{ "own pages are no referrers", DIM_REFERRER, "/x", 0 },
		{ "nor is none", DIM_REFERRER, "", 0 },
	};
	struct stage s;

	open_stage(&s, &(struct facets_plan){ .uniques = false });
	for (size_t i = 0; i < sizeof(visits) / sizeof(*visits); i++) {
		struct visit v = visit_of(&s, visits[i].entry, visits[i].exit,
		    visits[i].referrer);

		facets_visit(s.facets, &v);
	}
	end_stage(&s);
	for (size_t i = 0; i < sizeof(want) / sizeof(*want); i++)
		is_int(count_of(&s, DAY, want[i].dim, want[i].key,
		    TALLY_VISITS), want[i].visits, "visits: %s", want[i].name);
	is_int((long long)keys_of(&s, DAY, DIM_REFERRER), 4,
	    "no other referrers");
	is_int((long long)keys_of(&s, DAY + 1, DIM_ENTRY), 0,
	    "visits are their day's");
	close_stage(&s);
}

/* ---- traits and sections ---- */

static const struct {
	const char *name;
	enum dim dim;
	const char *key;
	int64_t visits, visitors;
} traits[] = {
	{ "a country", DIM_COUNTRY, "VN", 2, 1 },
	{ "an unknown country", DIM_COUNTRY, "", 0, 1 },
	{ "a browser", DIM_BROWSER, "coccoc", 2, 1 },
	{ "the first browser", DIM_BROWSER, "other", 0, 1 },
	{ "a system", DIM_SYSTEM, "android", 2, 1 },
	{ "a device", DIM_DEVICE, "phone", 2, 1 },
	{ "IPv6", DIM_IP, "IPv6", 2, 1 },
	{ "IPv4", DIM_IP, "IPv4", 0, 0 },
	{ "no version of IP", DIM_IP, "", 0, 1 },
	{ "https", DIM_SCHEME, "https", 2, 0 },
	{ "no scheme is none", DIM_SCHEME, "", 0, 0 },
	{ "a section", DIM_SECTION, "news", 2, 0 },
	{ "two sections of one visit", DIM_SECTION, "docs", 2, 1 },
};

static void
test_traits(void)
{
	struct view_traits phone = { 'V' << 8 | 'N', BROWSER_COCCOC,
		SYSTEM_ANDROID, DEVICE_PHONE, VIEW_IPV6 | VIEW_HTTPS };
	struct hash128 key[2] = { rig_key(1), rig_key(2) };
	struct visitor_day one = { .key = &key[0], .day = DAY, .views = 1,
		.sections = 2 }, two = { .key = &key[1], .day = DAY,
		.views = 1 };
	struct stage s;
	struct visit v;

	open_stage(&s, &(struct facets_plan){ .uniques = false });
	v = visit_of(&s, "/", "/", "");
	v.traits = phone;
	v.sections = 3;
	facets_visit(s.facets, &v);
	facets_visit(s.facets, &v);
	one.traits = phone;
	one.traits.flags = VIEW_IPV6;
	facets_visitor(s.facets, &one, NULL);
	facets_visitor(s.facets, &two, NULL);
	end_stage(&s);
	for (size_t i = 0; i < sizeof(traits) / sizeof(*traits); i++)
		ok(count_of(&s, DAY, traits[i].dim, traits[i].key,
		    TALLY_VISITS) == traits[i].visits && count_of(&s, DAY,
		    traits[i].dim, traits[i].key, TALLY_VISITORS) ==
		    traits[i].visitors, "visits and visitors: %s",
		    traits[i].name);
	ok(facets_uniques(s.facets, DAY) == NULL,
	    "without a secret there are no registers");
	close_stage(&s);
}

/* ---- registers ---- */

static void
test_uniques(void)
{
	struct facets_plan plan = { .unique_key = { 3, 4 }, .uniques = true };
	static struct hll want;
	struct stage s;

	open_stage(&s, &plan);
	for (unsigned i = 0; i < 20; i++) {
		struct hash128 key = rig_key(i % 10);

		tell_visitor(&s, DAY, i % 10, 0);
		hll_add(&want, hll_hash(plan.unique_key, &key));
	}
	end_stage(&s);
	ok(memcmp(facets_uniques(s.facets, DAY), &want, sizeof(want)) == 0,
	    "registers have the day's visitors, under the secret");
	is_int(hll_count(facets_uniques(s.facets, DAY + 1)), 0,
	    "a day without visitors has nobody");
	close_stage(&s);
	facets_close(NULL);
}

int
main(void)
{
	struct err err;

	site.section = sections;
	site.n_sections = 2;
	site.doubt_views = FASTEST;
	must(sources_open((struct span){ 0 }, "", &sources, &err), &err);
	test_doubts();
	test_servers();
	test_doors();
	test_traits();
	test_uniques();
	sources_close(sources);
	return done();
}

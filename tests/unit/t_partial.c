/* SPDX-License-Identifier: MIT */
#include "common/partial.h"

#include <stdio.h>
#include <stdlib.h>

#include "common/mem.h"
#include "tests/tap.h"
#include "tests/unit/canon.h"
#include "tests/unit/rig.h"

enum { SITES = 3, STREAMS = 3 };

/* W differs from site to site. */
static const int64_t window_s[SITES] = { 300, 60, 900 };

/* ---- chance: what folds of one hit after another would hold ---- */

struct event {
	int64_t at_s;
	uint32_t stream, site;
	unsigned visitor, page, referrer;
	uint64_t bytes;
};

static struct event
random_event(uint64_t *seed)
{
	return (struct event){ (int64_t)chance(seed, 30000),
		(uint32_t)chance(seed, STREAMS), (uint32_t)chance(seed, SITES),
		(unsigned)chance(seed, 5), (unsigned)chance(seed, 7),
		(unsigned)chance(seed, 3), chance(seed, 5000) };
}

static void
put(struct partial *p, const struct event *e)
{
	static const char *const page[] = { "/", "/a", "/b", "/ab", "/B",
		"/d\xE1\xBB\x8B", "" };
	int32_t day = (int32_t)(e->at_s / 10000);
	struct ledger_row line = { e->stream, e->site, day, e->visitor, 0 };
	struct hour_row hour = { .site = e->site, .day = day,
		.hour = (uint16_t)(e->at_s % 10000 / 3600),
		.class = (uint8_t)(e->visitor % 2) };
	struct view view = { e->at_s,
		terms_at(&p->terms, span_of(page[e->page])),
		terms_at(&p->terms, span_of(page[e->referrer])) };
	struct tally_row sum = { .site = e->site, .day = day,
		.dim = (uint16_t)(DIM_PAGE + e->referrer % 2),
		.who = (uint16_t)(e->visitor % WHO__MAX), .key = view.page };
	struct visitor_row who = { .key = rig_key(e->visitor),
		.site = e->site, .day = day };
	/* Some a visitor's, some a hit's: what united parts must agree on. */
	struct view_span span = { .entry = view, .exit = view, .views = 1,
		.bytes = e->bytes, .sections = UINT64_C(1) << e->bytes % 64,
		.traits = { (uint16_t)(e->visitor * 300), (uint8_t)e->page,
		    (uint8_t)e->referrer, (uint8_t)e->visitor,
		    (uint8_t)(1 << e->page % 2) } };
	struct conduct conduct = { e->page == 3 ? UINT32_MAX / 3 : 1,
		(uint16_t)(e->page == 4 ? 30000 : e->page % 2),
		(uint16_t)(1 << e->page % 2) };
	struct visitor_row *v;
	struct tally_row *t;

	((struct ledger_row *)table_at(&p->ledger, &line))->lines++;
	((struct hour_row *)table_at(&p->hours, &hour))->hits++;
	((struct hour_row *)table_at(&p->hours, &hour))->bytes += e->bytes;
	t = table_at(&p->tallies, &sum);
	t->hits++;
	t->pages += e->page % 2;
	t->bytes += e->bytes;
	partial_extent(p, e->stream, e->at_s);
	v = table_at(&p->visitors, &who);
	conduct_add(&v->conduct, &conduct);
	if (e->bytes % 5 > 0) /* others came for no page */
		partial_view_at(p, v, span, window_s[e->site]);
}

/* Partials a, b, c of thirds of n events, and all of them at once. */
static void
thirds(uint64_t seed, struct partial part[3], struct partial *all)
{
	size_t n = 1 + chance(&seed, 300);

	for (int i = 0; i < 3; i++)
		partial_open(&part[i], seed + (uint64_t)i);
	partial_open(all, 99);
	for (size_t i = 0; i < n; i++) {
		struct event e = random_event(&seed);

		put(&part[chance(&seed, 3)], &e);
		put(all, &e);
	}
}

/* The parts merged one into another in that order. */
static char *
merged(const struct partial part[3], const int order[3])
{
	struct partial sum;

	partial_open(&sum, 7);
	for (int i = 0; i < 3; i++)
		partial_merge(&sum, &part[order[i]], window_s);

	char *text = canonical(&sum);

	partial_close(&sum);
	return text;
}

/* a + (b + c). */
static char *
nested(const struct partial part[3])
{
	struct partial right, sum;

	partial_open(&right, 8);
	partial_open(&sum, 9);
	partial_merge(&right, &part[1], window_s);
	partial_merge(&right, &part[2], window_s);
	partial_merge(&sum, &part[0], window_s);
	partial_merge(&sum, &right, window_s);

	char *text = canonical(&sum);

	partial_close(&right);
	partial_close(&sum);
	return text;
}

static bool
equals(char *text, const char *want)
{
	bool same = strcmp(text, want) == 0;

	if (!same)
		diag("got\n%s\nwant\n%s", text, want);
	mem_free(text);
	return same;
}

static void
test_laws(void)
{
	static const int orders[][3] = { { 0, 1, 2 }, { 0, 2, 1 }, { 1, 0, 2 },
		{ 1, 2, 0 }, { 2, 0, 1 }, { 2, 1, 0 } };
	bool any_order = true, any_tree = true, untouched = true;

	for (uint64_t round = 0; round < 150; round++) {
		struct partial part[3], all;

		thirds(round, part, &all);

		char *want = canonical(&all), *before = canonical(&part[1]);

		for (int i = 0; i < 6; i++)
			any_order = any_order &&
			    equals(merged(part, orders[i]), want);
		any_tree = any_tree && equals(nested(part), want);
		untouched = untouched && equals(canonical(&part[1]), before);
		mem_free(want);
		mem_free(before);
		for (int i = 0; i < 3; i++)
			partial_close(&part[i]);
		partial_close(&all);
	}
	ok(any_order, "parts merged in any order are the whole");
	ok(any_tree, "a + (b + c) is the whole too");
	ok(untouched, "what is merged is only read");
}

/* ---- rows about one partial ---- */

static void
test_life(void)
{
	struct partial p = { 0 }, other;
	struct event e = { .at_s = 5, .page = 1 };
	char *text;

	partial_close(&p);
	ok(true, "a zeroed partial closes");
	partial_open(&p, 1);
	ok(partial_empty(&p), "a new partial is empty");
	put(&p, &e);
	ok(!partial_empty(&p), "one with a line is not");
	partial_open(&other, 2);
	partial_merge(&p, &other, window_s);
	text = canonical(&p);
	partial_merge(&other, &p, window_s);
	ok(equals(canonical(&other), text),
	    "an empty partial is the neutral one, on both sides");
	mem_free(text);
	partial_clear(&p);
	ok(partial_empty(&p), "a cleared partial is empty");
	text = canonical(&p);
	is_text(text, "", "and nothing is left in it");
	mem_free(text);
	e.at_s = 7;
	put(&p, &e);
	partial_clear(&other);
	put(&other, &e);
	text = canonical(&other);
	ok(equals(canonical(&p), text), "a cleared partial is used again");
	mem_free(text);
	partial_close(&p);
	partial_close(&other);
}

/* An extent's first time may be before 1970. */
static void
test_extent(void)
{
	struct partial p;
	struct extent_row key = { .stream = 4 };

	partial_open(&p, 1);
	partial_extent(&p, 4, -5);
	partial_extent(&p, 4, -9);
	partial_extent(&p, 4, -7);

	const struct extent_row *e = table_find(&p.extents, &key);

	ok(e != NULL && e->first_s == -9 && e->last_s == -5,
	    "an extent is the least and the greatest time");
	partial_close(&p);
}

/* ---- what it is built of ---- */

static void
test_table(void)
{
	struct table t = { 0 };
	struct { uint32_t key; uint32_t pad; uint64_t n; } *row, key = { 0 };
	bool found = true;

	table_close(&t);
	table_open(&t, sizeof(key), sizeof(key.key), 5);
	ok(table_find(&t, &key) == NULL, "nothing is found in a new table");
	for (uint32_t i = 0; i < 20000; i++) {
		key.key = i % 10000;
		row = table_at(&t, &key);
		row->n += i;
	}
	is_int((long long)t.n, 10000, "a row for each key, through growth");
	for (uint32_t i = 0; i < 10000; i++) {
		key.key = i;
		row = table_find(&t, &key);
		found = found && row != NULL && row->n == 2 * i + 10000;
	}
	ok(found, "and each is found with its sum");
	key.key = 10001;
	ok(table_find(&t, &key) == NULL, "a key that was not added is not");
	table_clear(&t);
	key.key = 3;
	ok(table_find(&t, &key) == NULL, "nor is one after a clear");
	row = table_at(&t, &key);
	is_int((long long)row->n, 0, "rows added after a clear are zeroed");
	table_close(&t);
}

static void
test_terms(void)
{
	struct terms t = { 0 };
	char text[24];
	bool same = true;

	terms_close(&t);
	terms_open(&t, 5);
	is_int(terms_at(&t, (struct span){ 0 }), 0, "the empty text is 0");
	is_int(terms_at(&t, SPAN("")), 0, "whatever it points to");
	for (unsigned i = 0; i < 10000; i++) {
		snprintf(text, sizeof(text), "%u", i % 5000);
		same = same && terms_at(&t, span_of(text)) == i % 5000 + 1;
	}
	ok(same, "a text has one number, through growth");
	ok(span_eq(terms_text(&t, 4712), SPAN("4711")), "and back");
	ok(terms_at(&t, SPAN("a")) != terms_at(&t, SPAN("a\0")),
	    "a NUL is a byte like any other");
	terms_clear(&t);
	is_int(terms_at(&t, SPAN("4711")), 1, "numbers begin anew");
	terms_close(&t);
}

int
main(void)
{
	test_laws();
	test_life();
	test_extent();
	test_table();
	test_terms();
	return done();
}

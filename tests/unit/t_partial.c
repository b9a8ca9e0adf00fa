/* SPDX-License-Identifier: MIT */
#include "common/partial.h"

#include <stdio.h>
#include <stdlib.h>

#include "common/mem.h"
#include "tests/tap.h"
#include "tests/unit/canon.h"
#include "tests/unit/events.h"

/* The parts merged one into another in that order. */
static char *
merged(const struct partial part[3], const int order[3])
{
	struct partial sum;

	partial_open(&sum, 7);
	for (int i = 0; i < 3; i++)
		partial_merge(&sum, &part[order[i]], event_window_s);

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
	partial_merge(&right, &part[1], event_window_s);
	partial_merge(&right, &part[2], event_window_s);
	partial_merge(&sum, &part[0], event_window_s);
	partial_merge(&sum, &right, event_window_s);

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

		event_pieces(round, part, 3, &all);

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
	event_put(&p, &e);
	ok(!partial_empty(&p), "one with a line is not");
	partial_open(&other, 2);
	partial_merge(&p, &other, event_window_s);
	text = canonical(&p);
	partial_merge(&other, &p, event_window_s);
	ok(equals(canonical(&other), text),
	    "an empty partial is the neutral one, on both sides");
	mem_free(text);
	partial_clear(&p);
	ok(partial_empty(&p), "a cleared partial is empty");
	text = canonical(&p);
	is_text(text, "", "and nothing is left in it");
	mem_free(text);
	e.at_s = 7;
	event_put(&p, &e);
	partial_clear(&other);
	event_put(&other, &e);
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

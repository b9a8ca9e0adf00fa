/* SPDX-License-Identifier: MIT */
#include "aggregate/derive.h"

#include <stdio.h>

#include "common/civil.h"
#include "common/mem.h"
#include "tests/tap.h"
#include "tests/unit/rig.h"

enum { MIN = 60, HOUR = 3600, DAY = 86400 };
#define NOON (INT64_C(20000) * DAY + 12 * HOUR)     /* UTC */
#define MIDNIGHT (INT64_C(20001) * DAY)

/* ---- one row, fed at once and view by view, forwards and backwards ---- */

enum { ROW_VIEWS = 9 };

static const struct {
	const char *name;
	struct { int64_t at_s; unsigned visitor; } view[ROW_VIEWS];
} rows[] = {
	{ "a visit within a day", { { NOON, 1 }, { NOON + 60, 1 } } },
	{ "a late view joins two visits",
	    { { NOON, 1 }, { NOON + 2400, 1 }, { NOON + 1200, 1 } } },
	{ "a visit over midnight",
	    { { MIDNIGHT - 60, 1 }, { MIDNIGHT + 60, 1 } } },
	{ "a visit that goes on long after midnight, view by view",
	    { { MIDNIGHT - 10 * MIN, 1 }, { MIDNIGHT + 10 * MIN, 1 },
	    { MIDNIGHT + 30 * MIN, 1 }, { MIDNIGHT + 50 * MIN, 1 },
	    { MIDNIGHT + 70 * MIN, 1 } } },
	{ "a view whose visit reaches the day before only by another",
	    { { MIDNIGHT - 20 * MIN, 1 }, { MIDNIGHT + 5 * MIN, 1 },
	    { MIDNIGHT + 20 * MIN, 1 } } },
	{ "a late view before midnight takes the next day's visit",
	    { { MIDNIGHT + 10 * MIN, 1 }, { MIDNIGHT - 10 * MIN, 1 } } },
	{ "exactly V over midnight",
	    { { MIDNIGHT + 15 * MIN, 1 }, { MIDNIGHT - 15 * MIN, 1 } } },
	{ "a second more",
	    { { MIDNIGHT + 15 * MIN + 1, 1 }, { MIDNIGHT - 15 * MIN, 1 } } },
	{ "who is online over midnight is so in a day without lines",
	    { { MIDNIGHT - 1, 1 } } },
	{ "who was online until midnight is not",
	    { { MIDNIGHT - 5 * MIN, 1 } } },
	{ "two who are online over midnight",
	    { { MIDNIGHT - 2, 1 }, { MIDNIGHT - 1, 2 }, { MIDNIGHT, 3 } } },
};

static size_t
views_of(size_t row, struct rig_view *out)
{
	size_t n = 0;

	for (; n < ROW_VIEWS && rows[row].view[n].at_s != 0; n++)
		out[n] = (struct rig_view){ rows[row].view[n].at_s,
			rows[row].view[n].visitor, "/", "" };
	return n;
}

static bool
same_dump(struct rig *a, struct rig *b)
{
	struct buf x = rig_dump(a), y = rig_dump(b);
	bool same = span_eq(buf_view(&x), buf_view(&y));

	if (!same)
		diag("at once:\n%s\nin pieces:\n%s", buf_text(&x),
		    buf_text(&y));
	buf_close(&x);
	buf_close(&y);
	return same;
}

static void
test_row(size_t row)
{
	struct rig_view view[ROW_VIEWS];
	size_t n = views_of(row, view);
	struct rig once, forth, back;

	rig_open(&once, NULL, "UTC");
	rig_open(&forth, NULL, "UTC");
	rig_open(&back, NULL, "UTC");
	rig_run(&once, view, n, NOON);
	for (size_t i = 0; i < n; i++) {
		rig_run(&forth, &view[i], 1, NOON);
		rig_run(&back, &view[n - 1 - i], 1, NOON);
	}
	ok(same_dump(&once, &forth), "%s: one by one", rows[row].name);
	ok(same_dump(&once, &back), "%s: last one first", rows[row].name);
	rig_close(&once);
	rig_close(&forth);
	rig_close(&back);
}

/* ---- chance: a few visitors, some of whom never leave ---- */

enum { RANDOM_VIEWS = 160, ROUNDS = 40 };

static size_t
random_views(uint64_t *seed, struct rig_view *v, int64_t start_s)
{
	static const char *const page[] = { "/", "/a", "/b", "/c" };
	static const int64_t step[] = { 1, 299, 300, 301, 600, 1500, 1799,
		1800, 1801, 2400, 20000 };
	size_t n = 0;

	for (unsigned visitor = 0; visitor < 4; visitor++) {
		int64_t at = start_s + (int64_t)chance(seed, DAY);
		/* Of the first two, one never leaves: his page reloads itself. */
		size_t steps = visitor == 0 ? 8 : 11;

		for (int i = 0; i < RANDOM_VIEWS / 4; i++) {
			v[n++] = (struct rig_view){ at, visitor,
				page[chance(seed, 4)], page[chance(seed, 4)] };
			at += chance(seed, 9) == 0 ? 0 :
			    step[chance(seed, steps)];
		}
	}
	return n;
}

static void
shuffle(uint64_t *seed, struct rig_view *v, size_t n)
{
	for (size_t i = n; i > 1; i--) {
		size_t k = chance(seed, i);
		struct rig_view t = v[k];

		v[k] = v[i - 1];
		v[i - 1] = t;
	}
}

static int
by_time(const void *pa, const void *pb)
{
	const struct rig_view *a = pa, *b = pb;

	return (a->at_s > b->at_s) - (a->at_s < b->at_s);
}

static bool
random_round(uint64_t seed, const char *zone, int64_t start_s)
{
	struct rig_view v[RANDOM_VIEWS];
	size_t n = random_views(&seed, v, start_s);
	struct rig once, pieces;

	rig_open(&once, NULL, zone);
	rig_open(&pieces, NULL, zone);
	rig_run(&once, v, n, NOON);
	if (seed % 2 == 0) /* as a live log grows */
		qsort(v, n, sizeof(*v), by_time);
	else
		shuffle(&seed, v, n);
	for (size_t i = 0; i < n;) {
		size_t k = 1 + chance(&seed, 12);

		k = k < n - i ? k : n - i;
		rig_run(&pieces, &v[i], k, NOON);
		i += k;
	}

	bool same = same_dump(&once, &pieces);

	rig_close(&once);
	rig_close(&pieces);
	return same;
}

static void
test_random(const char *zone, int64_t start_s, const char *name)
{
	bool good = true;
	uint64_t i;

	for (i = 0; good && i < ROUNDS; i++)
		good = random_round(i * 7919 + 1, zone, start_s);
	if (!ok(good, "%s", name))
		diag("round %llu", (unsigned long long)i);
}

int
main(void)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		test_row(i);
	test_random("UTC", MIDNIGHT,
	    "views of some days in any order and any runs: the same content");
	test_random("Asia/Ho_Chi_Minh", MIDNIGHT, "likewise seven hours east");
	test_random("Europe/Berlin",
	    (int64_t)civil_day(2026, 10, 24) * DAY,
	    "likewise over a day of 25 hours");
	test_random("Europe/Berlin", (int64_t)civil_day(2026, 3, 28) * DAY,
	    "likewise over a day of 23 hours");
	return done();
}

/* SPDX-License-Identifier: MIT */
#include "store/retain.h"

#include "common/civil.h"
#include "common/mem.h"
#include "store/lists.h"
#include "store/names.h"
#include "store/size.h"
#include "store/tallies.h"
#include "tests/tap.h"
#include "tests/unit/rig.h"

enum { FIRST = 19000 /* 2022-01-08 */, DAYS = 1100, KEYS = 7 };

static const char *const key_text[KEYS] = {
	"/", "/a", "/b", "", "/c d", "/\xc3\xa1", "/tail"
};

/* What was put: page views by day and key. */
static int64_t put[DAYS][KEYS];

static void
fill(struct rig *r, uint64_t *seed)
{
	struct names names;

	names_open(&names, r->db);
	must(db_begin(r->db, &r->err), &r->err);
	for (int d = 0; d < DAYS; d++) {
		struct tally t[KEYS];
		struct tallies_day day = { &names, FIRST + d, DIM_PAGE, t, 0 };

		for (int k = 0; k < KEYS; k++) {
			put[d][k] = (int64_t)chance(seed, 5);
			if (put[d][k] == 0)
				continue;
			t[day.n++] = (struct tally){ span_of(key_text[k]),
				{ [TALLY_HITS] = put[d][k],
				[TALLY_PAGES] = put[d][k] } };
		}
		must(tallies_put(&r->store, &day, &r->err), &r->err);
	}
	names_close(&names);
	must(sites_seal(&r->store, FIRST + DAYS - 1, NULL, 0, &r->err) &&
	    db_commit(r->db, &r->err), &r->err);
}

static bool
is_coarse(const struct tallies *t, int d)
{
	for (int i = 0; i < t->n_coarse; i++)
		if (FIRST + d >= t->coarse[i].from &&
		    FIRST + d <= t->coarse[i].to)
			return true;
	return false;
}

/* Is what is listed the sum of the days, but for those that are said to lack? */
static bool
listed(struct rig *r, int from, int to, int *n_coarse)
{
	struct tallies_query q = { DIM_PAGE, { FIRST + from, FIRST + to },
		TALLY_PAGES, 100 };
	struct tallies t;
	bool good = true;

	must(tallies_list(&r->store, &q, &t, &r->err), &r->err);
	for (int k = 0; k < KEYS; k++) {
		int64_t want = 0, got = 0;

		for (int d = from; d <= to; d++)
			want += is_coarse(&t, d) ? 0 : put[d][k];
		for (size_t i = 0; i < t.n; i++)
			if (span_eq(t.tally[i].key, span_of(key_text[k])))
				got += t.tally[i].n[TALLY_PAGES];
		good = good && got == want;
	}
	*n_coarse = t.n_coarse;
	tallies_close(&t);
	return good;
}

static void
retain(struct rig *r, int32_t today, struct retained *sum)
{
	int64_t now_s = zone_day_of(r->zone, today).start_s;

	*sum = (struct retained){ 0 };
	must(retain_site(&r->store, now_s, sum, &r->err) &&
	    retain_end(r->db, now_s, sum, &r->err), &r->err);
}

static int
day_at(int year, int month, int day)
{
	return civil_day(year, month, day) - FIRST;
}

static const struct row {
	const char *name;
	int from[3], to[3], coarse;
} rows[] = {
	{ "all of a folded year is there", { 2023, 1, 1 }, { 2023, 12, 31 },
	    0 },
	{ "years and months are, too", { 2023, 1, 1 }, { 2024, 6, 30 }, 0 },
	{ "days are told one by one", { 2024, 12, 5 }, { 2024, 12, 9 }, 0 },
	{ "a year that is cut is told", { 2023, 1, 2 }, { 2023, 12, 31 }, 1 },
	{ "a year that is cut at its end is", { 2023, 1, 1 },
	    { 2023, 12, 30 }, 1 },
	{ "a month in a year is", { 2023, 5, 1 }, { 2023, 5, 31 }, 1 },
	{ "two cuts are two", { 2023, 2, 1 }, { 2024, 5, 5 }, 2 },
	{ "a day in a month is", { 2024, 5, 5 }, { 2024, 5, 5 }, 1 },
	{ "a month is whole", { 2024, 5, 1 }, { 2024, 5, 31 }, 0 },
};

static void
test_lists(struct rig *r, uint64_t *seed)
{
	int n, wrong = 0;

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const struct row *w = &rows[i];

		ok(listed(r, day_at(w->from[0], w->from[1], w->from[2]),
		    day_at(w->to[0], w->to[1], w->to[2]), &n) &&
		    n == w->coarse, "%s", w->name);
	}
	for (int i = 0; i < 300; i++) {
		int from = (int)chance(seed, DAYS);
		int to = from + (int)chance(seed, (uint64_t)(DAYS - from));

		wrong += !listed(r, from, to, &n);
	}
	ok(wrong == 0, "any period has the days that it does not say it lacks");
}

static void
test_steps(struct rig *r)
{
	struct retained sum;
	bool due;

	must(retain_due(r->db, 0, &due, &r->err), &r->err);
	ok(due, "at first it is due");
	retain(r, civil_day(2022, 3, 2), &sum);
	ok(sum.months == 0, "a month is kept by days until all of it is old");
	retain(r, civil_day(2022, 3, 3), &sum);
	ok(sum.months == 1, "then it is one");
	must(retain_due(r->db, zone_day_of(r->zone,
	    civil_day(2022, 3, 3)).start_s + 3600, &due, &r->err), &r->err);
	ok(!due, "that day it is not due again");
	retain(r, civil_day(2024, 12, 20), &sum);
	ok(sum.months == 33 && sum.years == 2, "all others in one go");
	retain(r, civil_day(2024, 12, 20), &sum);
	ok(sum.months == 0 && sum.years == 0, "and again is nothing to do");
}

static void
test_bounds(struct rig *r)
{
	struct period folded;
	struct store_size size;

	must(tallies_folded(&r->store, (struct period){ 0, INT32_MAX },
	    &folded, &r->err), &r->err);
	ok(folded.from == civil_day(2022, 1, 1) &&
	    folded.to == civil_day(2024, 10, 31), "which days are folded");
	must(tallies_folded(&r->store, (struct period){
	    civil_day(2024, 11, 1), INT32_MAX }, &folded, &r->err), &r->err);
	ok(folded.from > folded.to, "others are not");
	must(size_of(r->db, &size, &r->err), &r->err);
	ok(size.names == KEYS && size.name_bytes ==
	    1 + 2 + 2 + 0 + 4 + 3 + 5 && size.years == 2 * KEYS &&
	    size.months == 10 * KEYS, "names and rows are counted");
}

static void
count_list(void *self, const struct list_entry *e)
{
	int *n = self;

	*n += e->day == 7 && e->version.n == 0;
}

static void
test_day_lists(struct rig *r)
{
	struct lists_used used = { { { "robots", "a", "", "00" },
		{ "sources", "a", "1", "00" } }, 2 };
	struct lists_query q = { PERIOD_ALL, count_list, &(int){ 0 } };
	struct lists_ids one, two;

	must(db_begin(r->db, &r->err) &&
	    lists_ids(r->db, &used, &one, &r->err) &&
	    lists_ids(r->db, &used, &two, &r->err) &&
	    lists_note(r->db, r->store.id, 7, &one, &r->err) &&
	    lists_note(r->db, r->store.id, 7, &two, &r->err) &&
	    db_commit(r->db, &r->err) &&
	    lists_each(&r->store, &q, &r->err), &r->err);
	ok(one.n == 2 && one.id[0] != one.id[1] && one.id[0] == two.id[0] &&
	    one.id[1] == two.id[1], "a list has one number");
	ok(*(int *)q.self == 1, "a day has it once");
}

int
main(void)
{
	uint64_t seed = 1;
	struct rig r;

	rig_open(&r, NULL, "Asia/Ho_Chi_Minh");
	r.site.keep = (struct site_keep){ 30, 30, 80, SITE_FOREVER };
	fill(&r, &seed);
	test_steps(&r);
	test_lists(&r, &seed);
	test_bounds(&r);
	test_day_lists(&r);
	rig_close(&r);
	return done();
}

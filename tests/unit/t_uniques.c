/* SPDX-License-Identifier: MIT */
#include "store/uniques.h"

#include <stdio.h>

#include "common/civil.h"
#include "common/mem.h"
#include "tests/tap.h"
#include "tests/unit/rig.h"

static int32_t
day_of(int year, int month, int day)
{
	return (int32_t)civil_day(year, month, day);
}

struct secret {
	uint64_t key[2];
	bool has;
};

static struct secret
secret_of(struct rig *r, int32_t day)
{
	struct secret s = { { 0, 0 }, false };

	must(uniques_key(&r->store, day, s.key, &s.has, &r->err), &r->err);
	return s;
}

static bool
same(const struct secret *a, const struct secret *b)
{
	return a->has && b->has && memcmp(a->key, b->key, sizeof(a->key)) == 0;
}

static void
open_rig(struct rig *r)
{
	rig_open(r, NULL, "UTC");
	must(db_begin(r->db, &r->err), &r->err);
}

/* A day with lines, open or sealed. */
static void
put_day(struct rig *r, int32_t day, bool sealed)
{
	must(db_run(r->db, &r->err, STMT_DAY_TOUCH, "iii", r->store.id,
	    (int64_t)day, (int64_t)1), &r->err);
	if (sealed)
		must(db_run(r->db, &r->err, STMT_DAY_SEAL, "ii", r->store.id,
		    (int64_t)day), &r->err);
}

/* ---- secrets ---- */

static void
test_secrets(void)
{
	struct secret a, b, c;
	struct rig r;

	open_rig(&r);
	a = secret_of(&r, day_of(2026, 1, 1));
	ok(a.has && (a.key[0] | a.key[1]) != 0,
	    "a year's secret is made when it is first asked for");
	b = secret_of(&r, day_of(2026, 12, 31));
	ok(same(&a, &b), "all its days have the same");
	b = secret_of(&r, day_of(2025, 12, 31));
	c = secret_of(&r, day_of(2027, 1, 1));
	ok(b.has && c.has && !same(&a, &b) && !same(&a, &c) && !same(&b, &c),
	    "the day before and the day after have others");
	must(db_commit(r.db, &r.err) && db_begin(r.db, &r.err), &r.err);
	b = secret_of(&r, day_of(2026, 6, 1));
	ok(same(&a, &b), "it is kept");
	db_rollback(r.db);
	rig_close(&r);
	ok(uniques_same_year(day_of(2026, 1, 1), day_of(2026, 12, 31)) &&
	    !uniques_same_year(day_of(2025, 12, 31), day_of(2026, 1, 1)),
	    "a year is the calendar's");
}

static const struct {
	const char *name;
	int32_t open_year; /* a day of its June is open; 0: none */
	int year, month, day; /* what was sealed ends before this day */
	bool kept;
} ends[] = {
	{ "on its last day the secret is there", 0, 2026, 12, 31, true },
	{ "when the next year begins it is destroyed", 0, 2027, 1, 1, false },
	{ "long after, too", 0, 2029, 5, 5, false },
	{ "not while a day of the year is open", 2026, 2027, 1, 1, true },
	{ "nor while one of the year before is", 2025, 2027, 1, 1, true },
	{ "a later year's open day does not keep it", 2027, 2027, 7, 1,
	    false },
};

static void
test_ends(void)
{
	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++) {
		struct secret before, after, next;
		struct rig r;
		int64_t left;

		open_rig(&r);
		put_day(&r, day_of(2026, 3, 1), true);
		before = secret_of(&r, day_of(2026, 3, 1));
		next = secret_of(&r, day_of(2027, 3, 1));
		if (ends[i].open_year > 0)
			put_day(&r, day_of(ends[i].open_year, 6, 1), false);
		must(uniques_seal(r.db, day_of(ends[i].year, ends[i].month,
		    ends[i].day), &r.err), &r.err);
		after = secret_of(&r, day_of(2026, 3, 1));
		must(db_number(r.db, "SELECT count(*) FROM unique_key WHERE"
		    " year = 2026 AND secret IS NOT NULL", &left, &r.err),
		    &r.err);
		ok(after.has == ends[i].kept && left == ends[i].kept &&
		    (!after.has || same(&before, &after)), "%s", ends[i].name);
		after = secret_of(&r, day_of(2027, 3, 1));
		ok(same(&next, &after) || ends[i].year > 2027,
		    "%s: the next year's stays", ends[i].name);
		db_rollback(r.db);
		rig_close(&r);
	}
}

/* ---- registers ---- */

static void
add(struct hll *h, unsigned from, unsigned to)
{
	static const uint64_t key[] = { 5, 6 };

	for (unsigned i = from; i < to; i++) {
		struct hash128 visitor = { { 0 } };

		memcpy(visitor.b, &i, sizeof(i));
		hll_add(h, hll_hash(key, &visitor));
	}
}

static struct hll *
sum_of(struct rig *r, int32_t from, int32_t to, int64_t *days)
{
	static struct hll sum;

	must(uniques_sum(&r->store, (struct period){ from, to }, &sum, days,
	    &r->err), &r->err);
	return &sum;
}

static void
set(struct rig *r, int32_t day, const struct hll *h)
{
	must(uniques_set(&r->store, day, h, &r->err), &r->err);
}

static void
test_sums(void)
{
	static struct hll one, two, both;
	int32_t day = day_of(2026, 3, 1);
	const struct hll *got;
	struct err err = { 0 };
	struct rig r;
	int64_t days;

	open_rig(&r);
	add(&one, 0, 300);
	add(&two, 200, 700);
	add(&both, 0, 700);
	got = sum_of(&r, day, day + 30, &days);
	ok(days == 0 && hll_count(got) == 0, "nothing is known of no day");
	set(&r, day, &one);
	set(&r, day + 1, &two);
	set(&r, day + 9, &two);
	got = sum_of(&r, day, day, &days);
	ok(days == 1 && memcmp(got, &one, sizeof(one)) == 0,
	    "of one day what was set");
	got = sum_of(&r, day, day + 1, &days);
	ok(days == 2 && memcmp(got, &both, sizeof(both)) == 0,
	    "of two their union: who came twice is one");
	got = sum_of(&r, day + 2, day + 8, &days);
	ok(days == 0, "days between are not among them");
	set(&r, day, NULL);
	got = sum_of(&r, day, day, &days);
	ok(days == 1 && memcmp(got, &one, sizeof(one)) == 0,
	    "what is not known leaves what is there");
	set(&r, day, &two);
	got = sum_of(&r, day, day, &days);
	ok(days == 1 && memcmp(got, &two, sizeof(two)) == 0,
	    "what is set again is no union");
	hll_clear(&one);
	set(&r, day + 20, &one);
	got = sum_of(&r, day + 20, day + 20, &days);
	ok(days == 1 && hll_count(got) == 0,
	    "a day without visitors is one that is known");
	must(db_run(r.db, &r.err, STMT_UNIQUE_SET, "iib", r.store.id,
	    (int64_t)day + 2, SPAN("\xff\xff\xff")), &r.err);
	ok(!uniques_sum(&r.store, (struct period){ day, day + 9 }, &one,
	    &days, &err) && err.code == ERR_DATA, "damaged registers are told");
	got = sum_of(&r, day, day + 1, &days);
	ok(days == 2, "and a statement is not left open");
	db_rollback(r.db);
	rig_close(&r);
}

int
main(void)
{
	test_secrets();
	test_ends();
	test_sums();
	return done();
}

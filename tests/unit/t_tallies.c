/* SPDX-License-Identifier: MIT */
#include "store/tallies.h"

#include <stdio.h>
#include <stdlib.h>

#include "tests/tap.h"
#include "tests/unit/rig.h"

enum { DAY = 20000 };

static struct rig rig;

/* A tally whose n[i] is scale * (i + 1). */
static struct tally
tally_of(const char *key, int64_t scale)
{
	struct tally t = { .key = span_of(key) };

	for (int i = 0; i < TALLY__COUNTS; i++)
		t.n[i] = scale * (i + 1);
	return t;
}

static void
put(int32_t day, enum dim dim, const struct tally *t, size_t n)
{
	struct names names;
	struct tallies_day d = { &names, day, dim, t, n };

	names_open(&names, rig.db);
	must(tallies_put(&rig.store, &d, &rig.err), &rig.err);
	names_close(&names);
}

static void
drop(int32_t day)
{
	must(tallies_drop(&rig.store, day, &rig.err), &rig.err);
}

/* "key n, key n": of the count asked for; TALLY__COUNTS: of all, summed. */
static const char *
list(const struct tallies_query *q, struct buf *out)
{
	struct tallies t;

	must(tallies_list(&rig.store, q, &t, &rig.err), &rig.err);
	buf_clear(out);
	for (size_t i = 0; i < t.n; i++)
		buf_printf(out, "%s%.*s %lld", i > 0 ? ", " : "",
		    (int)t.tally[i].key.n, t.tally[i].key.p,
		    (long long)t.tally[i].n[q->order]);
	tallies_close(&t);
	return buf_text(out);
}

static void
take(void *self, int32_t day, const struct tally *t)
{
	buf_printf(self, "%d %.*s %lld..%lld\n", (int)day - DAY, (int)t->key.n,
	    t->key.p, (long long)t->n[0], (long long)t->n[TALLY__COUNTS - 1]);
}

static const char *
each(enum dim dim, int32_t from, int32_t to, struct buf *out)
{
	struct tallies_each e = { dim, { from, to }, take, out };

	buf_clear(out);
	must(tallies_each(&rig.store, &e, &rig.err), &rig.err);
	return buf_text(out);
}

/* ---- rows: three days of two dimensions ---- */

static const struct {
	const char *name;
	struct tallies_query q;
	const char *want;
} rows[] = {
	{ "one day, the greatest first", { DIM_PAGE, { DAY, DAY }, TALLY_HITS,
	    9 }, "/b 5, /a 3, /c 3" },
	{ "of equals the least key first", { DIM_PAGE, { DAY, DAY },
	    TALLY_PAGES, 9 }, "/b 10, /a 6, /c 6" },
	{ "days are summed", { DIM_PAGE, { DAY, DAY + 1 }, TALLY_HITS, 9 },
	    "/a 103, /b 5, /c 3" },
	{ "so many and no more", { DIM_PAGE, { DAY, DAY + 1 }, TALLY_HITS, 2 },
	    "/a 103, /b 5" },
	{ "none at all", { DIM_PAGE, { DAY, DAY + 1 }, TALLY_HITS, 0 }, "" },
	{ "another dimension", { DIM_ENTRY, { DAY, DAY + 2 }, TALLY_VISITS, 9 },
	    "/a 70" },
	{ "a dimension without any", { DIM_EXIT, { DAY, DAY + 2 },
	    TALLY_VISITS, 9 }, "" },
	{ "days without any", { DIM_PAGE, { DAY + 5, DAY + 9 }, TALLY_HITS,
	    9 }, "" },
	{ "the other is one of them", { DIM_PAGE, { DAY + 2, DAY + 2 },
	    TALLY_HITS, 9 }, "(other) 50, /d 9" },
	{ "all days", { DIM_PAGE, { INT32_MIN, INT32_MAX }, TALLY_HITS, 3 },
	    "/a 103, (other) 50, /d 9" },
};

static void
fill(void)
{
	struct tally first[] = { tally_of("/c", 3), tally_of("/a", 3),
		tally_of("/b", 5) };
	struct tally second[] = { tally_of("/a", 100) };
	struct tally third[] = { tally_of(DIM_OTHER, 50), tally_of("/d", 9) };
	struct tally entry[] = { tally_of("/a", 7) };

	put(DAY, DIM_PAGE, first, 3);
	put(DAY + 1, DIM_PAGE, second, 1);
	put(DAY + 2, DIM_PAGE, third, 2);
	put(DAY, DIM_ENTRY, entry, 1);
	put(DAY, DIM_EXIT, NULL, 0);
}

static void
test_rows(void)
{
	struct buf b = { 0 };

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		is_text(list(&rows[i].q, &b), rows[i].want, "%s",
		    rows[i].name);
	buf_close(&b);
}

/* Each count in its own column, and an order by each. */
static void
test_counts(void)
{
	bool good = true, order = true;
	struct tally keys[TALLY__COUNTS];
	static char name[TALLY__COUNTS][16];

	for (int i = 0; i < TALLY__COUNTS; i++) {
		snprintf(name[i], sizeof(name[i]), "%02d", i);
		keys[i] = (struct tally){ .key = span_of(name[i]) };
		keys[i].n[i] = 1000 + i;
	}
	put(DAY + 20, DIM_STATUS, keys, TALLY__COUNTS);
	for (int i = 0; i < TALLY__COUNTS; i++) {
		struct tallies_query q = { DIM_STATUS, { DAY + 20, DAY + 20 },
			(enum tally_count)i, 1 };
		struct tallies t;

		must(tallies_list(&rig.store, &q, &t, &rig.err), &rig.err);
		order = order && t.n == 1 && span_eq(t.tally[0].key,
		    span_of(name[i]));
		good = good && t.n == 1 && memcmp(t.tally[0].n, keys[i].n,
		    sizeof(keys[i].n)) == 0;
		tallies_close(&t);
	}
	ok(order, "there is an order by each count");
	ok(good, "each count comes back as itself");
	is_text(tally_count_name(TALLY_REST_BYTES), "rest_bytes",
	    "counts have names");
}

static void
test_each(void)
{
	struct buf b = { 0 };

	is_text(each(DIM_PAGE, DAY, DAY + 1, &b),
	    "0 /a 3..33\n0 /b 5..55\n0 /c 3..33\n1 /a 100..1100\n",
	    "day by day, and each day in the order of keys");
	is_text(each(DIM_PAGE, DAY + 3, DAY + 9, &b), "",
	    "nothing is told of no day");
	buf_close(&b);
}

static void
test_replace(void)
{
	struct tally twice[] = { tally_of("/x", 1), tally_of("/y", 2),
		tally_of("/x", 10) };
	struct buf b = { 0 };

	put(DAY, DIM_PAGE, twice, 3);
	is_text(each(DIM_PAGE, DAY, DAY, &b), "0 /a 3..33\n0 /b 5..55\n"
	    "0 /c 3..33\n0 /x 11..121\n0 /y 2..22\n",
	    "a key that is given twice is summed");
	drop(DAY);
	is_text(each(DIM_PAGE, DAY, DAY + 1, &b), "1 /a 100..1100\n",
	    "what is dropped is gone, other days are not");
	is_text(each(DIM_ENTRY, DAY, DAY, &b), "",
	    "all of its dimensions go");
	put(DAY, DIM_PAGE, twice, 2);
	is_text(each(DIM_PAGE, DAY, DAY, &b), "0 /x 1..11\n0 /y 2..22\n",
	    "and it may be put again");
	buf_close(&b);
}

/* ---- dim.h ---- */

static void
test_dims(void)
{
	bool names = true;
	int n = 0;

	for (int d = 0; d < DIM__MAX; d++) {
		if (dim_info[d].name == NULL)
			continue;
		n++;
		names = names && dim_named(dim_info[d].name) == (enum dim)d &&
		    (dim_info[d].most > 0 || d == DIM_ADDRESS) && dim_info[d].what[0] != '\0';
	}
	ok(names && n > 20, "each dimension is found by its name");
	ok(dim_named("") == 0 && dim_named("pages") == 0,
	    "other names are none");
	ok(DIM_PAGE == 1 && DIM_ENTRY == 2 && DIM_EXIT == 3 && DIM_DOUBT == 25,
	    "numbers that databases hold are as they were");
}

int
main(void)
{
	rig_open(&rig, NULL, "UTC");
	must(db_begin(rig.db, &rig.err), &rig.err);
	fill();
	test_rows();
	test_counts();
	test_each();
	test_replace();
	test_dims();
	db_rollback(rig.db);
	rig_close(&rig);
	return done();
}

/* SPDX-License-Identifier: MIT */
#include "aggregate/tops.h"

#include <stdio.h>
#include <stdlib.h>

#include "common/mem.h"
#include "tests/tap.h"
#include "tests/unit/rig.h"

enum { DAY = 20000, TABLE_SEED = 7 };

/* Keys are "k00", "k01"...: in the order of their numbers. */
static uint32_t
key_of(struct terms *terms, unsigned number)
{
	char text[16];

	snprintf(text, sizeof(text), "k%02u", number);
	return terms_at(terms, span_of(text));
}

static int
by_text(const void *pa, const void *pb)
{
	const struct tally *a = pa, *b = pb;
	int c = span_cmp(a->key, b->key);

	return c != 0 ? c : memcmp(a->n, b->n, sizeof(a->n));
}

/* What is kept, in the order of keys: "k00 5 0 0, ...": people's hits, robots', visits. */
static const char *
kept(struct tops *t, int32_t day, enum dim dim, struct buf *out)
{
	const struct tally *got;
	struct tally *sorted;
	size_t n;

	got = tops_of(t, day, dim, &n);
	sorted = mem_grow(NULL, n, sizeof(*sorted));
	if (n > 0)
		memcpy(sorted, got, n * sizeof(*sorted));
	if (n > 1)
		qsort(sorted, n, sizeof(*sorted), by_text);
	buf_clear(out);
	for (size_t i = 0; i < n; i++)
		buf_printf(out, "%s%.*s %lld %lld %lld", i > 0 ? ", " : "",
		    (int)sorted[i].key.n, sorted[i].key.p,
		    (long long)sorted[i].n[TALLY_HITS],
		    (long long)sorted[i].n[TALLY_ROBOT_HITS],
		    (long long)sorted[i].n[TALLY_VISITS]);
	mem_free(sorted);
	return buf_text(out);
}

/* ---- rows: the dimension of schemes keeps 4 ---- */

enum { MOST = 4, ROW_KEYS = 7 };

static const struct {
	const char *name;
	struct { int64_t hits, robots, visits; } key[ROW_KEYS];
	size_t n;
	const char *want;
} rows[] = {
	{ "nothing gives nothing", { { 0, 0, 0 } }, 0, "" },
	{ "fewer than the most are all kept", { { 1, 0, 0 }, { 2, 0, 0 } }, 2,
	    "k00 1 0 0, k01 2 0 0" },
	{ "as many as the most have no other", { { 1, 0, 0 }, { 2, 0, 0 },
	    { 3, 0, 0 }, { 4, 0, 0 } }, 4,
	    "k00 1 0 0, k01 2 0 0, k02 3 0 0, k03 4 0 0" },
	{ "of one more, the least is the other", { { 9, 0, 0 }, { 8, 0, 0 },
	    { 1, 0, 0 }, { 7, 0, 0 }, { 6, 0, 0 } }, 5,
	    "(other) 1 0 0, k00 9 0 0, k01 8 0 0, k03 7 0 0, k04 6 0 0" },
	{ "others are summed", { { 9, 0, 0 }, { 8, 0, 0 }, { 7, 0, 0 },
	    { 6, 0, 0 }, { 1, 5, 1 }, { 2, 6, 0 }, { 3, 7, 2 } }, 7,
	    "(other) 6 18 3, k00 9 0 0, k01 8 0 0, k02 7 0 0, k03 6 0 0" },
	{ "of equals those of the least keys stay", { { 1, 0, 0 }, { 1, 0, 0 },
	    { 1, 0, 0 }, { 1, 0, 0 }, { 1, 0, 0 }, { 1, 0, 0 } }, 6,
	    "(other) 2 0 0, k00 1 0 0, k01 1 0 0, k02 1 0 0, k03 1 0 0" },
	{ "also where only some are equal", { { 1, 0, 0 }, { 9, 0, 0 },
	    { 1, 0, 0 }, { 9, 0, 0 }, { 9, 0, 0 }, { 1, 0, 0 } }, 6,
	    "(other) 2 0 0, k00 1 0 0, k01 9 0 0, k03 9 0 0, k04 9 0 0" },
	{ "people come before any number of robots", { { 1, 0, 0 },
	    { 0, 9999, 0 }, { 1, 0, 0 }, { 1, 0, 0 }, { 1, 0, 0 } }, 5,
	    "(other) 0 9999 0, k00 1 0 0, k02 1 0 0, k03 1 0 0, k04 1 0 0" },
	{ "of equal people robots decide", { { 1, 1, 0 }, { 1, 2, 0 },
	    { 1, 3, 0 }, { 1, 4, 0 }, { 1, 5, 0 } }, 5,
	    "(other) 1 1 0, k01 1 2 0, k02 1 3 0, k03 1 4 0, k04 1 5 0" },
	{ "visits count as hits do", { { 1, 0, 0 }, { 0, 0, 2 }, { 0, 0, 3 },
	    { 0, 0, 4 }, { 0, 0, 5 } }, 5,
	    "(other) 1 0 0, k01 0 0 2, k02 0 0 3, k03 0 0 4, k04 0 0 5" },
	{ "the greatest numbers are numbers", { { INT64_MAX / 2, 0, 0 },
	    { 1, INT64_MAX / 2, 0 }, { 1, 1, 0 }, { 2, 0, 0 }, { 3, 0, 0 } },
	    5, "(other) 1 1 0, k00 4611686018427387903 0 0, "
	    "k01 1 4611686018427387903 0, k03 2 0 0, k04 3 0 0" },
};

static void
put(struct tops *t, size_t row, size_t key)
{
	int64_t *n = tops_at(t, DAY, DIM_SCHEME, key_of(t->terms,
	    (unsigned)key));

	n[TALLY_HITS] += rows[row].key[key].hits;
	n[TALLY_ROBOT_HITS] += rows[row].key[key].robots;
	n[TALLY_VISITS] += rows[row].key[key].visits;
}

static void
test_row(size_t row)
{
	struct terms terms = { 0 };
	struct tops forth, back;
	struct buf a = { 0 }, b = { 0 };
	size_t n = rows[row].n;

	terms_open(&terms, TABLE_SEED);
	tops_open(&forth, &terms);
	for (size_t i = 0; i < n; i++)
		put(&forth, row, i);
	tops_order(&forth, (struct period){ DAY, DAY });
	is_text(kept(&forth, DAY, DIM_SCHEME, &a), rows[row].want, "%s",
	    rows[row].name);

	/* The same in the opposite order, with terms of another one. */
	struct terms others = { 0 };

	terms_open(&others, TABLE_SEED + 1);
	tops_open(&back, &others);
	for (size_t i = n; i-- > 0;)
		put(&back, row, i);
	tops_order(&back, (struct period){ DAY, DAY });
	is_text(kept(&back, DAY, DIM_SCHEME, &b), rows[row].want,
	    "%s: in whatever order", rows[row].name);
	tops_close(&forth);
	tops_close(&back);
	terms_close(&terms);
	terms_close(&others);
	buf_close(&a);
	buf_close(&b);
}

/* ---- days and dimensions apart ---- */

static void
test_places(void)
{
	struct terms terms = { 0 };
	struct buf b = { 0 };
	struct tops t;

	terms_open(&terms, TABLE_SEED);
	tops_open(&t, &terms);
	for (int32_t day = DAY - 1; day <= DAY + 2; day++)
		for (unsigned k = 0; k < 2; k++) {
			tops_at(&t, day, DIM_PAGE, key_of(&terms, k))
			    [TALLY_HITS] += day - DAY + 10;
			tops_at(&t, day, DIM_PLACE, key_of(&terms, k))
			    [TALLY_HITS] += day - DAY + 20;
		}
	tops_order(&t, (struct period){ DAY, DAY + 1 });
	is_text(kept(&t, DAY, DIM_PAGE, &b), "k00 10 0 0, k01 10 0 0",
	    "the first dimension of the first day");
	is_text(kept(&t, DAY + 1, DIM_PAGE, &b), "k00 11 0 0, k01 11 0 0",
	    "and of the last one: others' days are not among them");
	is_text(kept(&t, DAY + 1, DIM_PLACE, &b), "k00 21 0 0, k01 21 0 0",
	    "the last dimension of the last day");
	is_text(kept(&t, DAY, DIM_ENTRY, &b), "",
	    "a dimension of which nothing is known");
	tops_close(&t);
	tops_close(&t);
	ok(true, "a closed one closes");
	terms_close(&terms);
	buf_close(&b);
}

/* ---- chance against brute force ---- */

enum { MANY = 200, ROUNDS = 150 };

struct one {
	char key[16];
	int64_t n[TALLY__COUNTS];
};

static int
brute_order(const void *pa, const void *pb)
{
	const struct one *a = pa, *b = pb;
	int64_t pa_n = a->n[TALLY_HITS] + a->n[TALLY_VISITS];
	int64_t pb_n = b->n[TALLY_HITS] + b->n[TALLY_VISITS];
	int64_t ra = a->n[TALLY_ROBOT_HITS] + a->n[TALLY_REST_HITS];
	int64_t rb = b->n[TALLY_ROBOT_HITS] + b->n[TALLY_REST_HITS];

	if (pa_n != pb_n)
		return pa_n > pb_n ? -1 : 1;
	if (ra != rb)
		return ra > rb ? -1 : 1;
	return strcmp(a->key, b->key);
}

static bool
has(const struct tally *got, size_t n, const char *key, const int64_t *want)
{
	for (size_t i = 0; i < n; i++)
		if (span_eq(got[i].key, span_of(key)))
			return memcmp(got[i].n, want,
			    sizeof(got[i].n)) == 0;
	return false;
}

static bool
random_round(uint64_t seed)
{
	static struct one one[MANY];
	struct one other = { .key = DIM_OTHER };
	struct terms terms = { 0 };
	struct tops t;
	enum dim dim = chance(&seed, 2) > 0 ? DIM_DEVICE : DIM_BROWSER;
	size_t most = (size_t)dim_info[dim].most, n, got_n;
	const struct tally *got;
	bool good;

	terms_open(&terms, seed);
	tops_open(&t, &terms);
	n = chance(&seed, MANY);
	for (size_t i = 0; i < n; i++) {
		one[i] = (struct one){ .n = { 0 } };
		snprintf(one[i].key, sizeof(one[i].key), "%zx",
		    i * 2654435761u % 4096);
		for (int c = 0; c < TALLY__COUNTS; c++)
			one[i].n[c] = (int64_t)chance(&seed, 4);
	}
	for (size_t i = 0; i < 2 * n; i++) { /* in two goes, mixed */
		const struct one *o = &one[i * 7919 % n];
		int64_t *sum = tops_at(&t, DAY, dim, terms_at(&terms,
		    span_of(o->key)));

		for (int c = 0; c < TALLY__COUNTS; c++)
			sum[c] += i < n ? o->n[c] / 2 : o->n[c] - o->n[c] / 2;
	}
	tops_order(&t, (struct period){ DAY, DAY });
	got = tops_of(&t, DAY, dim, &got_n);
	qsort(one, n, sizeof(*one), brute_order);
	good = got_n == (n > most ? most + 1 : n);
	for (size_t i = 0; i < n; i++) {
		if (i < most)
			good = good && has(got, got_n, one[i].key, one[i].n);
		else
			for (int c = 0; c < TALLY__COUNTS; c++)
				other.n[c] += one[i].n[c];
	}
	if (n > most)
		good = good && has(got, got_n, DIM_OTHER, other.n);
	tops_close(&t);
	terms_close(&terms);
	return good;
}

int
main(void)
{
	bool good = true;

	is_int(dim_info[DIM_SCHEME].most, MOST, "control: so many are kept");
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		test_row(i);
	test_places();
	for (uint64_t seed = 0; seed < ROUNDS; seed++)
		good = good && random_round(seed);
	ok(good, "random counts: the greatest by name, the sum of the others");
	return done();
}

/* SPDX-License-Identifier: MIT */
#include "common/histogram.h"

#include <stdlib.h>
#include <string.h>

#include "tests/tap.h"

enum { N = 20000 };
#define LAST ((UINT64_C(1) << 40) - 1)

static uint64_t
mix(uint64_t z)
{
	z += UINT64_C(0x9e3779b97f4a7c15);
	z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
	return z ^ (z >> 31);
}

static int
by_value(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return x < y ? -1 : x > y;
}

/* ---- buckets ---- */

static const struct {
	const char *name;
	uint64_t us;
	int bucket;
	uint64_t low, high;
} places[] = {
	{ "0 is a bucket", 0, 0, 0, 0 },
	{ "1 is one", 1, 1, 1, 1 },
	{ "15 is one", 15, 15, 15, 15 },
	{ "16 is one", 16, 16, 16, 16 },
	{ "31 is the last that is alone", 31, 31, 31, 31 },
	{ "32 is with 33", 32, 32, 32, 33 },
	{ "33 is with 32", 33, 32, 32, 33 },
	{ "63 is with 62", 63, 47, 62, 63 },
	{ "64 begins buckets of four", 64, 48, 64, 67 },
	{ "a millisecond", 1000, 111, 992, 1023 },
	{ "a second", 1000000, 270, 983040, 1015807 },
	{ "just under three seconds", 2999999, 294, 2883584, 2999999 },
	{ "three seconds begin a bucket", 3000000, 295, 3000000, 3014655 },
	{ "the bucket after that is whole", 3014656, 296, 3014656, 3145727 },
	{ "the greatest value is in the last bucket", LAST, 592,
	    (UINT64_C(31) << 35), LAST },
	{ "a greater one as well", LAST + 1, 592, UINT64_C(31) << 35, LAST },
	{ "the greatest of all as well", UINT64_MAX, 592, UINT64_C(31) << 35,
	    LAST },
};

static void
buckets(void)
{
	bool joined = true, near = true;
	uint64_t next = 0;

	for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++) {
		int b = histogram_bucket(places[i].us);
		struct histogram_range r = histogram_range(b);

		if (!ok(b == places[i].bucket && r.low == places[i].low &&
		    r.high == places[i].high, "%s", places[i].name))
			diag("%d", b);
	}
	for (int b = 0; b < HISTOGRAM_BUCKETS; b++) {
		struct histogram_range r = histogram_range(b);
		uint64_t middle = r.low + (r.high - r.low) / 2;

		joined &= r.low == next && r.low <= r.high &&
		    histogram_bucket(r.low) == b &&
		    histogram_bucket(r.high) == b;
		near &= (middle - r.low) * 32 <= r.low &&
		    (r.high - middle) * 32 <= r.high;
		next = r.high + 1;
	}
	ok(joined && next == LAST + 1, "each value is in one bucket");
	ok(near, "no value is farther than 1/32 from its bucket's middle");
}

/* ---- quantiles ---- */

static const struct {
	const char *name;
	uint64_t us[8];
	int n;
	unsigned permille;
	uint64_t want;
} quantiles[] = {
	{ "the median of one value is it", { 7 }, 1, 500, 7 },
	{ "of zeros it is 0", { 0, 0, 0 }, 3, 500, 0 },
	{ "of two it is the lower", { 3, 9 }, 2, 500, 3 },
	{ "of three the middle", { 9, 3, 5 }, 3, 500, 5 },
	{ "p95 of eight is the greatest", { 1, 2, 3, 4, 5, 6, 7, 8 }, 8, 950, 8 },
	{ "0 permille is the least", { 4, 2, 6 }, 3, 0, 2 },
	{ "1000 permille is the greatest", { 4, 6, 2 }, 3, 1000, 6 },
	{ "a third, and a bit, is the second", { 1, 2, 3 }, 3, 334, 2 },
	{ "a third, less a bit, is the first", { 1, 2, 3 }, 3, 333, 1 },
	{ "a wide bucket tells its middle", { 1000, 993, 1020 }, 3, 500, 1007 },
	{ "beyond the scale is its last middle", { UINT64_MAX }, 1, 500,
	    (UINT64_C(63) << 34) - 1 },
};

static void
small_quantiles(void)
{
	uint64_t us = 42, count[HISTOGRAM_BUCKETS] = { 0 };

	ok(!histogram_quantile(count, 500, &us) && us == 42,
	    "no values have no median");
	for (size_t i = 0; i < sizeof(quantiles) / sizeof(quantiles[0]); i++) {
		memset(count, 0, sizeof(count));
		for (int k = 0; k < quantiles[i].n; k++)
			count[histogram_bucket(quantiles[i].us[k])]++;
		ok(histogram_quantile(count, quantiles[i].permille, &us) &&
		    us == quantiles[i].want, "%s", quantiles[i].name);
	}
	memset(count, 0, sizeof(count));
	count[3] = INT64_MAX / 2;
	count[5] = INT64_MAX / 2 + 1;
	ok(histogram_quantile(count, 500, &us) && us == 5 &&
	    histogram_quantile(count, 499, &us) && us == 3,
	    "the median of as many as can be does not overflow");
}

/* ---- against sorted values ---- */

#define SPREAD_TABLE(X)                                                         \
	X(EVEN, "even values", mix(i) % 5000000)                                \
	X(OCTAVES, "values of all sizes", (mix(i) >> 24) >> (mix(~i) % 40))     \
	X(TIGHT, "values near one second", 990000 + mix(i) % 20000)             \
	X(TAIL, "values with a long tail", mix(i) % 20 ? mix(i) % 90000 :       \
	    mix(i) % 60000000)                                                  \
	X(ONE, "one value", 123456)

enum spread {
#define X(id, name, us) SPREAD_##id,
	SPREAD_TABLE(X)
#undef X
	SPREAD__MAX
};

static const char *const names[] = {
#define X(id, name, us) name,
	SPREAD_TABLE(X)
#undef X
};

static uint64_t
value_of(enum spread spread, uint64_t i)
{
	switch (spread) {
#define X(id, name, us) case SPREAD_##id: return us;
	SPREAD_TABLE(X)
#undef X
	case SPREAD__MAX:
		break;
	}
	return 0;
}

static bool
near(uint64_t got, uint64_t want)
{
	uint64_t off = got > want ? got - want : want - got;

	return off * 32 <= want;
}

static void
against_sorted(enum spread spread)
{
	static const uint64_t limits[] = { 0, 1, 20, 3000000, 64 << 10 };
	uint64_t count[HISTOGRAM_BUCKETS] = { 0 }, got;
	uint64_t *us = calloc(N, sizeof(*us));
	bool good = us != NULL, exact = true;

	if (!good)
		abort();
	for (uint64_t i = 0; i < N; i++) {
		us[i] = value_of(spread, i);
		count[histogram_bucket(us[i])]++;
	}
	qsort(us, N, sizeof(*us), by_value);
	for (unsigned p = 1; p <= 1000; p++)
		good &= histogram_quantile(count, p, &got) &&
		    near(got, us[((uint64_t)N * p + 999) / 1000 - 1]);
	ok(good, "all quantiles of %s are within 1/32", names[spread]);
	for (size_t k = 0; k < sizeof(limits) / sizeof(limits[0]); k++) {
		uint64_t under = 0;

		while (under < N && us[under] < limits[k])
			under++;
		exact &= histogram_under(count, limits[k]) == under;
	}
	ok(exact, "as many of %s are under 3 s as are counted", names[spread]);
	free(us);
}

/* ---- shares and merging ---- */

static void
shares(void)
{
	uint64_t count[HISTOGRAM_BUCKETS] = { 0 }, before = 0;
	bool rises = true;

	is_int((long long)histogram_under(count, 3000000), 0,
	    "of no values none is under the limit");
	count[histogram_bucket(2999999)] = 5;
	count[histogram_bucket(3000000)] = 3;
	is_int((long long)histogram_under(count, HISTOGRAM_CUT_US), 5,
	    "three seconds are not under three seconds");
	is_int((long long)histogram_under(count, UINT64_MAX), 8,
	    "all are under a limit beyond the scale");
	is_int((long long)histogram_under(count, 0), 0, "none is under 0");
	memset(count, 0, sizeof(count));
	count[histogram_bucket(1000000)] = 32768;
	is_int((long long)histogram_under(count, 1000000), 16960,
	    "a bucket that is cut gives the part that it would have");
	for (uint64_t us = 983000; us < 1015900; us += 7) {
		uint64_t under = histogram_under(count, us);

		rises &= under >= before && under <= 32768;
		before = under;
	}
	ok(rises && before == 32768, "no more are under a lower limit");
}

static void
merging(void)
{
	uint64_t a[HISTOGRAM_BUCKETS] = { 0 }, b[HISTOGRAM_BUCKETS] = { 0 };
	uint64_t all[HISTOGRAM_BUCKETS] = { 0 };

	for (uint64_t i = 0; i < N; i++) {
		int bucket = histogram_bucket(mix(i) >> (mix(~i) % 64));

		all[bucket]++;
		(i % 3 ? a : b)[bucket]++;
	}
	histogram_merge(a, b);
	ok(memcmp(a, all, sizeof(all)) == 0,
	    "parts that are merged are the histogram of all values");
	is_int((long long)histogram_total(a), N, "and have as many");
}

int
main(void)
{
	buckets();
	small_quantiles();
	for (enum spread spread = 0; spread < SPREAD__MAX; spread++)
		against_sorted(spread);
	shares();
	merging();
	return done();
}

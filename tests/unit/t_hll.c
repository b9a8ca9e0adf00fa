/* SPDX-License-Identifier: MIT */
#include "common/hll.h"

#include <inttypes.h>
#include <string.h>

#include "tests/tap.h"

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SLOW 1
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || !defined(__OPTIMIZE__)
#define SLOW 1
#endif
#ifndef SLOW
#define SLOW 0
#endif

/* One to one, so that different numbers have different hashes: n of them are an
 * exact set of n. */
static uint64_t
mix(uint64_t z)
{
	z += UINT64_C(0x9e3779b97f4a7c15);
	z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
	return z ^ (z >> 31);
}

static void
add_all(struct hll *h, uint64_t from, uint64_t n)
{
	for (uint64_t i = from; i < from + n; i++)
		hll_add(h, mix(i));
}

static double
root(double x)
{
	double r = 1;

	for (int i = 0; i < 60; i++)
		r = (r + x / r) / 2;
	return r;
}

/* ---- against exact sets ---- */

static const struct {
	uint64_t n;
	int times; /* how many sets of n */
} sets[] = {
	{ 2, 400 }, { 10, 400 }, { 100, 400 }, { 1000, 400 }, { 5000, 400 },
	{ 10000, 400 }, { 20000, 400 }, { 40000, 400 }, { 80000, 300 },
	{ 100000, 200 }, { 1000000, 60 }, { 10000000, 12 },
};

static void
against_exact(uint64_t n, int times)
{
	double sum = 0, squares = 0;

	for (int t = 0; t < times; t++) {
		struct hll h = { 0 };

		add_all(&h, (uint64_t)t << 40 | n << 8, n);

		/* Not rounded: of few visitors that would be most of the error. */
		double e = hll_estimate(&h) / (double)n - 1;

		sum += e;
		squares += e * e;
	}

	double mean = sum / times, rms = root(squares / times);
	/* The mean of so many is a root of times nearer than one; within 3 of its own
	 * errors.  A spread takes some to tell. */
	bool near = mean * mean * times <= 9 * HLL_ERROR * HLL_ERROR &&
	    (times < 10 || rms <= 1.25 * HLL_ERROR);

	ok(near, "%d sets of %" PRIu64 " visitors are estimated within the error",
	    times, n);
	diag("n = %8" PRIu64 ": mean error %+.3f %%, rms %.3f %%", n,
	    mean * 100, rms * 100);
}

static void
exact_sets(void)
{
	struct hll h = { 0 };

	is_int(hll_count(&h), 0, "nobody is nobody");
	hll_add(&h, 0);
	is_int(hll_count(&h), 1, "one visitor is one, also of hash 0");
	for (int i = 0; i < 100; i++)
		add_all(&h, 0, 9);
	is_int(hll_count(&h), 10, "visitors who come again count once");
	hll_clear(&h);
	is_int(hll_count(&h), 0, "nothing is left after clearing");
	for (size_t i = 0; i < sizeof(sets) / sizeof(sets[0]); i++) {
		int few = 1 + (int)(4000000 / sets[i].n);

		against_exact(sets[i].n,
		    SLOW && few < sets[i].times ? few : sets[i].times);
	}
}

/* ---- registers ---- */

static const struct {
	const char *name;
	uint64_t hash;
	int reg, rank;
} places[] = {
	{ "hash 0 has the greatest rank", 0, 0, 51 },
	{ "the lowest bit alone has the rank before", 1, 0, 50 },
	{ "the highest bit of the rest has rank 1", UINT64_C(1) << 49, 0, 1 },
	{ "the bit below has rank 2", UINT64_C(1) << 48, 0, 2 },
	{ "the 15th bit does not choose the register", UINT64_C(5) << 50, 5, 51 },
	{ "all bits set is the last register", UINT64_MAX, 16383, 1 },
};

static void
registers(void)
{
	for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++) {
		struct hll h = { 0 };
		int others = 0;

		hll_add(&h, places[i].hash);
		for (int k = 0; k < HLL_REGISTERS; k++)
			others += k != places[i].reg && h.reg[k] != 0;
		ok(h.reg[places[i].reg] == places[i].rank && others == 0,
		    "%s", places[i].name);
	}
}

/* ---- the estimator, against the paper's formulas in 60 decimal digits ---- */

static const struct {
	const char *name;
	int n_first, first, second; /* the first n have rank first, the others second */
	double want;
} ranks[] = {
	{ "one register of 1", 1, 1, 0, 0x1.0001957306ca8p+0 },
	{ "one register full", 1, 51, 0, 0x1.0001957e1e0f3p+0 },
	{ "half of the registers empty", 8192, 1, 0, 0x1.43c2ee9973083p+13 },
	{ "all registers of 1", 16384, 1, 0, 0x1.71547652b82fep+14 },
	{ "all registers of 20", 16384, 20, 0, 0x1.71547652b82fep+33 },
	{ "one register empty", 16383, 7, 0, 0x1.6e7d2a7e7bdcbp+20 },
	{ "two ranks, half each", 8192, 10, 12, 0x1.2776c50ef9bfep+24 },
	{ "four registers full", 4, 51, 40, 0x1.716b8b1edf1fbp+53 },
	{ "all registers full but an empty one", 1, 0, 51,
	    0x1.714eb117f1609p+27 },
	{ "more than can be told", 16384, 50, 0, 9223372036854774784.0 },
	{ "all registers full", 16384, 51, 0, 9223372036854774784.0 },
};

/* What came of it once, to the last bit.  Compilers, flags and machines must not
 * matter. */
static const struct {
	uint64_t n;
	double want;
} once[] = {
	{ 1, 0x1.0001957b5866cp+0 },
	{ 1000, 0x1.f1473e6299f56p+9 },
	{ 30000, 0x1.d526585af058cp+14 },
	{ 200000, 0x1.88807b5545b3dp+17 },
};

static void
estimates(void)
{
	for (size_t i = 0; i < sizeof(ranks) / sizeof(ranks[0]); i++) {
		struct hll h;

		memset(h.reg, ranks[i].second, HLL_REGISTERS);
		memset(h.reg, ranks[i].first, (size_t)ranks[i].n_first);

		double off = hll_estimate(&h) / ranks[i].want - 1;

		ok(off > -1e-11 && off < 1e-11, "%s", ranks[i].name);
	}
	for (size_t i = 0; i < sizeof(once) / sizeof(once[0]); i++) {
		struct hll h = { 0 };

		add_all(&h, 0, once[i].n);
		if (!ok(memcmp(&(double){ hll_estimate(&h) }, &once[i].want,
		    sizeof(double)) == 0, "the estimate of %" PRIu64
		    " has the same bits everywhere", once[i].n))
			diag("%a", hll_estimate(&h));
	}
}

/* ---- merging ---- */

static bool
same(const struct hll *a, const struct hll *b)
{
	return memcmp(a->reg, b->reg, sizeof(a->reg)) == 0;
}

static void
merging(void)
{
	enum { PARTS = 7, EACH = 3000, SHARED = 500 };
	struct hll part[PARTS] = { 0 }, all = { 0 }, up = { 0 }, down = { 0 };
	struct hll odd = { 0 }, even = { 0 };

	for (int i = 0; i < PARTS; i++) {
		uint64_t from = (uint64_t)i * (EACH - SHARED);

		add_all(&part[i], from, EACH);
		add_all(&all, from, EACH);
	}
	for (int i = 0; i < PARTS; i++) {
		hll_merge(&up, &part[i]);
		hll_merge(&down, &part[PARTS - 1 - i]);
		hll_merge(i & 1 ? &odd : &even, &part[i]);
	}
	ok(same(&up, &all), "days merged are the sketch of all their visitors");
	ok(same(&down, &up), "the order of merging does not matter");
	hll_merge(&odd, &even);
	ok(same(&odd, &up), "nor does how days are grouped");
	hll_merge(&up, &part[3]);
	hll_merge(&up, &up);
	ok(same(&up, &all), "a day merged again changes nothing");
	memset(&odd, 0, sizeof(odd));
	hll_merge(&up, &odd);
	ok(same(&up, &all), "nor does a day without visitors");
}

static void
hashing(void)
{
	static const uint64_t key[2] = { UINT64_C(0x0706050403020100),
		UINT64_C(0x0f0e0d0c0b0a0908) };
	struct hash128 visitor;

	for (int i = 0; i < HASH_KEYED_BYTES; i++)
		visitor.b[i] = (unsigned char)i;
	uint64_t got = hll_hash(key, &visitor);

	/* Reference vector of 16 bytes: 6e e2 a4 ca 67 b0 54 bb... */
	ok(got == UINT64_C(0xbb54b067caa4e26e),
	    "a visitor's hash is the first 8 bytes of the keyed hash");
	ok(got != hll_hash((uint64_t[2]){ key[0] ^ 1, key[1] }, &visitor),
	    "and another year's is another");
}

int
main(void)
{
	exact_sets();
	registers();
	estimates();
	merging();
	hashing();
	return done();
}

/* SPDX-License-Identifier: MIT */
/* bench_radix -- nanoseconds per item of radix_sort and of qsort.
 *
 * Uniform keys, such as visitors' are, and keys of which only the low four bytes differ.
 * Each several times, of which the best is told: the machine may be shared.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "common/mem.h"
#include "common/radix.h"

enum { MOST = 1000000, TIMES = 5 };

struct room {
	struct radix_item *made, *item, *spare;
};

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static uint64_t
mix(uint64_t z)
{
	z += UINT64_C(0x9e3779b97f4a7c15);
	z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
	return z ^ (z >> 31);
}

static int
by_key(const void *a, const void *b)
{
	uint64_t x = ((const struct radix_item *)a)->key;
	uint64_t y = ((const struct radix_item *)b)->key;

	return x < y ? -1 : x > y;
}

static void
by_qsort(struct radix_item *item, struct radix_item *spare, size_t n)
{
	(void)spare;
	qsort(item, n, sizeof(*item), by_key);
}

/* All MOST items, in arrays of n: each array is new to the caches' and the branches'
 * memory, as it is in earnest. */
static double
ns_per_item(const struct room *r, size_t n,
    void (*sort)(struct radix_item *, struct radix_item *, size_t))
{
	double best = 1e9;

	for (int t = 0; t < TIMES; t++) {
		memcpy(r->item, r->made, MOST * sizeof(*r->item));

		double from = now();

		for (size_t at = 0; at + n <= MOST; at += n)
			sort(r->item + at, r->spare, n);

		double took = (now() - from) * 1e9 / MOST;

		best = took < best ? took : best;
	}
	return best;
}

int
main(void)
{
	static const size_t sizes[] = { 20, 100, 1000, 10000, 100000, MOST };
	size_t bytes = MOST * sizeof(struct radix_item);
	struct room r = { mem_new(bytes), mem_new(bytes), mem_new(bytes) };

	for (int bits = 64; bits >= 32; bits -= 32) {
		printf("keys of %d bits, ns per item   radix   qsort\n", bits);
		for (size_t i = 0; i < MOST; i++)
			r.made[i].key = mix(i) >> (64 - bits);
		for (size_t k = 0; k < sizeof(sizes) / sizeof(*sizes); k++)
			printf("  n = %7zu %24.1f %7.1f\n", sizes[k],
			    ns_per_item(&r, sizes[k], radix_sort),
			    ns_per_item(&r, sizes[k], by_qsort));
	}
	mem_free(r.made);
	mem_free(r.item);
	mem_free(r.spare);
	return 0;
}

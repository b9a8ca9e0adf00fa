/* SPDX-License-Identifier: MIT */
#include "common/radix.h"

#include <stdlib.h>
#include <string.h>

#include "common/mem.h"
#include "tests/tap.h"

static uint64_t
mix(uint64_t z)
{
	z += UINT64_C(0x9e3779b97f4a7c15);
	z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
	return z ^ (z >> 31);
}

#define SHAPE_TABLE(X)                                                          \
	X(UNIFORM, "uniform keys", mix(i))                                      \
	X(FEW, "three different keys", mix(i) % 3)                              \
	X(EQUAL, "equal keys", 7)                                               \
	X(RISING, "keys in order", i)                                           \
	X(FALLING, "keys in reverse order", n - i)                              \
	X(LAST, "keys in order but for the last", i + 1 < n ? i + 1 : 0)        \
	X(ENDS, "the least and the greatest key", mix(i) & 1 ? UINT64_MAX : 0)  \
	X(HIGH, "keys that differ in the highest byte", mix(i) << 56 | 5)       \
	X(MIDDLE, "keys that differ in a middle byte", (mix(i) & 255) << 24)    \
	X(TWO, "keys that differ in two bytes", mix(i) & 0xff0000000000ff00u)

enum shape {
#define X(id, name, key) SHAPE_##id,
	SHAPE_TABLE(X)
#undef X
	SHAPE__MAX
};

static const char *const names[] = {
#define X(id, name, key) name,
	SHAPE_TABLE(X)
#undef X
};

/* The i-th of n keys. */
static uint64_t
key_of(enum shape shape, uint64_t i, uint64_t n)
{
	switch (shape) {
#define X(id, name, key) case SHAPE_##id: return key;
	SHAPE_TABLE(X)
#undef X
	case SHAPE__MAX:
		break;
	}
	return 0;
}

static const size_t sizes[] = { 0, 1, 2, 3, 63, 64, 65, 255, 256, 257, 5000 };

/* By key and, as index is the place of before, stable. */
static int
by_key_and_place(const void *a, const void *b)
{
	const struct radix_item *x = a, *y = b;

	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	return x->index < y->index ? -1 : x->index > y->index;
}

static bool
sorts_like_qsort(enum shape shape, size_t n)
{
	size_t bytes = n * sizeof(struct radix_item);
	struct radix_item *got = mem_new(bytes), *want = mem_new(bytes);
	struct radix_item *spare = n < RADIX_SMALL ? NULL : mem_new(bytes);

	for (size_t i = 0; i < n; i++)
		got[i] = (struct radix_item){ key_of(shape, i, n),
			(uint32_t)i, (uint32_t)mix(~i) };
	if (n > 0)
		memcpy(want, got, bytes);
	radix_sort(got, spare, n);
	qsort(want, n, sizeof(*want), by_key_and_place);

	bool same = n == 0 || memcmp(got, want, bytes) == 0;

	mem_free(got);
	mem_free(want);
	mem_free(spare);
	return same;
}

int
main(void)
{
	size_t n_sizes = sizeof(sizes) / sizeof(sizes[0]);

	for (enum shape shape = 0; shape < SHAPE__MAX; shape++)
		for (size_t k = 0; k < n_sizes; k++)
			ok(sorts_like_qsort(shape, sizes[k]),
			    "%zu items of %s are sorted and keep their order",
			    sizes[k], names[shape]);
	return done();
}

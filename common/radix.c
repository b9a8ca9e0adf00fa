/* SPDX-License-Identifier: MIT */
#include "common/radix.h"

#include <stdbool.h>
#include <string.h>

enum { BYTES = sizeof(uint64_t), VALUES = 256 };

struct counts {
	size_t of[BYTES][VALUES]; /* at [b][v]: keys whose byte b, from the low end, is v */
};

static inline size_t
byte_of(uint64_t key, int byte)
{
	return key >> (8 * byte) & (VALUES - 1);
}

static void
insertion_sort(struct radix_item *item, size_t n)
{
	for (size_t i = 1; i < n; i++) {
		struct radix_item moved = item[i];
		size_t at = i;

		for (; at > 0 && item[at - 1].key > moved.key; at--)
			item[at] = item[at - 1];
		item[at] = moved;
	}
}

/* All bytes in one pass, as which byte is counted when does not depend on the order.  True:
 * the keys are in order already. */
static bool
count(const struct radix_item *item, size_t n, struct counts *c)
{
	uint64_t before = 0;
	bool sorted = true;

	for (size_t i = 0; i < n; i++) {
		uint64_t key = item[i].key;

		sorted &= before <= key;
		before = key;
		for (int b = 0; b < BYTES; b++)
			c->of[b][byte_of(key, b)]++;
	}
	return sorted;
}

static void
spread(const struct radix_item *from, struct radix_item *to, size_t n,
    int byte, const size_t counts[VALUES])
{
	size_t at[VALUES], sum = 0;

	for (int v = 0; v < VALUES; v++) {
		at[v] = sum;
		sum += counts[v];
	}
	for (size_t i = 0; i < n; i++)
		to[at[byte_of(from[i].key, byte)]++] = from[i];
}

void
radix_sort(struct radix_item *item, struct radix_item *spare, size_t n)
{
	struct radix_item *from = item, *to = spare;
	struct counts c = { 0 };

	if (n < RADIX_SMALL) {
		insertion_sort(item, n);
		return;
	}
	if (count(item, n, &c))
		return;
	for (int b = 0; b < BYTES; b++) {
		struct radix_item *swap = from;

		/* One value for all: moving them would change nothing. */
		if (c.of[b][byte_of(item[0].key, b)] == n)
			continue;
		spread(from, to, n, b, c.of[b]);
		from = to;
		to = swap;
	}
	if (from != item)
		memcpy(item, from, n * sizeof(*item));
}

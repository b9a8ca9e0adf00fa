/* SPDX-License-Identifier: MIT */
#include "common/table.h"

#include <string.h>

#include "common/hash.h"
#include "common/mem.h"

void
table_open(struct table *t, size_t row_bytes, size_t key_bytes, uint64_t seed)
{
	*t = (struct table){ .row_bytes = row_bytes, .key_bytes = key_bytes,
		.seed = seed };
}

void
table_close(struct table *t)
{
	mem_free(t->row);
	mem_free(t->slot);
	*t = (struct table){ 0 };
}

void
table_clear(struct table *t)
{
	t->n = 0;
	if (t->slots > 0)
		memset(t->slot, 0, t->slots * sizeof(*t->slot));
}

/* The slot of that key: its row's, or the free one where it belongs. */
static size_t
slot_of(const struct table *t, const void *key)
{
	size_t mask = t->slots - 1;
	size_t i = hash_fast(t->seed, key, t->key_bytes) & mask;

	while (t->slot[i] != 0 &&
	    memcmp(table_row(t, t->slot[i] - 1), key, t->key_bytes) != 0)
		i = (i + 1) & mask;
	return i;
}

static void
grow(struct table *t)
{
	mem_free(t->slot);
	t->slots = t->slots > 0 ? t->slots * 2 : 64;
	t->slot = mem_new(t->slots * sizeof(*t->slot));
	for (size_t i = 0; i < t->n; i++)
		t->slot[slot_of(t, table_row(t, i))] = (uint32_t)(i + 1);
}

void *
table_at(struct table *t, const void *key)
{
	if (t->n * 2 >= t->slots)
		grow(t);

	size_t i = slot_of(t, key);

	if (t->slot[i] == 0) {
		if (t->n == t->cap) {
			t->cap = t->cap > 0 ? t->cap * 2 : 32;
			t->row = mem_grow(t->row, t->cap, t->row_bytes);
		}
		char *row = table_row(t, t->n);

		memset(row, 0, t->row_bytes);
		memcpy(row, key, t->key_bytes);
		t->slot[i] = (uint32_t)++t->n;
	}
	return table_row(t, t->slot[i] - 1);
}

void *
table_find(const struct table *t, const void *key)
{
	if (t->slots == 0)
		return NULL;

	size_t i = slot_of(t, key);

	return t->slot[i] != 0 ? table_row(t, t->slot[i] - 1) : NULL;
}

size_t
table_bytes(const struct table *t)
{
	return t->cap * t->row_bytes + t->slots * sizeof(*t->slot);
}

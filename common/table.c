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

void
table_hashed(struct table *t)
{
	t->hashed = true;
}

static uint64_t
hash_of(const struct table *t, const void *key)
{
	uint64_t head, tail = 0;

	if (!t->hashed)
		return hash_fast(t->seed, key, t->key_bytes);
	memcpy(&head, key, sizeof(head));
	/* What follows the hash (site, day) is small: spread it. */
	if (t->key_bytes >= 24) {
		memcpy(&tail, (const char *)key + 16, sizeof(tail));
		tail *= UINT64_C(0x9e3779b97f4a7c15);
		tail ^= tail >> 29;
	}
	return head ^ tail;
}

static uint64_t
word(const char *p)
{
	uint64_t w;

	memcpy(&w, p, sizeof(w));
	return w;
}

static bool
same_key(const struct table *t, uint64_t slot, const void *key)
{
	const char *a = table_row(t, (uint32_t)slot - 1), *b = key;
	size_t n = t->key_bytes;

	/* Keys are short: a call would cost more than the comparison. */
	for (; n >= 8; n -= 8, a += 8, b += 8)
		if (word(a) != word(b))
			return false;
	for (; n > 0; n--)
		if (*a++ != *b++)
			return false;
	return true;
}

/* The slot of that key: its row's, or the free one where it belongs. */
static size_t
slot_of(const struct table *t, const void *key, uint64_t hash)
{
	size_t mask = t->slots - 1;
	size_t i = hash & mask;

	/* Rows are far away: only those whose hash agrees are looked at. */
	while (t->slot[i] != 0 && ((t->slot[i] ^ hash) >> 32 != 0 ||
	    !same_key(t, t->slot[i], key)))
		i = (i + 1) & mask;
	return i;
}

static uint64_t
slot_for(uint64_t hash, size_t row)
{
	return (hash >> 32 << 32) | (uint32_t)(row + 1);
}

static void
grow(struct table *t)
{
	mem_free(t->slot);
	t->slots = t->slots > 0 ? t->slots * 2 : 64;
	t->slot = mem_new(t->slots * sizeof(*t->slot));
	for (size_t i = 0; i < t->n; i++) {
		uint64_t hash = hash_of(t, table_row(t, i));
		size_t mask = t->slots - 1, at = hash & mask;

		while (t->slot[at] != 0) /* all keys differ */
			at = (at + 1) & mask;
		t->slot[at] = slot_for(hash, i);
	}
}

void *
table_at(struct table *t, const void *key)
{
	uint64_t hash = hash_of(t, key);

	if (t->n * 2 >= t->slots)
		grow(t);

	size_t i = slot_of(t, key, hash);

	if (t->slot[i] == 0) {
		if (t->n == t->cap) {
			t->cap = t->cap > 0 ? t->cap * 2 : 32;
			t->row = mem_grow(t->row, t->cap, t->row_bytes);
		}
		char *row = table_row(t, t->n);

		memset(row, 0, t->row_bytes);
		memcpy(row, key, t->key_bytes);
		t->slot[i] = slot_for(hash, t->n++);
	}
	return table_row(t, (uint32_t)t->slot[i] - 1);
}

void
table_expect(const struct table *t, const void *key)
{
	if (t->slots > 0)
		__builtin_prefetch(&t->slot[hash_of(t, key) &
		    (t->slots - 1)]);
}

void
table_expect_row(const struct table *t, const void *key)
{
	if (t->slots == 0)
		return;

	uint64_t slot = t->slot[hash_of(t, key) & (t->slots - 1)];

	if (slot != 0)
		__builtin_prefetch(table_row(t, (uint32_t)slot - 1));
}

void *
table_find(const struct table *t, const void *key)
{
	if (t->slots == 0)
		return NULL;

	size_t i = slot_of(t, key, hash_of(t, key));

	return t->slot[i] != 0 ? table_row(t, (uint32_t)t->slot[i] - 1) :
	    NULL;
}

size_t
table_bytes(const struct table *t)
{
	/* Rows grow by doubling, and slots are two to four times as many. */
	return t->n * (t->row_bytes * 3 / 2 + 3 * sizeof(*t->slot));
}

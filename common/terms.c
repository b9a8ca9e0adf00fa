/* SPDX-License-Identifier: MIT */
#include "common/terms.h"

#include "common/hash.h"

void
terms_open(struct terms *t, uint64_t seed)
{
	*t = (struct terms){ .seed = seed };
	terms_at(t, (struct span){ 0 });
}

void
terms_close(struct terms *t)
{
	arena_close(&t->arena);
	mem_free(t->term);
	mem_free(t->slot);
	*t = (struct terms){ 0 };
}

void
terms_clear(struct terms *t)
{
	uint64_t seed = t->seed;

	terms_close(t);
	terms_open(t, seed);
}

static size_t
slot_of(const struct terms *t, struct span text, uint64_t hash)
{
	size_t mask = t->slots - 1;
	size_t i = hash & mask;

	while (t->slot[i] != 0 && ((t->slot[i] ^ hash) >> 32 != 0 ||
	    !span_eq(t->term[(uint32_t)t->slot[i] - 1].text, text)))
		i = (i + 1) & mask;
	return i;
}

static uint64_t
slot_for(uint64_t hash, size_t term)
{
	return (hash >> 32 << 32) | (uint32_t)(term + 1);
}

static void
grow(struct terms *t)
{
	mem_free(t->slot);
	t->slots = t->slots > 0 ? t->slots * 2 : 64;
	t->slot = mem_new(t->slots * sizeof(*t->slot));
	for (size_t i = 0; i < t->n; i++)
		t->slot[slot_of(t, t->term[i].text, t->term[i].hash)] =
		    slot_for(t->term[i].hash, i);
}

uint32_t
terms_at(struct terms *t, struct span text)
{
	uint64_t hash = hash_fast(t->seed, text.p, text.n);

	if (t->n * 2 >= t->slots)
		grow(t);

	size_t i = slot_of(t, text, hash);

	if (t->slot[i] == 0) {
		if (t->n == t->cap) {
			t->cap = t->cap > 0 ? t->cap * 2 : 32;
			t->term = mem_grow(t->term, t->cap, sizeof(*t->term));
		}
		t->term[t->n] = (struct terms_entry){ .hash = hash,
			.text = { arena_dup(&t->arena, text.p, text.n), text.n } };
		t->slot[i] = slot_for(hash, t->n++);
	}
	return (uint32_t)t->slot[i] - 1;
}

struct span
terms_text(const struct terms *t, uint32_t term)
{
	return t->term[term].text;
}

size_t
terms_bytes(const struct terms *t)
{
	return t->arena.bytes + t->cap * sizeof(*t->term) +
	    t->slots * sizeof(*t->slot);
}

/* SPDX-License-Identifier: MIT */
/* terms.h -- texts kept once, as numbers. */
#ifndef COMMON_TERMS_H
#define COMMON_TERMS_H

#include "common/mem.h"
#include "common/span.h"

/* Number 0 is the empty text. */
struct terms {
	struct arena arena;
	struct terms_entry {
		struct span text; /* in the arena */
		uint64_t hash;
	} *term;
	uint64_t *slot; /* as in table.h */
	size_t n, cap, slots;
	uint64_t seed;
};

void terms_open(struct terms *t, uint64_t seed);
void terms_close(struct terms *t); /* accepts zeroed */
void terms_clear(struct terms *t);

uint32_t terms_at(struct terms *t, struct span text); /* adds it if it is new */
struct span terms_text(const struct terms *t, uint32_t term);
size_t terms_bytes(const struct terms *t);

#endif

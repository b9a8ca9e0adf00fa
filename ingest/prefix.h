/* SPDX-License-Identifier: MIT */
/* prefix.h -- the prefix hash of store/streams.h, taken while bytes go by. */
#ifndef INGEST_PREFIX_H
#define INGEST_PREFIX_H

#include "store/streams.h"

struct prefix {
	struct hash_prefix *h;
	uint64_t at;          /* bytes before here are in */
	struct hash128 chain; /* P at the start of the block of the last byte */
	size_t in_block;
};

/* Starts at a multiple of STREAM_BLOCK; chain is P there (zero at 0). */
void prefix_begin(struct prefix *p, const struct hash_keys *keys,
    uint64_t block_start, struct hash128 chain);
void prefix_close(struct prefix *p); /* accepts zeroed */

void prefix_add(struct prefix *p, const void *bytes, size_t n);

/* P(at); at least one byte was added. */
struct hash128 prefix_digest(const struct prefix *p);

/* The same, and marks on the way into s: at newlines up to STREAM_HEAD, there, at
 * 1 KiB x 2^n, and at every MiB. */
void prefix_add_marked(struct prefix *p, struct stream *s, const void *bytes,
    size_t n);

/* The start of the block of byte number bytes - 1. */
static inline uint64_t
prefix_block(uint64_t bytes)
{
	return bytes > 0 ? (bytes - 1) / STREAM_BLOCK * STREAM_BLOCK : 0;
}

static inline bool
prefix_same(const struct hash128 *a, const struct hash128 *b)
{
	return memcmp(a->b, b->b, sizeof(a->b)) == 0;
}

#endif

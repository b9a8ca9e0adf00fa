/* SPDX-License-Identifier: MIT */
#include "ingest/prefix.h"

enum { MIB = 1024 * 1024 };

static void
begin_block(struct prefix *p)
{
	hash_prefix_reset(p->h);
	hash_prefix_add(p->h, p->chain.b, sizeof(p->chain.b));
	p->in_block = 0;
}

void
prefix_begin(struct prefix *p, const struct hash_keys *keys,
    uint64_t block_start, struct hash128 chain)
{
	*p = (struct prefix){ .h = hash_prefix_open(keys), .at = block_start,
		.chain = chain };
	begin_block(p);
}

void
prefix_close(struct prefix *p)
{
	hash_prefix_close(p->h);
	*p = (struct prefix){ 0 };
}

void
prefix_add(struct prefix *p, const void *bytes, size_t n)
{
	const char *from = bytes;

	while (n > 0) {
		/* A full block stays until the next byte: P at its end is its own. */
		if (p->in_block == STREAM_BLOCK) {
			p->chain = hash_prefix_digest(p->h);
			begin_block(p);
		}

		size_t room = STREAM_BLOCK - p->in_block;
		size_t k = n < room ? n : room;

		hash_prefix_add(p->h, from, k);
		p->in_block += k;
		p->at += k;
		from += k;
		n -= k;
	}
}

struct hash128
prefix_digest(const struct prefix *p)
{
	return hash_prefix_digest(p->h);
}

static uint64_t
next_mark(uint64_t at)
{
	uint64_t power = STREAM_HEAD;

	while (power <= at && power < MIB)
		power *= 2;
	return power > at ? power : (at / MIB + 1) * MIB;
}

void
prefix_add_marked(struct prefix *p, struct stream *s, const void *bytes,
    size_t n)
{
	struct span rest = { bytes, n };

	while (rest.n > 0) {
		uint64_t stop = next_mark(p->at);
		size_t k = stop - p->at < rest.n ? (size_t)(stop - p->at) :
		    rest.n;
		bool mark = k == stop - p->at;

		if (p->at < STREAM_HEAD) {
			size_t line = span_find((struct span){ rest.p, k },
			    '\n');

			if (line < k) {
				k = line + 1;
				mark = true;
			}
		}
		prefix_add(p, rest.p, k);
		if (mark)
			stream_mark(s, p->at, prefix_digest(p));
		rest = (struct span){ rest.p + k, rest.n - k };
	}
}

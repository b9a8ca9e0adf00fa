/* SPDX-License-Identifier: MIT */
#include "ingest/resume.h"

#include "common/mem.h"

bool
resume(const struct resume *r, struct prefix *p, bool *same, struct err *err)
{
	const struct stream *s = r->s;
	uint64_t block = prefix_block(s->consumed), at = block;
	char *bytes = mem_grow(NULL, STREAM_BLOCK, 1);
	size_t got = 0;
	bool good = true;

	if (block > 0 && !inflate_packed(r->z))
		good = inflate_seek(r->z, block, err);
	else
		at = 0;
	prefix_begin(p, r->keys, block, s->chain);
	while (good && at < s->consumed && inflate_state(r->z) == INFLATE_MORE) {
		uint64_t stop = at < block ? block : s->consumed;
		size_t want = stop - at < STREAM_BLOCK ? (size_t)(stop - at) :
		    STREAM_BLOCK;

		good = inflate_read(r->z, bytes, want, &got, err);
		if (at >= block && got > 0)
			prefix_add(p, bytes, got);
		at += got;
		r->passing(r->self);
	}
	mem_free(bytes);
	*same = at == s->consumed;
	if (good && *same && at > 0) {
		struct hash128 hash = prefix_digest(p);

		*same = prefix_same(&hash, &s->hash);
	}
	return good;
}

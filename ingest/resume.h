/* SPDX-License-Identifier: MIT */
/* resume.h -- through what was counted of a content, to where its stream was left. */
#ifndef INGEST_RESUME_H
#define INGEST_RESUME_H

#include "ingest/inflate.h"
#include "ingest/prefix.h"

struct resume {
	const struct hash_keys *keys;
	struct inflate *z;      /* at its beginning */
	const struct stream *s;
	/* Told on the way. */
	void (*passing)(void *self);
	void *self;
};

/* *p stands at the stream's position then.  *same: so far it is that stream's content. */
bool resume(const struct resume *r, struct prefix *p, bool *same,
    struct err *err);

#endif

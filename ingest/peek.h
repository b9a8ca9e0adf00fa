/* SPDX-License-Identifier: MIT */
/* peek.h -- when does a log begin?  For reading archives in the order of time. */
#ifndef INGEST_PEEK_H
#define INGEST_PEEK_H

#include "common/hash.h"

struct peek {
	bool known;          /* a line with a time was found in its first 64 KiB */
	int64_t first_s;     /* of the first such line */
	uint64_t weight;     /* its content is so many bytes long, about */
	struct hash128 hash; /* of these bytes, for a stable order of equals */
};

/* format: "auto", a preset or a format string. */
bool peek_file(const struct hash_keys *keys, const char *path,
    const char *format, struct peek *out, struct err *err);

#endif

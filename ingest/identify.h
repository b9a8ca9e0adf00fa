/* SPDX-License-Identifier: MIT */
/* identify.h -- is this file new, or one that we know under another name?
 *
 * By content only: a file continues a stream when its prefix of the stream's
 * length has the stream's hash; it is a copy when it is shorter and equal.
 */
#ifndef INGEST_IDENTIFY_H
#define INGEST_IDENTIFY_H

#include "store/streams.h"

enum identity_what {
	IDENTITY_NEW,
	IDENTITY_CONTINUES,  /* the stream's bytes, and perhaps more */
	IDENTITY_COPY,       /* bytes that the stream has already counted */
	IDENTITY_UNVERIFIED, /* a copy up to the stream's last mark that fits; what
	                      * follows could not be compared with another file */
};

/* The prefix hashes of the file's head (newlines up to STREAM_HEAD, and there; or
 * its own end when it has no newline), as marks of *out, which starts zeroed. */
bool identify_head(const struct hash_keys *keys, int fd, struct stream *out,
    struct err *err);

/* Its two steps: the first bytes of the content, fewer than room where it ends; and the
 * marks of the head. */
bool identify_read(int fd, char *bytes, size_t room, size_t *n,
    struct err *err);
void identify_marks(const struct hash_keys *keys, struct span head,
    struct stream *out);

struct identify {
	const struct hash_keys *keys;
	int fd; /* seekable */
	struct stream *const *cand; /* n streams with an equal head */
	size_t n;
};
struct identity {
	enum identity_what what;
	size_t which; /* of cand, unless new */
};
bool identify(const struct identify *q, struct identity *out,
    struct err *err);

#endif

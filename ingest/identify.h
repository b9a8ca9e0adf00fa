/* SPDX-License-Identifier: MIT */
/* identify.h -- is this file new, or one that we know under another name?
 *
 * By content only: a file continues a stream when its prefix of the stream's
 * length has the stream's hash; it is a copy when it is shorter and equal.
 */
#ifndef INGEST_IDENTIFY_H
#define INGEST_IDENTIFY_H

#include "store/streams.h"

enum identity {
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

/* fd: seekable.  cand: the streams with an equal head.  *which: of cand, unless new. */
bool identify(const struct hash_keys *keys, int fd,
    struct stream *const *cand, size_t n, enum identity *out, size_t *which,
    struct err *err);

#endif

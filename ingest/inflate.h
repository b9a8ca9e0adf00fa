/* SPDX-License-Identifier: MIT */
/* inflate.h -- a file's decompressed content, whatever it is packed with.
 *
 * Told by magic bytes, never by name: plain, gzip (all members).  The door of zlib.
 */
#ifndef INGEST_INFLATE_H
#define INGEST_INFLATE_H

#include "common/err.h"
#include "common/span.h"

enum inflate_state {
	INFLATE_MORE,    /* bytes may follow */
	INFLATE_END,     /* all of it was delivered, and its checksums hold */
	INFLATE_CUT,     /* premature end: what was delivered is right so far, but
	                  * for a checksum that never came */
	INFLATE_DAMAGED  /* bad data or checksum: what was delivered since the last
	                  * good member is not to be trusted */
};

struct inflate;

/* Reads fd from its present position; the caller keeps and closes fd. */
bool inflate_open(int fd, struct inflate **out, struct err *err);
void inflate_close(struct inflate *z); /* accepts NULL */
bool inflate_packed(const struct inflate *z); /* compressed? */

/* Up to n bytes into p.  *got = 0 only when the state is no longer INFLATE_MORE,
 * or n = 0.
 * False is a read error of the system. */
bool inflate_read(struct inflate *z, void *p, size_t n, size_t *got,
    struct err *err);
/* n bytes, fewer only where the content ends. */
bool inflate_fill(struct inflate *z, void *p, size_t n, size_t *got,
    struct err *err);
enum inflate_state inflate_state(const struct inflate *z);

/* Plain files only, seekable: goes on at that offset. */
bool inflate_seek(struct inflate *z, uint64_t at, struct err *err);

/* What came after the last gzip member and is none: bytes passed over, 0 for none. */
bool inflate_garbage(const struct inflate *z);
/* Compressed bytes read so far, for progress. */
uint64_t inflate_read_bytes(const struct inflate *z);

#endif

/* SPDX-License-Identifier: MIT */
/* inflate.h -- a file's decompressed content, whatever it is packed with.
 *
 * Told by magic bytes, never by name: plain, gzip (all members), and where their
 * libraries are built in zstd (all frames), xz and bzip2 (all streams).  One layer
 * only: what is in a packed file is content, packed or not.
 *
 * gzip is decoded by ISA-L where it is built in and the file can be read again,
 * else by zlib.  States and bytes are the same for both, on damaged input too; and
 * for reads of any size, except that of a damaged block of xz or bzip2 more or less
 * may come.
 *
 * Memory, whatever the input asks for: 600 KiB, and 128 MiB for the window of zstd
 * or the dictionary of xz.  Time is not bounded by the input's size (a small file
 * may hold terabytes) but by inflate_limit() and inflate_until().
 */
#ifndef INGEST_INFLATE_H
#define INGEST_INFLATE_H

#include "common/err.h"
#include "common/span.h"
#include "ingest/until.h"

enum inflate_state {
	INFLATE_MORE,    /* bytes may follow */
	INFLATE_END,     /* all of it was delivered, and its checksums hold */
	INFLATE_CUT,     /* premature end: what was delivered is right so far, but
	                  * for a checksum that never came */
	INFLATE_DAMAGED, /* bad data or checksum: what was delivered since the last
	                  * good member is not to be trusted */
	INFLATE_LIMIT    /* a ceiling: more content than inflate_limit() allows, more time
	                  * than inflate_until(), or more memory than above; as INFLATE_CUT */
};

struct inflate;

/* Reads fd from its present position; the caller keeps and closes fd, and moves it
 * only before inflate_seek().  A format that is not built in is ERR_NOINPUT. */
bool inflate_open(int fd, struct inflate **out, struct err *err);
/* For tests: gzip by "zlib" or by "isal"; ERR_NOINPUT where that is not built in,
 * or is "isal" and fd a pipe. */
bool inflate_open_with(int fd, const char *gzip, struct inflate **out,
    struct err *err);
void inflate_close(struct inflate *z); /* accepts NULL */
bool inflate_packed(const struct inflate *z); /* compressed? */

/* No more than that many bytes are delivered from now on; then INFLATE_LIMIT,
 * unless the content ends just there. */
void inflate_limit(struct inflate *z, uint64_t max_output_bytes);
bool inflate_full(const struct inflate *z); /* that many were delivered */
/* Of a compressed file nothing is read on once that is over; until outlives z. */
void inflate_until(struct inflate *z, struct until *until);
/* Of INFLATE_LIMIT: which ceiling it was. */
void inflate_limit_told(const struct inflate *z, uint64_t max_bytes,
    const struct until *until, struct err *err);
/* So many share the memory for windows and dictionaries, each of which has then a part of
 * the 128 MiB, but not less than 16.  Before anything is read; accepts NULL. */
void inflate_share(struct inflate *z, unsigned n);

/* Up to n > 0 bytes into p.  *got = 0 only when the state is no longer
 * INFLATE_MORE.  False is a read error of the system, or ERR_MEMORY. */
bool inflate_read(struct inflate *z, void *p, size_t n, size_t *got,
    struct err *err);
/* n bytes, fewer only where the content ends. */
bool inflate_fill(struct inflate *z, void *p, size_t n, size_t *got,
    struct err *err);
enum inflate_state inflate_state(const struct inflate *z);

/* Plain files only, seekable: goes on at that offset. */
bool inflate_seek(struct inflate *z, uint64_t at, struct err *err);

/* After the last stream (gzip member...) came bytes that are none, and were passed
 * over.  Zeros, with which tapes are padded, may stand between streams and at the
 * end, up to 1 MiB of them. */
bool inflate_garbage(const struct inflate *z);
/* Compressed bytes read so far, for progress; goes back where a member is decoded
 * again. */
uint64_t inflate_read_bytes(const struct inflate *z);

/* By whom: "plain", "isal", "zlib", "zstd", "xz", "bzip2".  "isal" becomes "zlib"
 * where ISA-L met what zlib is to decide. */
const char *inflate_by(const struct inflate *z);
/* What is built in, for people: "gzip (zlib, ISA-L), zstd, xz, bzip2". */
const char *inflate_builtin(void);

#endif

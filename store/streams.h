/* SPDX-License-Identifier: MIT */
/* streams.h -- which bytes have been counted: streams, found by their content.
 *
 * A stream is a log's decompressed content, whatever its files are called.  What
 * is kept of it are keyed prefix hashes at some offsets ("marks"), never its bytes.
 * The prefix hash P: P(0) = 0; P(x) = XXH3-128(P(b) || bytes b..x), where b is the
 * greatest multiple of STREAM_BLOCK below x.  So P can be taken up at any x from P(b) and
 * at most a block of bytes, and those bytes are checked on the way.
 */
#ifndef STORE_STREAMS_H
#define STORE_STREAMS_H

#include "common/buf.h"
#include "store/db.h"

enum {
	STREAM_BLOCK = 64 * 1024,
	STREAM_HEAD = 1024, /* marks at each newline up to here */
	STREAM_STATE_MAX = 40 /* bytes of a file's state, with its NUL */
};

struct stream_mark {
	uint64_t bytes;
	struct hash128 hash;
};

struct stream {
	int64_t id;        /* row; 0: not stored yet */
	char *grp, *format, *path; /* owned */
	uint64_t consumed; /* counted up to here, just after a newline */
	bool tail;         /* the unfinished line after it is counted too */
	struct hash128 chain; /* P at the start of the block of the last consumed byte */
	struct hash128 hash;  /* P(consumed) */
	bool has_times;
	int64_t first_s, last_s;

	bool remark;       /* its marks so far are not to be kept */
	struct stream_mark *mark; /* ascending by bytes; owned */
	size_t n_marks, cap_marks;
	size_t stored_marks;   /* of these, in the database already... */
	uint64_t stored_bytes; /* ...which are those up to here */
};

void stream_free(struct stream *s); /* frees what it owns; accepts zeroed */
/* Keeps marks ascending; a mark at or before the last one is ignored. */
void stream_mark(struct stream *s, uint64_t bytes, struct hash128 hash);

/* Streams of a group with that prefix hash within the first KiB.  any: also those
 * that have later marks there; else only those for which it is the last. */
struct streams_query {
	struct span grp;
	struct hash128 hash;
	bool any;
};
/* Appends their ids, int64_t. */
bool streams_find(struct db *db, const struct streams_query *q,
    struct buf *ids, struct err *err);

/* Those that have no whole line yet: of such a one the head may be found by no mark of a longer file. */
bool streams_find_tails(struct db *db, struct span grp, struct buf *ids,
    struct err *err);

bool streams_load(struct db *db, int64_t id, struct stream *out,
    struct err *err);
/* Adds or updates the stream, its new marks and heads.  In a transaction. */
bool streams_save(struct db *db, struct stream *s, struct err *err);

/* A file as it was last seen. */
struct stream_file {
	const char *grp;
	uint64_t dev, ino;
	int64_t size, mtime_ns;
	int64_t stream; /* 0: none */
	const char *state, *path;
};

/* *known: false when there is none; grp, dev, ino say which.  state is copied to
 * buf of STREAM_STATE_MAX bytes. */
bool streams_file_get(struct db *db, struct stream_file *f, char *state,
    bool *known, struct err *err);
bool streams_file_put(struct db *db, const struct stream_file *f,
    struct err *err);

#endif

/* SPDX-License-Identifier: MIT */
/* consume.h -- a file's new lines, from where its stream was left to its end.
 *
 * Delivers chunks of whole lines to the crew and moves the stream's position, which
 * is always just after a newline.  The last line waits for its newline, but
 * for complete files: there it counts, and what completes it later is passed over.
 */
#ifndef INGEST_CONSUME_H
#define INGEST_CONSUME_H

#include "ingest/crew.h"
#include "ingest/until.h"
#include "store/streams.h"

enum consumed {
	CONSUMED_ALL,      /* to the end */
	CONSUMED_CUT,      /* a gzip file's premature end: its whole lines */
	CONSUMED_LIMIT,    /* a ceiling is reached, *err says which: the whole lines
	                    * before it */
	CONSUMED_LATE,     /* likewise: that of time */
	CONSUMED_DAMAGED,  /* bad data: what was delivered must be dropped */
	CONSUMED_REFUSED,  /* no known format: *err says why; nothing was delivered */
	CONSUMED_MISMATCH  /* not this stream's content after all; nothing delivered */
};

struct consume {
	const struct hash_keys *keys;
	int fd;
	const struct format *format; /* NULL for a fresh stream */
	struct crew *crew;
	uint32_t number;   /* the run's number of the stream */
	bool complete;     /* count an unfinished last line (compressed: always) */
	bool plain;        /* what would be provisional is refused: a read error */
	uint64_t max_bytes; /* of a compressed file's content; what was consumed
	                     * before may be more */
	unsigned shares;   /* so many are read at once, and share the memory; from 1 */
	/* Of a compressed file, from where its stream was left; NULL: it may take its
	 * time. */
	const struct until_clock *clock;
	bool exact;        /* max_bytes holds for a plain file, too */
	/* The format of a new stream, from its first lines (ERR_DATA: refused). */
	const struct format *(*resolve)(void *self, struct span sample,
	    struct err *err);
	/* Takes over a format that a line of the log has given. */
	const struct format *(*adopt)(void *self, struct format *f);
	/* The stream's position is consistent and all was delivered: a chance to
	 * commit.  Not called while a compressed file is being read. */
	bool (*safe_point)(void *self, struct err *err);
	/* Likewise while a compressed file is read, whose lines are provisional. */
	bool (*archive_point)(void *self, struct err *err);
	/* Told while the file is read: how many of its bytes, as they are stored, are
	 * behind, and how many lines more were delivered.  NULL: nobody asks. */
	void (*reading)(void *self, uint64_t bytes, uint64_t lines);
	void *self;
};

/* s: the stream to go on with, or a fresh one (consumed 0, no marks).  False: the
 * system failed. */
bool consume(const struct consume *c, struct stream *s, enum consumed *out,
    struct err *err);

#endif

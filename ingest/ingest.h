/* SPDX-License-Identifier: MIT */
/* ingest.h -- files into hits: each byte of content once, whatever the files are called.
 *
 * One ingest serves one run and one log group.  Streams get the run's own numbers,
 * from 0; what changed of them is written by ingest_save, in the same transaction as what
 * the sinks have folded.
 */
#ifndef INGEST_INGEST_H
#define INGEST_INGEST_H

#include "ingest/crew.h"
#include "ingest/until.h"
#include "store/streams.h"

#define INGEST_RESULT_TABLE(X)                                                 \
	X(COUNTED, "counted", "its new lines, if any, are counted")            \
	X(UNCHANGED, "unchanged", "as it was when it was last read")           \
	X(EMPTY, "empty", "no whole line in it yet")                           \
	X(COPY, "copy", "its bytes are counted already")                       \
	X(CUT, "cut", "compressed data end early: whole lines are counted")    \
	X(LIMIT, "limit", "more than a ceiling: the whole lines before it are" \
	    " counted")                                                        \
	X(UNVERIFIED, "unverified", "looks like a copy cut short, and nothing" \
	    " is there to compare its last bytes with: not counted")           \
	X(DAMAGED, "damaged", "bad compressed data or checksum: not counted")  \
	X(ACCEPTED, "accepted", "bad compressed data or checksum: what can be" \
	    " read is counted")                                                \
	X(REFUSED, "refused", "in no known format: not counted")               \
	X(FAILED, "failed", "cannot be read")

enum ingest_result {
#define X(id, name, why) INGEST_##id,
	INGEST_RESULT_TABLE(X)
#undef X
	INGEST__MAX /* not read yet */
};
const char *ingest_result_name(enum ingest_result r);
const char *ingest_result_why(enum ingest_result r);

/* What a compressed file may hold: a small one may hold terabytes. */
#define INGEST_MAX_BYTES (UINT64_C(64) << 30)
#define INGEST_MAX_S INT64_C(3600) /* and how long it is read */

enum ingest_archive {
	ARCHIVE_BEGINS,  /* what was kept before may be stored */
	ARCHIVE_POINT,   /* a chance to put aside what is provisional */
	ARCHIVE_KEPT,
	ARCHIVE_DROPPED
};

struct ingest_plan {
	struct db *db;
	const char *grp;        /* log group: equal contents of two groups stay apart */
	const char *format;     /* "auto", a preset, a format string */
	struct crew *crew;
	bool forwarded;         /* hits must tell their proxies */
	bool accept_damaged;
	uint64_t max_bytes;     /* content of a compressed file; 0: the default */
	/* How long a compressed file may take, from where it was left; LIMIT then.  Read
	 * beside others first, it may take that long twice. */
	struct until_clock clock;
	/* All is delivered and consistent: a chance to commit (fold budgets). */
	bool (*safe_point)(void *self, struct err *err);
	/* What is delivered of a compressed file is provisional: told when a large one begins,
	 * now and then while it is read (all is delivered), and how it ends.  May be NULL. */
	bool (*archive)(void *self, enum ingest_archive what, struct err *err);
	/* See struct consume; may be NULL. */
	void (*reading)(void *self, uint64_t bytes, uint64_t lines);
	void *self;
};

struct ingest;

bool ingest_open(const struct ingest_plan *plan, struct ingest **out,
    struct err *err);
void ingest_close(struct ingest *in); /* accepts NULL */

struct ingest_outcome {
	enum ingest_result result;
	uint32_t stream; /* the run's number of its stream, or UINT32_MAX */
};

/* One file: path, or "-" for standard input.  complete: its unfinished last line
 * counts (compressed files always are).  *err says why for REFUSED, LIMIT and FAILED.
 * False: the run cannot go on. */
bool ingest_file(struct ingest *in, const char *path, bool complete,
    struct ingest_outcome *out, struct err *err);

/* Some files of a run, as they come one after the other. */
struct ingest_request {
	const char *path;
	bool complete;
};
struct ingest_files {
	const struct ingest_request *request; /* n of them */
	size_t n;
	struct ingest_outcome *outcome; /* likewise */
};

/* Who reads files side by side.  What is delivered of one is provisional until it has
 * ended well. */
struct ingest_lanes {
	size_t threads;
	/* Bytes of content, about, from which on a file is left to all threads, as there is no
	 * room for it: begins as UINT64_MAX, and is learnt. */
	uint64_t *too_heavy;
	/* Called before anything is read, if anything will be: a crew for each of n <= threads
	 * lanes, open until ingest_ahead returns. */
	bool (*open)(void *self, size_t n, struct crew **crew, struct err *err);
	/* By a lane's own thread: all is delivered, and may be put aside, now and then and
	 * when the file has ended.  False: it is more than there is room for. */
	bool (*room)(void *self, size_t lane, bool ended);
	/* By one lane at a time: what the lane took is kept, or was dropped, and so is what was
	 * put aside.  A chance to commit what is kept.  False: the run cannot go on. */
	bool (*settled)(void *self, size_t lane, bool kept, struct err *err);
	void *self;
};

/* Reads, side by side, those files that are new and share no beginning with one before
 * them, and tells what came of them.  Of all others the result is INGEST__MAX: they are
 * ingest_file's, in their order.  Nothing is being read meanwhile.  reading() is told the
 * sum of all lanes, by one at a time. */
bool ingest_ahead(struct ingest *in, const struct ingest_lanes *lanes,
    const struct ingest_files *files, struct err *err);
/* Of the next files only the first bytes of their content (LIMIT where there are more); 0:
 * all. */
void ingest_upto(struct ingest *in, uint64_t bytes);

/* The run's streams, by number; owned by in.  The caller may widen their times. */
size_t ingest_streams(const struct ingest *in);
struct stream *ingest_stream(struct ingest *in, uint32_t number);

/* Streams' positions and files' memos, after crew_wait, in a transaction. */
bool ingest_save(struct ingest *in, struct err *err);

#endif

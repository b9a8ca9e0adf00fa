/* SPDX-License-Identifier: MIT */
/* crew.h -- chunks of whole lines, parsed and delivered by some threads.
 *
 * The reader fills chunks and gives them to the crew; each worker parses its chunk
 * line by line and hands batches to its own sink.  Which worker gets which chunk
 * does not matter, since partials merge in any order.  With one sink there is no
 * thread: the reader does the work itself.
 */
#ifndef INGEST_CREW_H
#define INGEST_CREW_H

#include "common/hit.h"
#include "ingest/clf.h"
#include "ingest/format.h"
#include "ingest/scan.h"

enum {
	LINE_MAX_BYTES = 128 * 1024, /* Apache's worst: 3 fields x 8,190 x 4 for \xNN */
	CREW_CHUNK_BYTES = 1024 * 1024, /* a log's first lines: its format is told by them */
	CREW_READ_BYTES = 256 * 1024    /* later ones: still in the core's cache when parsed */
};
_Static_assert((int)CREW_READ_BYTES >= 2 * (int)LINE_MAX_BYTES, "a line fits a chunk");

struct chunk {
	char *p;              /* CREW_CHUNK_BYTES */
	size_t n;             /* whole lines; the last may lack its newline */
	char *room;           /* for values with their escapes undone; or NULL */
	uint32_t stream;
	const struct format *format;
	uint64_t oversize;    /* lines passed over by the reader */
	uint64_t run;         /* the crew's own: chunks of one run go to one worker */
};

struct crew;

bool crew_open(const struct hit_sink *sink, size_t n, struct crew **out,
    struct err *err);
void crew_close(struct crew *c); /* waits; accepts NULL */

struct chunk *crew_chunk(struct crew *c);          /* an empty one; waits for it */
void crew_give(struct crew *c, struct chunk *chunk); /* filled, or empty */
void crew_wait(struct crew *c);                    /* until all given are delivered */
uint64_t crew_lines(struct crew *c);               /* delivered so far */

/* All sinks; after crew_wait. */
void crew_keep(struct crew *c);
void crew_drop(struct crew *c);

/* What a worker works with, chunk after chunk.  Begins zeroed; large. */
struct crew_desk {
	struct hit_batch batch;
	struct scan scan;
	struct clf_memo memo;
};

/* One chunk into one sink: what a worker does.  Returns its lines. */
uint64_t crew_parse(const struct chunk *chunk, struct crew_desk *desk,
    const struct hit_sink *sink);

#endif

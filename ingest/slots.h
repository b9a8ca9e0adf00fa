/* SPDX-License-Identifier: MIT */
/* slots.h -- what a run knows of its streams, files and formats, until it is saved.
 *
 * A stream has a slot, and the slot's number is the run's number of the stream.
 */
#ifndef INGEST_SLOTS_H
#define INGEST_SLOTS_H

#include "ingest/formats.h"
#include "store/streams.h"

#define SLOTS_NONE UINT32_MAX

struct slot {
	struct stream s;
	bool dirty;
	bool reserved; /* for a file that is being read: nothing is known of it yet */
};

struct slots {
	struct db *db;
	const char *grp;
	struct slot **slot; /* their addresses stay */
	size_t n;
	struct slot_memo *memo;
	size_t n_memos, saved_memos; /* those that come first are saved */
	struct formats formats;
};

void slots_close(struct slots *s); /* accepts zeroed but for db and grp */

uint32_t slots_new(struct slots *s);
/* The last one made: its file was not counted after all. */
void slots_drop(struct slots *s, uint32_t number);
/* The slot of a stored stream, loaded if need be. */
bool slots_stored(struct slots *s, int64_t id, uint32_t *number,
    struct err *err);


/* A file by (device, inode), as it was last seen in this run or before. */
struct slots_file {
	bool known;
	int64_t size, mtime_ns;
	uint32_t number; /* of its stream, or SLOTS_NONE */
	char state[STREAM_STATE_MAX]; /* what came of it (ingest.c) */
};
bool slots_recall(struct slots *s, uint64_t dev, uint64_t ino,
    struct slots_file *out, struct err *err);
/* file->path, state are copied; file->stream is ignored: number says it. */
void slots_memorize(struct slots *s, const struct stream_file *file,
    uint32_t number);

/* Numbers (uint32_t) of streams, stored or of this run, whose head is that of the
 * file; appended. */
bool slots_candidates(struct slots *s, const struct stream *head,
    struct buf *numbers, struct err *err);
/* Does the file begin as the stream does?  Both have marks at the same places. */
bool slots_same_head(const struct stream *s, const struct stream *head);

/* Streams' positions and files' memos, in a transaction. */
bool slots_save(struct slots *s, struct err *err);

#endif

/* SPDX-License-Identifier: MIT */
/* whose.h -- which stream of a store does a file hold?  Nothing is counted, nothing kept. */
#ifndef INGEST_WHOSE_H
#define INGEST_WHOSE_H

#include "common/span.h"
#include "store/db.h"

struct whose {
	bool whole;     /* all that was counted of that stream, and perhaps more */
	int64_t stream; /* its row; 0: of no stream */
};

/* path, among the streams of the log group.  Reads as much of it as the stream has; a file whose
 * first lines no stream has costs little. */
bool whose_file(struct db *db, const char *grp, const char *path,
    struct whose *out, struct err *err);

#endif

/* SPDX-License-Identifier: MIT */
/* rebuild.h -- sealed days are read anew from their logs, by way of a store beside the real one.
 *
 * The logs are those that were counted, found by their content, and only as far as they were
 * counted: so no line is counted twice, now or later.
 */
#ifndef CLI_REBUILD_H
#define CLI_REBUILD_H

#include "cli/workplace.h"
#include "common/counter.h"
#include "store/restate.h"

struct rebuild {
	const struct options *o;
	struct workplace w;
	size_t at;               /* of the configuration's sites */
	struct store_site site;
	struct period days;
	size_t threads;
	struct restate_logs logs;
	struct buf path;         /* of the store beside */
};
void rebuild_close(struct rebuild *b);

/* Marks what --without names, and finds the files of the others: those that are given, where
 * they were, what the patterns match.  Refused where one is not there any more, unless
 * that is accepted. */
bool rebuild_find(struct rebuild *b, struct err *err);

/* The store beside is made, reads them, and holds the days and nothing else. */
bool rebuild_read(struct rebuild *b, struct err *err);

/* What a rebuild that was stopped left beside the database at that path goes: it has visitors'
 * keys. */
void rebuild_sweep(const struct workplace *w);

#endif

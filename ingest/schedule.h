/* SPDX-License-Identifier: MIT */
/* schedule.h -- which files of a run are read side by side, and in which order.
 *
 * Of files that begin alike one may go on, or copy, another: which one, only reading
 * them one after the other tells, in the order in which they are given.  So of those the
 * first alone may be read beside files of other beginnings.  One that would take
 * longer than all others together is left to all threads.
 */
#ifndef INGEST_SCHEDULE_H
#define INGEST_SCHEDULE_H

#include "common/span.h"

enum { SCHEDULE_RATIO = 12 }; /* what server logs shrink by, about */

struct schedule_file {
	struct span head; /* first bytes of the content, as many as are compared */
	uint64_t weight;  /* how long reading it takes, in any unit */
	bool fresh;       /* a stream of its own, for all that is known so far */
};

struct schedule {
	size_t *file;     /* n of them: their numbers; the heaviest first */
	size_t n;
	size_t lanes;     /* from 2 to the number of threads, or 0: nothing goes side by
	                   * side */
};

void schedule_make(const struct schedule_file *file, size_t n, size_t threads,
    struct schedule *out);
void schedule_close(struct schedule *s); /* accepts zeroed */

#endif

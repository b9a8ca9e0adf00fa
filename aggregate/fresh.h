/* SPDX-License-Identifier: MIT */
/* fresh.h -- pages and documents that answered in some days: whether they are new, the store
 * knows (store/seen.h).
 *
 * From the sums of the days' parts, before only the greatest are kept by name.  One counts
 * that was answered 200 or 304, to anybody, more often than with an error page.
 */
#ifndef AGGREGATE_FRESH_H
#define AGGREGATE_FRESH_H

#include "common/mem.h"
#include "common/partial.h"
#include "store/seen.h"

/* Names in some days that are told apart; what more there is is counted.  A log that makes up
 * names must not fill the memory. */
enum { FRESH_MOST = 100000 };

struct fresh {
	struct terms terms;
	struct table sum;
	struct period days;
	int64_t *over;          /* by day */
	struct seen_page *page; /* what fresh_of gave */
};

void fresh_open(struct fresh *f, uint64_t seed, struct period days);
void fresh_close(struct fresh *f); /* accepts zeroed */

/* A sum of one of these days; of other dimensions than pages, downloads and soft 404 it tells
 * nothing.  name: its key's text. */
void fresh_add(struct fresh *f, const struct tally_row *t, struct span name);

/* Of one of these days, the most frequent first, then by name.  Dies at the next call. */
struct seen_day fresh_of(struct fresh *f, int32_t day);

#endif

/* SPDX-License-Identifier: MIT */
/* fresh.h -- pages and documents that answered in some days: whether they are new, the store
 * knows (store/seen.h).
 *
 * From the sums of these days, before only the greatest are kept by name.  One counts that
 * was answered 200 or 304, to anybody, more often than with an error page.  Of several days
 * the first one is told.
 */
#ifndef AGGREGATE_FRESH_H
#define AGGREGATE_FRESH_H

#include "aggregate/tops.h"
#include "store/seen.h"

/* Names that are told of some days, at most; what more there is is counted.  A log that makes up
 * names must not fill the memory. */
enum { FRESH_MOST = 200000 };

struct fresh {
	struct period days;
	struct seen_page *page; /* n of them */
	size_t n, cap;
	int64_t over;           /* pages of the last day without room */
	struct arena arena;     /* of names that had to be copied */
};

void fresh_close(struct fresh *f); /* accepts zeroed */

/* Adds those of sums that are complete for their names: nothing of these is in others.  copy:
 * the names' texts will not outlive t.  days: those of t, the same in each call. */
void fresh_take(struct fresh *f, const struct tops *t, struct period days,
    bool copy);
/* Once all are taken: gives each its hash, and puts them in order. */
void fresh_end(struct fresh *f, const struct hash_keys *keys);

/* Those whose first of these days is this one; as long as f and the names live. */
struct seen_day fresh_of(const struct fresh *f, int32_t day);

#endif

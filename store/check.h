/* SPDX-License-Identifier: MIT */
/* check.h -- is a store whole, and do its figures add up?
 *
 * SQLite's own quick check first; then the laws:
 *   each stream has lines, no more than its bytes allow, all of known classes;
 *   each line is of a known stream and of a known site, or of none;
 *   per site, day and class, the hours' hits are the ledger's lines;
 *   per day, the pages' views are the hours' page views, and so are the day's once it
 *   is derived; its visits are those of its entry pages and of its exit pages;
 *   the same of months and years that are kept as one (retain.h), against their days;
 *   sealed days have no visitors' spans.
 */
#ifndef STORE_CHECK_H
#define STORE_CHECK_H

#include "store/db.h"

struct check_counts {
	int64_t streams, lines; /* all lines of the ledger */
	int64_t days;           /* of all sites */
	int64_t wrong;          /* findings */
};

/* One finding, a line of text without newline; may quote names as they are stored. */
typedef void check_fn(void *self, const char *finding);

/* False: the check itself could not be done.  Findings are no error. */
bool check_store(struct db *db, check_fn *take, void *self,
    struct check_counts *out, struct err *err);

#endif

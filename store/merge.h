/* SPDX-License-Identifier: MIT */
/* merge.h -- a partial into the store: the ledger's sums are added, the rest is appended
 * as parts of its days, which are marked dirty.
 */
#ifndef STORE_MERGE_H
#define STORE_MERGE_H

#include "common/partial.h"
#include "store/lists.h"
#include "store/sites.h"

/* site[] by the run's site number; stream_id[] by the run's stream number.  In a
 * transaction, together with the streams' positions. */
struct merge_plan {
	const struct store_site *site;
	size_t n_sites;
	const int64_t *stream_id;
	int64_t now_s;
	const struct lists_used *lists; /* NULL: none is noted */
};

/* Only the ledger, and the marks: the rest was packed by others. */
bool merge_ledger(struct db *db, const struct merge_plan *plan,
    const struct partial *p, struct err *err);
bool merge_partial(struct db *db, const struct merge_plan *plan,
    struct partial *p, struct err *err);

#endif

/* SPDX-License-Identifier: MIT */
/* parts.h -- the parts of open days: appended by commits, merged when they are read. */
#ifndef STORE_PARTS_H
#define STORE_PARTS_H

#include "common/counter.h"
#include "store/packed.h"
#include "store/part.h"
#include "store/sites.h"

/* Some days of a site, merged. */
struct parts {
	struct terms terms;
	struct visit_span *span; /* by key, then time; more than W apart in a day */
	size_t n, cap;
	struct table hours, pages; /* hour_row, page_row; site is 0 */
};
void parts_close(struct parts *p); /* accepts zeroed */

struct parts_query {
	struct period days; /* spans of these, */
	struct period sums; /* hours and pages of these */
	int64_t since_s;    /* spans whose last view is before are left out */
	bool carried;       /* with the carried records of sealed days */
	/* Of days after this one only spans of these keys, in order (n_only = 0: of none). */
	int32_t only_after;
	const struct hash128 *only;
	size_t n_only;
};
bool parts_load(const struct store_site *s, const struct parts_query *q,
    struct parts *out, struct err *err);

/* Appends them; days with many parts are merged into one.  site[] by the run's site
 * number.  In a transaction. */
bool parts_put(const struct store_site *site, const struct packed *packed,
    struct err *err);

#endif

/* SPDX-License-Identifier: MIT */
/* derive.h -- dirty days: their figures from the store's spans, and set. */
#ifndef AGGREGATE_DERIVE_H
#define AGGREGATE_DERIVE_H

#include "aggregate/visits.h"
#include "store/days.h"

/* Derives all dirty days of the site.  In a transaction. */
bool derive_site(struct db *db, const struct store_site *s, struct err *err);

/* The spans of the days from..to, sorted, with what reaches into them from before;
 * owned by the caller (mem_free). */
bool derive_spans(struct db *db, const struct store_site *s, int32_t from,
    int32_t to, struct visit_span **out, size_t *n, struct err *err);

#endif

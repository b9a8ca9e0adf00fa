/* SPDX-License-Identifier: MIT */
/* derive.h -- dirty days: their figures from the store's spans, and set. */
#ifndef AGGREGATE_DERIVE_H
#define AGGREGATE_DERIVE_H

#include "aggregate/visits.h"
#include "store/days.h"

/* Derives all dirty days of the site.  In a transaction. */
bool derive_site(const struct store_site *s, struct err *err);

/* The spans of these days, sorted, with what reaches into them from before; owned by
 * the caller (mem_free). */
bool derive_spans(const struct store_site *s, struct period days,
    struct visit_span **out, size_t *n, struct err *err);

#endif

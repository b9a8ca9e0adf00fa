/* SPDX-License-Identifier: MIT */
/* spill.h -- what a day lends to its neighbours, as digests.
 *
 * The figures of a day follow from its own spans, from how the visits that reach its
 * end go on (the day after lends them), and from who was there just before it began (the
 * day before lends that).  When a day is derived and what it lends is as before, its
 * neighbours need not be derived again.
 */
#ifndef AGGREGATE_SPILL_H
#define AGGREGATE_SPILL_H

#include "aggregate/visits.h"
#include "store/days.h"

/* Joined to out[i], of days->day[i]: what other visitors lend may be in it already.  terms: those of the spans.  seed: the store's own. */
void spill_digests(const struct visits_input *in,
    const struct visits_days *days, const struct terms *terms,
    uint64_t seed, struct day_digests *out);

#endif

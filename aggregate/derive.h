/* SPDX-License-Identifier: MIT */
/* derive.h -- dirty days: their figures from the parts of the store, and set. */
#ifndef AGGREGATE_DERIVE_H
#define AGGREGATE_DERIVE_H

#include "aggregate/source.h"
#include "store/sites.h"

struct derive_plan {
	const struct sources *sources;
	size_t threads; /* as many days at once, at most */
};

/* Derives all dirty days of the site, and those of their neighbours whose figures follow.  In a
 * transaction. */
bool derive_site(const struct store_site *s, const struct derive_plan *plan,
    struct err *err);

#endif

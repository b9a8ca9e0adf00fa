/* SPDX-License-Identifier: MIT */
/* derive.h -- dirty days: their figures from the parts of the store, and set. */
#ifndef AGGREGATE_DERIVE_H
#define AGGREGATE_DERIVE_H

#include "store/sites.h"

/* Derives all dirty days of the site, and those of their neighbours whose figures follow.  In a
 * transaction. */
bool derive_site(const struct store_site *s, struct err *err);

#endif

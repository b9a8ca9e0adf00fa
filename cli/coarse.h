/* SPDX-License-Identifier: MIT */
/* coarse.h -- tells of days of which only sums of months or years are kept. */
#ifndef CLI_COARSE_H
#define CLI_COARSE_H

#include "common/counter.h"
#include "store/sites.h"

/* Warns of those of these days that counts by name lack for that: of the period's, where it
 * cuts a month or year that is kept as one; by_day: of all that are. */
bool coarse_warn(const struct store_site *s, struct period days, bool by_day,
    struct err *err);

#endif

/* SPDX-License-Identifier: MIT */
/* hours.h -- what the rows of hours by class and outcome tell of each hour of a day. */
#ifndef AGGREGATE_HOURS_H
#define AGGREGATE_HOURS_H

#include "common/counter.h"
#include "common/partial.h"

/* Sets hits, errors, flags and bad minutes; visits and online figures stay. */
void hours_add_rows(struct hours_of_day *hours, const struct hour_row *row,
    size_t n);

#endif

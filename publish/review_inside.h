/* SPDX-License-Identifier: MIT */
/* review_inside.h -- the steps of review_load, in their order, and the sums that they need. */
#ifndef PUBLISH_REVIEW_INSIDE_H
#define PUBLISH_REVIEW_INSIDE_H

#include "publish/review.h"

/* Each fills its part of *r, whose show, days and due are there. */
bool review_hours(const struct store_site *s, struct review *r,
    struct err *err);
bool review_times(const struct store_site *s, struct review *r,
    struct err *err);
bool review_months(const struct store_site *s, struct review *r,
    struct err *err);
bool review_sources(const struct store_site *s, struct review *r,
    struct err *err);
bool review_lists(const struct store_site *s, struct review *r,
    struct err *err);
bool review_total(const struct store_site *s, struct review *r,
    struct err *err);
bool review_suppress(const struct store_site *s, struct review *r,
    struct err *err);

/* The rest of the coverage, and means by weekday and hour. */
void review_cover(struct review *r);
void review_means(struct review *r);

/* The hour that clocks show, 0..23. */
int review_clock(const struct zone *zone, int64_t at_s);

/* The value of rank ceil(n * permille / 1000), at least 1, of n > 0 in any order; sorts
 * them. */
int64_t review_rank(int64_t *value, size_t n, int permille);

/* a / b in hundredths, halves up; a >= 0, b > 0; INT64_MAX where it is more. */
int64_t review_hundredths(int64_t a, int64_t b);

#endif

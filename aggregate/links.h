/* SPDX-License-Identifier: MIT */
/* links.h -- how many of the site's own links lead nowhere (METRICS P08). */
#ifndef AGGREGATE_LINKS_H
#define AGGREGATE_LINKS_H

#include "store/tallies.h"

/* Of people, in some days.  Where each lies is DIM_BROKEN. */
struct links {
	int64_t broken;   /* 404 and 410 with a page of the site as referrer */
	int64_t requests; /* these, and page views with such a referrer */
	bool coarse;      /* of some of the days there are only sums of months: they are left out */
};
bool links_count(const struct store_site *s, struct period days,
    struct links *out, struct err *err);

#endif

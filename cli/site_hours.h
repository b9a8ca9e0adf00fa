/* SPDX-License-Identifier: MIT */
/* site_hours.h -- the hours of a configured site: their figures, and whether it was served. */
#ifndef CLI_SITE_HOURS_H
#define CLI_SITE_HOURS_H

#include "aggregate/availability.h"
#include "cli/workplace.h"

struct site_hours_query {
	size_t site;        /* of the configuration */
	struct period days; /* days after today are left out */
	int64_t now_s;
};

struct site_hours {
	struct hours_list hours; /* of the days asked for */
	struct availability availability;
};

/* In a transaction, for one state of the store.  A site of which nothing is counted yet has
 * no hours, and all are unknown. */
bool site_hours_load(const struct workplace *w,
    const struct site_hours_query *q, struct site_hours *out,
    struct err *err);
void site_hours_close(struct site_hours *h); /* accepts zeroed */

#endif

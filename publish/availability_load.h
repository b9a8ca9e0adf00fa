/* SPDX-License-Identifier: MIT */
/* availability_load.h -- from the store to aggregate/availability.h.
 *
 * Which log groups carry a site is told by the ledger.  Of days whose hours
 * are kept no longer nothing is known: day_known.
 */
#ifndef PUBLISH_AVAILABILITY_LOAD_H
#define PUBLISH_AVAILABILITY_LOAD_H

#include "aggregate/availability.h"

enum { AVAILABILITY_DAYS = 366 * 60 }; /* of a period; of a longer one nothing is told */

struct availability_loaded {
	struct availability a;
	struct hours_list hours; /* of days of the period, one more at each end */
	bool *day_known;         /* by day of a: its hours are kept, or it has no lines */
};
bool availability_load(const struct store_site *s, struct period days,
    int64_t now_s, struct availability_loaded *out, struct err *err);
void availability_loaded_close(struct availability_loaded *l); /* accepts zeroed */

#endif

/* SPDX-License-Identifier: MIT */
/* retain.h -- how finely days long ago are kept: by hours, by days, by months, by years.
 *
 * Of a site, by its settings (site_keep), and only of sealed days:
 *   hours older than `hours` become one sum a day (hour 0);
 *   counts by key of days become those of their month once all of it is older than `days`,
 *   of a month those of its year once all of that is older than `months`; of both the
 *   greatest keys stay as a day's do (dim_info), the rest is added to DIM_OTHER;
 *   of what is older than `years` all is DIM_OTHER.
 * Nothing is lost of a sum over all keys: it is the same before and after.  Days' own figures
 * (store/days.h) always stay.
 */
#ifndef STORE_RETAIN_H
#define STORE_RETAIN_H

#include "store/sites.h"

struct retained {
	int64_t days;          /* whose hours became one */
	int64_t months, years; /* that were made of days, of months */
	int64_t others;        /* months and years of which all is DIM_OTHER now */
};

/* *due: it was not done on this day (UTC) yet. */
bool retain_due(struct db *db, int64_t now_s, bool *due, struct err *err);

/* Adds to *sum.  Transactions of its own, a month or so in each: who is stopped in between
 * goes on the next time. */
bool retain_site(const struct store_site *s, int64_t now_s,
    struct retained *sum, struct err *err);

/* Once, after the sites: drops texts that nothing names any more, gives pages back to the
 * disk where many are free, and notes that it was done. */
bool retain_end(struct db *db, int64_t now_s, const struct retained *sum,
    struct err *err);

#endif

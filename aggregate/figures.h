/* SPDX-License-Identifier: MIT */
/* figures.h -- what may be published of a site at an instant.
 *
 * Lines ahead of the clock are counted under their day, and left out here until they
 * are due: later days whole, today's visits by their start, hits by their hour.
 */
#ifndef AGGREGATE_FIGURES_H
#define AGGREGATE_FIGURES_H

#include "store/days.h"
#include "store/hours.h"

/* Those of these days that have lines and have begun, ascending; today as it is at
 * now_s. */
bool figures_days(const struct store_site *s, struct period days,
    int64_t now_s, struct day_list *out, struct err *err);

/* Their hours: those that are known, today's as they are at now_s.  Owned by the caller
 * (mem_free(out->day)). */
bool figures_hours(const struct store_site *s, struct period days,
    int64_t now_s, struct hours_list *out, struct err *err);

/* The figures of the widget; visits, page views and visitor-days at once. */
struct figures_now {
	int64_t online;    /* in (as_of - W, as_of] */
	int64_t open;      /* of today's visits, those that may still go on */
	struct day_sums today, yesterday, week, month, year;
	struct day_sums counted; /* all days from since_day on */
	bool has_since;
	int32_t since_day; /* the balance's day, or the first counted one */
};

struct figures_when {
	int64_t now_s, as_of_s;
	int32_t from_day; /* the balance is added to from here; INT32_MIN without one */
};
bool figures_now(const struct store_site *s, const struct figures_when *when,
    struct figures_now *out, struct err *err);

#endif

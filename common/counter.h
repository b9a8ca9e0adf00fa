/* SPDX-License-Identifier: MIT */
/* counter.h -- a day's figures: what is derived, stored, published.
 *
 * Definitions: docs/DEFINITIONS.md.  Visits count in the local day in which they start.
 */
#ifndef COMMON_COUNTER_H
#define COMMON_COUNTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Local days, both ends included. */
struct period {
	int32_t from, to;
};
#define PERIOD_ALL ((struct period){ INT32_MIN, INT32_MAX })

/* Derived from spans: SET when a day is dirty, never incremented. */
struct day_visits {
	int64_t visits;      /* that start in this day */
	int64_t visitors;    /* distinct keys with a page view in this day */
	int64_t bounces;     /* visits of one page view */
	int64_t views;       /* page views of the day's visits, also after midnight */
	int64_t timed;       /* visits of two page views or more... */
	int64_t timed_s;     /* ...and the sum of their durations */
	int64_t online_s;    /* visitor-seconds online within the day */
	int64_t online_peak; /* greatest overlap within the day... */
	int64_t online_peak_at_s; /* ...and its earliest instant; 0 if no peak */
	int64_t carried;     /* page views of visits that began in a sealed day */
	/* Of these, what may be robots' that say they are browsers: figures beside, never
	 * taken away (aggregate/doubt.h). */
	int64_t doubt_visitors, doubt_visits, doubt_pages;
};

/* Sums of tallies. */
struct day_hits {
	int64_t hits, pages, bytes;  /* human */
	int64_t errors;              /* human, client and server errors */
	int64_t robots;              /* robots' hits */
	int64_t all;                 /* hits of all counted classes */
};

struct day_figures {
	int32_t day;
	bool sealed;
	int64_t joined; /* visits lost to late views that joined two: history, not content */
	struct day_visits v;
	struct day_hits h;
};

/* Days in order; owned by whoever asked for them (mem_free). */
struct day_list {
	struct day_figures *day;
	size_t n;
};

#endif

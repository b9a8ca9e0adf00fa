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

/* Of an hour since local midnight; SET with its day.  Sums over the hours are the day's. */
enum hour_flag {
	HOUR_LINES = 1,        /* a line of a log, not of truycap's own probe alone */
	HOUR_SERVED = 2,       /* a 2xx or 3xx, to anybody */
	HOUR_PROBE_OK = 4,     /* the probe got an answer below 500, */
	HOUR_PROBE_ERROR = 8,  /* one of 500 or more, */
	HOUR_PROBE_NONE = 16,  /* none */
	HOUR_UNTOLD = 32       /* of some of its lines the minutes are not known */
};
struct hour_figures {
	int64_t visits;        /* that start in it */
	int64_t online_s;      /* visitor-seconds online within it */
	int64_t peak, peak_at_s; /* greatest overlap within it, its earliest instant; or 0 */
	int64_t hits, errors;  /* of all counted classes but monitors; those of 5xx */
	unsigned flags;
	uint64_t bad;          /* bit m: in minute m a 5xx and no 2xx or 3xx */
};
enum { DAY_HOURS = 26 };
struct hours_of_day {
	int n;                 /* 23..25 as a rule */
	struct hour_figures hour[DAY_HOURS];
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

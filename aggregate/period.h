/* SPDX-License-Identifier: MIT */
/* period.h -- longer times than a day: their days added up, and which are compared.
 *
 * Visits, hits and bytes add up.  Visitors do not: of days they are visitor-days, and the
 * distinct ones of a month or a year are an estimate (store/uniques.h).
 */
#ifndef AGGREGATE_PERIOD_H
#define AGGREGATE_PERIOD_H

#include "common/zone.h"
#include "store/tallies.h"

/* Days, added up; sums stop at INT64_MAX, as a log may lie about its bytes. */
struct period_sums {
	int64_t days; /* that have lines */
	int64_t visits, visitors, bounces, views, timed, timed_s, online_s;
	int64_t hits, pages, bytes, robots, errors, all;
	int64_t doubt_visitors, doubt_visits, doubt_pages;
	int64_t length_s; /* of the days; of the running one what has passed */
	const struct day_figures *peak;    /* where most were online, or NULL */
	const struct day_figures *busiest; /* most visitors, or NULL */
};

/* The greatest of equals is the first that is added. */
void period_add(struct period_sums *s, const struct day_figures *d,
    const struct zone *zone, int64_t now_s);
/* Those of the list that lie in days; peak and busiest point into it. */
struct period_sums period_sum(const struct day_list *list, struct period days,
    const struct zone *zone, int64_t now_s);

/* Distinct visitors, estimated.  Not known: of days in two calendar years, or where no
 * day has registers. */
struct period_uniques {
	bool known;
	int64_t visitors;
	int64_t error; /* standard error: two of three estimates are within it */
	int64_t days;  /* that have registers */
};
bool period_uniques(const struct store_site *s, struct period days,
    struct period_uniques *out, struct err *err);

/* Response times.  The quantiles are histogram.h's; only where hits > 0. */
#define PERIOD_TIMES_TABLE(X)                                                  \
	X(PAGES, "pages", "people's page views")                               \
	X(HITS, "hits", "people's hits")                                       \
	X(ALL, "all", "hits of people, robots and all others that are counted")
enum period_timed {
#define X(id, name, what) PERIOD_TIMES_##id,
	PERIOD_TIMES_TABLE(X)
#undef X
	PERIOD_TIMES__MAX
};
const char *period_times_name(enum period_timed t);

struct period_times {
	int64_t hits; /* whose time is known */
	int64_t p50_us, p95_us, p99_us;
	int64_t under; /* of them, those under 3 s */
};
/* tally: n rows of DIM_TOOK. */
struct period_times period_times_of(const struct tally *tally, size_t n,
    enum period_timed which);

/* What a period is, so that the one before is told. */
enum period_kind {
	PERIOD_KIND_DAY,
	PERIOD_KIND_WEEK,
	PERIOD_KIND_MONTH,
	PERIOD_KIND_YEAR,
	PERIOD_KIND_RANGE /* any days: as many before; of whole months as many months */
};
struct period period_before(enum period_kind kind, struct period days);
/* A year earlier.  Days and weeks: 52 weeks, so that weekdays meet their like. */
struct period period_year_before(enum period_kind kind, struct period days);

/* Which days are compared with which.  A period that is over: whole with whole.  A running
 * one: its days that are over, and as many first days of the other.  False: none. */
struct period_pair {
	struct period now, then;
};
bool period_match(struct period days, int32_t today, struct period other,
    struct period_pair *out);

/* Whether sums of days say enough of them: lines on 95 % of the days (DEFINITIONS). */
bool period_covered(const struct period_sums *s, struct period days);

#endif

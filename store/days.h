/* SPDX-License-Identifier: MIT */
/* days.h -- spans to derive from, derived days to keep, figures to publish. */
#ifndef STORE_DAYS_H
#define STORE_DAYS_H

#include "common/class.h"
#include "common/counter.h"
#include "common/partial.h"
#include "store/sites.h"

/* The days whose derived figures are out of date, ascending.  *day is owned by the
 * caller (mem_free). */
bool days_dirty(const struct store_site *s, int32_t **day,
    size_t *n, struct err *err);

/* Open days, ascending, with the run's clock when a line was first and last counted. */
struct day_open {
	int32_t day;
	int64_t counted_first_s, counted_last_s;
};
bool days_open(const struct store_site *s,
    struct day_open **open, size_t *n, struct err *err);

/* All that is derived of a day.  Texts are those of the caller's dictionary. */
struct day_digests {
	struct hash128 back, ahead; /* aggregate/spill.h */
};
struct day_derived {
	int32_t day;
	struct day_visits v;
	const struct hours_of_day *hours;
	int64_t pages;     /* human page views */
	struct day_digests digests;
	int64_t top_views; /* page views of the address with most, at least */
	const struct hour_row *hour; /* with hits */
	size_t n_hours;
};
/* Replaces the day's figures and its rows of hours; counts visits lost as
 * `joined`.  In a transaction. */
bool days_set(const struct store_site *s, const struct day_derived *d,
    struct err *err);

/* What was set last; *known: something was. */
bool days_digests(const struct store_site *s, int32_t day, bool *known,
    struct day_digests *out, struct err *err);

/* The day's figures may have changed, if it is there and open.  begin: a visitor is online
 * in it, so it is there from now on. */
bool days_dirty_mark(const struct store_site *s, int32_t day, bool begin,
    struct err *err);

/* Figures of those of these days that have lines, ascending.  Hits in hours that begin
 * after until_s are left out. */
bool days_list(const struct store_site *s, struct period days,
    int64_t until_s, struct day_list *out, struct err *err);
struct day_sums {
	int64_t visits, visitor_days, pages;
};
bool days_sum(const struct store_site *s, struct period days,
    struct day_sums *out, struct err *err);
/* Page views of these days, and of each day's address with most. */
bool days_shared(const struct store_site *s, struct period days, int64_t *top,
    int64_t *pages, struct err *err);
bool days_first(const struct store_site *s, bool *any,
    int32_t *day, struct err *err);

/* Human hits by outcome and counted hits by class. */
struct day_outcomes {
	int64_t outcome[OUTCOME__MAX];
	int64_t class_hits[CLASS__MAX];
};
bool days_outcomes(const struct store_site *s, struct period days,
    struct day_outcomes *out, struct err *err);

/* One tally: an hour since local midnight, a class and an outcome. */
struct day_hour {
	int32_t day;
	int hour;                   /* 0..24 */
	struct span class, outcome; /* names; die at the next call */
	int64_t hits, bytes;
};
typedef void days_hour_fn(void *self, const struct day_hour *h);
/* In order of day, hour, class, outcome.  take must not use the database. */
struct days_hours_query {
	struct period days;
	days_hour_fn *take;
	void *self;
};
bool days_hours(const struct store_site *s,
    const struct days_hours_query *query, struct err *err);

#endif

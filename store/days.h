/* SPDX-License-Identifier: MIT */
/* days.h -- spans to derive from, derived days to keep, figures to publish. */
#ifndef STORE_DAYS_H
#define STORE_DAYS_H

#include "common/class.h"
#include "common/counter.h"
#include "common/view.h"
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

/* One span of a visitor, or a carried record (views = 0). */
typedef bool days_span_fn(void *self, const struct hash128 *key, int32_t day,
    const struct view_span *span);
/* Spans of these days; of the first day only those whose last view is not before
 * since_s.  Then all carried records. */
struct days_spans_query {
	struct period days;
	int64_t since_s;
	days_span_fn *take;
	void *self;
};
bool days_spans(const struct store_site *s, const struct days_spans_query *q,
    struct err *err);

/* Sets a day's derived figures, and counts visits lost as `joined`. */
bool days_set(const struct store_site *s, int32_t day,
    const struct day_visits *v, struct err *err);
bool days_doors_clear(const struct store_site *s, int32_t day,
    struct err *err);
/* kind: "entry" or "exit". */
struct day_door {
	int32_t day;
	const char *kind;
	uint32_t page;
	int64_t visits;
};
bool days_door(const struct store_site *s,
    const struct day_door *door, struct err *err);

/* Figures of those of these days that have lines, ascending.  Hits in hours that begin
 * after until_s are left out. */
bool days_list(const struct store_site *s, struct period days,
    int64_t until_s, struct day_list *out, struct err *err);
struct day_sums {
	int64_t visits, visitor_days, pages;
};
bool days_sum(const struct store_site *s, struct period days,
    struct day_sums *out, struct err *err);
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

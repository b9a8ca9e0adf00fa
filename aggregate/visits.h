/* SPDX-License-Identifier: MIT */
/* visits.h -- spans to visits, uniques and online figures, day by day.
 *
 * Pure: values in, values out.  The caller hands in the spans of some consecutive
 * days; figures come out for the days asked for.
 */
#ifndef AGGREGATE_VISITS_H
#define AGGREGATE_VISITS_H

#include "common/counter.h"
#include "common/hash.h"
#include "common/view.h"
#include "common/zone.h"

/* Spans, in the order of visit_span_cmp, and the rules that make visits of them. */
struct visits_input {
	const struct visit_span *span;
	size_t n;
	int64_t gap_s;    /* V: more silence than this ends a visit */
	int64_t window_s; /* W <= V */
};

/* Consecutive days, ascending. */
struct visits_days {
	const struct zone_day *day;
	size_t n;
	struct hours_of_day *hours; /* n of them, for visits and online figures; or NULL */
};

/* What a visit was, told to a listener as it is found. */
struct visit {
	int32_t day;          /* of its start */
	struct view entry, exit;
	uint64_t views, bytes, sections;
	struct view_traits traits;
	bool sealed;          /* began in a sealed day: counted there */
};

/* A visitor with page views in a day. */
struct visitor_day {
	const struct hash128 *key;
	int32_t day;
	uint64_t views, sections;
	uint64_t visits;      /* that start in this day */
	int64_t fastest;      /* page views a minute, of the fastest of his spans */
	struct view_traits traits;
	struct conduct conduct; /* that his spans tell of */
};

/* Either may be NULL. */
struct visits_listener {
	void *self;
	void (*take)(void *self, const struct visit *visit);
	void (*visitor)(void *self, const struct visitor_day *visitor);
};

/* Figures of these days into out[].  The spans must reach back max(V, W) before the
 * first day, or to the carried records, and forward to the end of the visits that
 * start in these days.  The listener (may be NULL) hears of each visit that starts in
 * these days, and of each visitor of each day. */
void visits_derive(const struct visits_input *in,
    const struct visits_days *days, struct day_visits *out,
    const struct visits_listener *listener);

/* The same in steps, each with the spans of other visitors: begin, add..., end. */
struct visits_steps {
	struct visits_days days;
	struct day_visits *out;
	int32_t *change; /* of the number online, by second */
};
void visits_begin(struct visits_steps *v, const struct visits_days *days,
    struct day_visits *out);
void visits_add(struct visits_steps *v, const struct visits_input *in,
    const struct visits_listener *listener);
void visits_end(struct visits_steps *v);

/* Visitors with a page view in (as_of - W, as_of]. */
int64_t visits_online(const struct visits_input *in, int64_t as_of_s);

/* Today up to as_of: visits that started, how many of these may still go on (last
 * view after as_of - V), and distinct visitors.  Views after as_of do not count. */
struct visits_running {
	int64_t started, open, visitors;
};
struct visits_running visits_running(const struct visits_input *in,
    const struct zone_day *today, int64_t as_of_s);

#endif

/* SPDX-License-Identifier: MIT */
/* review_hours.c -- the hours of a review's days: figures, states, and what follows. */
#include <stdlib.h>

#include "common/civil.h"
#include "publish/availability_load.h"
#include "publish/review_inside.h"

static enum chart_state
chart_state(uint8_t state)
{
	static const enum chart_state of[AVAILABILITY__MAX] = {
		[AVAILABILITY_SERVED] = CHART_SERVED,
		[AVAILABILITY_QUIET] = CHART_QUIET,
		[AVAILABILITY_ERRORS] = CHART_ERRORS,
		[AVAILABILITY_DOWN] = CHART_DOWN,
		[AVAILABILITY_UNKNOWN] = CHART_NO_LOG,
		[AVAILABILITY_AHEAD] = CHART_AHEAD,
	};

	return of[state];
}

static void
take_figures(struct review *r, struct review_day *d,
    const struct hours_of_day *h)
{
	r->hours_known = true;
	for (int i = 0; i < d->n_hours && i < h->n; i++) {
		d->hour[i].visits = h->hour[i].visits;
		d->hour[i].online_s = h->hour[i].online_s;
		d->hour[i].peak = h->hour[i].peak;
	}
}

/* Nobody came: that is 0.  (An hour with lines may be quiet, too: it has figures.) */
static void
know_quiet(struct review_day *d)
{
	bool all = d->f == NULL;

	for (int h = 0; h < d->n_hours; h++) {
		all = all && d->hour[h].state == CHART_QUIET;
		if (d->f == NULL && d->hour[h].state == CHART_QUIET)
			d->hour[h].visits = d->hour[h].online_s =
			    d->hour[h].peak = 0;
	}
	if (all)
		d->visits = d->pages = d->people = d->robots = d->others = 0;
}

static void
take_states(struct review *r, const struct availability_loaded *l)
{
	for (size_t i = 0; i < l->a.n_days && i < r->n_days; i++) {
		struct review_day *d = &r->day[i];

		d->hours_known = l->day_known[i];
		for (int h = 0; h < l->a.day[i].n && h < d->n_hours; h++) {
			enum chart_state state = chart_state(
			    l->a.day[i].state[h]);

			d->hour[h].state = state;
			if (d->hours_known && state == CHART_NO_LOG)
				d->partial = true;
		}
		know_quiet(d);
	}
	for (size_t i = 0; i < l->hours.n && r->n_days > 0; i++) {
		int32_t at = l->hours.day[i].day - r->days.from;

		if (at >= 0 && (size_t)at < r->n_days && !r->day[at].ahead &&
		    l->hours.day[i].whole)
			take_figures(r, &r->day[at], &l->hours.day[i].hours);
	}
}

/* ---- coverage ---- */

/* A day whose hours are kept no longer is in none of these. */
static void
cover(struct review *r, const struct availability_loaded *l)
{
	struct review_coverage *c = &r->coverage;

	c->permille = 1000;
	for (size_t i = 0; i < l->a.n_days; i++) {
		if (!l->day_known[i])
			continue;
		c->known = true;
		for (int h = 0; h < l->a.day[i].n; h++)
			c->state[chart_state(l->a.day[i].state[h])]++;
	}
	for (int s = 0; s < CHART_AHEAD; s++)
		c->hours += c->state[s];
	if (c->hours > 0)
		c->permille = (c->hours - c->state[CHART_NO_LOG]) * 1000 /
		    c->hours;
	c->gap_from_s = l->a.gap_from_s;
	c->gap_to_s = l->a.gap_to_s;
	c->outage_minutes = l->a.outage_minutes;
	c->outage_at_s = l->a.outage_at_s;
}

bool
review_hours(const struct store_site *s, struct review *r, struct err *err)
{
	struct availability_loaded l;

	if (!availability_load(s, r->due, r->now_s, &l, err))
		return false;
	take_states(r, &l);
	cover(r, &l);
	availability_loaded_close(&l);
	return true;
}

/* Of the logs, and of the days. */
void
review_cover(struct review *r)
{
	struct review_coverage *c = &r->coverage;

	c->first_s = INT64_MAX;
	c->last_s = INT64_MIN;
	for (size_t i = 0; i < r->n_sources; i++) {
		const struct review_source *s = &r->source[i];

		if (s->first_s < c->first_s)
			c->first_s = s->first_s;
		if (s->last_s > c->last_s)
			c->last_s = s->last_s;
	}
	if (r->due.from <= r->due.to)
		c->days_without = r->due.to - r->due.from + 1 -
		    (int64_t)r->show.days.n;
}

/* ---- means ---- */

int
review_clock(const struct zone *zone, int64_t at_s)
{
	int64_t local_s = at_s + zone_offset(zone, at_s);

	return (int)((local_s - civil_floor_div(local_s, 86400) * 86400) /
	    3600);
}

int64_t
review_hundredths(int64_t a, int64_t b)
{
	__extension__ __int128 n = ((__int128)a * 200 + b) / (2 * (__int128)b);

	return n > INT64_MAX ? INT64_MAX : (int64_t)n;
}

static int
by_value(const void *pa, const void *pb)
{
	int64_t a = *(const int64_t *)pa, b = *(const int64_t *)pb;

	return (a > b) - (a < b);
}

int64_t
review_rank(int64_t *value, size_t n, int permille)
{
	size_t rank = (n * (size_t)permille + 999) / 1000;

	qsort(value, n, sizeof(*value), by_value);
	return value[rank > 0 ? rank - 1 : 0];
}

struct sums {
	int64_t visits[7][CHART_HOURS], days[7][CHART_HOURS];
};

/* Hours that are over and known, of whatever day: of one with a gap the others are good. */
static void
add_day(const struct review_day *d, struct sums *sums,
    struct review_means *to)
{
	int weekday = civil_weekday(d->day);
	bool seen[CHART_HOURS] = { false }, any = false;

	for (int h = 0; h < d->n_hours; h++) {
		const struct review_hour *at = &d->hour[h];

		if (at->state == CHART_AHEAD || at->state == CHART_NO_LOG ||
		    at->visits == REVIEW_NONE)
			continue;
		sums->visits[weekday][at->clock] += at->visits;
		/* An hour that clocks show twice is one of the day's. */
		sums->days[weekday][at->clock] += !seen[at->clock];
		seen[at->clock] = any = true;
	}
	to->days[weekday] += any;
	to->known = to->known || any;
}

void
review_means(struct review *r)
{
	struct sums s = { .visits = { { 0 } } };
	struct review_means *m = &r->week;

	for (size_t i = 0; i < r->n_days; i++)
		add_day(&r->day[i], &s, m);
	for (int w = 0; w < 7; w++) {
		m->total[w] = m->days[w] == 0 ? REVIEW_NONE : 0;
		for (int h = 0; h < CHART_HOURS; h++) {
			m->days_of[w][h] = (int)s.days[w][h];
			m->mean[w][h] = REVIEW_NONE;
			if (s.days[w][h] == 0)
				continue;
			m->mean[w][h] = review_hundredths(s.visits[w][h],
			    s.days[w][h]);
			if (__builtin_add_overflow(m->total[w], m->mean[w][h],
			    &m->total[w]))
				m->total[w] = INT64_MAX;
		}
	}
}

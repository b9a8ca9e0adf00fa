/* SPDX-License-Identifier: MIT */
/* review_hours.c -- the hours of a review's days: figures, states, and what follows. */
#include <stdlib.h>

#include "common/civil.h"
#include "publish/review_inside.h"
#include "store/hours.h"

enum { ERRORS_PERMILLE = 50 /* of an hour's requests: more are trouble (DEFINITIONS) */ };

static void
take_hour(struct review_hour *to, const struct hour_figures *h)
{
	to->visits = h->visits;
	to->online_s = h->online_s;
	to->peak = h->peak;
	if (to->state == CHART_AHEAD || h->hits == 0)
		return;
	to->state = h->errors * 1000 > h->hits * ERRORS_PERMILLE ?
	    CHART_ERRORS : CHART_SERVED;
}

static void
take_day(struct review *r, struct review_day *d, const struct hours_of_day *h)
{
	for (int i = 0; i < d->n_hours && i < h->n; i++)
		if (d->hour[i].state != CHART_AHEAD)
			take_hour(&d->hour[i], &h->hour[i]);
	r->hours_known = true;
	r->coverage.known = true;
}

bool
review_hours(const struct store_site *s, struct review *r, struct err *err)
{
	struct hours_list list = { NULL, 0 };

	if (r->n_days == 0 || r->due.from > r->due.to)
		return true;
	if (!hours_list(s, r->due, &list, err))
		return false;
	for (size_t i = 0; i < list.n; i++)
		take_day(r, &r->day[list.day[i].day - r->days.from],
		    &list.day[i].hours);
	mem_free(list.day);
	return true;
}

/* ---- coverage ---- */

static void
take_state(struct review *r, struct review_day *d, int h, int64_t *gap_s)
{
	struct review_coverage *c = &r->coverage;
	enum chart_state state = d->hour[h].state;
	struct zone_day z = zone_day_of(r->site->zone, d->day);
	int64_t from_s = z.start_s + h * INT64_C(3600);
	int64_t to_s = from_s + 3600 < z.end_s ? from_s + 3600 : z.end_s;

	c->state[state]++;
	if (state == CHART_AHEAD) {
		*gap_s = INT64_MIN;
		return;
	}
	c->hours++;
	if (state != CHART_NO_LOG) {
		*gap_s = INT64_MIN;
		return;
	}
	d->partial = true;
	if (*gap_s == INT64_MIN)
		*gap_s = from_s;
	if (to_s - *gap_s > c->gap_to_s - c->gap_from_s) {
		c->gap_from_s = *gap_s;
		c->gap_to_s = to_s;
	}
}

/* A day without lines whose hours are all known to be quiet had no visits: that is 0. */
static void
know_quiet(struct review_day *d)
{
	for (int h = 0; h < d->n_hours; h++)
		if (d->hour[h].state != CHART_QUIET)
			return;
	d->visits = d->pages = d->people = d->robots = d->others = 0;
	for (int h = 0; h < d->n_hours; h++)
		d->hour[h].visits = d->hour[h].online_s = d->hour[h].peak = 0;
}

void
review_cover(struct review *r)
{
	struct review_coverage *c = &r->coverage;
	int64_t gap_s = INT64_MIN;

	c->first_s = INT64_MAX;
	c->last_s = INT64_MIN;
	c->permille = 1000;
	for (size_t i = 0; i < r->n_sources; i++) {
		const struct review_source *s = &r->source[i];

		if (s->first_s < c->first_s)
			c->first_s = s->first_s;
		if (s->last_s > c->last_s)
			c->last_s = s->last_s;
	}
	for (size_t i = 0; i < r->n_days; i++) {
		struct review_day *d = &r->day[i];

		if (!d->ahead && d->f == NULL) {
			c->days_without++;
			know_quiet(d);
		}
		for (int h = 0; h < d->n_hours; h++)
			take_state(r, d, h, &gap_s);
	}
	if (c->hours > 0)
		c->permille = (c->hours - c->state[CHART_NO_LOG]) * 1000 /
		    c->hours;
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
	int64_t of_day[7];
};

/* Days that are whole alone: half a day would pull the means down. */
static void
add_day(const struct review_day *d, struct sums *sums, struct review_means *to)
{
	int weekday = civil_weekday(d->day);
	bool seen[CHART_HOURS] = { false };

	if (d->ahead || d->partial || d->visits == REVIEW_NONE)
		return;
	for (int h = 0; h < d->n_hours; h++)
		if (d->hour[h].visits == REVIEW_NONE)
			return;
	for (int h = 0; h < d->n_hours; h++) {
		int clock = d->hour[h].clock;

		sums->visits[weekday][clock] += d->hour[h].visits;
		sums->days[weekday][clock] += !seen[clock];
		seen[clock] = true;
	}
	sums->of_day[weekday] += d->visits;
	to->days[weekday]++;
	to->known = true;
}

void
review_means(struct review *r)
{
	struct sums s = { .of_day = { 0 } };
	struct review_means *m = &r->week;

	for (size_t i = 0; i < r->n_days; i++)
		add_day(&r->day[i], &s, m);
	for (int w = 0; w < 7; w++) {
		m->total[w] = m->days[w] == 0 ? REVIEW_NONE :
		    review_hundredths(s.of_day[w], m->days[w]);
		for (int h = 0; h < CHART_HOURS; h++)
			m->mean[w][h] = s.days[w][h] == 0 ? REVIEW_NONE :
			    review_hundredths(s.visits[w][h], s.days[w][h]);
	}
}

/* SPDX-License-Identifier: MIT */
/* presence_days.c -- what days and hours tell: P01, P03, P14, P20, P25, P26, P28. */
#include <stdlib.h>

#include "aggregate/figures.h"
#include "publish/presence_inside.h"

struct looking {
	struct presence *p;
	struct availability_loaded l;
	struct day_list list;
	int64_t *visits, *pages, *visitors; /* of whole days that are known */
	size_t n;
	int64_t length_s;  /* of which it is known who was online */
	size_t known;      /* days with figures, or quiet ones */
};

/* ---- a day ---- */

static int64_t
unknown_hours(const struct availability_day *d)
{
	int64_t n = 0;

	for (int h = 0; h < d->n; h++)
		n += d->state[h] == AVAILABILITY_UNKNOWN;
	return n;
}

static void
count_hours(struct presence *p, const struct availability_day *d, bool told)
{
	for (int h = 0; h < d->n; h++) {
		if (told || d->state[h] == AVAILABILITY_AHEAD)
			p->hours[d->state[h]]++;
		else
			p->hours_untold++;
	}
}

static void
look_at(struct looking *g, size_t i, const struct day_figures *f)
{
	const struct availability_day *d = &g->l.a.day[i];
	struct presence *p = g->p;
	struct zone_day z = zone_day_of(p->site->zone, d->day);
	bool told = g->l.day_known[i], over = z.end_s <= p->now_s;
	int64_t unknown = told ? unknown_hours(d) : 0;
	int64_t end_s = over ? z.end_s : p->now_s;

	count_hours(p, d, told);
	p->heard[i] = f != NULL || (unknown < d->n && z.start_s < p->now_s);
	if (z.start_s >= p->now_s)
		return;
	g->length_s += end_s - z.start_s - unknown * 3600;
	if (f == NULL && unknown > 0)
		return;
	g->known++;
	if (!over)
		return;
	g->visits[g->n] = f != NULL ? f->v.visits : 0;
	g->pages[g->n] = f != NULL ? f->h.pages : 0;
	g->visitors[g->n++] = f != NULL ? f->v.visitors : 0;
}

/* ---- a series ---- */

static int
by_value(const void *pa, const void *pb)
{
	int64_t a = *(const int64_t *)pa, b = *(const int64_t *)pb;

	return (a > b) - (a < b);
}

/* Mean, median (of the two in the middle, if they are two) and greatest. */
static void
put_series(const struct looking *g, int64_t *day, struct metric_value *mean,
    struct metric_value *median, struct metric_value *most)
{
	int64_t sum = 0, n = (int64_t)g->n;

	for (size_t i = 0; i < g->n; i++)
		sum += day[i];
	*mean = presence_mean(sum, n, 1);
	if (n == 0)
		return;
	qsort(day, g->n, sizeof(*day), by_value);
	*median = presence_mean(day[(n - 1) / 2] + day[n / 2], 2, 1);
	median->n = n;
	*most = presence_count(day[n - 1], n);
}

/* ---- the figures ---- */

static void
put_traffic(struct looking *g)
{
	struct metric_value *v = g->p->value;
	const struct period_sums *s = &g->p->sums;
	int64_t n = (int64_t)g->known;

	v[MEASURE_VISITS] = presence_count(s->visits, n);
	v[MEASURE_PAGES] = presence_count(s->pages, n);
	v[MEASURE_VISITORS] = presence_count(s->visitors, n);
	put_series(g, g->visits, &v[MEASURE_VISITS_MEAN],
	    &v[MEASURE_VISITS_MEDIAN], &v[MEASURE_VISITS_MOST]);
	put_series(g, g->pages, &v[MEASURE_PAGES_MEAN],
	    &v[MEASURE_PAGES_MEDIAN], &v[MEASURE_PAGES_MOST]);
	put_series(g, g->visitors, &v[MEASURE_VISITORS_MEAN],
	    &v[MEASURE_VISITORS_MEDIAN], &v[MEASURE_VISITORS_MOST]);
	v[MEASURE_DEPTH] = presence_mean(s->views, s->visits, 1);
	v[MEASURE_BOUNCES] = presence_ratio(s->bounces, s->visits);
	v[MEASURE_ONLINE_MEAN] = presence_mean(s->online_s, g->length_s, 1);
	v[MEASURE_ONLINE_PEAK] = presence_count(s->peak != NULL ?
	    s->peak->v.online_peak : 0, n);
	g->p->peak_at_s = s->peak != NULL ? s->peak->v.online_peak_at_s : 0;
}

static void
put_hours(struct presence *p, const struct availability *a)
{
	struct metric_value *v = p->value;
	int64_t told = a->hours - p->hours_untold;
	int64_t known = told - p->hours[AVAILABILITY_UNKNOWN];

	v[MEASURE_SERVED] = presence_ratio(a->answered, known);
	v[MEASURE_ERRORS] = presence_ratio(a->errors, a->hits);
	v[MEASURE_OUTAGE] = presence_count(a->outage_minutes,
	    known - a->untold);
	v[MEASURE_COVERAGE] = presence_ratio(a->lines, told);
	p->outage_at_s = a->outage_at_s;
	p->gap_from_s = a->gap_from_s;
	p->gap_to_s = a->gap_to_s;
}

static void
look(struct looking *g)
{
	struct presence *p = g->p;
	size_t at = 0, n = g->l.a.n_days;

	p->heard = arena_new(&p->arena, n + 1);
	g->visits = arena_new(&p->arena, (n + 1) * sizeof(int64_t));
	g->pages = arena_new(&p->arena, (n + 1) * sizeof(int64_t));
	g->visitors = arena_new(&p->arena, (n + 1) * sizeof(int64_t));
	for (size_t i = 0; i < n; i++) {
		int32_t day = g->l.a.day[i].day;

		while (at < g->list.n && g->list.day[at].day < day)
			at++;
		look_at(g, i, at < g->list.n && g->list.day[at].day == day ?
		    &g->list.day[at] : NULL);
	}
	p->days_known = (int64_t)g->known;
}

bool
presence_days(const struct store_site *s, struct presence *p,
    struct err *err)
{
	struct looking g = { .p = p };
	bool good = figures_days(s, p->due, p->now_s, &g.list, err);

	if (good && !availability_load(s, p->due, p->now_s, &g.l, err))
		good = false;
	if (good) {
		p->sums = period_sum(&g.list, p->due, p->site->zone,
		    p->now_s);
		look(&g);
		put_traffic(&g);
		put_hours(p, &g.l.a);
		/* They point into the list. */
		p->sums.peak = p->sums.busiest = NULL;
	}
	availability_loaded_close(&g.l);
	mem_free(g.list.day);
	return good;
}

/* SPDX-License-Identifier: MIT */
/* review_charts.c -- from a review to what charts show; unknown stays unknown. */
#include "common/number.h"
#include "publish/keys.h"
#include "publish/review_inside.h"

enum { LIMIT_US = 3000000 /* METRICS P04: "under 3 s" */, ROWS = 12 };

struct filling {
	const struct review *r;
	enum lang lang;
	struct arena *arena;
	struct review_charts *out;
};

/* ---- by day ---- */

static void
fill_days(struct filling *f)
{
	const struct review *r = f->r;
	struct chart_day *day = arena_new(f->arena, r->n_days * sizeof(*day));

	for (size_t i = 0; i < r->n_days; i++) {
		const struct review_day *d = &r->day[i];

		day[i] = (struct chart_day){ d->day, d->visits, d->pages,
			d->holiday != NULL && !d->holiday->working ?
			    holiday_name(d->holiday, f->lang) : NULL,
			d->partial, d->running };
	}
	f->out->days = (struct chart_days){ day, r->n_days };
}

static void
fill_shares(struct filling *f)
{
	const struct review *r = f->r;
	struct chart_share *day = arena_new(f->arena, r->n_days * sizeof(*day));
	bool any = false;

	for (size_t i = 0; i < r->n_days; i++) {
		const struct review_day *d = &r->day[i];

		day[i] = (struct chart_share){ d->day, d->people, d->robots,
			d->others };
		any = any || d->people != REVIEW_NONE;
	}
	if (any)
		f->out->shares = (struct chart_shares){ day, r->n_days };
}

static void
fill_times(struct filling *f)
{
	const struct review *r = f->r;
	struct chart_time *day = arena_new(f->arena, r->n_days * sizeof(*day));
	bool any = false;

	for (size_t i = 0; i < r->n_days; i++) {
		const struct period_times *t = &r->day[i].times;

		day[i] = (struct chart_time){ r->day[i].day, CHART_NONE,
			CHART_NONE, CHART_NONE };
		if (t->hits == 0)
			continue;
		any = true;
		day[i].p50_us = t->p50_us;
		day[i].p95_us = t->p95_us;
		day[i].p99_us = t->p99_us;
	}
	if (any)
		f->out->times = (struct chart_times){ day, r->n_days,
			LIMIT_US };
}

/* Which hour since midnight stands for an hour of the clock; -1: it was skipped. */
static void
clocks_of(const struct review_day *d, int hour[CHART_HOURS])
{
	for (int c = 0; c < CHART_HOURS; c++)
		hour[c] = -1;
	for (int h = d->n_hours; h-- > 0; )
		hour[d->hour[h].clock] = h;
}

static void
fill_strip(struct filling *f)
{
	const struct review *r = f->r;
	struct chart_strip_day *day = arena_new(f->arena,
	    r->n_days * sizeof(*day));

	for (size_t i = 0; i < r->n_days; i++) {
		int hour[CHART_HOURS];

		day[i].day = r->day[i].day;
		clocks_of(&r->day[i], hour);
		/* A skipped hour has the state of the one before it. */
		for (int c = 0; c < CHART_HOURS; c++)
			day[i].state[c] = (uint8_t)(hour[c] >= 0 ?
			    r->day[i].hour[hour[c]].state : c > 0 ?
			    (enum chart_state)day[i].state[c - 1] :
			    r->day[i].hour[0].state);
	}
	if (r->hours_known)
		f->out->strip = (struct chart_strip){ day, r->n_days };
}

enum tile { TILE_VISITS, TILE_PAGES, TILE_VISITORS, TILE_PEAK };

static int64_t
tile_of(const struct review_day *d, enum tile tile)
{
	switch (tile) {
	case TILE_VISITS:
		return d->visits;
	case TILE_PAGES:
		return d->pages;
	case TILE_VISITORS:
		return d->f != NULL ? d->f->v.visitors : d->visits == 0 ? 0 :
		    CHART_NONE;
	case TILE_PEAK:
	default:
		return d->f != NULL ? d->f->v.online_peak : d->visits == 0 ?
		    0 : CHART_NONE;
	}
}

static struct chart_spark
spark(struct filling *f, enum tile tile)
{
	const struct review *r = f->r;
	int64_t *value = arena_new(f->arena, r->n_days * sizeof(*value));

	for (size_t i = 0; i < r->n_days; i++)
		value[i] = tile_of(&r->day[i], tile);
	return (struct chart_spark){ value, r->n_days };
}

/* ---- by hour ---- */

static void
fill_week(struct filling *f)
{
	const struct review *r = f->r;
	uint32_t office = office_hours(&r->site->office);

	for (int w = 0; w < 7; w++) {
		memcpy(f->out->week.mean[w], r->week.mean[w],
		    sizeof(r->week.mean[w]));
		f->out->week.total[w] = r->week.total[w];
		f->out->week.office[w] = w < 5 ? office : 0;
	}
	f->out->has_week = r->week.known;
}

/* The means of an hour of the clock over the days, in hundredths of a person. */
static size_t
online_of(const struct review *r, int clock, int64_t *value, int64_t *most)
{
	size_t n = 0;

	for (size_t i = 0; i < r->n_days; i++) {
		const struct review_day *d = &r->day[i];

		for (int h = 0; h < d->n_hours; h++) {
			const struct review_hour *at = &d->hour[h];

			if (at->state == CHART_AHEAD ||
			    at->state == CHART_NO_LOG ||
			    at->online_s == REVIEW_NONE ||
			    at->clock != clock)
				continue;
			value[n++] = review_hundredths(at->online_s, 3600);
			if (at->peak > *most)
				*most = at->peak;
		}
	}
	return n;
}

static void
fill_online(struct filling *f)
{
	const struct review *r = f->r;
	struct chart_online *o = &f->out->online;
	int64_t *value = arena_new(f->arena, r->n_days * REVIEW_HOURS *
	    sizeof(*value));

	o->office = office_hours(&r->site->office);
	for (int c = 0; c < CHART_HOURS; c++) {
		int64_t most = 0;
		size_t n = online_of(r, c, value, &most);

		o->median[c] = o->low[c] = o->high[c] = o->most[c] = CHART_NONE;
		if (n == 0)
			continue;
		f->out->has_online = true;
		o->median[c] = review_rank(value, n, 500);
		o->low[c] = review_rank(value, n, 100);
		o->high[c] = review_rank(value, n, 900);
		o->most[c] = most < INT64_MAX / 100 ? most * 100 : INT64_MAX;
	}
}

/* ---- months ---- */

static struct chart_bars
bars(struct filling *f, size_t most)
{
	const struct review *r = f->r;
	size_t n = r->n_months < most ? r->n_months : most;
	const struct review_month *m = r->month + (r->n_months - n);
	struct chart_bar *bar = arena_new(f->arena, n * sizeof(*bar));
	const struct review_month *only = NULL;
	int asked = 0;

	for (size_t i = 0; i < n; i++) {
		if (!m[i].asked)
			continue;
		only = &m[i];
		asked++;
	}
	for (size_t i = 0; i < n; i++) {
		bar[i] = (struct chart_bar){ m[i].year, m[i].month,
			m[i].visits, m[i].asked ? CHART_BAR_THIS :
			CHART_BAR_REST, m[i].partial,
			m[i].running };
		if (asked == 1 && m[i].month == only->month &&
		    m[i].year == only->year - 1)
			bar[i].state = CHART_BAR_YEAR_AGO;
	}
	return (struct chart_bars){ bar, n };
}

/* ---- lists ---- */

static struct chart_rows
rows(struct filling *f, enum dim dim, enum tally_count count, int64_t whole)
{
	const struct tallies *t = &f->r->show.dims.of[dim];
	const bool *hidden = f->r->hidden[dim];
	struct chart_row *row = arena_new(f->arena, ROWS * sizeof(*row));
	size_t n = 0;

	for (size_t i = 0; i < t->n && n < ROWS; i++) {
		int64_t k = t->tally[i].n[count];

		if (k <= 0 || (hidden != NULL && hidden[i]))
			continue;
		row[n++] = (struct chart_row){ key_text(f->arena, f->lang, dim,
		    t->tally[i].key), k, whole <= 0 || k > whole ? CHART_NONE :
		    number_permille(k, whole) };
	}
	/* The key of small ones may stand last and be no least. */
	for (size_t i = 1; i < n; i++)
		for (size_t k = i; k > 0 && row[k].count > row[k - 1].count;
		    k--) {
			struct chart_row swap = row[k];

			row[k] = row[k - 1];
			row[k - 1] = swap;
		}
	return (struct chart_rows){ row, n, message(f->lang, count ==
	    TALLY_VISITS ? MSG_REPORT_VISITS : MSG_REPORT_PAGES) };
}

void
review_charts(const struct review *r, enum lang lang, struct arena *arena,
    struct review_charts *out)
{
	struct filling f = { r, lang, arena, out };
	const struct period_sums *sums = &r->show.show.sums;

	*out = (struct review_charts){ .has_week = false };
	if (r->n_days > 0) {
		fill_days(&f);
		fill_shares(&f);
		fill_times(&f);
		fill_strip(&f);
		fill_online(&f);
		out->visits = spark(&f, TILE_VISITS);
		out->pages = spark(&f, TILE_PAGES);
		out->visitors = spark(&f, TILE_VISITORS);
		out->peaks = spark(&f, TILE_PEAK);
	}
	fill_week(&f);
	out->months = bars(&f, REVIEW_SHORT);
	if (r->n_months > REVIEW_SHORT)
		out->years = bars(&f, REVIEW_MONTHS);
	out->sections = rows(&f, DIM_SECTION, TALLY_PAGES, sums->pages);
	out->countries = rows(&f, DIM_COUNTRY, TALLY_VISITS, sums->visits);
	out->sources = rows(&f, DIM_SOURCE, TALLY_VISITS, sums->visits);
	out->referrers = rows(&f, DIM_REFERRER, TALLY_PAGES, sums->pages);
}

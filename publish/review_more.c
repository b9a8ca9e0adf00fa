/* SPDX-License-Identifier: MIT */
/* review_more.c -- months, response times, the balance, and small cells of a review. */
#include "aggregate/figures.h"
#include "common/civil.h"
#include "common/histogram.h"
#include "publish/review_inside.h"
#include "store/baseline.h"

/* ---- response times by day ---- */

struct timing {
	struct review *r;
	struct tally tally[HISTOGRAM_BUCKETS];
	char key[HISTOGRAM_BUCKETS][4]; /* "0".."592" */
	size_t n;
	int32_t day;
};

static void
end_times(struct timing *t)
{
	struct review *r = t->r;
	int32_t at = t->day - r->days.from;

	if (t->n > 0 && at >= 0 && (size_t)at < r->n_days)
		r->day[at].times = period_times_of(t->tally, t->n,
		    PERIOD_TIMES_PAGES);
	t->n = 0;
}

static void
take_time(void *self, int32_t day, const struct tally *row)
{
	struct timing *t = self;

	if (day != t->day)
		end_times(t);
	t->day = day;
	/* "(other)" is no bucket. */
	if (t->n == HISTOGRAM_BUCKETS || row->key.n >= sizeof(t->key[0]))
		return;
	memcpy(t->key[t->n], row->key.p, row->key.n);
	t->tally[t->n] = *row;
	t->tally[t->n].key = (struct span){ t->key[t->n], row->key.n };
	t->n++;
}

bool
review_times(const struct store_site *s, struct review *r, struct err *err)
{
	struct timing *t;
	bool good;

	if (r->n_days == 0 || r->due.from > r->due.to)
		return true;
	t = mem_new(sizeof(*t));
	t->r = r;
	good = tallies_each(s, &(struct tallies_each){ DIM_TOOK, r->due,
	    take_time, t }, err);
	if (good)
		end_times(t);
	mem_free(t);
	return good;
}

/* ---- months ---- */

static void
begin_month(const struct review *r, int32_t first, struct review_month *m)
{
	struct civil c = civil_date(first);
	int32_t today = zone_day_at(r->site->zone, r->now_s).day;

	*m = (struct review_month){ .year = c.year, .month = c.month,
		.days = { first, first + civil_month_days(c.year, c.month) - 1 },
		.visits = REVIEW_NONE, .pages = REVIEW_NONE,
		.visitor_days = REVIEW_NONE };
	m->running = m->days.to >= today;
	m->asked = m->days.to >= r->days.from && m->days.from <= r->days.to;
}

static void
sum_month(const struct review *r, const struct day_list *all,
    struct review_month *m)
{
	struct period_sums sums = period_sum(all, m->days, r->site->zone,
	    r->now_s);

	m->days_with_lines = sums.days;
	m->partial = m->running || !period_covered(&sums, m->days);
	if (sums.days == 0)
		return;
	m->visits = sums.visits;
	m->pages = sums.pages;
	m->visitor_days = sums.visitors;
}

bool
review_months(const struct store_site *s, struct review *r, struct err *err)
{
	int32_t to = r->due.to > r->days.from ? r->due.to : r->days.from;
	int32_t last = civil_month_start(to), first = last;
	struct civil end = civil_date(last);
	struct day_list all;

	for (int i = 1; i < REVIEW_MONTHS; i++)
		first = civil_month_start(first - 1);
	if (!figures_days(s, (struct period){ first, last +
	    civil_month_days(end.year, end.month) - 1 }, r->now_s, &all, err))
		return false;
	for (int32_t m = all.n > 0 ? civil_month_start(all.day[0].day) : last;
	    all.n > 0 && m <= last; ) {
		struct review_month *to_fill = &r->month[r->n_months++];

		begin_month(r, m, to_fill);
		sum_month(r, &all, to_fill);
		m = to_fill->days.to + 1;
	}
	mem_free(all.day);
	return true;
}

/* ---- the balance ---- */

static void
take_balance(void *self, const struct baseline *b)
{
	struct review *r = self;
	struct review_total *t = &r->total;

	if (t->opened)
		return;
	t->opened = true;
	t->as_of_day = t->since_day = b->as_of_day;
	t->balance = b->value;
	t->unit = arena_dup(&r->arena, b->unit, strlen(b->unit));
	t->source = arena_dup(&r->arena, b->source, strlen(b->source));
	t->sha256 = arena_dup(&r->arena, b->sha256, strlen(b->sha256));
	t->by = arena_dup(&r->arena, b->by, strlen(b->by));
}

bool
review_total(const struct store_site *s, struct review *r, struct err *err)
{
	struct review_total *t = &r->total;
	struct day_list all;
	bool any = true;

	*t = (struct review_total){ .unit = "", .source = "", .sha256 = "",
		.by = "" };
	if (!baseline_list(s, take_balance, r, err) ||
	    (!t->opened && !days_first(s, &any, &t->since_day, err)))
		return false;
	t->added = t->opened && strcmp(t->unit, "visits") == 0;
	if (!any || t->since_day > r->due.to)
		return true;
	if (!figures_days(s, (struct period){ t->since_day, r->due.to },
	    r->now_s, &all, err))
		return false;
	t->known = true;
	t->visits = period_sum(&all, PERIOD_ALL, r->site->zone,
	    r->now_s).visits;
	mem_free(all.day);
	if (__builtin_add_overflow(t->visits, t->added ? t->balance : 0,
	    &t->total))
		t->total = INT64_MAX;
	return true;
}

/* ---- small cells ---- */

bool
review_suppress(const struct store_site *s, struct review *r, struct err *err)
{
	const struct dims_row *row;

	for (size_t i = 0; (row = dims_row(i)) != NULL; i++) {
		struct tallies *t = &r->show.dims.of[row->dim];
		size_t most = t->n;

		if ((row->counts & DIMS_SMALL) == 0 || t->n == 0)
			continue;
		/* Small ones are found among all. */
		tallies_close(t);
		if (!tallies_list(s, &(struct tallies_query){ row->dim, r->due,
		    row->order, INT64_MAX }, t, err))
			return false;
		r->hidden[row->dim] = arena_new(&r->arena, (t->n + 1) *
		    sizeof(bool));
		t->tally = mem_grow(t->tally, t->n + 1, sizeof(*t->tally));
		t->cap = t->n + 1;
		t->n = dims_suppress(t->tally, t->n, r->site->suppress_below,
		    r->hidden[row->dim]);
		/* The last row is the sum of the small ones: it stays. */
		if (t->n > most + 1) {
			t->tally[most] = t->tally[t->n - 1];
			r->hidden[row->dim][most] =
			    r->hidden[row->dim][t->n - 1];
			t->n = most + 1;
		}
	}
	return true;
}

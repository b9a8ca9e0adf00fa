/* SPDX-License-Identifier: MIT */
/* export_more.c -- what follows from days and dimensions: weekdays, distinct visitors,
 * response times. */
#include "aggregate/figures.h"
#include "aggregate/period.h"
#include "cli/export.h"
#include "common/civil.h"
#include "common/class.h"
#include "common/mem.h"
#include "common/stamp.h"
#include "store/forget.h"

/* ---- weekdays ---- */

enum { WEEKDAYS = 7, HOURS = 26 };

struct week {
	struct export *e;
	int64_t days[WEEKDAYS];
	struct day_hits hour[WEEKDAYS][HOURS];
};

void
export_weekdays_columns(struct export *e)
{
	export_column(e, "weekday");
	export_column(e, "hour");
	export_column(e, "days");
	export_column(e, "hits");
	export_column(e, "pages");
	export_column(e, "bytes");
	export_column(e, "robot_hits");
	export_column(e, "all_hits");
}

static void
add_hour(void *self, const struct day_hour *h)
{
	struct week *w = self;
	struct export *e = w->e;
	struct day_hits *to;

	if (e->day.day != h->day || e->day.end_s == 0)
		e->day = zone_day_of(e->site.site->zone, h->day);
	if (h->hour < 0 || h->hour >= HOURS ||
	    e->day.start_s + h->hour * 3600 > e->now_s)
		return;
	to = &w->hour[civil_weekday(h->day)][h->hour];
	to->all += h->hits;
	if (span_eq(h->class, span_of(class_name(CLASS_ROBOT))))
		to->robots += h->hits;
	if (!span_eq(h->class, span_of(class_name(CLASS_HUMAN))))
		return;
	to->hits += h->hits;
	to->bytes += h->bytes;
	if (span_eq(h->outcome, span_of(outcome_name(OUTCOME_PAGE))))
		to->pages += h->hits;
}

/* Hours of usual days all have a row, those of longer ones where they have hits. */
static void
put_week(const struct week *w)
{
	struct rows *r = &w->e->rows;

	for (int d = 0; d < WEEKDAYS; d++) {
		for (int h = 0; h < HOURS; h++) {
			const struct day_hits *n = &w->hour[d][h];

			if (w->days[d] == 0 || (h >= 24 && n->all == 0))
				continue;
			rows_int(r, d + 1);
			rows_int(r, h);
			rows_int(r, w->days[d]);
			rows_int(r, n->hits);
			rows_int(r, n->pages);
			rows_int(r, n->bytes);
			rows_int(r, n->robots);
			rows_int(r, n->all);
			rows_end(r);
		}
	}
}

bool
export_weekdays_run(struct export *e, struct err *err)
{
	struct week w = { .e = e };
	struct days_hours_query q = { e->days, add_hour, &w };
	struct day_list list;
	int32_t until;

	/* Days whose hours are one sum have none. */
	if (!forget_until(&e->site, &until, err))
		return false;
	if (q.days.from <= until)
		q.days.from = until + 1;
	if (q.days.from > q.days.to)
		return true;
	if (!figures_days(&e->site, q.days, e->now_s, &list, err))
		return false;
	for (size_t i = 0; i < list.n; i++)
		w.days[civil_weekday(list.day[i].day)]++;
	mem_free(list.day);
	if (!days_hours(&e->site, &q, err))
		return false;
	put_week(&w);
	return true;
}

/* ---- distinct visitors ---- */

void
export_uniques_columns(struct export *e)
{
	export_column(e, "period");
	export_column(e, "from");
	export_column(e, "to");
	export_column(e, "days");
	export_column(e, "visitors");
	export_column(e, "error");
}

static bool
put_uniques(struct export *e, struct period days, bool month,
    struct err *err)
{
	struct civil c = civil_date(days.from);
	struct buf name = { 0 };
	struct period_uniques u;

	if (!period_uniques(&e->site, days, &u, err))
		return false;
	if (!u.known)
		return true;
	buf_printf(&name, "%04d", (int)c.year);
	if (month)
		buf_printf(&name, "-%02d", (int)c.month);
	rows_text(&e->rows, buf_view(&name));
	rows_day(&e->rows, days.from);
	rows_day(&e->rows, days.to);
	rows_int(&e->rows, u.days);
	rows_int(&e->rows, u.visitors);
	rows_int(&e->rows, u.error);
	rows_end(&e->rows);
	buf_close(&name);
	return true;
}

/* The first day of the next month, or year. */
static int32_t
next_start(int32_t day, bool month)
{
	struct civil c = civil_date(day);

	if (month)
		return civil_month_start(day) +
		    civil_month_days(c.year, c.month);
	return civil_day(c.year + 1, 1, 1);
}

static bool
put_all_uniques(struct export *e, struct period days, bool month,
    struct err *err)
{
	bool good = true;

	for (int32_t from = days.from; good && from <= days.to;) {
		int32_t next = next_start(from, month);
		int32_t to = next - 1 < days.to ? next - 1 : days.to;

		good = put_uniques(e, (struct period){ from, to }, month, err);
		from = next;
	}
	return good;
}

bool
export_uniques_run(struct export *e, struct err *err)
{
	struct period days = export_days(e);
	int32_t first;
	bool any;

	if (!days_first(&e->site, &any, &first, err))
		return false;
	if (!any)
		return true;
	/* Where no bound is given a period is whole, or as far as it has come. */
	if (days.from < first)
		days.from = e->days.from == INT32_MIN ?
		    civil_year_start(first) : first;
	return put_all_uniques(e, days, true, err) &&
	    put_all_uniques(e, days, false, err);
}

/* ---- response times ---- */

void
export_times_columns(struct export *e)
{
	export_day_column(e);
	export_column(e, "key");
	export_column(e, "hits");
	export_column(e, "p50_ms");
	export_column(e, "p95_ms");
	export_column(e, "p99_ms");
	export_column(e, "under_3s");
	export_column(e, "under_3s_permille");
}

static void
put_ms(struct rows *r, int64_t us)
{
	rows_int(r, (us + 500) / 1000);
}

static void
put_times(struct export *e, int32_t day, const struct tally *tally, size_t n)
{
	struct rows *r = &e->rows;

	for (int i = 0; i < PERIOD_TIMES__MAX; i++) {
		struct period_times t = period_times_of(tally, n,
		    (enum period_timed)i);

		if (t.hits == 0)
			continue;
		export_put_day(e, day);
		rows_text(r, span_of(period_times_name((enum period_timed)i)));
		rows_int(r, t.hits);
		put_ms(r, t.p50_us);
		put_ms(r, t.p95_us);
		put_ms(r, t.p99_us);
		rows_int(r, t.under);
		rows_int(r, t.under * 1000 / t.hits);
		rows_end(r);
	}
}

struct timing {
	struct export *e;
	int32_t day;
	struct tallies list;
};

static void
end_timing(struct timing *t)
{
	put_times(t->e, t->day, t->list.tally, t->list.n);
	arena_close(&t->list.arena);
	t->list.n = 0;
}

static void
add_bucket(void *self, int32_t day, const struct tally *bucket)
{
	struct timing *t = self;
	struct tallies *l = &t->list;

	if (l->n > 0 && day != t->day)
		end_timing(t);
	t->day = day;
	if (l->n == l->cap) {
		l->cap = l->cap * 2 + 64;
		l->tally = mem_grow(l->tally, l->cap, sizeof(*l->tally));
	}
	l->tally[l->n] = *bucket;
	l->tally[l->n++].key = (struct span){ arena_dup(&l->arena,
		bucket->key.p, bucket->key.n), bucket->key.n };
}

bool
export_times_run(struct export *e, struct err *err)
{
	struct timing t = { .e = e };
	struct tallies_query q = { DIM_TOOK, export_days(e), TALLY_HITS,
		(size_t)dim_info[DIM_TOOK].most + 1 };
	struct tallies_each each = { DIM_TOOK, q.days, add_bucket, &t };
	bool good = e->by_day ? tallies_each(&e->site, &each, err) :
	    tallies_list(&e->site, &q, &t.list, err);

	if (good && t.list.n > 0)
		end_timing(&t);
	tallies_close(&t.list);
	return good;
}

/* SPDX-License-Identifier: MIT */
#include "publish/show_load.h"

#include "aggregate/figures.h"
#include "common/civil.h"
#include "store/forget.h"

/* Enough for all browsers, whose shares are of their sum. */
enum { KEYS = 100, TOPS = 10 };

static bool
load_other(const struct store_site *s, struct show_loaded *l,
    struct show_other *o, struct day_list *then, struct err *err)
{
	const struct zone *zone = s->site->zone;
	int64_t now_s = l->show.f.now_s;

	if (!figures_days(s, o->days.then, now_s, then, err))
		return false;
	o->now = period_sum(&l->days, o->days.now, zone, now_s);
	o->then = period_sum(then, o->days.then, zone, now_s);
	o->any = period_covered(&o->now, o->days.now) &&
	    period_covered(&o->then, o->days.then);
	return !o->any ||
	    (period_uniques(s, o->days.now, &o->now_uniques, err) &&
	    period_uniques(s, o->days.then, &o->then_uniques, err));
}

static bool
load_others(const struct store_site *s, int32_t today, struct show_loaded *l,
    struct err *err)
{
	struct show_figures *f = &l->show;
	struct period before = period_before(f->kind, f->days);
	struct period year = period_year_before(f->kind, f->days);

	if (period_match(f->days, today, before, &f->before.days) &&
	    !load_other(s, l, &f->before, &l->then[0], err))
		return false;
	/* The year before a year is the period before. */
	return f->kind == PERIOD_KIND_YEAR ||
	    !period_match(f->days, today, year, &f->year.days) ||
	    load_other(s, l, &f->year, &l->then[1], err);
}

static void
add_hour(void *self, const struct day_hour *h)
{
	struct show_figures *f = self;

	if (h->hour >= 0 && h->hour < f->n_hours &&
	    span_eq(h->class, span_of(class_name(CLASS_HUMAN))) &&
	    span_eq(h->outcome, span_of(outcome_name(OUTCOME_PAGE))))
		f->hour_pages[h->hour] += h->hits;
}

static bool
load_hours(const struct store_site *s, struct show_figures *f,
    struct err *err)
{
	struct days_hours_query q = { f->days, add_hour, f };
	struct zone_day day = zone_day_of(s->site->zone, f->days.from);
	int64_t end_s = f->f.now_s < day.end_s ? f->f.now_s + 1 : day.end_s;
	int32_t until;

	if (!forget_until(s, &until, err))
		return false;
	if (f->days.from != f->days.to || f->days.from <= until)
		return true;
	f->n_hours = (int)((end_s - day.start_s + 3599) / 3600);
	if (f->n_hours > SHOW_HOURS)
		f->n_hours = SHOW_HOURS;
	return days_hours(s, &q, err);
}

static const struct report_top *
tops_of(struct show_loaded *l, const struct tallies *list,
    enum tally_count count)
{
	struct report_top *top = arena_new(&l->arena,
	    (list->n + 1) * sizeof(*top));

	for (size_t i = 0; i < list->n; i++)
		top[i] = (struct report_top){ list->tally[i].key.p,
			list->tally[i].n[count] };
	return top;
}

static bool
load_lists(const struct store_site *s, struct period days,
    struct show_loaded *l, struct err *err)
{
	struct tallies_query pages = { DIM_PAGE, days, TALLY_PAGES, TOPS };
	struct tallies_query entries = { DIM_ENTRY, days, TALLY_VISITS, TOPS };
	struct report_figures *f = &l->show.f;
	const struct tallies *took = &l->dims.of[DIM_TOOK];
	struct day_outcomes outcomes;

	if (!dims_load(s, days, KEYS, &l->dims, err) ||
	    !days_outcomes(s, days, &outcomes, err) ||
	    !tallies_list(s, &pages, &l->pages, err) ||
	    !tallies_list(s, &entries, &l->entries, err))
		return false;
	f->pages = tops_of(l, &l->pages, TALLY_PAGES);
	f->entries = tops_of(l, &l->entries, TALLY_VISITS);
	f->n_pages = l->pages.n;
	f->n_entries = l->entries.n;
	f->dims = &l->dims;
	memcpy(f->outcomes, outcomes.outcome, sizeof(f->outcomes));
	for (int t = 0; t < PERIOD_TIMES__MAX; t++)
		l->show.times[t] = period_times_of(took->tally, took->n,
		    (enum period_timed)t);
	return true;
}

static bool
load_days(const struct store_site *s, struct period days,
    struct show_loaded *l, struct err *err)
{
	struct report_figures *f = &l->show.f;

	if (!figures_days(s, days, f->now_s, &l->days, err))
		return false;
	f->day = l->days.day;
	f->n_days = l->days.n;
	l->show.sums = period_sum(&l->days, days, s->site->zone, f->now_s);
	return true;
}

/* What there is instead. */
static bool
load_known(const struct store_site *s, struct show_figures *f,
    struct err *err)
{
	struct day_list all;

	if (!figures_days(s, PERIOD_ALL, f->f.now_s, &all, err))
		return false;
	f->any_known = all.n > 0;
	if (all.n > 0)
		f->known = (struct period){ all.day[0].day,
			all.day[all.n - 1].day };
	mem_free(all.day);
	return true;
}

static struct period
month_of(int32_t day)
{
	struct civil c = civil_date(day);
	int32_t from = civil_month_start(day);

	return (struct period){ from,
		from + civil_month_days(c.year, c.month) - 1 };
}

static bool
load_period(const struct store_site *s, struct show_loaded *l, bool usual,
    struct err *err)
{
	struct show_figures *f = &l->show;
	int32_t today = zone_day_at(s->site->zone, f->f.now_s).day;
	struct period due = { f->days.from,
		f->days.to < today ? f->days.to : today };

	if (!load_days(s, due, l, err))
		return false;
	f->f.dims = &l->dims;
	if (f->f.n_days == 0) {
		if (!load_known(s, f, err))
			return false;
		if (!usual || !f->any_known)
			return true;
		mem_free(l->days.day);
		l->days = (struct day_list){ NULL, 0 };
		due = f->days = month_of(f->known.to);
		if (!load_days(s, due, l, err))
			return false;
	}
	f->running = f->days.to >= today;
	return load_lists(s, due, l, err) && load_hours(s, f, err) &&
	    period_uniques(s, due, &f->uniques, err) &&
	    load_others(s, today, l, err);
}

bool
show_load(const struct store_site *s, const struct show_when *when,
    int64_t now_s, struct show_loaded *out, struct err *err)
{
	*out = (struct show_loaded){ .show = { .kind = when->kind,
		.days = when->days, .f = { .site = s->site->name,
		.zone = s->site->zone, .now_s = now_s,
		.gap_s = s->site->visit_gap_s,
		.window_s = s->site->online_window_s } } };
	return load_period(s, out, when->usual, err);
}

void
show_close(struct show_loaded *l)
{
	mem_free(l->days.day);
	mem_free(l->then[0].day);
	mem_free(l->then[1].day);
	dims_close(&l->dims);
	tallies_close(&l->pages);
	tallies_close(&l->entries);
	arena_close(&l->arena);
}

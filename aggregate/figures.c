/* SPDX-License-Identifier: MIT */
#include "aggregate/figures.h"

#include "aggregate/visits.h"
#include "common/civil.h"
#include "common/mem.h"
#include "store/parts.h"

/* Spans without what lies ahead of the clock. */
static size_t
until(struct visit_span *s, size_t n, int64_t now_s)
{
	size_t k = 0;

	for (size_t i = 0; i < n; i++) {
		if (s[i].span.entry.at_s > now_s)
			continue;
		if (s[i].span.exit.at_s > now_s)
			s[i].span.exit.at_s = now_s;
		s[k++] = s[i];
	}
	return k;
}

struct today {
	struct zone_day day;
	struct day_visits v;
	struct hours_of_day hours;
	int64_t online, open;
};

struct asking {
	const struct store_site *s;
	struct parts_query q;
	int64_t now_s, as_of_s;
	struct visits_steps steps;
};

/* One slice of the visitors. */
static bool
add_slice(struct asking *a, struct today *out, struct err *err)
{
	struct visits_input in = { .gap_s = a->s->site->visit_gap_s,
		.window_s = a->s->site->online_window_s };
	struct parts p;

	if (!parts_load(a->s, &a->q, &p, err))
		return false;
	in.span = p.span;
	in.n = until(p.span, p.n, a->now_s);
	visits_add(&a->steps, &in, NULL);
	out->online += visits_online(&in, a->as_of_s);
	out->open += visits_running(&in, &out->day, a->as_of_s).open;
	parts_close(&p);
	return true;
}

static bool
derive_today(const struct store_site *s, int64_t now_s, int64_t as_of_s,
    struct today *out, struct err *err)
{
	struct zone_day day = zone_day_at(s->site->zone, now_s);
	struct zone_day seen = zone_day_at(s->site->zone,
	    as_of_s > 0 ? as_of_s : now_s);
	/* A day more: a visit of today's may go on there, within 26 h. */
	int32_t from = seen.day < day.day ? seen.day : day.day;
	int64_t since_s = zone_day_of(s->site->zone, from).start_s -
	    s->site->visit_gap_s;
	struct asking a = { s, { .sums = { 1, 0 }, .carried = true,
		.days = { zone_day_at(s->site->zone, since_s).day,
		    day.day + 1 }, .since_s = since_s,
		.only_after = INT32_MAX }, now_s, as_of_s, { .out = NULL } };
	struct today t = { .day = day };
	bool good = parts_slices(s, a.q.days, &a.q.slices, err);

	visits_begin(&a.steps, &(struct visits_days){ &t.day, 1,
	    &t.hours }, &t.v);
	for (; good && a.q.slice < a.q.slices; a.q.slice++)
		good = add_slice(&a, &t, err);
	visits_end(&a.steps);
	if (good)
		*out = t;
	return good;
}

bool
figures_days(const struct store_site *s, struct period days, int64_t now_s,
    struct day_list *out, struct err *err)
{
	int32_t today = zone_day_at(s->site->zone, now_s).day;
	struct today t;

	if (days.to > today)
		days.to = today;
	if (!days_list(s, days, now_s, out, err))
		return false;
	if (out->n == 0 || out->day[out->n - 1].day != today ||
	    out->day[out->n - 1].sealed)
		return true;
	if (!derive_today(s, now_s, now_s, &t, err)) {
		mem_free(out->day);
		return false;
	}
	out->day[out->n - 1].v = t.v;
	return true;
}

/* What is due by now: visits and who was online to the second, hits with their hour. */
static void
put_today(struct hours_of_day *h, const struct today *t, int64_t now_s)
{
	for (int i = 0; i < h->n; i++) {
		struct hour_figures *f = &h->hour[i];

		if (t->day.start_s + i * INT64_C(3600) > now_s)
			*f = (struct hour_figures){ 0 };
		f->visits = t->hours.hour[i].visits;
		f->online_s = t->hours.hour[i].online_s;
		f->peak = t->hours.hour[i].peak;
		f->peak_at_s = t->hours.hour[i].peak_at_s;
	}
}

bool
figures_hours(const struct store_site *s, struct period days, int64_t now_s,
    struct hours_list *out, struct err *err)
{
	int32_t today = zone_day_at(s->site->zone, now_s).day;
	struct hours_day *last;
	struct today t;

	if (days.to > today)
		days.to = today;
	if (!hours_list(s, days, out, err))
		return false;
	last = out->n > 0 ? &out->day[out->n - 1] : NULL;
	if (last == NULL || last->day != today || !last->whole ||
	    today <= s->sealed)
		return true;
	if (!derive_today(s, now_s, now_s, &t, err)) {
		mem_free(out->day);
		return false;
	}
	put_today(&last->hours, &t, now_s);
	return true;
}

static void
add(struct day_sums *to, const struct day_sums *from)
{
	to->visits += from->visits;
	to->visitor_days += from->visitor_days;
	to->pages += from->pages;
}

static bool
sum_today(const struct store_site *s, const struct today *t, int64_t now_s,
    struct day_sums *out, struct err *err)
{
	struct period day = { t->day.day, t->day.day };
	struct day_list list;

	if (!days_list(s, day, now_s, &list, err))
		return false;
	*out = (struct day_sums){ t->v.visits, t->v.visitors,
		list.n > 0 ? list.day[0].h.pages : 0 };
	mem_free(list.day);
	return true;
}

bool
figures_now(const struct store_site *s, const struct figures_when *when,
    struct figures_now *out, struct err *err)
{
	struct figures_now f = { .since_day = when->from_day,
		.has_since = true };
	struct today t;

	if (!derive_today(s, when->now_s, when->as_of_s, &t, err) ||
	    !sum_today(s, &t, when->now_s, &f.today, err))
		return false;
	if (when->from_day == INT32_MIN && !days_first(s, &f.has_since,
	    &f.since_day, err))
		return false;

	int32_t today = t.day.day;
	struct {
		int32_t from;
		struct day_sums *to;
	} sum[] = {
		{ civil_week_start(today), &f.week },
		{ civil_month_start(today), &f.month },
		{ civil_year_start(today), &f.year },
		{ when->from_day, &f.counted },
	};

	f.online = t.online;
	f.open = t.open;
	if (!days_sum(s, (struct period){ today - 1, today - 1 },
	    &f.yesterday, err))
		return false;
	for (size_t i = 0; i < sizeof(sum) / sizeof(*sum); i++) {
		if (!days_sum(s, (struct period){ sum[i].from, today - 1 },
		    sum[i].to, err))
			return false;
		if (sum[i].from <= today)
			add(sum[i].to, &f.today);
	}
	*out = f;
	return true;
}

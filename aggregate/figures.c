/* SPDX-License-Identifier: MIT */
#include "aggregate/figures.h"

#include "aggregate/derive.h"
#include "common/civil.h"
#include "common/mem.h"

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
	int64_t online, open;
};

static bool
derive_today(struct db *db, const struct store_site *s, int64_t now_s,
    int64_t as_of_s, struct today *out, struct err *err)
{
	struct visits_input in = { .gap_s = s->site->visit_gap_s,
		.window_s = s->site->online_window_s };
	struct zone_day day = zone_day_at(s->site->zone, now_s);
	struct zone_day seen = zone_day_at(s->site->zone,
	    as_of_s > 0 ? as_of_s : now_s);
	struct visit_span *span;
	size_t n;

	/* A day more: a visit of today's may go on there, within 26 h. */
	if (!derive_spans(db, s, seen.day < day.day ? seen.day : day.day,
	    day.day + 1, &span, &n, err))
		return false;
	in.span = span;
	in.n = until(span, n, now_s);
	out->day = day;
	visits_derive(&in, &(struct visits_days){ &day, 1 }, &out->v, NULL);
	out->online = visits_online(&in, as_of_s);
	out->open = visits_running(&in, &day, as_of_s).open;
	mem_free(span);
	return true;
}

bool
figures_days(struct db *db, const struct store_site *s, int32_t from,
    int32_t to, int64_t now_s, struct day_figures **out, size_t *n,
    struct err *err)
{
	int32_t today = zone_day_at(s->site->zone, now_s).day;
	struct today t;

	if (to > today)
		to = today;
	if (!days_list(db, s, from, to, now_s, out, n, err))
		return false;
	if (*n == 0 || (*out)[*n - 1].day != today || (*out)[*n - 1].sealed)
		return true;
	if (!derive_today(db, s, now_s, now_s, &t, err)) {
		mem_free(*out);
		return false;
	}
	(*out)[*n - 1].v = t.v;
	return true;
}

static void
add(struct day_sums *to, const struct day_sums *from)
{
	to->visits += from->visits;
	to->visitor_days += from->visitor_days;
	to->pages += from->pages;
}

/* The days from..yesterday, and today. */
static bool
sum_from(struct db *db, const struct store_site *s, int32_t from,
    int32_t today, const struct day_sums *now, struct day_sums *out,
    struct err *err)
{
	if (!days_sum(db, s, from, today - 1, out, err))
		return false;
	if (from <= today)
		add(out, now);
	return true;
}

static bool
sum_today(struct db *db, const struct store_site *s, const struct today *t,
    int64_t now_s, struct day_sums *out, struct err *err)
{
	struct day_figures *f;
	size_t n;

	if (!days_list(db, s, t->day.day, t->day.day, now_s, &f, &n, err))
		return false;
	*out = (struct day_sums){ t->v.visits, t->v.visitors,
		n > 0 ? f[0].h.pages : 0 };
	mem_free(f);
	return true;
}

bool
figures_now(struct db *db, const struct store_site *s, int64_t now_s,
    int64_t as_of_s, int32_t from_day, struct figures_now *out,
    struct err *err)
{
	struct figures_now f = { .since_day = from_day, .has_since = true };
	struct today t;

	if (!derive_today(db, s, now_s, as_of_s, &t, err) ||
	    !sum_today(db, s, &t, now_s, &f.today, err))
		return false;
	if (from_day == INT32_MIN && !days_first(db, s, &f.has_since,
	    &f.since_day, err))
		return false;

	int32_t today = t.day.day;

	f.online = t.online;
	f.open = t.open;
	if (!days_sum(db, s, today - 1, today - 1, &f.yesterday, err) ||
	    !sum_from(db, s, civil_week_start(today), today, &f.today,
	    &f.week, err) ||
	    !sum_from(db, s, civil_month_start(today), today, &f.today,
	    &f.month, err) ||
	    !sum_from(db, s, civil_year_start(today), today, &f.today,
	    &f.year, err) ||
	    !sum_from(db, s, from_day, today, &f.today, &f.counted, err))
		return false;
	*out = f;
	return true;
}

/* SPDX-License-Identifier: MIT */
#include "publish/review_inside.h"

#include "common/civil.h"
#include "store/ledger.h"

/* ---- days ---- */

static int
hours_of(const struct zone_day *d)
{
	int64_t hours = (d->end_s - d->start_s + 3599) / 3600;

	return hours < REVIEW_HOURS ? (int)hours : REVIEW_HOURS;
}

static void
begin_day(const struct review *r, int32_t day, struct review_day *out)
{
	struct zone_day d = zone_day_of(r->site->zone, day);

	*out = (struct review_day){ .day = day,
		.holiday = holidays_on(r->site->holidays, day),
		.working = holidays_working(r->site->holidays, day),
		.ahead = d.start_s > r->now_s,
		.running = d.start_s <= r->now_s && r->now_s < d.end_s,
		.n_hours = hours_of(&d),
		.visits = REVIEW_NONE, .pages = REVIEW_NONE,
		.people = REVIEW_NONE, .robots = REVIEW_NONE,
		.others = REVIEW_NONE };
	out->partial = out->running;
	for (int h = 0; h < REVIEW_HOURS; h++)
		out->hour[h] = (struct review_hour){ d.start_s +
		    (h + 1) * INT64_C(3600) > r->now_s ? CHART_AHEAD :
		    CHART_NO_LOG,
		    review_clock(r->site->zone, d.start_s + h * INT64_C(3600)),
		    REVIEW_NONE, REVIEW_NONE, REVIEW_NONE };
}

static void
take_figures(struct review_day *to, const struct day_figures *f)
{
	to->f = f;
	to->visits = f->v.visits;
	to->pages = f->h.pages;
	to->people = f->h.hits;
	to->robots = f->h.robots;
	to->others = f->h.all - f->h.hits - f->h.robots;
}

static void
make_days(struct review *r)
{
	const struct day_list *list = &r->show.days;
	int64_t n = (int64_t)r->days.to - r->days.from + 1;
	size_t at = 0;

	if (n < 1 || n > REVIEW_DAYS)
		return;
	r->n_days = (size_t)n;
	r->day = arena_new(&r->arena, r->n_days * sizeof(*r->day));
	for (size_t i = 0; i < r->n_days; i++) {
		int32_t day = r->days.from + (int32_t)i;

		begin_day(r, day, &r->day[i]);
		while (at < list->n && list->day[at].day < day)
			at++;
		if (at < list->n && list->day[at].day == day)
			take_figures(&r->day[i], &list->day[at]);
	}
}

/* ---- the whole ---- */

/* What the last run noted: "NAME sha256:HASH" of its robot list, its version. */
static bool
load_run(const struct store_site *s, struct review *r, struct err *err)
{
	struct report_figures *f = &r->show.show.f;
	struct ledger_last last;
	char *text, *blank;

	if (!ledger_run_last(s->db, &last, err))
		return false;
	if (!last.any)
		return true;
	memcpy(r->version, last.version, sizeof(r->version));
	text = arena_dup(&r->arena, last.robots, strlen(last.robots));
	blank = strchr(text, ' ');
	f->robots = text;
	if (blank != NULL) {
		*blank++ = '\0';
		f->robots_sha256 = strncmp(blank, "sha256:", 7) == 0 ?
		    blank + 7 : blank;
	}
	return true;
}

static void
take_period(struct review *r)
{
	int32_t today = zone_day_at(r->site->zone, r->now_s).day;

	r->days = r->show.show.days;
	r->due = (struct period){ r->days.from,
		r->days.to < today ? r->days.to : today };
	r->working_days = holidays_working_days(r->site->holidays, r->due);
	r->holidays_known = holidays_known(r->site->holidays, r->days.from) &&
	    holidays_known(r->site->holidays, r->days.to);
}

bool
review_load(const struct store_site *s, const struct review_query *q,
    struct review *out, struct err *err)
{
	struct show_when when = { q->kind, q->days, q->usual };

	*out = (struct review){ .site = s->site, .now_s = q->now_s,
		.public = q->public };
	if (!show_load(s, &when, q->now_s, &out->show, err))
		return false;
	take_period(out);
	out->kind = q->usual && out->show.show.days.from != q->days.from ?
	    PERIOD_KIND_MONTH : q->kind;
	make_days(out);
	if (!load_run(s, out, err) || !review_hours(s, out, err) ||
	    !review_times(s, out, err) || !review_months(s, out, err) ||
	    !review_sources(s, out, err) || !review_lists(s, out, err) ||
	    !review_total(s, out, err) || (q->public &&
	    !review_suppress(s, out, err)))
		return false;
	review_cover(out);
	review_means(out);
	return true;
}

void
review_close(struct review *r)
{
	show_close(&r->show);
	arena_close(&r->arena);
	*r = (struct review){ 0 };
}

/* ---- a file's name ---- */

static void
put_day(struct buf *out, int32_t day)
{
	struct civil c = civil_date(day);

	buf_printf(out, "%04d-%02d-%02d", (int)c.year, (int)c.month,
	    (int)c.day);
}

/* ISO 8601: a week is of the year that its Thursday lies in. */
static void
put_week(struct buf *out, int32_t monday)
{
	int32_t year = civil_date(monday + 3).year;
	int32_t first = civil_week_start(civil_day(year, 1, 4));

	buf_printf(out, "%04d-W%02d", (int)year, (int)(monday - first) / 7 + 1);
}

static bool
is_quarter(struct period p)
{
	struct civil a = civil_date(p.from), b = civil_date(p.to + 1);

	return a.day == 1 && a.month % 3 == 1 && b.day == 1 &&
	    (b.year - a.year) * 12 + b.month - a.month == 3;
}

void
review_name(enum period_kind kind, struct period days, struct buf *out)
{
	struct civil c = civil_date(days.from);

	switch (kind) {
	case PERIOD_KIND_DAY:
		put_day(out, days.from);
		return;
	case PERIOD_KIND_WEEK:
		put_week(out, days.from);
		return;
	case PERIOD_KIND_MONTH:
		buf_printf(out, "%04d-%02d", (int)c.year, (int)c.month);
		return;
	case PERIOD_KIND_YEAR:
		buf_printf(out, "%04d", (int)c.year);
		return;
	case PERIOD_KIND_RANGE:
		break;
	}
	if (is_quarter(days)) {
		buf_printf(out, "%04d-Q%d", (int)c.year, (c.month + 2) / 3);
		return;
	}
	put_day(out, days.from);
	buf_putc(out, '_');
	put_day(out, days.to);
}

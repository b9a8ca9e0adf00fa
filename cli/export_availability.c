/* SPDX-License-Identifier: MIT */
/* export_availability.c -- the hours: was the site served, who came, who was online. */
#include "cli/export.h"
#include "cli/site_hours.h"
#include "common/stamp.h"

void
export_availability_columns(struct export *e)
{
	static const char *const name[] = { "day", "hour", "begins", "state",
		"requests", "server_errors", "bad_minutes", "visits",
		"online_seconds", "online_peak", "online_peak_at" };

	for (size_t i = 0; i < sizeof(name) / sizeof(*name); i++)
		export_column(e, name[i]);
}

static void
put_instant(struct export *e, int64_t at_s)
{
	struct buf at = { 0 };

	stamp_put(&at, e->site.site->zone, at_s);
	rows_text(&e->rows, buf_view(&at));
	buf_close(&at);
}

static void
put_visits(struct export *e, const struct hour_figures *f)
{
	rows_int(&e->rows, f->visits);
	rows_int(&e->rows, f->online_s);
	rows_int(&e->rows, f->peak);
	if (f->peak > 0)
		put_instant(e, f->peak_at_s);
	else
		rows_none(&e->rows);
}

static void
put_none(struct export *e, int n)
{
	for (int i = 0; i < n; i++)
		rows_none(&e->rows);
}

static void
put_figures(struct export *e, const struct hours_day *d, int hour)
{
	const struct hour_figures *f;

	if (d == NULL || hour >= d->hours.n) {
		put_none(e, 7);
		return;
	}
	f = &d->hours.hour[hour];
	rows_int(&e->rows, f->hits);
	rows_int(&e->rows, f->errors);
	if (f->flags & HOUR_UNTOLD)
		rows_none(&e->rows);
	else
		rows_int(&e->rows, __builtin_popcountll(f->bad));
	if (d->whole)
		put_visits(e, f);
	else
		put_none(e, 4);
}

static void
put_day(struct export *e, const struct availability_day *a,
    const struct hours_day *d)
{
	int64_t start_s = zone_day_of(e->site.site->zone, a->day).start_s;

	for (int i = 0; i < a->n; i++) {
		enum availability_state state = (enum availability_state)
		    a->state[i];

		if (start_s + i * INT64_C(3600) > e->now_s)
			break;
		rows_day(&e->rows, a->day);
		rows_int(&e->rows, i);
		put_instant(e, start_s + i * INT64_C(3600));
		rows_text(&e->rows, span_of(availability_name(state)));
		put_figures(e, d, i);
		rows_end(&e->rows);
	}
}

bool
export_availability_run(struct export *e, struct err *err)
{
	struct site_hours_query q = { e->at, e->days, e->now_s };
	struct site_hours h;
	bool any;
	int32_t first;

	if (!days_first(&e->site, &any, &first, err))
		return false;
	if (!any)
		return true;
	if (q.days.from < first)
		q.days.from = first;
	if (!site_hours_load(e->w, &q, &h, err))
		return false;
	for (size_t i = 0, k = 0; i < h.availability.n_days; i++) {
		const struct availability_day *a = &h.availability.day[i];

		while (k < h.hours.n && h.hours.day[k].day < a->day)
			k++;
		put_day(e, a, k < h.hours.n && h.hours.day[k].day == a->day ?
		    &h.hours.day[k] : NULL);
	}
	site_hours_close(&h);
	return true;
}

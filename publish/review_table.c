/* SPDX-License-Identifier: MIT */
#include "publish/review_table.h"

static const struct {
	const char *name;
	enum message title;
	void (*columns)(struct sheet *t, enum dim dim);
	void (*rows)(const struct review *r, struct sheet *t, enum dim dim);
} fixed[] = {
#define X(id, name, title)                                                     \
	{ name, MSG_##title, review_##id##_columns, review_##id##_rows },
	REVIEW_FIGURES_TABLE(X)
	REVIEW_BASIS_TABLE(X)
#undef X
};
enum {
#define X(id, name, title) FIGURES_##id,
	REVIEW_FIGURES_TABLE(X)
#undef X
	FIGURES, FIXED = sizeof(fixed) / sizeof(*fixed)
};

/* First the figures, then by key, then what they rest on. */
bool
review_table(size_t i, struct review_table *out)
{
	size_t keyed = 0;
	const struct dims_row *row;

	while (dims_row(keyed) != NULL)
		keyed++;
	if (i >= FIGURES && i < FIGURES + keyed) {
		row = dims_row(i - FIGURES);
		*out = (struct review_table){ row->name,
			review_dim_title(row->dim), review_dim_columns,
			review_dim_rows, row->dim };
		return true;
	}
	i -= i < FIGURES ? 0 : keyed;
	if (i >= FIXED)
		return false;
	*out = (struct review_table){ fixed[i].name, fixed[i].title,
		fixed[i].columns, fixed[i].rows, (enum dim)0 };
	return true;
}

void
review_table_run(const struct review *r, const struct review_table *what,
    struct sheet *t)
{
	t->n = t->at = 0;
	what->columns(t, what->dim);
	what->rows(r, t, what->dim);
}

void
review_columns(struct sheet *t, const struct review_heads *heads)
{
	for (; heads->name != NULL; heads++)
		sheet_column(t, heads->name, heads->head, heads->kind);
}

/* ---- days ---- */

static const struct review_heads day_heads[] = {
	{ "day", MSG_COLUMN_DAY, SHEET_DAY },
	{ "state", MSG_HEAD_STATE, SHEET_WORD },
	{ "working", MSG_HEAD_WORKING, SHEET_YES },
	{ "holiday", MSG_HEAD_HOLIDAY, SHEET_TEXT },
	{ "partial", MSG_HEAD_PARTIAL, SHEET_YES },
	{ "unknown_hours", MSG_HEAD_HOURS_UNKNOWN, SHEET_COUNT },
	{ "visits", MSG_REPORT_VISITS, SHEET_COUNT },
	{ "visitors", MSG_HEAD_VISITORS, SHEET_COUNT },
	{ "pages", MSG_REPORT_PAGES, SHEET_COUNT },
	{ "hits", MSG_REPORT_HITS, SHEET_COUNT },
	{ "bytes", MSG_HEAD_BYTES, SHEET_BYTES },
	{ "bounces", MSG_HEAD_BOUNCES, SHEET_COUNT },
	{ "online_seconds", MSG_HEAD_ONLINE_S, SHEET_COUNT },
	{ "online_peak", MSG_REPORT_PEAK, SHEET_COUNT },
	{ "online_peak_at", MSG_HEAD_PEAK_AT, SHEET_STAMP },
	{ "robot_hits", MSG_HEAD_ROBOT_HITS, SHEET_COUNT },
	{ "rest_hits", MSG_HEAD_REST_HITS, SHEET_COUNT },
	{ "error_hits", MSG_HEAD_ERRORS, SHEET_COUNT },
	{ "all_hits", MSG_HEAD_ALL_HITS, SHEET_COUNT },
	{ "uncertain_visits", MSG_HEAD_UNCERTAIN, SHEET_COUNT },
	{ "p50_ms", MSG_HEAD_P50, SHEET_MS },
	{ "p95_ms", MSG_HEAD_P95, SHEET_MS },
	{ "p99_ms", MSG_HEAD_P99, SHEET_MS },
	{ NULL, MSG__MAX, SHEET_COUNT }
};

void
review_days_columns(struct sheet *t, enum dim dim)
{
	(void)dim;
	review_columns(t, day_heads);
}

static void
put_state(struct sheet *t, const struct review_day *d)
{
	const char *word = d->ahead ? "ahead" : d->f == NULL ? "none" :
	    d->f->sealed ? "sealed" : "open";
	enum message shown = d->ahead ? MSG_STATE_AHEAD : d->f == NULL ?
	    MSG_STATE_NONE : d->f->sealed ? MSG_STATE_SEALED : MSG_STATE_OPEN;

	sheet_word(t, word, message(t->lang, shown));
}

static int64_t
unknown_hours(const struct review_day *d)
{
	int64_t n = 0;

	for (int h = 0; h < d->n_hours; h++)
		n += d->hour[h].state == CHART_NO_LOG;
	return n;
}

static void
put_ms(struct sheet *t, const struct period_times *times, int64_t us)
{
	sheet_int(t, times->hits > 0 ? (us + 500) / 1000 : REVIEW_NONE);
}

/* Of a day without lines: 0 if it is known to have been quiet. */
static void
put_figure(struct sheet *t, const struct review_day *d, int64_t n)
{
	sheet_int(t, d->f != NULL ? n : d->visits == 0 ? 0 : REVIEW_NONE);
}

static void
put_day(struct sheet *t, const struct review_day *d)
{
	static const struct day_figures none = { .day = 0 };
	const struct day_figures *f = d->f != NULL ? d->f : &none;

	sheet_int(t, d->day);
	put_state(t, d);
	sheet_int(t, d->working);
	if (d->holiday != NULL)
		sheet_text(t, span_of(holiday_name(d->holiday, t->lang)));
	else
		sheet_none(t);
	sheet_int(t, d->partial);
	sheet_int(t, d->hours_known && !d->ahead ? unknown_hours(d) :
	    REVIEW_NONE);
	sheet_int(t, d->visits);
	put_figure(t, d, f->v.visitors);
	sheet_int(t, d->pages);
	put_figure(t, d, f->h.hits);
	put_figure(t, d, f->h.bytes);
	put_figure(t, d, f->v.bounces);
	put_figure(t, d, f->v.online_s);
	put_figure(t, d, f->v.online_peak);
	sheet_int(t, f->v.online_peak > 0 ? f->v.online_peak_at_s :
	    REVIEW_NONE);
	sheet_int(t, d->robots);
	sheet_int(t, d->others);
	put_figure(t, d, f->h.errors);
	put_figure(t, d, f->h.all);
	put_figure(t, d, f->v.doubt_visits);
	put_ms(t, &d->times, d->times.p50_us);
	put_ms(t, &d->times, d->times.p95_us);
	put_ms(t, &d->times, d->times.p99_us);
	sheet_end(t);
}

void
review_days_rows(const struct review *r, struct sheet *t, enum dim dim)
{
	(void)dim;
	for (size_t i = 0; i < r->n_days; i++)
		put_day(t, &r->day[i]);
}

/* ---- hours ---- */

static const struct review_heads hour_heads[] = {
	{ "day", MSG_COLUMN_DAY, SHEET_DAY },
	{ "hour", MSG_COLUMN_HOUR, SHEET_COUNT },
	{ "state", MSG_HEAD_STATE, SHEET_WORD },
	{ "visits", MSG_REPORT_VISITS, SHEET_COUNT },
	{ "online_seconds", MSG_HEAD_ONLINE_S, SHEET_COUNT },
	{ "online_peak", MSG_REPORT_PEAK, SHEET_COUNT },
	{ NULL, MSG__MAX, SHEET_COUNT }
};

static const struct {
	const char *word;
	enum message shown;
} states[] = {
	[CHART_SERVED] = { "served", MSG_STATE_SERVED },
	[CHART_QUIET] = { "quiet", MSG_STATE_QUIET },
	[CHART_ERRORS] = { "errors", MSG_STATE_ERRORS },
	[CHART_DOWN] = { "down", MSG_STATE_DOWN },
	[CHART_NO_LOG] = { "unknown", MSG_STATE_UNKNOWN },
	[CHART_AHEAD] = { "ahead", MSG_STATE_AHEAD },
};

void
review_hours_columns(struct sheet *t, enum dim dim)
{
	(void)dim;
	review_columns(t, hour_heads);
}

void
review_hours_rows(const struct review *r, struct sheet *t, enum dim dim)
{
	(void)dim;
	for (size_t i = 0; r->hours_known && i < r->n_days; i++) {
		const struct review_day *d = &r->day[i];

		for (int h = 0; h < d->n_hours; h++) {
			const struct review_hour *at = &d->hour[h];

			if (at->state == CHART_AHEAD)
				continue;
			sheet_int(t, d->day);
			sheet_int(t, h);
			sheet_word(t, states[at->state].word,
			    message(t->lang, states[at->state].shown));
			sheet_int(t, at->visits);
			sheet_int(t, at->online_s);
			sheet_int(t, at->peak);
			sheet_end(t);
		}
	}
}

/* ---- weekdays ---- */

static const struct review_heads weekday_heads[] = {
	{ "weekday", MSG_COLUMN_WEEKDAY, SHEET_WORD },
	{ "hour", MSG_COLUMN_HOUR, SHEET_COUNT },
	{ "days", MSG_REPORT_COLUMN_DAYS, SHEET_COUNT },
	{ "mean_visits_hundredths", MSG_HEAD_MEAN_VISITS, SHEET_HUNDREDTHS },
	{ NULL, MSG__MAX, SHEET_COUNT }
};

void
review_weekdays_columns(struct sheet *t, enum dim dim)
{
	(void)dim;
	review_columns(t, weekday_heads);
}

void
review_weekdays_rows(const struct review *r, struct sheet *t, enum dim dim)
{
	static const char *const number[] = { "1", "2", "3", "4", "5", "6",
		"7" };

	(void)dim;
	for (int w = 0; r->week.known && w < 7; w++) {
		for (int h = 0; h < CHART_HOURS; h++) {
			sheet_word(t, number[w], message(t->lang,
			    (enum message)(MSG_MONDAY + w)));
			sheet_int(t, h);
			sheet_int(t, r->week.days_of[w][h]);
			sheet_int(t, r->week.mean[w][h]);
			sheet_end(t);
		}
	}
}

/* ---- months ---- */

static const struct review_heads month_heads[] = {
	{ "month", MSG_COLUMN_MONTH, SHEET_TEXT },
	{ "visits", MSG_REPORT_VISITS, SHEET_COUNT },
	{ "visitors", MSG_HEAD_VISITORS, SHEET_COUNT },
	{ "pages", MSG_REPORT_PAGES, SHEET_COUNT },
	{ "days", MSG_HEAD_DAYS_WITH_LINES, SHEET_COUNT },
	{ "partial", MSG_HEAD_PARTIAL, SHEET_YES },
	{ NULL, MSG__MAX, SHEET_COUNT }
};

void
review_months_columns(struct sheet *t, enum dim dim)
{
	(void)dim;
	review_columns(t, month_heads);
}

void
review_months_rows(const struct review *r, struct sheet *t, enum dim dim)
{
	(void)dim;
	for (size_t i = 0; i < r->n_months; i++) {
		const struct review_month *m = &r->month[i];
		struct buf text = { 0 };

		buf_printf(&text, "%04d-%02d", m->year, m->month);
		sheet_text(t, buf_view(&text));
		sheet_int(t, m->visits);
		sheet_int(t, m->visitor_days);
		sheet_int(t, m->pages);
		sheet_int(t, m->days_with_lines);
		sheet_int(t, m->partial);
		sheet_end(t);
		buf_close(&text);
	}
}

/* ---- response times ---- */

static const struct review_heads times_heads[] = {
	{ "key", MSG_HEAD_OF_WHAT, SHEET_WORD },
	{ "hits", MSG_REPORT_HITS, SHEET_COUNT },
	{ "p50_ms", MSG_HEAD_P50, SHEET_MS },
	{ "p95_ms", MSG_HEAD_P95, SHEET_MS },
	{ "p99_ms", MSG_HEAD_P99, SHEET_MS },
	{ "under_3s", MSG_WEB_UNDER, SHEET_COUNT },
	{ "under_3s_permille", MSG_HEAD_UNDER_SHARE, SHEET_PERMILLE },
	{ NULL, MSG__MAX, SHEET_COUNT }
};

void
review_times_columns(struct sheet *t, enum dim dim)
{
	(void)dim;
	review_columns(t, times_heads);
}

void
review_times_rows(const struct review *r, struct sheet *t, enum dim dim)
{
	static const enum message shown[] = { MSG_TIMED_PAGES, MSG_TIMED_HITS,
		MSG_TIMED_ALL };

	(void)dim;
	for (int i = 0; i < PERIOD_TIMES__MAX; i++) {
		const struct period_times *p = &r->show.show.times[i];

		if (p->hits == 0)
			continue;
		sheet_word(t, period_times_name((enum period_timed)i),
		    message(t->lang, shown[i]));
		sheet_int(t, p->hits);
		put_ms(t, p, p->p50_us);
		put_ms(t, p, p->p95_us);
		put_ms(t, p, p->p99_us);
		sheet_int(t, p->under);
		sheet_int(t, (int64_t)((__extension__ (__int128)p->under) *
		    1000 / p->hits));
		sheet_end(t);
	}
}

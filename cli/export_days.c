/* SPDX-License-Identifier: MIT */
/* export_days.c -- days, hours and the ledger as they are kept. */
#include "aggregate/figures.h"
#include "cli/export.h"
#include "cli/history.h"
#include "common/mem.h"
#include "common/stamp.h"
#include "store/forget.h"
#include "store/ledger.h"
#include "store/lists.h"

/* All are integers; the peak's instant follows the peak. */
#define DAY_COLUMNS(X, PEAK_AT)                                                \
	X("hits", h.hits)                                                      \
	X("pages", h.pages)                                                    \
	X("bytes", h.bytes)                                                    \
	X("visits", v.visits)                                                  \
	X("visitors", v.visitors)                                              \
	X("bounces", v.bounces)                                                \
	X("visit_pages", v.views)                                              \
	X("timed_visits", v.timed)                                             \
	X("timed_seconds", v.timed_s)                                          \
	X("online_seconds", v.online_s)                                        \
	X("online_peak", v.online_peak)                                        \
	PEAK_AT("online_peak_at")                                              \
	X("carried_pages", v.carried)                                          \
	X("joined_visits", joined)                                             \
	X("robot_hits", h.robots)                                              \
	X("error_hits", h.errors)                                              \
	X("all_hits", h.all)                                                   \
	X("uncertain_visitors", v.doubt_visitors)                              \
	X("uncertain_visits", v.doubt_visits)                                  \
	X("uncertain_pages", v.doubt_pages)

void
export_days_columns(struct export *e)
{
	export_column(e, "day");
	export_column(e, "state");
#define X(name, field) export_column(e, name);
#define PEAK_AT(name) export_column(e, name);
	DAY_COLUMNS(X, PEAK_AT)
#undef PEAK_AT
#undef X
}

void
export_hours_columns(struct export *e)
{
	export_column(e, "day");
	export_column(e, "hour");
	export_column(e, "class");
	export_column(e, "outcome");
	export_column(e, "hits");
	export_column(e, "bytes");
}

void
export_ledger_columns(struct export *e)
{
	export_column(e, "path");
	export_column(e, "stream");
	export_column(e, "site");
	export_column(e, "day");
	export_column(e, "class");
	export_column(e, "lines");
}

static void
put_peak_at(struct export *e, const struct day_figures *d)
{
	struct buf at = { 0 };

	if (d->v.online_peak > 0) {
		stamp_put(&at, e->site.site->zone, d->v.online_peak_at_s);
		rows_text(&e->rows, buf_view(&at));
	} else {
		rows_none(&e->rows);
	}
	buf_close(&at);
}

static void
put_day(struct export *e, const struct day_figures *d)
{
	struct rows *r = &e->rows;

	rows_day(r, d->day);
	rows_text(r, span_of(d->sealed ? "sealed" : "open"));
#define X(name, field) rows_int(r, d->field);
#define PEAK_AT(name) put_peak_at(e, d);
	DAY_COLUMNS(X, PEAK_AT)
#undef PEAK_AT
#undef X
	rows_end(r);
}

bool
export_days_run(struct export *e, struct err *err)
{
	struct day_list list;

	if (!figures_days(&e->site, e->days,
	    e->now_s, &list, err))
		return false;
	for (size_t i = 0; i < list.n; i++)
		put_day(e, &list.day[i]);
	mem_free(list.day);
	return true;
}

static void
put_hour(void *self, const struct day_hour *h)
{
	struct export *e = self;
	struct rows *r = &e->rows;

	if (e->day.day != h->day || e->day.end_s == 0)
		e->day = zone_day_of(e->site.site->zone, h->day);
	/* Lines ahead of the clock are not published until they are due. */
	if (e->day.start_s + h->hour * 3600 > e->now_s)
		return;
	rows_day(r, h->day);
	rows_int(r, h->hour);
	rows_text(r, h->class);
	rows_text(r, h->outcome);
	rows_int(r, h->hits);
	rows_int(r, h->bytes);
	rows_end(r);
}

bool
export_hours_run(struct export *e, struct err *err)
{
	struct days_hours_query q = { e->days, put_hour, e };
	int32_t until;

	/* Of what was forgotten there is one sum a day: no hour. */
	if (!forget_until(&e->site, &until, err))
		return false;
	if (q.days.from <= until)
		q.days.from = until + 1;
	return days_hours(&e->site, &q, err);
}

static void
put_entry(void *self, const struct ledger_entry *l)
{
	struct export *e = self;
	struct rows *r = &e->rows;

	rows_text(r, l->path);
	rows_int(r, l->stream);
	if (l->site.n > 0)
		rows_text(r, l->site);
	else
		rows_none(r);
	if (l->day != INT32_MIN)
		rows_day(r, l->day);
	else
		rows_none(r);
	rows_text(r, l->class);
	rows_int(r, l->lines);
	rows_end(r);
}

bool
export_ledger_run(struct export *e, struct err *err)
{
	struct ledger_query q = { e->site.site != NULL ? &e->site : NULL,
		e->days, put_entry, e };

	return ledger_list(e->db, &q, err);
}

void
export_lists_columns(struct export *e)
{
	export_column(e, "day");
	export_column(e, "kind");
	export_column(e, "name");
	export_column(e, "version");
	export_column(e, "sha256");
}

static void
put_list(void *self, const struct list_entry *l)
{
	struct rows *r = &((struct export *)self)->rows;

	rows_day(r, l->day);
	rows_text(r, l->kind);
	rows_text(r, l->name);
	rows_text(r, l->version);
	rows_text(r, l->sha256);
	rows_end(r);
}

bool
export_lists_run(struct export *e, struct err *err)
{
	struct lists_query q = { e->days, put_list, e };

	return lists_each(&e->site, &q, err);
}

void
export_history_columns(struct export *e)
{
	for (int i = 0; i < (int)HISTORY_COLUMNS; i++)
		export_column(e, history_column[i]);
}

bool
export_history_run(struct export *e, struct err *err)
{
	return history_export(&e->site, e->days, &e->rows, err);
}

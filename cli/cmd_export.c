/* SPDX-License-Identifier: MIT */
/* cmd_export.c -- figures for other programs: days, hours, and where each line went. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "aggregate/figures.h"
#include "cli/history.h"
#include "cli/rows.h"
#include "cli/workplace.h"
#include "common/mem.h"
#include "common/stamp.h"
#include "store/forget.h"
#include "store/ledger.h"
#include "store/lists.h"

static const struct option_set set = {
	.command = "export",
	.options = OPTION_BIT(CONFIG) | OPTION_BIT(SITE) | OPTION_BIT(FROM) |
	    OPTION_BIT(TO) | OPTION_BIT(MONTH) | OPTION_BIT(JSON) |
	    OPTION_BIT(CSV) | OPTION_BIT(NOW),
	.usage = "days|hours|ledger|history|lists [-c FILE] [options]",
	.about = "Figures as CSV (the default) or JSON: UTF-8, ISO dates, plain "
	    "integers.\n"
	    "days:   the figures of each day with lines: human hits, pages and "
	    "bytes; visits that\n        start in it; robots' and failed hits "
	    "beside them.\n"
	    "hours:  hits and bytes by hour since local midnight, class and "
	    "outcome.\n"
	    "ledger: where each line read went, by log, site, day and class; "
	    "of all sites unless\n        --site is said; lines that have no "
	    "counted day always.\n"
	    "history: months of older tools, the revision of each that holds.\n"
	    "lists:  what the lines of each day were judged by: lists of robots, "
	    "of sources, of\n        countries, with their hashes.",
	.examples = "  truycap export days -c truycap.conf --month 2026-10\n"
	    "  truycap export hours --site skhcn --from 2026-10-01 --to "
	    "2026-10-07 --json\n"
	    "  truycap export ledger > ledger.csv",
};

struct export {
	struct db *db;
	struct store_site site;      /* of days and hours; site.site NULL: all */
	int32_t from, to;
	int64_t now_s;
	struct rows rows;
	struct zone_day day;         /* of the last hour */
};

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
	X("all_hits", h.all)

static const char *const day_column[] = {
	"day", "state",
#define X(name, field) name,
#define PEAK_AT(name) name,
	DAY_COLUMNS(X, PEAK_AT)
#undef PEAK_AT
#undef X
};
static const char *const hour_column[] = {
	"day", "hour", "class", "outcome", "hits", "bytes"
};
static const char *const list_column[] = {
	"day", "kind", "name", "version", "sha256"
};
static const char *const ledger_column[] = {
	"path", "stream", "site", "day", "class", "lines"
};

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

static bool
export_days(struct export *e, struct err *err)
{
	struct day_list list;

	if (!figures_days(&e->site, (struct period){ e->from, e->to },
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

static bool
export_hours(struct export *e, struct err *err)
{
	struct days_hours_query q = { { e->from, e->to }, put_hour, e };
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

static bool
export_ledger(struct export *e, struct err *err)
{
	struct ledger_query q = { e->site.site != NULL ? &e->site : NULL,
		{ e->from, e->to }, put_entry, e };

	return ledger_list(e->db, &q, err);
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

static bool
export_lists(struct export *e, struct err *err)
{
	struct lists_query q = { { e->from, e->to }, put_list, e };

	return lists_each(&e->site, &q, err);
}

static bool
export_history(struct export *e, struct err *err)
{
	return history_export(&e->site, (struct period){ e->from, e->to },
	    &e->rows, err);
}

static const struct what {
	const char *name;
	const char *const *column;
	int n;
	bool one_site; /* else all, unless --site is said */
	bool (*run)(struct export *e, struct err *err);
} table[] = {
#define COLUMNS(c) c, (int)(sizeof(c) / sizeof(*c))
	{ "days", COLUMNS(day_column), true, export_days },
	{ "hours", COLUMNS(hour_column), true, export_hours },
	{ "ledger", COLUMNS(ledger_column), false, export_ledger },
	{ "history", history_column, HISTORY_COLUMNS, true, export_history },
	{ "lists", COLUMNS(list_column), true, export_lists },
#undef COLUMNS
};

static const struct what *
what_of(const struct options *o, struct err *err)
{
	if (o->n_args == 1)
		for (size_t i = 0; i < sizeof(table) / sizeof(*table); i++)
			if (strcmp(o->arg[0], table[i].name) == 0)
				return &table[i];
	err_set(err, ERR_USAGE, "export: what? days, hours, ledger, "
	    "history or lists; see truycap export --help");
	return NULL;
}

/* A bound of the period; null where none was given. */
static void
put_bound(struct json *j, const char *key, int32_t day, bool given)
{
	struct buf text = { 0 };

	if (given)
		stamp_put_day(&text, day);
	json_key_text(j, key, given ? buf_text(&text) : NULL);
	buf_close(&text);
}

static void
put_head(struct json *j, const struct export *e, const struct what *what)
{
	const struct site *s = e->site.site;

	json_object(j);
	json_key_int(j, "v", 1);
	json_key_text(j, "what", what->name);
	json_key_text(j, "site", s != NULL ? s->id : NULL);
	json_key_text(j, "tz", s != NULL ? zone_name(s->zone) : NULL);
	put_bound(j, "from", e->from, e->from != INT32_MIN);
	put_bound(j, "to", e->to, e->to != INT32_MAX);
	json_key(j, "rows");
	json_array(j);
}

static bool
write_rows(struct export *e, const struct what *what, bool as_json,
    struct err *err)
{
	struct buf out = { 0 };
	struct json j = json_begin(&out);
	bool good;

	e->rows = (struct rows){ .to = stdout, .out = &out,
		.json = as_json ? &j : NULL, .column = what->column,
		.n = what->n };
	if (as_json)
		put_head(&j, e, what);
	rows_header(&e->rows);
	good = what->run(e, err);
	if (good && as_json) {
		json_line(&j);
		json_end(&j);
		json_end(&j);
		json_finish(&j);
	}
	if (good)
		rows_flush(&e->rows);
	buf_close(&out);
	return good && (ferror(stdout) == 0 || err_set(err, ERR_IO,
	    "standard output: %s", strerror(errno)));
}

static bool
export(const struct options *o, const struct workplace *w,
    const struct what *what, struct export *e, struct err *err)
{
	size_t site = 0;
	bool of_site = what->one_site || options_has(o, OPTION_SITE);
	bool good = (!of_site || workplace_site(w, o, &site, err)) &&
	    db_begin_read(w->db, err) && (!of_site || sites_open(w->db,
	    &w->settings.site[site], false, &e->site, err));

	e->db = w->db;
	e->now_s = o->now_s;
	good = good && write_rows(e, what, options_has(o, OPTION_JSON), err);

	db_rollback(w->db);
	return good;
}

int
cmd_export(const struct cli *cli, int argc, char **argv)
{
	struct export e = { .from = INT32_MIN, .to = INT32_MAX };
	struct workplace w = { .lock = -1 };
	const struct what *what;
	struct options o;
	struct err err;
	bool good;

	if (!options_parse(cli, &set, (struct arguments){ argc, argv },
	    &o, &err))
		return cli_fail(&err);
	if (o.done)
		return 0;
	what = what_of(&o, &err);
	if (what == NULL)
		return cli_fail(&err);
	if (options_has(&o, OPTION_JSON) && options_has(&o, OPTION_CSV)) {
		err_set(&err, ERR_USAGE, "export: --json or --csv, not both");
		return cli_fail(&err);
	}
	good = options_period(&o, &e.from, &e.to, &err) &&
	    workplace_read(&o, &w, &err) && export(&o, &w, what, &e, &err);
	workplace_close(&w);
	return good ? 0 : cli_fail(&err);
}

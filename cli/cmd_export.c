/* SPDX-License-Identifier: MIT */
/* cmd_export.c -- figures for other programs: the table of exports, as CSV or JSON. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "cli/coarse.h"
#include "cli/export.h"
#include "cli/workplace.h"
#include "common/stamp.h"

static const struct option_set set = {
	.command = "export",
	.options = OPTION_BIT(CONFIG) | OPTION_BIT(SITE) | OPTION_BIT(FROM) |
	    OPTION_BIT(TO) | OPTION_BIT(MONTH) | OPTION_BIT(JSON) |
	    OPTION_BIT(CSV) | OPTION_BIT(NOW) | OPTION_BIT(BY) |
	    OPTION_BIT(LIMIT) | OPTION_BIT(PUBLIC),
	.usage = "WHAT [-c FILE] [options]",
	.examples = "  truycap export days -c truycap.conf --month 2026-10\n"
	    "  truycap export pages --site skhcn --from 2026-10-01 --to "
	    "2026-10-07 --limit 50 --json\n"
	    "  truycap export countries --public --month 2026-10\n"
	    "  truycap export ledger > ledger.csv",
};

enum { DIM_OPTIONS = EXPORT_BY_DAY | EXPORT_LIMIT | EXPORT_PUBLIC };

static const struct export_what table[] = {
#define X(id, name, options, about)                                            \
	{ name, about, options, export_##id##_columns, export_##id##_run },
	EXPORT_TABLE(X)
#undef X
};
enum { TABLE = sizeof(table) / sizeof(table[0]) };

void
export_column(struct export *e, const char *name)
{
	e->column[e->rows.n++] = name;
}

void
export_day_column(struct export *e)
{
	if (e->by_day)
		export_column(e, "day");
}

void
export_put_day(struct export *e, int32_t day)
{
	if (e->by_day)
		rows_day(&e->rows, day);
}

struct period
export_days(const struct export *e)
{
	return (struct period){ e->days.from,
		e->days.to < e->today ? e->days.to : e->today };
}

/* The help lists what there is, one a line: completion reads it, too. */
static void
put_about(struct buf *out)
{
	buf_puts(out, "Figures as CSV (the default) or JSON: UTF-8, ISO dates, "
	    "plain integers.  Of the\nperiod, or day by day with --by day; "
	    "docs/EXPORTS.md has the columns.  WHAT is one of:\n");
	for (int i = 0; i < TABLE; i++)
		buf_printf(out, "  %-13s %s\n", table[i].name, table[i].about);
	for (size_t i = 0; dims_row(i) != NULL; i++)
		buf_printf(out, "  %-13s %s\n", dims_row(i)->name,
		    dim_info[dims_row(i)->dim].what);
	out->n--; /* the last line's end */
}

/* A row of the table, or of the dimensions. */
static bool
find_what(const char *name, struct export_what *out, struct export *e)
{
	for (int i = 0; i < TABLE; i++) {
		if (strcmp(name, table[i].name) == 0) {
			*out = table[i];
			return true;
		}
	}
	for (size_t i = 0; dims_row(i) != NULL; i++) {
		if (strcmp(name, dims_row(i)->name) != 0)
			continue;
		e->dim = dims_row(i);
		*out = (struct export_what){ e->dim->name, "",
			DIM_OPTIONS, export_dim_columns, export_dim_run };
		return true;
	}
	return false;
}

/* An option that would say nothing of it is a mistake of who gives it. */
static bool
read_options(const struct options *o, const struct export_what *what,
    struct export *e, struct err *err)
{
	const char *by = o->value[OPTION_BY];
	int64_t limit = INT64_MAX;

	if (by != NULL && strcmp(by, "day") != 0)
		return err_set(err, ERR_USAGE, "export: --by %s: only day is "
		    "known", by);
	if (by != NULL && !(what->options & EXPORT_BY_DAY))
		return err_set(err, ERR_USAGE, "export %s: --by day does not "
		    "go with it", what->name);
	if (options_has(o, OPTION_LIMIT) && !(what->options & EXPORT_LIMIT))
		return err_set(err, ERR_USAGE, "export %s: --limit does not "
		    "go with it", what->name);
	if (!options_number(o, OPTION_LIMIT,
	    (struct options_range){ 1, INT64_MAX }, &limit, err))
		return false;
	e->by_day = by != NULL;
	e->limit = (size_t)limit;
	e->public = options_has(o, OPTION_PUBLIC);
	return true;
}

static bool
read_what(const struct options *o, struct export_what *what, struct export *e,
    struct err *err)
{
	if (o->n_args != 1 || !find_what(o->arg[0], what, e))
		return err_set(err, ERR_USAGE, "export: what? days, hours, "
		    "pages, countries...; see truycap export --help");
	if (options_has(o, OPTION_JSON) && options_has(o, OPTION_CSV))
		return err_set(err, ERR_USAGE,
		    "export: --json or --csv, not both");
	return read_options(o, what, e, err) &&
	    options_period(o, &e->days.from, &e->days.to, err);
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
put_head(struct json *j, const struct export *e, const struct export_what *what)
{
	const struct site *s = e->site.site;

	json_object(j);
	json_key_int(j, "v", 1);
	json_key_text(j, "what", what->name);
	json_key_text(j, "site", s != NULL ? s->id : NULL);
	json_key_text(j, "tz", s != NULL ? zone_name(s->zone) : NULL);
	put_bound(j, "from", e->days.from, e->days.from != INT32_MIN);
	put_bound(j, "to", e->days.to, e->days.to != INT32_MAX);
	json_key(j, "rows");
	json_array(j);
}

static bool
write_rows(struct export *e, const struct export_what *what, bool as_json,
    struct err *err)
{
	struct buf out = { 0 };
	struct json j = json_begin(&out);
	bool good;

	e->rows = (struct rows){ .to = stdout, .out = &out,
		.json = as_json ? &j : NULL, .column = e->column };
	what->columns(e);
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
    const struct export_what *what, struct export *e, struct err *err)
{
	size_t site = 0;
	bool of_site = !(what->options & EXPORT_ALL_SITES) ||
	     options_has(o, OPTION_SITE);
	bool good = (!of_site || workplace_site(w, o, &site, err)) &&
	    db_begin_read(w->db, err) && (!of_site || sites_open(w->db,
	    &w->settings.site[site], false, &e->site, err));

	e->db = w->db;
	e->w = w;
	e->at = site;
	e->now_s = o->now_s;
	if (good && of_site)
		e->today = zone_day_at(e->site.site->zone, e->now_s).day;
	/* What is counted by name may be by day, and is of one site. */
	if (good && (what->options & EXPORT_BY_DAY))
		good = coarse_warn(&e->site, export_days(e), e->by_day, err);
	good = good && write_rows(e, what, options_has(o, OPTION_JSON), err);

	db_rollback(w->db);
	return good;
}

int
cmd_export(const struct cli *cli, int argc, char **argv)
{
	struct export e = { .days = PERIOD_ALL };
	struct workplace w = { .lock = -1 };
	struct option_set told = set;
	struct export_what what = { .name = NULL };
	struct buf about = { 0 };
	struct options o;
	struct err err;
	bool good;

	put_about(&about);
	told.about = buf_text(&about);
	good = options_parse(cli, &told, (struct arguments){ argc, argv }, &o,
	    &err);
	buf_close(&about);
	if (!good)
		return cli_fail(&err);
	if (o.done)
		return 0;
	good = read_what(&o, &what, &e, &err) &&
	    workplace_read(&o, &w, &err) && export(&o, &w, &what, &e, &err);
	workplace_close(&w);
	return good ? 0 : cli_fail(&err);
}

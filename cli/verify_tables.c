/* SPDX-License-Identifier: MIT */
/* verify_tables.c -- figures of a bundle against the same counted anew, cell by cell. */
#include <string.h>

#include "aggregate/geo.h"
#include "cli/verify_bundle.h"
#include "common/stamp.h"
#include "publish/review_table.h"

struct taking {
	struct verify_says *says;
	const char *table;
};

static void
take(void *self, const struct csv_difference *d)
{
	const struct taking *t = self;
	struct verify_finding f = { .what = "differs",
		.table = span_of(t->table), .key = d->key, .column = d->column,
		.bundle = d->one, .logs = d->other };

	verify_differs(t->says, &f);
}

/* "so-lieu/csv/days.csv" is "days". */
static const char *
short_name(const char *name, struct arena *arena)
{
	const char *slash = strrchr(name, '/'), *dot;

	name = slash != NULL ? slash + 1 : name;
	dot = strchr(name, '.');
	return arena_dup(arena, name, dot != NULL ? (size_t)(dot - name) :
	    strlen(name));
}

/* What has no column, or another, would not be compared. */
static bool
same_columns(const struct csv_table *a, const struct csv_table *b)
{
	size_t i = 0;

	while (i < a->columns && i < b->columns &&
	    span_eq(a->column[i], b->column[i]))
		i++;
	return i == a->columns && i == b->columns;
}

bool
verify_table(const struct verify_opened *b, const struct verify_table *t,
    struct verify_says *says, struct err *err)
{
	const struct zip_file *file = zip_find(&b->zip, t->name);
	struct csv_table one = { .rows = 0 }, other = { .rows = 0 };
	struct csv_comparing c = { .name = t->name, .keys = t->keys,
		.skip = t->skip, .pass_over = t->pass_over, .self = t->self };
	struct taking taking = { says, short_name(t->name, &says->arena) };
	bool good;

	if (file == NULL) {
		verify_say(says, VERIFY_DIFFERENCE, "no-table",
		    "%s: the bundle has no such table", t->name);
		return true;
	}
	good = csv_read(file->bytes, t->name, &one, err) &&
	    csv_read(t->text, t->name, &other, err);
	if (good && !same_columns(&one, &other))
		verify_say(says, VERIFY_DIFFERENCE, "columns", "%s: its "
		    "columns are not those of this version", t->name);
	if (good)
		says->cells += csv_compare(&c, &one, &other, take, &taking);
	csv_close(&one);
	csv_close(&other);
	return good;
}

/* ---- the tables of a review ---- */

static void
no_row(void *self, const struct sheet *t)
{
	(void)self;
	(void)t;
}

/* A day alone, a day and an hour, or all first columns that are texts. */
static size_t
keys_of(const struct review_table *what)
{
	struct sheet t = { .lang = LANG_EN, .take = no_row };
	int n = 1;

	what->columns(&t, what->dim);
	if (t.n > 1 && strcmp(t.column[1].name, "hour") == 0)
		return 2;
	if (t.column[0].kind == SHEET_DAY)
		return 1;
	while (n < t.n && t.column[n].kind == SHEET_TEXT)
		n++;
	return (size_t)n;
}

/* Estimates rest on the store's secret. */
static bool
is_estimate(void *self, const struct csv_table *t, size_t row)
{
	struct span key = csv_cell(t, row, 0);

	(void)self;
	return span_starts(key, SPAN("visitors"));
}

/* Months that are not of the period, whose logs need not be here. */
static bool
is_elsewhere(void *self, const struct csv_table *t, size_t row)
{
	const struct evidence_about *a = self;
	int32_t first, last;

	return !stamp_read_month(csv_cell(t, row, 0), &first, &last) ||
	    first < a->days.from || last > a->days.to;
}

static const char *const of_runs[] = { "state", NULL };
static const char *const of_others[] = { "compared", "before",
	"compared_year", "last_year", NULL };

/* Of what the logs do not tell: names and hashes of logs and lists, balances. */
static bool
not_counted(const char *name)
{
	static const char *const names[] = { "log-files", "lists", "balance" };

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (strcmp(names[i], name) == 0)
			return true;
	return false;
}

static bool
lacks_geo(const struct verify_figures *f, const char *name)
{
	static const char *const table[GEO__MAX] = {
		[GEO_COUNTRY] = "countries", [GEO_ASN] = "networks",
		[GEO_CITY] = "places" };

	for (int i = 0; i < GEO__MAX; i++)
		if (strcmp(table[i], name) == 0)
			return !f->geo[i];
	return false;
}

static bool
compare(const struct verify_figures *f, size_t i, struct buf *text,
    struct err *err)
{
	struct evidence_about about = f->b->about;
	struct review_table what;
	struct buf name = { 0 };
	struct verify_table t = { .self = &about };
	bool good;

	if (!review_table(i, &what) || not_counted(what.name) ||
	    lacks_geo(f, what.name))
		return true;
	buf_clear(text);
	review_csv(f->review, i, text);
	buf_printf(&name, BUNDLE_CSV "%s.csv", what.name);
	t.name = buf_text(&name);
	t.text = buf_view(text);
	t.keys = keys_of(&what);
	if (strcmp(what.name, "days") == 0)
		t.skip = of_runs;
	if (strcmp(what.name, "summary") == 0) {
		t.skip = of_others;
		t.pass_over = is_estimate;
	}
	if (strcmp(what.name, "months") == 0)
		t.pass_over = is_elsewhere;
	good = verify_table(f->b, &t, f->says, err);
	buf_close(&name);
	return good;
}

bool
verify_tables(const struct verify_figures *f, struct err *err)
{
	struct buf text = { 0 };
	bool good = true;

	for (size_t i = 0; good && review_csv_name(i) != NULL; i++)
		good = compare(f, i, &text, err);
	buf_close(&text);
	return good;
}

/* ---- what came before ---- */

/* Its month is here with as much as there: later lines may have been added, none are lost. */
static bool
has_less(const struct csv_table *there, size_t row,
    const struct csv_table *here)
{
	static const char *const names[] = { "visits", "pages", "days" };
	size_t at = 0;

	while (at < here->rows && !span_eq(csv_cell(here, at, 0),
	    csv_cell(there, row, 0)))
		at++;
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		size_t a = csv_column(there, names[i]);
		size_t b = csv_column(here, names[i]);
		int64_t m = 0, n = 0;

		if (a == there->columns || b == here->columns)
			continue;
		if (!csv_number(csv_cell(there, row, a), &m))
			m = 0;
		if (at == here->rows || !csv_number(csv_cell(here, at, b), &n))
			n = 0;
		if (n < m)
			return true;
	}
	return false;
}

bool
verify_earlier(const struct verify_figures *f, struct buf *month,
    struct err *err)
{
	static const char name[] = BUNDLE_CSV "months.csv";
	const struct zip_file *file = zip_find(&f->b->zip, name);
	struct csv_table there = { .rows = 0 }, here = { .rows = 0 };
	struct buf text = { 0 };
	bool good = true;

	for (size_t i = 0; review_csv_name(i) != NULL; i++)
		if (strcmp(review_csv_name(i), "months") == 0)
			review_csv(f->review, i, &text);
	if (file != NULL)
		good = csv_read(file->bytes, name, &there, err) &&
		    csv_read(buf_view(&text), name, &here, err);
	for (size_t i = 0; good && month->n == 0 && i < there.rows; i++) {
		int32_t first, last;

		if (stamp_read_month(csv_cell(&there, i, 0), &first, &last) &&
		    first < f->b->about.days.from &&
		    has_less(&there, i, &here))
			buf_span(month, csv_cell(&there, i, 0));
	}
	csv_close(&there);
	csv_close(&here);
	buf_close(&text);
	return good;
}

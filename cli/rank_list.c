/* SPDX-License-Identifier: MIT */
#include "cli/rank_list.h"

#include <stdio.h>
#include <string.h>

#include "cli/known_site.h"
#include "cli/rows.h"
#include "cli/workplace.h"
#include "common/stamp.h"
#include "publish/escape.h"
#include "publish/ranks.h"

static const char *const column[] = { "site", "index", "year", "rank", "of",
	"position", "of_before", "population", "source", "sha256", "note",
	"by", "recorded", "revision" };

static void
put_row(struct rows *rows, const struct site *site, const struct ranks_row *r)
{
	const struct rank *k = &r->rank;
	struct buf at = { 0 };

	rows_text(rows, span_of(site->id));
	rows_text(rows, span_of(k->index));
	rows_int(rows, k->year);
	rows_int(rows, k->rank);
	rows_int(rows, k->of);
	rows_int(rows, r->position);
	if (r->of_before > 0)
		rows_int(rows, r->of_before);
	else
		rows_none(rows);
	rows_text(rows, span_of(k->population));
	rows_text(rows, span_of(k->source));
	rows_text(rows, span_of(k->sha256));
	rows_text(rows, span_of(k->note));
	rows_text(rows, span_of(k->by));
	stamp_put(&at, site->zone, k->recorded_s);
	rows_text(rows, buf_view(&at));
	rows_int(rows, k->revision);
	rows_end(rows);
	buf_close(&at);
}

static void
put_source(struct buf *out, const struct rank *r)
{
	buf_puts(out, "      ");
	if (r->population[0] != '\0') {
		escape_terminal(out, span_of(r->population));
		buf_puts(out, "; ");
	}
	escape_terminal(out, span_of(r->source));
	buf_printf(out, " (sha256 %.16s...)", r->sha256);
	if (r->by[0] != '\0') {
		buf_puts(out, ", by ");
		escape_terminal(out, span_of(r->by));
	}
	if (r->revision > 1)
		buf_printf(out, ", revision %lld", (long long)r->revision);
	if (r->note[0] != '\0') {
		buf_puts(out, "\n      ");
		escape_terminal(out, span_of(r->note));
	}
	buf_putc(out, '\n');
}

static void
put_text(struct buf *out, const struct site *site, const struct ranks *all)
{
	for (size_t i = 0; i < all->n; i++) {
		const struct ranks_row *row = &all->row[i];
		const struct rank *r = &row->rank;

		if (i == 0 || strcmp(row[-1].rank.index, r->index) != 0) {
			buf_printf(out, "%s: ", site->id);
			escape_terminal(out, span_of(r->index));
			buf_putc(out, '\n');
		}
		buf_printf(out, "  %d  %lld of %lld  position %lld.%03lld\n",
		    r->year, (long long)r->rank, (long long)r->of,
		    (long long)((row->position + 500) / 1000000),
		    (long long)((row->position + 500) / 1000 % 1000));
		if (row->of_before > 0)
			buf_printf(out, "      another number than before "
			    "(%lld): compare positions, not ranks\n",
			    (long long)row->of_before);
		put_source(out, r);
	}
}

static bool
put_sites(const struct workplace *w, const struct options *o,
    struct rows *rows, struct buf *text, struct err *err)
{
	size_t from = 0, to = w->settings.n_sites;

	if (options_has(o, OPTION_SITE)) {
		if (!workplace_site(w, o, &from, err))
			return false;
		to = from + 1;
	}
	for (size_t i = from; i < to; i++) {
		struct ranks all = { .n = 0 };
		struct store_site stored;
		bool known, good = known_site(w->db, &w->settings.site[i],
		    &known, &stored, err) &&
		    (!known || ranks_load(&stored, &all, err));

		if (rows == NULL)
			put_text(text, &w->settings.site[i], &all);
		for (size_t k = 0; rows != NULL && k < all.n; k++)
			put_row(rows, &w->settings.site[i], &all.row[k]);
		ranks_close(&all);
		if (!good)
			return false;
	}
	return true;
}

static void
begin_json(struct json *j)
{
	json_object(j);
	json_key_int(j, "v", 1);
	json_key(j, "ranks");
	json_array(j);
}

static void
end_json(struct json *j)
{
	json_line(j);
	json_end(j);
	json_end(j);
	json_finish(j);
}

bool
rank_list_show(const struct options *o, struct err *err)
{
	bool as_json = options_has(o, OPTION_JSON);
	bool table = as_json || options_has(o, OPTION_CSV);
	struct workplace w = { .lock = -1 };
	struct buf out = { 0 };
	struct json j = json_begin(&out);
	struct rows rows = { .to = stdout, .out = &out,
		.json = as_json ? &j : NULL, .column = column,
		.n = sizeof(column) / sizeof(*column) };
	bool good;

	if (as_json && options_has(o, OPTION_CSV))
		return err_set(err, ERR_USAGE, "rank list: --json or --csv, "
		    "not both");
	if (as_json)
		begin_json(&j);
	else if (table)
		rows_header(&rows);
	good = workplace_read(o, &w, err) &&
	    put_sites(&w, o, table ? &rows : NULL, &out, err);
	workplace_close(&w);
	if (good && as_json)
		end_json(&j);
	if (good) {
		rows_flush(&rows);
		good = (fflush(stdout) == 0 && !ferror(stdout)) ||
		    err_set(err, ERR_IO, "standard output cannot be written");
	}
	buf_close(&out);
	return good;
}

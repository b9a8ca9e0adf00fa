/* SPDX-License-Identifier: MIT */
#include "cli/older.h"
#include "common/buf.h"
#include "common/stamp.h"
#include "publish/escape.h"

enum { MONTH = HISTORY__MAX, SOURCE, COLUMNS };

/* Which column of the file has what; -1: none. */
struct header {
	int at[COLUMNS];
	int n;
};

/* One cell off *rest; *more: a comma follows it.  out is cleared first. */
static bool
take_cell(struct span *rest, struct buf *out, bool *more)
{
	buf_clear(out);
	*more = false;
	if (rest->n == 0 || rest->p[0] != '"') {
		size_t n = span_find(*rest, ',');
		struct span cell = { rest->p, n };

		*more = n < rest->n;
		if (span_find(cell, '"') < n)
			return false;
		buf_span(out, cell);
		*rest = *more ? (struct span){ rest->p + n + 1,
			rest->n - n - 1 } : (struct span){ 0 };
		return true;
	}
	for (size_t i = 1; i < rest->n; i++) {
		if (rest->p[i] != '"') {
			buf_putc(out, rest->p[i]);
		} else if (i + 1 < rest->n && rest->p[i + 1] == '"') {
			buf_putc(out, '"');
			i++;
		} else {
			*more = i + 1 < rest->n;
			if (*more && rest->p[i + 1] != ',')
				return false;
			*rest = *more ? (struct span){ rest->p + i + 2,
				rest->n - i - 2 } : (struct span){ 0 };
			return true;
		}
	}
	return false; /* a quote that does not end: nor may a cell have lines */
}

static int
column_of(struct span name)
{
	for (int i = 0; i < HISTORY__MAX; i++)
		if (span_eq(name, span_of(history_name(
		    (enum history_figure)i))))
			return i;
	if (span_eq(name, SPAN("month")))
		return MONTH;
	return span_eq(name, SPAN("source")) ? SOURCE : -1;
}

static bool
take_name(struct older_file *f, struct header *h, struct span name,
    struct err *err)
{
	int column = column_of(name);

	if (column < 0)
		return older_refuse(f, err, "\"%.*s\" is no column: say month, "
		    "visits, visitors, pages, hits or source",
		    name.n < 40 ? (int)name.n : 40, name.n > 0 ? name.p : "");
	if (h->at[column] >= 0)
		return older_refuse(f, err, "two columns of the same name");
	h->at[column] = h->n++;
	return true;
}

static bool
read_header(struct older_file *f, struct header *h, struct err *err)
{
	struct span line = { 0 };
	struct buf cell = { 0 };
	bool good = true, more = true;
	int figures = 0;

	for (int i = 0; i < COLUMNS; i++)
		h->at[i] = -1;
	older_line(f, &line);
	if (span_starts(line, SPAN("\xEF\xBB\xBF"))) /* of spreadsheets */
		line = (struct span){ line.p + 3, line.n - 3 };
	while (good && more)
		good = (take_cell(&line, &cell, &more) || older_refuse(f, err,
		    "a quote that does not end, or within a cell")) &&
		    take_name(f, h, buf_view(&cell), err);
	buf_close(&cell);
	for (int i = 0; i < HISTORY__MAX; i++)
		figures += h->at[i] >= 0;
	return good && ((h->at[MONTH] >= 0 && figures > 0) || older_refuse(f,
	    err, "the header has no month, or no figure"));
}

static bool
is_text(struct span s)
{
	bool well = true;

	while (s.n > 0) {
		uint32_t c = utf8_take(&s, &well);

		if (!well || c < ' ' || (c >= 0x7f && c < 0xa0))
			return false;
	}
	return true;
}

static bool
take_value(struct older_file *f, struct older_month *m, int column,
    struct span cell, struct err *err)
{
	int32_t last;

	if (column == MONTH)
		return stamp_read_month(cell, &m->month, &last) ||
		    older_refuse(f, err, "month: not one such as 2019-05");
	if (column == SOURCE) {
		if (cell.n > OLDER_SOURCE_MAX_BYTES || !is_text(cell))
			return older_refuse(f, err, "source: not a line of "
			    "UTF-8 of at most %d bytes",
			    (int)OLDER_SOURCE_MAX_BYTES);
		if (cell.n > 0)
			m->source = arena_dup(&f->to->arena, cell.p, cell.n);
		return true;
	}
	return cell.n == 0 || older_number(f, history_name(
	    (enum history_figure)column), cell, &m->value[column], err);
}

static bool
read_row(struct older_file *f, const struct header *h, struct span line,
    struct err *err)
{
	struct older_month m = older_month_none();
	struct buf cell = { 0 };
	bool good = true, more = true;
	int n = 0;

	for (; good && more; n++) {
		good = take_cell(&line, &cell, &more) || older_refuse(f, err,
		    "a quote that does not end, or within a cell");
		for (int i = 0; good && i < COLUMNS; i++)
			if (h->at[i] == n)
				good = take_value(f, &m, i, buf_view(&cell),
				    err);
	}
	buf_close(&cell);
	if (good && n != h->n)
		good = older_refuse(f, err, "%d cells, but the header has %d",
		    n, h->n);
	return good && older_add(f, m, err);
}

bool
older_csv(struct older_file *f, struct err *err)
{
	struct header h = { .n = 0 };
	struct span line;

	if (!read_header(f, &h, err))
		return false;
	while (older_line(f, &line))
		if (line.n > 0 && !read_row(f, &h, line, err))
			return false;
	return true;
}

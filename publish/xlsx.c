/* SPDX-License-Identifier: MIT */
#include "publish/xlsx.h"

#ifdef HAVE_XLSXWRITER

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "common/mem.h"
#include "publish/escape.h"

enum {
	NAME_CHARS = 31, /* of a sheet */
	PAPER_A4 = 9
};

struct xlsx {
	lxw_workbook *book;
	lxw_worksheet *sheet;
	lxw_format *look[XLSX__LOOKS];
	char name[XLSX_SHEETS][4 * NAME_CHARS + 1];
	int n;
	int fd;          /* a file in memory: the library writes to a path */
	lxw_error first; /* that went wrong */
};

static void
note(struct xlsx *x, lxw_error e)
{
	if (x->first == LXW_NO_ERROR)
		x->first = e;
}

static void
make_looks(struct xlsx *x, const struct xlsx_about *about)
{
	const char *const form[XLSX__LOOKS] = { [XLSX_COUNT] = "#,##0",
		[XLSX_HUNDREDTHS] = "#,##0.00", [XLSX_SHARE] = "0.0%",
		[XLSX_DAY] = about->day_form, [XLSX_STAMP] = about->stamp_form };

	for (int i = 0; i < XLSX__LOOKS; i++) {
		x->look[i] = workbook_add_format(x->book);
		if (form[i] != NULL)
			format_set_num_format(x->look[i], form[i]);
	}
	format_set_bold(x->look[XLSX_HEAD]);
	format_set_text_wrap(x->look[XLSX_HEAD]);
	format_set_align(x->look[XLSX_HEAD], LXW_ALIGN_VERTICAL_TOP);
	format_set_bg_color(x->look[XLSX_HEAD], 0xe3e8ed);
	format_set_bottom(x->look[XLSX_HEAD], LXW_BORDER_THIN);
	format_set_bold(x->look[XLSX_TITLE]);
	format_set_text_wrap(x->look[XLSX_WRAP]);
}

bool
xlsx_built_in(void)
{
	return true;
}

bool
xlsx_open(const struct xlsx_about *about, struct xlsx **out, struct err *err)
{
	struct xlsx *x = mem_new(sizeof(*x));
	lxw_doc_properties about_it = { .title = (char *)about->title,
		.created = (time_t)about->made_s };
	char path[40];

	x->fd = memfd_create("workbook", MFD_CLOEXEC);
	x->first = LXW_NO_ERROR;
	snprintf(path, sizeof(path), "/proc/self/fd/%d", x->fd);
	x->book = x->fd >= 0 ? workbook_new(path) : NULL;
	if (x->book == NULL) {
		if (x->fd >= 0)
			close(x->fd);
		mem_free(x);
		return err_set(err, ERR_IO, "workbook: cannot be made");
	}
	make_looks(x, about);
	note(x, workbook_set_properties(x->book, &about_it));
	*out = x;
	return true;
}

/* ---- sheets ---- */

static bool
taken(const struct xlsx *x, const char *name)
{
	for (int i = 0; i < x->n; i++)
		if (strcmp(x->name[i], name) == 0)
			return true;
	return false;
}

void
xlsx_sheet(struct xlsx *x, const char *title)
{
	char *name = x->name[x->n];

	x->sheet = NULL;
	if (x->n == XLSX_SHEETS - 1)
		return;
	snprintf(name, sizeof(x->name[0]), "%s", title);
	for (int k = 2; taken(x, name); k++)
		snprintf(name, sizeof(x->name[0]), "%s %d", title, k);
	x->n++;
	x->sheet = workbook_add_worksheet(x->book, name);
	if (x->sheet == NULL)
		note(x, LXW_ERROR_SHEETNAME_ALREADY_USED);
}

/* Well-formed, and without what XML cannot carry or what turns the text around it. */
static int
clean(struct buf *out, struct span s)
{
	int n = 0;

	for (; s.n > 0 && out->n < XLSX_TEXT_BYTES; n++) {
		uint32_t c = utf8_take(&s, NULL);
		bool odd = (c < 0x20 && c != '\t' && c != '\n') ||
		    (c >= 0x7f && c < 0xa0) || (c >= 0x202a && c <= 0x202e) ||
		    (c >= 0x2066 && c <= 0x2069) || (c & 0xfffe) == 0xfffe;

		utf8_put(out, odd ? 0xfffd : c);
	}
	if (s.n > 0)
		buf_puts(out, "…");
	return n;
}

int
xlsx_text(struct xlsx *x, struct xlsx_at at, struct span text,
    enum xlsx_look look)
{
	struct buf b = { 0 };
	int n = clean(&b, text);

	if (x->sheet != NULL && b.n > 0)
		note(x, worksheet_write_string(x->sheet, (lxw_row_t)at.row,
		    (lxw_col_t)at.column, buf_text(&b), x->look[look]));
	buf_close(&b);
	return n;
}

void
xlsx_number(struct xlsx *x, struct xlsx_at at, double n, enum xlsx_look look)
{
	if (x->sheet != NULL)
		note(x, worksheet_write_number(x->sheet, (lxw_row_t)at.row,
		    (lxw_col_t)at.column, n, x->look[look]));
}

void
xlsx_table(struct xlsx *x, const struct xlsx_table *t)
{
	if (x->sheet == NULL)
		return;
	for (int i = 0; i < t->columns; i++)
		note(x, worksheet_set_column(x->sheet, (lxw_col_t)i,
		    (lxw_col_t)i, t->width[i], NULL));
	if (t->filter)
		note(x, worksheet_autofilter(x->sheet, (lxw_row_t)t->head, 0,
		    (lxw_row_t)t->last, (lxw_col_t)(t->columns - 1)));
	worksheet_freeze_panes(x->sheet, (lxw_row_t)t->head + 1, 1);
	worksheet_set_landscape(x->sheet);
	worksheet_set_paper(x->sheet, PAPER_A4);
	worksheet_fit_to_pages(x->sheet, 1, 0);
	note(x, worksheet_repeat_rows(x->sheet, (lxw_row_t)t->head,
	    (lxw_row_t)t->head));
}

void
xlsx_chart(struct xlsx *x, const struct xlsx_chart *c)
{
	const char *name = x->n > 0 ? x->name[x->n - 1] : "";
	lxw_row_t from = (lxw_row_t)c->of.head + 1;
	lxw_row_t to = (lxw_row_t)c->of.last;
	lxw_chart_options where = { .x_scale = 2, .y_scale = 1.4 };
	lxw_chart *chart;

	if (x->sheet == NULL)
		return;
	chart = workbook_add_chart(x->book, LXW_CHART_COLUMN);
	for (int i = 0; i < c->n; i++) {
		lxw_chart_series *s = chart_add_series(chart, NULL, NULL);
		lxw_col_t column = (lxw_col_t)c->column[i];

		chart_series_set_categories(s, name, from, 0, to, 0);
		chart_series_set_values(s, name, from, column, to, column);
		chart_series_set_name_range(s, name, (lxw_row_t)c->of.head,
		    column);
	}
	chart_title_set_name(chart, name);
	chart_axis_set_num_format(chart->x_axis, c->form);
	chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
	note(x, worksheet_insert_chart_opt(x->sheet, from,
	    (lxw_col_t)(c->of.columns + 1), chart, &where));
}

/* ---- the end ---- */

static bool
take_bytes(int fd, struct buf *out, struct err *err)
{
	char chunk[32768];
	ssize_t n;

	if (lseek(fd, 0, SEEK_SET) != 0)
		return err_set(err, ERR_IO, "workbook: %s", strerror(errno));
	while ((n = read(fd, chunk, sizeof(chunk))) > 0)
		buf_add(out, chunk, (size_t)n);
	return n == 0 || err_set(err, ERR_IO, "workbook: %s",
	    strerror(errno));
}

bool
xlsx_close(struct xlsx *x, struct buf *out, struct err *err)
{
	bool good;

	note(x, workbook_close(x->book));
	good = x->first == LXW_NO_ERROR ? take_bytes(x->fd, out, err) :
	    err_set(err, ERR_IO, "workbook: %s", lxw_strerror(x->first));
	close(x->fd);
	mem_free(x);
	return good;
}

#else

bool
xlsx_built_in(void)
{
	return false;
}

bool
xlsx_open(const struct xlsx_about *about, struct xlsx **out, struct err *err)
{
	(void)about;
	(void)out;
	return err_set(err, ERR_USAGE, "this truycap was built without "
	    "libxlsxwriter: it writes no XLSX");
}

/* Nobody has a book to call these with. */
void
xlsx_sheet(struct xlsx *x, const char *title)
{
	(void)x;
	(void)title;
}

int
xlsx_text(struct xlsx *x, struct xlsx_at at, struct span text,
    enum xlsx_look look)
{
	(void)x;
	(void)at;
	(void)text;
	(void)look;
	return 0;
}

void
xlsx_number(struct xlsx *x, struct xlsx_at at, double n, enum xlsx_look look)
{
	(void)x;
	(void)at;
	(void)n;
	(void)look;
}

void
xlsx_table(struct xlsx *x, const struct xlsx_table *t)
{
	(void)x;
	(void)t;
}

void
xlsx_chart(struct xlsx *x, const struct xlsx_chart *c)
{
	(void)x;
	(void)c;
}

bool
xlsx_close(struct xlsx *x, struct buf *out, struct err *err)
{
	(void)x;
	(void)out;
	return err_set(err, ERR_BUG, "no workbook");
}

#endif

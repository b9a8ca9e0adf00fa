/* SPDX-License-Identifier: MIT */
/* review_xlsx.c -- a review as a workbook: a sheet for each table that has rows. */
#include <inttypes.h>

#include "common/mem.h"
#include "common/stamp.h"
#include "publish/duration.h"
#include "publish/review_table.h"
#include "publish/xlsx.h"

enum {
	WIDTH_LEAST = 8, WIDTH_MOST = 60, /* of a column, in digits */
	WIDTH_DAY = 11, WIDTH_STAMP = 20,
	SUMMARY_HEAD = 4  /* rows above the summary's heads */
};

/* The sheet that rows go to; begun when the first comes. */
struct page {
	const struct review *r;
	struct xlsx *book;
	enum lang lang;
	struct review_table what;
	bool begun;
	int head, row;
	int width[SHEET_COLUMNS];
};

static void
put_text(struct page *p, int column, struct span text, enum xlsx_look look)
{
	int n = xlsx_text(p->book, (struct xlsx_at){ p->row, column }, text,
	    look);

	n = n < WIDTH_MOST ? n + 2 : WIDTH_MOST;
	/* A head wraps; a column is as wide as what stands in it. */
	if (look == XLSX_HEAD && n > 16)
		n = 16;
	if (p->width[column] < n)
		p->width[column] = n;
}

static void
put_number(struct page *p, int column, double n, enum xlsx_look look)
{
	xlsx_number(p->book, (struct xlsx_at){ p->row, column }, n, look);
}

static void
put_count(struct page *p, int column, int64_t n)
{
	struct buf text = { 0 };
	int width;

	buf_printf(&text, "%" PRId64, n);
	width = (int)text.n * 4 / 3 + 2;
	if (p->width[column] < width)
		p->width[column] = width;
	if (n > -XLSX_EXACT && n < XLSX_EXACT)
		put_number(p, column, (double)n, XLSX_COUNT);
	else
		put_text(p, column, buf_view(&text), XLSX_PLAIN);
	buf_close(&text);
}

static void
put_line(struct page *p, const char *text, enum xlsx_look look)
{
	xlsx_text(p->book, (struct xlsx_at){ p->row++, 0 }, span_of(text),
	    look);
}

/* Above the summary: whose, of which days, as of when. */
static void
put_whose(struct page *p)
{
	const struct review *r = p->r;
	struct buf line = { 0 };

	put_line(p, message(p->lang, MSG_REVIEW_TITLE), XLSX_TITLE);
	if (r->site->name[0] != '\0')
		put_line(p, r->site->name, XLSX_TITLE);
	stamp_put_day(&line, r->days.from);
	buf_puts(&line, " – ");
	stamp_put_day(&line, r->days.to);
	buf_puts(&line, " (");
	buf_puts(&line, zone_name(r->site->zone));
	buf_puts(&line, "); ");
	message_put(&line, p->lang, MSG_UPDATED);
	buf_putc(&line, ' ');
	stamp_put(&line, r->site->zone, r->now_s);
	put_line(p, buf_text(&line), XLSX_PLAIN);
	p->row = SUMMARY_HEAD;
	buf_close(&line);
}

static void
begin_page(struct page *p, const struct sheet *t)
{
	xlsx_sheet(p->book, message(p->lang, p->what.title));
	p->begun = true;
	if (strcmp(p->what.name, "summary") == 0)
		put_whose(p);
	p->head = p->row;
	for (int i = 0; i < t->n; i++) {
		enum sheet_kind kind = t->column[i].kind;

		p->width[i] = kind == SHEET_DAY ? WIDTH_DAY :
		    kind == SHEET_STAMP ? WIDTH_STAMP : WIDTH_LEAST;
		put_text(p, i, span_of(message(p->lang, t->column[i].head)),
		    XLSX_HEAD);
	}
	p->row++;
}

static void
put_cell(struct page *p, const struct sheet *t, int i)
{
	const struct sheet_cell *c = &t->cell[i];

	switch (t->column[i].kind) {
	case SHEET_TEXT:
	case SHEET_WORD:
		put_text(p, i, c->shown != NULL ? span_of(c->shown) : c->text,
		    XLSX_PLAIN);
		return;
	case SHEET_YES:
		put_text(p, i, span_of(message(p->lang, c->n != 0 ? MSG_YES :
		    MSG_NO)), XLSX_PLAIN);
		return;
	case SHEET_HUNDREDTHS:
		put_number(p, i, (double)c->n / 100, XLSX_HUNDREDTHS);
		return;
	case SHEET_PERMILLE:
		put_number(p, i, (double)c->n / 1000, XLSX_SHARE);
		return;
	case SHEET_DAY:
		put_number(p, i, (double)(c->n + XLSX_EPOCH), XLSX_DAY);
		return;
	case SHEET_STAMP:
		put_number(p, i, (double)(c->n + zone_offset(t->zone, c->n)) /
		    86400 + XLSX_EPOCH, XLSX_STAMP);
		return;
	case SHEET_COUNT:
	case SHEET_MS:
	case SHEET_BYTES:
		put_count(p, i, c->n);
		return;
	}
}

/* Of a key that is not known people read a word; other cells stay empty. */
static void
put_row(void *self, const struct sheet *t)
{
	struct page *p = self;

	if (p->row >= XLSX_ROWS)
		return;
	if (!p->begun)
		begin_page(p, t);
	for (int i = 0; i < t->n; i++) {
		if (t->cell[i].known)
			put_cell(p, t, i);
		else if (i == 0)
			put_text(p, i, span_of(message(p->lang,
			    MSG_KEY_UNKNOWN)), XLSX_PLAIN);
	}
	p->row++;
}

static int
column_of(const struct sheet *t, const char *name)
{
	for (int i = 0; i < t->n; i++)
		if (strcmp(t->column[i].name, name) == 0)
			return i;
	return 0;
}

static void
end_page(struct page *p, const struct sheet *t)
{
	bool days = strcmp(p->what.name, "days") == 0;
	bool months = strcmp(p->what.name, "months") == 0;
	struct xlsx_table table = { p->head, p->row - 1, t->n, p->width,
		strcmp(p->what.name, "summary") != 0 };

	xlsx_table(p->book, &table);
	if (days || months) {
		int column[] = { column_of(t, "visits"),
			column_of(t, "pages") };

		xlsx_chart(p->book, &(struct xlsx_chart){ table, column, 2,
		    days ? "d" : "@" });
	}
}

/* ---- definitions ---- */

static void
define(struct page *p, enum message term, enum message meaning, int64_t length_s)
{
	struct buf arg = { 0 }, text = { 0 };

	if (length_s > 0)
		duration_put(&arg, length_s, p->lang);
	if (length_s > 0)
		message_put1(&text, p->lang, meaning, buf_text(&arg));
	else
		message_put(&text, p->lang, meaning);
	put_text(p, 0, span_of(message(p->lang, term)), XLSX_PLAIN);
	xlsx_text(p->book, (struct xlsx_at){ p->row++, 1 }, buf_view(&text),
	    XLSX_WRAP);
	buf_close(&arg);
	buf_close(&text);
}

static void
put_definitions(struct page *p)
{
	const struct site *site = p->r->site;

	xlsx_sheet(p->book, message(p->lang, MSG_REPORT_DEFINITIONS));
	p->row = 0;
	p->width[0] = p->width[1] = 0;
	put_text(p, 0, span_of(message(p->lang, MSG_HEAD_TERM)), XLSX_HEAD);
	put_text(p, 1, span_of(message(p->lang, MSG_HEAD_MEANING)), XLSX_HEAD);
	p->row = 1;
	define(p, MSG_REPORT_VISITS, MSG_ABOUT_VISITS, site->visit_gap_s);
	define(p, MSG_REPORT_PAGES, MSG_ABOUT_PAGES, 0);
	define(p, MSG_HEAD_VISITORS, MSG_ABOUT_VISITOR_DAYS, 0);
	define(p, MSG_REPORT_PEAK, MSG_REPORT_ABOUT_ONLINE,
	    site->online_window_s);
	p->width[1] = 100;
	xlsx_table(p->book, &(struct xlsx_table){ 0, p->row - 1, 2, p->width,
	    false });
}

bool
review_xlsx(const struct review *r, enum lang lang, struct buf *out,
    struct err *err)
{
	bool vi = lang == LANG_VI;
	struct xlsx_about about = { message(lang, MSG_REVIEW_TITLE),
		vi ? "dd/mm/yyyy" : "yyyy-mm-dd", vi ? "dd/mm/yyyy hh:mm:ss" :
		"yyyy-mm-dd hh:mm:ss", r->now_s };
	struct page p = { .r = r, .lang = lang };
	struct sheet t = { .zone = r->site->zone, .lang = lang,
		.take = put_row, .self = &p };

	if (!xlsx_open(&about, &p.book, err))
		return false;
	for (size_t i = 0; review_table(i, &p.what); i++) {
		p.begun = false;
		p.row = 0;
		review_table_run(r, &p.what, &t);
		if (p.begun)
			end_page(&p, &t);
	}
	put_definitions(&p);
	return xlsx_close(p.book, out, err);
}

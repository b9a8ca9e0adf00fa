/* SPDX-License-Identifier: MIT */
/* report_days.c -- the report's table of days, or of months where days are many. */
#include "common/civil.h"
#include "publish/report_page.h"

enum {
	DAY_ROWS = 31,
	BAR_LEAST = 6, /* a bar of fewer columns says nothing */
	CELLS = 5,
	CELLS_LEAST = 3 /* visits, page views, visitors; what follows gives way */
};

/* Either figures or, where n is 0, days without a line. */
struct row {
	const char *label;
	const char *note; /* instead of figures */
	const char *cell[CELLS]; /* the first is followed by the bar; NULL: no more */
	int64_t visits;
	bool faint;
	bool running;
};

struct table {
	struct report_page *p;
	bool months;
	struct row *row;
	size_t n;
	const char *head[CELLS];
	int cells; /* that fit */
	int label; /* columns each takes */
	int width[CELLS];
	int bar;
	int64_t most;
};

static int32_t
key_of(const struct table *t, int32_t day)
{
	return t->months ? civil_month_start(day) : day;
}

/* The first day after the row of that key. */
static int32_t
key_end(const struct table *t, int32_t key)
{
	struct civil c = civil_date(key);

	return t->months ? key + civil_month_days(c.year, c.month) : key + 1;
}

static const char *
label_of(const struct table *t, int32_t key)
{
	return t->months ? page_month(t->p, key) : page_weekday(t->p, key);
}

static void
add_quiet(struct table *t, int32_t from, int32_t to)
{
	const char *days = page_count(t->p, to - from, MSG_DAY, MSG_DAYS);

	t->row[t->n++] = (struct row){ .label = label_of(t, from),
		.note = page_text(t->p, MSG_REPORT_QUIET, days, NULL),
		.faint = true };
}

/* Days first..first + n - 1 of the figures, as one row. */
static void
add_row(struct table *t, size_t first, size_t n)
{
	struct report_page *p = t->p;
	struct period_sums s = report_add_up(p, first, n);
	struct period_sums ended = report_add_up_ended(p, first, n);
	int32_t key = key_of(t, p->f->day[first].day);
	struct row r = { .label = label_of(t, key), .visits = s.visits,
		.faint = !t->months && civil_weekday(key) >= 5,
		.running = key == key_of(t, p->today) };

	r.cell[0] = page_number(p, s.visits);
	r.cell[1] = page_number(p, s.pages);
	r.cell[2] = t->months ? page_ratio(p, ended.visitors, ended.days) :
	    page_number(p, s.visitors);
	r.cell[3] = page_number(p,
	    s.peak != NULL ? s.peak->v.online_peak : 0);
	if (t->months)
		r.cell[4] = page_number(p, s.days);
	if (r.running) {
		struct buf label = { 0 };

		buf_printf(&label, "%s*", r.label);
		r.label = arena_dup(&p->arena, label.p, label.n);
		buf_close(&label);
	}
	t->most = s.visits > t->most ? s.visits : t->most;
	t->row[t->n++] = r;
}

static void
add_rows(struct table *t)
{
	const struct report_figures *f = t->p->f;
	int32_t due = 0; /* the key after the last row's */

	for (size_t i = 0; i < f->n_days;) {
		int32_t key = key_of(t, f->day[i].day);
		size_t n = 1;

		while (i + n < f->n_days && key_of(t, f->day[i + n].day) == key)
			n++;
		if (i > 0 && due < key)
			add_quiet(t, due, key);
		add_row(t, i, n);
		due = key_end(t, key);
		i += n;
	}
}

static int
wider(int width, const char *text)
{
	int columns = text == NULL ? 0 : term_columns(span_of(text));

	return columns > width ? columns : width;
}

static int
needed(const struct table *t)
{
	int n = PAGE_BODY + t->label;

	for (int c = 0; c < t->cells; c++)
		n += PAGE_GAP + t->width[c];
	return n;
}

static int
bar_room(const struct table *t)
{
	return t->p->edge - needed(t) - 1;
}

static void
measure(struct table *t)
{
	t->cells = t->months ? CELLS : CELLS - 1;
	for (size_t i = 0; i < t->n; i++) {
		t->label = wider(t->label, t->row[i].label);
		for (int c = 0; c < t->cells; c++)
			t->width[c] = wider(t->width[c], t->row[i].cell[c]);
	}
	for (int c = 1; c < t->cells; c++)
		t->width[c] = wider(t->width[c], t->head[c]);

	/* A narrow page, or absurd figures. */
	while (t->cells > 1 && needed(t) > t->p->edge)
		t->cells--;
	while (t->cells > CELLS_LEAST && bar_room(t) < BAR_LEAST)
		t->cells--;
	t->bar = bar_room(t);
	/* Its title stands over the first figure and over the bar. */
	int title = wider(0, t->head[0]);
	if (t->bar < BAR_LEAST || t->width[0] + 1 + t->bar < title) {
		t->bar = -1;
		t->width[0] = wider(t->width[0], t->head[0]);
		while (t->cells > 1 && needed(t) > t->p->edge)
			t->cells--;
	}
}

/* The cells after the bar. */
static void
put_cells(const struct table *t, enum ink ink, const char *const cell[],
    int edge)
{
	for (int c = 1; c < t->cells; c++) {
		edge += PAGE_GAP + t->width[c];
		term_right(&t->p->term, ink, cell[c], edge);
	}
	term_end(&t->p->term);
}

static void
put_row(const struct table *t, const struct row *r, int left)
{
	struct term *term = &t->p->term;
	int edge = left + t->width[0];

	term_to(term, PAGE_BODY);
	term_text(term, r->faint ? INK_FAINT : INK_PLAIN, r->label);
	if (r->note != NULL) {
		term_to(term, left);
		term_text(term, INK_FAINT, r->note);
		term_end(term);
		return;
	}
	term_right(term, r->visits == t->most ? INK_STRONG : INK_PLAIN,
	    r->cell[0], edge);
	edge++;
	term_to(term, edge);
	term_bar(term, r->running ? INK_FAINT : INK_BLUE, r->visits, t->most,
	    t->bar);
	put_cells(t, INK_PLAIN, r->cell, edge + t->bar);
}

static void
put_table(const struct table *t)
{
	struct report_page *p = t->p;
	int left = PAGE_BODY + t->label + PAGE_GAP;
	bool running = false;

	if (t->months)
		page_heading(p, MSG_REPORT_BY_MONTH,
		    message(p->lang, MSG_REPORT_MONTH_MEAN));
	else
		page_heading(p, MSG_REPORT_BY_DAY, "");
	term_to(&p->term, left);
	term_text(&p->term, INK_FAINT, t->head[0]);
	put_cells(t, INK_FAINT, t->head, left + t->width[0] + 1 + t->bar);
	for (size_t i = 0; i < t->n; i++) {
		put_row(t, &t->row[i], left);
		running |= t->row[i].running;
	}
	if (!running)
		return;
	term_words(&p->term, INK_FAINT, page_text(p, MSG_REPORT_RUNNING,
	    page_instant(p, p->f->now_s), NULL), PAGE_BODY);
	term_end(&p->term);
}

void
report_days(struct report_page *p)
{
	const enum message head[CELLS] = { MSG_REPORT_VISITS,
		MSG_REPORT_COLUMN_PAGES, MSG_REPORT_COLUMN_VISITORS,
		MSG_REPORT_PEAK, MSG_REPORT_COLUMN_DAYS };
	struct table t = { .p = p, .months = p->f->n_days > DAY_ROWS };

	for (int c = 0; c < CELLS; c++)
		t.head[c] = message(p->lang, head[c]);
	/* A row for each, and as many for what lies between them. */
	t.row = mem_new(2 * p->f->n_days * sizeof(*t.row));
	add_rows(&t);
	measure(&t);
	put_table(&t);
	mem_free(t.row);
}

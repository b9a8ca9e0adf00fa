/* SPDX-License-Identifier: MIT */
/* show_headline.c -- the figures of the period, and what they were earlier. */
#include "common/hll.h"
#include "common/number.h"
#include "publish/show_page.h"

enum {
	NOTE_LEAST = 24, /* a note in fewer columns is a column of words */
	OTHERS = 2,
	TIMES_MANY = 10000 /* thousandths: from there on "×12" */
};

static const enum message label_of[] = {
#define X(id, label, kind) label,
	SHOW_ROWS(X)
#undef X
};

struct line {
	enum show_row row;
	const char *value, *note;
	const char *change[OTHERS];
};

struct headline {
	struct line line[SHOW__ROWS];
	int n;
	bool has[OTHERS];
	int label, value, change[OTHERS]; /* columns */
};

static const char *
signed_text(struct report_page *p, int64_t permille, bool points)
{
	struct buf b = { 0 }, text = { 0 };
	const char *out;

	if (!points && permille >= TIMES_MANY) {
		buf_puts(&b, "×");
		number_put(&b, permille / 1000 + 1, p->lang);
	} else {
		if (permille != 0)
			buf_puts(&b, permille > 0 ? "+" : "−");
		permille = permille < 0 ? -permille : permille;
		if (points)
			number_put_tenths(&b, permille, p->lang);
		else
			number_put_percent(&b, permille, p->lang);
	}
	if (points)
		message_put1(&text, p->lang, MSG_SHOW_POINTS, buf_text(&b));
	else
		buf_span(&text, buf_view(&b));
	out = arena_dup(&p->arena, text.p, text.n);
	buf_close(&b);
	buf_close(&text);
	return out;
}

static bool
in_points(enum show_row row)
{
	return row == SHOW_BOUNCES || row == SHOW_ROBOTS || row == SHOW_DOUBT;
}

static const char *
change_text(struct report_page *p, enum show_row row,
    const struct show_other *o)
{
	int64_t permille;

	if (!o->any || !show_change(row,
	    show_amount(row, &o->now, &o->now_uniques),
	    show_amount(row, &o->then, &o->then_uniques), &permille))
		return "";
	return signed_text(p, permille, in_points(row));
}

/* "± 0,8 %": of the method, so of every estimate. */
static const char *
error_text(struct report_page *p)
{
	struct buf b = { 0 };
	const char *out;

	buf_puts(&b, "±\xc2\xa0");
	number_put_percent(&b, (int64_t)(HLL_ERROR * 1000 + 0.5), p->lang);
	out = arena_dup(&p->arena, b.p, b.n);
	buf_close(&b);
	return out;
}

static const char *
value_of(struct report_page *p, const struct show_figures *s,
    enum show_row row)
{
	struct period_sums ended = report_add_up_ended(p, 0, p->f->n_days);
	struct show_amount a = show_amount(row, row == SHOW_VISITORS ? &ended :
	    &s->sums, &s->uniques);

	switch (row) {
	case SHOW_TRAFFIC:
		return page_bytes(p, a.n);
	case SHOW_DURATION:
		return a.of > 0 ? page_short(p, a.n / a.of) : "–";
	case SHOW_BOUNCES:
	case SHOW_ROBOTS:
	case SHOW_DOUBT:
		return page_percent(p, a.n, a.of);
	case SHOW_VISITORS:
		return s->sums.days > 1 ? page_ratio(p, a.n, a.of) :
		    page_number(p, a.n);
	case SHOW_MEAN:
		return page_ratio(p, a.n, a.of);
	default:
		return page_number(p, a.n);
	}
}

static const char *
note_of(struct report_page *p, const struct show_figures *s,
    enum show_row row)
{
	const struct period_sums *n = &s->sums;
	struct period_sums ended = report_add_up_ended(p, 0, p->f->n_days);

	switch (row) {
	case SHOW_VISITS:
		return n->days > 1 ? page_text(p, MSG_SHOW_A_DAY,
		    page_ratio(p, ended.visits, ended.days), NULL) : "";
	case SHOW_PAGES:
		return page_text(p, MSG_SHOW_A_VISIT,
		    page_ratio(p, n->views, n->visits), NULL);
	case SHOW_VISITORS:
		return n->days > 1 && n->busiest != NULL ? page_text(p,
		    MSG_SHOW_BUSIEST,
		    page_number(p, n->busiest->v.visitors),
		    page_weekday(p, n->busiest->day)) : "";
	case SHOW_UNIQUES:
		return page_text(p, MSG_SHOW_UNIQUES_NOTE, error_text(p), NULL);
	case SHOW_TRAFFIC:
		return message(p->lang, MSG_REPORT_SENT);
	case SHOW_BOUNCES:
		return page_text(p, MSG_SHOW_BOUNCED,
		    page_number(p, n->bounces), NULL);
	case SHOW_DURATION:
		return page_text(p, MSG_SHOW_TIMED,
		    page_number(p, n->timed), NULL);
	case SHOW_PEAK:
		return n->peak == NULL ? "" :
		    page_instant(p, n->peak->v.online_peak_at_s);
	case SHOW_ROBOTS:
		return page_text(p, MSG_SHOW_ROBOTS_NOTE,
		    page_number(p, n->robots), page_number(p, n->all));
	case SHOW_DOUBT:
		return page_text(p, MSG_SHOW_DOUBT_NOTE,
		    page_number(p, n->doubt_visits), NULL);
	default:
		return "";
	}
}

static bool
is_shown(const struct show_figures *s, enum show_row row)
{
	if (row == SHOW_UNIQUES)
		return s->uniques.known && s->sums.days > 1;
	return row != SHOW_DOUBT || s->sums.doubt_visits > 0;
}

static const char *
label_text(struct report_page *p, const struct show_figures *s,
    enum show_row row)
{
	return message(p->lang, row == SHOW_VISITORS && s->sums.days <= 1 ?
	    MSG_REPORT_COLUMN_VISITORS : label_of[row]);
}

static int
wider(int width, const char *text)
{
	int columns = term_columns(span_of(text));

	return columns > width ? columns : width;
}

static const enum message other_title[OTHERS] = { MSG_SHOW_BEFORE,
	MSG_SHOW_LAST_YEAR };

static void
fill(struct report_page *p, const struct show_figures *s, struct headline *h)
{
	const struct show_other *other[OTHERS] = { &s->before, &s->year };

	for (int row = 0; row < SHOW__ROWS; row++) {
		struct line *l = &h->line[h->n];

		if (!is_shown(s, (enum show_row)row))
			continue;
		*l = (struct line){ (enum show_row)row,
			value_of(p, s, (enum show_row)row),
			note_of(p, s, (enum show_row)row), { "", "" } };
		h->label = wider(h->label, label_text(p, s, l->row));
		h->value = wider(h->value, l->value);
		for (int o = 0; o < OTHERS; o++) {
			l->change[o] = change_text(p, l->row, other[o]);
			h->has[o] = h->has[o] || l->change[o][0] != '\0';
			h->change[o] = wider(h->change[o], l->change[o]);
		}
		h->n++;
	}
	for (int o = 0; o < OTHERS; o++)
		h->change[o] = h->has[o] ? wider(h->change[o],
		    message(p->lang, other_title[o])) : -PAGE_GAP;
}

static void
put_line(struct report_page *p, const struct show_figures *s,
    const struct headline *h, const struct line *l)
{
	struct term *t = &p->term;
	int edge = PAGE_BODY + h->label + PAGE_GAP + h->value;

	term_to(t, PAGE_BODY);
	term_text(t, INK_PLAIN, label_text(p, s, l->row));
	term_right(t, INK_STRONG, l->value, edge);
	for (int o = 0; o < OTHERS; o++) {
		edge += PAGE_GAP + h->change[o];
		if (h->has[o])
			term_right(t, INK_PLAIN, l->change[o], edge);
	}
	edge += PAGE_GAP;
	if (p->edge - edge >= NOTE_LEAST) {
		term_to(t, edge);
		term_words(t, INK_FAINT, l->note, edge);
	}
	term_end(t);
}

static void
put_titles(struct report_page *p, const struct headline *h)
{
	int edge = PAGE_BODY + h->label + PAGE_GAP + h->value;

	for (int o = 0; o < OTHERS; o++) {
		edge += PAGE_GAP + h->change[o];
		if (h->has[o])
			term_right(&p->term, INK_FAINT,
			    message(p->lang, other_title[o]), edge);
	}
	term_end(&p->term);
}

static const char *
days_text(struct report_page *p, struct period d)
{
	const char *const arg[] = { page_date(p, d.from), page_date(p, d.to),
		page_count(p, (int64_t)d.to - d.from + 1, MSG_DAY, MSG_DAYS) };
	struct buf b = { 0 };
	const char *out;

	if (d.from == d.to)
		return page_weekday(p, d.from);
	message_fill(&b, p->lang, MSG_SHOW_DAYS, arg, 3);
	out = arena_dup(&p->arena, b.p, b.n);
	buf_close(&b);
	return out;
}

/* Which days are compared with which. */
static void
put_compared(struct report_page *p, const struct show_figures *s)
{
	struct term *t = &p->term;
	struct period now = s->before.any ? s->before.days.now :
	    s->year.days.now;

	if (s->running && s->kind == PERIOD_KIND_DAY) {
		term_end(t);
		term_words(t, INK_FAINT, message(p->lang,
		    MSG_SHOW_DAY_RUNNING), PAGE_BODY);
		term_end(t);
	}
	if (!s->before.any && !s->year.any)
		return;
	term_end(t);
	if (s->before.any)
		term_words(t, INK_FAINT, page_text(p, MSG_SHOW_BEFORE_IS,
		    days_text(p, s->before.days.then), NULL), PAGE_BODY);
	if (s->year.any)
		term_words(t, INK_FAINT, page_text(p, MSG_SHOW_YEAR_IS,
		    days_text(p, s->year.days.then), NULL), PAGE_BODY);
	if (s->running)
		term_words(t, INK_FAINT, page_text(p, MSG_SHOW_RUNNING,
		    page_count(p, (int64_t)now.to - now.from + 1, MSG_DAY,
		    MSG_DAYS), NULL), PAGE_BODY);
	term_end(t);
}

void
show_headline(struct report_page *p, const struct show_figures *s)
{
	struct headline h = { .n = 0 };

	fill(p, s, &h);
	put_titles(p, &h);
	for (int i = 0; i < h.n; i++) {
		if (h.line[i].row == SHOW_BOUNCES ||
		    h.line[i].row == SHOW_ROBOTS)
			term_end(&p->term);
		put_line(p, s, &h, &h.line[i]);
	}
	put_compared(p, s);
}

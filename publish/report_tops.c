/* SPDX-License-Identifier: MIT */
/* report_tops.c -- lists of names with their figures, alone or two beside one another. */
#include "publish/report_page.h"

enum { SHARE_COLUMNS = 7 };

/* A list, measured. */
struct list {
	struct page_list of;
	int number; /* columns of the greatest figure */
	int name;   /* columns of the longest name */
};

static int
wider(int width, const char *text)
{
	int columns = term_columns(span_of(text));

	return columns > width ? columns : width;
}

static struct list
measured(struct report_page *p, struct page_list of)
{
	struct list l = { .of = of };

	for (size_t i = 0; i < of.n; i++) {
		l.number = wider(l.number, page_number(p, of.top[i].n));
		l.name = wider(l.name, page_escaped(p, of.top[i].text));
	}
	return l;
}

static int
share_columns(const struct list *l)
{
	return l->of.whole > 0 ? PAGE_GAP + SHARE_COLUMNS : 0;
}

/* Columns of a row but for its name and its margin. */
static int
list_figures(const struct list *l)
{
	return l->number + share_columns(l) + PAGE_GAP;
}

static void
put_title(struct report_page *p, const struct list *l, int left, int edge)
{
	if (l->of.n == 0)
		return;
	term_to(&p->term, left);
	term_heading(&p->term, message(p->lang, l->of.title),
	    message(p->lang, l->of.unit), edge);
}

static void
put_row(struct report_page *p, const struct list *l, size_t i, int left)
{
	struct term *t = &p->term;
	int edge = left + l->number;

	if (i >= l->of.n)
		return;
	term_right(t, INK_PLAIN, page_number(p, l->of.top[i].n), edge);
	edge += share_columns(l);
	if (l->of.whole > 0)
		term_right(t, INK_FAINT, page_percent(p, l->of.top[i].n,
		    l->of.whole), edge);
	term_to(t, edge + PAGE_GAP);
}

static void
put_beside(struct report_page *p, const struct list l[2])
{
	int half = p->edge / 2, left[2] = { PAGE_BODY, half + PAGE_BODY };
	size_t n = l[0].of.n > l[1].of.n ? l[0].of.n : l[1].of.n;

	term_end(&p->term);
	put_title(p, &l[0], PAGE_LEFT, half - 1);
	put_title(p, &l[1], half + PAGE_LEFT, p->edge);
	term_end(&p->term);
	for (size_t i = 0; i < n; i++) {
		for (int k = 0; k < 2; k++) {
			put_row(p, &l[k], i, left[k]);
			if (i < l[k].of.n)
				term_name(&p->term, INK_PLAIN,
				    l[k].of.top[i].text, half);
		}
		term_end(&p->term);
	}
}

static void
put_alone(struct report_page *p, const struct list *l)
{
	if (l->of.n == 0)
		return;
	page_heading(p, l->of.title, message(p->lang, l->of.unit));
	for (size_t i = 0; i < l->of.n; i++) {
		put_row(p, l, i, PAGE_BODY);
		term_name(&p->term, INK_PLAIN, l->of.top[i].text,
		    p->edge - p->term.at);
		term_end(&p->term);
	}
}

/* In half a page: its names, and its heading. */
static bool
fits(const struct report_page *p, const struct list *l)
{
	int half = p->edge / 2;
	int title = term_columns(span_of(message(p->lang, l->of.title)));
	int unit = term_columns(span_of(message(p->lang, l->of.unit)));

	return list_figures(l) + l->name <= half - PAGE_BODY - PAGE_GAP &&
	    title + 1 + unit <= half - PAGE_LEFT - PAGE_GAP;
}

void
page_lists(struct report_page *p, struct page_list a, struct page_list b)
{
	struct list l[2] = { measured(p, a), measured(p, b) };

	if (a.n > 0 && b.n > 0 && fits(p, &l[0]) && fits(p, &l[1])) {
		put_beside(p, l);
		return;
	}
	put_alone(p, &l[0]);
	put_alone(p, &l[1]);
}

void
report_tops(struct report_page *p)
{
	const struct report_figures *f = p->f;
	struct period_sums s = report_add_up(p, 0, f->n_days);

	page_lists(p, (struct page_list){ MSG_REPORT_TOP_PAGES, MSG_PAGES,
	    f->pages, f->n_pages, s.pages },
	    (struct page_list){ MSG_REPORT_TOP_ENTRIES, MSG_VISITS,
	    f->entries, f->n_entries, s.visits });
}

/* SPDX-License-Identifier: MIT */
/* show_lists.c -- the lists of a period's page, its hours and its response times. */
#include "common/number.h"
#include "publish/show_page.h"

enum {
	ROWS = 8,
	HOUR_COLUMNS = 2,
	CHART_ROWS = 4,
	LABEL_COLUMNS = 17
};

/* ---- hours of a day, as pillars ---- */

static void
put_pillars(struct report_page *p, const struct show_figures *s, int64_t most,
    int row)
{
	static const char *const eighth[] = { " ", "▁", "▂", "▃", "▄", "▅",
		"▆", "▇", "█" };
	struct term *t = &p->term;

	term_to(t, PAGE_BODY);
	for (int h = 0; h < s->n_hours; h++) {
		int64_t n = s->hour_pages[h];
		int high = (int)((double)n / (double)most * CHART_ROWS * 8 +
		    0.5);
		int part = high - row * 8;

		if (n > 0 && high == 0 && row == 0)
			part = 1; /* what is there is not nothing */
		part = part < 0 ? 0 : part > 8 ? 8 : part;
		term_to(t, PAGE_BODY + h * HOUR_COLUMNS);
		if (part > 0)
			term_text(t, INK_BLUE, eighth[part]);
		if (part > 0)
			term_text(t, INK_BLUE, eighth[part]);
	}
	term_end(t);
}

void
show_hours(struct report_page *p, const struct show_figures *s)
{
	int64_t most = 0;
	int peak = 0;

	for (int h = 0; h < s->n_hours; h++) {
		if (s->hour_pages[h] > most) {
			most = s->hour_pages[h];
			peak = h;
		}
	}
	if (most == 0)
		return;

	struct buf note = { 0 };

	buf_printf(&note, "%d–%d h: %s %s", peak, peak + 1,
	    page_number(p, most), message(p->lang, MSG_PAGES));
	page_heading(p, MSG_SHOW_BY_HOUR, buf_text(&note));
	buf_close(&note);
	for (int row = CHART_ROWS - 1; row >= 0; row--)
		put_pillars(p, s, most, row);
	for (int h = 0; h < s->n_hours; h += 3) {
		term_to(&p->term, PAGE_BODY + h * HOUR_COLUMNS);
		term_text(&p->term, INK_FAINT, page_number(p, h));
	}
	term_end(&p->term);
}

/* ---- lists ---- */

static struct page_list
list_of(struct report_page *p, enum dim dim, enum tally_count count,
    enum message title)
{
	struct page_list l = page_dim(p, dim, count, ROWS);

	l.title = title;
	l.unit = count == TALLY_VISITS ? MSG_VISITS :
	    count == TALLY_PAGES ? MSG_PAGES : MSG_REPORT_UNIT_HITS;
	return l;
}

/* Countries are a list once one is known. */
static struct page_list
countries(struct report_page *p, const struct show_figures *s)
{
	struct page_list l = list_of(p, DIM_COUNTRY, TALLY_VISITS,
	    MSG_SHOW_COUNTRIES);

	l.whole = s->sums.visits;
	if (l.n == 1 && s->f.dims->of[DIM_COUNTRY].tally[0].key.n == 0)
		l.n = 0;
	return l;
}

static struct page_list
hosts(struct report_page *p, const struct show_figures *s)
{
	struct page_list l = list_of(p, DIM_HOST, TALLY_PAGES,
	    MSG_SHOW_HOSTS);

	l.whole = s->sums.pages;
	if (l.n < 2)
		l.n = 0;
	return l;
}

static struct page_list
uncertain(struct report_page *p, const struct show_figures *s)
{
	struct page_list l = list_of(p, DIM_DOUBT, TALLY_VISITS,
	    MSG_SHOW_UNCERTAIN);

	l.whole = s->sums.visits;
	return l;
}

void
show_lists(struct report_page *p, const struct show_figures *s)
{
	struct page_list searches = list_of(p, DIM_SEARCH, TALLY_PAGES,
	    MSG_SHOW_SEARCHES);
	struct page_list campaigns = list_of(p, DIM_CAMPAIGN, TALLY_PAGES,
	    MSG_SHOW_CAMPAIGNS);
	struct page_list none = { .n = 0 };

	report_tops(p);
	report_dims(p);
	page_lists(p, searches, campaigns);
	report_audience(p);
	page_lists(p, countries(p, s), hosts(p, s));
	page_lists(p, list_of(p, DIM_BROKEN, TALLY_HITS, MSG_SHOW_BROKEN),
	    none);
	page_lists(p, list_of(p, DIM_MISSING, TALLY_HITS, MSG_SHOW_MISSING),
	    none);
	report_robots(p);
	page_lists(p, uncertain(p, s), none);
}

/* ---- response times ---- */

static const char *
milliseconds(struct report_page *p, const char *name, int64_t us)
{
	struct buf b = { 0 };
	const char *out;

	buf_printf(&b, "%s\xc2\xa0", name);
	if (us < 10000 && us % 1000 != 0)
		number_put_tenths(&b, (us + 50) / 100, p->lang);
	else
		number_put(&b, (us + 500) / 1000, p->lang);
	buf_puts(&b, "\xc2\xa0ms");
	out = arena_dup(&p->arena, b.p, b.n);
	buf_close(&b);
	return out;
}

static void
put_times(struct report_page *p, enum message label,
    const struct period_times *t)
{
	const char *const item[] = { milliseconds(p, "p50", t->p50_us),
		milliseconds(p, "p95", t->p95_us),
		milliseconds(p, "p99", t->p99_us),
		page_text(p, MSG_SHOW_UNDER,
		page_percent(p, t->under, t->hits), NULL) };

	if (t->hits == 0)
		return;
	term_to(&p->term, PAGE_BODY);
	term_text(&p->term, INK_FAINT, message(p->lang, label));
	for (size_t i = 0; i < sizeof(item) / sizeof(item[0]); i++) {
		term_to(&p->term, PAGE_BODY + LABEL_COLUMNS);
		term_piece(&p->term, INK_PLAIN, item[i],
		    PAGE_BODY + LABEL_COLUMNS);
		p->term.at += PAGE_GAP;
	}
	term_end(&p->term);
}

void
show_times(struct report_page *p, const struct show_figures *s)
{
	if (s->times[PERIOD_TIMES_ALL].hits == 0)
		return;
	page_heading(p, MSG_SHOW_TIMES, "");
	put_times(p, MSG_OUTCOME_PAGE, &s->times[PERIOD_TIMES_PAGES]);
	put_times(p, MSG_SHOW_TIMED_HITS, &s->times[PERIOD_TIMES_HITS]);
}

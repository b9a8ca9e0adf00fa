/* SPDX-License-Identifier: MIT */
/* report_terminal.c -- the page of `truycap report`: its head, headline and end. */
#include "publish/report_page.h"

static void
add(int64_t *sum, int64_t n)
{
	if (__builtin_add_overflow(*sum, n, sum))
		*sum = INT64_MAX;
}

struct period_sums
report_add_up(const struct report_page *p, size_t first, size_t n)
{
	struct period_sums s = { 0 };

	for (size_t i = first; i < first + n; i++)
		period_add(&s, &p->f->day[i], p->f->zone, p->f->now_s);
	return s;
}

struct period_sums
report_add_up_ended(const struct report_page *p, size_t first, size_t n)
{
	struct period_sums s = { 0 };

	for (size_t i = first; i < first + n; i++)
		if (p->f->day[i].day != p->today || n == 1)
			period_add(&s, &p->f->day[i], p->f->zone, p->f->now_s);
	return s;
}

static int64_t
all_lines(const struct report_figures *f)
{
	int64_t lines = 0;

	for (int c = 0; c < CLASS__MAX; c++)
		add(&lines, f->classes[c]);
	return lines;
}

static bool
no_robot_list(const struct report_figures *f)
{
	return f->robots == NULL || strcmp(f->robots, "none") == 0;
}

static const char *
robot_list(struct report_page *p)
{
	if (strcmp(p->f->robots, "built-in") == 0)
		return message(p->lang, MSG_BUILT_IN);
	return page_escaped(p, p->f->robots);
}

void
page_title(struct report_page *p)
{
	struct term *t = &p->term;
	const char *title = message(p->lang, MSG_WIDGET_TITLE);
	int edge = p->edge - term_columns(span_of(title));

	term_to(t, PAGE_LEFT);
	term_name(t, INK_STRONG, p->f->site, edge - PAGE_GAP - PAGE_LEFT);
	term_right(t, INK_FAINT, title, p->edge);
	term_end(t);
	term_to(t, PAGE_LEFT);
	for (int i = PAGE_LEFT; i < p->edge; i++)
		term_text(t, INK_FAINT, "━");
	term_end(t);
}

/* Items of the coverage, with a dot between two of them. */
void
page_item(struct report_page *p, const char *text, bool last)
{
	struct buf item = { 0 };

	buf_printf(&item, "%s%s", text, last ? "" : " ·");
	term_piece(&p->term, INK_PLAIN, buf_text(&item), PAGE_LEFT);
	p->term.at++;
	buf_close(&item);
}

void
page_period(struct report_page *p)
{
	const struct report_figures *f = p->f;

	if (f->n_days == 0)
		return;
	int32_t first = f->day[0].day, last = f->day[f->n_days - 1].day;
	int64_t n = (int64_t)f->n_days, span = (int64_t)last - first + 1;
	const char *days = page_count(p, span, MSG_DAY, MSG_DAYS);

	page_item(p, first == last ? page_weekday(p, first) :
	    page_text(p, MSG_REPORT_PERIOD, page_date(p, first),
	    page_date(p, last)), false);
	page_item(p, n == span ? days : page_text(p, MSG_REPORT_DAYS_OF,
	    page_number(p, n), days), false);
}

static void
put_coverage(struct report_page *p)
{
	const struct report_figures *f = p->f;

	page_period(p);
	page_item(p, page_count(p, f->files, MSG_FILE, MSG_FILES), false);
	page_item(p, page_count(p, all_lines(f), MSG_LINE, MSG_LINES), false);
	page_item(p, page_text(p, MSG_REPORT_ZONE,
	    page_escaped(p, zone_name(f->zone)), NULL), false);
	page_item(p, no_robot_list(f) ?
	    message(p->lang, MSG_REPORT_ALL_PEOPLE) :
	    page_text(p, MSG_REPORT_ROBOT_LIST, robot_list(p), NULL), true);
	term_end(&p->term);
}

struct headline {
	enum message label;
	const char *value;
	const char *note;
};

static void
fill_traffic(struct report_page *p, const struct period_sums *s,
    struct headline *h)
{
	h[0] = (struct headline){ MSG_REPORT_VISITS,
		page_number(p, s->visits), "" };
	h[1] = (struct headline){ MSG_REPORT_PAGES, page_number(p, s->pages),
		page_text(p, MSG_REPORT_A_VISIT,
		page_ratio(p, s->views, s->visits), NULL) };
	h[2] = (struct headline){ MSG_REPORT_VISITORS,
		page_number(p, s->visitors), "" };
	h[3] = (struct headline){ MSG_REPORT_HITS, page_number(p, s->hits),
		page_text(p, MSG_REPORT_PEOPLE_HITS,
		page_number(p, s->robots), NULL) };
	h[4] = (struct headline){ MSG_REPORT_TRAFFIC, page_bytes(p, s->bytes),
		message(p->lang, MSG_REPORT_SENT) };
}

/* Over what was filled: one day needs no average. */
static void
fill_averages(struct report_page *p, const struct period_sums *s,
    struct headline *h)
{
	struct period_sums ended = report_add_up_ended(p, 0, p->f->n_days);

	if (s->days <= 1)
		return;
	h[0].note = page_text(p, MSG_REPORT_A_DAY,
	    page_ratio(p, ended.visits, ended.days), NULL);
	h[2].value = page_ratio(p, ended.visitors, ended.days);
	if (s->busiest != NULL)
		h[2].note = page_text(p, MSG_REPORT_BUSIEST,
		    page_number(p, s->busiest->v.visitors),
		    page_weekday(p, s->busiest->day));
	h[4].note = page_text(p, MSG_REPORT_PEOPLE_BYTES,
	    page_bytes(p, ended.bytes / ended.days), NULL);
}

static void
fill_conduct(struct report_page *p, const struct period_sums *s,
    struct headline *h)
{
	bool timed = s->timed > 0;

	h[0] = (struct headline){ MSG_REPORT_BOUNCES,
		page_percent(p, s->bounces, s->visits), page_text(p,
		MSG_REPORT_BOUNCED, page_number(p, s->bounces), NULL) };
	h[1] = (struct headline){ MSG_REPORT_DURATION,
		timed ? page_short(p, s->timed_s / s->timed) : "–",
		page_text(p, MSG_REPORT_TIMED, page_number(p, s->timed),
		NULL) };
	h[2] = (struct headline){ MSG_REPORT_PEAK, page_number(p,
		s->peak != NULL ? s->peak->v.online_peak : 0),
		s->peak == NULL ? "" : page_text(p, MSG_REPORT_PEAK_AT,
		page_instant(p, s->peak->v.online_peak_at_s), NULL) };
	h[3] = (struct headline){ MSG_REPORT_MEAN,
		page_ratio(p, s->online_s, s->length_s),
		message(p->lang, MSG_REPORT_AT_ANY) };
}

enum { TRAFFIC = 5, HEADLINES = 9 };

static void
put_headline(struct report_page *p)
{
	struct period_sums s = report_add_up(p, 0, p->f->n_days);
	struct headline h[HEADLINES];
	struct term *t = &p->term;
	int label = 0, value = 0;

	fill_traffic(p, &s, h);
	fill_averages(p, &s, h);
	fill_conduct(p, &s, h + TRAFFIC);
	for (int i = 0; i < HEADLINES; i++) {
		int l = term_columns(span_of(message(p->lang, h[i].label)));
		int v = term_columns(span_of(h[i].value));

		label = l > label ? l : label;
		value = v > value ? v : value;
	}
	for (int i = 0; i < HEADLINES; i++) {
		int edge = PAGE_BODY + label + PAGE_GAP + value;

		if (i == 0 || i == TRAFFIC)
			term_end(t);
		term_to(t, PAGE_BODY);
		term_text(t, INK_PLAIN, message(p->lang, h[i].label));
		term_right(t, INK_STRONG, h[i].value, edge);
		term_to(t, edge + PAGE_GAP);
		term_words(t, INK_FAINT, h[i].note, edge + PAGE_GAP);
		term_end(t);
	}
}

/* The list, and the start of its hash: enough to tell two versions apart. */
static const char *
about_robots(struct report_page *p)
{
	const struct report_figures *f = p->f;
	struct buf list = { 0 };

	if (no_robot_list(f))
		return message(p->lang, MSG_REPORT_ABOUT_ALL);
	buf_puts(&list, robot_list(p));
	if (f->robots_sha256 != NULL && f->robots_sha256[0] != '\0')
		buf_printf(&list, " (SHA-256 %.12s…)", f->robots_sha256);

	const char *text = page_text(p, MSG_REPORT_ABOUT_ROBOTS,
	    buf_text(&list), NULL);

	buf_close(&list);
	return text;
}

static bool
has_running_day(const struct report_page *p)
{
	size_t n = p->f->n_days;

	return n > 1 && p->f->day[n - 1].day == p->today;
}

void
report_definitions(struct report_page *p)
{
	const char *const text[] = {
		page_text(p, MSG_ABOUT_VISITS,
		    page_duration(p, p->f->gap_s), NULL),
		message(p->lang, MSG_ABOUT_PAGES),
		message(p->lang, MSG_REPORT_ABOUT_VISITORS),
		page_text(p, MSG_REPORT_ABOUT_ONLINE,
		    page_duration(p, p->f->window_s), NULL),
		has_running_day(p) ?
		    message(p->lang, MSG_REPORT_ABOUT_MEANS) : "",
		about_robots(p),
		message(p->lang, MSG_REPORT_ABOUT_BYTES),
	};

	page_heading(p, MSG_REPORT_DEFINITIONS, "");
	term_to(&p->term, PAGE_BODY);
	for (size_t i = 0; i < sizeof(text) / sizeof(text[0]); i++)
		term_words(&p->term, INK_FAINT, text[i], PAGE_BODY);
	term_end(&p->term);
}

/* Nothing was counted: say so, and what may help. */
static void
put_apology(struct report_page *p)
{
	bool empty = all_lines(p->f) == 0;

	term_end(&p->term);
	term_words(&p->term, INK_PLAIN, message(p->lang, empty ?
	    MSG_REPORT_NO_LINES : MSG_REPORT_NO_DAYS), PAGE_LEFT);
	term_end(&p->term);
}

void
report_terminal(const struct report_figures *f,
    const struct report_style *style, struct buf *out)
{
	struct report_page p = { .f = f, .lang = style->lang,
		.edge = style->width - 1, /* a margin on the right too */
		.today = zone_day_at(f->zone, f->now_s).day,
		.term = { .out = out, .width = style->width - 1,
		    .color = style->color } };

	page_title(&p);
	put_coverage(&p);
	if (f->n_days > 0) {
		put_headline(&p);
		report_days(&p);
		report_tops(&p);
		report_dims(&p);
		report_audience(&p);
		report_robots(&p);
		report_outcomes(&p);
	} else {
		put_apology(&p);
	}
	report_ledger(&p);
	if (f->n_days > 0)
		report_definitions(&p);
	arena_close(&p.arena);
}

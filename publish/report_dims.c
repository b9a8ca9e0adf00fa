/* SPDX-License-Identifier: MIT */
/* report_dims.c -- what was read, from where, with what, and by which robots. */
#include "publish/report_page.h"

enum {
	ROWS = 8,
	SHARES = 6,
	LABEL_COLUMNS = 17 /* the longest in either language, and a gap */
};

static struct page_list
list_of(struct report_page *p, enum dim dim, enum tally_count count,
    enum message title, enum message unit)
{
	struct page_list l = page_dim(p, dim, count, ROWS);

	l.title = title;
	l.unit = unit;
	return l;
}

void
report_dims(struct report_page *p)
{
	const struct report_figures *f = p->f;
	struct period_sums s = report_add_up(p, 0, f->n_days);
	struct page_list downloads = list_of(p, DIM_DOWNLOAD, TALLY_HITS,
	    MSG_SHOW_DOWNLOADS, MSG_REPORT_UNIT_HITS);
	struct page_list sections = list_of(p, DIM_SECTION, TALLY_PAGES,
	    MSG_SHOW_SECTIONS, MSG_PAGES);
	struct page_list sources = list_of(p, DIM_SOURCE, TALLY_VISITS,
	    MSG_SHOW_SOURCES, MSG_VISITS);
	struct page_list referrers = list_of(p, DIM_REFERRER, TALLY_PAGES,
	    MSG_SHOW_REFERRERS, MSG_PAGES);

	downloads.whole = f->outcomes[OUTCOME_DOWNLOAD];
	sections.whole = s.pages;
	sources.whole = s.visits;
	referrers.whole = s.pages;
	page_lists(p, sources, referrers);
	page_lists(p, sections, (struct page_list){ .n = 0 });
	page_lists(p, downloads, (struct page_list){ .n = 0 });
}

static void
put_share(struct report_page *p, const char *name, int64_t n, int64_t whole)
{
	struct buf b = { 0 };

	buf_printf(&b, "%s\xc2\xa0%s", page_escaped(p, name),
	    page_percent(p, n, whole));
	term_to(&p->term, PAGE_BODY + LABEL_COLUMNS);
	term_piece(&p->term, INK_PLAIN, buf_text(&b),
	    PAGE_BODY + LABEL_COLUMNS);
	p->term.at += PAGE_GAP;
	buf_close(&b);
}

static void
put_label(struct report_page *p, enum message label)
{
	term_to(&p->term, PAGE_BODY);
	term_text(&p->term, INK_FAINT, message(p->lang, label));
}

static void
put_shares(struct report_page *p, enum dim dim, enum message label)
{
	int64_t whole = page_dim_sum(p, dim, TALLY_VISITS);
	struct page_list l = page_dim(p, dim, TALLY_VISITS, SHARES);

	if (l.n == 0)
		return;
	put_label(p, label);
	for (size_t i = 0; i < l.n; i++)
		put_share(p, l.top[i].text, l.top[i].n, whole);
	term_end(&p->term);
}

static int64_t
count_of(const struct report_page *p, enum dim dim, const char *key,
    enum tally_count count)
{
	const struct tallies *t = &p->f->dims->of[dim];

	for (size_t i = 0; i < t->n; i++)
		if (span_eq(t->tally[i].key, span_of(key)))
			return t->tally[i].n[count];
	return 0;
}

static void
put_connections(struct report_page *p)
{
	int64_t https = count_of(p, DIM_SCHEME, "https", TALLY_PAGES);
	int64_t ipv6 = count_of(p, DIM_IP, "IPv6", TALLY_VISITS);
	int64_t known, visits;

	if (__builtin_add_overflow(https, count_of(p, DIM_SCHEME, "http",
	    TALLY_PAGES), &known))
		known = INT64_MAX;
	if (__builtin_add_overflow(ipv6, count_of(p, DIM_IP, "IPv4",
	    TALLY_VISITS), &visits))
		visits = INT64_MAX;
	if (known == 0 && visits == 0)
		return;
	put_label(p, MSG_SHOW_CONNECTIONS);
	if (known > 0)
		put_share(p, "HTTPS", https, known);
	if (visits > 0)
		put_share(p, "IPv6", ipv6, visits);
	term_end(&p->term);
}

void
report_audience(struct report_page *p)
{
	if (p->f->dims == NULL ||
	    page_dim_sum(p, DIM_BROWSER, TALLY_VISITS) == 0)
		return;
	page_heading(p, MSG_SHOW_AUDIENCE, message(p->lang, MSG_VISITS));
	put_shares(p, DIM_DEVICE, MSG_SHOW_DEVICES);
	put_shares(p, DIM_SYSTEM, MSG_SHOW_SYSTEMS);
	put_shares(p, DIM_BROWSER, MSG_SHOW_BROWSERS);
	put_connections(p);
}

void
report_robots(struct report_page *p)
{
	struct period_sums s = report_add_up(p, 0, p->f->n_days);
	struct page_list kinds = list_of(p, DIM_ROBOT_KIND, TALLY_ROBOT_HITS,
	    MSG_SHOW_ROBOT_KINDS, MSG_REPORT_UNIT_HITS);
	struct page_list names = list_of(p, DIM_ROBOT, TALLY_ROBOT_HITS,
	    MSG_SHOW_ROBOT_NAMES, MSG_REPORT_UNIT_HITS);
	struct page_list statuses = list_of(p, DIM_STATUS, TALLY_HITS,
	    MSG_SHOW_STATUSES, MSG_REPORT_UNIT_HITS);

	kinds.whole = names.whole = s.robots;
	statuses.whole = s.hits;
	page_lists(p, kinds, names);
	page_lists(p, statuses, (struct page_list){ .n = 0 });
}

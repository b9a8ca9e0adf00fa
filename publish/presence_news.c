/* SPDX-License-Identifier: MIT */
/* presence_news.c -- what was new: P10, P11, P12.  Proxies: first seen is not published. */
#include "aggregate/news.h"
#include "publish/presence_inside.h"

/* Before the period a gap's begin is looked for so far back. */
enum { BEFORE = 366 };

/* Days with new content of one section, or of all, in their order. */
struct walk {
	struct presence *p;
	struct presence_gap *gap;
	int32_t from;      /* the first day that is told */
};

static int64_t
working_between(const struct presence *p, int32_t after, int32_t until)
{
	return holidays_working_days(p->site->holidays,
	    (struct period){ after + 1, until });
}

static void
end_gap(const struct walk *w, int32_t until)
{
	struct presence_gap *g = w->gap;
	int32_t last = g->any ? g->last : w->from - 1;

	if (until < w->p->due.from || until - last <= g->days)
		return;
	g->days = until - last;
	g->working = working_between(w->p, last, until);
	g->longest = (struct period){ last, until };
}

static void
add_day(const struct walk *w, int32_t day)
{
	if (day < w->from)
		return;
	end_gap(w, day);
	w->gap->any = true;
	w->gap->last = day;
}

static void
end_walk(const struct walk *w)
{
	struct presence_gap *g = w->gap;
	int32_t last = g->any ? g->last : w->from - 1;

	end_gap(w, w->p->due.to);
	g->known = true;
	g->now_days = w->p->due.to - last;
	g->now_working = working_between(w->p, last, w->p->due.to);
}

/* ---- sections ---- */

static int32_t
told_from(const struct news *n)
{
	return n->since + PRESENCE_WARM_UP;
}

static void
walk_all(struct presence *p, const struct news *n)
{
	struct walk all = { p, &p->gap, told_from(n) };

	for (size_t i = 0; i < n->n; i++) {
		const struct news_row *r = &n->row[i];
		struct presence_section *s = presence_section_at(p,
		    r->section);

		if (r->section == NEWS_ALL)
			add_day(&all, r->day);
		if (s != NULL)
			add_day(&(struct walk){ p, &s->gap, told_from(n) },
			    r->day);
	}
	end_walk(&all);
	for (size_t i = 0; i < p->n_sections; i++)
		if (p->section[i].site >= 0)
			end_walk(&(struct walk){ p, &p->section[i].gap,
			    told_from(n) });
}

static void
count_fresh(struct presence *p, const struct news *n)
{
	for (size_t i = 0; i < n->n; i++) {
		const struct news_row *r = &n->row[i];
		struct presence_section *s = presence_section_at(p,
		    r->section);

		if (r->day < p->told.from || r->day > p->told.to)
			continue;
		if (r->section == NEWS_ALL) {
			p->fresh_pages += r->pages;
			p->fresh_documents += r->documents;
		}
		if (s == NULL)
			continue;
		s->fresh_pages += r->pages;
		s->fresh_documents += r->documents;
		s->week[presence_week_at(p, r->day)].fresh += r->pages +
		    r->documents;
	}
}

static void
put_section(struct presence *p, struct presence_section *s)
{
	const struct criteria_days *limit = s->criteria != NULL ?
	    &s->criteria->gap_limit : NULL;
	int64_t days = p->told.to - p->told.from + 1;

	if (s->site < 0)
		return;
	for (size_t i = presence_week_at(p, p->told.from); i < p->n_weeks; i++)
		s->week[i].told = true;
	s->value[MEASURE_NEW_PAGES] = presence_count(s->fresh_pages +
	    s->fresh_documents, days);
	s->value[MEASURE_GAP] = presence_count(s->gap.days, days);
	s->stale = limit != NULL && limit->given && limit->n <
	    (limit->working ? s->gap.now_working : s->gap.now_days);
}

/* ---- working days with news ---- */

/* Of a section, or of all news sections. */
struct news_days {
	const bool *news;  /* of each day told */
	int64_t yes, no, unknown;
};

static void
count_days(const struct presence *p, struct news_days *d)
{
	for (int32_t day = p->told.from; day <= p->told.to; day++) {
		bool news = d->news[day - p->told.from];

		if (!holidays_working(p->site->holidays, day) || (!news &&
		    zone_day_of(p->site->zone, day).end_s > p->now_s))
			continue;
		if (news)
			d->yes++;
		else if (p->heard[day - p->due.from])
			d->no++;
		else
			d->unknown++;
	}
}

static bool
is_news(const struct presence_section *s)
{
	return s->kinds >> CRITERIA_NEWS & 1;
}

static void
put_days(struct presence *p, const struct news *n)
{
	size_t days = (size_t)(p->told.to - p->told.from) + 1;
	bool *all = mem_new(days), *one = mem_new(days), any = false;
	struct news_days d = { all, 0, 0, 0 };

	for (size_t i = 0; i < p->n_sections; i++) {
		struct presence_section *s = &p->section[i];
		struct news_days of = { one, 0, 0, 0 };

		if (s->site < 0)
			continue;
		any = any || is_news(s);
		memset(one, 0, days);
		for (size_t k = 0; k < n->n; k++) {
			int32_t day = n->row[k].day;

			if (n->row[k].section != s->site ||
			    day < p->told.from || day > p->told.to)
				continue;
			one[day - p->told.from] = true;
			if (is_news(s))
				all[day - p->told.from] = true;
		}
		count_days(p, &of);
		s->value[MEASURE_NEWS_DAYS] = presence_ratio(of.yes,
		    of.yes + of.no);
	}
	count_days(p, &d);
	p->working_days = d.yes + d.no;
	p->working_unknown = d.unknown;
	if (any)
		p->value[MEASURE_NEWS_DAYS] = presence_ratio(d.yes,
		    d.yes + d.no);
	mem_free(all);
	mem_free(one);
}

/* ---- the whole ---- */

/* What is forgotten, or found no room, is of no known section. */
static void
put_news(struct presence *p, const struct news *n)
{
	int64_t days = p->told.to - p->told.from + 1;

	walk_all(p, n);
	count_fresh(p, n);
	p->value[MEASURE_NEW_PAGES] = presence_count(p->fresh_pages +
	    p->fresh_documents, days);
	p->value[MEASURE_GAP] = presence_count(p->gap.days, days);
	if (n->forgotten > 0)
		return;
	for (size_t i = 0; i < p->n_sections; i++)
		put_section(p, &p->section[i]);
	put_days(p, n);
}

static bool
known_years(const struct presence *p)
{
	for (int32_t day = p->due.from; day <= p->due.to; day += 28)
		if (!holidays_known(p->site->holidays, day))
			return false;
	return holidays_known(p->site->holidays, p->due.to);
}

bool
presence_news(const struct store_site *s, struct presence *p,
    struct err *err)
{
	struct period days = { p->due.from - BEFORE, p->due.to };
	struct news n;

	p->holidays_known = known_years(p);
	if (!news_list(s, days, &n, err))
		return false;
	p->fresh_over = n.over;
	p->told = p->due;
	if (n.any && told_from(&n) > p->told.from)
		p->told.from = told_from(&n);
	p->warm = n.any && p->told.from <= p->told.to;
	if (p->warm)
		put_news(p, &n);
	news_close(&n);
	return true;
}

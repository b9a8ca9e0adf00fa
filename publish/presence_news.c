/* SPDX-License-Identifier: MIT */
/* presence_news.c -- what was new: P10, P11, P12.  Proxies: first seen is not published. */
#include "aggregate/news.h"
#include "publish/presence_inside.h"

/* Before the period a gap's begin is looked for so far back. */
enum { BEFORE = 366 };

/* Days of which no log tells: what was new on them is not known. */
struct lost {
	int32_t from;      /* up to the last day that is due */
	int32_t *before;   /* by day: lost ones up to the day before */
};

static int32_t
lost_in(const struct lost *l, struct period days)
{
	int32_t from = days.from < l->from ? l->from : days.from;

	return days.to < from ? 0 : l->before[days.to + 1 - l->from] -
	    l->before[from - l->from];
}

static bool
heard_before(const struct availability_loaded *l, size_t i)
{
	const struct availability_day *d = &l->a.day[i];

	for (int h = 0; h < d->n; h++)
		if (d->state[h] != AVAILABILITY_UNKNOWN)
			return true;
	return !l->day_known[i];
}

/* A gap may have begun before the period. */
static bool
find_lost(const struct store_site *s, struct presence *p, int32_t told_from,
    struct lost *out, struct err *err)
{
	int32_t due = p->due.from, from = told_from > due - BEFORE ?
	    told_from : due - BEFORE;
	struct availability_loaded l = { .day_known = NULL };
	int32_t sum = 0;

	from = from < due ? from : due;
	if (!availability_load(s, (struct period){ from, due - 1 }, p->now_s,
	    &l, err))
		return false;
	*out = (struct lost){ from, arena_new(&p->arena,
	    ((size_t)(p->due.to - from) + 2) * sizeof(*out->before)) };
	for (int32_t day = from; day <= p->due.to; day++) {
		bool heard = day < due ? heard_before(&l, (size_t)(day -
		    from)) : p->heard[day - due];

		sum += !heard;
		out->before[day + 1 - from] = sum;
	}
	availability_loaded_close(&l);
	return true;
}

/* Days with new content of one section, or of all, in their order. */
struct walk {
	struct presence *p;
	struct presence_gap *gap;
	int32_t from;      /* the first day that is told */
	const struct lost *lost;
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
	g->known = lost_in(w->lost, (struct period){ g->longest.from + 1,
	    g->longest.to }) == 0 && lost_in(w->lost, (struct period){
	    last + 1, w->p->due.to }) == 0;
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
walk_all(struct presence *p, const struct news *n, const struct lost *lost)
{
	struct walk all = { p, &p->gap, told_from(n), lost };

	for (size_t i = 0; i < n->n; i++) {
		const struct news_row *r = &n->row[i];
		struct presence_section *s = presence_section_at(p,
		    r->section);

		if (r->section == NEWS_ALL)
			add_day(&all, r->day);
		if (s != NULL)
			add_day(&(struct walk){ p, &s->gap, told_from(n),
			    lost }, r->day);
	}
	end_walk(&all);
	for (size_t i = 0; i < p->n_sections; i++)
		if (p->section[i].site >= 0)
			end_walk(&(struct walk){ p, &p->section[i].gap,
			    told_from(n), lost });
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
put_section(struct presence *p, struct presence_section *s, int64_t days)
{
	const struct criteria_days *limit = s->criteria != NULL ?
	    &s->criteria->gap_limit : NULL;

	if (s->site < 0)
		return;
	for (size_t i = presence_week_at(p, p->told.from); i < p->n_weeks; i++)
		s->week[i].told = true;
	s->value[MEASURE_NEW_PAGES] = presence_count(s->fresh_pages +
	    s->fresh_documents, days);
	if (s->gap.known)
		s->value[MEASURE_GAP] = presence_count(s->gap.days, days);
	s->stale = s->gap.known && limit != NULL && limit->given && limit->n <
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

/* What is forgotten, or found no room, is of no known section.  A day that no log tells of has
 * neither new content nor none. */
static void
put_news(struct presence *p, const struct news *n, const struct lost *lost)
{
	int64_t days = p->told.to - p->told.from + 1 - lost_in(lost, p->told);

	walk_all(p, n, lost);
	count_fresh(p, n);
	p->value[MEASURE_NEW_PAGES] = presence_count(p->fresh_pages +
	    p->fresh_documents, days);
	if (p->gap.known)
		p->value[MEASURE_GAP] = presence_count(p->gap.days, days);
	if (n->forgotten > 0)
		return;
	for (size_t i = 0; i < p->n_sections; i++)
		put_section(p, &p->section[i], days);
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
	struct lost lost;
	bool good = true;

	p->holidays_known = known_years(p);
	if (!news_list(s, days, &n, err))
		return false;
	p->fresh_over = n.over;
	p->told = p->due;
	if (n.any && told_from(&n) > p->told.from)
		p->told.from = told_from(&n);
	p->warm = n.any && p->told.from <= p->told.to;
	if (p->warm)
		good = find_lost(s, p, told_from(&n), &lost, err);
	if (p->warm && good)
		put_news(p, &n, &lost);
	news_close(&n);
	return good;
}

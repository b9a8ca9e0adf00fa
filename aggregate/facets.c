/* SPDX-License-Identifier: MIT */
#include "aggregate/facets.h"

#include "aggregate/code.h"
#include "common/mem.h"

enum {
	CELLS = CODE_SECTION_LAST + 1, /* those that a span carries are among these */
	ERRORS_LEAST = 10,
	VIEWS_LEAST = 2,
	REACHED_MOST = 100000 /* sets of steps in a few days: hostile */
};
enum { VISITS, VISITORS, COUNTS };

static const char *const doubt_name[] = {
#define X(id, name, why) name,
	DOUBT_TABLE(X)
#undef X
};

struct doubts {
	int64_t visitors, visits, pages;
};

/* A set of steps of funnels, and how many visitor-days reached it. */
struct reached {
	uint64_t steps;
	int32_t day;
	uint32_t unused;
	int64_t visitors;
};

struct day {
	int64_t cell[CELLS][COUNTS];
	int64_t visitors, with_asset;
	struct doubts reason[DOUBT__MAX];
	struct doubts any;      /* for another reason than no asset, */
	struct doubts no_asset; /* and for that alone */
};

struct facets {
	struct facets_plan plan;
	struct tops *tops;
	struct period days;
	struct day *day;
	struct table reached;
	struct hll *unique;     /* by day; NULL: no key */
	uint8_t *source;        /* by term of a referrer: 1 + its source; 0: not yet known */
	size_t n_source;
};

struct facets *
facets_open(const struct facets_plan *plan, struct tops *tops,
    struct period days)
{
	struct facets *f = mem_new(sizeof(*f));
	size_t n = (size_t)(days.to - days.from + 1);

	f->plan = *plan;
	f->tops = tops;
	f->days = days;
	f->day = mem_new(n * sizeof(*f->day));
	table_open(&f->reached, sizeof(struct reached),
	    offsetof(struct reached, visitors), tops->terms->seed);
	if (plan->uniques)
		f->unique = mem_new(n * sizeof(*f->unique));
	return f;
}

void
facets_turn(struct facets *f, struct tops *tops)
{
	f->tops = tops;
	mem_free(f->source);
	f->source = NULL;
	f->n_source = 0;
}

void
facets_close(struct facets *f)
{
	if (f == NULL)
		return;
	mem_free(f->day);
	table_close(&f->reached);
	mem_free(f->unique);
	mem_free(f->source);
	mem_free(f);
}

static struct day *
day_of(const struct facets *f, int32_t day)
{
	return &f->day[day - f->days.from];
}

static enum source
source_of_term(struct facets *f, uint32_t term)
{
	if (term >= f->n_source) {
		size_t n = f->tops->terms->n > term ? f->tops->terms->n :
		    term + 1;

		f->source = mem_grow(f->source, n, 1);
		memset(f->source + f->n_source, 0, n - f->n_source);
		f->n_source = n;
	}
	if (f->source[term] == 0)
		f->source[term] = (uint8_t)(1 + source_of(f->plan.sources,
		    terms_text(f->tops->terms, term)));
	return (enum source)(f->source[term] - 1);
}

static void
count_traits(struct day *d, const struct view_traits *t, uint64_t sections,
    int count)
{
	d->cell[CODE_COUNTRY + code_country(t->country)][count]++;
	d->cell[CODE_BROWSER + t->browser % CODE_BROWSER__N][count]++;
	d->cell[CODE_SYSTEM + t->system % CODE_SYSTEM__N][count]++;
	d->cell[CODE_DEVICE + t->device % CODE_DEVICE__N][count]++;
	d->cell[CODE_IP + code_ip(t->flags)][count]++;
	d->cell[CODE_SCHEME + 1][count] += (t->flags & VIEW_HTTP) != 0;
	d->cell[CODE_SCHEME + 2][count] += (t->flags & VIEW_HTTPS) != 0;
	for (; sections != 0; sections &= sections - 1)
		d->cell[CODE_SECTION + __builtin_ctzll(sections)][count]++;
}

void
facets_visit(struct facets *f, const struct visit *v)
{
	struct day *d = day_of(f, v->day);
	enum source source = source_of_term(f, v->entry.referrer);

	tops_at(f->tops, v->day, DIM_ENTRY, v->entry.page)[TALLY_VISITS]++;
	tops_at(f->tops, v->day, DIM_EXIT, v->exit.page)[TALLY_VISITS]++;
	d->cell[CODE_SOURCE + source][VISITS]++;
	if (source != SOURCE_DIRECT && source != SOURCE_INTERNAL)
		tops_at(f->tops, v->day, DIM_REFERRER,
		    v->entry.referrer)[TALLY_VISITS]++;
	count_traits(d, &v->traits, v->sections, VISITS);
}

static void
doubt(struct doubts *d, const struct visitor_day *v)
{
	d->visitors++;
	d->visits += (int64_t)v->visits;
	d->pages += (int64_t)v->views;
}

static unsigned
reasons_of(const struct facets *f, const struct visitor_day *v,
    const struct conduct *c)
{
	bool errors = c->hits >= ERRORS_LEAST && c->errors > c->hits / 2;

	return (unsigned)((c->flags & CONDUCT_ROBOTS_TXT) != 0) <<
	    DOUBT_ROBOTS_TXT |
	    (unsigned)(v->fastest > f->plan.site->doubt_views) << DOUBT_FAST |
	    (unsigned)errors << DOUBT_ERRORS |
	    (unsigned)(v->views >= VIEWS_LEAST &&
	    !(c->flags & CONDUCT_ASSET)) << DOUBT_NO_ASSET;
}

void
facets_visitor(struct facets *f, const struct visitor_day *v,
    const struct conduct *more)
{
	struct day *d = day_of(f, v->day);
	struct conduct c = v->conduct;
	unsigned reasons;

	if (more != NULL)
		conduct_add(&c, more);
	reasons = reasons_of(f, v, &c);
	count_traits(d, &v->traits, v->sections, VISITORS);
	if (c.steps != 0) {
		struct reached at = { .steps = c.steps, .day = v->day };
		struct reached *r = table_find(&f->reached, &at);

		if (r == NULL && f->reached.n >= REACHED_MOST)
			at.steps = 0; /* those of DIM_OTHER */
		r = table_at(&f->reached, &at);
		r->visitors++;
	}
	d->visitors++;
	d->with_asset += (c.flags & CONDUCT_ASSET) != 0;
	for (int i = 0; i < DOUBT__MAX; i++)
		if (reasons >> i & 1)
			doubt(&d->reason[i], v);
	if (reasons == 1u << DOUBT_NO_ASSET)
		doubt(&d->no_asset, v);
	else if (reasons != 0)
		doubt(&d->any, v);
	if (f->unique != NULL)
		hll_add(&f->unique[v->day - f->days.from],
		    hll_hash(f->plan.unique_key, v->key));
}

const struct hll *
facets_uniques(const struct facets *f, int32_t day)
{
	return f->unique != NULL ? &f->unique[day - f->days.from] : NULL;
}

static int64_t *
counts_of(struct facets *f, int32_t day, enum dim dim, struct span key)
{
	return tops_at(f->tops, day, dim, terms_at(f->tops->terms, key));
}

static void
end_cells(struct facets *f, int32_t day, struct buf *key)
{
	const struct day *d = day_of(f, day);

	for (unsigned i = 0; i < CELLS; i++) {
		if (d->cell[i][VISITS] == 0 && d->cell[i][VISITORS] == 0)
			continue;
		buf_clear(key);
		code_put(key, i, f->plan.site, NULL);

		int64_t *n = counts_of(f, day, code_dim(i), buf_view(key));

		n[TALLY_VISITS] += d->cell[i][VISITS];
		n[TALLY_VISITORS] += d->cell[i][VISITORS];
	}
}

static void
end_doubts(struct facets *f, int32_t day, struct day_visits *out)
{
	const struct day *d = day_of(f, day);
	bool assets = d->with_asset * 2 >= d->visitors;

	out->doubt_visitors = d->any.visitors +
	    (assets ? d->no_asset.visitors : 0);
	out->doubt_visits = d->any.visits + (assets ? d->no_asset.visits : 0);
	out->doubt_pages = d->any.pages + (assets ? d->no_asset.pages : 0);
	for (int i = 0; i < DOUBT__MAX; i++) {
		const struct doubts *r = &d->reason[i];

		if (r->visitors == 0 || (i == DOUBT_NO_ASSET && !assets))
			continue;

		int64_t *n = counts_of(f, day, DIM_DOUBT,
		    span_of(doubt_name[i]));

		n[TALLY_VISITORS] += r->visitors;
		n[TALLY_VISITS] += r->visits;
		n[TALLY_PAGES] += r->pages;
		n[TALLY_HITS] += r->pages;
	}
}

static struct span
funnel_of(const struct site_section *step)
{
	struct span id = span_of(step->id);

	return span_cut(&id, '\t');
}

/* "NAME\t1+2+4": the steps of that funnel, by their numbers. */
static void
put_reached(struct buf *key, const struct site *site, struct span funnel,
    uint64_t steps)
{
	uint64_t numbers = 0;

	for (size_t i = 0; i < site->n_steps; i++) {
		struct span id = span_of(site->step[i].id);
		uint64_t number = 0;

		if ((steps >> i & 1) && span_eq(span_cut(&id, '\t'), funnel) &&
		    span_u64(span_cut(&id, '\t'), &number) && number >= 1 &&
		    number <= SITE_STEPS)
			numbers |= UINT64_C(1) << (number - 1);
	}
	buf_clear(key);
	buf_span(key, funnel);
	for (int i = 0; i < SITE_STEPS; i++)
		if (numbers >> i & 1)
			buf_printf(key, "%c%d", numbers &
			    ((UINT64_C(1) << i) - 1) ? '+' : '\t', i + 1);
}

/* Is it the first of these steps that is of its funnel? */
static bool
leads(const struct site *site, size_t step, uint64_t steps)
{
	struct span funnel = funnel_of(&site->step[step]);

	if (!(steps >> step & 1))
		return false;
	for (size_t i = 0; i < step; i++)
		if ((steps >> i & 1) &&
		    span_eq(funnel_of(&site->step[i]), funnel))
			return false;
	return true;
}

static void
end_funnels(struct facets *f, struct buf *key)
{
	const struct site *site = f->plan.site;

	for (size_t i = 0; i < f->reached.n; i++) {
		const struct reached *r = table_row(&f->reached, i);

		if (r->steps == 0)
			counts_of(f, r->day, DIM_FUNNEL, SPAN(DIM_OTHER))
			    [TALLY_VISITORS] += r->visitors;
		for (size_t k = 0; k < site->n_steps; k++) {
			if (!leads(site, k, r->steps))
				continue;
			put_reached(key, site, funnel_of(&site->step[k]),
			    r->steps);
			counts_of(f, r->day, DIM_FUNNEL,
			    buf_view(key))[TALLY_VISITORS] += r->visitors;
		}
	}
}

void
facets_end(struct facets *f, struct day_visits *figures)
{
	struct buf key = { 0 };

	for (int32_t day = f->days.from; day <= f->days.to; day++) {
		end_cells(f, day, &key);
		end_doubts(f, day, &figures[day - f->days.from]);
	}
	end_funnels(f, &key);
	buf_close(&key);
}

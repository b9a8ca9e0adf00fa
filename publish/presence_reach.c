/* SPDX-License-Identifier: MIT */
/* presence_reach.c -- whom the site reaches, and how well: P04, P05, P08, P16, P17, P19. */
#include "aggregate/source.h"
#include "publish/presence_inside.h"

/* Of a dimension: how much of a count lies under some keys. */
struct share {
	enum dim dim;
	enum tally_count count;
	enum measure measure;
	const char *key[2];  /* of the part; NULL: none */
	bool known_only;     /* what the log does not tell is left out */
};

static const struct share shares[] = {
	{ DIM_SCHEME, TALLY_PAGES, MEASURE_HTTPS, { "https", NULL }, true },
	{ DIM_IP, TALLY_VISITS, MEASURE_IPV6, { "IPv6", NULL }, true },
	{ DIM_DEVICE, TALLY_VISITS, MEASURE_MOBILE, { "phone", "tablet" },
	    false },
	{ DIM_SOURCE, TALLY_VISITS, MEASURE_FROM_DIRECT, { "direct", NULL },
	    false },
	{ DIM_SOURCE, TALLY_VISITS, MEASURE_FROM_SEARCH, { "search", NULL },
	    false },
	{ DIM_SOURCE, TALLY_VISITS, MEASURE_FROM_GOVERNMENT,
	    { "government", NULL }, false },
	{ DIM_SOURCE, TALLY_VISITS, MEASURE_FROM_SOCIAL, { "social", NULL },
	    false },
	{ DIM_SOURCE, TALLY_VISITS, MEASURE_FROM_OTHER, { "other", NULL },
	    false },
};
enum { SHARES = sizeof(shares) / sizeof(shares[0]) };

static bool
fits(const struct share *s, struct span key)
{
	for (int i = 0; i < 2; i++)
		if (s->key[i] != NULL && span_eq(key, span_of(s->key[i])))
			return true;
	return false;
}

static struct metric_value
share_of(const struct share *s, const struct tallies *t)
{
	int64_t part = 0, all = 0;

	for (size_t i = 0; i < t->n; i++) {
		int64_t n = t->tally[i].n[s->count];

		if (s->known_only && t->tally[i].key.n == 0)
			continue;
		all += n;
		part += fits(s, t->tally[i].key) ? n : 0;
	}
	return presence_ratio(part, all);
}

static bool
put_shares(const struct store_site *s, struct presence *p, struct err *err)
{
	for (int i = 0; i < SHARES; ) {
		enum dim dim = shares[i].dim;
		struct tallies t;

		if (!presence_tallies(s, p, dim, &t, err))
			return false;
		for (; i < SHARES && shares[i].dim == dim; i++)
			if (t.n_coarse == 0)
				p->value[shares[i].measure] =
				    share_of(&shares[i], &t);
		tallies_close(&t);
	}
	return true;
}

static bool
put_domestic(const struct store_site *s, struct presence *p, struct err *err)
{
	struct share home = { DIM_COUNTRY, TALLY_VISITS, MEASURE_DOMESTIC,
		{ p->site->country, NULL }, true };
	struct tallies t;

	if (!presence_tallies(s, p, DIM_COUNTRY, &t, err))
		return false;
	if (t.n_coarse == 0)
		p->value[MEASURE_DOMESTIC] = share_of(&home, &t);
	tallies_close(&t);
	return true;
}

/* ---- response times ---- */

static bool
put_times(const struct store_site *s, struct presence *p, struct err *err)
{
	struct metric_value *v = p->value;
	struct period_times times;
	struct tallies t;

	if (!presence_tallies(s, p, DIM_TOOK, &t, err))
		return false;
	times = period_times_of(t.tally, t.n, PERIOD_TIMES_PAGES);
	if (t.n_coarse == 0 && times.hits > 0) {
		v[MEASURE_TIME_P50] = presence_count(times.p50_us, times.hits);
		v[MEASURE_TIME_P95] = presence_count(times.p95_us, times.hits);
		v[MEASURE_TIME_UNDER] = presence_ratio(times.under,
		    times.hits);
	}
	tallies_close(&t);
	return true;
}

/* ---- broken links ---- */

static struct span
kept(struct presence *p, struct span text)
{
	return (struct span){ arena_dup(&p->arena, text.p, text.n), text.n };
}

static void
list_links(struct presence *p, const struct tallies *t)
{
	p->link = arena_new(&p->arena, (t->n + 1) * sizeof(*p->link));
	for (size_t i = 0; i < t->n; i++) {
		struct span from = t->tally[i].key;
		struct span path = span_cut(&from, '\t');

		if (t->tally[i].n[TALLY_HITS] == 0 || from.n == 0)
			continue;
		p->link[p->n_links++] = (struct presence_link){
			kept(p, path), kept(p, from),
			t->tally[i].n[TALLY_HITS] };
	}
}

static bool
put_links(const struct store_site *s, struct presence *p, struct err *err)
{
	struct tallies_query q = { DIM_BROKEN, p->due, TALLY_HITS,
		PRESENCE_BROKEN };
	struct tallies t;
	struct links l;

	if (!links_count(s, p->due, &l, err) ||
	    !tallies_list(s, &q, &t, err))
		return false;
	p->coarse = p->coarse || l.coarse;
	if (!l.coarse)
		p->value[MEASURE_BROKEN] = presence_ratio(l.broken,
		    l.requests);
	list_links(p, &t);
	tallies_close(&t);
	return true;
}

bool
presence_reach(const struct store_site *s, struct presence *p,
    struct err *err)
{
	return put_shares(s, p, err) && put_domestic(s, p, err) &&
	    put_times(s, p, err) && put_links(s, p, err);
}

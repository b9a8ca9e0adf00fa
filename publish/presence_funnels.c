/* SPDX-License-Identifier: MIT */
/* presence_funnels.c -- how far visitor-days came in the services' steps: P24. */
#include "publish/presence_inside.h"

static struct presence_funnel *
funnel_named(struct presence *p, struct span name)
{
	for (size_t i = 0; i < p->n_funnels; i++)
		if (span_eq(p->funnel[i].name, name))
			return &p->funnel[i];
	return NULL;
}

/* As the configuration has them: "NAME\tNUMBER\tPATTERNS". */
static void
list_funnels(struct presence *p)
{
	p->funnel = arena_new(&p->arena, (p->site->n_steps + 1) *
	    sizeof(*p->funnel));
	for (size_t i = 0; i < p->site->n_steps; i++) {
		struct span id = span_of(p->site->step[i].id);
		struct span name = span_cut(&id, '\t');
		struct presence_funnel *f = funnel_named(p, name);

		if (f == NULL) {
			f = &p->funnel[p->n_funnels++];
			f->name = name;
		}
		f->n++;
	}
}

/* "NAME\t1+2+4" */
static void
add_reached(struct presence *p, const struct tally *t)
{
	struct span steps = t->key, name = span_cut(&steps, '\t');
	struct presence_funnel *f = funnel_named(p, name);
	int64_t visitors = t->n[TALLY_VISITORS];
	uint64_t set = 0, number;

	while (f != NULL && steps.n > 0) {
		if (!span_u64(span_cut(&steps, '+'), &number) ||
		    number < 1 || number > (uint64_t)f->n)
			continue;
		set |= UINT64_C(1) << (number - 1);
		f->at_all[number - 1] += visitors;
	}
	for (int i = 0; f != NULL && i < f->n && (set >> i & 1); i++)
		f->reached[i] += visitors;
}

bool
presence_funnels(const struct store_site *s, struct presence *p,
    struct err *err)
{
	struct tallies t;
	int64_t first = 0, last = 0;

	list_funnels(p);
	if (!presence_tallies(s, p, DIM_FUNNEL, &t, err))
		return false;
	for (size_t i = 0; i < t.n; i++)
		add_reached(p, &t.tally[i]);
	for (size_t i = 0; i < p->n_funnels; i++) {
		first += p->funnel[i].reached[0];
		last += p->funnel[i].reached[p->funnel[i].n - 1];
	}
	if (t.n_coarse == 0)
		p->value[MEASURE_FUNNEL] = presence_ratio(last, first);
	tallies_close(&t);
	return true;
}

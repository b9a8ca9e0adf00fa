/* SPDX-License-Identifier: MIT */
/* presence_sections.c -- who came to the sections: P15, P18, P23. */
#include "publish/presence_inside.h"

static bool
is_kind(const struct presence_section *s, enum criteria_kind kind)
{
	return s->kinds >> kind & 1;
}

struct sums {
	int64_t sections, pages, visitor_days, actions;
};

/* Of sections of a kind of which something is counted. */
static struct sums
sum_kind(const struct presence *p, enum criteria_kind kind)
{
	struct sums sum = { 0 };

	for (size_t i = 0; i < p->n_sections; i++) {
		const struct presence_section *s = &p->section[i];

		if (s->site < 0 || !is_kind(s, kind))
			continue;
		sum.sections++;
		sum.pages += s->pages;
		sum.visitor_days += s->visitor_days;
		sum.actions += s->actions;
	}
	return sum;
}

/* P18 and P23 need to be told which sections these are. */
static void
put_kinds(struct presence *p)
{
	struct sums foreign = sum_kind(p, CRITERIA_FOREIGN);
	struct sums feedback = sum_kind(p, CRITERIA_FEEDBACK);
	struct sums search = sum_kind(p, CRITERIA_SEARCH);
	struct metric_value *v = p->value;

	if (foreign.sections > 0) {
		v[MEASURE_FOREIGN] = presence_ratio(foreign.pages,
		    p->sums.pages);
		v[MEASURE_FOREIGN_PAGES] = presence_count(foreign.pages,
		    p->days_known);
		v[MEASURE_FOREIGN_VISITORS] = presence_count(
		    foreign.visitor_days, p->days_known);
	}
	if (feedback.sections > 0)
		v[MEASURE_FEEDBACK] = presence_mean(feedback.actions,
		    p->sums.visits, 1000);
	if (search.sections > 0)
		v[MEASURE_SEARCHES] = presence_mean(search.pages +
		    search.actions, p->sums.visits, 1000);
}

static void
put_sections(struct presence *p)
{
	for (size_t i = 0; i < p->n_sections; i++) {
		struct presence_section *s = &p->section[i];

		if (s->site >= 0)
			s->value[MEASURE_REACH] = presence_ratio(
			    s->visitor_days, p->sums.visitors);
	}
	put_kinds(p);
}

bool
presence_sections(const struct store_site *s, struct presence *p,
    struct err *err)
{
	struct tallies t;
	bool coarse;

	if (!presence_tallies(s, p, DIM_SECTION, &t, err))
		return false;
	for (size_t i = 0; i < t.n; i++) {
		struct presence_section *to = presence_section_at(p,
		    presence_site_section(p->site, t.tally[i].key));

		if (to == NULL)
			continue;
		to->pages = t.tally[i].n[TALLY_PAGES];
		to->visitor_days = t.tally[i].n[TALLY_VISITORS];
	}
	coarse = t.n_coarse > 0;
	tallies_close(&t);
	if (!coarse)
		put_sections(p);
	return true;
}

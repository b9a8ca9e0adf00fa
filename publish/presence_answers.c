/* SPDX-License-Identifier: MIT */
/* presence_answers.c -- how the home page and the sections answered: P02, P06, P07, P09. */
#include "publish/presence_inside.h"

struct asking {
	struct presence *p;
	uint8_t *home;     /* of each due day: an enum presence_state */
};

static int64_t
all_hits(const struct tally *t)
{
	return t->n[TALLY_HITS] + t->n[TALLY_ROBOT_HITS] +
	    t->n[TALLY_REST_HITS];
}

/* A redirect, or a POST, says of the page itself nothing. */
static enum presence_state
told_by(enum answer a)
{
	switch (a) {
	case ANSWER_OK:
		return PRESENCE_YES;
	case ANSWER_SERVER_ERROR:
	case ANSWER_CLIENT_ERROR:
	case ANSWER_SOFT_404:
		return PRESENCE_NO;
	default:
		return PRESENCE_UNKNOWN;
	}
}

static enum presence_state
better(enum presence_state a, enum presence_state b)
{
	return a > b ? a : b;
}

static void
take_day(void *self, int32_t day, const struct tally *t)
{
	struct asking *g = self;
	struct presence *p = g->p;
	struct presence_section *s;
	struct presence_week *w;
	struct span section;
	enum answer a;

	if (day < p->due.from || day > p->due.to || all_hits(t) == 0 ||
	    !answer_read(t->key, &section, &a))
		return;
	if (span_eq(section, SPAN(ANSWER_HOME))) {
		uint8_t *home = &g->home[day - p->due.from];

		*home = (uint8_t)better(told_by(a),
		    (enum presence_state)*home);
		return;
	}
	s = presence_section_at(p, presence_site_section(p->site, section));
	if (s == NULL)
		return;
	w = &s->week[presence_week_at(p, day)];
	w->state = better(told_by(a), w->state);
}

/* ---- of the whole period ---- */

static void
take_sums(struct presence *p, const struct tallies *t)
{
	for (size_t i = 0; i < t->n; i++) {
		struct presence_section *s;
		struct span section;
		enum answer a;

		if (!answer_read(t->tally[i].key, &section, &a))
			continue;
		s = presence_section_at(p,
		    presence_site_section(p->site, section));
		if (s == NULL)
			continue;
		s->answers[a] += all_hits(&t->tally[i]);
		if (a == ANSWER_ACTION)
			s->actions += t->tally[i].n[TALLY_HITS];
	}
}

static void
judge(struct presence_section *s, size_t n_weeks, bool coarse)
{
	int64_t all = 0;

	for (int a = 0; a < ANSWER__MAX; a++) {
		all += s->answers[a];
		if (s->answers[a] > 0)
			s->state = better(told_by((enum answer)a), s->state);
	}
	/* In the days that are lacking it may have answered. */
	if (coarse && s->state == PRESENCE_NO)
		s->state = PRESENCE_UNKNOWN;
	for (size_t i = 0; i < n_weeks; i++) {
		s->weeks_yes += s->week[i].state == PRESENCE_YES;
		s->weeks_no += s->week[i].state == PRESENCE_NO;
	}
	if (s->state != PRESENCE_UNKNOWN)
		s->value[MEASURE_REACHABLE] = presence_ratio(
		    s->state == PRESENCE_YES, 1);
	s->value[MEASURE_CONTINUITY] = presence_ratio(s->weeks_yes,
	    s->weeks_yes + s->weeks_no);
	if (coarse)
		return;
	s->value[MEASURE_SECTION_4XX] = presence_ratio(
	    s->answers[ANSWER_CLIENT_ERROR], all);
	s->value[MEASURE_SECTION_5XX] = presence_ratio(
	    s->answers[ANSWER_SERVER_ERROR], all);
}

/* Of all sections: requests, weeks and weights added up. */
static void
judge_all(struct presence *p)
{
	static const enum measure added[] = { MEASURE_CONTINUITY,
		MEASURE_SECTION_4XX, MEASURE_SECTION_5XX };
	struct metric_value *v = p->value;
	int64_t yes = 0, all = 0;
	bool known = false;

	for (size_t i = 0; i < p->n_sections; i++) {
		const struct presence_section *s = &p->section[i];

		for (size_t k = 0; k < sizeof(added) / sizeof(*added); k++) {
			v[added[k]].part += s->value[added[k]].part;
			v[added[k]].n += s->value[added[k]].n;
		}
		if (!s->required)
			continue;
		/* Of all that is required: who knows nothing of most sections has not
		 * shown that they are there.  Where nothing is known, nor is this. */
		all += s->weight;
		known = known || s->state != PRESENCE_UNKNOWN;
		yes += s->state == PRESENCE_YES ? s->weight : 0;
	}
	if (known)
		v[MEASURE_REACHABLE] = presence_ratio(yes, all);
	for (size_t k = 0; k < sizeof(added) / sizeof(*added); k++)
		v[added[k]] = presence_ratio(v[added[k]].part, v[added[k]].n);
}

static void
judge_home(struct presence *p, const uint8_t *home)
{
	for (int32_t day = p->due.from; day <= p->due.to; day++) {
		int state = home[day - p->due.from];

		/* What is not over may still answer. */
		if (state != PRESENCE_YES && zone_day_of(p->site->zone,
		    day).end_s > p->now_s)
			continue;
		p->home_yes += state == PRESENCE_YES;
		p->home_no += state == PRESENCE_NO;
		p->home_unknown += state == PRESENCE_UNKNOWN;
	}
	p->value[MEASURE_PRESENT] = presence_ratio(p->home_yes,
	    p->home_yes + p->home_no);
}

bool
presence_answers(const struct store_site *s, struct presence *p,
    struct err *err)
{
	struct asking g = { p, arena_new(&p->arena,
	    (size_t)(p->due.to - p->due.from) + 1) };
	struct tallies_each each = { DIM_ANSWER, p->due, take_day, &g };
	struct tallies t;

	if (!tallies_each(s, &each, err) ||
	    !presence_tallies(s, p, DIM_ANSWER, &t, err))
		return false;
	take_sums(p, &t);
	for (size_t i = 0; i < p->n_sections; i++)
		judge(&p->section[i], p->n_weeks, t.n_coarse > 0);
	tallies_close(&t);
	judge_all(p);
	judge_home(p, g.home);
	return true;
}

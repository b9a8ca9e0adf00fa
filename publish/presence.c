/* SPDX-License-Identifier: MIT */
#include "publish/presence_inside.h"

#include <stdlib.h>

#include "common/civil.h"

const char *
presence_state_name(enum presence_state s)
{
	static const char *const names[] = { "unknown", "no", "yes" };

	return names[s];
}

/* a * times / n, halves up. */
static int64_t
scaled(int64_t a, int64_t times, int64_t n)
{
	__extension__ typedef __int128 wide;
	wide v = ((wide)a * times * 2 + n) / ((wide)n * 2);

	return v > INT64_MAX ? INT64_MAX : (int64_t)v;
}

struct metric_value
presence_mean(int64_t part, int64_t n, int64_t times)
{
	if (n <= 0)
		return (struct metric_value){ .n = 0, .part = part };
	return (struct metric_value){ .known = true, .n = n, .part = part,
		.value = scaled(part, times * CRITERIA_ONE, n) };
}

struct metric_value
presence_ratio(int64_t part, int64_t n)
{
	return presence_mean(part, n, 1);
}

struct metric_value
presence_count(int64_t value, int64_t n)
{
	return (struct metric_value){ .known = n > 0, .n = n,
		.part = value, .value = n > 0 ? value : 0 };
}

bool
presence_tallies(const struct store_site *s, struct presence *p, enum dim dim,
    struct tallies *out, struct err *err)
{
	struct tallies_query q = { dim, p->due, TALLY_HITS, INT64_MAX };

	if (!tallies_list(s, &q, out, err))
		return false;
	p->coarse = p->coarse || out->n_coarse > 0;
	return true;
}

/* ---- sections ---- */

struct presence_section *
presence_section_at(struct presence *p, int site)
{
	for (size_t i = 0; i < p->n_sections; i++)
		if (p->section[i].site == site && site >= 0)
			return &p->section[i];
	return NULL;
}

int
presence_site_section(const struct site *site, struct span id)
{
	for (size_t i = 0; i < site->n_sections; i++)
		if (span_eq(span_of(site->section[i].id), id))
			return (int)i;
	return -1;
}

size_t
presence_week_at(const struct presence *p, int32_t day)
{
	return (size_t)(civil_week_start(day) -
	    civil_week_start(p->due.from)) / 7;
}

static void
make_weeks(struct presence *p, struct presence_section *s)
{
	int32_t monday = civil_week_start(p->due.from);

	s->week = arena_new(&p->arena, (p->n_weeks + 1) * sizeof(*s->week));
	for (size_t i = 0; i < p->n_weeks; i++)
		s->week[i].monday = monday + (int32_t)i * 7;
}

static void
take_criteria(struct presence *p, struct presence_section *to,
    const struct criteria_section *c)
{
	*to = (struct presence_section){ .id = c->head.id, .criteria = c,
		.site = presence_site_section(p->site, span_of(c->head.id)),
		.weight = c->weight, .required = c->required,
		.kinds = c->kinds };
}

static void
make_sections(struct presence *p)
{
	const struct criteria *c = p->criteria;
	size_t most = p->site->n_sections + (c != NULL ? c->n_sections : 0);
	bool any = false;

	p->n_weeks = p->due.from > p->due.to ? 0 :
	    presence_week_at(p, p->due.to) + 1;
	p->section = arena_new(&p->arena, (most + 1) * sizeof(*p->section));
	for (size_t i = 0; c != NULL && i < c->n_sections; i++) {
		take_criteria(p, &p->section[p->n_sections++],
		    &c->section[i]);
		any = any || c->section[i].required;
	}
	for (size_t i = 0; c == NULL && i < p->site->n_sections; i++)
		p->section[p->n_sections++] = (struct presence_section){
			.id = p->site->section[i].id, .site = (int)i,
			.weight = CRITERIA_ONE };
	for (size_t i = 0; i < p->n_sections; i++) {
		p->section[i].required = p->section[i].required || !any;
		make_weeks(p, &p->section[i]);
	}
}

/* ---- another's figures ---- */

/* Do the figures cover all of these days? */
static bool
covers(const struct presence *p)
{
	return p->days_known == (int64_t)p->days.to - p->days.from + 1 &&
	    zone_day_of(p->site->zone, p->days.to).end_s <= p->now_s;
}

/* Of figures whose days lie in the period. */
static bool
reconcile(const struct store_site *s, struct presence *p, struct err *err)
{
	const struct criteria *c = p->criteria;
	struct metric_value *worst = &p->value[MEASURE_RECONCILED];

	p->reconciled = arena_new(&p->arena, ((c != NULL ? c->n_reconciles :
	    0) + 1) * sizeof(*p->reconciled));
	for (size_t i = 0; c != NULL && i < c->n_reconciles; i++) {
		const struct criteria_reconcile *row = &c->reconcile[i];
		struct presence_reconciled *to = &p->reconciled[
		    p->n_reconciled];
		struct presence_query q = { { row->from, row->to }, p->now_s,
			c, true };
		struct presence other;
		bool good, whole;

		if (row->from < p->days.from || row->to > p->days.to)
			continue;
		good = presence_load(s, &q, &other, err);
		*to = (struct presence_reconciled){ .row = row,
			.computed = other.value[row->measure] };
		whole = covers(&other);
		presence_close(&other);
		if (!good)
			return false;
		p->n_reconciled++;
		if (!whole || !to->computed.known || row->value <= 0)
			continue;
		to->known = true;
		to->difference = to->computed.value >= row->value ?
		    scaled(to->computed.value - row->value, CRITERIA_ONE,
		    row->value) : -scaled(row->value - to->computed.value,
		    CRITERIA_ONE, row->value);
		worst->known = true;
		worst->n++;
		if (llabs(to->difference) > worst->value)
			worst->value = llabs(to->difference);
	}
	return true;
}

/* ---- the whole ---- */

static bool
load(const struct store_site *s, const struct presence_query *q,
    struct presence *p, struct err *err)
{
	if (p->due.from > p->due.to)
		return true;
	return presence_days(s, p, err) && presence_lines(s, p, err) &&
	    presence_answers(s, p, err) && presence_sections(s, p, err) &&
	    presence_reach(s, p, err) && presence_funnels(s, p, err) &&
	    presence_news(s, p, err) && (q->alone ||
	    (presence_register(s, p, err) && reconcile(s, p, err)));
}

bool
presence_load(const struct store_site *s, const struct presence_query *q,
    struct presence *out, struct err *err)
{
	int32_t today = zone_day_at(s->site->zone, q->now_s).day;

	*out = (struct presence){ .site = s->site, .criteria = q->criteria,
		.days = q->days, .now_s = q->now_s,
		.due = { q->days.from, q->days.to < today ? q->days.to :
		    today } };
	make_sections(out);
	return load(s, q, out, err);
}

void
presence_close(struct presence *p)
{
	arena_close(&p->arena);
	*p = (struct presence){ .n_sections = 0 };
}

static bool
get(const void *ctx, enum measure measure, int section,
    struct metric_value *out)
{
	const struct presence *p = ctx;

	if (section >= 0 && (size_t)section >= p->n_sections)
		return false;
	*out = section < 0 ? p->value[measure] :
	    p->section[section].value[measure];
	return true;
}

struct score_values
presence_values(const struct presence *p)
{
	return (struct score_values){ get, p };
}

struct score_page
presence_page(const struct presence_pair *p)
{
	return (struct score_page){ p->now->criteria, p->score, p->now->days,
		p->before != NULL ? p->before->days : (struct period){ 1, 0 } };
}

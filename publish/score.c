/* SPDX-License-Identifier: MIT */
#include "publish/score.h"

#include <assert.h>

/* a * b / c, halves rounded up; of what is not negative.  Products of weights, shares and
 * values in millionths do not fit in 64 bits. */
static int64_t
scaled(int64_t a, int64_t b, int64_t c)
{
	__extension__ typedef __int128 wide;
	wide n = ((wide)a * b * 2 + c) / ((wide)c * 2);

	assert(a >= 0 && b >= 0 && c > 0);
	return n > INT64_MAX ? INT64_MAX : (int64_t)n;
}

int64_t
score_of(int64_t x, int64_t floor, int64_t target)
{
	__extension__ typedef __int128 wide;
	wide over = (wide)x - floor, span = (wide)target - floor;

	assert(span != 0);
	if (span < 0) {
		over = -over;
		span = -span;
	}
	if (over <= 0)
		return 0;
	if (over >= span)
		return CRITERIA_ONE;
	return (int64_t)((over * CRITERIA_ONE * 2 + span) / (span * 2));
}

static void
value_of(const struct criteria *c, struct score_values values,
    const struct criteria_item *item, struct metric_value *out)
{
	int section = item->section == NULL ? -1 :
	    (int)(item->section - c->section);

	*out = (struct metric_value){ 0 };
	if (values.get == NULL ||
	    !values.get(values.ctx, item->measure, section, out))
		*out = (struct metric_value){ 0 };
}

static const struct criteria_review *
review_of(const struct criteria *c, const char *id)
{
	for (size_t i = 0; i < c->n_reviews; i++)
		if (strcmp(c->review[i].head.id, id) == 0)
			return &c->review[i];
	return NULL;
}

static enum metric_class
class_of(const struct criteria_item *item)
{
	return metric_info[measure_info[item->measure].metric].class;
}

static void
score_row(struct score_row *r)
{
	if (r->value.known)
		r->score = score_of(r->value.value, r->floor, r->target);
	if (r->before.known)
		r->score_before = score_of(r->before.value, r->floor,
		    r->target);
}

static void
item_row(const struct criteria *c, const struct criteria_item *item,
    struct score_values now, struct score_values before, struct score_row *r)
{
	*r = (struct score_row){ .head = &item->head, .item = item,
		.review = review_of(c, item->head.id), .class = class_of(item),
		.stage = item->stage, .weight = item->weight,
		.floor = item->floor, .target = item->target };
	value_of(c, now, item, &r->value);
	value_of(c, before, item, &r->before);
	score_row(r);
}

static void
manual_row(const struct criteria *c, const struct criteria_manual *m,
    struct score_row *r)
{
	*r = (struct score_row){ .head = &m->head, .manual = m,
		.review = review_of(c, m->head.id), .class = METRIC_C,
		.stage = m->stage, .weight = m->weight, .floor = m->floor,
		.target = m->target,
		.value = { .known = m->known, .value = m->value } };
	score_row(r);
}

/* Of the rows of a stage, or of all (-1); before: of the period before. */
static struct score_sum
sum_of(const struct score *s, const struct criteria *c, int stage, bool before)
{
	__extension__ typedef __int128 wide;
	struct score_sum sum = { 0 };
	wide scored = 0;

	for (size_t i = 0; i < s->n; i++) {
		const struct score_row *r = &s->row[i];
		/* What was entered by hand is of one period only. */
		bool known = before ? r->before.known : r->value.known;

		if (stage >= 0 && (int)r->stage != stage)
			continue;
		sum.weight += r->weight;
		if (!known)
			continue;
		sum.known_weight += r->weight;
		scored += (wide)r->weight *
		    (before ? r->score_before : r->score);
	}
	if (sum.known_weight == 0)
		return sum;
	sum.coverage = scaled(sum.known_weight, CRITERIA_ONE, sum.weight);
	sum.share = (int64_t)((scored * 2 + sum.known_weight) /
	    ((wide)sum.known_weight * 2));
	sum.pessimistic = (int64_t)((scored * 2 + sum.weight) /
	    ((wide)sum.weight * 2));
	sum.points = scaled(sum.share, c->points, CRITERIA_ONE);
	sum.pessimistic_points = scaled(sum.pessimistic, c->points,
	    CRITERIA_ONE);
	return sum;
}

static const struct criteria_band *
band_of(const struct criteria *c, const struct score_sum *total)
{
	if (total->known_weight == 0)
		return NULL;
	for (size_t i = 0; i < c->n_bands; i++)
		if (total->points < c->band[i].below)
			return &c->band[i];
	return NULL;
}

static void
add_points(const struct criteria_review *r, struct score *s)
{
	if (r == NULL)
		return;
#define ADD(column)                                                            \
	if (r->column != INT64_MIN) {                                          \
		s->column.points += r->column;                                 \
		s->column.n++;                                                 \
	}
	ADD(self)
	ADD(reviewed)
	ADD(published)
#undef ADD
}

void
score_make(const struct criteria *c, struct score_values now,
    struct score_values before, struct score *out)
{
	struct score s = { .n = c->n_items + c->n_manuals };

	s.row = mem_grow(NULL, s.n, sizeof(*s.row));
	for (size_t i = 0; i < c->n_items; i++)
		item_row(c, &c->item[i], now, before, &s.row[i]);
	for (size_t i = 0; i < c->n_manuals; i++)
		manual_row(c, &c->manual[i], &s.row[c->n_items + i]);
	for (size_t i = 0; i < s.n; i++)
		add_points(s.row[i].review, &s);
	s.total = sum_of(&s, c, -1, false);
	s.before = sum_of(&s, c, -1, true);
	for (int i = 0; i < CRITERIA_STAGE__MAX; i++)
		s.stage[i] = sum_of(&s, c, i, false);
	s.band = band_of(c, &s.total);
	*out = s;
}

void
score_close(struct score *s)
{
	mem_free(s->row);
	*s = (struct score){ 0 };
}

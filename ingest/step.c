/* SPDX-License-Identifier: MIT */
#include "ingest/step.h"

static bool
is_number(enum field f)
{
	return f == FIELD_STATUS || f == FIELD_BYTES || f == FIELD_TOOK ||
	    f == FIELD_METHOD;
}

static bool
is_name(enum field f)
{
	return f == FIELD_ADDRESS || f == FIELD_HOST;
}

static bool
edge_quote(struct span s, bool end)
{
	return s.n > 0 && s.p[end ? s.n - 1 : 0] == '"';
}

static bool
before_time(const struct item *next)
{
	return next != NULL && next->field == FIELD_TIME;
}

static enum ending
ending_of(struct step *step, struct span before, const struct item *next)
{
	struct span tail = step->tail;

	if (step->field == FIELD_TIME)
		return END_ITSELF;
	if (tail.n == 0 && next != NULL) /* merge_items let it pass */
		return END_SLASH;
	if (edge_quote(before, true) && edge_quote(tail, false))
		return END_QUOTE;
	/* An IPv6 address is full of colons. */
	if (is_number(step->field) ||
	    (step->field == FIELD_SCHEME && !before_time(next)) ||
	    (is_name(step->field) && (tail.n == 0 || tail.p[0] != ':'))) {
		step->stop = ' ';
		if (tail.n > 0)
			step->stop = tail.p[0];
		return step->field == FIELD_TOOK && step->stop == ' ' ?
		    END_PADDED : END_BYTE;
	}
	if (tail.n == 0)
		return END_LINE;
	if (before_time(next))
		return END_TIME;
	return tail.p[0] == ' ' && (step->field == FIELD_FORWARDED ||
	    (step->field == FIELD_SKIP && step->list)) ? END_LIST : END_TAIL;
}

bool
step_settle(struct step *step, struct span before, const struct item *next)
{
	step->ending = ending_of(step, before, next);
	return (step->field != FIELD_REQUEST && step->field != FIELD_AGENT) ||
	    step->ending != END_TAIL || !span_eq(step->tail, SPAN(" "));
}

bool
step_same(const struct step *a, const struct step *b, bool last)
{
	return a->field == b->field && a->ending == b->ending &&
	    a->unit == b->unit && a->port == b->port && a->list == b->list &&
	    a->add == b->add && a->scheme == b->scheme && a->stop == b->stop &&
	    a->when.kind == b->when.kind && a->when.unit == b->when.unit &&
	    (a->when.kind == WHEN_CLF || a->when.kind == WHEN_EPOCH ||
	    span_eq(a->when.pattern, b->when.pattern)) &&
	    ((last && (a->ending == END_QUOTE || a->ending == END_BYTE ||
	    a->ending == END_PADDED)) ||
	    span_eq(a->tail, b->tail));
}

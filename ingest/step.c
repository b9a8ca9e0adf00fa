/* SPDX-License-Identifier: MIT */
#include "ingest/step.h"

static struct span
skip(struct span s, size_t n)
{
	return (struct span){ s.p + n, s.n - n };
}

/* Offset of the quote that ends s, or s.n.  A quote is escaped by an odd number
 * of backslashes before it. */
static size_t
quote_end(struct span s)
{
	size_t from = 0;

	for (;;) {
		size_t at = from + span_find(skip(s, from), '"');
		size_t slashes = 0;

		while (at - slashes > from && s.p[at - slashes - 1] == '\\')
			slashes++;
		if (at == s.n || slashes % 2 == 0)
			return at;
		from = at + 1;
	}
}

static size_t
tail_end(struct span s, struct span tail)
{
	const char *hit = tail.n > 0 && s.n >= tail.n ?
	    memmem(s.p, s.n, tail.p, tail.n) : NULL;

	return hit != NULL ? (size_t)(hit - s.p) : s.n;
}

/* The first tail with a time behind it that is followed as it should be. */
static size_t
time_end(const struct step *step, struct span s)
{
	const struct step *time = step + 1;
	size_t at = 0;

	for (;;) {
		int64_t ignored;
		struct span rest;
		size_t n;

		at += tail_end(skip(s, at), step->tail);
		if (at == s.n)
			return at;
		rest = skip(s, at + step->tail.n);
		n = when_read(&time->when, rest, &ignored);
		if (n > 0 && span_starts(skip(rest, n), time->tail))
			return at;
		at++;
	}
}

/* Squid writes "1286536308.779    180 192.0.2.7". */
static size_t
padded_end(struct span s)
{
	size_t n = 0;

	while (n < s.n && s.p[n] == ' ')
		n++;
	return n + span_find(skip(s, n), ' ');
}

size_t
step_end(const struct step *step, struct span s)
{
	switch (step->ending) {
	case END_QUOTE:
		return quote_end(s);
	case END_BYTE:
		return span_find(s, step->stop);
	case END_PADDED:
		return padded_end(s);
	case END_TAIL:
		return tail_end(s, step->tail);
	case END_TIME:
		return time_end(step, s);
	case END_SLASH:
		return span_find(s, '/');
	case END_ITSELF:
	case END_LINE:
		break;
	}
	return s.n;
}

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
	    (is_name(step->field) && (tail.n == 0 || tail.p[0] != ':'))) {
		step->stop = ' ';
		if (tail.n > 0)
			step->stop = tail.p[0];
		return step->field == FIELD_TOOK && step->stop == ' ' ?
		    END_PADDED : END_BYTE;
	}
	if (tail.n == 0)
		return END_LINE;
	return next != NULL && next->field == FIELD_TIME ? END_TIME : END_TAIL;
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
	    a->stop == b->stop &&
	    a->when.kind == b->when.kind && a->when.unit == b->when.unit &&
	    (a->when.kind != WHEN_PATTERN ||
	    span_eq(a->when.pattern, b->when.pattern)) &&
	    ((last && (a->ending == END_QUOTE || a->ending == END_BYTE ||
	    a->ending == END_PADDED)) ||
	    span_eq(a->tail, b->tail));
}

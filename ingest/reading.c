/* SPDX-License-Identifier: MIT */
#include "ingest/reading.h"

#include "ingest/eight.h"

static inline struct span
skip(struct span s, size_t n)
{
	return (struct span){ s.p + n, s.n - n };
}

/* Offset of the first c, or s.n.  Most fields are short. */
static inline size_t
find(struct span s, char c)
{
	size_t n = 0;

	for (; n < 16 && s.n - n >= 8; n += 8) {
		uint64_t found = ~eight_others(eight_load(s.p + n),
		    (unsigned char)c) & EIGHT_FLAGS;

		if (found != 0)
			return n + (size_t)__builtin_ctzll(found) / 8;
	}
	if (s.n - n >= 8)
		return n + span_find(skip(s, n), c);
	while (n < s.n && s.p[n] != c)
		n++;
	return n;
}

/* Offset of the quote that ends s, or s.n.  A quote is escaped by an odd number
 * of backslashes before it. */
static size_t
quote_search(struct span s)
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

static inline size_t
quote_end(struct reading *r)
{
	const char *p = r->rest.p;
	const char *at;

	if (r->base == NULL)
		return quote_search(r->rest);
	while (r->quote < r->last && r->base + *r->quote < p)
		r->quote++;
	if (r->quote == r->last)
		return r->rest.n;
	at = r->base + *r->quote;
	if (at > p && at[-1] == '\\')
		return quote_search(r->rest);
	return (size_t)(at - p);
}

static size_t
tail_end(struct span s, struct span tail)
{
	size_t at = 0;

	if (tail.n == 0)
		return s.n;
	for (;;) {
		at += find(skip(s, at), tail.p[0]);
		if (s.n - at < tail.n)
			return s.n;
		if (reading_starts(skip(s, at), tail))
			return at;
		at++;
	}
}

/* The first tail with a time behind it that is followed as it should be. */
static size_t
time_end(struct reading *r, const struct step *step)
{
	const struct step *time = step + 1;
	struct span s = r->rest;
	size_t at = 0;

	for (;;) {
		struct span rest;
		size_t n;

		at += tail_end(skip(s, at), step->tail);
		if (at == s.n)
			return at;
		rest = skip(s, at + step->tail.n);
		n = when_read(&time->when, rest, r->memo, &r->at_s);
		if (n > 0 && reading_starts(skip(rest, n), time->tail)) {
			r->ahead = n;
			return at;
		}
		at++;
	}
}

/* "a, b : c" and then the tail. */
static size_t
list_end(struct span s, struct span tail)
{
	size_t at = 0;

	for (;;) {
		at += tail_end(skip(s, at), tail);
		if (at == s.n || !((at > 0 && (s.p[at - 1] == ',' ||
		    s.p[at - 1] == ':')) || (at + 1 < s.n &&
		    s.p[at + 1] == ':')))
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
	return n + find(skip(s, n), ' ');
}

/* Length of the field that r->rest begins with; not for END_ITSELF. */
static inline size_t
step_end(struct reading *r, const struct step *step)
{
	switch (step->ending) {
	case END_QUOTE:
		return quote_end(r);
	case END_BYTE:
		return find(r->rest, step->stop);
	case END_PADDED:
		return padded_end(r->rest);
	case END_TAIL:
		return tail_end(r->rest, step->tail);
	case END_LIST:
		return list_end(r->rest, step->tail);
	case END_TIME:
		return time_end(r, step);
	case END_SLASH:
		return find(r->rest, '/');
	case END_ITSELF:
	case END_LINE:
		break;
	}
	return r->rest.n;
}

/* The last of "a, b": what the nearest proxy saw itself. */
static struct span
last_of(struct span list)
{
	const char *comma = list.n > 0 ? memrchr(list.p, ',', list.n) : NULL;

	if (comma == NULL)
		return list;
	return span_trim((struct span){ comma + 1,
	    (size_t)(list.p + list.n - comma - 1) });
}

/* A part of the time served; without each of them the sum is not known. */
static void
add_took(struct draft *d, enum field_unit unit, struct span value)
{
	int64_t *took_us = &d->hit->took_us, more;

	if (*took_us < 0)
		return;
	if (!field_took(value, unit, &more)) {
		d->odd = true;
		*took_us = -1;
		return;
	}
	*took_us += more;
	if (*took_us > FIELD_TOOK_MAX_US)
		*took_us = -1;
}

static inline bool
take(struct draft *d, const struct step *step, struct span value)
{
	if (step->list && step->field == FIELD_ADDRESS)
		value = last_of(value);
	else if (step->ending == END_PADDED && value.n > 0 &&
	    (value.p[0] <= ' ' || value.p[value.n - 1] <= ' '))
		value = span_trim(value);
	if (step->field == FIELD_SCHEME)
		draft_scheme(d, step->scheme, value);
	else if (step->add)
		add_took(d, step->unit, value);
	else
		return draft_take(d, step->field, step->unit, step->port,
		    value);
	return true;
}

static inline size_t
take_time(struct reading *r, const struct step *step)
{
	size_t n = r->ahead;

	r->ahead = 0;
	if (n == 0)
		n = when_read(&step->when, r->rest, r->memo, &r->at_s);
	if (n > 0) {
		r->draft.hit->at_s = r->at_s;
		r->draft.time = true;
	}
	return n;
}

bool
reading_steps(struct reading *r, const struct step *step, size_t n,
    size_t *done)
{
	size_t i = 0;

	for (; i < n; i++, step++) {
		size_t length;

		if (step->ending == END_ITSELF) {
			length = take_time(r, step);
			if (length == 0)
				break;
		} else {
			length = step_end(r, step);
			if (!take(&r->draft, step,
			    (struct span){ r->rest.p, length }))
				return false;
		}
		r->rest = skip(r->rest, length);
		if (!reading_tail(r, step->tail))
			break;
	}
	*done = i;
	return true;
}

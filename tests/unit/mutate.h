/* SPDX-License-Identifier: MIT */
/* mutate.h -- lines that are nearly good ones, and whether two hits are the same. */
#ifndef TESTS_UNIT_MUTATE_H
#define TESTS_UNIT_MUTATE_H

#include <string.h>

#include "common/hit.h"

/* The same numbers in each run. */
static inline uint64_t
next(uint64_t below)
{
	static uint64_t seed = 88172645463325252;

	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return (seed >> 11) % below;
}

/* p has room for a byte more; returns the new length. */
static inline size_t
mutate(char *p, size_t n)
{
	static const char bytes_of_weight[] = "\" []\\:-/%.09aZ\t\r\n\x01\xff";
	size_t at = n > 0 ? next(n) : 0, some = 1 + next(4);

	if (n == 0)
		return 0;
	switch (next(5)) {
	case 0: /* cut */
		return at;
	case 1: /* another byte */
		p[at] = next(2) > 0 ? (char)next(256) :
		    bytes_of_weight[next(sizeof(bytes_of_weight))];
		return n;
	case 2: /* one more */
		memmove(p + at + 1, p + at, n - at);
		p[at] = bytes_of_weight[next(sizeof(bytes_of_weight))];
		return n + 1;
	case 3: /* some fewer */
		some = some < n - at ? some : n - at;
		memmove(p + at, p + at + some, n - at - some);
		return n - some;
	default: /* two swapped */
		some = next(n);
		if (p[at] != p[some]) {
			char c = p[at];

			p[at] = p[some];
			p[some] = c;
		}
		return n;
	}
}

/* Also where texts stand. */
static inline bool
same_span(struct span a, struct span b)
{
	return a.n == b.n && (a.n == 0 || a.p == b.p);
}

static inline bool
same_hit(const struct hit *a, const struct hit *b)
{
	return a->at_s == b->at_s && same_span(a->addr, b->addr) &&
	    same_span(a->host, b->host) && same_span(a->method, b->method) &&
	    same_span(a->target, b->target) &&
	    same_span(a->protocol, b->protocol) &&
	    same_span(a->referrer, b->referrer) &&
	    same_span(a->agent, b->agent) && a->bytes == b->bytes &&
	    a->scheme == b->scheme &&
	    a->took_us == b->took_us && a->status == b->status;
}

#endif

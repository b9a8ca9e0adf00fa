/* SPDX-License-Identifier: MIT */
/* view.h -- page views of one visitor in one day, as intervals that can be merged.
 *
 * A view_span is [first_s, last_s]: page views of one visitor within one local
 * day with no gap over W (the online window).  Spans of one visitor and day are
 * kept more than W apart; one that comes within W of others becomes one with them.
 * The result depends on the set of views only, not on their order: union is associative
 * and commutative, and entry and exit are the least and the greatest view by
 * (time, page, referrer), texts compared as bytes.
 */
#ifndef COMMON_VIEW_H
#define COMMON_VIEW_H

#include <stdbool.h>

#include "common/hash.h"
#include "common/span.h"

struct view {
	int64_t at_s;
	uint32_t page, referrer; /* terms, of whatever dictionary the caller uses */
};

/* What is known of who looks on: told by address and agent, so that all spans of a key
 * agree, unless a database or a list has changed meanwhile.  Then the greatest holds. */
struct view_traits {
	uint16_t country;  /* 'V' << 8 | 'N'; 0: unknown */
	uint8_t browser, system, device; /* 0: unknown; numbers of aggregate/agent.h */
	uint8_t flags;     /* VIEW_...; united bit by bit */
};
/* Of a host's name neither version of IP is known. */
enum { VIEW_IPV6 = 1, VIEW_HTTPS = 2, VIEW_HTTP = 4, VIEW_IPV4 = 8 };

struct view_span {
	struct view entry, exit; /* entry.at_s = first, exit.at_s = last */
	uint64_t views, bytes;
	uint64_t sections; /* a bit for each that was seen */
	struct view_traits traits;
};

/* What a visitor did in a day beside looking at pages: sums that stop at their greatest
 * value, and flags.  That, too, does not depend on the order. */
struct conduct {
	uint32_t hits;
	uint16_t errors;
	uint16_t flags; /* CONDUCT_... */
	uint64_t steps; /* of funnels, a bit each: reached in the day */
};
enum { CONDUCT_ASSET = 1, CONDUCT_ROBOTS_TXT = 2 };

/* a becomes the sum of both. */
void conduct_add(struct conduct *a, const struct conduct *b);

/* A span of one visitor in one day.  views = 0 marks a carried record: the last view
 * of a visit that began in a sealed day (entry.at_s = exit.at_s); its bytes are the number
 * of later views that the visit's frozen figures have already. */
struct visit_span {
	struct hash128 key;
	int32_t day;
	struct view_span span;
	struct conduct conduct; /* a share of the visitor's day: only the sum over its spans
	                         * tells something */
};

/* By key, then time; a carried record comes before a span that begins at its instant. */
int visit_span_cmp(const struct visit_span *a, const struct visit_span *b);

/* The texts of a dictionary, for ties of time. */
struct view_texts {
	void *self;
	struct span (*text)(void *self, uint32_t term);
};

/* a becomes the union of both. */
void view_traits_join(struct view_traits *a, const struct view_traits *b);

/* < 0, 0, > 0: by time, then page, then referrer. */
int view_cmp(const struct view *a, const struct view *b,
    const struct view_texts *texts);

/* Lie they within window_s of each other, or overlap? */
bool view_span_near(const struct view_span *a, const struct view_span *b,
    int64_t window_s);

/* a becomes the union of both. */
void view_span_join(struct view_span *a, const struct view_span *b,
    const struct view_texts *texts);

/* Adds s to the n spans of an array with room for n + 1, which are more than
 * window_s apart and in order of time, and stay so.  Returns the new n. */
size_t view_spans_add(struct view_span *spans, size_t n, struct view_span s,
    int64_t window_s, const struct view_texts *texts);

#endif

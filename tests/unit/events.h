/* SPDX-License-Identifier: MIT */
/* events.h -- chance: what folds of one hit after another would hold. */
#ifndef TESTS_UNIT_EVENTS_H
#define TESTS_UNIT_EVENTS_H

#include "tests/unit/rig.h"

enum { EVENT_SITES = 3, EVENT_STREAMS = 3, EVENT_VISITORS = 5 };

/* W differs from site to site. */
static const int64_t event_window_s[EVENT_SITES] = { 300, 60, 900 };

struct event {
	int64_t at_s;
	uint32_t stream, site;
	unsigned visitor, page, referrer;
	uint64_t bytes;
};

static inline struct event
random_event(uint64_t *seed)
{
	return (struct event){ (int64_t)chance(seed, 30000),
		(uint32_t)chance(seed, EVENT_STREAMS),
		(uint32_t)chance(seed, EVENT_SITES),
		(unsigned)chance(seed, EVENT_VISITORS),
		(unsigned)chance(seed, 7), (unsigned)chance(seed, 3),
		chance(seed, 5000) };
}

/* Sums: the ledger's, the hour's, a dimension's. */
static inline void
event_sums(struct partial *p, const struct event *e, int32_t day,
    uint32_t page)
{
	struct ledger_row line = { e->stream, e->site, day, e->visitor, 0 };
	struct hour_row hour = { .site = e->site, .day = day,
		.hour = (uint16_t)(e->at_s % 10000 / 3600),
		.class = (uint8_t)(e->visitor % 2) };
	struct tally_row sum = { .site = e->site, .day = day,
		.dim = (uint16_t)(DIM_PAGE + e->referrer % 2),
		.who = (uint16_t)(e->visitor % WHO__MAX), .key = page };
	struct tally_row *t;

	((struct ledger_row *)table_at(&p->ledger, &line))->lines++;
	((struct hour_row *)table_at(&p->hours, &hour))->hits++;
	((struct hour_row *)table_at(&p->hours, &hour))->bytes += e->bytes;
	((struct hour_row *)table_at(&p->hours, &hour))->minutes |=
	    UINT64_C(1) << e->at_s / 60 % 60;
	t = table_at(&p->tallies, &sum);
	t->hits++;
	t->pages += e->page % 2;
	t->bytes += e->bytes;
}

static inline void
event_put(struct partial *p, const struct event *e)
{
	static const char *const page[] = { "/", "/a", "/b", "/ab", "/B",
		"/d\xE1\xBB\x8B", "" };
	int32_t day = (int32_t)(e->at_s / 10000);
	struct view view = { e->at_s,
		terms_at(&p->terms, span_of(page[e->page])),
		terms_at(&p->terms, span_of(page[e->referrer])) };
	struct visitor_row who = { .key = rig_key(e->visitor),
		.site = e->site, .day = day };
	/* Some a visitor's, some a hit's: what united parts must agree on. */
	struct view_span span = { .entry = view, .exit = view, .views = 1,
		.bytes = e->bytes, .sections = UINT64_C(1) << e->bytes % 64,
		.traits = { (uint16_t)(e->visitor * 300), (uint8_t)e->page,
		    (uint8_t)e->referrer, (uint8_t)e->visitor,
		    (uint8_t)(1 << e->page % 2) } };
	/* Sums that reach their ends. */
	struct conduct conduct = { e->page == 3 ? UINT32_MAX / 3 : 1,
		(uint16_t)(e->page == 4 ? 30000 : e->page % 2),
		(uint16_t)(1 << e->page % 2), UINT64_C(1) << e->page % 64 };
	struct visitor_row *v;

	event_sums(p, e, day, view.page);
	partial_extent(p, e->stream, e->at_s);
	v = table_at(&p->visitors, &who);
	conduct_add(&v->conduct, &conduct);
	if (e->bytes % 5 > 0 && e->visitor > 0) /* others came for no page */
		partial_view_at(p, v, span, event_window_s[e->site]);
}

/* n pieces of some random events, and all of them at once. */
static inline void
event_pieces(uint64_t seed, struct partial *piece, size_t n,
    struct partial *all)
{
	size_t events = 1 + chance(&seed, 300);

	for (size_t i = 0; i < n; i++)
		partial_open(&piece[i], seed + i);
	partial_open(all, 99);
	for (size_t i = 0; i < events; i++) {
		struct event e = random_event(&seed);

		event_put(&piece[chance(&seed, n)], &e);
		event_put(all, &e);
	}
}

#endif

/* SPDX-License-Identifier: MIT */
/* batch.h -- a few consecutive days: what the store has of them becomes their figures.
 *
 * Pure between batch_open and batch_close, but for what the caller fetches: several
 * batches may be derived by as many threads.
 */
#ifndef AGGREGATE_BATCH_H
#define AGGREGATE_BATCH_H

#include "aggregate/facets.h"
#include "aggregate/fresh.h"
#include "store/days.h"
#include "store/parts.h"

enum { BATCH_DAYS = 8 };

struct batch {
	const struct store_site *s;
	struct period days;
	struct zone_day day[BATCH_DAYS];
	/* what is asked of the store, and what it has */
	int32_t to;            /* last day whose spans are needed */
	uint32_t slices;       /* > 1: too much to be loaded at once */
	struct parts_query query;
	struct parts_raw raw;
	bool merged;           /* what was fetched first is in parts */
	/* what follows from it */
	struct parts parts;
	struct terms terms;    /* of tops, where there are slices */
	struct tops tops;
	struct facets *facets;
	struct fresh fresh;
	struct day_visits figures[BATCH_DAYS];
	struct hours_of_day hours[BATCH_DAYS]; /* visits and online figures */
	struct day_digests digests[BATCH_DAYS];
	int64_t top_views[BATCH_DAYS]; /* of the address with most: at least so many */
	bool online_at_end[BATCH_DAYS]; /* somebody is */
	struct hash128 *going; /* in order: visits that may go on beyond `to` */
	size_t n_going, cap_going;
};

/* Nothing is derived yet.  at most BATCH_DAYS days. */
void batch_open(struct batch *b, const struct store_site *s,
    struct period days);
void batch_close(struct batch *b); /* accepts zeroed */

/* What to fetch (parts_fetch(s, &b->query, &b->raw)): up to that day, or, where visits go
 * on, what comes after what was fetched. */
void batch_ask(struct batch *b, int32_t to);

/* From what was fetched.  b->n_going > 0: it is not enough, fetch more. */
bool batch_derive(struct batch *b, const struct facets_plan *plan,
    struct err *err);

/* All of it, a slice of the visitors and of the texts after the other, with the database:
 * the figures are those of batch_derive, but that of each dimension only the greatest
 * BATCH_KEYS keys are told apart on the way. */
enum { BATCH_KEYS = 20000 };
bool batch_derive_slices(struct batch *b, const struct facets_plan *plan,
    struct err *err);

#endif

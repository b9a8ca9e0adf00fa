/* SPDX-License-Identifier: MIT */
/* memo.h -- what was found out of a value is found out once: logs repeat themselves.
 *
 * Bounded, one a site and thread.  A value is known by its wide hash; what is remembered
 * never changes an answer.  Row numbers and terms hold for one life of a partial only
 * (its epoch), and are looked up anew in the next one.
 *
 * Hits come in batches, and each passes several steps: what one step will need from
 * memory is fetched while the others are at work, for these tables are larger than
 * the caches.
 *
 *     memo_batch; memo_name of all; memo_expect of all; memo_judge of all; memo_count of all
 */
#ifndef AGGREGATE_MEMO_H
#define AGGREGATE_MEMO_H

#include "aggregate/block.h"
#include "aggregate/classify.h"

struct fold_plan; /* fold.h */

struct memo {
	const struct fold_plan *plan;
	struct classify *classify;
	uint32_t site;
	uint64_t seed;
	struct partial *partial;
	uint32_t epoch;
	struct table clients, targets, referrers;
	struct table marks;    /* of those targets that have some */
	struct memo_host {
		struct span raw;   /* in text */
		char text[256];
		uint32_t epoch, term;
	} host;                /* the last one: logs stay with one for long */
	struct buf text;
	bool places;           /* networks or provinces are looked up */
};

/* A hit on its way. */
struct memo_hit {
	struct hash128 client, target; /* names: of address and agent; of the target; */
	struct hash128 referrer; /* of a view's referrer */
	uint32_t client_row, target_row;
	enum class class;
	enum outcome outcome;
};

void memo_open(struct memo *m, const struct fold_plan *plan, uint32_t site,
    struct classify *classify);
void memo_close(struct memo *m); /* accepts zeroed; leaves classify alone */

/* The partial that counts go to, and its epoch: another number whenever it is emptied
 * or replaced, never 0. */
void memo_epoch(struct memo *m, struct partial *p, uint32_t epoch);

/* Makes room for a batch: rows stay where they are until the next one. */
void memo_batch(struct memo *m);

void memo_name(struct memo *m, const struct hit *hit, struct memo_hit *out);
void memo_expect(const struct memo *m, const struct memo_hit *h);
/* Class and outcome; of a person, the visitor of that day is fetched. */
void memo_judge(struct memo *m, const struct hit *hit, int32_t day,
    struct memo_hit *h);

/* All dimensions and the visitor's spans, into the block of that day and the partial. */
void memo_count(struct memo *m, const struct hit *hit, struct block *b,
    const struct memo_hit *h);

#endif

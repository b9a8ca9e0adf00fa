/* SPDX-License-Identifier: MIT */
/* memo.h -- what was found out of a value is found out once: logs repeat themselves.
 *
 * Bounded, one a site and thread.  A value is known by its wide hash; what is remembered
 * never changes an answer.  Row numbers and terms hold for one life of a partial only
 * (its epoch), and are looked up anew in the next one.
 */
#ifndef AGGREGATE_MEMO_H
#define AGGREGATE_MEMO_H

#include "aggregate/classify.h"
#include "common/partial.h"

struct fold_plan; /* fold.h */

struct memo {
	const struct fold_plan *plan;
	struct classify *classify;
	uint32_t site;
	uint64_t seed;
	struct partial *partial;
	uint32_t epoch;
	struct table clients, targets, referrers;
	struct buf text;
	unsigned char *joined; /* work space: address and agent in one */
};

/* A client is an address and an agent. */
struct memo_client {
	struct hash128 id;
	struct hash128 key; /* the visitor's, once has_key */
	uint8_t class, has_key;
};

struct memo_target {
	struct hash128 id;
	uint32_t epoch, page; /* term of the partial */
	uint32_t row_epoch, row; /* row of the partial's pages, for that day */
	int32_t day;
	uint8_t outcome; /* of a GET with 200 or 304 */
};

void memo_open(struct memo *m, const struct fold_plan *plan, uint32_t site,
    struct classify *classify);
void memo_close(struct memo *m); /* accepts zeroed; leaves classify alone */

enum class memo_class(struct memo *m, const struct hit *hit);
enum outcome memo_outcome(struct memo *m, const struct hit *hit);

/* The hit as a page view of that day: added to the pages and spans of m->partial. */
void memo_view(struct memo *m, int32_t day, const struct hit *hit);

/* The partial that views go to, and its epoch: another number whenever it is emptied
 * or replaced, never 0. */
void memo_epoch(struct memo *m, struct partial *p, uint32_t epoch);

#endif

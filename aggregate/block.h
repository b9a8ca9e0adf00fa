/* SPDX-License-Identifier: MIT */
/* block.h -- the sums of one stream, site and day, dense: logs stay in a day for long.
 *
 * A few blocks take the hits; what falls out of them, and all at the end, goes into the
 * partial's tables.  The sums are the same, whichever way the lines come.
 */
#ifndef AGGREGATE_BLOCK_H
#define AGGREGATE_BLOCK_H

#include "common/hit.h"
#include "common/partial.h"

enum {
	BLOCKS = 4,
	BLOCK_HOURS = 26 /* days of 25 h exist, and of a little more once */
};

struct block_sum {
	uint64_t hits, bytes;
};

struct block_key {
	uint32_t stream, site;
	int32_t day;
};

struct block {
	bool used;
	struct block_key key;
	uint64_t turn; /* when it was last asked for */
	int64_t first_s, last_s;
	struct block_sum sum[BLOCK_HOURS][CLASS__COUNTED][OUTCOME__MAX];
};

struct blocks {
	struct block *block; /* BLOCKS of them */
	struct block *last;  /* the one last asked for */
	uint64_t turn;
};

void blocks_open(struct blocks *b);
void blocks_close(struct blocks *b); /* accepts zeroed */

/* The block of that stream, site and day; another one may be emptied into p. */
struct block *blocks_at(struct blocks *b, const struct block_key *key,
    struct partial *p);

/* All into p, or away. */
void blocks_flush(struct blocks *b, struct partial *p);
void blocks_drop(struct blocks *b);

#endif

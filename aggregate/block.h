/* SPDX-License-Identifier: MIT */
/* block.h -- the sums of one stream, site and day, dense: logs stay in a day for long.
 *
 * Some blocks take the hits; what falls out of them, and all at the end, goes into the
 * partial's tables.  The sums are the same, whichever way the lines come.  What was
 * touched is listed, so that a block costs what it holds.
 */
#ifndef AGGREGATE_BLOCK_H
#define AGGREGATE_BLOCK_H

#include "aggregate/code.h"
#include "common/hit.h"
#include "common/partial.h"

enum {
	BLOCKS = 16,
	BLOCK_HOURS = 26, /* days of 25 h exist, and of a little more once */
	BLOCK_SUMS = BLOCK_HOURS * CLASS__COUNTED * OUTCOME__MAX,
	/* Robots alone have the cells from CODE_ROBOT on. */
	BLOCK_CELLS = CODE__CELLS + 2 * CODE_ROBOT,
	/* Keys of a dimension that a block adds to a partial by name: a log that makes up
	 * new ones must not fill the memory. */
	BLOCK_KEYS = 20000,
	BLOCK_TOPS = 8
};

struct block_sum {
	uint64_t hits, bytes;
	uint64_t minutes; /* of struct hour_row */
};

struct block_cell {
	uint64_t hits, pages, bytes;
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
	uint16_t touched_sum[BLOCK_SUMS], touched_cell[BLOCK_CELLS];
	size_t n_sums, n_cells;
	uint32_t keys[DIM__MAX]; /* that it added */
	/* Misra and Gries (1982): an address with more than 1 of BLOCK_TOPS + 1 page views
	 * is among these, with a count that may be too small by that share. */
	struct block_top {
		uint64_t address; /* keyed hash */
		uint64_t views;   /* 0: free */
	} top[BLOCK_TOPS];
	struct block_sum sum[BLOCK_SUMS];
	struct block_cell cell[BLOCK_CELLS];
};
_Static_assert(BLOCK_CELLS <= UINT16_MAX, "numbers of cells");

struct block_hit {
	uint64_t bytes;
	enum class class;
	enum outcome outcome;
	enum who who;
};

static inline void
block_sum(struct block *b, int64_t hour, uint64_t minutes,
    const struct block_hit *h)
{
	size_t at = ((size_t)(hour < BLOCK_HOURS ? hour : BLOCK_HOURS - 1) *
	    CLASS__COUNTED + h->class) * OUTCOME__MAX + h->outcome;
	struct block_sum *s = &b->sum[at];

	if (s->hits == 0)
		b->touched_sum[b->n_sums++] = (uint16_t)at;
	s->hits++;
	s->bytes += h->bytes;
	s->minutes |= minutes;
}

static inline void
block_cell(struct block *b, unsigned code, const struct block_hit *h)
{
	size_t at = code + (h->who == WHO_ROBOT ? 2u * CODE_ROBOT :
	    h->who == WHO_REST ? (unsigned)CODE_ROBOT : 0);
	struct block_cell *c = &b->cell[at];

	if (c->hits == 0)
		b->touched_cell[b->n_cells++] = (uint16_t)at;
	c->hits++;
	c->pages += h->outcome == OUTCOME_PAGE;
	c->bytes += h->bytes;
}

static inline void
block_view(struct block *b, uint64_t address)
{
	struct block_top *free = NULL;

	for (int i = 0; i < BLOCK_TOPS; i++) {
		if (b->top[i].views > 0 && b->top[i].address == address) {
			b->top[i].views++;
			return;
		}
		if (b->top[i].views == 0)
			free = &b->top[i];
	}
	if (free != NULL)
		*free = (struct block_top){ address, 1 };
	else
		for (int i = 0; i < BLOCK_TOPS; i++)
			b->top[i].views--;
}

struct blocks {
	struct block *block; /* BLOCKS of them */
	struct block *last;  /* the one last asked for */
	const struct site *const *site; /* whose sections... */
	const struct robots *robots;    /* ...and patterns they count */
	uint64_t turn;
};

void blocks_open(struct blocks *b, const struct site *const *site,
    const struct robots *robots);
void blocks_close(struct blocks *b); /* accepts zeroed */

/* The block of that stream, site and day; another one may be emptied into p. */
struct block *blocks_at(struct blocks *b, const struct block_key *key,
    struct partial *p);

/* Counts a hit under a key of a dimension, in the partial; under DIM_OTHER where the block
 * has added too many.  The row is good until the next one is added. */
struct tally_row *block_tally(struct block *b, struct partial *p,
    enum dim dim, uint32_t term, const struct block_hit *h);

/* All into p, or away. */
void blocks_flush(struct blocks *b, struct partial *p);
void blocks_drop(struct blocks *b);

#endif

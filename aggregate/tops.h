/* SPDX-License-Identifier: MIT */
/* tops.h -- counts by day, dimension and key, of which the greatest are kept by name.
 *
 * What is kept depends on the counts only: people's count first, then robots', then the
 * key's bytes.
 */
#ifndef AGGREGATE_TOPS_H
#define AGGREGATE_TOPS_H

#include "common/table.h"
#include "store/tallies.h"

struct tops_row {
	int32_t day;
	uint32_t dim, key, unused;
	int64_t n[TALLY__COUNTS];
};

struct tops {
	struct table sum;     /* struct tops_row */
	struct terms *terms;  /* of the keys */
	struct period days;
	uint32_t *row;        /* rows of day and dimension together... */
	size_t *end;          /* ...and where those of each end */
	struct tally *tally;  /* what tops_of gave */
	size_t n, cap;
	struct tally *kept;   /* of all days and dimensions, once settled... */
	size_t *kept_end;     /* ...and where those of each end */
	size_t n_kept, cap_kept;
};

/* terms must outlive it; keys that are new to them are added by the caller. */
void tops_open(struct tops *t, struct terms *terms);
void tops_close(struct tops *t); /* accepts zeroed */

/* The counts of that key, TALLY__COUNTS of them, to add to; until the next call. */
int64_t *tops_at(struct tops *t, int32_t day, enum dim dim, uint32_t key);

/* Once all is added: only these days' counts are asked for. */
void tops_order(struct tops *t, struct period days);

/* The kept counts, in no order; with DIM_OTHER for all others.  Until the next call. */
const struct tally *tops_of(struct tops *t, int32_t day, enum dim dim,
    size_t *n);

/* What tops_of will give is made now, for all; nothing is added any more. */
void tops_settle(struct tops *t);

/* Adds all counts of other days or texts; texts are told by their bytes. */
void tops_absorb(struct tops *t, const struct tops *from);
/* Keeps the `most` greatest of each of these days and dimensions by name, the rest as
 * DIM_OTHER, if there are more than so many rows in all; *t has fresh terms then, in the
 * place of those that it had. */
void tops_trim(struct tops *t, struct period days, size_t most, size_t rows);

#endif

/* SPDX-License-Identifier: MIT */
/* packed.h -- the parts that partials make, while they are not in the database.
 *
 * Packing is pure: threads pack what each of them folded, and one thread puts it all
 * into the store (parts_put).
 */
#ifndef STORE_PACKED_H
#define STORE_PACKED_H

#include "common/buf.h"
#include "common/partial.h"

struct packed_part {
	uint32_t site; /* the run's number */
	int32_t day;
	struct buf body; /* part.h */
};

struct packed {
	struct packed_part *part; /* n of them */
	size_t n, cap;
	size_t bytes; /* of all bodies */
};

/* One part for each site and day of the union of n partials, by so many threads.  Their
 * ledgers and extents are no part of any.  The first one's texts become all texts; else
 * they are only read. */
struct packed_from {
	struct partial *const *partial;
	size_t n, threads;
	const int64_t *window_s; /* by site */
};
void packed_add(struct packed *to, const struct packed_from *from);
/* The parts of one become the other's. */
void packed_move(struct packed *to, struct packed *from);
void packed_close(struct packed *p); /* accepts zeroed */

#endif

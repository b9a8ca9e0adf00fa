/* SPDX-License-Identifier: MIT */
/* folds.h -- the folds of some threads, and what is packed of what they hold.
 *
 * What was kept is packed to be stored; what an archive gave is provisional until its
 * checksum holds, packed or not.
 */
#ifndef CLI_FOLDS_H
#define CLI_FOLDS_H

#include "aggregate/fold.h"

struct folds {
	struct fold **fold;     /* n of them, each with its sink */
	struct hit_sink *sink;
	size_t n;
	const int64_t *window_s; /* by site */
	struct packed packed, provisional;
};

/* plan must outlive them. */
bool folds_open(struct folds *f, const struct fold_plan *plan, size_t n,
    struct err *err);
void folds_close(struct folds *f); /* accepts zeroed */

/* What is not packed; and of this what was kept, while others may be at work. */
size_t folds_bytes(const struct folds *f);
size_t folds_kept_bytes(const struct folds *f);

/* All that was kept, united on the way. */
void folds_pack(struct folds *f);
/* All that is provisional in n folds from the first on.  May be called for several of
 * them at once. */
void folds_pack_taken(struct folds *f, size_t first, size_t n,
    struct packed *to);

/* It is stored: it goes.  Returns the number of its lines. */
uint64_t folds_empty(struct folds *f);

#endif

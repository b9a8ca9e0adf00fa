/* SPDX-License-Identifier: MIT */
/* ranks.h -- a site's ranks over the years, to compare and to draw.
 *
 * The 13th of 19 and the 13th of 34 are two things: ranks are compared by their position, 1 for
 * the best and 0 for the last, and a year whose number of ranked units is another one than the
 * year's before is marked.  Nothing here says that ranks rise or fall: few years make no trend.
 */
#ifndef PUBLISH_RANKS_H
#define PUBLISH_RANKS_H

#include "common/mem.h"
#include "plots/series.h"
#include "store/rank.h"

/* (of - rank) / (of - 1) in millionths, halves rounded up; of >= 2. */
int64_t ranks_position(int64_t rank, int64_t of);

struct ranks_row {
	struct rank rank;
	int64_t position;  /* millionths */
	int64_t of_before; /* of the index's year before it in the list, where that is another; or 0 */
};
struct ranks {
	struct ranks_row *row; /* by index, then by year */
	size_t n;
	struct chart_ranks chart; /* the last years of the first indices; n 0: nothing to draw */
	struct arena arena;
};

/* What the site has; closed with ranks_close in any case. */
bool ranks_load(const struct store_site *s, struct ranks *out,
    struct err *err);
void ranks_close(struct ranks *r); /* accepts zeroed */

#endif

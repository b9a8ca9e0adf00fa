/* SPDX-License-Identifier: MIT */
/* score.h -- a criteria file's items, scored: s = clamp((x - floor)/(target - floor), 0, 1).
 *
 * Unknown is not scored: the total is over what is known, the share of the weight that is known
 * (evidence coverage) stands beside it, and so does the pessimistic total, where unknown is 0.
 * All in integers, so that the same values give the same scores everywhere.
 */
#ifndef PUBLISH_SCORE_H
#define PUBLISH_SCORE_H

#include "aggregate/criteria.h"

/* Where values come from: of the whole site (section < 0) or of the criteria's section of that index.
 * False: nobody knows. */
struct score_values {
	bool (*get)(const void *ctx, enum measure measure, int section,
	    struct metric_value *out);
	const void *ctx;
};

struct score_row {
	const struct criteria_head *head;
	const struct criteria_item *item;     /* or NULL: a line by hand */
	const struct criteria_manual *manual; /* or NULL: an item */
	const struct criteria_review *review; /* or NULL */
	enum metric_class class;
	enum criteria_stage stage;
	int64_t weight, floor, target;
	struct metric_value value, before; /* before: of the period before; or unknown */
	int64_t score;        /* millionths; only where value.known */
	int64_t score_before; /* only where before.known */
};

/* Of some rows; in millionths of 1 but for points. */
struct score_sum {
	int64_t weight, known_weight;
	int64_t coverage;    /* known_weight / weight */
	int64_t share;       /* sum of weight * score / known_weight; where any is known */
	int64_t pessimistic; /* sum of weight * score / weight */
	int64_t points, pessimistic_points; /* millionths of a point: share * points of the set */
};

struct score {
	struct score_row *row; /* items, then lines by hand, each in the file's order */
	size_t n;
	struct score_sum total, before;
	struct score_sum stage[CRITERIA_STAGE__MAX];
	const struct criteria_band *band; /* of total.points; NULL: nothing is known, or no bands */
	/* What people gave, of the rows that have it; n of them. */
	struct {
		int64_t points, n;
	} self, reviewed, published;
};

/* c is checked and outlives the score.  before.get may be NULL: there is no such period. */
void score_make(const struct criteria *c, struct score_values now,
    struct score_values before, struct score *out);
void score_close(struct score *s); /* accepts zeroed */

/* clamp((x - floor) / (target - floor), 0, 1) in millionths, halves rounded up.
 * floor and target differ, either may be the greater. */
int64_t score_of(int64_t x, int64_t floor, int64_t target);

#endif

/* SPDX-License-Identifier: MIT */
/* histogram.h -- response times by buckets, so that days add up and still have quantiles.
 *
 * Log-linear: 16 buckets of equal width an octave, over whole microseconds.  Below 32 us
 * each value has its own bucket; above, the middle of a bucket is never farther than 1/32
 * (3.13 %) of it from a value in it.  A value of 2^40 us (12.7 days) or more counts as
 * 2^40 - 1.  Besides, HISTOGRAM_CUT_US begins a bucket, so that the share under it is exact.
 *
 * A histogram is an array of HISTOGRAM_BUCKETS counts, or what a caller keeps of them by
 * number.  Merging adds counts: commutative and associative, and the result is that of all
 * the values.  The counts' sum must stay below 2^63.  The numbers of the buckets are
 * stored, so their meaning must not change.
 */
#ifndef COMMON_HISTOGRAM_H
#define COMMON_HISTOGRAM_H

#include <stdbool.h>
#include <stdint.h>

enum {
	HISTOGRAM_CUT_US = 3000000, /* of the figure "share under 3 s" */
	HISTOGRAM_BUCKETS = 593
};

/* 0 to HISTOGRAM_BUCKETS - 1; a greater value never has a smaller number. */
int histogram_bucket(uint64_t us);

/* The values of a bucket: from low to high, both included.  The last one's high is
 * 2^40 - 1, although it has all that is greater. */
struct histogram_range {
	uint64_t low, high;
};
struct histogram_range histogram_range(int bucket);

void histogram_merge(uint64_t into[HISTOGRAM_BUCKETS],
    const uint64_t from[HISTOGRAM_BUCKETS]);

/* How many values there are. */
uint64_t histogram_total(const uint64_t count[HISTOGRAM_BUCKETS]);

/* The middle, rounded down, of the bucket of the value that has rank
 * ceil(n * permille / 1000), at least 1, among the n values in order: 500 is the median,
 * 950 is p95; at most 1000, the greatest.  False, and *us untouched: no values. */
bool histogram_quantile(const uint64_t count[HISTOGRAM_BUCKETS],
    unsigned permille, uint64_t *us);

/* How many values are less than limit_us.  Exact where a bucket begins at it, as one does
 * at HISTOGRAM_CUT_US; else the bucket that it cuts gives its part, as if its values lay
 * evenly. */
uint64_t histogram_under(const uint64_t count[HISTOGRAM_BUCKETS],
    uint64_t limit_us);

#endif

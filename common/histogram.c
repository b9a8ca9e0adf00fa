/* SPDX-License-Identifier: MIT */
#include "common/histogram.h"

enum {
	STEP_BITS = 4, /* 16 buckets an octave */
	STEPS = 1 << STEP_BITS,
	TOP_BIT = 39,  /* of the greatest value */
	PLAIN_BUCKETS = (TOP_BIT - STEP_BITS + 2) * STEPS,
	CUT_PLAIN = (21 - STEP_BITS + 1) * STEPS + (HISTOGRAM_CUT_US >>
	    (21 - STEP_BITS) & (STEPS - 1)) /* the bucket that the cut is in */
};

_Static_assert(HISTOGRAM_CUT_US >> 21 == 1, "CUT_PLAIN counts on that bit");
_Static_assert(PLAIN_BUCKETS + 1 == HISTOGRAM_BUCKETS, "one is cut in two");

static const uint64_t greatest = (UINT64_C(1) << (TOP_BIT + 1)) - 1;

/* Of the STEP_BITS + 1 highest bits of a value, the first is 1 and the others are its
 * step in the octave.  Values below STEPS are their own buckets. */
static int
plain_bucket(uint64_t us)
{
	if (us < STEPS)
		return (int)us;

	int shift = 63 - __builtin_clzll(us) - STEP_BITS;

	return (int)(us >> shift) + shift * STEPS;
}

static uint64_t
plain_low(int bucket)
{
	if (bucket < 2 * STEPS)
		return (uint64_t)bucket;

	int shift = bucket / STEPS - 1;

	return (uint64_t)(bucket % STEPS + STEPS) << shift;
}

int
histogram_bucket(uint64_t us)
{
	if (us > greatest)
		us = greatest;
	return plain_bucket(us) + (us >= HISTOGRAM_CUT_US);
}

struct histogram_range
histogram_range(int bucket)
{
	int plain = bucket - (bucket > CUT_PLAIN);
	struct histogram_range r = { plain_low(plain),
		plain_low(plain + 1) - 1 };

	if (bucket == CUT_PLAIN)
		r.high = HISTOGRAM_CUT_US - 1;
	else if (bucket == CUT_PLAIN + 1)
		r.low = HISTOGRAM_CUT_US;
	return r;
}

void
histogram_merge(uint64_t into[HISTOGRAM_BUCKETS],
    const uint64_t from[HISTOGRAM_BUCKETS])
{
	for (int b = 0; b < HISTOGRAM_BUCKETS; b++)
		into[b] += from[b];
}

uint64_t
histogram_total(const uint64_t count[HISTOGRAM_BUCKETS])
{
	uint64_t n = 0;

	for (int b = 0; b < HISTOGRAM_BUCKETS; b++)
		n += count[b];
	return n;
}

bool
histogram_quantile(const uint64_t count[HISTOGRAM_BUCKETS], unsigned permille,
    uint64_t *us)
{
	uint64_t n = histogram_total(count), seen = 0;
	/* n * permille might overflow. */
	uint64_t rank = n / 1000 * permille + (n % 1000 * permille + 999) / 1000;

	if (rank == 0)
		rank = 1;
	for (int b = 0; b < HISTOGRAM_BUCKETS; b++) {
		seen += count[b];
		if (seen >= rank) {
			struct histogram_range r = histogram_range(b);

			*us = r.low + (r.high - r.low) / 2;
			return true;
		}
	}
	return false;
}

uint64_t
histogram_under(const uint64_t count[HISTOGRAM_BUCKETS], uint64_t limit_us)
{
	uint64_t n = 0;

	for (int b = 0; b < HISTOGRAM_BUCKETS; b++) {
		struct histogram_range r = histogram_range(b);

		if (r.high < limit_us) {
			n += count[b];
		} else if (r.low < limit_us) {
			/* The product of whole numbers might overflow. */
			double part = (double)(limit_us - r.low) /
			    (double)(r.high - r.low + 1);

			n += (uint64_t)((double)count[b] * part);
		}
	}
	return n;
}

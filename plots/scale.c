/* SPDX-License-Identifier: MIT */
#include "plots/scale.h"

#include <assert.h>

struct scale
scale_of(int64_t most, int64_t least, int want)
{
	static const struct {
		int64_t by, of;
	} factor[] = { { 1, 1 }, { 2, 1 }, { 5, 2 }, { 5, 1 } };
	struct scale s = { .top = (double)most * 1.08, .step = least };

	assert(most >= 0 && least > 0 && want >= 1 && want <= 8);
	if (most == 0) {
		s.top = (double)least;
		return s;
	}
	for (int64_t power = least; s.step < most / want + (most % want > 0);) {
		for (int i = 0; i < 4; i++) {
			if (power % factor[i].of != 0 ||
			    power > INT64_MAX / factor[i].by ||
			    power / factor[i].of * factor[i].by % least != 0)
				continue; /* 2.5 of what is not told in halves */
			s.step = power / factor[i].of * factor[i].by;
			if (s.step >= most / want + (most % want > 0))
				break;
		}
		if (power > INT64_MAX / 10)
			break;
		power *= 10;
	}
	s.n = (int)(s.top / (double)s.step);
	if (s.n >= SCALE_TICKS)
		s.n = SCALE_TICKS - 1;
	/* A figure that is all but round ends at its own line. */
	if (s.top < (double)s.step)
		s.top = (double)s.step;
	if (s.n == 0)
		s.n = 1;
	while (s.n > 1 && s.step > INT64_MAX / s.n)
		s.n--;
	return s;
}

double
scale_log10(double value)
{
	static const double ln10 = 2.302585092994045684;
	double whole = 0;

	assert(value > 0);
	for (; value >= 3.1622776601683795; whole++)
		value /= 10;
	for (; value < 0.31622776601683795; whole--)
		value *= 10;
	/* ln v = 2 (z + z^3/3 + z^5/5 ...), z = (v - 1) / (v + 1), at most 0.52 */
	double z = (value - 1) / (value + 1), power = z, sum = 0;

	for (int i = 1; i < 60; i += 2, power *= z * z)
		sum += power / i;
	return whole + 2 * sum / ln10;
}

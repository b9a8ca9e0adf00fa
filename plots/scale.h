/* SPDX-License-Identifier: MIT */
/* scale.h -- where an axis ends and which round figures stand at it. */
#ifndef PLOTS_SCALE_H
#define PLOTS_SCALE_H

#include <stdint.h>

enum { SCALE_TICKS = 12 };

struct scale {
	double top;      /* the end of the axis, above the greatest figure; > 0 */
	int64_t step;    /* 1, 2, 2.5 or 5 times a power of ten; ticks are 0, step... */
	int n;           /* ...n * step <= top; n < SCALE_TICKS, 0 where all is zero */
};

/* most: greatest figure, >= 0; least: the smallest step (1 of what is whole, 10 of
 * hundredths that are told in tenths); want: about how many ticks, 1..8. */
struct scale scale_of(int64_t most, int64_t least, int want);

/* log10, for value > 0: to 9 digits or more. */
double scale_log10(double value);

#endif

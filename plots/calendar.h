/* SPDX-License-Identifier: MIT */
/* calendar.h -- an axis of days: numbers, weekdays and months, thinned out as they fit.
 *
 * Day i is at i + 1, between i + 0.5 and i + 1.5.  Days that are a month or more apart
 * are told as months.
 */
#ifndef PLOTS_CALENDAR_H
#define PLOTS_CALENDAR_H

#include "plots/frame.h"

struct calendar {
	const char *first; /* of rows of stride bytes that begin with the int32_t day */
	size_t stride, n;
	bool months;
};
struct calendar calendar_of(const void *first, size_t stride, size_t n);
int32_t calendar_day(const struct calendar *c, size_t i);

/* The ranges of the axes; few days do not fill the area. */
void calendar_ranges(struct script *s, const struct calendar *c, double bottom,
    double top);

#define CALENDAR_BELOW 36.0 /* room under the area */

/* Labels under the area, and thin lines where months begin. */
void calendar_labels(struct script *s, const struct chart_frame *f,
    const struct calendar *c);
/* Shades weekends, unless there are too many to help.  False: it did not. */
bool calendar_weekends(struct script *s, const struct calendar *c, bool draw);
/* Appends the date of a tooltip: day or month. */
void calendar_tip(struct buf *out, const struct chart_frame *f,
    const struct calendar *c, size_t i);

#endif

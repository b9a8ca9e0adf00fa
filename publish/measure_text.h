/* SPDX-License-Identifier: MIT */
/* measure_text.h -- values of measures (aggregate/metric.h) for people and programs. */
#ifndef PUBLISH_MEASURE_TEXT_H
#define PUBLISH_MEASURE_TEXT_H

#include "aggregate/metric.h"
#include "publish/messages.h"

/* Appends "85,0 %", "1.234", "1,5", "850 ms", "2 giờ", "3 ngày": value is in the unit. */
void measure_put(struct buf *out, enum metric_unit unit, int64_t value,
    enum lang lang);

/* Appends millionths as a decimal of at most two digits: "3,5", "37,25", "4". */
void measure_put_decimal(struct buf *out, int64_t millionths, enum lang lang);

/* In JSON and CSV: "millionths" (of 1, or of a count), "count", "microseconds", "minutes",
 * "days". */
const char *measure_unit_name(enum metric_unit unit);

#endif

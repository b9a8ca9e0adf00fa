/* SPDX-License-Identifier: MIT */
/* hours.h -- figures of the hours of days, as they were derived last.
 *
 * A row a day, packed: a byte for the number of hours, then of each hour
 *
 *     visits, online_s, peak, hits, errors, flags, bad minutes
 *     peak > 0: seconds from the hour's begin to peak_at_s
 *
 * as numbers of 7 bits a byte, the low ones first, 0x80 on all bytes but the last.  A day has
 * 200 to 300 bytes; its rows are kept when the hours by class become one sum a day (retain.h),
 * and go when its details are forgotten.  A day without a row is unknown, not zero: it was
 * derived before version 4, or forgotten.  Of the former hits, errors and flags are still known
 * while hits by hour are kept.
 */
#ifndef STORE_HOURS_H
#define STORE_HOURS_H

#include "common/counter.h"
#include "store/sites.h"

bool hours_set(const struct store_site *s, int32_t day,
    const struct hours_of_day *hours, struct err *err);

/* Those of these days that are known, ascending; owned by the caller (mem_free). */
struct hours_day {
	int32_t day;
	bool whole; /* else only hits, errors and flags are known */
	struct hours_of_day hours;
};
struct hours_list {
	struct hours_day *day;
	size_t n;
};
bool hours_list(const struct store_site *s, struct period days,
    struct hours_list *out, struct err *err);

/* Inside: the row's bytes, appended; and back, false where they are damaged.  start_s: of
 * the day. */
void hours_pack(const struct hours_of_day *h, int64_t start_s,
    struct buf *out);
bool hours_unpack(struct span body, int64_t start_s, struct hours_of_day *out);

#endif

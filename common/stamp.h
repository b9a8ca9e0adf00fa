/* SPDX-License-Identifier: MIT */
/* stamp.h -- instants, days and durations as text, read and written. */
#ifndef COMMON_STAMP_H
#define COMMON_STAMP_H

#include "common/buf.h"
#include "common/zone.h"

/* "2021-05-14T14:15:00+07:00" in the zone's offset of that instant ("+00:00" for
 * UTC; never "Z"). */
void stamp_put(struct buf *b, const struct zone *z, int64_t at_s);
void stamp_put_day(struct buf *b, int32_t day); /* "2021-05-14" */

/* RFC 3339 with a numeric offset or Z, blanks or T between date and time, seconds
 * optional; without an offset it is local time of z; "@1620976500"; or a date
 * alone, which is its first instant in z. */
bool stamp_read(struct span text, const struct zone *z, int64_t *at_s);
bool stamp_read_day(struct span text, int32_t *day);         /* "2021-05-14" */
bool stamp_read_month(struct span text, int32_t *first, int32_t *last); /* "2021-05" */

/* "90s", "30m", "48h", "10d", "2w", or a number of seconds; sums such as "1h30m". */
bool stamp_read_duration(struct span text, int64_t *seconds);
void stamp_put_duration(struct buf *b, int64_t seconds); /* shortest of the same */

#endif

/* SPDX-License-Identifier: MIT */
/* trim.h -- a part with fewer keys: for a day that has more of them than its room.
 *
 * Each run may add new keys to an open day.  Where the day's parts take more than
 * TRIM_DAY_BYTES, of what is added only the greatest are still told apart: a log that makes up
 * paths all day long must not fill the disk.  Sums, spans and conduct stay whole.
 */
#ifndef STORE_TRIM_H
#define STORE_TRIM_H

#include "common/buf.h"
#include "common/err.h"
#include "common/span.h"

enum {
	TRIM_DAY_BYTES = 256 * 1024 * 1024,
	TRIM_PART_BYTES = 256 * 1024, /* smaller parts are added as they are */
	TRIM_ROWS = 1000              /* of a dimension, that are kept; the rest is DIM_OTHER */
};

/* body: of part.h; out is cleared first.  ERR_DATA: it is damaged. */
bool trim_part(struct span body, uint64_t seed, struct buf *out,
    struct err *err);

#endif

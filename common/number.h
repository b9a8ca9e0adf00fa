/* SPDX-License-Identifier: MIT */
/* number.h -- figures as people of a language write them.
 *
 *              vi          en
 *     whole    19.358      19,358
 *     tenths   1.234,5     1,234.5
 *     percent  31,5 %      31.5%      (with a no-break space)
 *
 * All append, and take the whole range of int64_t.
 */
#ifndef COMMON_NUMBER_H
#define COMMON_NUMBER_H

#include "common/buf.h"
#include "common/lang.h"

void number_put(struct buf *out, int64_t n, enum lang lang);
void number_put_tenths(struct buf *out, int64_t tenths, enum lang lang);
/* 315 is 31.5 per cent. */
void number_put_percent(struct buf *out, int64_t permille, enum lang lang);

/* part / whole in thousandths, halves rounded away from zero; exact for the whole
 * range.  whole must be positive. */
int64_t number_permille(int64_t part, int64_t whole);

#endif

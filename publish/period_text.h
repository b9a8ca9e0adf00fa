/* SPDX-License-Identifier: MIT */
/* period_text.h -- a period as people call it: "tháng 10 năm 2026", "week 41 of 2026". */
#ifndef PUBLISH_PERIOD_TEXT_H
#define PUBLISH_PERIOD_TEXT_H

#include "common/buf.h"
#include "common/counter.h"
#include "common/lang.h"

/* Days that are just a year, a quarter, a month, an ISO week or a day are called so, else by
 * the first and the last.  Appends; a name within a sentence... */
void period_text(struct buf *out, struct period days, enum lang lang);
/* ...as a title... */
void period_title(struct buf *out, struct period days, enum lang lang);
/* ...and at the head of a sentence: "Trong tháng 10 năm 2026", "In October 2026". */
void period_in(struct buf *out, struct period days, enum lang lang);

/* A day in digits, as documents of the language write it. */
void period_date(struct buf *out, int32_t day, enum lang lang);

#endif

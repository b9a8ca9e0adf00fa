/* SPDX-License-Identifier: MIT */
/* duration.h -- lengths of time in words: "5 phút", "1 hour 30 minutes". */
#ifndef PUBLISH_DURATION_H
#define PUBLISH_DURATION_H

#include "publish/messages.h"

/* Appends; seconds must not be negative. */
void duration_put(struct buf *out, int64_t seconds, enum lang lang);

#endif

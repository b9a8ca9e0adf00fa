/* SPDX-License-Identifier: MIT */
/* amount.h -- amounts of bytes as people write them: 500, 16KiB, 64 GiB. */
#ifndef COMMON_AMOUNT_H
#define COMMON_AMOUNT_H

#include "common/buf.h"

/* Digits, and K, M, G, T or P (also KiB...; in either case) for powers of 1024.  At most
 * INT64_MAX.  "KB", which some take for 1000, is none. */
bool amount_read(struct span text, uint64_t *bytes);
void amount_put(struct buf *b, uint64_t bytes); /* shortest of the same */

#endif

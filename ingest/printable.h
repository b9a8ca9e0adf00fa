/* SPDX-License-Identifier: MIT */
/* printable.h -- log text for a terminal. */
#ifndef INGEST_PRINTABLE_H
#define INGEST_PRINTABLE_H

#include "common/buf.h"

/* Appends s as printable ASCII, other bytes as \xHH, cut with "..." so that no
 * more than max bytes are added; max is at least 8. */
void printable_put(struct buf *out, struct span s, size_t max);

#endif

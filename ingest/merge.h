/* SPDX-License-Identifier: MIT */
/* merge.h -- the fields of a format string, seen together.
 *
 * Neighbours that are one thing become one field: %v:%p a host with its port,
 * %U%q a target, "%m %U%q %H" a request, %{%F %T}t.%{msec_frac}t %{%z}t a time.
 * Of a field named twice the better one counts; the others are skipped.
 */
#ifndef INGEST_MERGE_H
#define INGEST_MERGE_H

#include "ingest/items.h"

/* Refuses two fields with nothing between them where that is ambiguous, and a
 * time that is not all there.  Afterwards no two literals touch, and of fields
 * only a host and a target. */
bool merge_items(struct items *items, struct err *err);

#endif

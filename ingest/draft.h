/* SPDX-License-Identifier: MIT */
/* draft.h -- a hit while its fields come in, in whatever order the line has. */
#ifndef INGEST_DRAFT_H
#define INGEST_DRAFT_H

#include "ingest/items.h"

struct draft {
	struct hit hit; /* begins with took_us = -1; at_s is the owner's to set */
	bool address, time, status;
	bool odd; /* a number is none: not what the format says */
};

/* One field but the time.  port: one follows an address or host; unit: of the
 * time served.  False: the line is no hit, whatever follows. */
bool draft_take(struct draft *d, enum field field, enum field_unit unit,
    bool port, struct span value);

static inline bool
draft_complete(const struct draft *d)
{
	return d->address && d->time && d->status;
}

#endif

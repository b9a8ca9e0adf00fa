/* SPDX-License-Identifier: MIT */
/* lists.h -- what is looked up of an address, an agent or a referrer: shared by a run. */
#ifndef AGGREGATE_LISTS_H
#define AGGREGATE_LISTS_H

#include "aggregate/geo.h"
#include "aggregate/robots.h"
#include "aggregate/source.h"

struct lists {
	const struct robots *robots;
	const struct sources *sources;
	const struct geo *geo; /* NULL: countries are unknown */
};

#endif

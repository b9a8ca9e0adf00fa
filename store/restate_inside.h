/* SPDX-License-Identifier: MIT */
/* restate_inside.h -- a restatement on its way, for its own files. */
#ifndef STORE_RESTATE_INSIDE_H
#define STORE_RESTATE_INSIDE_H

#include "store/restate.h"

struct restating {
	const struct store_site *s;
	const struct restate_plan *plan;
	int64_t other; /* row of the site in the other store */
	struct restated out;
};

/* The ledger's rows of these days, by the logs that were read anew and those left out. */
bool restate_ledger(const struct restating *r, struct err *err);

#endif

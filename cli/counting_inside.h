/* SPDX-License-Identifier: MIT */
/* counting_inside.h -- what a counting knows, for its own files. */
#ifndef CLI_COUNTING_INSIDE_H
#define CLI_COUNTING_INSIDE_H

#include "cli/counting.h"

struct counting {
	struct counting_plan plan;
	struct store_site *store;  /* by site */
	const struct site **site;  /* likewise */
	int32_t *sealed;
	int64_t *window_s;
	struct pool *pool;         /* by site; in use while held */
	bool held;
	uint64_t too_heavy;        /* see ingest_lanes */
	uint64_t lines;
	size_t files;
};

/* A transaction, or the one that is held; it ends well, or is rolled back. */
bool counting_begin(struct counting *c, struct err *err);
bool counting_end(struct counting *c, bool good, struct err *err);

#endif

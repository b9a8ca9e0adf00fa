/* SPDX-License-Identifier: MIT */
/* run_lists.h -- opens what a run looks things up in: robots, referrers, countries. */
#ifndef CLI_RUN_LISTS_H
#define CLI_RUN_LISTS_H

#include "aggregate/lists.h"
#include "store/lists.h"

struct run_lists {
	struct lists lists; /* of these */
	struct robots *robots;
	struct sources *sources;
	struct geo *geo;
};

/* robots: as robots_open takes it. */
bool run_lists_open(const char *robots, const struct geo_paths *paths,
    struct run_lists *out, struct err *err);
/* What the store notes of them (store/lists.h); the texts are theirs. */
struct lists_used run_lists_used(const struct lists *l);
void run_lists_close(struct run_lists *r); /* accepts zeroed */

#endif

/* SPDX-License-Identifier: MIT */
/* group.h -- one log group while it is counted, for group.c and abreast.c. */
#ifndef CLI_GROUP_H
#define CLI_GROUP_H

#include "cli/counting_inside.h"
#include "cli/folds.h"
#include "common/tight.h"

/* What all folds may hold before it is packed, and what may be packed before a commit. */
enum {
	PACK_BYTES = TIGHT_OR(32 * 1024 * 1024, 64 * 1024),
	COMMIT_BYTES = TIGHT_OR(40 * 1024 * 1024, 80 * 1024)
};

/* Some of the folds, and what was put aside of what they took. */
struct group_lane {
	size_t first, n;
	struct crew *crew;
	struct packed packed;
};

/* What lives for one group. */
struct group {
	struct counting *c;
	const char *id;
	struct fold_plan fold_plan;
	struct folds folds;
	bool spilled;        /* a savepoint is open: parts of an archive after it */
	struct crew *crew;
	struct ingest *in;
	const struct counting_file *file; /* n of them, and what came of each */
	size_t n;
	struct ingest_outcome *outcome;
	struct group_lane *lane; /* while files are read side by side */
	size_t n_lanes;
};

/* Positions and contributions in one transaction.  The crew is idle; lanes go on, as what they
 * took is not kept yet.  last: and what each pattern delivered. */
bool group_commit(struct group *g, bool last, struct err *err);

/* Files that have nothing in common, side by side; outcomes as ingest_ahead has them. */
bool group_abreast(struct group *g, struct err *err);

#endif

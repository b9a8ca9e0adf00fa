/* SPDX-License-Identifier: MIT */
/* patterns.h -- what each log pattern of a group delivered, and when it was read. */
#ifndef STORE_PATTERNS_H
#define STORE_PATTERNS_H

#include "store/db.h"

struct pattern_state {
	bool has_newest, has_read;
	int64_t newest_s; /* greatest time of a line */
	int64_t read_s;   /* the run's clock when it was last read to its end */
};

/* Widens newest, replaces read.  In a transaction. */
bool patterns_put(struct db *db, const char *grp, const char *glob,
    const struct pattern_state *state, struct err *err);
/* Unknown patterns have neither. */
bool patterns_get(struct db *db, const char *grp, const char *glob,
    struct pattern_state *out, struct err *err);

#endif

/* SPDX-License-Identifier: MIT */
/* names.h -- texts of a database: each is kept once, under a number. */
#ifndef STORE_NAMES_H
#define STORE_NAMES_H

#include "common/terms.h"
#include "store/db.h"

/* A database's texts are bounded, in number and in all their bytes: what comes when it has so
 * many is DIM_OTHER. */
enum { NAMES_MAX = 2000000, NAMES_MAX_BYTES = 128 * 1024 * 1024 };

/* Numbers that were asked for in one transaction are remembered: not beyond it, as a
 * rollback takes new ones back. */
struct names {
	struct db *db;
	struct terms terms;
	int64_t *id; /* by term; 0: not yet known */
	size_t cap;
	int64_t count, bytes; /* of the database; -1: not yet known */
	int64_t most;  /* NAMES_MAX; less in tests */
};
void names_open(struct names *n, struct db *db);
void names_close(struct names *n); /* accepts zeroed */

/* Adds the text if it is new and there is room. */
bool names_id(struct names *n, struct span text, int64_t *id, struct err *err);

/* How many a database has. */
bool names_size(struct db *db, int64_t *count, int64_t *bytes,
    struct err *err);

#endif

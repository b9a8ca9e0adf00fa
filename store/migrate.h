/* SPDX-License-Identifier: MIT */
/* migrate.h -- a database of an earlier version becomes one of this version.
 *
 * Each version is one step, a text of SQL; all steps and the new version are one
 * transaction.  Before it the database is copied, with its key, beside itself.
 */
#ifndef STORE_MIGRATE_H
#define STORE_MIGRATE_H

#include "common/buf.h"
#include "store/db.h"

struct migrated {
	int from, to;    /* versions; equal: nothing was to be done */
	int64_t sealed;  /* open days that had to be sealed as they were */
	struct buf copy; /* where the old one is; buf_close */
};

/* The caller holds the lock of the run.  What is no database of an earlier version is left
 * as it is, for db_open to tell. */
bool migrate_store(const char *path, int64_t now_s, struct migrated *out,
    struct err *err);

#endif

/* SPDX-License-Identifier: MIT */
/* restore.h -- a backup in the place of a database, which stays beside it. */
#ifndef STORE_RESTORE_H
#define STORE_RESTORE_H

#include "common/buf.h"
#include "store/backup.h"

struct restore_plan {
	const char *src;  /* the backup's folder */
	const char *path; /* the database's; its folder is there */
	int64_t now_s;
};
struct restored {
	bool had_old;
	struct buf old;   /* where the old one is now, with OLD.key; buf_close */
};

/* The caller holds the lock of the run.  Nothing is changed unless the copies have the
 * manifest's sums, the database is whole, of this version or an earlier one, and of that key
 * (ERR_DATA, ERR_CONFIG).  The new key comes before the new database: who is killed between them
 * leaves a pair that is refused, not one that is wrong. */
bool restore_store(const struct restore_plan *plan, struct restored *out,
    struct err *err);

#endif

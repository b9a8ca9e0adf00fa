/* SPDX-License-Identifier: MIT */
/* backup.h -- a folder with a database, its key and a MANIFEST that proves both.
 *
 *     # truycap backup 1
 *     # made 2026-11-21T02:15:00Z by truycap 0.1.0
 *     # schema 2
 *     SHA-256  truycap.db
 *     SHA-256  truycap.db.key
 *
 * `sha256sum -c MANIFEST` understands it.  The folder and its files are for their owner only:
 * who has both can tell whether an address was here on a day that is open in it.
 */
#ifndef STORE_BACKUP_H
#define STORE_BACKUP_H

#include "store/db.h"

#define BACKUP_DATABASE "truycap.db"
#define BACKUP_KEY "truycap.db.key"

struct backup_plan {
	struct db *db;
	const char *path;    /* the database's */
	const char *dest;    /* the folder; it may not be there yet (ERR_CREATE) */
	int64_t at_s;
	const char *program; /* "truycap 0.1.0" */
};
/* Made in a folder beside dest, then renamed: dest is whole or is not there.  Others may write
 * to the database at the same time. */
bool backup_write(const struct backup_plan *plan, struct err *err);

struct backup {
	int version; /* of the schema */
	char database_sha256[65], key_sha256[65];
};
/* Reads SRC/MANIFEST.  What is no manifest of ours is ERR_DATA, with its line. */
bool backup_read(const char *src, struct backup *out, struct err *err);

#endif

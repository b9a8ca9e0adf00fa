/* SPDX-License-Identifier: MIT */
/* copy.h -- a database and its key, copied while others write. */
#ifndef STORE_COPY_H
#define STORE_COPY_H

#include "store/db.h"

/* One state of db into DEST, without what was deleted, and the key file PATH.key into DEST.key;
 * both new, for their owner only, and on the disk when this returns.  What is there is not
 * replaced (ERR_CREATE); of a copy that failed nothing stays.  No transaction may be open. */
bool copy_store(struct db *db, const char *path, const char *dest,
    struct err *err);

/* A file's bytes, likewise. */
bool copy_file(const char *from, const char *to, struct err *err);

#endif

/* SPDX-License-Identifier: MIT */
/* schema.h -- is this a database of ours, whose is it, and of which version? */
#ifndef STORE_SCHEMA_H
#define STORE_SCHEMA_H

#include "store/db.h"

/* *blank: there is nothing in it, not even the mark of a program. */
bool schema_blank(struct db *db, bool *blank, struct err *err);

/* Makes all tables of a blank database, in one transaction. */
bool schema_make(struct db *db, const unsigned char secret[HASH_SECRET_BYTES],
    struct err *err);

/* Ours, of the present version (older: or of an earlier one), and of that key. */
bool schema_check(struct db *db, const char *path,
    const unsigned char secret[HASH_SECRET_BYTES], bool older,
    struct err *err);

bool schema_version(struct db *db, int *out, struct err *err);
/* In a transaction. */
bool schema_set_version(struct db *db, int version, struct err *err);

#endif

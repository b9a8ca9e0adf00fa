/* SPDX-License-Identifier: MIT */
/* names.h -- the store's dictionary of texts. */
#ifndef STORE_NAMES_H
#define STORE_NAMES_H

#include "store/db.h"

/* The number of a text, added if it is new.  In a transaction. */
bool names_id(struct db *db, struct span text, int64_t *id, struct err *err);

#endif

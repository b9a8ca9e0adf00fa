/* SPDX-License-Identifier: MIT */
/* key.h -- a database's secret, in a file of its own beside it. */
#ifndef STORE_KEY_H
#define STORE_KEY_H

#include "common/hash.h"

/* Reads PATH.key; make: makes it (mode 0600) if it is not there.  Missing or of another
 * kind is ERR_CONFIG. */
bool key_open(const char *path, bool make,
    unsigned char secret[HASH_SECRET_BYTES], struct err *err);

/* Another store's key file becomes PATH.key, so that visitors of both can be compared.  Another
 * key that is there is not replaced (ERR_CREATE). */
bool key_adopt(const char *file, const char *path, struct err *err);

/* What the database remembers of its secret; nothing follows from it. */
void key_fingerprint(const unsigned char secret[HASH_SECRET_BYTES],
    char out[65]);

/* Makes path, empty and private, if it is not there: SQLite gives its mode to the
 * write-ahead log.  Symbolic links are not followed. */
bool key_private_file(const char *path, struct err *err);

#endif

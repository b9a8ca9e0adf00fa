/* SPDX-License-Identifier: MIT */
/* pool.h -- parts of a site's days while a transaction goes on: not in the database yet.
 *
 * In a back-fill most days are sealed in the transaction that counts their last lines.
 * Their parts, with visitors' keys, then never go through the database: they are derived from
 * here, and what is left of open days is stored at the end.  One file may hold many
 * years, so what is beyond POOL_BYTES goes into the database as it comes.
 */
#ifndef STORE_POOL_H
#define STORE_POOL_H

#include "common/buf.h"
#include "common/err.h"
#include "common/tight.h"

struct pool_part {
	int32_t day;
	struct buf body; /* part.h */
};

enum { POOL_BYTES = TIGHT_OR(64 * 1024 * 1024, 200 * 1024) };

struct pool {
	struct pool_part *part; /* n of them */
	size_t n, cap;
	size_t bytes; /* of their bodies */
};

/* Takes the bytes over. */
void pool_put(struct pool *p, int32_t day, struct buf *body);
/* Parts of days up to this one go, as the days are sealed. */
void pool_drop(struct pool *p, int32_t day);
void pool_close(struct pool *p); /* accepts zeroed */

#endif

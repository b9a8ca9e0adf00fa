/* SPDX-License-Identifier: MIT */
/* sites.h -- the sites of a store, and the days that are sealed. */
#ifndef STORE_SITES_H
#define STORE_SITES_H

#include "common/site.h"
#include "store/db.h"
#include "store/pool.h"

#define SITES_NOT_SEALED INT32_MIN

struct store_site {
	struct db *db;
	int64_t id;
	int32_t sealed; /* last sealed day, or SITES_NOT_SEALED */
	const struct site *site;
	struct pool *pool; /* where parts go to first; NULL: to the database */
};

/* Finds the site, or adds it where that is allowed (in a transaction).  Its zone
 * and window must be those it began with (ERR_CONFIG): spans are built with them. */
bool sites_open(struct db *db, const struct site *site, bool add,
    struct store_site *out, struct err *err);

/* Each site of the store and the zone of its days; zone dies at the next call.  take must
 * not use the database. */
typedef void sites_fn(void *self, int64_t id, struct span zone);
bool sites_each(struct db *db, sites_fn *take, void *self, struct err *err);

/* Seals all days up to this one: what bears visitors' keys goes, and these records stay,
 * of visits that may go on (key and last view).  Days must not be dirty.  In a transaction. */
struct sites_carried {
	struct hash128 key;
	int64_t last_s;
	uint64_t known; /* later views that its frozen figures have */
};
bool sites_seal(struct store_site *s, int32_t day,
    const struct sites_carried *carried, size_t n, struct err *err);

#endif

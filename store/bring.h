/* SPDX-License-Identifier: MIT */
/* bring.h -- another store into this one: each server has counted its own logs, and all are one
 * site.
 *
 * Visitors can only be compared under one key, so both stores must have the same.  Logs that
 * this store has are not counted again: a store whose logs are all here is nothing new; one that
 * has some of them, or more of one, is refused, as the parts of its days cannot be told apart.
 * Open days are merged like parts of one run; a day that is sealed in either store must have
 * no lines in the other.  Then the outcome is that of one store that read all logs.
 */
#ifndef STORE_BRING_H
#define STORE_BRING_H

#include "store/sites.h"

struct bring_plan {
	const char *path;        /* of the other store */
	const struct site *site; /* of the configuration: the other's must be among them */
	size_t n_sites;
	int64_t now_s;
};
struct brought {
	int64_t streams, lines;
	bool known;      /* nothing was new: nothing was changed */
	bool left;       /* its opening balances or months of older tools were not taken */
};

/* One transaction of its own; days that changed are dirty then.  Refusals are ERR_DATA, and
 * ERR_CONFIG where keys, sites or their rules differ. */
bool bring_store(struct db *db, const struct bring_plan *plan,
    struct brought *out, struct err *err);

#endif

/* SPDX-License-Identifier: MIT */
/* seal.h -- days that nothing more is expected for are sealed.
 *
 * A day is sealed, in the order of days, when its end and the last line counted in
 * it (by the run's clock) are both seal-after past and every live pattern has
 * delivered a later line; at the latest seal-max after its end and its first counted line.
 * In a back-fill, the clock is that of the log: the lowest start still unread.
 */
#ifndef AGGREGATE_SEAL_H
#define AGGREGATE_SEAL_H

#include "store/sites.h"

struct seal_rules {
	int64_t now_s;
	int64_t newest_s;  /* the oldest of the live patterns' newest times;
	                    * INT64_MIN: some pattern delivered nothing; INT64_MAX: no live one */
	bool backfill;
	int64_t unread_s;  /* back-fill: the lowest start still unread */
};

/* *sealed: days sealed, with a link each (store/chain.h).  In a transaction, after derive_site. */
bool seal_site(struct store_site *s,
    const struct seal_rules *rules, int *sealed, struct err *err);

/* All days up to this one, whatever the rules, in a store that is thrown away: without links. */
bool seal_through(struct store_site *s, int32_t day, struct err *err);

#endif

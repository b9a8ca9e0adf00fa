/* SPDX-License-Identifier: MIT */
/* uniques.h -- registers from which the distinct visitors of months and years are estimated.
 *
 * A day keeps the registers of its visitors (common/hll.h); a longer time's are their
 * union.  Visitors are hashed under a secret of the calendar year, which is made when it is
 * first asked for and destroyed when the year's last day is sealed: from then on nobody,
 * with the store's own secret or without, can try whether a visitor was among them.
 */
#ifndef STORE_UNIQUES_H
#define STORE_UNIQUES_H

#include "common/counter.h"
#include "common/hll.h"
#include "store/sites.h"

/* The secret of that day's year; *has: there is one, as it is not destroyed.  In a
 * transaction. */
bool uniques_key(const struct store_site *s, int32_t day, uint64_t key[2],
    bool *has, struct err *err);
bool uniques_same_year(int32_t a, int32_t b);

/* NULL: none are known, and what is there stays. */
bool uniques_set(const struct store_site *s, int32_t day,
    const struct hll *registers, struct err *err);

/* Years that ended before this day lose their secrets, where all their days of all sites
 * are sealed.  In a transaction. */
bool uniques_seal(struct db *db, int32_t day, struct err *err);

/* The union of these days', which must lie within one year: *days of them have any. */
bool uniques_sum(const struct store_site *s, struct period days,
    struct hll *out, int64_t *n_days, struct err *err);

#endif

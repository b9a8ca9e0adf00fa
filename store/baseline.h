/* SPDX-License-Identifier: MIT */
/* baseline.h -- opening balances: what an older counter had when this one took over.
 *
 * A balance is a dated record and is never changed; the one with the latest as-of day
 * (the last entered, of equals) replaces all before it: total = value + the days
 * from then on.
 */
#ifndef STORE_BASELINE_H
#define STORE_BASELINE_H

#include "store/sites.h"

struct baseline {
	int32_t as_of_day;
	int64_t value;
	int64_t recorded_s;
	const char *unit, *source, *sha256, *by;
};

/* In a transaction. */
bool baseline_add(const struct store_site *s,
    const struct baseline *b, struct err *err);

/* Latest first; texts die at the next call. */
typedef void baseline_fn(void *self, const struct baseline *b);
bool baseline_list(const struct store_site *s,
    baseline_fn *take, void *self, struct err *err);

/* The one that holds; *any: there is one.  Only day, value and time are filled. */
bool baseline_current(const struct store_site *s, bool *any,
    struct baseline *out, struct err *err);

#endif

/* SPDX-License-Identifier: MIT */
/* forget.h -- details of sealed days that are kept no longer: which page, which hour.
 *
 * The figures of the days stay, and the sums that they are checked against: what was hours is
 * one row, what were pages is "(other)".  Only with `all` the figures go, too, and the total
 * falls by them.  The ledger stays: it holds numbers of lines.
 */
#ifndef STORE_FORGET_H
#define STORE_FORGET_H

#include "store/days.h"

struct forget_plan {
	int32_t before; /* days before this one; they must be sealed (ERR_USAGE) */
	bool all;
	int64_t now_s;
};
struct forgotten {
	int64_t days;         /* that have figures, before that day */
	struct day_sums sums; /* of them */
};
/* Of months and years that are kept as one (retain.h) and go on after that day nothing can be
 * told apart: their details are forgotten whole; with `all` they are refused (ERR_USAGE).
 * Records an event.  In a transaction; then forget_terms once, for all sites. */
bool forget_site(const struct store_site *s, const struct forget_plan *plan,
    struct forgotten *out, struct err *err);
/* Texts that nothing names any more. */
bool forget_terms(struct db *db, struct err *err);

/* Gives the room back, so that no byte of it stays in the files.  In no transaction. */
bool forget_shrink(struct db *db, struct err *err);

/* Of days up to this one there are no hours, as they were forgotten or summed (retain.h);
 * INT32_MIN: of all there are. */
bool forget_until(const struct store_site *s, int32_t *day, struct err *err);

#endif

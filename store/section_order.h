/* SPDX-License-Identifier: MIT */
/* section_order.h -- which bit of a set is which section, for as long as days are open.
 *
 * Spans in parts bear a bit for each section that was seen, by its place among the site's.  A
 * configuration may name them in another order, or others: so the store keeps the order in
 * which they were met, and a run takes it on before it counts.  Steps of funnels, which
 * visitors' conduct bears, likewise: a step is another one when its patterns are.
 */
#ifndef STORE_SECTION_ORDER_H
#define STORE_SECTION_ORDER_H

#include "common/mem.h"
#include "common/site.h"
#include "store/db.h"

/* Puts the site's sections, and steps, in the store's order, new ones behind, and keeps that order.  One
 * that is no longer configured holds its place, without patterns, unless a new one is in
 * need of it or the site has no part.  What that takes is of the arena.  In a transaction. */
bool section_order(struct db *db, struct site *site, struct arena *arena,
    struct err *err);

/* *same: no bit of the site in the attached store b is another section, or step, here, or there are
 * no parts of it. */
bool section_order_same(struct db *db, const char *site, bool *same,
    struct err *err);

#endif

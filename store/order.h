/* SPDX-License-Identifier: MIT */
/* order.h -- a partial's rows in the order in which they are packed: by site and day, and
 * visitors by their keys. */
#ifndef STORE_ORDER_H
#define STORE_ORDER_H

#include "common/partial.h"

/* A site and day, in a table of such by (site, day), numbered as they came. */
struct order_group {
	uint32_t site;
	int32_t day;
	uint64_t number;
};

/* The groups of several partials; each has an hour, as every counted line is in one. */
void order_open(struct table *groups, uint64_t seed);
void order_add(struct table *groups, const struct partial *p);

/* Row numbers of one table, group after group: those of group k are
 * index[end[k - 1]] to index[end[k] - 1]. */
struct order_rows {
	uint32_t *index;
	size_t *end;
};
void order_close(struct order_rows *r); /* accepts zeroed */
size_t order_first(const struct order_rows *r, size_t group);

/* Of a table whose rows begin with site and day, in any order. */
struct order_rows order_sums(const struct table *groups, const struct table *t);
struct order_rows order_visitors(const struct table *groups,
    const struct partial *p);

#endif

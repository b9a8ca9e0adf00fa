/* SPDX-License-Identifier: MIT */
/* robots_list.h -- reads lists in the form of conf/robots.conf, whose head tells it. */
#ifndef AGGREGATE_ROBOTS_LIST_H
#define AGGREGATE_ROBOTS_LIST_H

#include "aggregate/rules.h"

/* Adds the patterns to rules, in their order.  A header that names no reason is
 * one for ROBOT_OTHER. */
bool robots_list_read(struct span text, struct rules *rules, struct err *err);

/* Adds the exceptions alone. */
bool robots_list_exceptions(struct span text, struct rules *rules,
    struct err *err);

#endif

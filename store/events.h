/* SPDX-License-Identifier: MIT */
/* events.h -- what was done to the store by hand: it explains figures that changed. */
#ifndef STORE_EVENTS_H
#define STORE_EVENTS_H

#include "store/db.h"

struct event {
	int64_t at_s;
	const char *what;   /* a command's name */
	const char *detail; /* a line; it may hold names from outside */
};

/* In a transaction. */
bool event_add(struct db *db, const struct event *e, struct err *err);

/* The latest first, at most limit; texts die at the next call.  take must not use the
 * database. */
typedef void event_fn(void *self, const struct event *e);
struct event_query {
	int64_t limit;
	event_fn *take;
	void *self;
};
bool event_list(struct db *db, const struct event_query *q, struct err *err);

#endif

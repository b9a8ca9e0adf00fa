/* SPDX-License-Identifier: MIT */
/* rank.h -- places in rankings that others publish: the 13th of 19 in 2016.
 *
 * A year of an index that is entered again is a new revision: the one recorded last holds, the
 * others stay.  What is removed is gone with its revisions, and an event tells of it.
 */
#ifndef STORE_RANK_H
#define STORE_RANK_H

#include "store/sites.h"

enum { RANK_MOST = 100000, RANK_YEAR_LEAST = 1990, RANK_YEAR_MOST = 2100 };

struct rank {
	const char *index;      /* "CCHC" */
	const char *population; /* who is ranked; or "" */
	const char *source;     /* the file, as it was named */
	const char *sha256;     /* of its content */
	const char *note, *by;  /* or "" */
	int year;
	int64_t rank, of;       /* 1 <= rank <= of, of >= 2 */
	int64_t recorded_s;
	int64_t revision;       /* when listed: from 1 */
};

/* Both in a transaction. */
bool rank_add(const struct store_site *s, const struct rank *r,
    struct err *err);
/* Of that index and year, at recorded_s.  *removed: how many revisions there were. */
bool rank_remove(const struct store_site *s, const struct rank *r,
    int64_t *removed, struct err *err);

/* The revisions that hold, by index and year; texts die at the next call.  take must not use
 * the database. */
typedef void rank_fn(void *self, const struct rank *r);
bool rank_list(const struct store_site *s, rank_fn *take, void *self,
    struct err *err);

#endif

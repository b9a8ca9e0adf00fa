/* SPDX-License-Identifier: MIT */
/* seen.h -- on which day each page and document of a site answered first.
 *
 * A minimum over days, so it does not depend on the order in which logs come.  A page is known
 * by a keyed hash of its name: the name may be forgotten (forget.h, retain.h), and the page is
 * still not new when it comes again.  Rows go never; they are bounded, and what finds no room
 * is counted with its day.
 */
#ifndef STORE_SEEN_H
#define STORE_SEEN_H

#include "common/counter.h"
#include "common/dim.h"
#include "common/table.h"
#include "store/sites.h"

enum {
	SEEN_MOST = 500000,     /* of a site; names have 512 bytes at most */
	SEEN_DAY_MOST = 20000   /* new ones of a day */
};

/* kind: DIM_PAGE or DIM_DOWNLOAD; 0: none. */
struct seen_page {
	struct span name;
	enum dim kind;
	int32_t day;
	int64_t answers; /* in that day */
	int64_t hash;    /* seen_hash */
};
int64_t seen_hash(const struct hash_keys *keys, struct span name);

/* While days of one site are set, in one transaction. */
struct seen {
	const struct store_site *s;
	int64_t total;       /* rows of the site; -1: not yet known */
	int64_t most, day_most; /* as above; less in tests */
	struct table known;  /* what was asked for: hash, first day */
};
void seen_open(struct seen *w, const struct store_site *s);
void seen_close(struct seen *w); /* accepts zeroed */

/* What answered in a day, those first that are to have the room; over: how many had none
 * before they came here.  It may be told again, with more. */
struct seen_day {
	int32_t day;
	const struct seen_page *page;
	size_t n;
	int64_t over;
};
bool seen_put(struct seen *w, const struct seen_day *d, struct err *err);

/* Those that answered first in these days, in order of day, name, kind; the name is empty where
 * it was forgotten.  take must not use the database. */
struct seen_each {
	struct period days;
	void (*take)(void *self, int32_t day, const struct seen_page *page);
	void *self;
};
bool seen_each(const struct store_site *s, const struct seen_each *e,
    struct err *err);

/* How many of these days' pages may be new, but found no room. */
bool seen_over(const struct store_site *s, struct period days, int64_t *n,
    struct err *err);
/* The first day on which anything was seen: all is new then. */
bool seen_since(const struct store_site *s, bool *any, int32_t *day,
    struct err *err);
/* When the page of that name (classify_page) answered first; *known: it ever did. */
bool seen_when(const struct store_site *s, struct span name, bool *known,
    int32_t *day, struct err *err);

/* The names of those first seen before that day go.  In a transaction. */
bool seen_forget(const struct store_site *s, int32_t before, struct err *err);

/* From what is kept of days by name: for a database of a version that had no such rows.  In a
 * transaction. */
bool seen_seed(struct db *db, struct err *err);

#endif

/* SPDX-License-Identifier: MIT */
/* lists.h -- which lists the lines of a day were judged by: of robots, of countries, of
 * sources.  A day that was counted in several runs may have several of a kind. */
#ifndef STORE_LISTS_H
#define STORE_LISTS_H

#include "common/counter.h"
#include "store/sites.h"

enum { LISTS_MOST = 8 };

/* Those of a run. */
struct lists_used {
	struct list_used {
		const char *kind; /* "robots", "sources", "countries"... */
		const char *name; /* of its file, or "built-in" */
		const char *version; /* or "" */
		const char *sha256;
	} list[LISTS_MOST];
	int n;
};

/* Their numbers in the store, which has them from then on.  In a transaction. */
struct lists_ids {
	int64_t id[LISTS_MOST];
	int n;
};
bool lists_ids(struct db *db, const struct lists_used *used,
    struct lists_ids *out, struct err *err);

/* Lines of that day were judged by them. */
bool lists_note(struct db *db, int64_t site, int32_t day,
    const struct lists_ids *ids, struct err *err);

/* In order of day, kind, name, version; take must not use the database. */
struct list_entry {
	int32_t day;
	struct span kind, name, version, sha256; /* die at the next call */
};
struct lists_query {
	struct period days;
	void (*take)(void *self, const struct list_entry *e);
	void *self;
};
bool lists_each(const struct store_site *s, const struct lists_query *q,
    struct err *err);

#endif

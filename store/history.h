/* SPDX-License-Identifier: MIT */
/* history.h -- months as an older tool counted them: kept beside the opening balance, for
 * people to compare, and in no sum of ours.
 *
 * A month that is entered again is a new revision: the last one holds, the others stay.
 */
#ifndef STORE_HISTORY_H
#define STORE_HISTORY_H

#include "common/counter.h"
#include "store/sites.h"

/* In the order of the table's columns. */
#define HISTORY_TABLE(X)                                                       \
	X(VISITS, "visits")                                                    \
	X(VISITORS, "visitors")                                                \
	X(PAGES, "pages")                                                      \
	X(HITS, "hits")
enum history_figure {
#define X(id, name) HISTORY_##id,
	HISTORY_TABLE(X)
#undef X
	HISTORY__MAX
};
const char *history_name(enum history_figure f);

#define HISTORY_UNKNOWN INT64_C(-1)

struct history_month {
	int32_t month;                /* its first day */
	int64_t value[HISTORY__MAX];  /* or HISTORY_UNKNOWN */
	const char *source, *sha256, *by;
	int64_t recorded_s;
	int64_t revision;             /* when listed: from 1 */
};

/* *added: false when the revision that holds has these figures, source and proof already.  In
 * a transaction. */
bool history_add(const struct store_site *s, const struct history_month *m,
    bool *added, struct err *err);

/* The revisions that hold of months that begin in these days, ascending; texts die at the next
 * call.  take must not use the database. */
typedef void history_fn(void *self, const struct history_month *m);
struct history_query {
	struct period days;
	history_fn *take;
	void *self;
};
bool history_list(const struct store_site *s, const struct history_query *q,
    struct err *err);

#endif

/* SPDX-License-Identifier: MIT */
/* restate.h -- sealed days whose logs were read anew take the place of what they were.
 *
 * The other store has counted these logs alone, under this store's key; its days are derived and
 * sealed, and others are pruned.  What hangs on a day is replaced as a whole; the ledger
 * rows of its logs likewise, so that each line read is still in one class.  Lines of logs that
 * are left out become `late`: a later restatement may bring them back.  The registers of
 * distinct visitors stay as they are once their year's secret is gone (uniques.h).
 */
#ifndef STORE_RESTATE_H
#define STORE_RESTATE_H

#include "common/counter.h"
#include "store/sites.h"

/* A log with lines of some days. */
struct restate_log {
	int64_t stream;
	char *grp, *path;  /* owned; where it was last seen */
	uint64_t consumed;
	bool tail;
	int64_t lines;     /* of the days themselves, not of those beside them */
	char *found;       /* owned: the file that has it now; NULL: none was found */
	bool withdrawn;    /* it is left out on purpose */
};
struct restate_logs {
	struct restate_log *log; /* n of them */
	size_t n, cap;
};
/* Those of these days and of the day before and the day after. */
bool restate_logs(const struct store_site *s, struct period days,
    struct restate_logs *out, struct err *err);
void restate_logs_close(struct restate_logs *l); /* accepts zeroed */

/* The years' secrets are to be those of this store, in a new store beside it. */
bool restate_share_keys(struct db *db, const char *other, struct err *err);

/* In the other store: only these days are derived, with those that `real` has for visitors who
 * stayed over midnight; and, once they are sealed, only they stay. */
bool restate_only(const struct store_site *s, const struct store_site *real,
    struct period days, struct err *err);
bool restate_prune(const struct store_site *s, struct period days,
    struct err *err);

struct restate_sums {
	int64_t days, visits, visitors, pages, online_s, hits, robots, late;
};
struct restate_plan {
	const char *path;        /* of the other store, closed */
	struct period days;
	const struct restate_logs *logs;
	int64_t now_s;
	const char *reason, *by;
};
struct restated {
	int64_t number;
	struct restate_sums before, after;
	/* Visits go on over its first or last midnight otherwise than before, and the day
	 * beyond it is sealed. */
	bool early, late;
};
/* Attach, then in one transaction restate_days and what open days derive, then detach. */
bool restate_attach(struct db *db, const char *path, struct err *err);
bool restate_days(const struct store_site *s, const struct restate_plan *plan,
    struct restated *out, struct err *err);
bool restate_detach(struct db *db, struct err *err);

/* Restatements that meet these days, by number; texts die at the next call. */
struct restatement {
	int64_t number, at_s;
	struct period days;
	struct restate_sums before, after;
	struct span reason, by, withdrawn, lost; /* logs: a line each */
	struct span lists_before, lists_after;
};
struct restatement_query {
	struct period days;
	void (*take)(void *self, const struct restatement *r);
	void *self;
};
bool restatement_list(const struct store_site *s,
    const struct restatement_query *q, struct err *err);

#endif

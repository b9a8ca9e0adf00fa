/* SPDX-License-Identifier: MIT */
/* ledger.h -- where every line went: counts by stream, site, day and class. */
#ifndef STORE_LEDGER_H
#define STORE_LEDGER_H

#include "common/class.h"
#include "common/counter.h"
#include "store/sites.h"

/* Lines by class: of one site (with lines that have no day), or of all (site NULL). */
bool ledger_classes(struct db *db, const struct store_site *site,
    int64_t lines[CLASS__MAX], struct err *err);

/* Lines of one stream by class. */
bool ledger_stream(struct db *db, int64_t stream, int64_t lines[CLASS__MAX],
    struct err *err);

/* Lines of these days by class, of one site; and those of no day (lines that could not be
 * parsed, of a time to come, of no configured host) of the streams with such lines. */
struct ledger_reach {
	int64_t dated[CLASS__MAX], undated[CLASS__MAX];
};
bool ledger_reached(const struct store_site *s, struct period days,
    struct ledger_reach *out, struct err *err);

/* Lines of a day by log and class, in order of path, stream, class. */
struct ledger_log {
	int64_t stream;
	struct span path, class; /* die at the next call */
	int64_t lines;
	bool has_times;
	int64_t first_s, last_s;  /* of the log, not of the day */
	int64_t consumed_bytes;
	struct span hash;         /* of these bytes, keyed, as digits */
};
bool ledger_day(const struct store_site *s, int32_t day,
    void (*take)(void *self, const struct ledger_log *l), void *self,
    struct err *err);

/* One sum.  day is INT32_MIN for lines without a counted day. */
struct ledger_entry {
	int64_t stream;
	struct span path, site, class; /* die at the next call */
	int32_t day;
	int64_t lines;
};
typedef void ledger_fn(void *self, const struct ledger_entry *e);
/* In order of path, stream, day, class. */
struct ledger_query {
	const struct store_site *site; /* NULL: all */
	struct period days;
	ledger_fn *take;
	void *self;
};
bool ledger_list(struct db *db, const struct ledger_query *q,
    struct err *err);

/* Which log groups ever had lines of the site, and whether others had some in them, too; grp
 * dies at the next call.  take must not use the database. */
typedef void ledger_group_fn(void *self, struct span grp, bool shared);
bool ledger_groups(const struct store_site *s, ledger_group_fn *take,
    void *self, struct err *err);

/* A stream as status shows it. */
struct ledger_source {
	int64_t id;
	struct span grp, path, format; /* die at the next call */
	int64_t consumed_bytes;
	bool tail, has_times;
	int64_t first_s, last_s;
};
/* take must not use the database; owned copies are its business. */
typedef void ledger_source_fn(void *self, const struct ledger_source *s);
bool ledger_sources(struct db *db, ledger_source_fn *take, void *self,
    struct err *err);

/* Files that were not simply counted when last seen: damaged, unverified, refused. */
typedef void ledger_trouble_fn(void *self, struct span grp, struct span path,
    struct span state);
bool ledger_trouble(struct db *db, ledger_trouble_fn *take, void *self,
    struct err *err);

/* Runs. */
struct ledger_run {
	int64_t at_s, lines, files;
	const char *robots, *version;
};
bool ledger_run_add(struct db *db, const struct ledger_run *run,
    struct err *err);
struct ledger_last {
	bool any; /* there was one */
	struct ledger_run run; /* its texts are these: */
	char robots[200], version[32];
};
bool ledger_run_last(struct db *db, struct ledger_last *out, struct err *err);

#endif

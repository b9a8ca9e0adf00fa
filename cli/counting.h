/* SPDX-License-Identifier: MIT */
/* counting.h -- the wiring: files of a log group through ingest and fold into the store.
 *
 *     counting_open -> counting_group ... -> counting_finish -> counting_close
 *
 * Each commit holds the streams' positions, the ledger, the tallies and the spans of
 * what was read since the one before: a run that is killed at any instant goes on from
 * the last commit.
 */
#ifndef CLI_COUNTING_H
#define CLI_COUNTING_H

#include "aggregate/classify.h"
#include "cli/progress.h"
#include "cli/settings.h"
#include "ingest/ingest.h"
#include "store/sites.h"

struct counting_plan {
	struct db *db;
	const struct site *site; /* n_sites; their settings outlive the counting */
	size_t n_sites;
	const struct lists *lists;
	int64_t now_s;
	size_t threads;
	bool accept_damaged;
	uint64_t max_bytes; /* see ingest_plan */
	int64_t max_s;  /* that a compressed file may take; 0: no ceiling */
	bool complete;  /* all files are complete (report LOG..., --backfill) */
	bool backfill;  /* files come in the order of first time; days seal behind them */
	struct progress *progress; /* NULL: nobody looks */
	/* A file that was not simply counted: shown or collected by the command. */
	void (*tell)(void *self, const char *path, enum ingest_result result,
	    const struct err *err);
	void *self;
};

struct counting;

bool counting_open(const struct counting_plan *plan, struct counting **out,
    struct err *err);
void counting_close(struct counting *c); /* accepts NULL */

/* One file of a group, as a pattern found it. */
struct counting_file {
	const char *path;
	const char *glob; /* the pattern; NULL: none */
	bool live;
	uint64_t upto;    /* bytes of its content that are read; 0: all */
};

/* The files of one log group.  False: the run cannot go on; a file's own trouble is
 * told. */
struct counting_logs {
	const char *id, *format;
	const char *const *trusted; /* proxies; NULL: none */
	uint32_t only; /* site of all their lines, or PARTIAL_NO_SITE: by host */
	const struct counting_file *file;
	size_t n;
};
bool counting_group(struct counting *c, const struct counting_logs *logs,
    struct err *err);

/* A back-fill's transaction: what the next group counts, derives and seals is one, so that
 * the visitors of a day that is sealed in it are nowhere but in memory. */
bool counting_hold(struct counting *c, struct err *err);
bool counting_settle(struct counting *c, struct err *err);

/* Derives the dirty days of all sites. */
bool counting_derive(struct counting *c, struct err *err);

/* Seals what is ripe.  newest_s[site]: see aggregate/seal.h (a back-fill needs none:
 * NULL); unread_s likewise. */
bool counting_seal(struct counting *c, const int64_t *newest_s,
    int64_t unread_s, struct err *err);

const struct store_site *counting_site(const struct counting *c, size_t i);
uint64_t counting_lines(const struct counting *c); /* lines newly read */
size_t counting_files(const struct counting *c);   /* files looked at */

#endif

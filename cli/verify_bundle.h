/* SPDX-License-Identifier: MIT */
/* verify_bundle.h -- truycap verify BUNDLE [LOG...]: is it whole, and do the logs say the same? */
#ifndef CLI_VERIFY_BUNDLE_H
#define CLI_VERIFY_BUNDLE_H

#include "cli/evidence_criteria.h"
#include "cli/evidence_make.h"
#include "cli/options.h"
#include "cli/scratch.h"
#include "cli/verify_logs.h"

#define VERIFY_BUNDLE_OPTIONS                                                  \
	(OPTION_BIT(CONFIG) | OPTION_BIT(ROBOTS) | OPTION_BIT(THREADS) |       \
	OPTION_BIT(JSON))

/* The first argument is the bundle, the others are logs.  Prints what it finds; *status: 0, 1 or
 * 65 as verify_status says. */
bool verify_bundle(const struct cli *cli, const struct options *o,
    int *status, struct err *err);

/* Inside: a bundle that is opened, and its rules in a folder. */
struct verify_opened {
	struct zip zip;
	struct evidence_about about;
	struct scratch scratch;
	struct buf folder;     /* its path: of can-cu's files; "" : none yet */
	struct arena arena;
};

/* The bundle's criteria, from its folder; *out starts zeroed, and has none where the bundle has
 * none.  ERR_DATA. */
bool verify_criteria_open(const struct verify_opened *b,
    struct evidence_criteria *out, struct err *err);

/* Each copied proof against its SHA-256 in the bundle's criteria: one that was swapped with the
 * manifest, one that is missing, one that no criteria name. */
bool verify_proofs(const struct verify_opened *b, struct verify_says *says,
    struct err *err);

/* Counts the logs by the bundle's rules, and compares all figures. */
struct verify_counting {
	const struct cli *cli;
	const struct options *o;
	const struct verify_opened *b;
	const struct verify_log *log;
	size_t n;
	struct verify_says *says;
};
bool verify_count(const struct verify_counting *v, struct err *err);

/* Lines by day: those that differ are why figures do. */
bool verify_lines(const struct verify_counting *v, const struct store_site *s,
    struct err *err);

/* Compares the tables of the bundle with the same made of the logs. */
struct verify_figures {
	const struct verify_opened *b;
	const struct review *review; /* of what was counted */
	bool geo[3];           /* enum geo_kind: the same database is here */
	bool whole;            /* the logs begin where the store did, and none is known to lack */
	struct verify_says *says;
};
bool verify_tables(const struct verify_figures *f, struct err *err);
/* The first month of the bundle that begins before its period and of which the logs have less: a log in
 * between is missing.  *month stays empty: there is none. */
bool verify_earlier(const struct verify_figures *f, struct buf *month,
    struct err *err);
/* The last one: where all else is equal, the lists of logs (their content, their bytes, their lines by
 * class) are to be those of the logs, too. */
bool verify_sources(const struct verify_figures *f, struct err *err);
/* name: of a file in the bundle; text: the same made anew. */
struct verify_table {
	const char *name;
	size_t keys;
	struct span text;
	const char *const *skip;
	bool (*pass_over)(void *self, const struct csv_table *t, size_t row);
	void *self;
};
bool verify_table(const struct verify_opened *b, const struct verify_table *t,
    struct verify_says *says, struct err *err);

#endif

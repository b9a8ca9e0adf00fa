/* SPDX-License-Identifier: MIT */
/* commands.h -- the table of commands: what main knows and help prints. */
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

#include <stdint.h>

#include "common/err.h"

/* What a command may know of the world; read once, in main. */
struct cli {
	int64_t clock_s;        /* time(2); --now overrides it (options.h) */
	const char *local_zone; /* of TZ or /etc/localtime, or "UTC" */
	long processors;
	bool terminal;          /* stdout is one */
	bool color;             /* and wants colours (NO_COLOR is not set) */
};

/* argv[0] is the command's name.  The result is the exit status.  A command prints
 * its own errors with cli_fail. */
typedef int command_fn(const struct cli *cli, int argc, char **argv);

#define COMMAND_TABLE(X)                                                       \
	X(report, "LOG...", "one look at some logs, without a database")       \
	X(update, "-c FILE", "the whole cron job: count, derive, seal, widget")\
	X(ingest, "-c FILE --site S LOG...", "count these files; --backfill: complete archives")\
	X(widget, "-c FILE", "write the widget's files, or print its JSON")    \
	X(show, "[PERIOD]", "the figures of a day, month or year on one page") \
	X(plot, "days|week|...", "one chart of a period, as SVG, PNG or PDF")  \
	X(presence, "-c FILE", "how present the site is: all metrics of a period") \
	X(probe, "-c FILE", "ask the site itself, and log what it answered") \
	X(export, "days|pages|...", "figures as CSV or JSON")                  \
	X(status, "-c FILE", "streams, positions, refusals, open days, last run")\
	X(evidence, "[PERIOD] -o FILE.zip", "a bundle that an assessor can check: document, figures, hashes") \
	X(baseline, "add|list|history", "opening balances: what an older counter had") \
	X(rank, "add|list|remove", "places in rankings over the years")        \
	X(detect, "LOG", "which format a log is in, with a parsed line")       \
	X(config, "--check|--print|--sample", "check or show the configuration")\
	X(store, "check|dump|init|migrate", "check the database, print its content, make one")\
	X(backup, "-c FILE DEST", "a copy of the database and its key, while cron goes on")\
	X(restore, "-c FILE SRC", "such a copy in the place of the database")  \
	X(merge, "-c FILE DATABASE...", "stores of several servers into one")  \
	X(forget, "--before DAY", "remove details of days long ago")           \
	X(explain, "DAY METRIC", "a figure, and the lines that it is made of") \
	X(rebuild, "--from --to --reason TEXT", "sealed days anew from their logs, recorded")\
	X(verify, "BUNDLE [LOG...]|--store", "is a bundle whole, do the logs say the same; is the database as it was sealed") \
	X(help, "[COMMAND]", "what a command does")

#define X(name, args, what) command_fn cmd_##name;
COMMAND_TABLE(X)
#undef X

/* "truycap: text" on stderr; returns the exit status of the error. */
int cli_fail(const struct err *err);
void cli_warn(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
/* A line of --verbose, on stderr. */
void cli_say(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

#endif

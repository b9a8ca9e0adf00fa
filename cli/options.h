/* SPDX-License-Identifier: MIT */
/* options.h -- one table of options, from which parsing, help and completion come. */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <stdint.h>

#include "cli/commands.h"
#include "common/buf.h"
#include "common/zone.h"

/* id, name, short letter or 0, argument's name or NULL, help */
#define OPTION_TABLE(X)                                                        \
	X(CONFIG, "config", 'c', "FILE", "the configuration file")             \
	X(SITE, "site", 's', "ID", "only this site")                           \
	X(FORMAT, "format", 'f', "FORMAT", "auto, common, combined, vhost_combined, or the server's own format string; of plot: svg, png or pdf")\
	X(TZ, "tz", 0, "ZONE", "the site's time zone, as Asia/Ho_Chi_Minh")    \
	X(ROBOTS, "robots", 0, "FILE", "robot lists; none: no line is a robot") \
	X(VISIT_GAP, "visit-gap", 0, "TIME", "silence that ends a visit (30m)")\
	X(ONLINE_WINDOW, "online-window", 0, "TIME", "how long a view counts as online (5m)")\
	X(INTERNAL, "internal", 0, "NETWORKS", "own networks, as 192.0.2.0/24,2001:db8::/32")\
	X(MONITOR, "monitor", 0, "LIST", "agents and networks of uptime probes")\
	X(NOW, "now", 0, "TIME", "the clock of this run, as 2026-10-31T20:15:00+07:00")\
	X(THREADS, "threads", 'j', "N", "worker threads (the processors)")     \
	X(FROM, "from", 0, "DAY", "first day, as 2026-10-01")                  \
	X(TO, "to", 0, "DAY", "last day")                                      \
	X(MONTH, "month", 0, "MONTH", "all days of a month, as 2026-10")       \
	X(WEEK, "week", 0, "WEEK", "all days of a week, as 2026-W41")          \
	X(QUARTER, "quarter", 0, "QUARTER", "all days of a quarter, as 2026-Q3") \
	X(YEAR, "year", 0, "YEAR", "all days of a year, as 2026")              \
	X(HALF, "half", 0, "HALF", "all days of half a year, as 2026-H1")      \
	X(CALENDAR, "calendar", 0, "NAME", "gregorian, or nd09: months from the 15th to the 14th") \
	X(JSON, "json", 0, 0, "machine-readable, one JSON object")             \
	X(CSV, "csv", 0, 0, "comma-separated values")                          \
	X(BACKFILL, "backfill", 0, 0, "these files are complete: seal as they are read")\
	X(ACCEPT_DAMAGED, "accept-damaged", 0, 0, "count what can be read of damaged archives")\
	X(MAX_BYTES, "max-bytes", 0, "SIZE", "the most that is read of what a packed file holds (64GiB)")\
	X(VALUE, "value", 0, "N", "what the older counter showed")             \
	X(UNIT, "unit", 0, "UNIT", "visits, pages, visitor-days, hits or unknown")\
	X(AS_OF, "as-of", 0, "DAY", "days from here on are added to it")       \
	X(SOURCE, "source", 0, "TEXT", "where the value comes from; of rank: a file")           \
	X(PROOF, "proof", 0, "FILE", "a file that proves it: its SHA-256 is kept")\
	X(BY, "by", 0, "NAME", "who enters it; of export: day, for rows by day")\
	X(INDEX, "index", 0, "NAME", "the index that ranks, as CCHC")          \
	X(RANK, "rank", 0, "N", "the place: 1 is the first")                   \
	X(OF, "of", 0, "N", "how many are ranked")                             \
	X(POPULATION, "population", 0, "TEXT", "who is ranked")                \
	X(NOTE, "note", 0, "TEXT", "what else is to be said of it")            \
	X(LIMIT, "limit", 0, "N", "no more rows than that: the greatest")      \
	X(PUBLIC, "public", 0, 0, "counts of few people by place or agent become one row")\
	X(KEY, "key", 0, "FILE", "another store's key file: visitors of both can be compared")\
	X(BEFORE, "before", 0, "DAY", "days before this one")                  \
	X(ALL, "all", 0, 0, "the figures of days, too")                        \
	X(LANG, "lang", 0, "vi|en", "language of what people read")            \
	X(STORE, "store", 0, 0, "the database: is it as its chain of sealed days says")\
	X(HEAD, "head", 0, "HASH", "a head of the chain that was noted earlier: is it still in it")\
	X(REASON, "reason", 0, "TEXT", "why: it is kept and shown")            \
	X(WITHOUT, "without", 0, "LOG", "leave this log out, as status names it")\
	X(ACCEPT_LOSS, "accept-loss", 0, 0, "without logs that are no longer there")\
	X(SCORES, "scores", 0, 0, "the score table alone")                     \
	X(CHECK, "check", 0, 0, "say what is good and what is not")            \
	X(PRINT, "print", 0, 0, "the effective settings, defaults included")   \
	X(SAMPLE, "sample", 0, 0, "the commented sample configuration")        \
	X(CRITERIA, "criteria", 0, "SET", "criteria files, or a shipped set's name; of config: list, those shipped")\
	X(PDF, "pdf", 0, 0, "PDF files, too: by weasyprint or chromium")       \
	X(THEME, "theme", 0, "THEME", "light, dark or print")                 \
	X(OUTPUT, "output", 'o', "DIR", "folder to write to; of plot: the file") \
	X(NO_COLOR, "no-color", 0, 0, "plain text on a terminal too")          \
	X(VERBOSE, "verbose", 'v', 0, "say what is done")                      \
	X(HELP, "help", 'h', 0, "this page")

enum opt {
#define X(id, name, letter, arg, help) OPTION_##id,
	OPTION_TABLE(X)
#undef X
	OPTION__MAX
};

#define OPTION_BIT(id) (UINT64_C(1) << OPTION_##id)

struct options {
	const char *value[OPTION__MAX]; /* NULL: not given; "" for flags */
	int64_t now_s;       /* --now, or the clock */
	int n_args;          /* what is left of argv */
	char **arg;
	bool done;           /* --help was given and printed: the command returns 0 */
};

/* Parses argv against the options of that set (HELP is always in it).  argv[0] is the
 * command's name.  Errors name the option. */
struct option_set {
	const char *command;
	uint64_t options;     /* OPTION_BIT(...) | ... */
	const char *usage;    /* "[options] LOG..." */
	const char *about;    /* a paragraph */
	const char *examples; /* lines to copy */
};
struct arguments {
	int argc;
	char **argv;
};
bool options_parse(const struct cli *cli, const struct option_set *set,
    struct arguments args, struct options *out, struct err *err);

static inline bool
options_has(const struct options *o, enum opt id)
{
	return o->value[id] != NULL;
}

/* Readers of values; absent options leave *out alone.  Errors name the option. */
bool options_duration(const struct options *o, enum opt id, int64_t *out,
    struct err *err);
struct options_range {
	int64_t least, most;
};
bool options_number(const struct options *o, enum opt id,
    struct options_range range, int64_t *out, struct err *err);
/* As 500MiB; at least a byte. */
bool options_bytes(const struct options *o, enum opt id, uint64_t *out,
    struct err *err);
/* A line of UTF-8 without control characters, of 1 to 1000 bytes: it is kept and shown. */
bool options_text(const struct options *o, enum opt id, struct err *err);
bool options_day(const struct options *o, enum opt id, int32_t *out,
    struct err *err);
/* --from, --to, --month: *from and *to keep their values where nothing is said. */
bool options_period(const struct options *o, int32_t *from, int32_t *to,
    struct err *err);

/* --threads, or the processors, at most 8. */
bool threads_of(const struct cli *cli, const struct options *o, size_t *out,
    struct err *err);

#endif

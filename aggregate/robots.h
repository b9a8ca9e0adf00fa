/* SPDX-License-Identifier: MIT */
/* robots.h -- which agents are robots, by what pattern, and of what kind.
 *
 * A list is shared, immutable, one for the whole run.  Its patterns bear dense numbers in
 * the order of the list, so that counters may be an array; a number means a
 * pattern only as long as the list is the same (robots_sha256), so what is kept
 * for longer is kept by the pattern's text.
 */
#ifndef AGGREGATE_ROBOTS_H
#define AGGREGATE_ROBOTS_H

#include <stdbool.h>
#include <stdint.h>

#include "common/err.h"
#include "common/span.h"

/* The names are headers in conf/robots.conf and appear in reports: a row may be
 * added, none renamed.  TOOL: libraries and programs that people write others
 * with.  OTHER: told by a generic mark alone. */
#define ROBOT_REASON_TABLE(X)              \
	X(SEARCH, "search engine")         \
	X(AI, "ai crawler")                \
	X(SEO, "seo")                      \
	X(PREVIEW, "social preview")       \
	X(MONITOR, "monitor")              \
	X(TOOL, "library/tool")            \
	X(HEADLESS, "headless browser")    \
	X(SCANNER, "scanner")              \
	X(FEED, "feed reader")             \
	X(ARCHIVER, "archiver")            \
	X(OTHER, "other crawler")          \
	X(EMPTY, "empty agent")

enum robot_reason {
#define X(id, name) ROBOT_##id,
	ROBOT_REASON_TABLE(X)
#undef X
	ROBOT__MAX
};

const char *robot_reason_name(enum robot_reason reason);
/* Case does not matter.  False, *out untouched: there is no such reason. */
bool robot_reason_of(struct span name, enum robot_reason *out);

struct robot {
	const char *pattern; /* as the list writes it; "(no browser)"; "(empty agent)" */
	enum robot_reason reason;
	uint32_t number; /* 0 .. robots_size() - 1 */
};

struct robots;

/* which: NULL or "built-in" for the list that is built in (conf/robots.conf); "none": no
 * line is a robot; else a file in the form of conf/robots.conf, or the JSON of the
 * npm package crawler-user-agents (an array of objects with "pattern"), told apart by
 * content.  Several, with commas between them, make one list in that order ("FILE,
 * built-in"); no file's name may hold a comma, then.  A list in JSON cannot write
 * exceptions: those of the built-in list hold for it.  A pattern that does not
 * compile is an error that names it. */
bool robots_open(const char *which, struct robots **out, struct err *err);
void robots_close(struct robots *r); /* accepts NULL */

/* For reports: the file's name without its folder, "built-in" or "none"; of
 * several, with "+" between them. */
const char *robots_name(const struct robots *r);
/* What a package.json beside a list in JSON says, or "": printable, without blanks. */
const char *robots_version(const struct robots *r);
/* 64 hex digits: of the list's bytes; of several, of all their bytes in that order. */
const char *robots_sha256(const struct robots *r);

/* How many numbers there are: one for each pattern, one for "(no browser)" if the
 * list has marks of browsers, and the last for the empty agent.  "none" has none. */
size_t robots_size(const struct robots *r);
/* number below robots_size(); lives as long as r. */
const struct robot *robots_number(const struct robots *r, size_t number);

/* What says that the agent is a robot's: the first pattern in the list's order;
 * or NULL.  Lives as long as r.  An empty agent is a robot, unless the list is
 * "none".  Time is linear in the agent's length. */
const struct robot *robots_find(const struct robots *r, struct span agent);
/* The same, its pattern alone. */
const char *robots_match(const struct robots *r, struct span agent);

#endif

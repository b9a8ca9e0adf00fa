/* SPDX-License-Identifier: MIT */
/* class.h -- what a line and what a request can be: the two tables of the ledger.
 *
 * Every line read ends in exactly one class; a parsed line has an outcome too.
 * The names are those of the JSON contracts and of the database.
 */
#ifndef COMMON_CLASS_H
#define COMMON_CLASS_H

#define CLASS_TABLE(X)                                                         \
	/* parsed and counted */                                               \
	X(HUMAN, "human", "none of the others")                                \
	X(ROBOT, "robot", "its agent is empty or on a robot list")             \
	X(INTERNAL, "internal", "from a configured network")                   \
	X(MONITOR, "monitor", "an uptime probe")                               \
	X(EXCLUDED, "excluded", "a configured rule leaves it out")             \
	/* not parsed */                                                       \
	X(MALFORMED, "malformed", "no address, time or status can be read")    \
	X(OVERSIZE, "oversize", "longer than 128 KiB")                         \
	X(DIRECTIVE, "directive", "a # line of a W3C log")                     \
	X(BLANK, "blank", "nothing but blanks")                                \
	/* parsed, not counted */                                              \
	X(FUTURE, "future", "more than 26 h ahead of the run's clock")         \
	X(LATE, "late", "its day is sealed")

enum class {
#define X(id, name, why) CLASS_##id,
	CLASS_TABLE(X)
#undef X
	CLASS__MAX
};
enum { CLASS__COUNTED = CLASS_EXCLUDED + 1 }; /* classes before this one count */

#define OUTCOME_TABLE(X)                                                       \
	X(REDIRECT, "redirect", "status 3xx but 304")                          \
	X(CLIENT_ERROR, "client-error", "status 4xx")                          \
	X(SERVER_ERROR, "server-error", "status 5xx")                          \
	X(PARTIAL, "partial", "status 206")                                    \
	X(ACTION, "action", "2xx to POST, PUT, PATCH, DELETE")                 \
	X(ASSET, "asset", "GET, 200 or 304, of a style, script, picture...")   \
	X(FEED, "feed", "likewise, of xml, rss, json...; the widget's files")  \
	X(DOWNLOAD, "download", "likewise, of a document or an archive")       \
	X(PAGE, "page", "any other GET with 200 or 304")                       \
	X(OTHER, "other", "the rest")

enum outcome {
#define X(id, name, why) OUTCOME_##id,
	OUTCOME_TABLE(X)
#undef X
	OUTCOME__MAX
};

const char *class_name(enum class c);
const char *outcome_name(enum outcome o);

#endif

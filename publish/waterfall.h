/* SPDX-License-Identifier: MIT */
/* waterfall.h -- from the lines of logs to page views: what was left out on the way, and why.
 *
 * It adds up: each total is the one before less the steps between them.  A line that cannot be
 * parsed has no day, so those of all logs with lines of the period are told, whatever else
 * these logs hold; likewise lines of a time to come and of no configured host.
 */
#ifndef PUBLISH_WATERFALL_H
#define PUBLISH_WATERFALL_H

#include "publish/messages.h"
#include "store/days.h"

/* id, name, total or less: in this order */
#define WATERFALL_TABLE(X)                                                     \
	X(READ, "lines", true)                                                 \
	X(MALFORMED, "malformed", false)                                       \
	X(OVERSIZE, "oversize", false)                                         \
	X(DIRECTIVE, "directive", false)                                       \
	X(BLANK, "blank", false)                                               \
	X(PARSED, "parsed", true)                                              \
	X(FUTURE, "future", false)                                             \
	X(ELSEWHERE, "elsewhere", false)                                       \
	X(LATE, "late", false)                                                 \
	X(COUNTED, "counted", true)                                            \
	X(ROBOT, "robot", false)                                               \
	X(INTERNAL, "internal", false)                                         \
	X(MONITOR, "monitor", false)                                           \
	X(EXCLUDED, "excluded", false)                                         \
	X(HUMAN, "human", true)                                                \
	X(REDIRECT, "redirect", false)                                         \
	X(CLIENT_ERROR, "client-error", false)                                 \
	X(SERVER_ERROR, "server-error", false)                                 \
	X(PARTIAL, "partial", false)                                           \
	X(ACTION, "action", false)                                             \
	X(ASSET, "asset", false)                                               \
	X(FEED, "feed", false)                                                 \
	X(DOWNLOAD, "download", false)                                         \
	X(OTHER, "other", false)                                               \
	X(FORGOTTEN, "forgotten", false)                                       \
	X(PAGES, "pages", true)

enum waterfall_step {
#define X(id, name, total) WATERFALL_##id,
	WATERFALL_TABLE(X)
#undef X
	WATERFALL__MAX
};

struct waterfall {
	int64_t lines[WATERFALL__MAX];
};

const char *waterfall_name(enum waterfall_step s);   /* for programs */
enum message waterfall_message(enum waterfall_step s); /* for people */
bool waterfall_total(enum waterfall_step s);

bool waterfall_load(const struct store_site *s, struct period days,
    struct waterfall *out, struct err *err);

/* Is each total the one before less the steps between?  It always is. */
bool waterfall_adds_up(const struct waterfall *w);

/* One line a step, aligned; what is 0 and no total is left out. */
void waterfall_text(const struct waterfall *w, enum lang lang,
    struct buf *out);
struct json;
/* An array of {"step", "total", "lines"}, all steps. */
void waterfall_json(const struct waterfall *w, struct json *j);

#endif

/* SPDX-License-Identifier: MIT */
/* answer.h -- how a section's requests were answered: the keys of DIM_ANSWER.
 *
 * Presence asks whether a page answers at all, so all who asked are witnesses: people,
 * robots, probes.  A key is the section's name, a tabulator and the answer's name; the home
 * page is a section of its own, ANSWER_HOME, which no configured one can be called.
 */
#ifndef COMMON_ANSWER_H
#define COMMON_ANSWER_H

#include <stdbool.h>

#include "common/buf.h"

#define ANSWER_HOME "(home)"

/* The first that fits. */
#define ANSWER_TABLE(X)                                                        \
	X(SERVER_ERROR, "server-error", "5xx")                                 \
	X(CLIENT_ERROR, "client-error", "4xx")                                 \
	X(ACTION, "action", "POST answered 2xx, 302 or 303")                   \
	X(SOFT_404, "soft-404", "GET or HEAD answered 200 or 304 that is an "  \
	    "error page's")                                                    \
	X(OK, "ok", "any other GET or HEAD answered 200 or 304")               \
	X(OTHER, "other", "the rest")

enum answer {
#define X(id, name, why) ANSWER_##id,
	ANSWER_TABLE(X)
#undef X
	ANSWER__MAX
};

const char *answer_name(enum answer a);

/* Appends the key. */
void answer_put(struct buf *out, struct span section, enum answer a);
/* False: it is no such key, but DIM_OTHER, say. */
bool answer_read(struct span key, struct span *section, enum answer *a);

#endif

/* SPDX-License-Identifier: MIT */
/* follow.h -- a log's format from line to line, where directives change it. */
#ifndef INGEST_FOLLOW_H
#define INGEST_FOLLOW_H

#include "ingest/format.h"

struct follow {
	const struct format *now;
	struct format *own; /* now, if a directive made it */
};

static inline void
follow_line(struct follow *w, struct span line)
{
	struct format *next = NULL;

	if (line.n == 0 || line.p[0] != '#' || !format_has_directives(w->now) ||
	    !format_directive(w->now, line, &next, NULL) || next == NULL)
		return;
	format_close(w->own);
	w->now = w->own = next;
}

/* How much of text, whole lines, that format is for: up to a directive that gives another
 * one.  0, and *first the format to go on with: the text begins with it. */
size_t follow_until(const struct format *f, struct span text,
    struct format **first);

#endif

/* SPDX-License-Identifier: MIT */
/* reading.h -- a line, while the steps of a program take their fields from it. */
#ifndef INGEST_READING_H
#define INGEST_READING_H

#include "ingest/draft.h"
#include "ingest/scan.h"
#include "ingest/step.h"

struct reading {
	struct span rest; /* what is not read yet */
	/* The quotes not passed yet; base NULL: they are not known. */
	const char *base;
	const uint16_t *quote, *last;
	struct when_memo *memo;
	struct draft draft;
	/* A time that was read ahead: of so many bytes; 0: none was. */
	size_t ahead;
	int64_t at_s;
};

/* The quotes of a line, as scan.h finds them. */
static inline void
reading_quotes(struct reading *r, const struct scan_line *line)
{
	if (line->quotes == 0)
		return;
	r->base = line->base;
	r->quote = line->quote;
	r->last = line->quote + line->quotes;
}

/* Tails are short: a call would cost more than they do. */
static inline bool
reading_starts(struct span s, struct span with)
{
	if (s.n < with.n)
		return false;
	for (size_t i = 0; i < with.n; i++)
		if (s.p[i] != with.p[i])
			return false;
	return true;
}

/* Reads n steps, or those that the line has; *done: so many were as the format says.
 * False: the line is no hit, whatever follows. */
bool reading_steps(struct reading *r, const struct step *step, size_t n,
    size_t *done);

/* r->rest stands where the tail of a step begins: passes it.  False: it is not
 * there. */
static inline bool
reading_tail(struct reading *r, struct span tail)
{
	if (!reading_starts(r->rest, tail))
		return false;
	r->rest = (struct span){ r->rest.p + tail.n, r->rest.n - tail.n };
	return true;
}

#endif

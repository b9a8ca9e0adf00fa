/* SPDX-License-Identifier: MIT */
/* clf.h -- the fast path: the common log format and its nearest kin.
 *
 * The same hits as program_run gives for the format strings of clf_text; the
 * tests hold the two equal.
 */
#ifndef INGEST_CLF_H
#define INGEST_CLF_H

#include "common/hit.h"
#include "ingest/scan.h"
#include "ingest/when.h"

/* Shapes are sums of these.  0 is "common". */
enum {
	CLF_VHOST = 1, /* the virtual host with its port comes first */
	CLF_AGENT = 2, /* referrer and agent follow */
	CLF_DASH = 4,  /* nginx: "-" stands fixed for the identity */
	CLF__SHAPES = 8
};

/* The Apache format string of a shape. */
const char *clf_text(unsigned shape);

/* Line without its end.  True for a hit; else *hit is untouched. */
bool clf_parse(unsigned shape, struct span line, struct hit *hit);

/* What is remembered from line to line; begins zeroed, one for each thread. */
struct clf_memo {
	struct when_memo time;
};

/* The shortest way, for lines whose quotes are known: nothing is searched, each
 * field is where a usual line has it.  line->text is without a CR.  True: the hit
 * that clf_parse gives; false: an unusual line, so ask clf_parse.
 *
 * end: NULL where nothing more is wanted of the line; else set to where the agent's or
 * bytes' value ends, and what is still to be told from the target is the caller's:
 * hit->scheme, if it is unknown. */
bool clf_parse_usual(unsigned shape, const struct scan_line *line,
    struct clf_memo *memo, struct hit *hit, const char **end);

#endif

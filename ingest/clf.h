/* SPDX-License-Identifier: MIT */
/* clf.h -- the fast path: the common log format and its nearest kin.
 *
 * The same hits as program_run gives for the format strings of clf_text; the
 * tests hold the two equal.
 */
#ifndef INGEST_CLF_H
#define INGEST_CLF_H

#include "common/hit.h"

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

#endif

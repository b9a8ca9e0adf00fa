/* SPDX-License-Identifier: MIT */
/* svg_tag.h -- markup to tags, as far as gnuplot writes it.
 *
 * All is borrowed from the input, byte for byte.  style="a:b; c:d" becomes attributes
 * a and c, which replace those of the same name, as CSS would.
 */
#ifndef PLOTS_SVG_TAG_H
#define PLOTS_SVG_TAG_H

#include "common/span.h"

enum { SVG_ATTRS = 24 };

enum svg_kind {
	SVG_OPEN,  /* <a b="c"> */
	SVG_ALONE, /* <a b="c"/> */
	SVG_CLOSE, /* </a> */
	SVG_ASIDE, /* <? ?>, <!-- --> */
	SVG_END,   /* no tag is left */
	SVG_WRONG  /* not well formed, more than SVG_ATTRS, <!DOCTYPE or CDATA */
};

struct svg_attr {
	struct span name, value;
};

struct svg_tag {
	enum svg_kind kind;
	struct span name;
	struct svg_attr attr[SVG_ATTRS];
	size_t n;
};

/* Takes a tag off *rest, and *text, what stands before it. */
enum svg_kind svg_next(struct span *rest, struct span *text,
    struct svg_tag *tag);

bool svg_named(const struct svg_tag *tag, const char *name);
/* An attribute's value, or one of no bytes and a NULL pointer. */
struct span svg_get(const struct svg_tag *tag, const char *name);
/* False: there are SVG_ATTRS already. */
bool svg_set(struct svg_tag *tag, struct span name, struct span value);
/* The same name, and the same attributes in the same order. */
bool svg_same(const struct svg_tag *a, const struct svg_tag *b);
/* What in it would run or fetch something, which gnuplot writes for nothing that we ask
 * of it; or NULL. */
const char *svg_unsafe(const struct svg_tag *tag);
void svg_drop(struct svg_tag *tag, const char *name);

#endif

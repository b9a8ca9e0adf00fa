/* SPDX-License-Identifier: MIT */
/* svg.h -- gnuplot's SVG made fit for a page, or for standing alone.
 *
 * One pass over well-formed output of gnuplot 5.4; an element that is none of those
 * which only draw is refused.  Colours are told by sentinels that no palette has:
 *
 *     rgb(1,K,7)        colour K
 *     rgb(2,HI,LO)      colour HI >> 3, and tooltip (HI & 7) << 8 | LO: of each polygon
 *                       filled with it (SVG_TIP makes the number)
 *
 * In both forms: role="img", <title> and <desc>; ids get a prefix; what is unused or
 * empty goes; style="..." (which a policy without 'unsafe-inline' drops) becomes
 * attributes; 'Family:Bold' becomes font-weight; round points become circles or dots;
 * what looks alike becomes one; figures have as many digits as an eye can tell.  In a
 * page no XML prolog, no font family (the page has one) and no black that a dark page
 * would not show.
 *
 * The same bytes in give the same bytes out.
 */
#ifndef PLOTS_SVG_H
#define PLOTS_SVG_H

#include "common/buf.h"
#include "common/err.h"

enum { SVG_COLOURS = 32, SVG_TIPS = 2048 };
/* As gnuplot writes them, 0xRRGGBB. */
#define SVG_COLOUR(k) (0x010007u | (unsigned)(k) << 8)
#define SVG_TIP(k, tip)                                                        \
	(0x020000u | (unsigned)(k) << 11 | ((unsigned)(tip) & 0x7ffu))

/* Texts are any bytes: they are cleaned and escaped here. */
struct svg_look {
	const char *id;    /* a-z, 0-9, _: ids become ID-id */
	const char *title; /* NULL: decoration, hidden from who listens */
	const char *desc;  /* or NULL */
	const char *const *colour; /* [K]: "var(--name)" or "#rrggbb" */
	size_t colours;
	const char *const *tip;    /* or NULL; entries may be NULL */
	size_t tips;
	bool page; /* within HTML; else it stands alone */
};

/* Appends to *out.  ERR_CHART: not gnuplot's, or something that runs or fetches is in
 * it (a script, an event, a reference that leaves the file); *out is then as before. */
bool svg_finish(struct span in, const struct svg_look *look, struct buf *out,
    struct err *err);

#endif

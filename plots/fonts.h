/* SPDX-License-Identifier: MIT */
/* fonts.h -- which font gnuplot will draw with: a missing one is replaced in silence.
 *
 * Asked of fontconfig by fc-match, run as gnuplot is (child.h).
 */
#ifndef PLOTS_FONTS_H
#define PLOTS_FONTS_H

#include "common/buf.h"
#include "common/err.h"

enum { FONTS_NAME_BYTES = 64 };

struct fonts {
	char family[FONTS_NAME_BYTES]; /* letters, digits, blanks, "-" */
	bool vietnamese;               /* has all its letters */
};

/* The best that is there of Noto Sans, Roboto, Liberation Sans, DejaVu Sans, any with
 * Vietnamese, any.  False (ERR_CHART): fc-match cannot be asked; *out is then Noto
 * Sans, and charts may look odd or not. */
bool fonts_query(const char *fc_match, struct fonts *out, struct err *err);

/* What to tell the user, or false: nothing. */
bool fonts_warning(const struct fonts *fonts, struct buf *out);

#endif

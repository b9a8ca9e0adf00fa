/* SPDX-License-Identifier: MIT */
/* draw.h -- charts to pictures: what publish/ and cli/ ask for, drawn by one gnuplot.
 *
 * A chart that fails costs itself, never the others and never a run: callers show the
 * figures as a table in any case.  Same values and same times give the same bytes,
 * whatever the day (of one version of gnuplot and its libraries).
 */
#ifndef PLOTS_DRAW_H
#define PLOTS_DRAW_H

#include "common/buf.h"
#include "common/err.h"
#include "plots/series.h"

/* X(KIND, struct chart_* and the function that draws it) */
#define DRAW_TABLE(X)                                                          \
	X(DAYS, days)                                                          \
	X(WEEK, week)                                                          \
	X(BARS, bars)                                                          \
	X(ONLINE, online)                                                      \
	X(STRIP, strip)                                                        \
	X(ROWS, rows)                                                          \
	X(SHARES, shares)                                                      \
	X(TIMES, times)                                                        \
	X(RANKS, ranks)                                                        \
	X(SPARK, spark)

enum draw_kind {
#define X(id, name) DRAW_##id,
	DRAW_TABLE(X)
#undef X
	DRAW__MAX
};

enum draw_form { DRAW_SVG, DRAW_PNG, DRAW_PDF };

enum draw_theme {
	DRAW_LIGHT,
	DRAW_DARK,
	DRAW_PRINT,
	DRAW_PAGE /* SVG within HTML: colours are CSS variables (style.h), fonts the page's */
};

struct draw_request {
	enum draw_kind kind;
	const struct chart_frame *frame;
	const void *data;     /* the struct chart_* of that kind */
	enum draw_form form;
	enum draw_theme theme;
	int width, height;    /* in CSS pixels; PNG has twice as many; 0: the kind's own */
	struct buf image;     /* replaced when drawn, else untouched; the caller closes it */
	bool drawn;
	struct err err;       /* when not drawn */
};

struct draw_tools {
	const char *gnuplot;  /* path of the program, or NULL: none is there */
	const char *fc_match; /* path of fontconfig's, or NULL: the font is not asked for */
	const char *scratch;  /* a folder that only we may write into; or NULL: */
	struct err no_scratch; /* why there is none */
	int64_t made_s;       /* UTC: told by PDF files as their date */
};

/* False: there is no gnuplot, or it does not work at all; each request has that err.
 * True: each request says for itself.  *warning (may be NULL): what the user should know
 * of fonts is appended, one line without its end; mostly nothing. */
bool draw_all(const struct draw_tools *tools, struct draw_request *request,
    size_t n, struct buf *warning, struct err *err);

#endif

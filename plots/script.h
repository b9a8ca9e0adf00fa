/* SPDX-License-Identifier: MIT */
/* script.h -- a chart's script for gnuplot: the only way in for texts and numbers.
 *
 * A text goes in as a label in single quotes, without enhancement, after script_escape;
 * a number as digits; a datablock holds numbers alone; what is code is a literal of ours.
 * So nothing of a log can be a command, a format, a macro or a name of a file.
 *
 * Lengths are CSS pixels, x to the right and y down from the upper left corner of the
 * picture.  All that is not a figure is placed by them; figures are in datablocks in
 * units of the axes.  Same input, same bytes.
 */
#ifndef PLOTS_SCRIPT_H
#define PLOTS_SCRIPT_H

#include "common/buf.h"
#include "plots/style.h"

enum {
	SCRIPT_WIDTH = 960,  /* where none is asked for */
	SCRIPT_LEAST = 24,   /* pixels; and at most: */
	SCRIPT_MOST = 4000,
	SCRIPT_TEXT_CHARS = 200 /* of one label, however wide the chart is */
};

/* What is asked for.  Borrows. */
struct script_page {
	enum draw_form form;
	enum draw_theme theme;
	const char *font;   /* family: letters, digits, blanks, "-"; NULL: Noto Sans */
	int width, height;  /* 0: the chart's own */
	const char *output; /* name of a file: a-z, 0-9, "." and "_" */
};

struct script_box {
	double x0, y0, x1, y1; /* left, top, right, bottom */
};

struct script {
	struct buf out;    /* the script */
	struct buf tips;   /* tooltips: texts, each with a NUL; script_tip numbers them */
	size_t tips_n;
	struct script_page page;
	struct script_box area; /* where the axes are */
	double x0, x1, y0, y1;  /* what they show there: left, right, bottom, top */
	int labels, objects, arrows, cells;
	bool data; /* within a datablock, where nothing else may be written */
	char hex[STYLE__MAX][8];
};

/* *s is zeroed, or was used before: its memory is used again.  Then chart_X(s, ...)
 * (chart.h), after which out is whole. */
void script_begin(struct script *s, const struct script_page *page);
void script_close(struct script *s);
/* The n-th of the tips. */
const char *script_tip_text(const struct script *s, size_t n);

/* ---- what charts are made of; for chart_*.c ---- */

/* Terminal, output and a clean state, for a picture of that height (page.height where it
 * is set); its width is page.width.  id: see struct chart_frame. */
void script_open(struct script *s, const char *id, int height);
void script_shut(struct script *s);

/* What may stand between single quotes: valid UTF-8 in NFC; no control, format, private,
 * unassigned character; a blank for a line's end and any blank but the no-break one; at most
 * 4 marks on a letter; ' is U+2019, and a hair space parts "]]>" and "&#".  At most
 * SCRIPT_TEXT_CHARS characters, the last then an ellipsis. */
void script_escape(struct buf *out, struct span text);
/* As script_label writes it: in pictures of dots, and in PDF, "?" stands for what a font
 * for Vietnamese may lack.  (gnuplot draws the box of a missing glyph as large as the
 * picture.)  SVG has all characters: its reader has the fonts. */
void script_text(const struct script *s, struct buf *out, struct span text);

/* Drawing area and ranges of the axes.  No range may be empty. */
void script_axes(struct script *s, struct script_box area);
void script_ranges(struct script *s, double x0, double x1, double y0, double y1);
double script_x(const struct script *s, double value); /* pixels */
double script_y(const struct script *s, double value);

enum script_align { SCRIPT_LEFT, SCRIPT_CENTER, SCRIPT_RIGHT };
struct script_type {
	enum style_colour ink;
	enum script_align align;
	double size; /* pixels, of the font */
	bool bold, turned; /* turned: reads upwards */
};
/* y is the middle of the line. */
void script_label(struct script *s, double x, double y,
    const struct script_type *type, const char *text);

enum script_layer { SCRIPT_BEHIND, SCRIPT_FRONT }; /* the figures */
void script_rect(struct script *s, struct script_box box,
    enum style_colour colour, enum script_layer layer);
void script_hatch(struct script *s, struct script_box box,
    enum style_colour colour, enum script_layer layer);
void script_outline(struct script *s, struct script_box box,
    enum style_colour colour, double width);
struct script_pen {
	enum style_colour ink;
	double width;
	bool dashed;
};
/* From x0,y0 to x1,y1. */
void script_line(struct script *s, struct script_box ends,
    const struct script_pen *pen, enum script_layer layer);

/* A datablock $NAME: rows of cells. */
void script_data(struct script *s, const char *name);
void script_int(struct script *s, int64_t value);
void script_real(struct script *s, double value);
void script_ink(struct script *s, enum style_colour colour);
/* A colour of an area to point at, with that text. */
void script_tip(struct script *s, enum style_colour colour, const char *text);
void script_row(struct script *s); /* ends one; without cells: breaks a line */
void script_data_end(struct script *s);

/* Code of ours, 600 bytes at most.  %s: words of ours; %d, %zu. */
void script_code(struct script *s, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
/* "#rrggbb" of it, for script_code; valid until the script is closed. */
const char *script_hex(const struct script *s, enum style_colour colour);
/* Whether there are tooltips. */
bool script_points(const struct script *s);

#endif

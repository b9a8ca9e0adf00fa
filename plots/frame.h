/* SPDX-License-Identifier: MIT */
/* frame.h -- what charts have in common: words, dates, title, legend, source, ticks.
 *
 * Legends name what is drawn and only that.  A text that finds no room is shortened or
 * left out, by its width in a font that is wider than most.
 */
#ifndef PLOTS_FRAME_H
#define PLOTS_FRAME_H

#include "plots/chart.h"
#include "plots/scale.h"

#define FRAME_AXIS 11.0 /* size of the type, in pixels */
#define FRAME_SMALL 9.5

/* ---- words ---- */

const char *frame_word(const struct chart_frame *f, enum chart_word id);
/* The word with {1} filled. */
void frame_fill(struct buf *out, const struct chart_frame *f, enum chart_word id,
    const char *hole);
/* "13/4/2021", "13 Apr 2021"; weekday too: "Thứ Ba 13/4/2021". */
void frame_date(struct buf *out, const struct chart_frame *f, int32_t day,
    bool weekday);
const char *frame_month(const struct chart_frame *f, int month); /* short */
const char *frame_weekday(const struct chart_frame *f, int weekday); /* short; 0: Monday */
/* "8–9 giờ". */
void frame_hours(struct buf *out, const struct chart_frame *f, int from, int to);
/* Hundredths as tenths, "1,5"; 0 and from 10 on whole. */
void frame_hundredths(struct buf *out, const struct chart_frame *f, int64_t n);
/* Appends "label: 1.234", after " · " where out has something behind byte `from`. */
void frame_tip(struct buf *out, size_t from, const char *label, const char *value);
void frame_tip_count(struct buf *out, size_t from, const struct chart_frame *f,
    enum chart_word label, int64_t count);

/* ---- widths ---- */

/* Pixels that the text takes at most in most fonts. */
double frame_width(const char *text, double size, bool bold);
/* The text as it is, or its beginning and an ellipsis; of any bytes. */
void frame_cut(const struct script *s, struct buf *out, const char *text,
    const struct script_type *type, double width);

/* Places that are taken: at most FRAME_PLACES, further ones are refused. */
enum { FRAME_PLACES = 200 };
struct frame_places {
	struct script_box taken[FRAME_PLACES];
	int n;
};
/* True: nothing was there, and now it is taken. */
bool frame_place(struct frame_places *p, struct script_box box);
/* The box of a label. */
struct script_box frame_box(double x, double y, const struct script_type *type,
    const char *text);

/* ---- the picture ---- */

enum frame_mark {
	FRAME_BOX,
	FRAME_PALE,    /* a box with an edge: what is shaded */
	FRAME_HATCHED, /* likewise hatched */
	FRAME_OUTLINE,
	FRAME_STROKE,  /* a line */
	FRAME_DASHES
};
struct frame_key {
	enum frame_mark mark;
	enum style_colour ink;
	const char *text;  /* borrowed */
};
enum { FRAME_KEYS = 10 };
struct frame {
	const struct chart_frame *f;
	struct frame_key key[FRAME_KEYS];
	int keys;
	double left, right;   /* margins of the drawing area */
	double above, below;  /* room for what stands at its edges */
	double plot;          /* wanted height of the area */
};
/* Free at the left and right of the picture. */
double frame_edge(const struct script *s);
void frame_key(struct frame *frame, enum frame_mark mark, enum style_colour ink,
    const char *text);
/* Opens the script, writes title, legend and source, and sets its axes. */
void frame_open(struct script *s, const struct frame *frame);
/* "no figures", in the middle of the area. */
void frame_nothing(struct script *s, const struct chart_frame *f);

/* The line at zero, a pale one at each other tick, and its figure.  unit: what a whole is
 * in the scale's units: 1 or 100. */
void frame_ticks(struct script *s, const struct chart_frame *f,
    const struct scale *scale, int64_t unit);
/* The left margin that those figures need. */
double frame_ticks_width(const struct script *s, const struct chart_frame *f,
    const struct scale *scale, int64_t unit);

/* A row of a datablock for "with boxxyerror": an area in units of the axes, and what it
 * tells when it is pointed at. */
void frame_area_row(struct script *s, struct script_box area,
    enum style_colour colour, const char *text);
/* A row of $TIPS: likewise, unseen. */
void frame_tip_row(struct script *s, struct script_box area, const char *text);
/* The end of the plot command: lead ("plot " or ", "), then $TIPS; where nothing is
 * pointed at and nothing was plotted, an empty plot. */
void frame_plot_tips(struct script *s, const char *lead);

#endif

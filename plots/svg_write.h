/* SPDX-License-Identifier: MIT */
/* svg_write.h -- texts and attributes of a picture, as they go out.  For svg.c. */
#ifndef PLOTS_SVG_WRITE_H
#define PLOTS_SVG_WRITE_H

#include "plots/svg.h"
#include "plots/svg_tag.h"

/* Any bytes to a text or an attribute's value in double quotes: valid UTF-8 and XML;
 * controls, what turns direction and noncharacters go. */
void svg_write_text(struct buf *out, struct span text);
/* Likewise, of markup: the five entities stay, any other & is a letter. */
void svg_write_content(struct buf *out, struct span markup);

/* Figures as gnuplot writes them, with as many digits as an eye can tell: a tenth of a
 * pixel from 10 on, no zeros at the end of a fraction, no blanks that part nothing; in
 * a path none before a letter. */
void svg_write_figures(struct buf *out, struct span figures, bool path);
/* <path> or <polygon>, which becomes a path.  One with a tooltip stands for itself; else
 * it is left open (*open, which has no name where none is, and borrows what *tag does), and
 * what looks like it and is added next joins it: false.  *tag is used up. */
bool svg_path_add(struct buf *out, struct svg_tag *open, struct svg_tag *tag,
    const struct svg_look *look);
void svg_path_end(struct buf *out, struct svg_tag *open);

/* 'Family:Bold' into font-family and font-weight. */
bool svg_split_font(struct svg_tag *tag, bool keep_family);

/* <name a="b" ...: without its end. */
void svg_write_tag(struct buf *out, const struct svg_tag *tag,
    const struct svg_look *look);

/* What ends the tag of the root: its part for who cannot see it, title and description. */
void svg_write_names(struct buf *out, const struct svg_look *look);

/* The tooltip that a colour asks for, or NULL. */
const char *svg_tip_of(struct span colour, const struct svg_look *look);

/* gnuplot's round points are references to a marker, which some readers of SVG cannot
 * follow with a colour: hollow ones become circles, full ones the round ends of a line
 * that is too short to be seen, so that all of them are one path.  *tag borrows text. */
enum { SVG_ROUND_BYTES = 100 };
void svg_round(struct svg_tag *tag, char text[static SVG_ROUND_BYTES]);

/* What gnuplot writes: "translate(X,Y) scale(S)", the latter only where asked for. */
struct svg_place {
	struct span x, y, scale;
};
bool svg_place_of(struct span transform, bool scaled, struct svg_place *out);

#endif

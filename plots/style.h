/* SPDX-License-Identifier: MIT */
/* style.h -- the colours of charts and reports: light, dark, print.
 *
 * Contrast with BG is that of WCAG 2, level AA, and checked (tests/unit/t_style.c):
 * text (FG, MUTED) 4.5:1, marks that bear a figure 3:1; DECORATION is what only helps.
 * No figure is told by colour alone: bars, lines, hatches and words say the same.
 *
 * In a page a colour is a CSS variable, so that one picture follows the reader's theme;
 * gnuplot is then given sentinels (SVG_COLOUR and SVG_TIP of plots/svg.h).
 */
#ifndef PLOTS_STYLE_H
#define PLOTS_STYLE_H

#include "common/buf.h"
#include "plots/draw.h"

/* X(ID, CSS name, light, dark, print): 0xRRGGBB; 32 at most (SVG_COLOURS) */
#define STYLE_COLOUR_TABLE(X)                                                  \
	X(BG, "bg", 0xffffff, 0x12181f, 0xffffff)       /* of the card */      \
	X(FG, "fg", 0x1b2733, 0xe8edf2, 0x000000)                              \
	X(MUTED, "muted", 0x55626f, 0x9fadba, 0x3d4650) /* text beside */      \
	X(GRID, "grid", 0xe3e8ed, 0x27313b, 0xd9dee3)                          \
	X(AXIS, "axis", 0x8a95a0, 0x6c7985, 0x6b7680)                          \
	X(WEEKEND, "weekend", 0xf0f3f6, 0x1a232c, 0xf0f1f2)                    \
	X(HOLIDAY, "holiday", 0xfbeedd, 0x31281c, 0xf3e9da)                    \
	X(BAR, "bar", 0x5095cd, 0x4a8fc6, 0x5b93c4)                            \
	X(STRONG, "strong", 0x0a5a9c, 0x9ccdf3, 0x0a4a80) /* the one meant */  \
	X(REST, "rest", 0x8795a3, 0x5d6d7c, 0x8a949e)   /* the others */       \
	X(PEOPLE, "people", 0x1f6fb2, 0x569fdb, 0x0a4a80)                      \
	X(LINE, "line", 0xc44e00, 0xff9a4d, 0xa84300)                          \
	X(THIRD, "third", 0x007f5f, 0x4fd1a5, 0x00694f)                        \
	X(BAND, "band", 0xd3e5f4, 0x1f3d57, 0xdbe7f1)                          \
	X(FIELD, "field", 0xeaeff3, 0x1d2731, 0xececec) /* a bar's whole */    \
	X(SERVED, "served", 0x9cc8e8, 0x2b6190, 0xa9cbe4)                      \
	X(QUIET, "quiet", 0xe9eef2, 0x1f2a34, 0xebebeb)                        \
	X(ERRORS, "errors", 0xa04c00, 0xf2a93b, 0x964800)                      \
	X(DOWN, "down", 0x560d00, 0xffe3dc, 0x400a00)                          \
	X(HATCH, "hatch", 0x74808c, 0x8794a1, 0x5c666f)                        \
	X(TIP, "bg", 0xffffff, 0x12181f, 0xffffff)      /* unseen, to point at */ \
	X(HEAT0, "heat0", 0xf3f7fb, 0x18222c, 0xf6f6f6)                        \
	X(HEAT1, "heat1", 0xd9e8f4, 0x1b3347, 0xe2e9ef)                        \
	X(HEAT2, "heat2", 0xb5d3ea, 0x1f4666, 0xc4d6e5)                        \
	X(HEAT3, "heat3", 0x8bbcdf, 0x265a85, 0x9dbfd9)                        \
	X(HEAT4, "heat4", 0x2f78b4, 0x6cabd9, 0x3f78a8)                        \
	X(HEAT5, "heat5", 0x15609f, 0x93c6ea, 0x1f5c8f)                        \
	X(HEAT6, "heat6", 0x08406f, 0xc3e2f8, 0x0a3c66)                        \
	X(HEAT_LOW, "heat-low", 0x12202c, 0xf2f6fa, 0x000000)  /* text on 0-3 */ \
	X(HEAT_HIGH, "heat-high", 0xffffff, 0x06121c, 0xffffff) /* text on 4-6 */

enum style_colour {
#define X(id, name, light, dark, print) STYLE_##id,
	STYLE_COLOUR_TABLE(X)
#undef X
	STYLE__MAX
};
enum { STYLE_HEATS = 7, STYLE_HEATS_LOW = 4 };

/* 0xRRGGBB; theme is not DRAW_PAGE. */
uint32_t style_colour(enum draw_theme theme, enum style_colour colour);
const char *style_name(enum style_colour colour); /* of the variable, without "--" */

/* "var(--NAME)" of each colour, for the look of an SVG in a page (plots/svg.h). */
extern const char *const style_var[STYLE__MAX];

/* Appends "--bg:#ffffff;--fg:#1b2733;...": what stands between the braces of a rule of the
 * page's stylesheet.  theme is not DRAW_PAGE. */
void style_css(struct buf *out, enum draw_theme theme);

#endif

/* SPDX-License-Identifier: MIT */
/* advance.h -- how wide a text will be, without a font at hand.
 *
 * From a table of advance widths (those of DejaVu Sans, which are near Verdana's
 * and wider than most): a picture's boxes are laid out by it, and where it
 * matters textLength makes any other font fit.
 */
#ifndef COMMON_ADVANCE_H
#define COMMON_ADVANCE_H

#include "common/span.h"

/* In whole pixels, rounded up, for a font of size_px.  Vietnamese letters are as
 * wide as their base letter; other scripts are guessed. */
int advance_px(struct span text, int size_px, bool bold);

/* The longest head of *rest that ends at a blank and fits into width_px, at least
 * one word; *rest is then what follows the blank. */
struct span advance_line(struct span *rest, int width_px, int size_px);

#endif

/* SPDX-License-Identifier: MIT */
/* svg_marks.h -- which of gnuplot's markers a picture needs.  For svg.c. */
#ifndef PLOTS_SVG_MARKS_H
#define PLOTS_SVG_MARKS_H

#include "common/buf.h"

/* *rest is behind <defs>, and then behind </defs>.  The markup of those that are referred
 * to behind it, but for the round points, is appended.  False: <defs> does not end. */
bool svg_marks_keep(struct span *rest, struct buf *kept);

#endif

/* SPDX-License-Identifier: MIT */
/* drawing.h -- gnuplot, where it is, and a folder to draw in. */
#ifndef CLI_DRAWING_H
#define CLI_DRAWING_H

#include "cli/scratch.h"
#include "plots/draw.h"

struct drawing_place {
	struct draw_tools tools;
	struct scratch scratch;
	struct buf gnuplot, fc_match;
};

/* The program's path, also in *out: of the PATH's folders, absolute ones only; NULL, and *out is
 * empty: there is none. */
const char *drawing_find(const char *name, struct buf *out);

/* Of TRUYCAP_GNUPLOT ("none": no charts are wanted), else of the PATH.  The folder is new, in
 * TMPDIR, and goes with drawing_close, or else with a later run's drawing_open. */
void drawing_open(struct drawing_place *d, int64_t made_s);
void drawing_close(struct drawing_place *d); /* accepts zeroed */

#endif

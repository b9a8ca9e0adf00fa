/* SPDX-License-Identifier: MIT */
/* whole.h -- was a picture written to its end?  On a full disk cairo, and so gnuplot, says
 * nothing and leaves a part of it.
 */
#ifndef PLOTS_WHOLE_H
#define PLOTS_WHOLE_H

#include "common/span.h"

/* By their first and their last bytes. */
bool whole_png(struct span image);
bool whole_pdf(struct span image);

#endif

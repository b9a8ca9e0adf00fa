/* SPDX-License-Identifier: MIT */
/* pdf.h -- cairo's PDF, made the same at each run. */
#ifndef PLOTS_PDF_H
#define PLOTS_PDF_H

#include "common/buf.h"

/* Its date of creation becomes at_s (UTC), in place: as many bytes as before, so that
 * all offsets hold.  False: there is none where cairo puts it, or no such year. */
bool pdf_date(struct buf *pdf, int64_t at_s);

#endif

/* SPDX-License-Identifier: MIT */
/* pdf.h -- the HTML report as PDF, by WeasyPrint or Chromium where one is installed.
 *
 * Each is a child without a shell, with an environment of its own, a folder that goes with it
 * and limits of time (plots/child.h).  WeasyPrint's bytes are the same for the same page
 * and time; of Chromium's the dates are.  Chromium is not run as root, as it would have
 * to be without its sandbox.
 */
#ifndef CLI_PDF_H
#define CLI_PDF_H

#include "common/buf.h"
#include "common/err.h"

struct pdf_maker {
	const char *weasyprint, *chromium; /* their paths; NULL: not there */
	struct buf path[2];                /* of these */
	bool root;
	const char *scratch;               /* a folder that only we may write into */
};

/* Of the PATH; TRUYCAP_PDF may name another WeasyPrint, or "none". */
void pdf_find(struct pdf_maker *m, const char *scratch);
void pdf_close(struct pdf_maker *m); /* accepts zeroed */

/* Is one of them there that may be run?  Else ERR_CHART, and what to do. */
bool pdf_ready(const struct pdf_maker *m, struct err *err);

/* html: of web_report; appends the PDF.  ERR_CHART: not ready, or it failed. */
bool pdf_make(const struct pdf_maker *m, struct span html, int64_t made_s,
    struct buf *out, struct err *err);

#endif

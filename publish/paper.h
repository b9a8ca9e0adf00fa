/* SPDX-License-Identifier: MIT */
/* paper.h -- the HTML report for a renderer of paper that knows less than a browser.
 *
 * WeasyPrint has no grid, and neither variables nor the page's style in a picture: so
 * colours of pictures are written out, as print has them, and columns are laid out in
 * another way.  The rest of the page stays byte for byte.
 */
#ifndef PUBLISH_PAPER_H
#define PUBLISH_PAPER_H

#include "common/buf.h"

/* html: of web_report.  Appends. */
void paper_put(struct buf *out, struct span html);

#endif

/* SPDX-License-Identifier: MIT */
/* resolve.h -- a page for programs that know no CSS variables within SVG.
 *
 * WeasyPrint 57 draws fill="var(--bar)" black.  Who gives it a page with charts of
 * DRAW_PAGE (draw.h) lets it pass through here.
 */
#ifndef PLOTS_RESOLVE_H
#define PLOTS_RESOLVE_H

#include "plots/draw.h"

/* Appends the page with each attribute "var(--NAME)", in its quotes, of style.h's colours told
 * as "#rrggbb" of the theme, which is not DRAW_PAGE; all else stays as it is: texts, in
 * which a quote is escaped, and the page's own style. */
void resolve_page(struct span page, enum draw_theme theme, struct buf *out);

#endif

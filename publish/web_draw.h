/* SPDX-License-Identifier: MIT */
/* web_draw.h -- the pictures of the HTML report. */
#ifndef PUBLISH_WEB_DRAW_H
#define PUBLISH_WEB_DRAW_H

#include "plots/draw.h"
#include "publish/web.h"

struct web_pictures {
	struct buf image[WEB_CHART__MAX];
};

/* Draws all charts for which there is data, by one gnuplot, and tells w of them: svg and
 * no_gnuplot.  A picture that could not be drawn has its figures in a table, so that is no
 * error; *why (appended to): what the user should know of it, "" mostly. */
void web_draw(struct web_report *w, const struct draw_tools *tools,
    struct web_pictures *out, struct buf *why);
void web_pictures_close(struct web_pictures *p);

#endif

/* SPDX-License-Identifier: MIT */
/* chart.h -- the charts: values (series.h) to a script (script.h).
 *
 * After script_begin; the script is whole when they return.  Width and height are those
 * of the page, or the chart's own: 960 pixels, and as high as it needs.  From 320 pixels
 * on all is readable (half of a page is about 460); what finds no room, such as every
 * second day's number or the figure on a bar, is left out, never drawn over another.
 *
 * Any values are drawn: none known, all zero, 10^18.  Titles stand in the picture but in
 * a page (DRAW_PAGE), where they are beside it.  In SVG figures have tooltips; those of
 * shares and times for 120 days at most, as each takes 100 bytes.
 */
#ifndef PLOTS_CHART_H
#define PLOTS_CHART_H

#include "plots/script.h"
#include "plots/series.h"

void chart_days(struct script *s, const struct chart_frame *frame,
    const struct chart_days *data);
void chart_week(struct script *s, const struct chart_frame *frame,
    const struct chart_week *data);
void chart_bars(struct script *s, const struct chart_frame *frame,
    const struct chart_bars *data);
void chart_online(struct script *s, const struct chart_frame *frame,
    const struct chart_online *data);
void chart_strip(struct script *s, const struct chart_frame *frame,
    const struct chart_strip *data);
void chart_rows(struct script *s, const struct chart_frame *frame,
    const struct chart_rows *data);
void chart_shares(struct script *s, const struct chart_frame *frame,
    const struct chart_shares *data);
void chart_times(struct script *s, const struct chart_frame *frame,
    const struct chart_times *data);
void chart_ranks(struct script *s, const struct chart_frame *frame,
    const struct chart_ranks *data);
void chart_spark(struct script *s, const struct chart_frame *frame,
    const struct chart_spark *data);

#endif

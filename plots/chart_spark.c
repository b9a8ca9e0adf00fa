/* SPDX-License-Identifier: MIT */
#include "plots/frame.h"

/* No words, no axis: a tile's figure stands beside it. */
void
chart_spark(struct script *s, const struct chart_frame *f,
    const struct chart_spark *d)
{
	int64_t most = 0;
	size_t last = d->n;

	for (size_t i = 0; i < d->n; i++) {
		most = d->value[i] > most ? d->value[i] : most;
		if (d->value[i] != CHART_NONE)
			last = i;
	}
	s->page.width = s->page.width == SCRIPT_WIDTH ? 160 : s->page.width;
	script_open(s, f->id, 36);
	script_axes(s, (struct script_box){ 3, 4, s->page.width - 5,
	    s->page.height - 3 });
	script_ranges(s, 0.5, (double)(d->n > 0 ? d->n : 1) + 0.5, 0,
	    most > 0 ? (double)most * 1.02 : 1);
	script_data(s, "VALUES");
	for (size_t i = 0; i < d->n; i++) {
		if (d->value[i] != CHART_NONE) {
			script_int(s, (int64_t)i + 1);
			script_int(s, d->value[i]);
		}
		script_row(s);
	}
	script_data_end(s);
	if (last == d->n) {
		script_code(s, "plot NaN\n");
		script_shut(s);
		return;
	}
	script_data(s, "LAST");
	script_int(s, (int64_t)last + 1);
	script_int(s, d->value[last]);
	script_row(s);
	script_data_end(s);
	script_code(s, "plot $VALUES using 1:2 with filledcurves y1=0 linecolor rgb "
	    "'%s', ", script_hex(s, STYLE_BAND));
	script_code(s, "$VALUES using 1:2 with lines linewidth 1.6 linecolor rgb '%s', "
	    "$LAST using 1:2 with points pointtype 7 pointsize 0.5 linecolor rgb "
	    "'%s'\n", script_hex(s, STYLE_STRONG), script_hex(s, STYLE_STRONG));
	script_shut(s);
}

/* SPDX-License-Identifier: MIT */
#include <stdio.h>

#include "plots/frame.h"

#define PLOT_HEIGHT 190.0

struct online {
	const struct chart_frame *f;
	const struct chart_online *o;
	struct scale scale;
	int greatest; /* hour, or CHART_HOURS: none */
	bool known;
};

static struct online
survey(const struct chart_frame *f, const struct chart_online *o)
{
	struct online x = { .f = f, .o = o, .greatest = CHART_HOURS };
	int64_t most = 0;

	for (int h = 0; h < CHART_HOURS; h++) {
		x.known |= o->median[h] != CHART_NONE || o->most[h] != CHART_NONE;
		if (o->most[h] > 0 && (x.greatest == CHART_HOURS ||
		    o->most[h] > o->most[x.greatest]))
			x.greatest = h;
		most = o->most[h] > most ? o->most[h] : most;
		most = o->high[h] > most ? o->high[h] : most;
		most = o->median[h] > most ? o->median[h] : most;
	}
	x.scale = scale_of(most, most < 300 ? 10 : 100, 4);
	return x;
}

static bool
whole(const struct chart_online *o, int h)
{
	return o->median[h] != CHART_NONE && o->low[h] != CHART_NONE &&
	    o->high[h] != CHART_NONE;
}

/* The value on midnight: half-way between the hours before and after it. */
static double
midnight(const int64_t v[CHART_HOURS])
{
	return ((double)v[0] + (double)v[CHART_HOURS - 1]) / 2;
}

static void
put_edge(struct script *s, const struct chart_online *o, int at)
{
	if (!whole(o, 0) || !whole(o, CHART_HOURS - 1))
		return;
	script_int(s, at);
	script_real(s, midnight(o->median));
	script_real(s, midnight(o->low));
	script_real(s, midnight(o->high));
	script_row(s);
}

/* An hour's mean stands in its middle; a peak over the whole of it. */
static void
put_data(struct script *s, const struct chart_online *o)
{
	script_data(s, "MEANS");
	put_edge(s, o, 0);
	for (int h = 0; h < CHART_HOURS; h++) {
		if (whole(o, h)) {
			script_real(s, h + 0.5);
			script_int(s, o->median[h]);
			script_int(s, o->low[h]);
			script_int(s, o->high[h]);
		}
		script_row(s);
	}
	put_edge(s, o, CHART_HOURS);
	script_data_end(s);
	script_data(s, "PEAKS");
	for (int h = 0; h < CHART_HOURS; h++) {
		if (o->most[h] == CHART_NONE) {
			script_row(s);
			continue;
		}
		for (int end = 0; end < 2; end++) {
			script_int(s, h + end);
			script_int(s, o->most[h]);
			script_row(s);
		}
	}
	script_data_end(s);
}

static void
put_tips(struct script *s, const struct online *x)
{
	static const struct {
		enum chart_word word;
		size_t at;
	} part[] = {
		{ CHART_WORD_MEDIAN, offsetof(struct chart_online, median) },
		{ CHART_WORD_MAXIMUM, offsetof(struct chart_online, most) } };
	struct buf text = { 0 }, number = { 0 };

	script_data(s, "TIPS");
	for (int h = 0; h < CHART_HOURS; h++) {
		buf_clear(&text);
		frame_hours(&text, x->f, h, h + 1);
		for (int p = 0; p < 2; p++) {
			const int64_t *v = (const int64_t *)(const void *)
			    ((const char *)x->o + part[p].at);

			if (v[h] == CHART_NONE)
				continue;
			buf_clear(&number);
			frame_hundredths(&number, x->f, v[h]);
			frame_tip(&text, 0, frame_word(x->f, part[p].word),
			    buf_text(&number));
		}
		if (x->o->low[h] != CHART_NONE && x->o->high[h] != CHART_NONE) {
			buf_clear(&number);
			frame_hundredths(&number, x->f, x->o->low[h]);
			buf_puts(&number, "–");
			frame_hundredths(&number, x->f, x->o->high[h]);
			frame_tip(&text, 0, frame_word(x->f, CHART_WORD_BAND),
			    buf_text(&number));
		}
		frame_tip_row(s, (struct script_box){ h, x->scale.top, h + 1, 0 },
		    buf_text(&text));
	}
	script_data_end(s);
	buf_close(&number);
	buf_close(&text);
}

static void
put_marks(struct script *s, const struct online *x)
{
	struct script_type type = { STYLE_MUTED, SCRIPT_CENTER, FRAME_AXIS, false,
		false };
	struct buf text = { 0 };
	char number[16];

	for (int h = 0; h < CHART_HOURS; h++) {
		int from = h;

		while (h < CHART_HOURS && (x->o->office >> h & 1) != 0)
			h++;
		if (h > from)
			script_rect(s, (struct script_box){ script_x(s, from),
			    s->area.y0, script_x(s, h), s->area.y1 },
			    STYLE_WEEKEND, SCRIPT_BEHIND);
	}
	for (int h = 0; h <= CHART_HOURS; h += s->page.width >= 560 ? 3 : 6) {
		snprintf(number, sizeof(number), "%d", h);
		buf_clear(&text);
		frame_fill(&text, x->f, CHART_WORD_HOUR_OF, number);
		script_label(s, script_x(s, h), s->area.y1 + 12, &type,
		    buf_text(&text));
	}
	if (x->greatest < CHART_HOURS) {
		int64_t most = x->o->most[x->greatest];

		type.ink = STYLE_LINE;
		type.bold = true;
		buf_clear(&text);
		frame_hundredths(&text, x->f, most);
		script_label(s, script_x(s, x->greatest + 0.5),
		    script_y(s, (double)most) - 9, &type, buf_text(&text));
	}
	buf_close(&text);
}

static void
put_plot(struct script *s, const struct online *x)
{
	if (!x->known) {
		frame_plot_tips(s, "plot ");
		return;
	}
	script_code(s, "plot $MEANS using 1:3:4 with filledcurves linecolor rgb '%s'",
	    script_hex(s, STYLE_BAND));
	script_code(s, ", $MEANS using 1:3 with lines linewidth 0.8 linecolor rgb '%s'"
	    ", $MEANS using 1:4 with lines linewidth 0.8 linecolor rgb '%s'",
	    script_hex(s, STYLE_BAR), script_hex(s, STYLE_BAR));
	script_code(s, ", $PEAKS using 1:2 with lines linewidth 1.4 linecolor rgb '%s'",
	    script_hex(s, STYLE_LINE));
	script_code(s, ", $MEANS using 1:2 with lines linewidth 2.6 linecolor rgb '%s'",
	    script_hex(s, STYLE_STRONG));
	frame_plot_tips(s, ", ");
}

void
chart_online(struct script *s, const struct chart_frame *f,
    const struct chart_online *o)
{
	struct online x = survey(f, o);
	struct frame frame = { .f = f, .plot = PLOT_HEIGHT, .right = frame_edge(s) + 18,
		.left = frame_ticks_width(s, f, &x.scale, 100),
		.above = 10, .below = 24 };

	if (x.known) {
		frame_key(&frame, FRAME_STROKE, STYLE_STRONG,
		    frame_word(f, CHART_WORD_MEDIAN));
		frame_key(&frame, FRAME_PALE, STYLE_BAND, frame_word(f, CHART_WORD_BAND));
		frame_key(&frame, FRAME_STROKE, STYLE_LINE,
		    frame_word(f, CHART_WORD_MAXIMUM));
	}
	if (o->office != 0)
		frame_key(&frame, FRAME_PALE, STYLE_WEEKEND,
		    frame_word(f, CHART_WORD_OFFICE));
	frame_open(s, &frame);
	script_ranges(s, 0, CHART_HOURS, 0, x.scale.top);
	frame_ticks(s, f, &x.scale, 100);
	put_marks(s, &x);
	if (!x.known)
		frame_nothing(s, f);
	put_data(s, o);
	if (script_points(s))
		put_tips(s, &x);
	put_plot(s, &x);
	script_shut(s);
}

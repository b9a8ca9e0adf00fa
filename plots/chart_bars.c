/* SPDX-License-Identifier: MIT */
#include <stdio.h>

#include "common/number.h"
#include "plots/frame.h"

#define PLOT_HEIGHT 216.0
#define WIDEST 72.0 /* pixels of a bar */

struct bars {
	const struct chart_frame *f;
	const struct chart_bars *d;
	struct scale scale;
	bool states[3], partial, running, unknown, known;
};

static const enum style_colour inks[] = {
	[CHART_BAR_REST] = STYLE_REST,
	[CHART_BAR_THIS] = STYLE_STRONG,
	[CHART_BAR_YEAR_AGO] = STYLE_BAR,
};

static struct bars
survey(const struct chart_frame *f, const struct chart_bars *d)
{
	struct bars x = { .f = f, .d = d };
	int64_t most = 0;

	for (size_t i = 0; i < d->n; i++) {
		const struct chart_bar *b = &d->bar[i];

		most = b->visits > most ? b->visits : most;
		x.partial |= b->partial && !b->running;
		x.running |= b->running;
		x.unknown |= b->visits == CHART_NONE;
		x.known |= b->visits != CHART_NONE;
		x.states[b->state] = true;
	}
	x.scale = scale_of(most, 1, 5);
	return x;
}

static void
put_name(struct buf *out, const struct bars *x, const struct chart_bar *b)
{
	if (b->month > 0)
		buf_printf(out, "%s %d", frame_month(x->f, b->month), b->year);
	else
		buf_printf(out, "%d", b->year);
}

/* Every how many bars a name fits. */
static size_t
names_each(const struct script *s, const struct bars *x)
{
	double slot = (s->area.x1 - s->area.x0) / (double)x->d->n, widest = 0;
	char year[16];

	for (size_t i = 0; i < x->d->n; i++) {
		const struct chart_bar *b = &x->d->bar[i];

		snprintf(year, sizeof(year), "%d", b->year);
		double w = frame_width(b->month > 0 ? frame_month(x->f, b->month) :
		    year, FRAME_AXIS, false);

		widest = w > widest ? w : widest;
	}
	return (size_t)(widest / slot) + 1;
}

/* Month and, where a year begins, the year; counted from the last. */
static void
put_axis(struct script *s, const struct bars *x)
{
	struct frame_places places = { 0 };
	size_t each = names_each(s, x);
	char year[16];

	for (size_t i = 0; i < x->d->n; i++) {
		const struct chart_bar *b = &x->d->bar[i];
		double at = script_x(s, (double)i + 1), y = s->area.y1 + 13;
		struct script_type name = { STYLE_FG, SCRIPT_CENTER, FRAME_AXIS,
			b->state == CHART_BAR_THIS, false };
		const struct script_type below = { STYLE_MUTED, SCRIPT_CENTER, 10,
			false, false };

		snprintf(year, sizeof(year), "%d", b->year);
		if ((x->d->n - 1 - i) % each == 0)
			script_label(s, at, y, &name, b->month > 0 ?
			    frame_month(x->f, b->month) : year);
		if (b->visits == CHART_NONE && x->known)
			script_label(s, at, s->area.y1 - 9, &below, "–");
		if (b->month > 0 && (i == 0 || b->month == 1) &&
		    frame_place(&places, frame_box(at, y + 15, &below, year)))
			script_label(s, at, y + 15, &below, year);
	}
}

/* The bars themselves: no other's figure may lie on them. */
static void
take_bars(const struct script *s, const struct bars *x,
    struct frame_places *places)
{
	for (size_t i = 0; i < x->d->n; i++) {
		int64_t n = x->d->bar[i].visits;

		if (n > 0)
			frame_place(places, (struct script_box){
			    script_x(s, (double)i + 0.67), script_y(s, (double)n),
			    script_x(s, (double)i + 1.33), s->area.y1 });
	}
}

/* Figures over the bars: first those that are meant, then as many others as fit. */
static void
put_figures(struct script *s, const struct bars *x)
{
	struct frame_places places = { 0 };
	struct buf text = { 0 };

	take_bars(s, x, &places);
	for (int round = 0; round < 2; round++)
		for (size_t i = 0; i < x->d->n; i++) {
			const struct chart_bar *b = &x->d->bar[i];
			bool rest = b->state == CHART_BAR_REST;
			struct script_type type = { rest ? STYLE_MUTED : STYLE_FG,
				SCRIPT_CENTER, FRAME_AXIS,
				b->state == CHART_BAR_THIS, false };
			double at = script_x(s, (double)i + 1), most;

			if (rest != (round > 0) || b->visits == CHART_NONE)
				continue;
			double y = script_y(s, (double)b->visits) - 9;

			buf_clear(&text);
			number_put(&text, b->visits, x->f->lang);
			most = s->page.width - 2 - frame_width(buf_text(&text),
			    type.size, type.bold) / 2;
			at = at > most ? most : at;
			if (frame_place(&places, frame_box(at, y, &type,
			    buf_text(&text))) || b->state == CHART_BAR_THIS)
				script_label(s, at, y, &type, buf_text(&text));
		}
	buf_close(&text);
}

static void
put_data(struct script *s, const struct bars *x)
{
	struct buf text = { 0 };

	script_data(s, "BARS");
	for (size_t i = 0; i < x->d->n; i++) {
		const struct chart_bar *b = &x->d->bar[i];

		if (b->visits == CHART_NONE)
			continue;
		script_int(s, (int64_t)i + 1);
		script_int(s, b->visits);
		script_ink(s, inks[b->state]);
		script_int(s, b->running ? 2 : b->partial ? 1 : 0);
		script_row(s);
	}
	script_data_end(s);
	if (!script_points(s))
		return;
	script_data(s, "TIPS");
	for (size_t i = 0; i < x->d->n; i++) {
		const struct chart_bar *b = &x->d->bar[i];

		buf_clear(&text);
		put_name(&text, x, b);
		frame_tip_count(&text, 0, x->f, CHART_WORD_VISITS, b->visits);
		if (b->visits == CHART_NONE || b->partial || b->running)
			buf_printf(&text, " · %s", frame_word(x->f,
			    b->visits == CHART_NONE ? CHART_WORD_NO_FIGURES :
			    b->running ? CHART_WORD_RUNNING : CHART_WORD_PARTIAL));
		frame_tip_row(s, (struct script_box){ (double)i + 0.5, x->scale.top,
		    (double)i + 1.5, 0 }, buf_text(&text));
	}
	script_data_end(s);
	buf_close(&text);
}

static void
put_plot(struct script *s, const struct bars *x)
{
	if (!x->known) {
		frame_plot_tips(s, "plot ");
		return;
	}
	double slot = (s->area.x1 - s->area.x0) / (double)x->d->n;
	int percent = slot * 0.66 > WIDEST ? (int)(WIDEST / slot * 100) : 66;
	script_code(s, "set boxwidth 0.%02d absolute\n"
	    "plot $BARS using 1:2:3 with boxes linecolor rgb variable", percent);
	if (x->partial)
		script_code(s, ", $BARS using ($4==1?$1:NaN):2 with boxes linecolor rgb "
		    "'%s', $BARS using ($4==1?$1:NaN):2:3 with boxes linecolor rgb "
		    "variable fillstyle transparent pattern 4 border",
		    script_hex(s, STYLE_BG));
	if (x->running)
		script_code(s, ", $BARS using ($4==2?$1:NaN):2 with boxes fillcolor rgb "
		    "'%s' fillstyle solid 1 border linecolor rgb '%s'",
		    script_hex(s, STYLE_BAND), script_hex(s, STYLE_STRONG));
	frame_plot_tips(s, ", ");
}

void
chart_bars(struct script *s, const struct chart_frame *f,
    const struct chart_bars *d)
{
	struct bars x = survey(f, d);
	struct frame frame = { .f = f, .plot = PLOT_HEIGHT, .right = frame_edge(s) + 2,
		.left = frame_ticks_width(s, f, &x.scale, 1),
		.above = 16, .below = d->bar[0].month > 0 ? 38 : 24 };

	if (x.states[CHART_BAR_YEAR_AGO])
		frame_key(&frame, FRAME_BOX, STYLE_BAR,
		    frame_word(f, CHART_WORD_LAST_YEAR));
	if (x.running)
		frame_key(&frame, FRAME_PALE, STYLE_BAND,
		    frame_word(f, CHART_WORD_RUNNING));
	if (x.partial)
		frame_key(&frame, FRAME_HATCHED, STYLE_REST,
		    frame_word(f, CHART_WORD_PARTIAL));
	frame_open(s, &frame);
	script_ranges(s, 0.5, (double)d->n + 0.5, 0, x.scale.top);
	frame_ticks(s, f, &x.scale, 1);
	put_axis(s, &x);
	put_figures(s, &x);
	if (!x.known)
		frame_nothing(s, f);
	put_data(s, &x);
	put_plot(s, &x);
	script_shut(s);
}

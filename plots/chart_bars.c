/* SPDX-License-Identifier: MIT */
#include <stdio.h>

#include "common/number.h"
#include "plots/frame.h"

#define PLOT_HEIGHT 216.0

struct bars {
	const struct chart_frame *f;
	const struct chart_bars *d;
	struct scale scale;
	bool rows[3], partial, running, unknown, known;
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
		x.rows[b->state] = true;
	}
	x.scale = scale_of(most, 1, 4);
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

/* Month and, where a year begins, the year; as many as fit. */
static void
put_axis(struct script *s, const struct bars *x)
{
	struct script_type type = { STYLE_FG, SCRIPT_CENTER, FRAME_AXIS, false,
		false };
	struct frame_places places = { 0 };
	char year[16];

	for (size_t i = 0; i < x->d->n; i++) {
		const struct chart_bar *b = &x->d->bar[i];
		double at = script_x(s, (double)i + 1), y = s->area.y1 + 13;

		snprintf(year, sizeof(year), "%d", b->year);
		const char *text = b->month > 0 ? frame_month(x->f, b->month) : year;
		type.bold = b->state == CHART_BAR_THIS;
		type.size = FRAME_AXIS;
		type.ink = STYLE_FG;
		struct script_box box = frame_box(at, y, &type, text);

		box.x1 += 3;
		bool put = frame_place(&places, box);
		if (put)
			script_label(s, at, y, &type, text);
		if (b->month == 0 || (i > 0 && b->month != 1))
			continue;
		type.bold = false;
		type.size = 10;
		type.ink = STYLE_MUTED;
		box = frame_box(at, y + 15, &type, year);
		if (frame_place(&places, box))
			script_label(s, at, y + 15, &type, year);
	}
}

/* Figures over the bars: first those that are meant, then as many others as fit. */
static void
put_figures(struct script *s, const struct bars *x)
{
	struct frame_places places = { 0 };
	struct buf text = { 0 };

	for (int round = CHART_BAR_YEAR_AGO; round >= CHART_BAR_REST; round--)
		for (size_t i = 0; i < x->d->n; i++) {
			const struct chart_bar *b = &x->d->bar[i];
			struct script_type type = { b->state == CHART_BAR_REST ?
				STYLE_MUTED : STYLE_FG, SCRIPT_CENTER, FRAME_AXIS,
				b->state == CHART_BAR_THIS, false };
			double at = script_x(s, (double)i + 1);

			if ((int)b->state != round || b->visits == CHART_NONE)
				continue;
			double y = script_y(s, (double)b->visits) - 9;

			buf_clear(&text);
			number_put(&text, b->visits, x->f->lang);
			double half = frame_width(buf_text(&text), type.size,
			    type.bold) / 2;
			if (at + half > s->page.width - 2)
				at = s->page.width - 2 - half;
			struct script_box box = frame_box(at, y, &type,
			    buf_text(&text));
			/* No figure may lie on a neighbour's bar either. */
			box.y1 = s->area.y1;
			box.x1 += 4;
			if (frame_place(&places, box))
				script_label(s, at, y, &type, buf_text(&text));
			if (b->state != CHART_BAR_YEAR_AGO)
				continue;
			const char *note = frame_word(x->f, CHART_WORD_LAST_YEAR);
			type = (struct script_type){ STYLE_MUTED, SCRIPT_CENTER,
				FRAME_SMALL, false, false };
			half = frame_width(note, FRAME_SMALL, false) / 2;
			if (at - half < s->area.x0 + 2)
				at = s->area.x0 + 2 + half;
			box = frame_box(at, y - 14, &type, note);
			if (frame_place(&places, box))
				script_label(s, at, y - 14, &type, note);
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
		script_int(s, b->partial || b->running);
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
	script_code(s, "set boxwidth 0.66 absolute\n"
	    "plot $BARS using 1:2:3 with boxes linecolor rgb variable");
	if (x->partial || x->running)
		script_code(s, ", $BARS using ($4>0?$1:NaN):2 with boxes linecolor rgb "
		    "'%s', $BARS using ($4>0?$1:NaN):2:3 with boxes linecolor rgb "
		    "variable fillstyle transparent pattern 4 border",
		    script_hex(s, STYLE_BG));
	frame_plot_tips(s, ", ");
}

void
chart_bars(struct script *s, const struct chart_frame *f,
    const struct chart_bars *d)
{
	struct bars x = survey(f, d);
	struct frame frame = { .f = f, .plot = PLOT_HEIGHT, .right = 14,
		.left = frame_ticks_width(f, &x.scale, 1) + 6,
		.above = 16, .below = d->bar[0].month > 0 ? 38 : 24 };

	if (x.running)
		frame_key(&frame, FRAME_HATCHED, STYLE_STRONG,
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

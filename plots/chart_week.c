/* SPDX-License-Identifier: MIT */
#include "common/number.h"
#include "plots/frame.h"

#define CELL_HEIGHT 27.0
#define GAP 1.0
#define SCALE_CELL 14.0

enum { DAYS = 7 };

struct week {
	const struct chart_frame *f;
	const struct chart_week *w;
	int64_t most; /* of the cells; 0: none is known, or all are zero */
	bool known, unknown;
};

/* The square root spreads the many small figures over the steps. */
static int
level(const struct week *x, int64_t n)
{
	double part = x->most > 0 ? (double)n / (double)x->most : 0;
	int l = 0;

	while (l + 1 < STYLE_HEATS && part * STYLE_HEATS * STYLE_HEATS >=
	    (double)((l + 1) * (l + 1)))
		l++;
	return n > 0 ? l : 0;
}

static enum style_colour
heat(int l)
{
	return (enum style_colour)((int)STYLE_HEAT0 + l);
}

static struct week
survey(const struct chart_frame *f, const struct chart_week *w)
{
	struct week x = { .f = f, .w = w };

	for (int d = 0; d < DAYS; d++)
		for (int h = 0; h < CHART_HOURS; h++) {
			int64_t n = w->mean[d][h];

			x.known |= n != CHART_NONE;
			x.unknown |= n == CHART_NONE;
			x.most = n > x.most ? n : x.most;
		}
	return x;
}

static struct script_box
cell(const struct script *s, int d, int h)
{
	return (struct script_box){ script_x(s, h - 0.5), script_y(s, d - 0.5),
		script_x(s, h + 0.5), script_y(s, d + 0.5) };
}

static void
put_cell_text(struct buf *out, const struct week *x, int64_t n)
{
	buf_clear(out);
	if (n == 0)
		buf_puts(out, "·");
	else
		frame_hundredths(out, x->f, n);
}

/* The size in which all figures fit into their cells, or 0. */
static double
text_size(const struct script *s, const struct week *x)
{
	double room = (s->area.x1 - s->area.x0) / CHART_HOURS - 3, widest = 0;
	struct buf text = { 0 };

	for (int d = 0; d < DAYS; d++)
		for (int h = 0; h < CHART_HOURS; h++) {
			if (x->w->mean[d][h] == CHART_NONE)
				continue;
			put_cell_text(&text, x, x->w->mean[d][h]);
			double w = frame_width(buf_text(&text), 100, false);

			widest = w > widest ? w : widest;
		}
	buf_close(&text);
	double size = widest > 0 ? room / widest * 100 : 0;
	return size < 7.5 ? 0 : size > 10 ? 10 : size;
}

static void
put_figures(struct script *s, const struct week *x)
{
	struct script_type type = { STYLE_HEAT_LOW, SCRIPT_CENTER, text_size(s, x),
		false, false };
	struct buf text = { 0 };

	for (int d = 0; d < DAYS; d++)
		for (int h = 0; h < CHART_HOURS; h++) {
			int64_t n = x->w->mean[d][h];
			struct script_box c = cell(s, d, h);

			if (n == CHART_NONE) {
				script_hatch(s, (struct script_box){ c.x0 + GAP,
				    c.y0 + GAP, c.x1 - GAP, c.y1 - GAP },
				    STYLE_HATCH, SCRIPT_BEHIND);
				continue;
			}
			if (type.size == 0)
				continue;
			type.ink = level(x, n) < STYLE_HEATS_LOW ? STYLE_HEAT_LOW :
			    STYLE_HEAT_HIGH;
			put_cell_text(&text, x, n);
			script_label(s, script_x(s, h), script_y(s, d), &type,
			    buf_text(&text));
		}
	buf_close(&text);
}

static void
put_heads(struct script *s, const struct week *x, bool wide)
{
	struct script_type day = { STYLE_FG, SCRIPT_RIGHT, wide ? 11.5 : FRAME_AXIS,
		false, false };
	struct script_type total = { STYLE_FG, SCRIPT_LEFT, 11.5, true, false };
	struct script_type hour = { STYLE_MUTED, SCRIPT_CENTER, 10.5, false, false };
	int each = (s->area.x1 - s->area.x0) / CHART_HOURS >= 17 ? 1 : 3;
	struct buf text = { 0 };

	for (int d = 0; d < DAYS; d++) {
		script_label(s, s->area.x0 - 7, script_y(s, d), &day, wide ?
		    x->f->word[(int)CHART_WORD_MONDAY + d] :
		    frame_weekday(x->f, d));
		buf_clear(&text);
		if (x->w->total[d] == CHART_NONE)
			buf_puts(&text, "–");
		else
			frame_hundredths(&text, x->f, x->w->total[d]);
		script_label(s, s->area.x1 + 8, script_y(s, d), &total,
		    buf_text(&text));
	}
	for (int h = 0; h < CHART_HOURS; h += each) {
		buf_clear(&text);
		buf_printf(&text, "%d", h);
		script_label(s, script_x(s, h), s->area.y1 + 12, &hour,
		    buf_text(&text));
	}
	hour.align = SCRIPT_RIGHT;
	script_label(s, s->area.x0 - 7, s->area.y1 + 12, &hour,
	    frame_word(x->f, CHART_WORD_HOUR_AXIS));
	hour.align = SCRIPT_RIGHT;
	script_label(s, s->page.width - frame_edge(s), s->area.y0 - 10, &hour,
	    frame_word(x->f, CHART_WORD_PER_DAY));
	buf_close(&text);
}

/* The steps of colour, from zero to the most, above the left of the cells. */
static void
put_scale(struct script *s, const struct week *x)
{
	struct script_type type = { STYLE_MUTED, SCRIPT_LEFT, 10.5, false, false };
	double left = s->area.x0 + 2, y = s->area.y0 - 16;
	struct buf text = { 0 };

	if (x->most == 0)
		return;
	script_label(s, left, y + 6, &type, "0");
	left += 12;
	for (int l = 0; l < STYLE_HEATS; l++, left += SCALE_CELL)
		script_rect(s, (struct script_box){ left, y, left + SCALE_CELL,
		    y + 11 }, heat(l), SCRIPT_FRONT);
	script_outline(s, (struct script_box){ left - STYLE_HEATS * SCALE_CELL, y,
	    left, y + 11 }, STYLE_AXIS, 0.5);
	frame_hundredths(&text, x->f, x->most);
	script_label(s, left + 6, y + 6, &type, buf_text(&text));
	buf_close(&text);
}

/* Office hours: a frame around each block of them that days in a row have alike. */
static void
put_office(struct script *s, const struct week *x)
{
	for (int d = 0, to; d < DAYS; d = to) {
		uint32_t bits = x->w->office[d];

		for (to = d + 1; to < DAYS && x->w->office[to] == bits; to++)
			;
		for (int h = 0; h < CHART_HOURS; h++) {
			int from = h;

			while (h < CHART_HOURS && (bits >> h & 1) != 0)
				h++;
			if (h > from)
				script_outline(s, (struct script_box){
				    script_x(s, from - 0.5), script_y(s, d - 0.5),
				    script_x(s, h - 0.5), script_y(s, to - 0.5) },
				    STYLE_LINE, 1.8);
		}
	}
}

static void
put_cells(struct script *s, const struct week *x)
{
	double gap_x = GAP * 24 / (s->area.x1 - s->area.x0);
	double gap_y = GAP * DAYS / (s->area.y1 - s->area.y0);
	struct buf text = { 0 };

	script_data(s, "CELLS");
	for (int d = 0; d < DAYS; d++)
		for (int h = 0; h < CHART_HOURS; h++) {
			int64_t n = x->w->mean[d][h];

			if (n == CHART_NONE)
				continue;
			buf_clear(&text);
			buf_printf(&text, "%s, ",
			    x->f->word[(int)CHART_WORD_MONDAY + d]);
			frame_hours(&text, x->f, h, h + 1);
			buf_puts(&text, ": ");
			frame_hundredths(&text, x->f, n);
			frame_area_row(s, (struct script_box){ h - 0.5 + gap_x,
			    d - 0.5 + gap_y, h + 0.5 - gap_x, d + 0.5 - gap_y },
			    heat(level(x, n)), buf_text(&text));
		}
	script_data_end(s);
	buf_close(&text);
}

void
chart_week(struct script *s, const struct chart_frame *f,
    const struct chart_week *w)
{
	struct week x = survey(f, w);
	bool wide = s->page.width >= 640, office = false;
	struct frame frame = { .f = f, .plot = CELL_HEIGHT * DAYS, .above = 22,
		.below = 24, .left = frame_edge(s) + 8,
		.right = frame_edge(s) + 10 };
	struct buf text = { 0 };
	double name = 0, total = 0;

	for (int d = 0; d < DAYS; d++) {
		double n = frame_width(wide ? f->word[(int)CHART_WORD_MONDAY + d] :
		    frame_weekday(f, d), 11.5, false);

		name = n > name ? n : name;
		office |= w->office[d] != 0;
		if (w->total[d] == CHART_NONE)
			continue;
		buf_clear(&text);
		frame_hundredths(&text, f, w->total[d]);
		n = frame_width(buf_text(&text), 11.5, true);
		total = n > total ? n : total;
	}
	buf_close(&text);
	frame.left += name;
	frame.right += total;
	if (office)
		frame_key(&frame, FRAME_OUTLINE, STYLE_LINE,
		    frame_word(f, CHART_WORD_OFFICE));
	if (x.unknown)
		frame_key(&frame, FRAME_HATCHED, STYLE_HATCH,
		    frame_word(f, CHART_WORD_NO_LOG));
	frame_open(s, &frame);
	script_ranges(s, -0.5, CHART_HOURS - 0.5, DAYS - 0.5, -0.5);
	put_figures(s, &x);
	put_heads(s, &x, wide);
	put_scale(s, &x);
	put_office(s, &x);
	if (!x.known)
		frame_nothing(s, f);
	put_cells(s, &x);
	script_code(s, x.known ? "plot $CELLS using 1:2:3:4:5:6:7 with boxxyerror "
	    "linecolor rgb variable\n" : "plot NaN\n");
	script_shut(s);
}

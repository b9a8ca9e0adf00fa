/* SPDX-License-Identifier: MIT */
#include <stdio.h>

#include "plots/frame.h"

#define PANEL_HEIGHT 200.0 /* of a small chart's area */
#define PANEL_ABOVE 40.0   /* for its name and the figure of a rank 1 */
#define PANEL_BELOW 34.0
#define PANEL_LEFT 30.0    /* for its ticks */
#define PANEL_RIGHT 26.0
#define POINT 15.0         /* from a point to the middle of its figure */

static const enum style_colour inks[] = { STYLE_STRONG, STYLE_LINE, STYLE_THIRD };

/* One small chart, in pixels. */
struct panel {
	const struct chart_index *index;
	struct script_box box;
	enum style_colour ink;
	int64_t last;     /* the worst rank that there was */
	int first, years; /* the least year, and how many there are to the greatest */
};

static bool
sound(const struct chart_rank *r)
{
	return r->rank >= 1 && r->of >= r->rank && r->year >= 0 && r->year <= 9999;
}

static double
panel_x(const struct panel *p, int year)
{
	return p->box.x0 + (year - p->first + 0.5) * (p->box.x1 - p->box.x0) /
	    p->years;
}

/* Rank 1 is at the top. */
static double
panel_y(const struct panel *p, double rank)
{
	return p->box.y0 + (rank - 0.5) / (double)p->last *
	    (p->box.y1 - p->box.y0);
}

static void
put_ticks(struct script *s, const struct panel *p)
{
	const struct script_type type = { STYLE_MUTED, SCRIPT_RIGHT, FRAME_AXIS,
		false, false };
	const struct script_pen pen = { STYLE_GRID, 1, false };
	struct scale scale = scale_of(p->last, 1, 3);
	struct frame_places places = { 0 };
	char number[24];

	for (int i = 0; i <= scale.n + 1; i++) {
		/* 1, the last, then round ones between them */
		int64_t rank = i == 0 ? 1 : i == 1 ? p->last : (i - 1) * scale.step;
		double y = panel_y(p, (double)rank);

		if (rank > p->last)
			continue;
		snprintf(number, sizeof(number), "%lld", (long long)rank);
		if (!frame_place(&places, frame_box(p->box.x0 - 6, y, &type, number)))
			continue;
		script_line(s, (struct script_box){ p->box.x0, y, p->box.x1, y },
		    &pen, SCRIPT_BEHIND);
		script_label(s, p->box.x0 - 6, y, &type, number);
	}
}

/* Where the figure of a point stands free of the line: on the side that the line to
 * either neighbour leaves. */
static void
put_figure(struct script *s, const struct panel *p, size_t i)
{
	const struct chart_rank *r = &p->index->rank[i];
	struct script_type type = { p->ink, SCRIPT_CENTER, 12.5, true, false };
	double x = panel_x(p, r->year), y = panel_y(p, (double)r->rank);
	double before = i > 0 ? (double)(r[-1].rank - r->rank) : 0;
	double after = i + 1 < p->index->n ? (double)(r[1].rank - r->rank) : 0;
	char text[50];

	snprintf(text, sizeof(text), "%lld/%lld", (long long)r->rank,
	    (long long)r->of);
	if (before >= 0 && after >= 0) {
		y -= POINT;
	} else if (before <= 0 && after <= 0 && y + POINT + 6 < p->box.y1 + 4) {
		y += POINT;
	} else {
		type.align = before > 0 || after < 0 ? SCRIPT_RIGHT : SCRIPT_LEFT;
		x += type.align == SCRIPT_RIGHT ? -8 : 8;
		y -= 9;
	}
	struct script_box b = frame_box(x, y, &type, text);
	if (b.x0 < p->box.x0 - 22)
		x += p->box.x0 - 22 - b.x0;
	if (b.x1 > p->box.x1 + 22)
		x -= b.x1 - p->box.x1 - 22;
	script_label(s, x, y, &type, text);
}

static void
put_panel(struct script *s, const struct panel *p, int number)
{
	const struct script_type name = { p->ink, SCRIPT_LEFT, 13, true, false };
	struct script_type year = { STYLE_FG, SCRIPT_CENTER, 11.5, false, false };
	double slot = (p->box.x1 - p->box.x0) / p->years;
	double half = slot * 0.2 > 18 ? 18 : slot * 0.2;
	struct buf text = { 0 };
	struct frame_places places = { 0 };
	char block[16], of[16];

	frame_cut(s, &text, p->index->name, &name, p->box.x1 - p->box.x0 +
	    PANEL_LEFT + PANEL_RIGHT - 8);
	script_label(s, p->box.x0 - PANEL_LEFT + 6, p->box.y0 - 32, &name,
	    buf_text(&text));
	buf_close(&text);
	put_ticks(s, p);
	for (size_t i = 0; i < p->index->n; i++) {
		const struct chart_rank *r = &p->index->rank[i];
		double x = panel_x(p, r->year);

		if (!sound(r))
			continue;
		script_rect(s, (struct script_box){ x - half, panel_y(p, 0.5),
		    x + half, panel_y(p, (double)r->of + 0.5) }, STYLE_FIELD,
		    SCRIPT_BEHIND);
		snprintf(of, sizeof(of), "%d", r->year);
		if (frame_place(&places, frame_box(x, p->box.y1 + 13, &year, of)))
			script_label(s, x, p->box.y1 + 13, &year, of);
		put_figure(s, p, i);
	}
	snprintf(block, sizeof(block), "R%d", number);
	script_data(s, block);
	for (size_t i = 0; i < p->index->n; i++) {
		const struct chart_rank *r = &p->index->rank[i];

		if (!sound(r))
			continue;
		script_real(s, panel_x(p, r->year));
		script_real(s, panel_y(p, (double)r->rank));
		script_row(s);
	}
	script_data_end(s);
}

static struct panel
panel_of(const struct chart_index *index, int number)
{
	struct panel p = { .index = index, .last = 1, .ink = inks[number % 3],
		.first = 0, .years = 1 };
	int greatest = 0;
	bool any = false;

	for (size_t i = 0; i < index->n; i++) {
		const struct chart_rank *r = &index->rank[i];

		if (!sound(r))
			continue;
		p.first = any && p.first < r->year ? p.first : r->year;
		greatest = any && greatest > r->year ? greatest : r->year;
		p.last = r->of > p.last ? r->of : p.last;
		any = true;
	}
	p.years = greatest - p.first + 1;
	return p;
}

/* A row of panels, as wide as their years want. */
static void
put_row(struct script *s, const struct chart_ranks *d, size_t from, size_t to)
{
	double all = 0, x = frame_edge(s) - 6;
	size_t cols = to - from;
	double room = s->page.width - x - 4 - (PANEL_LEFT + PANEL_RIGHT) *
	    (double)cols;
	double y = s->area.y0;

	for (size_t i = from; i < to && i < d->n; i++)
		all += panel_of(&d->index[i], 0).years + 1.5;
	/* A last row with fewer keeps to its share of the width. */
	if (to > d->n)
		room = room * (double)(d->n - from) / (double)cols;
	for (size_t i = from; i < to && i < d->n; i++) {
		struct panel p = panel_of(&d->index[i], (int)i);
		double w = room * (p.years + 1.5) / all;

		p.box = (struct script_box){ x + PANEL_LEFT, y + PANEL_ABOVE,
			x + PANEL_LEFT + w, y + PANEL_ABOVE + PANEL_HEIGHT };
		put_panel(s, &p, (int)i);
		x += PANEL_LEFT + w + PANEL_RIGHT;
	}
}

void
chart_ranks(struct script *s, const struct chart_frame *f,
    const struct chart_ranks *d)
{
	size_t cols = s->page.width >= 720 ? 3 : s->page.width >= 420 ? 2 : 1;
	if (cols > d->n)
		cols = d->n > 0 ? d->n : 1;
	size_t rows = (d->n + cols - 1) / cols;
	double row = PANEL_ABOVE + PANEL_HEIGHT + PANEL_BELOW;
	struct frame frame = { .f = f, .plot = row * (double)(rows > 0 ? rows : 1),
		.left = 0, .right = 0 };
	const char *lead = "plot ";

	frame_key(&frame, FRAME_PALE, STYLE_FIELD, frame_word(f, CHART_WORD_RANK));
	frame_open(s, &frame);
	if (d->n == 0)
		frame_nothing(s, f);
	struct script_box area = s->area;
	for (size_t r = 0; r < rows; r++) {
		s->area.y0 = area.y0 + row * (double)r;
		put_row(s, d, r * cols, (r + 1) * cols);
	}
	/* Several areas in one: what is plotted is in pixels. */
	script_axes(s, (struct script_box){ 0, 0, s->page.width, s->page.height });
	script_ranges(s, 0, s->page.width, s->page.height, 0);
	for (size_t i = 0; i < d->n; i++, lead = ", ") {
		const char *ink = script_hex(s, inks[i % 3]);

		script_code(s, "%s$R%zu using 1:2 with lines linewidth 2.6 linecolor "
		    "rgb '%s', $R%zu using 1:2 with points pointtype 7 pointsize 1.3 "
		    "linecolor rgb '%s', $R%zu using 1:2 with points pointtype 7 "
		    "pointsize 0.95 linecolor rgb '%s'", lead, i, ink, i,
		    script_hex(s, STYLE_BG), i, ink);
	}
	script_code(s, d->n > 0 ? "\n" : "plot NaN\n");
	script_shut(s);
}

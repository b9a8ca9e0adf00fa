/* SPDX-License-Identifier: MIT */
#include "plots/frame.h"

#include <assert.h>

#include "common/advance.h"
#include "common/number.h"

enum {
	EDGE = 18,       /* free at the left and right of the picture */
	SWATCH = 13,
	KEY_GAP = 18,    /* between two keys */
	KEY_LINE = 18,
	TITLE = 16,      /* sizes and lines of type */
	TITLE_LINE = 21,
	SUBTITLE = 12,
	SUBTITLE_LINE = 17,
	LINES = 3,       /* of a title: more is cut */
	SOURCE_LINE = 27
};

double
frame_edge(const struct script *s)
{
	return s->page.theme == DRAW_PAGE ? 2 : EDGE;
}

void
frame_key(struct frame *frame, enum frame_mark mark, enum style_colour ink,
    const char *text)
{
	assert(frame->keys < FRAME_KEYS);
	frame->key[frame->keys++] = (struct frame_key){ mark, ink, text };
}

/* Lines of text from y on; where they end. */
static double
put_lines(struct script *s, const char *text, double y,
    const struct script_type *type, double line)
{
	struct buf clean = { 0 }, one = { 0 };
	int width = s->page.width - 2 * EDGE;

	script_escape(&clean, span_of(text));
	struct span rest = buf_view(&clean);

	for (int i = 0; i < LINES && rest.n > 0; i++, y += line) {
		struct span all = rest, got = advance_line(&rest,
		    type->bold ? width * 9 / 10 : width, (int)type->size);

		buf_clear(&one);
		buf_span(&one, i + 1 < LINES ? got : all);
		struct buf cut = { 0 };

		frame_cut(s, &cut, buf_text(&one), type, width);
		script_label(s, EDGE, y + line / 2, type, buf_text(&cut));
		buf_close(&cut);
	}
	buf_close(&one);
	buf_close(&clean);
	return y;
}

/* The keys in lines; drawn, or only measured: where they end. */
static double
put_keys(struct script *s, const struct frame *frame, double y, bool draw)
{
	const struct script_type type = { STYLE_MUTED, SCRIPT_LEFT, FRAME_AXIS,
		false, false };
	double left = frame_edge(s), x = left, end = s->page.width - 4;

	if (frame->keys == 0)
		return y;
	for (int i = 0; i < frame->keys; i++) {
		const struct frame_key *key = &frame->key[i];
		double w = SWATCH + 7 + frame_width(key->text, FRAME_AXIS, false);

		if (x > left && x + w > end) {
			x = left;
			y += KEY_LINE;
		}
		struct script_box b = { x, y + 3.5, x + SWATCH, y + 14.5 };
		struct script_box flat = { x - 1, y + 9, x + SWATCH + 2, y + 9 };
		struct script_pen pen = { key->ink, 2.4,
			key->mark == FRAME_DASHES };

		if (draw) {
			if (key->mark == FRAME_STROKE || key->mark == FRAME_DASHES)
				script_line(s, flat, &pen, SCRIPT_FRONT);
			else if (key->mark == FRAME_HATCHED)
				script_hatch(s, b, key->ink, SCRIPT_FRONT);
			else if (key->mark != FRAME_OUTLINE)
				script_rect(s, b, key->ink, SCRIPT_FRONT);
			if (key->mark == FRAME_PALE || key->mark == FRAME_HATCHED)
				script_outline(s, b, STYLE_AXIS, 0.7);
			else if (key->mark == FRAME_OUTLINE)
				script_outline(s, b, key->ink, 1.6);
			script_label(s, x + SWATCH + 7, y + 9, &type, key->text);
		}
		x += w + KEY_GAP;
	}
	return y + KEY_LINE;
}

void
frame_open(struct script *s, const struct frame *frame)
{
	const struct chart_frame *f = frame->f;
	const struct script_type title = { STYLE_FG, SCRIPT_LEFT, TITLE, true, false },
	    subtitle = { STYLE_MUTED, SCRIPT_LEFT, SUBTITLE, false, false },
	    source = { STYLE_MUTED, SCRIPT_LEFT, FRAME_SMALL, false, false };
	bool alone = s->page.theme != DRAW_PAGE;
	bool foot = alone && f->source != NULL;
	double keys = put_keys(s, frame, 0, false), y = alone ? 12 : 0;
	struct script heads = *s; /* what stands above, before the height is known */

	/* Lines are counted on a picture of any height, then drawn on the right one. */
	heads.out = (struct buf){ 0 };
	heads.page.height = SCRIPT_MOST;
	if (alone && f->title != NULL)
		y = put_lines(&heads, f->title, y, &title, TITLE_LINE);
	if (alone && f->subtitle != NULL)
		y = put_lines(&heads, f->subtitle, y, &subtitle, SUBTITLE_LINE);
	buf_close(&heads.out);
	y += alone && y > 12 ? 7 : 0;
	double top = y + keys + (keys > 0 ? 6 : 0) + frame->above;
	double bottom = frame->below + (foot ? SOURCE_LINE : alone ? 8 : 2);

	script_open(s, f->id, (int)(top + frame->plot + bottom + 0.5));
	double end = s->page.height - bottom;
	if (end < top + 20)
		end = top + 20; /* a height that cannot be: too low for its words */
	put_keys(s, frame, y, true);
	y = 12;
	if (alone && f->title != NULL)
		y = put_lines(s, f->title, y, &title, TITLE_LINE);
	if (alone && f->subtitle != NULL)
		put_lines(s, f->subtitle, y, &subtitle, SUBTITLE_LINE);
	if (foot) {
		struct buf cut = { 0 };

		frame_cut(s, &cut, f->source, &source, s->page.width - 2 * EDGE);
		script_label(s, EDGE, s->page.height - 14, &source, buf_text(&cut));
		buf_close(&cut);
	}
	script_axes(s, (struct script_box){ frame->left, top,
	    s->page.width - frame->right, end });
}

void
frame_nothing(struct script *s, const struct chart_frame *f)
{
	const struct script_type type = { STYLE_MUTED, SCRIPT_CENTER, 13, false,
		false };
	const char *text = frame_word(f, CHART_WORD_NO_FIGURES);
	double x = (s->area.x0 + s->area.x1) / 2, y = (s->area.y0 + s->area.y1) / 2;
	struct script_box b = frame_box(x, y, &type, text);

	script_rect(s, (struct script_box){ b.x0 - 10, b.y0 - 6, b.x1 + 10,
	    b.y1 + 6 }, STYLE_BG, SCRIPT_FRONT);
	script_label(s, x, y, &type, text);
}

static void
put_tick(struct buf *out, const struct chart_frame *f, int64_t value,
    int64_t unit)
{
	if (value % unit == 0)
		number_put(out, value / unit, f->lang);
	else
		number_put_tenths(out, value / (unit / 10), f->lang);
}

double
frame_ticks_width(const struct script *s, const struct chart_frame *f,
    const struct scale *scale, int64_t unit)
{
	double most = 0;
	struct buf text = { 0 };

	for (int i = 0; i <= scale->n; i++) {
		buf_clear(&text);
		put_tick(&text, f, i * scale->step, unit);
		double w = frame_width(buf_text(&text), FRAME_AXIS, false);

		most = w > most ? w : most;
	}
	buf_close(&text);
	return most + 8 + frame_edge(s);
}

void
frame_ticks(struct script *s, const struct chart_frame *f,
    const struct scale *scale, int64_t unit)
{
	const struct script_type type = { STYLE_MUTED, SCRIPT_RIGHT, FRAME_AXIS,
		false, false };
	struct buf text = { 0 };

	for (int i = 0; i <= scale->n; i++) {
		double y = script_y(s, (double)i * (double)scale->step);
		struct script_pen pen = { i > 0 ? STYLE_GRID : STYLE_AXIS, 1, false };

		script_line(s, (struct script_box){ s->area.x0, y, s->area.x1, y },
		    &pen, SCRIPT_BEHIND);
		buf_clear(&text);
		put_tick(&text, f, i * scale->step, unit);
		script_label(s, s->area.x0 - 7, y, &type, buf_text(&text));
	}
	buf_close(&text);
}

void
frame_area_row(struct script *s, struct script_box area,
    enum style_colour colour, const char *text)
{
	bool turned = area.y0 > area.y1;

	script_real(s, (area.x0 + area.x1) / 2);
	script_real(s, area.y0 / 2 + area.y1 / 2);
	script_real(s, area.x0);
	script_real(s, area.x1);
	script_real(s, turned ? area.y1 : area.y0);
	script_real(s, turned ? area.y0 : area.y1);
	script_tip(s, colour, text);
	script_row(s);
}

void
frame_tip_row(struct script *s, struct script_box area, const char *text)
{
	frame_area_row(s, area, STYLE_TIP, text);
}

void
frame_plot_tips(struct script *s, const char *lead)
{
	if (script_points(s))
		script_code(s, "%s$TIPS using 1:2:3:4:5:6:7 with boxxyerror "
		    "linecolor rgb variable fillstyle transparent solid 0 noborder",
		    lead);
	else if (lead[0] == 'p')
		script_code(s, "plot NaN"); /* labels are drawn by a plot */
	script_code(s, "\n");
}

/* SPDX-License-Identifier: MIT */
#include "plots/calendar.h"

#include <stdio.h>

#include "common/civil.h"

enum {
	SLOT_EACH = 17,     /* pixels that a day needs for its number and weekday */
	SLOT_MOST = 96,
	SLOT_DATE = 30,     /* for "28/3" or "28 Mar" */
	WEEKEND_DAYS = 130  /* with more, they are a pattern that tells nothing */
};

struct calendar
calendar_of(const void *first, size_t stride, size_t n)
{
	struct calendar c = { first, stride, n, false };

	c.months = n > 1 && calendar_day(&c, 1) - calendar_day(&c, 0) >= 28;
	return c;
}

int32_t
calendar_day(const struct calendar *c, size_t i)
{
	int32_t day;

	memcpy(&day, c->first + i * c->stride, sizeof(day));
	return day;
}

void
calendar_ranges(struct script *s, const struct calendar *c, double bottom,
    double top)
{
	double days = (double)c->n, fit = (s->area.x1 - s->area.x0) / SLOT_MOST;
	double half = (fit > days ? fit : days) / 2, middle = (days + 1) / 2;

	script_ranges(s, middle - half, middle + half, bottom, top);
}

void
calendar_tip(struct buf *out, const struct chart_frame *f,
    const struct calendar *c, size_t i)
{
	int32_t day = calendar_day(c, i);
	struct civil date = civil_date(day);

	if (c->months)
		buf_printf(out, "%s %d", frame_month(f, date.month), date.year);
	else
		frame_date(out, f, day, true);
}

bool
calendar_weekends(struct script *s, const struct calendar *c, bool draw)
{
	bool any = false;

	if (c->months || c->n > WEEKEND_DAYS)
		return false;
	for (size_t i = 0; i < c->n; i++) {
		size_t from = i;

		while (i < c->n && civil_weekday(calendar_day(c, i)) >= 5)
			i++;
		if (i == from)
			continue;
		any = true;
		if (draw)
			script_rect(s, (struct script_box){
			    script_x(s, (double)from + 0.5), s->area.y0,
			    script_x(s, (double)i + 0.5), s->area.y1 },
			    STYLE_WEEKEND, SCRIPT_BEHIND);
	}
	return any;
}

static void
put_date(struct buf *out, const struct chart_frame *f, struct civil date)
{
	if (f->lang == LANG_VI)
		buf_printf(out, "%d/%d", date.day, date.month);
	else
		buf_printf(out, "%d %s", date.day, frame_month(f, date.month));
}

/* A label under day i; none where another is near. */
static bool
put_under(struct script *s, struct frame_places *places, double x,
    const struct script_type *type, struct span text)
{
	char copy[64];
	size_t n = text.n < sizeof(copy) ? text.n : sizeof(copy) - 1;

	memcpy(copy, text.p, n);
	copy[n] = '\0';
	double y = s->area.y1 + (type->size > 10 ? 12 : 27);
	struct script_box b = frame_box(x, y, type, copy);

	b.x0 -= 2;
	b.x1 += 2;
	if (b.x0 < 0 || b.x1 > s->page.width || !frame_place(places, b))
		return false;
	script_label(s, x, y, type, copy);
	return true;
}

/* A number and a weekday for each day; where the month changes, a date. */
static void
label_each(struct script *s, const struct chart_frame *f,
    const struct calendar *c)
{
	struct frame_places places = { 0 };
	struct buf text = { 0 };
	bool several = civil_month_start(calendar_day(c, 0)) !=
	    civil_month_start(calendar_day(c, c->n - 1)) || c->n < 3;

	for (size_t i = 0; i < c->n; i++) {
		int32_t day = calendar_day(c, i);
		struct civil date = civil_date(day);
		bool rest = civil_weekday(day) >= 5;
		struct script_type type = { rest ? STYLE_MUTED : STYLE_FG,
			SCRIPT_CENTER, FRAME_AXIS, false, false };

		buf_clear(&text);
		if (several && (i == 0 || date.day == 1))
			put_date(&text, f, date);
		else
			buf_printf(&text, "%d", date.day);
		put_under(s, &places, script_x(s, (double)i + 1), &type,
		    buf_view(&text));
		type.size = FRAME_SMALL;
		type.ink = STYLE_MUTED;
		put_under(s, &places, script_x(s, (double)i + 1), &type,
		    span_of(frame_weekday(f, civil_weekday(day))));
	}
	buf_close(&text);
}

/* Some days of one month, or Mondays of several. */
static void
label_some(struct script *s, const struct chart_frame *f,
    const struct calendar *c, bool weeks)
{
	const struct script_type type = { STYLE_MUTED, SCRIPT_CENTER, FRAME_AXIS,
		false, false };
	struct frame_places places = { 0 };
	struct buf text = { 0 };

	for (size_t i = 0; i < c->n; i++) {
		int32_t day = calendar_day(c, i);
		struct civil date = civil_date(day);

		buf_clear(&text);
		if (weeks && civil_weekday(day) == 0)
			put_date(&text, f, date);
		else if (!weeks && (date.day == 1 || date.day % 5 == 0))
			buf_printf(&text, "%d", date.day);
		else
			continue;
		put_under(s, &places, script_x(s, (double)i + 1), &type,
		    buf_view(&text));
	}
	buf_close(&text);
}

/* A month's name in the middle of its days, the year below where one begins. */
static void
label_months(struct script *s, const struct chart_frame *f,
    const struct calendar *c)
{
	struct script_type type = { STYLE_FG, SCRIPT_CENTER, FRAME_AXIS, false,
		false };
	const struct script_pen pen = { STYLE_GRID, 1, false };
	struct frame_places places = { 0 };
	int32_t told = -1;

	for (size_t i = 0, from; i < c->n; i++) {
		int32_t start = civil_month_start(calendar_day(c, i));
		struct civil date = civil_date(start);
		char year[16];

		for (from = i; i + 1 < c->n; i++)
			if (civil_month_start(calendar_day(c, i + 1)) != start)
				break;
		double x = script_x(s, (double)(from + i) / 2 + 1);
		double edge = script_x(s, (double)from + 0.5);

		if (from > 0 && !c->months)
			script_line(s, (struct script_box){ edge, s->area.y0, edge,
			    s->area.y1 + 5 }, &pen, SCRIPT_BEHIND);
		type.size = FRAME_AXIS;
		type.ink = STYLE_FG;
		if (!put_under(s, &places, x, &type,
		    span_of(frame_month(f, date.month))) || date.year == told)
			continue;
		type.size = FRAME_SMALL;
		type.ink = STYLE_MUTED;
		snprintf(year, sizeof(year), "%d", date.year);
		if (put_under(s, &places, x, &type, span_of(year)))
			told = date.year;
	}
}

void
calendar_labels(struct script *s, const struct chart_frame *f,
    const struct calendar *c)
{
	double slot = script_x(s, 2) - script_x(s, 1);
	bool one = civil_month_start(calendar_day(c, 0)) ==
	    civil_month_start(calendar_day(c, c->n - 1));

	if (c->months)
		label_months(s, f, c);
	else if (slot >= (one ? SLOT_EACH : SLOT_DATE))
		label_each(s, f, c);
	else if (one)
		label_some(s, f, c, false);
	else if (7 * slot >= 40)
		label_some(s, f, c, true);
	else
		label_months(s, f, c);
}

/* SPDX-License-Identifier: MIT */
#include "plots/calendar.h"

#include "common/number.h"

#define PLOT_HEIGHT 236.0
#define NAMES 17.0 /* above the area, for those of holidays */

enum { POINTS_DAYS = 62, GAPS_DAYS = 120, FEW_DAYS = 10 };

struct days {
	const struct chart_frame *f;
	const struct chart_days *d;
	struct calendar calendar;
	struct scale scale;
	size_t greatest, end; /* end: days from there on are still to come */
	bool pages, partial, running, unknown, holidays, known;
};

static bool
unknown(const struct days *x, size_t i)
{
	const struct chart_day *day = &x->d->day[i];

	return i < x->end && day->visits == CHART_NONE && day->pages == CHART_NONE;
}

static struct days
survey(const struct chart_frame *f, const struct chart_days *d)
{
	struct days x = { .f = f, .d = d, .greatest = d->n, .end = d->n,
		.calendar = calendar_of(d->day, sizeof(*d->day), d->n) };
	int64_t most = 0;

	for (size_t i = 0; i < d->n; i++) {
		const struct chart_day *day = &d->day[i];

		if (day->running)
			x.end = i + 1;
		x.partial |= day->partial && !day->running;
		x.running |= day->running;
		x.holidays |= day->holiday != NULL;
		x.pages |= day->pages != CHART_NONE;
		most = day->pages > most ? day->pages : most;
		most = day->visits > most ? day->visits : most;
		if (day->visits > 0 && (x.greatest == d->n ||
		    day->visits > d->day[x.greatest].visits))
			x.greatest = i;
		x.known |= day->visits != CHART_NONE || day->pages != CHART_NONE;
	}
	for (size_t i = 0; i < d->n; i++)
		x.unknown |= unknown(&x, i);
	x.scale = scale_of(most, 1, 6);
	return x;
}

static void
put_keys(struct script *s, const struct days *x, struct frame *frame)
{
	const struct chart_frame *f = x->f;
	struct calendar c = x->calendar;

	frame_key(frame, FRAME_BOX, STYLE_BAR, frame_word(f, CHART_WORD_VISITS));
	if (x->pages)
		frame_key(frame, FRAME_STROKE, STYLE_LINE,
		    frame_word(f, CHART_WORD_PAGES));
	if (calendar_weekends(s, &c, false))
		frame_key(frame, FRAME_PALE, STYLE_WEEKEND,
		    frame_word(f, CHART_WORD_WEEKEND));
	if (x->holidays)
		frame_key(frame, FRAME_PALE, STYLE_HOLIDAY,
		    frame_word(f, CHART_WORD_HOLIDAY));
	if (x->running)
		frame_key(frame, FRAME_PALE, STYLE_BAND,
		    frame_word(f, CHART_WORD_RUNNING));
	if (x->partial)
		frame_key(frame, FRAME_HATCHED, STYLE_BAR,
		    frame_word(f, CHART_WORD_PARTIAL));
	if (x->unknown)
		frame_key(frame, FRAME_HATCHED, STYLE_HATCH,
		    frame_word(f, CHART_WORD_NO_LOG));
}

/* Bands over runs of holidays of one name, and the name above if it fits. */
static void
put_holidays(struct script *s, const struct days *x)
{
	const struct script_type type = { STYLE_MUTED, SCRIPT_CENTER, FRAME_SMALL,
		false, false };
	struct frame_places places = { 0 };

	for (size_t i = 0; i < x->d->n; i++) {
		const char *name = x->d->day[i].holiday;
		size_t from = i;

		if (name == NULL)
			continue;
		while (i + 1 < x->d->n && x->d->day[i + 1].holiday != NULL &&
		    strcmp(x->d->day[i + 1].holiday, name) == 0)
			i++;
		double x0 = script_x(s, (double)from + 0.5);
		double x1 = script_x(s, (double)i + 1.5), middle = (x0 + x1) / 2;

		if (x1 - x0 < 2)
			x1 = x0 + 2; /* a day of a year must be seen too */
		script_rect(s, (struct script_box){ x0, s->area.y0, x1, s->area.y1 },
		    STYLE_HOLIDAY, SCRIPT_BEHIND);
		double half = frame_width(name, FRAME_SMALL, false) / 2;
		if (middle + half > s->page.width - 4)
			middle = s->page.width - 4 - half;
		double y = s->area.y0 - 9;
		struct script_box b = frame_box(middle, y, &type, name);
		b.x1 += 6;
		if (half < 90 && frame_place(&places, b))
			script_label(s, middle, y, &type, name);
	}
}

static void
put_unknown(struct script *s, const struct days *x)
{
	for (size_t i = 0; i < x->d->n; i++) {
		size_t from = i;

		while (i < x->d->n && unknown(x, i))
			i++;
		if (i > from)
			script_hatch(s, (struct script_box){
			    script_x(s, (double)from + 0.5), s->area.y0,
			    script_x(s, (double)i + 0.5), s->area.y1 },
			    STYLE_HATCH, SCRIPT_BEHIND);
	}
}

static void
put_data(struct script *s, const struct days *x)
{
	bool broken = true;

	script_data(s, "BARS");
	for (size_t i = 0; i < x->d->n; i++) {
		const struct chart_day *day = &x->d->day[i];

		if (day->visits == CHART_NONE)
			continue;
		script_int(s, (int64_t)i + 1);
		script_int(s, day->visits);
		script_ink(s, i == x->greatest ? STYLE_STRONG : STYLE_BAR);
		script_int(s, day->running ? 2 : day->partial ? 1 : 0);
		script_row(s);
	}
	script_data_end(s);
	script_data(s, "PAGES");
	for (size_t i = 0; i < x->d->n; i++) {
		int64_t pages = x->d->day[i].pages;

		if (pages != CHART_NONE) {
			script_int(s, (int64_t)i + 1);
			script_int(s, pages);
			script_row(s);
		} else if (!broken) {
			script_row(s);
		}
		broken = pages == CHART_NONE;
	}
	script_data_end(s);
}

/* Each day can be pointed at, from top to bottom. */
static void
put_tips(struct script *s, const struct days *x)
{
	const struct chart_frame *f = x->f;
	struct buf text = { 0 };

	script_data(s, "TIPS");
	for (size_t i = 0; i < x->d->n; i++) {
		const struct chart_day *day = &x->d->day[i];

		buf_clear(&text);
		calendar_tip(&text, f, &x->calendar, i);
		if (day->holiday != NULL)
			buf_printf(&text, " (%s)", day->holiday);
		frame_tip_count(&text, 0, f, CHART_WORD_VISITS, day->visits);
		frame_tip_count(&text, 0, f, CHART_WORD_PAGES, day->pages);
		if (unknown(x, i))
			buf_printf(&text, " · %s", frame_word(f, CHART_WORD_NO_LOG));
		else if (day->running || day->partial)
			buf_printf(&text, " · %s", frame_word(f, day->running ?
			    CHART_WORD_RUNNING : CHART_WORD_PARTIAL));
		frame_tip_row(s, (struct script_box){ (double)i + 0.5, x->scale.top,
		    (double)i + 1.5, 0 }, buf_text(&text));
	}
	script_data_end(s);
	buf_close(&text);
}

/* The figure of the greatest day: over its bar, or where the line leaves it room. */
static void
put_greatest(struct script *s, const struct days *x)
{
	const struct chart_day *day = &x->d->day[x->greatest];
	struct script_type type = { STYLE_STRONG, SCRIPT_CENTER, FRAME_AXIS, true,
		false };
	double at = script_x(s, (double)x->greatest + 1);
	double y = script_y(s, (double)day->visits) - 9;
	struct buf text = { 0 };

	number_put(&text, day->visits, x->f->lang);
	double half = frame_width(buf_text(&text), type.size, true) / 2;
	double slot = script_x(s, 2) - script_x(s, 1);

	if (day->pages != CHART_NONE) {
		double line = script_y(s, (double)day->pages);
		bool inside = 2 * half < slot * 0.66 &&
		    s->area.y1 - y > 40 && !day->partial && !day->running;

		if (line > y - 12 && line < y + 12 && inside) {
			y += 20;
			type.ink = STYLE_BG;
		} else if (line > y - 12) {
			y = line - 11;
		}
	}
	at = at - half < s->area.x0 + 1 ? s->area.x0 + 1 + half : at;
	at = at + half > s->page.width - 2 ? s->page.width - 2 - half : at;
	script_label(s, at, y, &type, buf_text(&text));
	buf_close(&text);
}

static void
put_plot(struct script *s, const struct days *x)
{
	const char *line = script_hex(s, STYLE_LINE), *bar = script_hex(s, STYLE_BAR),
	    *bg = script_hex(s, STYLE_BG);
	const char *lead = "plot ";

	if (x->known) {
		script_code(s, "set boxwidth %s absolute\n",
		    x->d->n > GAPS_DAYS ? "0.9" : "0.66");
		script_code(s, "%s$BARS using 1:2:3 with boxes linecolor rgb variable",
		    lead);
		if (x->partial)
			script_code(s, ", $BARS using ($4==1?$1:NaN):2 with boxes "
			    "linecolor rgb '%s', $BARS using ($4==1?$1:NaN):2 with "
			    "boxes linecolor rgb '%s' fillstyle transparent pattern "
			    "4 border linecolor rgb '%s'", bg, bar, bar);
		if (x->running)
			script_code(s, ", $BARS using ($4==2?$1:NaN):2 with boxes "
			    "fillcolor rgb '%s' fillstyle solid 1 border linecolor "
			    "rgb '%s'", script_hex(s, STYLE_BAND), bar);
		lead = ", ";
	}
	if (x->pages) {
		script_code(s, "%s$PAGES using 1:2 with lines linewidth %s "
		    "linecolor rgb '%s'", lead, x->d->n > GAPS_DAYS ? "1.4" : "2.2",
		    line);
		if (x->d->n <= POINTS_DAYS)
			script_code(s, ", $PAGES using 1:2 with points pointtype 7 "
			    "pointsize %s linecolor rgb '%s'",
			    x->d->n <= FEW_DAYS ? "0.8" : "0.45", line);
	}
	frame_plot_tips(s, x->known ? ", " : "plot ");
}

void
chart_days(struct script *s, const struct chart_frame *f,
    const struct chart_days *d)
{
	struct days x = survey(f, d);
	struct frame frame = { .f = f, .plot = PLOT_HEIGHT, .right = frame_edge(s) + 2,
		.left = frame_ticks_width(s, f, &x.scale, 1),
		.above = x.holidays ? NAMES : 4, .below = CALENDAR_BELOW };

	put_keys(s, &x, &frame);
	frame_open(s, &frame);
	calendar_ranges(s, &x.calendar, 0, x.scale.top);
	calendar_weekends(s, &x.calendar, true);
	put_holidays(s, &x);
	put_unknown(s, &x);
	frame_ticks(s, f, &x.scale, 1);
	calendar_labels(s, f, &x.calendar);
	if (x.greatest < d->n)
		put_greatest(s, &x);
	if (!x.known)
		frame_nothing(s, f);
	put_data(s, &x);
	if (script_points(s))
		put_tips(s, &x);
	put_plot(s, &x);
	script_shut(s);
}

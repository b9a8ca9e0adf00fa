/* SPDX-License-Identifier: MIT */
#include "common/number.h"
#include "plots/calendar.h"

#define PLOT_HEIGHT 190.0

enum {
	LINES = 3,
	TIPS_DAYS = 120,
	POINTS_DAYS = 62, /* with more, points hide the lines */
	FEW_DAYS = 10,
	SPREAD = 20,      /* greatest over least that a linear axis shows well */
	TICKS = 40
};

static const struct {
	enum style_colour ink;
	enum chart_word word;
	enum frame_mark mark;
	const char *width;
} lines[LINES] = {
	{ STYLE_STRONG, CHART_WORD_P50, FRAME_STROKE, "2.6" },
	{ STYLE_THIRD, CHART_WORD_P95, FRAME_STROKE, "1.6" },
	{ STYLE_LINE, CHART_WORD_P99, FRAME_DASHES, "1.6" },
};

struct times {
	const struct chart_frame *f;
	const struct chart_times *d;
	struct calendar calendar;
	int64_t least, most;   /* of what is known; most 0: nothing is */
	bool decades;          /* a logarithmic axis, where a linear one would flatten */
	double low, high;      /* ends of the axis, in us */
	int64_t tick[TICKS];
	int ticks;
	size_t end; /* days from there on may be still to come: left empty */
	bool known, unknown;
};

static int64_t
value(const struct times *x, size_t i, int line)
{
	const struct chart_time *t = &x->d->day[i];

	return line == 0 ? t->p50_us : line == 1 ? t->p95_us : t->p99_us;
}

static bool
unknown(const struct times *x, size_t i)
{
	return value(x, i, 0) == CHART_NONE && value(x, i, 1) == CHART_NONE &&
	    value(x, i, 2) == CHART_NONE;
}

/* 1, 2 and 5 times a power of ten; of more than two decades the powers alone. */
static void
set_decades(struct times *x)
{
	static const int by[] = { 1, 2, 5 };
	int64_t power = 1;

	x->least = x->least < 1 ? 1 : x->least;
	while (power <= x->least / 10)
		power *= 10;
	x->low = (double)power;
	x->high = (double)x->most * 1.3;
	bool few = x->high / x->low <= 1000; /* else they would touch */

	for (; x->ticks + 3 < TICKS; power *= 10) {
		for (int i = 0; i < (few ? 3 : 1); i++)
			if ((double)power * by[i] <= x->high)
				x->tick[x->ticks++] = power * by[i];
		if (power > x->most / 10)
			break;
	}
}

static void
set_linear(struct times *x)
{
	struct scale scale = scale_of(x->most, 1000, 4);

	x->high = scale.top;
	for (int i = 0; i <= scale.n; i++)
		x->tick[x->ticks++] = i * scale.step;
}

static struct times
survey(const struct chart_frame *f, const struct chart_times *d)
{
	struct times x = { .f = f, .d = d, .least = INT64_MAX, .end = d->n,
		.calendar = calendar_of(d->day, sizeof(*d->day), d->n) };

	while (x.end > 0 && unknown(&x, x.end - 1))
		x.end--;
	for (size_t i = 0; i < d->n; i++) {
		x.unknown |= i < x.end && unknown(&x, i);
		for (int line = 0; line < LINES; line++) {
			int64_t us = value(&x, i, line);

			if (us == CHART_NONE)
				continue;
			x.known = true;
			x.most = us > x.most ? us : x.most;
			x.least = us < x.least ? us : x.least;
		}
	}
	x.decades = x.known && x.most / SPREAD > x.least;
	if (x.decades)
		set_decades(&x);
	else
		set_linear(&x);
	return x;
}

/* "85 ms", "1,5 giây". */
static void
put_time(struct buf *out, const struct chart_frame *f, int64_t us)
{
	bool ms = us < 1000000;
	int64_t unit = ms ? 1000 : 1000000;
	struct buf number = { 0 };

	if (us % unit == 0 || us / unit >= 100)
		number_put(&number, us / unit, f->lang);
	else
		number_put_tenths(&number, us / (unit / 10), f->lang);
	frame_fill(out, f, ms ? CHART_WORD_MS : CHART_WORD_SECONDS,
	    buf_text(&number));
	buf_close(&number);
}

static double
height(const struct script *s, const struct times *x, double us)
{
	if (!x->decades)
		return script_y(s, us);
	double part = scale_log10(us / x->low) / scale_log10(x->high / x->low);

	return s->area.y1 - part * (s->area.y1 - s->area.y0);
}

static void
put_ticks(struct script *s, const struct times *x)
{
	struct script_type type = { STYLE_MUTED, SCRIPT_RIGHT, FRAME_AXIS, false,
		false };
	struct buf text = { 0 };

	for (int i = 0; i < x->ticks; i++) {
		double y = height(s, x, (double)x->tick[i]);
		struct script_pen pen = { i > 0 ? STYLE_GRID : STYLE_AXIS, 1, false };

		script_line(s, (struct script_box){ s->area.x0, y, s->area.x1, y },
		    &pen, SCRIPT_BEHIND);
		buf_clear(&text);
		if (x->tick[i] == 0)
			buf_puts(&text, "0");
		else
			put_time(&text, x->f, x->tick[i]);
		script_label(s, s->area.x0 - 7, y, &type, buf_text(&text));
	}
	double limit = (double)x->d->limit_us;
	if (limit > 0 && limit < x->high && limit > x->low) {
		double y = height(s, x, limit);
		struct script_pen pen = { STYLE_MUTED, 1.2, true };

		script_line(s, (struct script_box){ s->area.x0, y, s->area.x1, y },
		    &pen, SCRIPT_BEHIND);
		type.align = SCRIPT_LEFT;
		type.bold = true;
		buf_clear(&text);
		put_time(&text, x->f, x->d->limit_us);
		script_label(s, s->area.x1 + 5, y, &type, buf_text(&text));
	}
	buf_close(&text);
}

static void
put_data(struct script *s, const struct times *x)
{
	static const char *const name[LINES] = { "P50", "P95", "P99" };

	for (int line = 0; line < LINES; line++) {
		script_data(s, name[line]);
		for (size_t i = 0; i < x->d->n; i++) {
			int64_t us = value(x, i, line);

			if (us != CHART_NONE) {
				script_int(s, (int64_t)i + 1);
				script_int(s, x->decades && us < 1 ? 1 : us);
			}
			script_row(s);
		}
		script_data_end(s);
	}
}

static void
put_tips(struct script *s, const struct times *x)
{
	struct buf text = { 0 }, time = { 0 };

	script_data(s, "TIPS");
	for (size_t i = 0; i < x->d->n; i++) {
		buf_clear(&text);
		calendar_tip(&text, x->f, &x->calendar, i);
		for (int line = 0; line < LINES; line++) {
			if (value(x, i, line) == CHART_NONE)
				continue;
			buf_clear(&time);
			put_time(&time, x->f, value(x, i, line));
			frame_tip(&text, 0, frame_word(x->f, lines[line].word),
			    buf_text(&time));
		}
		if (unknown(x, i))
			buf_printf(&text, " · %s",
			    frame_word(x->f, CHART_WORD_NO_FIGURES));
		frame_tip_row(s, (struct script_box){ (double)i + 0.5, x->high,
		    (double)i + 1.5, x->low }, buf_text(&text));
	}
	script_data_end(s);
	buf_close(&time);
	buf_close(&text);
}

static void
put_plot(struct script *s, const struct times *x)
{
	const char *lead = "plot ";

	if (x->decades)
		script_code(s, "set logscale y 10\n");
	for (int line = LINES - 1; line >= 0 && x->known; line--, lead = ", ") {
		const char *hex = script_hex(s, lines[line].ink);
		int p = line == 0 ? 50 : line == 1 ? 95 : 99;

		script_code(s, "%s$P%d using 1:2 with lines linewidth %s%s linecolor "
		    "rgb '%s'", lead, p, x->d->n > TIPS_DAYS ? "1.2" :
		    lines[line].width,
		    lines[line].mark == FRAME_DASHES ? " dashtype (8,6)" : "", hex);
		if (x->d->n <= POINTS_DAYS)
			script_code(s, ", $P%d using 1:2 with points pointtype 7 "
			    "pointsize %s linecolor rgb '%s'", p,
			    x->d->n <= FEW_DAYS ? "0.8" : "0.4", hex);
	}
	if (x->d->n <= TIPS_DAYS || !x->known)
		frame_plot_tips(s, lead);
	else
		script_code(s, "\n");
}

void
chart_times(struct script *s, const struct chart_frame *f,
    const struct chart_times *d)
{
	struct times x = survey(f, d);
	struct frame frame = { .f = f, .plot = PLOT_HEIGHT, .right = frame_edge(s) + 2, .left = 0,
		.above = 8, .below = CALENDAR_BELOW };
	struct buf text = { 0 };

	for (int i = 0; i < x.ticks; i++) {
		buf_clear(&text);
		put_time(&text, f, x.tick[i]);
		double w = frame_width(buf_text(&text), FRAME_AXIS, false) + 9 +
		    frame_edge(s);

		frame.left = w > frame.left ? w : frame.left;
	}
	if (d->limit_us > 0 && (double)d->limit_us < x.high) {
		buf_clear(&text);
		put_time(&text, f, d->limit_us);
		frame.right += frame_width(buf_text(&text), FRAME_AXIS, true);
	}
	buf_close(&text);
	for (int line = 0; line < LINES && x.known; line++)
		frame_key(&frame, lines[line].mark, lines[line].ink,
		    frame_word(f, lines[line].word));
	if (x.unknown)
		frame_key(&frame, FRAME_HATCHED, STYLE_HATCH,
		    frame_word(f, CHART_WORD_NO_FIGURES));
	frame_open(s, &frame);
	calendar_ranges(s, &x.calendar, x.low, x.high);
	for (size_t i = 0; i < x.end; i++)
		if (unknown(&x, i))
			script_hatch(s, (struct script_box){
			    script_x(s, (double)i + 0.5), s->area.y0,
			    script_x(s, (double)i + 1.5), s->area.y1 },
			    STYLE_HATCH, SCRIPT_BEHIND);
	put_ticks(s, &x);
	calendar_labels(s, f, &x.calendar);
	if (!x.known)
		frame_nothing(s, f);
	put_data(s, &x);
	if (script_points(s) && (d->n <= TIPS_DAYS || !x.known))
		put_tips(s, &x);
	put_plot(s, &x);
	script_shut(s);
}

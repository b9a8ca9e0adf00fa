/* SPDX-License-Identifier: MIT */
#include "common/number.h"
#include "plots/calendar.h"

#define PLOT_HEIGHT 170.0
#define WHOLE 1000 /* thousandths */
#define GAP 0.09   /* at each side of a day */

enum { BANDS = 3, EACH_DAYS = 120 };

static const struct {
	enum style_colour ink;
	enum chart_word word;
} bands[BANDS] = {
	/* From dark to pale: told apart without colours, too. */
	{ STYLE_PEOPLE, CHART_WORD_PEOPLE },
	{ STYLE_REST, CHART_WORD_ROBOTS },
	{ STYLE_FIELD, CHART_WORD_OTHERS },
};

struct shares {
	const struct chart_frame *f;
	const struct chart_shares *d;
	struct calendar calendar;
	double sum[BANDS], all;
	bool unknown;
};

/* False: the day is unknown. */
static bool
parts(const struct chart_share *day, int64_t part[BANDS])
{
	part[0] = day->people;
	part[1] = day->robots;
	part[2] = day->others;
	for (int b = 0; b < BANDS; b++)
		if (part[b] == CHART_NONE)
			return false;
	return true;
}

static struct shares
survey(const struct chart_frame *f, const struct chart_shares *d)
{
	struct shares x = { .f = f, .d = d,
		.calendar = calendar_of(d->day, sizeof(*d->day), d->n) };
	int64_t part[BANDS];
	bool gap = false;

	for (size_t i = 0; i < d->n; i++) {
		if (!parts(&d->day[i], part)) {
			gap = true;
			continue;
		}
		x.unknown |= gap;
		for (int b = 0; b < BANDS; b++) {
			x.sum[b] += (double)part[b];
			x.all += (double)part[b];
		}
	}
	return x;
}

static void
put_percent(struct buf *out, const struct shares *x, double part, double all)
{
	number_put_percent(out, all > 0 ? (int64_t)(part / all * WHOLE + 0.5) : 0,
	    x->f->lang);
}

static void
put_ticks(struct script *s, const struct shares *x)
{
	const struct script_type type = { STYLE_MUTED, SCRIPT_RIGHT, FRAME_AXIS,
		false, false };
	struct buf text = { 0 };

	for (int percent = 0; percent <= 100; percent += 25) {
		double y = script_y(s, percent * 10);
		struct script_pen pen = { percent > 0 ? STYLE_GRID : STYLE_AXIS, 1,
			false };

		script_line(s, (struct script_box){ s->area.x0, y, s->area.x1, y },
		    &pen, SCRIPT_BEHIND);
		buf_clear(&text);
		buf_printf(&text, x->f->lang == LANG_VI ? "%d\xc2\xa0%%" : "%d%%",
		    percent);
		script_label(s, s->area.x0 - 7, y, &type, buf_text(&text));
	}
	buf_close(&text);
}

static void
put_data(struct script *s, const struct shares *x)
{
	struct buf text = { 0 }, share = { 0 };
	int64_t part[BANDS];

	script_data(s, "BANDS");
	for (size_t i = 0; i < x->d->n; i++) {
		if (!parts(&x->d->day[i], part))
			continue;
		double all = 0, below = 0;

		for (int b = 0; b < BANDS; b++)
			all += (double)part[b];
		for (int b = 0; b < BANDS && all > 0; b++) {
			double top = below + (double)part[b] / all * WHOLE;

			if (part[b] <= 0)
				continue;
			buf_clear(&text);
			calendar_tip(&text, x->f, &x->calendar, i);
			frame_tip_count(&text, 0, x->f, bands[b].word, part[b]);
			buf_clear(&share);
			put_percent(&share, x, (double)part[b], all);
			buf_printf(&text, " (%s)", buf_text(&share));
			frame_area_row(s, (struct script_box){ (double)i + 0.5 + GAP,
			    below, (double)i + 1.5 - GAP, top }, bands[b].ink,
			    buf_text(&text));
			below = top;
		}
	}
	script_data_end(s);
	buf_close(&share);
	buf_close(&text);
}

/* With many days three areas, one before the other: people's, theirs and robots', all. */
static void
put_steps(struct script *s, const struct shares *x)
{
	int64_t part[BANDS];

	script_data(s, "STEPS");
	for (size_t i = 0; i < x->d->n; i++) {
		bool known = parts(&x->d->day[i], part);
		double all = known ? (double)part[0] + (double)part[1] +
		    (double)part[2] : 0;

		for (int end = 0; end < 2 && all > 0; end++) {
			script_real(s, (double)i + 0.5 + end);
			script_real(s, (double)part[0] / all * WHOLE);
			script_real(s, ((double)part[0] + (double)part[1]) / all *
			    WHOLE);
			script_int(s, WHOLE);
			script_row(s);
		}
		if (all <= 0)
			script_row(s);
	}
	script_data_end(s);
	for (int b = BANDS - 1; b >= 0; b--)
		script_code(s, "%s$STEPS using 1:%d with filledcurves y1=0 linecolor "
		    "rgb '%s'%s", b == BANDS - 1 ? "plot " : ", ", b + 2,
		    script_hex(s, bands[b].ink), b == 0 ? "\n" : "");
}

/* Unknown days are hatched; those at the end may be still to come: left empty. */
static void
put_unknown(struct script *s, const struct shares *x)
{
	int64_t part[BANDS];

	for (size_t i = 0; i < x->d->n; i++) {
		size_t from = i;

		while (i < x->d->n && !parts(&x->d->day[i], part))
			i++;
		if (i > from && i < x->d->n)
			script_hatch(s, (struct script_box){
			    script_x(s, (double)from + 0.5), s->area.y0,
			    script_x(s, (double)i + 0.5), s->area.y1 },
			    STYLE_HATCH, SCRIPT_BEHIND);
	}
}

void
chart_shares(struct script *s, const struct chart_frame *f,
    const struct chart_shares *d)
{
	struct shares x = survey(f, d);
	struct frame frame = { .f = f, .plot = PLOT_HEIGHT, .right = frame_edge(s) + 2,
		.left = frame_edge(s) + 46, .above = 8, .below = CALENDAR_BELOW };
	struct buf key[BANDS] = { 0 };

	for (int b = 0; b < BANDS && x.all > 0; b++) {
		buf_puts(&key[b], frame_word(f, bands[b].word));
		buf_puts(&key[b], " ");
		put_percent(&key[b], &x, x.sum[b], x.all);
		frame_key(&frame, b == BANDS - 1 ? FRAME_PALE : FRAME_BOX,
		    bands[b].ink, buf_text(&key[b]));
	}
	if (x.unknown)
		frame_key(&frame, FRAME_HATCHED, STYLE_HATCH,
		    frame_word(f, CHART_WORD_NO_LOG));
	frame_open(s, &frame);
	calendar_ranges(s, &x.calendar, 0, WHOLE);
	put_unknown(s, &x);
	put_ticks(s, &x);
	calendar_labels(s, f, &x.calendar);
	if (x.all <= 0)
		frame_nothing(s, f);
	if (x.all <= 0) {
		script_code(s, "plot NaN\n");
	} else if (d->n > EACH_DAYS) {
		put_steps(s, &x);
	} else {
		put_data(s, &x);
		script_code(s, "plot $BANDS using 1:2:3:4:5:6:7 with boxxyerror "
		    "linecolor rgb variable\n");
	}
	script_shut(s);
	for (int b = 0; b < BANDS; b++)
		buf_close(&key[b]);
}

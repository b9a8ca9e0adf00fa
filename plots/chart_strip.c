/* SPDX-License-Identifier: MIT */
#include <stdio.h>

#include "plots/calendar.h"

#define PLOT_HEIGHT 156.0

static const struct {
	enum style_colour ink;
	enum chart_word word;
	enum frame_mark mark;
} states[] = {
	[CHART_SERVED] = { STYLE_SERVED, CHART_WORD_SERVED, FRAME_BOX },
	[CHART_QUIET] = { STYLE_QUIET, CHART_WORD_QUIET, FRAME_PALE },
	[CHART_ERRORS] = { STYLE_ERRORS, CHART_WORD_ERRORS, FRAME_BOX },
	[CHART_DOWN] = { STYLE_DOWN, CHART_WORD_DOWN, FRAME_BOX },
	[CHART_NO_LOG] = { STYLE_HATCH, CHART_WORD_NO_LOG, FRAME_HATCHED },
};

struct strip {
	const struct chart_frame *f;
	const struct chart_strip *d;
	struct calendar calendar;
	bool seen[CHART_AHEAD + 1];
	double gap; /* between days, in days */
};

static unsigned
state(const struct strip *x, size_t i, int h)
{
	return x->d->day[i].state[h] < CHART_AHEAD ? x->d->day[i].state[h] :
	    CHART_AHEAD;
}

/* From hour h on in one state; where it ends. */
static int
run(const struct strip *x, size_t i, int h)
{
	int end = h + 1;

	while (end < CHART_HOURS && state(x, i, end) == state(x, i, h))
		end++;
	return end;
}

/* Days in a row of one state from midnight to midnight are one area where days are too
 * narrow for gaps. */
static size_t
days_alike(const struct strip *x, size_t i)
{
	size_t end = i + 1;

	while (x->gap == 0 && run(x, i, 0) == CHART_HOURS && end < x->d->n &&
	    run(x, end, 0) == CHART_HOURS && state(x, end, 0) == state(x, i, 0))
		end++;
	return end;
}

static void
put_run(struct script *s, const struct strip *x, struct script_box b)
{
	size_t i = (size_t)b.x0 - 1;
	unsigned st = state(x, i, (int)b.y0);
	struct buf text = { 0 };

	calendar_tip(&text, x->f, &x->calendar, i);
	if (b.x1 > b.x0 + 1) {
		buf_puts(&text, " – ");
		calendar_tip(&text, x->f, &x->calendar, (size_t)b.x1 - 2);
	}
	buf_puts(&text, ", ");
	frame_hours(&text, x->f, (int)b.y0, (int)b.y1);
	buf_printf(&text, ": %s", frame_word(x->f, states[st].word));
	b.x0 += x->gap / 2 - 0.5;
	b.x1 -= x->gap / 2 + 0.5;
	frame_area_row(s, b, states[st].ink, buf_text(&text));
	buf_close(&text);
}

/* Runs of hours in one state, and which of them has no log. */
static void
put_runs(struct script *s, const struct strip *x, bool no_log)
{
	script_data(s, no_log ? "GAPS" : "RUNS");
	for (size_t i = 0, next; i < x->d->n; i = next) {
		next = days_alike(x, i);
		for (int h = 0, end; h < CHART_HOURS; h = end) {
			unsigned st = state(x, i, h);

			end = run(x, i, h);
			if (st != CHART_AHEAD && (st == CHART_NO_LOG) == no_log)
				put_run(s, x, (struct script_box){ (double)i + 1,
				    h, (double)next + 1, end });
		}
	}
	script_data_end(s);
}

static void
put_hours(struct script *s, const struct strip *x)
{
	const struct script_type type = { STYLE_MUTED, SCRIPT_RIGHT, 10.5, false,
		false };
	struct buf text = { 0 };
	char number[16];

	for (int h = 0; h <= CHART_HOURS; h += 6) {
		snprintf(number, sizeof(number), "%d", h);
		buf_clear(&text);
		frame_fill(&text, x->f, CHART_WORD_HOUR_OF, number);
		script_label(s, s->area.x0 - 6, script_y(s, h), &type,
		    buf_text(&text));
	}
	buf_close(&text);
}

static void
put_plot(struct script *s, const struct strip *x)
{
	bool runs = x->seen[CHART_SERVED] || x->seen[CHART_QUIET] ||
	    x->seen[CHART_ERRORS] || x->seen[CHART_DOWN];
	const char *lead = "plot ";

	if (runs) {
		script_code(s, "%s$RUNS using 1:2:3:4:5:6:7 with boxxyerror "
		    "linecolor rgb variable", lead);
		lead = ", ";
	}
	if (x->seen[CHART_NO_LOG]) {
		script_code(s, "%s$GAPS using 1:2:3:4:5:6:7 with boxxyerror linecolor "
		    "rgb variable fillstyle transparent pattern 5 border linecolor "
		    "rgb '%s'", lead, script_hex(s, STYLE_HATCH));
		lead = ", ";
	}
	script_code(s, lead[0] == 'p' ? "plot NaN\n" : "\n");
}

void
chart_strip(struct script *s, const struct chart_frame *f,
    const struct chart_strip *d)
{
	struct strip x = { .f = f, .d = d,
		.calendar = calendar_of(d->day, sizeof(*d->day), d->n) };
	struct frame frame = { .f = f, .plot = PLOT_HEIGHT, .right = frame_edge(s) + 2,
		.left = frame_edge(s) + 46, .above = 8, .below = CALENDAR_BELOW };

	for (size_t i = 0; i < d->n; i++)
		for (int h = 0; h < CHART_HOURS; h++)
			x.seen[state(&x, i, h)] = true;
	x.gap = d->n > 100 ? 0 : 0.1;
	for (unsigned st = CHART_SERVED; st < CHART_AHEAD; st++)
		if (x.seen[st])
			frame_key(&frame, states[st].mark, states[st].ink,
			    frame_word(f, states[st].word));
	frame_open(s, &frame);
	calendar_ranges(s, &x.calendar, CHART_HOURS, 0);
	put_hours(s, &x);
	calendar_labels(s, f, &x.calendar);
	put_runs(s, &x, false);
	put_runs(s, &x, true);
	put_plot(s, &x);
	script_shut(s);
}

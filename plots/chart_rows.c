/* SPDX-License-Identifier: MIT */
#include "common/number.h"
#include "plots/frame.h"

#define ROW_HEIGHT 26.0
#define BAR 0.32 /* of a row, above and below its middle */
#define LABEL 12.0

struct rows {
	const struct chart_frame *f;
	const struct chart_rows *d;
	int64_t most;
	double counts, shares; /* widths of the columns at the right */
	double labels;
};

static void
put_share(struct buf *out, const struct rows *x, size_t i)
{
	buf_clear(out);
	if (x->d->row[i].permille == 0 && x->d->row[i].count > 0) {
		buf_puts(out, "<");
		number_put_percent(out, 1, x->f->lang);
	} else if (x->d->row[i].permille != CHART_NONE)
		number_put_percent(out, x->d->row[i].permille, x->f->lang);
}

static void
put_count(struct buf *out, const struct rows *x, size_t i)
{
	buf_clear(out);
	if (x->d->row[i].count == CHART_NONE)
		buf_puts(out, "–");
	else
		number_put(out, x->d->row[i].count, x->f->lang);
}

static double
wider(double w, const char *text, double size, bool bold)
{
	double n = frame_width(text, size, bold);

	return n > w ? n : w;
}

static const char *
count_head(const struct rows *x)
{
	return x->d->unit != NULL ? x->d->unit :
	    frame_word(x->f, CHART_WORD_COUNT);
}

static struct rows
survey(const struct script *s, const struct chart_frame *f,
    const struct chart_rows *d)
{
	struct rows x = { .f = f, .d = d };
	struct buf text = { 0 };

	x.counts = wider(0, count_head(&x), 10, false);
	for (size_t i = 0; i < d->n; i++) {
		x.most = d->row[i].count > x.most ? d->row[i].count : x.most;
		put_count(&text, &x, i);
		x.counts = wider(x.counts, buf_text(&text), LABEL, true);
		put_share(&text, &x, i);
		if (text.n > 0)
			x.shares = wider(wider(x.shares, buf_text(&text), 11.5,
			    false), frame_word(f, CHART_WORD_SHARE), 10, false);
		buf_clear(&text);
		script_text(s, &text, span_of(d->row[i].label));
		x.labels = wider(x.labels, buf_text(&text), LABEL, false);
	}
	buf_close(&text);
	double most = s->page.width * (s->page.width < 640 ? 0.36 : 0.30);
	x.labels = x.labels > most ? most : x.labels;
	return x;
}

static void
put_texts(struct script *s, const struct rows *x)
{
	const struct script_type label = { STYLE_FG, SCRIPT_RIGHT, LABEL, false,
		false }, count = { STYLE_FG, SCRIPT_RIGHT, LABEL, true, false },
	    share = { STYLE_MUTED, SCRIPT_RIGHT, 11.5, false, false },
	    head = { STYLE_MUTED, SCRIPT_RIGHT, 10, false, false };
	double right = s->page.width - frame_edge(s), left = right - x->shares -
	    (x->shares > 0 ? 14 : 0);
	struct buf text = { 0 };

	script_label(s, left, s->area.y0 - 8, &head, count_head(x));
	if (x->shares > 0)
		script_label(s, right, s->area.y0 - 8, &head,
		    frame_word(x->f, CHART_WORD_SHARE));
	for (size_t i = 0; i < x->d->n; i++) {
		double y = script_y(s, (double)i);

		buf_clear(&text);
		frame_cut(s, &text, x->d->row[i].label, &label, x->labels);
		script_label(s, s->area.x0 - 9, y, &label, buf_text(&text));
		put_count(&text, x, i);
		script_label(s, left, y, &count, buf_text(&text));
		put_share(&text, x, i);
		script_label(s, right, y, &share, buf_text(&text));
		script_rect(s, (struct script_box){ s->area.x0,
		    script_y(s, (double)i - BAR), s->area.x1,
		    script_y(s, (double)i + BAR) }, STYLE_FIELD, SCRIPT_BEHIND);
	}
	buf_close(&text);
}

/* A bar for each count; one that would be too thin to be seen is a pixel wide. */
static void
put_bars(struct script *s, const struct rows *x)
{
	double pixel = (s->x1 - s->x0) / (s->area.x1 - s->area.x0);
	struct buf text = { 0 }, number = { 0 };

	script_data(s, "BARS");
	for (size_t i = 0; i < x->d->n; i++) {
		const struct chart_row *row = &x->d->row[i];

		if (row->count == CHART_NONE || row->count <= 0)
			continue;
		put_count(&number, x, i);
		buf_clear(&text);
		frame_tip(&text, 0, row->label, buf_text(&number));
		put_share(&number, x, i);
		if (number.n > 0)
			buf_printf(&text, " (%s)", buf_text(&number));
		double w = (double)row->count;

		w = w < pixel ? pixel : w;
		frame_area_row(s, (struct script_box){ 0, (double)i - BAR, w,
		    (double)i + BAR }, STYLE_BAR, buf_text(&text));
	}
	script_data_end(s);
	buf_close(&number);
	buf_close(&text);
}

void
chart_rows(struct script *s, const struct chart_frame *f,
    const struct chart_rows *d)
{
	struct rows x = survey(s, f, d);
	struct frame frame = { .f = f, .plot = ROW_HEIGHT * (double)d->n,
		.above = 17, .below = 2 };

	frame.left = frame_edge(s) + x.labels + 9;
	frame.right = frame_edge(s) + x.shares + (x.shares > 0 ? 14 : 0) + x.counts + 14;
	frame_open(s, &frame);
	script_ranges(s, 0, x.most > 0 ? (double)x.most : 1, (double)d->n - 0.5,
	    -0.5);
	put_texts(s, &x);
	put_bars(s, &x);
	script_code(s, x.most > 0 ? "plot $BARS using 1:2:3:4:5:6:7 with boxxyerror "
	    "linecolor rgb variable\n" : "plot NaN\n");
	script_shut(s);
}

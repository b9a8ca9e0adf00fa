/* SPDX-License-Identifier: MIT */
#include "publish/web_draw.h"

#include "publish/chart_words.h"
#include "publish/web_page.h"

enum {
	HALF_WIDTH = 516,
	HALF_HEIGHT = 300,
	/* More makes a page heavy: a year of hours, or two months in which much went wrong. */
	PICTURE_BYTES = 110 * 1000, /* of one */
	TOLD_BYTES = 100 * 1000,    /* of all, with tooltips */
	PICTURES_BYTES = 130 * 1000 /* of all */
};

/* What is drawn of which data. */
static const struct {
	enum draw_kind kind;
	size_t data; /* in struct review_charts */
	int width, height;
} pictures[WEB_CHART__MAX] = {
	[WEB_DAYS] = { DRAW_DAYS, offsetof(struct review_charts, days), 0, 0 },
	[WEB_WEEK] = { DRAW_WEEK, offsetof(struct review_charts, week), 0, 0 },
	[WEB_ONLINE] = { DRAW_ONLINE, offsetof(struct review_charts, online),
	    HALF_WIDTH, HALF_HEIGHT },
	[WEB_MONTHS] = { DRAW_BARS, offsetof(struct review_charts, months),
	    HALF_WIDTH, HALF_HEIGHT },
	[WEB_YEARS] = { DRAW_BARS, offsetof(struct review_charts, years), 0,
	    0 },
	[WEB_STRIP] = { DRAW_STRIP, offsetof(struct review_charts, strip), 0,
	    0 },
	[WEB_TIMES] = { DRAW_TIMES, offsetof(struct review_charts, times), 0,
	    0 },
	[WEB_SHARES] = { DRAW_SHARES, offsetof(struct review_charts, shares),
	    0, 0 },
};

struct drawing {
	struct chart_frame frame[WEB_CHART__MAX];
	struct draw_request request[WEB_CHART__MAX];
	enum web_chart chart[WEB_CHART__MAX];
	size_t n;
	const char *word[CHART_WORD__MAX];
};

static void
ask(struct drawing *d, const struct web_report *w, enum web_chart chart)
{
	struct chart_frame *frame = &d->frame[d->n];
	bool half = web_halves(w->charts);

	*frame = (struct chart_frame){ .id = web_chart_id(chart),
		.title = message(w->lang, web_chart_title(chart)),
		.subtitle = message(w->lang, web_chart_about(chart)),
		.lang = w->lang, .word = d->word };
	d->request[d->n] = (struct draw_request){
		.kind = pictures[chart].kind, .frame = frame,
		.data = (const char *)w->charts + pictures[chart].data,
		.form = DRAW_SVG, .theme = DRAW_PAGE,
		.width = half ? pictures[chart].width : 0,
		.height = half ? pictures[chart].height : 0 };
	d->chart[d->n++] = chart;
}

/* ---- a smaller picture ---- */

/* "<text ... x=": what stands between, where the line has a text and nothing else; else
 * empty. */
static struct span
look_of(struct span line)
{
	struct span head = SPAN("<text "), end = SPAN("</text>");

	if (line.n < head.n + end.n || memcmp(line.p, head.p, head.n) != 0 ||
	    memcmp(line.p + line.n - end.n, end.p, end.n) != 0)
		return (struct span){ 0 };
	for (size_t i = head.n; i + 4 < line.n && line.p[i] != '>'; i++)
		if (memcmp(line.p + i, " x=\"", 4) == 0)
			return (struct span){ line.p + head.n, i - head.n };
	return (struct span){ 0 };
}

/* A shape's line without its tooltip. */
static void
put_untold(struct span line, struct buf *out)
{
	struct span tip = SPAN("><title>");
	const char *p = memmem(line.p, line.n, tip.p, tip.n);

	if (p == NULL || line.n == 0 || line.p[0] != '<') {
		buf_span(out, line);
		return;
	}
	buf_span(out, (struct span){ line.p, (size_t)(p - line.p) });
	buf_puts(out, "/>");
}

/* Texts in a row of the same look become a group that has it: a week of hours is a
 * quarter smaller. */
static void
compact(struct span svg, bool tips, struct buf *out)
{
	struct span look = { 0 };

	while (svg.n > 0) {
		struct span line = span_cut(&svg, '\n'), next;
		struct span own = look_of(line), rest = svg;

		next = look_of(span_cut(&rest, '\n'));
		if (look.n > 0 && !span_eq(own, look)) {
			buf_puts(out, "</g>\n");
			look = (struct span){ 0 };
		}
		if (look.n == 0 && own.n > 0 && span_eq(own, next)) {
			look = own;
			buf_puts(out, "<g ");
			buf_span(out, own);
			buf_puts(out, ">\n");
		}
		if (look.n > 0) {
			size_t cut = sizeof("<text ") + look.n;

			buf_puts(out, "<text ");
			line = (struct span){ line.p + cut, line.n - cut };
		}
		if (tips)
			buf_span(out, line);
		else
			put_untold(line, out);
		buf_putc(out, '\n');
	}
}

/* All of them; how many bytes that is. */
static size_t
compact_all(const struct drawing *d, bool tips, struct web_pictures *out)
{
	size_t sum = 0;

	for (size_t i = 0; i < d->n; i++) {
		struct buf *image = &out->image[d->chart[i]];

		buf_clear(image);
		compact(buf_view(&d->request[i].image), tips, image);
		sum += image->n;
	}
	return sum;
}

/* Where they are too much, tooltips go first, then the greatest pictures: the tables say
 * what they would have shown. */
static void
take(struct web_report *w, const struct drawing *d, struct web_pictures *out)
{
	bool tips = w->review->n_days <= WEB_LONG;
	size_t sum = compact_all(d, tips, out);

	if (tips && sum > TOLD_BYTES)
		sum = compact_all(d, false, out);
	for (;;) {
		struct buf *most = &out->image[0];

		for (int c = 1; c < WEB_CHART__MAX; c++)
			if (out->image[c].n > most->n)
				most = &out->image[c];
		if (sum <= PICTURES_BYTES && most->n <= PICTURE_BYTES)
			break;
		sum -= most->n;
		buf_clear(most);
	}
	for (int c = 0; c < WEB_CHART__MAX; c++)
		if (out->image[c].n > 0)
			w->svg[c] = buf_view(&out->image[c]);
}

static void
tell(struct buf *why, const char *what, const char *text)
{
	if (why->n > 0)
		buf_puts(why, "; ");
	buf_printf(why, "%s: %s", what, text);
}

void
web_draw(struct web_report *w, const struct draw_tools *tools,
    struct web_pictures *out, struct buf *why)
{
	struct drawing d = { .n = 0 };
	struct draw_tools own = *tools;
	struct err err = { .code = ERR_NONE };

	*out = (struct web_pictures){ .image = { { 0 } } };
	w->no_gnuplot = tools->gnuplot == NULL;
	if (w->no_gnuplot)
		return;
	chart_words(d.word, w->lang);
	for (int c = 0; c < WEB_CHART__MAX; c++)
		if (web_there(w->charts, (enum web_chart)c))
			ask(&d, w, (enum web_chart)c);
	/* Fonts are the reader's: what is installed here must not change a byte. */
	own.fc_match = NULL;
	if (!draw_all(&own, d.request, d.n, NULL, &err))
		tell(why, "charts", err.text);
	for (size_t i = 0; i < d.n; i++) {
		struct draw_request *r = &d.request[i];

		if (!r->drawn && err.code == ERR_NONE)
			tell(why, r->frame->id, r->err.text);
	}
	take(w, &d, out);
	for (size_t i = 0; i < d.n; i++)
		buf_close(&d.request[i].image);
}

void
web_pictures_close(struct web_pictures *p)
{
	for (int c = 0; c < WEB_CHART__MAX; c++)
		buf_close(&p->image[c]);
}

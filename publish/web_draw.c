/* SPDX-License-Identifier: MIT */
#include "publish/web_draw.h"

#include "publish/chart_words.h"
#include "publish/web_page.h"

enum {
	HALF_WIDTH = 516,
	HALF_HEIGHT = 300,
	PICTURE_BYTES = 110 * 1000 /* more makes a page heavy: of a year of hours, say */
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
		compact(buf_view(&r->image), w->review->n_days <= WEB_LONG,
		    &out->image[d.chart[i]]);
		buf_close(&r->image);
		if (out->image[d.chart[i]].n <= PICTURE_BYTES)
			w->svg[d.chart[i]] =
			    buf_view(&out->image[d.chart[i]]);
	}
}

void
web_pictures_close(struct web_pictures *p)
{
	for (int c = 0; c < WEB_CHART__MAX; c++)
		buf_close(&p->image[c]);
}

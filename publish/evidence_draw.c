/* SPDX-License-Identifier: MIT */
#include "publish/evidence.h"

#include "publish/chart_words.h"
#include "publish/period_text.h"

/* On a page of 160 mm, with letters that can still be read. */
enum { WIDTH = 660, HEIGHT = 300 };

static const struct {
	enum web_chart chart;
	enum draw_kind kind;
	size_t data; /* in struct review_charts */
	int height;
} pictures[] = {
	{ WEB_DAYS, DRAW_DAYS, offsetof(struct review_charts, days), HEIGHT },
	{ WEB_MONTHS, DRAW_BARS, offsetof(struct review_charts, months),
	    HEIGHT },
	{ WEB_YEARS, DRAW_BARS, offsetof(struct review_charts, years),
	    HEIGHT },
	{ WEB_STRIP, DRAW_STRIP, offsetof(struct review_charts, strip), 0 },
	{ WEB_WEEK, DRAW_WEEK, offsetof(struct review_charts, week), 0 },
	{ WEB_ONLINE, DRAW_ONLINE, offsetof(struct review_charts, online),
	    HEIGHT },
	{ WEB_TIMES, DRAW_TIMES, offsetof(struct review_charts, times),
	    HEIGHT },
	{ WEB_SHARES, DRAW_SHARES, offsetof(struct review_charts, shares),
	    HEIGHT },
};
enum { PICTURES = sizeof(pictures) / sizeof(*pictures), FORMS = 3 };

struct drawing {
	struct chart_frame frame[PICTURES];
	struct draw_request request[PICTURES * FORMS];
	size_t n;
	const char *word[CHART_WORD__MAX];
};

/* Within the page, alone, and as pixels. */
static void
ask(struct drawing *d, const struct evidence *e, size_t i, const char *when)
{
	static const struct {
		enum draw_form form;
		enum draw_theme theme;
	} forms[FORMS] = { { DRAW_SVG, DRAW_PAGE }, { DRAW_SVG, DRAW_PRINT },
		{ DRAW_PNG, DRAW_PRINT } };
	struct chart_frame *frame = &d->frame[d->n / FORMS];

	*frame = (struct chart_frame){ .id = web_chart_id(pictures[i].chart),
		.title = message(e->lang, web_chart_title(pictures[i].chart)),
		.subtitle = when, .lang = e->lang, .word = d->word };
	for (int f = 0; f < FORMS; f++)
		d->request[d->n++] = (struct draw_request){
			.kind = pictures[i].kind, .frame = frame,
			.data = (const char *)e->charts + pictures[i].data,
			.form = forms[f].form, .theme = forms[f].theme,
			.width = WIDTH, .height = pictures[i].height };
}

static void
tell(struct buf *why, const char *what, const char *text)
{
	buf_printf(why, "%s%s: %s", why->n > 0 ? "; " : "", what, text);
}

/* A chart that lacks one of its forms is left out whole. */
static void
take(struct evidence *e, enum web_chart chart, struct draw_request *r,
    struct buf *why)
{
	struct evidence_chart *c = &e->chart[e->n_charts];

	for (int f = 0; f < FORMS; f++) {
		if (r[f].drawn)
			continue;
		tell(why, r->frame->id, r[f].err.text);
		for (f = 0; f < FORMS; f++)
			buf_close(&r[f].image);
		return;
	}
	*c = (struct evidence_chart){ web_chart_id(chart),
		web_chart_title(chart), web_chart_about(chart), r[0].image,
		r[1].image, r[2].image };
	e->n_charts++;
}

void
evidence_draw(struct evidence *e, const struct draw_tools *tools,
    struct buf *why)
{
	struct drawing *d = mem_new(sizeof(*d));
	enum web_chart drawn[PICTURES];
	struct draw_tools own = *tools;
	struct buf when = { 0 };
	struct err err = { .code = ERR_NONE };
	size_t n = 0;

	if (tools->gnuplot == NULL) {
		tell(why, "charts", "there is no gnuplot");
		mem_free(d);
		return;
	}
	chart_words(d->word, e->lang);
	buf_puts(&when, e->review->site->name);
	buf_puts(&when, " – ");
	period_text(&when, e->review->days, e->lang);
	for (size_t i = 0; i < PICTURES; i++) {
		if (!web_there(e->charts, pictures[i].chart))
			continue;
		ask(d, e, i, buf_text(&when));
		drawn[n++] = pictures[i].chart;
	}
	own.fc_match = NULL;
	if (n > 0 && !draw_all(&own, d->request, d->n, NULL, &err))
		tell(why, "charts", err.text);
	for (size_t i = 0; i < n && err.code == ERR_NONE; i++)
		take(e, drawn[i], &d->request[i * FORMS], why);
	buf_close(&when);
	mem_free(d);
}

void
evidence_close(struct evidence *e)
{
	for (size_t i = 0; i < e->n_charts; i++) {
		buf_close(&e->chart[i].page);
		buf_close(&e->chart[i].svg);
		buf_close(&e->chart[i].png);
	}
	e->n_charts = 0;
}

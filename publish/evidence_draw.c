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
enum { PICTURES = sizeof(pictures) / sizeof(*pictures), FORMS = 3,
	RANKS = WEB_CHART__MAX /* no chart of the report */ };

struct drawing {
	struct chart_frame frame[PICTURES + 1];
	struct draw_request request[(PICTURES + 1) * FORMS];
	size_t n;
	int chart[PICTURES + 1];
	const char *word[CHART_WORD__MAX];
};

/* What a chart is called, what is said of it. */
static const char *
id_of(int chart)
{
	return chart == RANKS ? "ranks" : web_chart_id((enum web_chart)chart);
}

static enum message
title_of(int chart)
{
	return chart == RANKS ? MSG_EV_RANKS :
	    web_chart_title((enum web_chart)chart);
}

/* Within the page, alone, and as pixels. */
static void
ask(struct drawing *d, const struct evidence *e, int chart,
    struct draw_request what, const char *when)
{
	static const struct {
		enum draw_form form;
		enum draw_theme theme;
	} forms[FORMS] = { { DRAW_SVG, DRAW_PAGE }, { DRAW_SVG, DRAW_PRINT },
		{ DRAW_PNG, DRAW_PRINT } };
	struct chart_frame *frame = &d->frame[d->n / FORMS];

	*frame = (struct chart_frame){ .id = id_of(chart),
		.title = message(e->lang, title_of(chart)),
		.subtitle = when, .lang = e->lang, .word = d->word };
	d->chart[d->n / FORMS] = chart;
	what.frame = frame;
	what.width = WIDTH;
	for (int f = 0; f < FORMS; f++) {
		what.form = forms[f].form;
		what.theme = forms[f].theme;
		d->request[d->n++] = what;
	}
}

static void
tell(struct buf *why, const char *what, const char *text)
{
	buf_printf(why, "%s%s: %s", why->n > 0 ? "; " : "", what, text);
}

/* A chart that lacks one of its forms is left out whole. */
static void
take(struct evidence *e, int chart, struct draw_request *r,
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
	*c = (struct evidence_chart){ id_of(chart), title_of(chart),
		chart == RANKS ? MSG__MAX : web_chart_about((enum web_chart)
		chart), r[0].image, r[1].image, r[2].image };
	e->n_charts++;
}

void
evidence_draw(struct evidence *e, const struct draw_tools *tools,
    struct buf *why)
{
	struct drawing *d = mem_new(sizeof(*d));
	struct draw_tools own = *tools;
	struct buf when = { 0 };
	struct err err = { .code = ERR_NONE };

	if (tools->gnuplot == NULL) {
		tell(why, "charts", "there is no gnuplot");
		mem_free(d);
		return;
	}
	chart_words(d->word, e->lang);
	buf_puts(&when, e->review->site->name);
	buf_puts(&when, " – ");
	period_text(&when, e->review->days, e->lang);
	for (size_t i = 0; i < PICTURES; i++)
		if (web_there(e->charts, pictures[i].chart))
			ask(d, e, (int)pictures[i].chart, (struct draw_request){
			    .kind = pictures[i].kind,
			    .data = (const char *)e->charts + pictures[i].data,
			    .height = pictures[i].height }, buf_text(&when));
	if (e->ranks->chart.n > 0)
		ask(d, e, RANKS, (struct draw_request){ .kind = DRAW_RANKS,
		    .data = &e->ranks->chart }, NULL);
	own.fc_match = NULL;
	if (d->n > 0 && !draw_all(&own, d->request, d->n, NULL, &err))
		tell(why, "charts", err.text);
	for (size_t i = 0; i < d->n / FORMS && err.code == ERR_NONE; i++)
		take(e, d->chart[i], &d->request[i * FORMS], why);
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

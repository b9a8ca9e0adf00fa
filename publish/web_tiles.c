/* SPDX-License-Identifier: MIT */
/* web_tiles.c -- coverage, and the six figures that are read first. */
#include <stdlib.h>

#include "common/hll.h"
#include "common/number.h"
#include "publish/period_text.h"
#include "publish/show_page.h"
#include "publish/web_page.h"

enum {
	TIMES_MANY = 9000, /* thousandths of growth: from there on "ten times" */
	MOST_DAYS = REVIEW_DAYS
};

/* ---- how much the logs cover, above all figures ---- */

static void
put_sentence(struct web *p, const char *text)
{
	html_put(p->out, " %s", text);
}

static const char *
three(struct web *p, enum message id, const char *const arg[3])
{
	struct buf b = { 0 };
	const char *text;

	message_fill(&b, p->lang, id, arg, 3);
	text = arena_dup(&p->text.arena, b.p, b.n);
	buf_close(&b);
	return text;
}

static void
put_hours(struct web *p)
{
	const struct review_coverage *c = &p->r->coverage;
	int64_t known = c->hours - c->state[CHART_NO_LOG];

	if (c->known && c->hours > 0)
		put_sentence(p, three(p, MSG_WEB_COVER, (const char *const[]){
		    page_number(&p->text, known),
		    page_number(&p->text, c->hours),
		    page_percent(&p->text, known, c->hours) }));
	else
		put_sentence(p, page_text(&p->text, MSG_WEB_COVER_DAYS,
		    page_number(&p->text, p->s->sums.days),
		    page_count(&p->text, (int64_t)p->r->due.to -
		    p->r->due.from + 1, MSG_DAY, MSG_DAYS)));
	if (c->known && c->gap_to_s > c->gap_from_s)
		put_sentence(p, page_text(&p->text, MSG_WEB_GAP,
		    page_instant(&p->text, c->gap_from_s),
		    page_instant(&p->text, c->gap_to_s)));
}

static bool
is_low(const struct web *p)
{
	const struct review_coverage *c = &p->r->coverage;

	return c->known ? c->permille < REVIEW_COVERED :
	    !period_covered(&p->s->sums, p->r->due);
}

static void
put_cover(struct web *p)
{
	const int64_t *lines = p->r->classes;
	bool low = p->s->f.n_days > 0 && is_low(p);

	html_put(p->out, low ? "<p class=\"cover low\" role=\"note\"><b>%s</b>" :
	    "<p class=\"cover\">", web_word(p, MSG_WEB_LOW));
	if (p->s->f.n_days == 0) {
		put_sentence(p, web_word(p, MSG_REPORT_NO_LINES));
	} else {
		put_hours(p);
		put_sentence(p, page_text(&p->text, MSG_WEB_LEFT_OUT,
		    page_number(&p->text, lines[CLASS_ROBOT]),
		    page_number(&p->text, lines[CLASS_INTERNAL] +
		    lines[CLASS_MONITOR])));
	}
	if (p->s->running)
		put_sentence(p, page_text(&p->text, MSG_WEB_RUNNING,
		    page_instant(&p->text, p->r->now_s), NULL));
	if (p->r->public)
		put_sentence(p, web_word(p, MSG_WEB_PUBLIC));
	html_put(p->out, " <a href=\"#method\">%s</a></p>\n",
	    web_word(p, MSG_WEB_METHOD));
}

/* ---- tiles ---- */

static void
tile_begin(struct web *p, enum message label, const char *value)
{
	html_put(p->out, "<div class=\"tile\"><dt>%s</dt><dd><b>%s</b>",
	    web_word(p, label), value);
}

static void
tile_note(struct web *p, const char *text)
{
	if (text[0] != '\0')
		html_put(p->out, "<p>%s</p>", text);
}

static void
tile_end(struct web *p, const int64_t *daily)
{
	if (daily != NULL)
		html_spark(p->out, daily, p->r->n_days);
	buf_puts(p->out, "</dd></div>\n");
}

static const char *
change_text(struct web *p, int64_t permille, bool points)
{
	struct buf b = { 0 };
	const char *text;

	if (permille == 0)
		return web_word(p, MSG_WEB_SAME);
	if (!points && permille >= TIMES_MANY) {
		number_put(&b, permille / 1000 + 1, p->lang);
		text = page_text(&p->text, MSG_WEB_TIMES, buf_text(&b), NULL);
	} else if (points) {
		number_put_tenths(&b, llabs(permille), p->lang);
		text = page_text(&p->text, MSG_SHOW_POINTS, buf_text(&b), NULL);
	} else {
		number_put_percent(&b, llabs(permille), p->lang);
		text = arena_dup(&p->text.arena, b.p, b.n);
	}
	buf_close(&b);
	return text;
}

/* "▲ 12,5 % so với tháng 9 năm 2026": an arrow and a word, not a colour alone. */
static void
put_change(struct web *p, enum show_row row, const struct show_other *o)
{
	struct buf other = { 0 };
	int64_t permille;
	bool good;

	if (!o->any || !show_change(row,
	    show_amount(row, &o->now, &o->now_uniques),
	    show_amount(row, &o->then, &o->then_uniques), &permille))
		return;
	period_text(&other, o->days.then, p->lang);
	good = permille > 0;
	html_put(p->out, "<p><span class=\"%s\">%s%s</span> %s</p>",
	    permille == 0 ? "eq" : good ? "up" : "dn",
	    permille == 0 ? "" : good ? "▲ " : "▼ ",
	    change_text(p, permille, false),
	    page_text(&p->text, MSG_WEB_SINCE, buf_text(&other), NULL));
	buf_close(&other);
}

static void
put_changes(struct web *p, enum show_row row)
{
	put_change(p, row, &p->s->before);
	put_change(p, row, &p->s->year);
}

/* What a line of days is made of; NULL: the days are too many, or one. */
static int64_t *
daily(struct web *p, int64_t (*figure)(const struct review_day *d))
{
	size_t n = p->r->n_days;
	int64_t *value;

	if (n < 2 || n > MOST_DAYS)
		return NULL;
	value = arena_new(&p->text.arena, n * sizeof(*value));
	for (size_t i = 0; i < n; i++)
		value[i] = figure(&p->r->day[i]);
	return value;
}

static int64_t
day_visits(const struct review_day *d)
{
	return d->visits == REVIEW_NONE ? HTML_GAP : d->visits;
}

static int64_t
day_pages(const struct review_day *d)
{
	return d->pages == REVIEW_NONE ? HTML_GAP : d->pages;
}

static int64_t
day_visitors(const struct review_day *d)
{
	return d->f == NULL ? HTML_GAP : d->f->v.visitors;
}

static int64_t
day_peak(const struct review_day *d)
{
	return d->f == NULL ? HTML_GAP : d->f->v.online_peak;
}

static void
put_traffic(struct web *p)
{
	const struct period_sums *n = &p->s->sums;
	struct period_sums ended = report_add_up_ended(&p->text, 0,
	    p->s->f.n_days);

	tile_begin(p, MSG_REPORT_VISITS, page_number(&p->text, n->visits));
	put_changes(p, SHOW_VISITS);
	if (n->days > 1)
		tile_note(p, page_text(&p->text, MSG_SHOW_A_DAY,
		    page_ratio(&p->text, ended.visits, ended.days), NULL));
	tile_end(p, daily(p, day_visits));
	tile_begin(p, MSG_REPORT_PAGES, page_number(&p->text, n->pages));
	put_changes(p, SHOW_PAGES);
	if (n->visits > 0)
		tile_note(p, page_text(&p->text, MSG_SHOW_A_VISIT,
		    page_ratio(&p->text, n->views, n->visits), NULL));
	tile_end(p, daily(p, day_pages));
}

/* "± 0,8 %" */
static const char *
error_text(struct web *p)
{
	struct buf b = { 0 };
	const char *text;

	buf_puts(&b, "±\xc2\xa0");
	number_put_percent(&b, (int64_t)(HLL_ERROR * 1000 + 0.5), p->lang);
	text = arena_dup(&p->text.arena, b.p, b.n);
	buf_close(&b);
	return text;
}

static void
put_visitors(struct web *p)
{
	const struct period_sums *n = &p->s->sums;
	struct period_sums ended = report_add_up_ended(&p->text, 0,
	    p->s->f.n_days);
	bool one = n->days <= 1;

	if (p->s->uniques.known && !one) {
		tile_begin(p, MSG_WEB_UNIQUES,
		    page_number(&p->text, p->s->uniques.visitors));
		put_changes(p, SHOW_UNIQUES);
		tile_note(p, page_text(&p->text, MSG_WEB_ERROR, error_text(p),
		    NULL));
	} else {
		tile_begin(p, one ? MSG_REPORT_COLUMN_VISITORS :
		    MSG_REPORT_VISITORS, one ?
		    page_number(&p->text, n->visitors) :
		    page_ratio(&p->text, ended.visitors, ended.days));
		put_changes(p, SHOW_VISITORS);
	}
	tile_end(p, daily(p, day_visitors));
	tile_begin(p, MSG_REPORT_PEAK, n->peak == NULL ? "–" :
	    page_number(&p->text, n->peak->v.online_peak));
	if (n->peak != NULL && n->peak->v.online_peak > 0)
		tile_note(p, page_text(&p->text, MSG_WEB_PEAK_AT,
		    page_instant(&p->text, n->peak->v.online_peak_at_s), NULL));
	put_changes(p, SHOW_PEAK);
	tile_end(p, daily(p, day_peak));
}

static void
put_part(struct web *p, int64_t from, int64_t part, const char *colour)
{
	html_put(p->out, "<rect x=\"%d.%d%%\" width=\"%d.%d%%\" "
	    "height=\"100%%\" fill=\"var(--%s)\"/>", (int)(from / 10),
	    (int)(from % 10), (int)(part / 10), (int)(part % 10), colour);
}

/* The known hours by state, as a bar; the notes beside it say the same.  What is not served
 * lies over the rest, from the right. */
static void
put_mix(struct web *p, const int64_t *state, int64_t known)
{
	static const char *const colour[] = { [CHART_SERVED] = "served",
		[CHART_QUIET] = "quiet", [CHART_ERRORS] = "errors",
		[CHART_DOWN] = "down" };
	int64_t from = 1000;

	buf_puts(p->out, "<svg class=\"mix\" aria-hidden=\"true\">");
	put_part(p, 0, 1000, colour[CHART_SERVED]);
	for (int s = CHART_QUIET; s < CHART_NO_LOG; s++) {
		int64_t part = number_permille(state[s], known);

		if (state[s] == 0)
			continue;
		part = part < 10 ? 10 : part; /* what is there is seen */
		from = part < from ? from - part : 0;
		put_part(p, from, part, colour[s]);
	}
	buf_puts(p->out, "</svg>");
}

static void
put_hours_served(struct web *p)
{
	static const struct {
		enum chart_state state;
		enum message text;
	} rest[] = { { CHART_QUIET, MSG_WEB_QUIET_HOURS },
		{ CHART_ERRORS, MSG_WEB_ERROR_HOURS },
		{ CHART_DOWN, MSG_WEB_DOWN_HOURS } };
	const struct review_coverage *c = &p->r->coverage;
	int64_t known = c->hours - c->state[CHART_NO_LOG];

	if (!c->known || known <= 0) {
		tile_begin(p, MSG_WEB_SERVED, "–");
		tile_note(p, web_word(p, MSG_WEB_UNKNOWN));
		tile_end(p, NULL);
		return;
	}
	tile_begin(p, MSG_WEB_SERVED,
	    page_percent(&p->text, c->state[CHART_SERVED], known));
	tile_note(p, page_text(&p->text, MSG_WEB_OF_HOURS,
	    page_number(&p->text, c->state[CHART_SERVED]),
	    page_number(&p->text, known)));
	for (size_t i = 0; i < sizeof(rest) / sizeof(rest[0]); i++)
		if (c->state[rest[i].state] > 0)
			tile_note(p, page_text(&p->text, rest[i].text,
			    page_number(&p->text, c->state[rest[i].state]),
			    NULL));
	put_mix(p, c->state, known);
	tile_end(p, NULL);
}

static void
put_faults(struct web *p)
{
	struct web_faults f = web_faults(p);

	tile_begin(p, MSG_WEB_FAULTS,
	    page_percent(&p->text, f.faults, f.requests));
	if (f.requests > 0)
		tile_note(p, page_text(&p->text, MSG_WEB_OF_HITS,
		    page_number(&p->text, f.faults),
		    page_number(&p->text, f.requests)));
	tile_end(p, NULL);
}

void
web_tiles(struct web *p)
{
	web_group_begin(p, "overview", MSG_WEB_OVERVIEW);
	put_cover(p);
	if (p->s->f.n_days > 0) {
		buf_puts(p->out, "<dl class=\"tiles\">\n");
		put_traffic(p);
		put_visitors(p);
		put_hours_served(p);
		put_faults(p);
		buf_puts(p->out, "</dl>\n");
	}
}

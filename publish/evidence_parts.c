/* SPDX-License-Identifier: MIT */
/* evidence_parts.c -- scope, figures, charts, coverage, definitions, limits. */
#include "common/number.h"
#include "publish/evidence_page.h"
#include "publish/period_text.h"

static const char *
kept(struct evidence_page *p, struct buf *b)
{
	const char *text = arena_dup(&p->text.arena, b->p, b->n);

	buf_close(b);
	return text;
}

static void
put_pair(struct evidence_page *p, enum message name, const char *text)
{
	ev_row(p, "");
	ev_cell(p, "", ev_word(p, name));
	ev_cell(p, "", text);
	ev_row_end(p);
}

/* ---- scope ---- */

static const char *
hosts(struct evidence_page *p)
{
	struct buf b = { 0 };

	buf_puts(&b, p->r->site->name);
	for (const char **h = p->r->site->host; h != NULL && *h != NULL; h++)
		buf_printf(&b, "%s%s", h == p->r->site->host ? " (" : ", ", *h);
	if (p->r->site->host != NULL && p->r->site->host[0] != NULL)
		buf_putc(&b, ')');
	return kept(p, &b);
}

static const char *
days_text(struct evidence_page *p)
{
	struct buf b = { 0 };

	period_title(&b, p->r->days, p->lang);
	buf_puts(&b, ": ");
	period_date(&b, p->r->days.from, p->lang);
	buf_puts(&b, " – ");
	period_date(&b, p->r->days.to, p->lang);
	return kept(p, &b);
}

static int64_t
open_days(const struct review *r)
{
	int64_t n = 0;

	for (size_t i = 0; i < r->n_days; i++)
		n += r->day[i].f != NULL && !r->day[i].f->sealed;
	return n;
}

void
ev_scope(struct evidence_page *p)
{
	static const enum message none[] = { MSG__MAX };
	struct buf version = { 0 };
	int64_t open = open_days(p->r);

	ev_part(p, MSG_EV_SCOPE);
	ev_table_begin(p, "", none);
	put_pair(p, MSG_EV_UNIT, hosts(p));
	put_pair(p, MSG_EV_PERIOD, days_text(p));
	put_pair(p, MSG_EV_AS_OF, page_instant(&p->text, p->r->now_s));
	put_pair(p, MSG_EV_ZONE, p->r->site->zone_name);
	buf_printf(&version, "truycap %s", p->e->version);
	put_pair(p, MSG_EV_PROGRAM, kept(p, &version));
	ev_table_end(p);
	if (p->r->show.show.running)
		ev_para(p, "warn", ev_word(p, MSG_EV_RUNNING));
	else if (open > 0)
		ev_para(p, "warn", ev_fill(p, MSG_EV_OPEN_DAYS,
		    (const char *[]){ page_number(&p->text, open) }, 1));
	if (p->r->coverage.known &&
	    p->r->coverage.permille < REVIEW_COVERED)
		ev_para(p, "warn", ev_word(p, MSG_EV_COVER_LOW));
}

/* ---- figures ---- */

static void
put_figure(struct evidence_page *p, enum message name, int64_t n, int64_t days)
{
	ev_row(p, "");
	ev_cell(p, "", ev_word(p, name));
	ev_count(p, n);
	ev_cell(p, "n", days > 0 && n != REVIEW_NONE ?
	    page_ratio(&p->text, n, days) : "");
	ev_row_end(p);
}

void
ev_figures(struct evidence_page *p)
{
	static const enum message heads[] = { MSG_HEAD_FIGURE, MSG_HEAD_VALUE,
		MSG_WEB_MEANS, MSG__MAX };
	const struct period_sums *s = &p->r->show.show.sums;
	int64_t days = s->days;
	bool any = days > 0;

	ev_part(p, MSG_EV_FIGURES);
	ev_table_begin(p, "", heads);
	put_figure(p, MSG_HEAD_DAYS_WITH_LINES, days, 0);
	put_figure(p, MSG_REPORT_VISITS, any ? s->visits : REVIEW_NONE, days);
	put_figure(p, MSG_HEAD_VISITORS, any ? s->visitors : REVIEW_NONE,
	    days);
	put_figure(p, MSG_REPORT_PAGES, any ? s->pages : REVIEW_NONE, days);
	put_figure(p, MSG_REPORT_HITS, any ? s->hits : REVIEW_NONE, days);
	put_figure(p, MSG_HEAD_ROBOT_HITS, any ? s->robots : REVIEW_NONE,
	    days);
	put_figure(p, MSG_HEAD_ALL_HITS, any ? s->all : REVIEW_NONE, days);
	put_figure(p, MSG_HEAD_UNCERTAIN, any ? s->doubt_visits : REVIEW_NONE,
	    0);
	put_figure(p, MSG_REPORT_PEAK, s->peak != NULL ?
	    s->peak->v.online_peak : REVIEW_NONE, 0);
	ev_table_end(p);
	ev_para(p, "note", ev_word(p, MSG_WEB_ABOUT_UNIQUES));
}

/* ---- charts ---- */

static void
put_chart(struct evidence_page *p, size_t i)
{
	const struct evidence_chart *c = &p->e->chart[i];
	struct buf n = { 0 };

	buf_printf(&n, "%zu", i + 1);
	buf_puts(p->out, "<figure>\n");
	buf_span(p->out, buf_view(&c->page));
	html_put(p->out, "<figcaption>%s. %s</figcaption></figure>\n",
	    ev_fill(p, MSG_EV_FIGURE, (const char *[]){ buf_text(&n),
	    ev_word(p, c->title) }, 2), c->about != MSG__MAX ?
	    ev_word(p, c->about) : "");
	buf_close(&n);
}

void
ev_charts(struct evidence_page *p)
{
	ev_part(p, MSG_EV_CHARTS);
	if (p->e->n_charts == 0)
		ev_para(p, "note", ev_word(p, MSG_EV_NO_CHARTS));
	for (size_t i = 0; i < p->e->n_charts; i++)
		put_chart(p, i);
}

/* ---- coverage ---- */

static void
put_hours(struct evidence_page *p, enum message name, int64_t n)
{
	ev_row(p, "");
	ev_cell(p, "", ev_word(p, name));
	ev_count(p, p->r->coverage.known ? n : REVIEW_NONE);
	ev_row_end(p);
}

static const char *
gap_text(struct evidence_page *p)
{
	const struct review_coverage *c = &p->r->coverage;
	struct buf b = { 0 };

	if (!c->known)
		return "–";
	if (c->gap_from_s >= c->gap_to_s)
		return ev_word(p, MSG_EV_COVER_NONE);
	buf_puts(&b, page_instant(&p->text, c->gap_from_s));
	buf_puts(&b, " – ");
	buf_puts(&b, page_instant(&p->text, c->gap_to_s));
	return kept(p, &b);
}

void
ev_coverage(struct evidence_page *p)
{
	static const enum message none[] = { MSG__MAX };
	const struct review_coverage *c = &p->r->coverage;
	struct buf share = { 0 };

	ev_part(p, MSG_EV_COVERAGE);
	if (c->known)
		number_put_percent(&share, c->permille, p->lang);
	else
		buf_puts(&share, "–");
	ev_table_begin(p, "", none);
	ev_row(p, "");
	ev_cell(p, "", ev_word(p, MSG_EV_COVER_SHARE));
	ev_cell(p, "n", kept(p, &share));
	ev_row_end(p);
	put_hours(p, MSG_EV_COVER_HOURS, c->hours);
	put_hours(p, MSG_EV_COVER_SERVED, c->state[CHART_SERVED]);
	put_hours(p, MSG_EV_COVER_QUIET, c->state[CHART_QUIET]);
	put_hours(p, MSG_EV_COVER_ERRORS, c->state[CHART_ERRORS]);
	put_hours(p, MSG_EV_COVER_DOWN, c->state[CHART_DOWN]);
	put_hours(p, MSG_EV_COVER_UNKNOWN, c->state[CHART_NO_LOG]);
	ev_row(p, "");
	ev_cell(p, "", ev_word(p, MSG_EV_COVER_DAYS));
	ev_count(p, c->days_without);
	ev_row_end(p);
	ev_row(p, "");
	ev_cell(p, "", ev_word(p, MSG_EV_COVER_GAP));
	ev_cell(p, "n", gap_text(p));
	ev_row_end(p);
	ev_table_end(p);
}

/* ---- definitions ---- */

bool
ev_definition(struct evidence_page *p, size_t i, const char **term,
    const char **text)
{
	const struct report_figures *f = &p->r->show.show.f;
	const struct {
		enum message term;
		const char *text;
	} row[] = {
		{ MSG_REPORT_PAGES, ev_word(p, MSG_ABOUT_PAGES) },
		{ MSG_REPORT_VISITS, page_text(&p->text, MSG_ABOUT_VISITS,
		    page_duration(&p->text, f->gap_s), NULL) },
		{ MSG_REPORT_COLUMN_VISITORS,
		    ev_word(p, MSG_REPORT_ABOUT_VISITORS) },
		{ MSG_WEB_UNIQUES, ev_word(p, MSG_WEB_ABOUT_UNIQUES) },
		{ MSG_WEB_ONLINE_WORD, page_text(&p->text,
		    MSG_REPORT_ABOUT_ONLINE, page_duration(&p->text,
		    f->window_s), NULL) },
		{ MSG_WEB_SERVED, ev_word(p, MSG_WEB_ABOUT_HOURS) },
		{ MSG_WEB_MEANS, ev_word(p, MSG_REPORT_ABOUT_MEANS) },
	};

	if (i >= sizeof(row) / sizeof(*row))
		return false;
	*term = ev_word(p, row[i].term);
	*text = row[i].text;
	return true;
}

void
ev_definitions(struct evidence_page *p)
{
	const char *term, *text;

	ev_part(p, MSG_EV_DEFINITIONS);
	buf_puts(p->out, "<dl>\n");
	for (size_t i = 0; ev_definition(p, i, &term, &text); i++)
		html_put(p->out, "<dt>%s</dt><dd>%s</dd>\n", term, text);
	buf_puts(p->out, "</dl>\n");
}

/* ---- limits ---- */

bool
ev_limit(enum lang lang, size_t i, const char **text)
{
	static const enum message limit[] = { MSG_EV_LIMIT_1, MSG_EV_LIMIT_2,
		MSG_EV_LIMIT_3, MSG_EV_LIMIT_4, MSG_EV_LIMIT_5, MSG_EV_LIMIT_6,
		MSG_EV_LIMIT_7, MSG_EV_LIMIT_8 };

	if (i >= sizeof(limit) / sizeof(*limit))
		return false;
	*text = message(lang, limit[i]);
	return true;
}

void
ev_limits(struct evidence_page *p)
{
	const char *text;

	ev_part(p, MSG_EV_LIMITS);
	buf_puts(p->out, "<ol>\n");
	for (size_t i = 0; ev_limit(p->lang, i, &text); i++)
		html_put(p->out, "<li>%s</li>\n", text);
	buf_puts(p->out, "</ol>\n");
}

/* SPDX-License-Identifier: MIT */
/* web_index.c -- all months of a site, the last one first, with links to their reports. */
#include "aggregate/figures.h"
#include "common/civil.h"
#include "common/number.h"
#include "publish/period_text.h"
#include "publish/review_inside.h"
#include "publish/web_page.h"

bool
web_months(const struct store_site *s, int64_t now_s, struct review *out,
    struct err *err)
{
	struct day_list all;
	int32_t last;

	*out = (struct review){ .site = s->site, .now_s = now_s,
		.kind = PERIOD_KIND_MONTH };
	if (!figures_days(s, PERIOD_ALL, now_s, &all, err))
		return false;
	last = all.n > 0 ? all.day[all.n - 1].day :
	    zone_day_at(s->site->zone, now_s).day;
	mem_free(all.day);
	out->days = out->due = (struct period){ civil_month_start(last), last };
	return review_months(s, out, err);
}

/* What the page's texts need of a report's figures. */
static void
open_page(struct web *p, const struct web_index *w,
    const struct report_figures *f, struct buf *out)
{
	*p = (struct web){ .out = out, .lang = w->lang,
		.text = { .f = f, .lang = w->lang }, .flat = true };
}

static void
put_header(struct web *p, const struct web_index *w)
{
	buf_puts(p->out, "<header class=\"top\"><div class=\"wrap\">\n<div>");
	web_site(p->out, w->site);
	html_put(p->out, "<h1>%s</h1></div>\n<div class=\"tools\">\n",
	    web_word(p, MSG_WEB_INDEX_TITLE));
	web_theme_switch(p->out, p->lang);
	buf_puts(p->out, "</div></div></header>\n");
}

static int64_t
greatest(const struct web_index *w)
{
	int64_t most = 0;

	for (size_t i = 0; i < w->n; i++)
		if (w->row[i].month->visits > most)
			most = w->row[i].month->visits;
	return most;
}

/* "+12.5%" of the month before, where both are whole. */
static void
put_change(struct web *p, const struct web_index *w, size_t i)
{
	const struct review_month *m = w->row[i].month, *o;
	struct buf b = { 0 };
	int64_t permille;

	if (i == 0 || m->partial || m->visits == REVIEW_NONE) {
		html_unknown(p->out);
		return;
	}
	o = w->row[i - 1].month;
	if (o->partial || o->visits == REVIEW_NONE || o->visits == 0) {
		html_unknown(p->out);
		return;
	}
	permille = number_permille(m->visits, o->visits) - 1000;
	buf_puts(&b, permille > 0 ? "+" : permille < 0 ? "−" : "");
	number_put_percent(&b, permille < 0 ? -permille : permille, p->lang);
	html_number(p->out, permille, buf_text(&b));
	buf_close(&b);
}

static void
put_number(struct web *p, int64_t n)
{
	if (n == REVIEW_NONE)
		html_unknown(p->out);
	else
		html_number(p->out, n, page_number(&p->text, n));
}

static void
put_month(struct web *p, const struct web_index *w, size_t i, int64_t most)
{
	const struct review_month *m = w->row[i].month;
	struct buf name = { 0 }, id = { 0 };

	period_title(&name, m->days, p->lang);
	buf_printf(&id, "m%04d-%02d", m->year, m->month);
	html_row_begin(p->out);
	html_link(p->out, &(struct html_link){ buf_text(&id), w->row[i].page.href,
	    buf_text(&name), most > 0 && m->visits != REVIEW_NONE ?
	    number_permille(m->visits, most) : 0,
	    (int64_t)m->year * 12 + m->month });
	put_number(p, m->visits);
	put_change(p, w, i);
	put_number(p, m->pages);
	if (m->visits == REVIEW_NONE || m->days_with_lines == 0)
		html_unknown(p->out);
	else
		html_number(p->out, m->visits / m->days_with_lines,
		    page_ratio(&p->text, m->visits, m->days_with_lines));
	html_note(p->out, m->running ? web_word(p, MSG_WEB_IS_RUNNING) :
	    m->days_with_lines == 0 ? web_word(p, MSG_WEB_NO_LOGS) :
	    m->partial ? web_word(p, MSG_WEB_PARTIAL) :
	    w->row[i].page.href == NULL ? web_word(p, MSG_WEB_NOT_WRITTEN) :
	    "");
	html_row_end(p->out);
	buf_close(&name);
	buf_close(&id);
}

static void
put_months(struct web *p, const struct web_index *w)
{
	const struct html_column column[] = {
		{ web_word(p, MSG_COLUMN_MONTH), HTML_NAME },
		{ web_word(p, MSG_REPORT_VISITS), HTML_NUMBER },
		{ web_word(p, MSG_COLUMN_CHANGE), HTML_NUMBER },
		{ web_word(p, MSG_REPORT_PAGES), HTML_NUMBER },
		{ web_word(p, MSG_WEB_MONTH_MEAN), HTML_NUMBER },
		{ web_word(p, MSG_COLUMN_STATE), HTML_NOTE } };
	struct html_table t = { .out = p->out, .id = "t-months",
		.caption = web_word(p, MSG_WEB_INDEX_ABOUT), .column = column,
		.n = 6, .class = "months pair", .wide_names = true };
	struct web_card card = { "months", t.caption, "", "" };
	int64_t most = greatest(w);

	web_card_begin(p, &card);
	if (w->n == 0) {
		html_put(p->out, "<p class=\"none\">%s</p>\n",
		    web_word(p, MSG_REPORT_NO_LINES));
	} else {
		html_table_begin(&t);
		for (size_t i = w->n; i > 0; i--)
			put_month(p, w, i - 1, most);
		html_table_end(&t);
	}
	web_card_end(p);
}

static void
put_others(struct web *p, const struct web_index *w)
{
	struct web_card card = { "others",
		web_word(p, MSG_WEB_OTHER_REPORTS), "", "" };

	if (w->n_others == 0)
		return;
	web_card_begin(p, &card);
	buf_puts(p->out, "<ul class=\"files\">");
	for (size_t i = 0; i < w->n_others; i++)
		html_put(p->out, "<li><a href=\"%s\">%s</a></li>",
		    w->other[i].href, w->other[i].label);
	buf_puts(p->out, "</ul>\n");
	web_card_end(p);
}

void
web_index(const struct web_index *w, struct buf *out)
{
	struct report_figures f = { .zone = w->site->zone,
		.now_s = w->now_s };
	struct buf title = { 0 };
	struct web p;

	open_page(&p, w, &f, out);
	buf_puts(&title, web_word(&p, MSG_WEB_INDEX_TITLE));
	if (w->site->name[0] != '\0')
		buf_printf(&title, " – %s", w->site->name);
	web_document_begin(out, w->lang, buf_text(&title));
	buf_close(&title);
	put_header(&p, w);
	buf_puts(out, "<main class=\"wrap\" id=\"main\"><div class=\"group\">\n");
	put_months(&p, w);
	put_others(&p, w);
	html_put(out, "</div></main>\n<footer><div class=\"wrap\"><p>%s</p>"
	    "</div></footer>\n", page_text(&p.text, MSG_WEB_PROGRAM, "truycap",
	    page_instant(&p.text, w->now_s)));
	web_document_end(out);
	web_close(&p);
}

/* SPDX-License-Identifier: MIT */
/* web_method.c -- by which definitions, lists and files: how to get the same figures again. */
#include "publish/review_table.h"
#include "publish/web_page.h"

#include "publish/period_text.h"

static const char *
date(struct web *p, int32_t day)
{
	return page_date(&p->text, day);
}

static void
put_term(struct web *p, enum message term, const char *text)
{
	html_put(p->out, "<dt>%s</dt><dd>%s</dd>\n", web_word(p, term), text);
}

/* ---- definitions ---- */

static const char *
zone_text(struct web *p)
{
	struct buf b = { 0 };
	const char *text;

	buf_puts(&b, p->r->site->zone_name);
	text = arena_dup(&p->text.arena, buf_text(&b), b.n);
	buf_close(&b);
	return text;
}

static void
put_definitions(struct web *p)
{
	const struct report_figures *f = &p->s->f;
	struct web_card card = { "definitions",
		web_word(p, MSG_REPORT_DEFINITIONS), "", "" };

	web_card_begin(p, &card);
	buf_puts(p->out, "<dl class=\"defs\">\n");
	put_term(p, MSG_REPORT_PAGES, web_word(p, MSG_ABOUT_PAGES));
	put_term(p, MSG_REPORT_VISITS, page_text(&p->text, MSG_ABOUT_VISITS,
	    page_duration(&p->text, f->gap_s), NULL));
	put_term(p, MSG_REPORT_COLUMN_VISITORS,
	    web_word(p, MSG_REPORT_ABOUT_VISITORS));
	put_term(p, MSG_WEB_UNIQUES, web_word(p, MSG_WEB_ABOUT_UNIQUES));
	put_term(p, MSG_WEB_ONLINE_WORD, page_text(&p->text,
	    MSG_REPORT_ABOUT_ONLINE, page_duration(&p->text, f->window_s),
	    NULL));
	put_term(p, MSG_WEB_SERVED, web_word(p, MSG_WEB_ABOUT_HOURS));
	put_term(p, MSG_WEB_MEANS, web_word(p, MSG_REPORT_ABOUT_MEANS));
	put_term(p, MSG_WEB_ZONE, zone_text(p));
	buf_puts(p->out, "</dl>\n");
	web_card_end(p);
}

/* ---- lists ---- */

static void
put_lists(struct web *p)
{
	struct web_card card = { "lists", web_word(p, MSG_WEB_LISTS), "", "" };
	const struct html_column column[] = {
		{ web_word(p, MSG_COLUMN_KIND), HTML_NAME },
		{ web_word(p, MSG_COLUMN_NAME), HTML_NOTE },
		{ web_word(p, MSG_COLUMN_VERSION), HTML_NOTE },
		{ "SHA-256", HTML_NOTE },
		{ web_word(p, MSG_REPORT_COLUMN_DAYS), HTML_NUMBER } };
	struct html_table t = { .out = p->out, .id = "t-lists",
		.caption = card.title, .column = column, .n = 5,
		.class = "hashes" };

	if (p->r->n_lists == 0)
		return;
	web_card_begin(p, &card);
	html_table_begin(&t);
	for (size_t i = 0; i < p->r->n_lists; i++) {
		const struct review_list *l = &p->r->list[i];

		html_row_begin(p->out);
		html_name(p->out, HTML_NAME, review_list_kind(p->lang, l->kind),
		    HTML_NO_BAR);
		html_note(p->out, strcmp(l->name, "built-in") == 0 ?
		    web_word(p, MSG_BUILT_IN) : l->name);
		html_note(p->out, l->version);
		html_hash(p->out, l->sha256);
		html_number(p->out, l->n_days,
		    page_number(&p->text, l->n_days));
		html_row_end(p->out);
	}
	html_table_end(&t);
	web_card_end(p);
}

/* ---- the total, and what it began with ---- */

static const char *
filled(struct web *p, enum message id, const char *const arg[], unsigned n)
{
	struct buf b = { 0 };
	const char *text;

	message_fill(&b, p->lang, id, arg, n);
	text = arena_dup(&p->text.arena, buf_text(&b), b.n);
	buf_close(&b);
	return text;
}

static const char *
unit_text(struct web *p, const char *unit)
{
	if (strcmp(unit, "visits") == 0)
		return web_word(p, MSG_VISITS);
	if (strcmp(unit, "pages") == 0)
		return web_word(p, MSG_PAGES);
	return strcmp(unit, "visitor-days") == 0 ?
	    web_word(p, MSG_VISITOR_DAYS) : unit;
}

/* What the store notes of a balance that a configuration has. */
static const char *
source_text(struct web *p, const char *source)
{
	if (strcmp(source, "configuration") == 0)
		return web_word(p, MSG_WEB_FROM_CONFIG);
	return source[0] != '\0' ? source : "–";
}

static void
put_total(struct web *p)
{
	const struct review_total *t = &p->r->total;
	struct web_card card = { "total", web_word(p, MSG_TOTAL_VISITS), "",
		"" };
	const char *to = p->r->due.to >= p->text.today ? page_instant(&p->text, p->r->now_s) :
	    page_text(&p->text, MSG_REMARK_END_OF, date(p, p->r->due.to), NULL);

	if (!t->known)
		return;
	web_card_begin(p, &card);
	buf_puts(p->out, "<dl class=\"defs\">\n");
	if (t->opened)
		put_term(p, MSG_WEB_OPENING, filled(p, MSG_WEB_OPENING_IS,
		    (const char *const[]){ page_number(&p->text, t->balance),
		    unit_text(p, t->unit), date(p, t->as_of_day - 1),
		    source_text(p, t->source),
		    t->by[0] != '\0' ? t->by : "–" }, 5));
	if (t->opened && t->sha256[0] != '\0')
		html_put(p->out, "<dt>SHA-256</dt><dd class=\"mono\">%s</dd>\n",
		    t->sha256);
	if (t->opened && t->added)
		put_term(p, MSG_TOTAL_VISITS, filled(p, MSG_WEB_TOTAL_IS,
		    (const char *const[]){ page_number(&p->text, t->total), to,
		    page_number(&p->text, t->visits),
		    date(p, t->since_day) }, 4));
	else
		put_term(p, MSG_TOTAL_VISITS, filled(p, MSG_WEB_TOTAL_ALONE,
		    (const char *const[]){ page_number(&p->text, t->visits),
		    to, date(p, t->since_day) }, 3));
	buf_puts(p->out, "</dl>\n");
	web_card_end(p);
}

void
web_method(struct web *p)
{
	web_group_begin(p, "method", MSG_WEB_METHOD);
	put_definitions(p);
	put_total(p);
	put_lists(p);
	web_group_end(p);
}

/* SPDX-License-Identifier: MIT */
/* show.c -- the page of `truycap show`: its head, and what follows on what. */
#include "publish/show_page.h"

static void
put_coverage(struct report_page *p, const struct show_figures *s)
{
	page_period(p);
	if (s->running)
		page_item(p, page_text(p, MSG_SHOW_UNTIL,
		    page_instant(p, s->f.now_s), NULL), false);
	page_item(p, page_text(p, MSG_REPORT_ZONE,
	    page_escaped(p, zone_name(s->f.zone)), NULL), true);
	term_end(&p->term);
}

static const char *
days_text(struct report_page *p, struct period d)
{
	return d.from == d.to ? page_weekday(p, d.from) :
	    page_text(p, MSG_REPORT_PERIOD, page_date(p, d.from),
	    page_date(p, d.to));
}

static void
put_apology(struct report_page *p, const struct show_figures *s)
{
	struct term *t = &p->term;

	term_end(t);
	if (s->any_known) {
		term_words(t, INK_PLAIN, page_text(p, MSG_SHOW_NOTHING_THEN,
		    days_text(p, s->days), days_text(p, s->known)), PAGE_LEFT);
	} else {
		term_words(t, INK_PLAIN, message(p->lang, MSG_SHOW_NOTHING),
		    PAGE_LEFT);
		term_piece(t, INK_STRONG, "truycap update", PAGE_LEFT);
	}
	term_end(t);
}

void
show_terminal(const struct show_figures *s, const struct report_style *style,
    struct buf *out)
{
	struct report_page p = { .f = &s->f, .lang = style->lang,
		.edge = style->width - 1,
		.today = zone_day_at(s->f.zone, s->f.now_s).day,
		.term = { .out = out, .width = style->width - 1,
		    .color = style->color } };

	page_title(&p);
	if (s->f.n_days > 0) {
		put_coverage(&p, s);
		show_headline(&p, s);
		if (s->n_hours > 0)
			show_hours(&p, s);
		else
			report_days(&p);
		show_lists(&p, s);
		show_times(&p, s);
		report_definitions(&p);
	} else {
		put_apology(&p, s);
	}
	arena_close(&p.arena);
}

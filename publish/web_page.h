/* SPDX-License-Identifier: MIT */
/* web_page.h -- the parts of the HTML report, inside. */
#ifndef PUBLISH_WEB_PAGE_H
#define PUBLISH_WEB_PAGE_H

#include "publish/html.h"
#include "publish/report_page.h"
#include "publish/web.h"

struct web {
	const struct web_report *w;
	const struct review *r;
	const struct show_figures *s;
	struct buf *out;
	struct report_page text; /* figures as texts, and their arena */
	enum lang lang;
	bool flat; /* without groups: cards' headings are the second level */
};

/* Opens with the texts' arena; close frees it. */
void web_open(struct web *p, const struct web_report *w, struct buf *out);
void web_close(struct web *p);

/* The lists by dimension. */
const struct dims *web_dims(const struct web *p);

/* A text of the catalogue. */
static inline const char *
web_word(const struct web *p, enum message id)
{
	return message(p->lang, id);
}

/* A document around a body: head with policy, style and script; header and footer are the
 * caller's. */
void web_document_begin(struct buf *out, enum lang lang, const char *title);
void web_document_end(struct buf *out);
/* The switch between light, dark, and as the system has it. */
void web_theme_switch(struct buf *out, enum lang lang);

/* A group of cards under a heading; a card is one of its parts. */
struct web_card {
	const char *id;
	const char *title, *about; /* about: "" for none */
	const char *class;         /* "", "half", "third" */
};
void web_group_begin(struct web *p, const char *id, enum message title);
void web_group_end(struct web *p);
void web_card_begin(struct web *p, const struct web_card *c);
void web_card_end(struct web *p);

/* Requests of all classes that the server answered with 5xx, of all. */
struct web_faults {
	int64_t faults, requests;
};
struct web_faults web_faults(const struct web *p);

/* The parts, in the order of the page.  Tiles open the group that remarks close. */
void web_head(struct web *p);
/* A name of a log, with its middle left out where it is long: a page is to stay small, and
 * the CSV files have all of it. */
const char *web_short(struct web *p, const char *text);
void web_site(struct buf *out, const struct site *site);
void web_tiles(struct web *p);
void web_remarks(struct web *p);
void web_time_charts(struct web *p);
void web_content(struct web *p);
void web_people(struct web *p);
void web_service(struct web *p);
void web_robots(struct web *p);
void web_method(struct web *p);
void web_sources(struct web *p);

/* A chart, or why it is not there, and its table behind a summary; nothing where there is no
 * data for it. */
void web_figure(struct web *p, enum web_chart chart, const char *class);
bool web_has(const struct web *p, enum web_chart chart);
/* Online and months stand side by side, where both are there. */
bool web_halves(const struct review_charts *c);

/* The keys of a dimension with most of a count, as a card. */
enum web_more {
	WEB_MORE_NONE,
	WEB_MORE_BYTES, /* sent to people */
	WEB_MORE_FROM   /* the key's second text: the page with the link */
};
struct web_list {
	struct web_card card;
	enum dim dim;
	enum tally_count count;
	bool all;              /* robots' and the rest's hits, too */
	enum message head, unit; /* heads of the columns */
	enum message none;     /* what is said of an empty list */
	int64_t whole;         /* shares are of it; 0: no shares */
	bool adds_up;          /* to whole: what is not shown is the rest */
	int rows;
	enum html_cell cell;
	enum web_more more;
};
void web_list(struct web *p, const struct web_list *l);

#endif

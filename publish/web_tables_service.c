/* SPDX-License-Identifier: MIT */
/* web_tables_service.c -- tables of availability, response times and whose requests. */
#include "publish/web_tables.h"

#include <stdio.h>

/* ---- availability: how many hours of each state, and which are unusual ---- */

static const enum message state_name[] = {
	[CHART_SERVED] = MSG_CHART_SERVED,
	[CHART_QUIET] = MSG_CHART_QUIET,
	[CHART_ERRORS] = MSG_COLUMN_ERRORS,
	[CHART_DOWN] = MSG_COLUMN_DOWN,
	[CHART_NO_LOG] = MSG_CHART_NO_LOG,
};
enum { STATES = sizeof(state_name) / sizeof(state_name[0]) };

/* "Down: 2-10; Errors: 22-23" */
static const char *
unusual(struct web *p, const struct chart_strip_day *d)
{
	struct buf b = { 0 };
	const char *text;

	for (int h = 0; h < CHART_HOURS;) {
		int state = d->state[h], from = h;

		while (h < CHART_HOURS && d->state[h] == state)
			h++;
		if (state != CHART_ERRORS && state != CHART_DOWN &&
		    state != CHART_NO_LOG)
			continue;
		if (b.n > 0)
			buf_puts(&b, "; ");
		buf_printf(&b, "%s: %d–%d h", web_word(p, state_name[state]),
		    from, h);
	}
	text = arena_dup(&p->text.arena, buf_text(&b), b.n);
	buf_close(&b);
	return text;
}

static void
put_strip_day(struct web *p, const struct chart_strip_day *d)
{
	int64_t n[CHART_AHEAD + 1] = { 0 };

	for (int h = 0; h < CHART_HOURS; h++)
		if (d->state[h] <= CHART_AHEAD)
			n[d->state[h]]++;
	if (n[CHART_AHEAD] == CHART_HOURS)
		return;
	html_row_begin(p->out);
	html_name(p->out, HTML_NAME, page_weekday(&p->text, d->day),
	    HTML_NO_BAR);
	for (int s = 0; s < STATES; s++)
		web_cell(p, n[s]);
	html_note(p->out, unusual(p, d));
	html_row_end(p->out);
}

void
web_table_strip(struct web *p, const char *id)
{
	struct html_column column[STATES + 2] = {
		{ web_word(p, MSG_COLUMN_DAY), HTML_NAME } };
	struct html_table t = { .out = p->out, .id = id, .column = column,
		.caption = web_word(p, MSG_WEB_TABLE_STRIP), .class = "",
		.n = STATES + 2 };

	for (int s = 0; s < STATES; s++)
		column[s + 1] = (struct html_column){
			web_word(p, state_name[s]), HTML_NUMBER };
	column[STATES + 1] = (struct html_column){
		web_word(p, MSG_COLUMN_ONLY), HTML_NOTE };
	html_table_begin(&t);
	for (size_t i = 0; i < p->w->charts->strip.n; i++)
		put_strip_day(p, &p->w->charts->strip.day[i]);
	html_table_end(&t);
}

/* ---- response times ---- */

void
web_table_times(struct web *p, const char *id)
{
	const struct chart_times *c = &p->w->charts->times;
	const struct html_column column[] = {
		{ web_word(p, MSG_COLUMN_DAY), HTML_NAME },
		{ "p50", HTML_NUMBER }, { "p95", HTML_NUMBER },
		{ "p99", HTML_NUMBER } };
	struct html_table t = { .out = p->out, .id = id, .column = column,
		.caption = web_word(p, MSG_WEB_TABLE_TIMES), .class = "",
		.n = 4 };

	html_table_begin(&t);
	for (size_t i = 0; i < c->n; i++) {
		html_row_begin(p->out);
		html_name(p->out, HTML_NAME, page_weekday(&p->text,
		    c->day[i].day), HTML_NO_BAR);
		web_cell_ms(p, c->day[i].p50_us);
		web_cell_ms(p, c->day[i].p95_us);
		web_cell_ms(p, c->day[i].p99_us);
		html_row_end(p->out);
	}
	html_table_end(&t);
}

/* ---- whose requests ---- */

void
web_table_shares(struct web *p, const char *id)
{
	const struct chart_shares *c = &p->w->charts->shares;
	const struct html_column column[] = {
		{ web_word(p, MSG_COLUMN_DAY), HTML_NAME },
		{ web_word(p, MSG_COLUMN_PEOPLE), HTML_NUMBER },
		{ web_word(p, MSG_COLUMN_ROBOTS), HTML_NUMBER },
		{ web_word(p, MSG_CHART_OTHERS), HTML_NUMBER } };
	struct html_table t = { .out = p->out, .id = id, .column = column,
		.caption = web_word(p, MSG_WEB_TABLE_SHARES), .class = "",
		.n = 4 };

	html_table_begin(&t);
	for (size_t i = 0; i < c->n; i++) {
		html_row_begin(p->out);
		html_name(p->out, HTML_NAME, page_weekday(&p->text,
		    c->day[i].day), HTML_NO_BAR);
		web_cell(p, c->day[i].people);
		web_cell(p, c->day[i].robots);
		web_cell(p, c->day[i].others);
		html_row_end(p->out);
	}
	html_table_end(&t);
}

/* SPDX-License-Identifier: MIT */
/* web_tables.c -- tables of days, hours and months. */
#include "publish/web_tables.h"

#include <stdio.h>

#include "common/civil.h"
#include "common/number.h"
#include "publish/period_text.h"

void
web_cell(struct web *p, int64_t n)
{
	if (n == CHART_NONE)
		html_unknown(p->out);
	else
		html_number(p->out, n, page_number(&p->text, n));
}

void
web_cell_hundredths(struct web *p, int64_t n)
{
	if (n == CHART_NONE)
		html_unknown(p->out);
	else
		html_number(p->out, n, page_ratio(&p->text, n, 100));
}

void
web_cell_ms(struct web *p, int64_t us)
{
	struct buf b = { 0 };

	if (us == CHART_NONE) {
		html_unknown(p->out);
		return;
	}
	if (us < 10000 && us % 1000 != 0)
		number_put_tenths(&b, (us + 50) / 100, p->lang);
	else
		number_put(&b, us / 1000 + (us % 1000 >= 500), p->lang);
	buf_puts(&b, "\xc2\xa0ms");
	html_number(p->out, us, buf_text(&b));
	buf_close(&b);
}

static struct html_table
begin(struct web *p, const char *id, enum message caption,
    const struct html_column *column)
{
	struct html_table t = { .out = p->out, .id = id,
		.caption = web_word(p, caption), .column = column,
		.class = "" };

	while (column[t.n].head != NULL)
		t.n++;
	html_table_begin(&t);
	return t;
}

/* ---- days ---- */

static const char *
day_note(struct web *p, const struct review_day *d)
{
	if (d->running)
		return web_word(p, MSG_WEB_IS_RUNNING);
	if (d->partial)
		return web_word(p, MSG_WEB_PARTIAL);
	return d->holiday != NULL ? holiday_name(d->holiday, p->lang) : "";
}

void
web_table_days(struct web *p, const char *id)
{
	const struct html_column column[] = {
		{ web_word(p, MSG_COLUMN_DAY), HTML_NAME },
		{ web_word(p, MSG_REPORT_VISITS), HTML_NUMBER },
		{ web_word(p, MSG_REPORT_PAGES), HTML_NUMBER },
		{ web_word(p, MSG_REPORT_COLUMN_VISITORS), HTML_NUMBER },
		{ web_word(p, MSG_COLUMN_PEAK), HTML_NUMBER },
		{ web_word(p, MSG_COLUMN_STATE), HTML_NOTE },
		{ NULL, HTML_NAME } };
	struct html_table t = begin(p, id, MSG_WEB_TABLE_DAYS, column);

	for (size_t i = 0; i < p->r->n_days; i++) {
		const struct review_day *d = &p->r->day[i];

		if (d->ahead)
			continue;
		buf_puts(p->out, d->working ? "<tr>" : "<tr class=\"off\">");
		html_name(p->out, HTML_NAME, page_weekday(&p->text, d->day),
		    HTML_NO_BAR);
		web_cell(p, d->visits);
		web_cell(p, d->pages);
		web_cell(p, d->f == NULL ? CHART_NONE : d->f->v.visitors);
		web_cell(p, d->f == NULL ? CHART_NONE : d->f->v.online_peak);
		html_note(p->out, day_note(p, d));
		html_row_end(p->out);
	}
	html_table_end(&t);
}

/* ---- hours ---- */

void
web_table_week(struct web *p, const char *id)
{
	const struct chart_week *w = &p->w->charts->week;
	const char *hour[CHART_HOURS];
	struct html_column column[CHART_HOURS + 3] = {
		{ web_word(p, MSG_COLUMN_WEEKDAY), HTML_NAME } };
	struct html_table t;

	for (int h = 0; h < CHART_HOURS; h++) {
		hour[h] = page_number(&p->text, h);
		column[h + 1] = (struct html_column){ hour[h], HTML_NUMBER };
	}
	column[CHART_HOURS + 1] = (struct html_column){
		web_word(p, MSG_COLUMN_A_DAY), HTML_NUMBER };
	t = begin(p, id, MSG_WEB_TABLE_WEEK, column);
	for (int day = 0; day < 7; day++) {
		html_row_begin(p->out);
		html_name(p->out, HTML_NAME, web_word(p,
		    (enum message)(MSG_MONDAY + day)), HTML_NO_BAR);
		for (int h = 0; h < CHART_HOURS; h++)
			web_cell_hundredths(p, w->mean[day][h]);
		web_cell_hundredths(p, w->total[day]);
		html_row_end(p->out);
	}
	html_table_end(&t);
}

void
web_table_online(struct web *p, const char *id)
{
	const struct chart_online *o = &p->w->charts->online;
	const struct html_column column[] = {
		{ web_word(p, MSG_COLUMN_HOUR), HTML_NAME },
		{ web_word(p, MSG_CHART_MEDIAN), HTML_NUMBER },
		{ web_word(p, MSG_COLUMN_LOW), HTML_NUMBER },
		{ web_word(p, MSG_COLUMN_HIGH), HTML_NUMBER },
		{ web_word(p, MSG_COLUMN_MOST), HTML_NUMBER },
		{ NULL, HTML_NAME } };
	struct html_table t = begin(p, id, MSG_WEB_TABLE_ONLINE, column);

	for (int h = 0; h < CHART_HOURS; h++) {
		char hour[16];

		snprintf(hour, sizeof(hour), "%d–%d", h, h + 1);
		html_row_begin(p->out);
		html_name(p->out, HTML_NAME, hour, HTML_NO_BAR);
		web_cell_hundredths(p, o->median[h]);
		web_cell_hundredths(p, o->low[h]);
		web_cell_hundredths(p, o->high[h]);
		web_cell(p, o->most[h] == CHART_NONE ? CHART_NONE :
		    o->most[h] / 100);
		html_row_end(p->out);
	}
	html_table_end(&t);
}

/* ---- months ---- */

static void
put_month(struct web *p, const struct review_month *m)
{
	struct buf name = { 0 };

	period_title(&name, m->days, p->lang);
	html_row_begin(p->out);
	html_name(p->out, HTML_NAME, buf_text(&name), HTML_NO_BAR);
	web_cell(p, m->visits);
	web_cell(p, m->pages);
	web_cell(p, m->visits == REVIEW_NONE ? CHART_NONE :
	    m->days_with_lines);
	html_note(p->out, m->running ? web_word(p, MSG_WEB_IS_RUNNING) :
	    m->days_with_lines == 0 ? web_word(p, MSG_WEB_NO_LOGS) :
	    m->partial ? web_word(p, MSG_WEB_PARTIAL) : "");
	html_row_end(p->out);
	buf_close(&name);
}

/* The last `most` months. */
static void
put_months(struct web *p, const char *id, enum message caption, size_t most)
{
	const struct html_column column[] = {
		{ web_word(p, MSG_COLUMN_MONTH), HTML_NAME },
		{ web_word(p, MSG_REPORT_VISITS), HTML_NUMBER },
		{ web_word(p, MSG_REPORT_PAGES), HTML_NUMBER },
		{ web_word(p, MSG_REPORT_COLUMN_DAYS), HTML_NUMBER },
		{ web_word(p, MSG_COLUMN_STATE), HTML_NOTE },
		{ NULL, HTML_NAME } };
	struct html_table t = begin(p, id, caption, column);
	size_t n = p->r->n_months;

	for (size_t i = n > most ? n - most : 0; i < n; i++)
		put_month(p, &p->r->month[i]);
	html_table_end(&t);
}

void
web_table_months(struct web *p, const char *id)
{
	put_months(p, id, MSG_WEB_TABLE_MONTHS, REVIEW_SHORT);
}

void
web_table_years(struct web *p, const char *id)
{
	put_months(p, id, MSG_WEB_TABLE_YEARS, REVIEW_MONTHS);
}

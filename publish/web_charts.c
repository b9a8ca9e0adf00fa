/* SPDX-License-Identifier: MIT */
/* web_charts.c -- each chart with its table behind a click: one is the other for those who
 * do not see it. */
#include "publish/web_tables.h"

#include <stdio.h>

enum { WEEK_DAYS = 7 }; /* of fewer a table of weekdays would be full of gaps */

static bool
has_days(const struct review_charts *c)
{
	return c->days.n > 1;
}

static bool
has_week(const struct review_charts *c)
{
	return c->has_week && c->days.n >= WEEK_DAYS;
}

static bool
has_online(const struct review_charts *c)
{
	return c->has_online;
}

static bool
has_months(const struct review_charts *c)
{
	return c->months.n > 1;
}

static bool
has_years(const struct review_charts *c)
{
	return c->years.n > 0;
}

static bool
has_strip(const struct review_charts *c)
{
	return c->strip.n > 0;
}

static bool
has_times(const struct review_charts *c)
{
	return c->times.n > 1;
}

static bool
has_shares(const struct review_charts *c)
{
	return c->shares.n > 1;
}

static const struct {
	const char *id;
	enum message title, about, table;
	bool (*there)(const struct review_charts *c);
	void (*put)(struct web *p, const char *id);
	void (*put_long)(struct web *p, const char *id); /* of many days; or NULL */
} charts[WEB_CHART__MAX] = {
#define ROW(id, name, many)                                                    \
	[WEB_##id] = { #name, MSG_WEB_##id##_TITLE, MSG_WEB_##id##_ABOUT,      \
	    MSG_WEB_TABLE_##id, has_##name, web_table_##name, many }
	ROW(DAYS, days, web_long_days),
	ROW(WEEK, week, NULL),
	ROW(ONLINE, online, NULL),
	ROW(MONTHS, months, NULL),
	ROW(YEARS, years, NULL),
	ROW(STRIP, strip, web_long_strip),
	ROW(TIMES, times, NULL),
	ROW(SHARES, shares, web_long_shares),
#undef ROW
};

bool
web_there(const struct review_charts *c, enum web_chart chart)
{
	return charts[chart].there(c);
}

bool
web_halves(const struct review_charts *c)
{
	return web_there(c, WEB_ONLINE) && web_there(c, WEB_MONTHS);
}

bool
web_has(const struct web *p, enum web_chart chart)
{
	return web_there(p->w->charts, chart);
}

const char *
web_chart_id(enum web_chart chart)
{
	return charts[chart].id;
}

enum message
web_chart_title(enum web_chart chart)
{
	return charts[chart].title;
}

enum message
web_chart_about(enum web_chart chart)
{
	return charts[chart].about;
}

static void
put_picture(struct web *p, enum web_chart chart)
{
	struct span svg = p->w->svg[chart];

	if (svg.n == 0) {
		html_put(p->out, "<p class=\"none\">%s</p>\n",
		    web_word(p, p->w->no_gnuplot ? MSG_WEB_NO_GNUPLOT :
		    MSG_WEB_NO_CHART));
		return;
	}
	/* It scrolls on a narrow screen, so it must be reached by keyboard. */
	html_put(p->out, "<figure tabindex=\"0\" aria-labelledby=\"%s\">",
	    charts[chart].id);
	buf_span(p->out, svg);
	buf_puts(p->out, "</figure>\n");
}

void
web_figure(struct web *p, enum web_chart chart, const char *class)
{
	char id[32], table[32];
	bool many;

	if (!web_has(p, chart))
		return;
	snprintf(id, sizeof(id), "%s", charts[chart].id);
	snprintf(table, sizeof(table), "t-%s", charts[chart].id);

	struct web_card card = { id, web_word(p, charts[chart].title),
		web_word(p, charts[chart].about), class };

	web_card_begin(p, &card);
	put_picture(p, chart);
	many = web_is_long(p) && charts[chart].put_long != NULL;
	/* Where there is no picture the table is what is read, and printed. */
	html_put(p->out, p->w->svg[chart].n > 0 ?
	    "<details><summary>%s</summary>\n" :
	    "<details class=\"p\" open=\"open\"><summary>%s</summary>\n",
	    web_word(p, many ? MSG_WEB_TABLE_MONTHS : charts[chart].table));
	(many ? charts[chart].put_long : charts[chart].put)(p, table);
	buf_puts(p->out, "</details>\n");
	web_card_end(p);
}

void
web_time_charts(struct web *p)
{
	web_group_begin(p, "time", MSG_WEB_TIME);
	web_figure(p, WEB_DAYS, "");
	web_figure(p, WEB_WEEK, "");
	web_figure(p, WEB_ONLINE, web_halves(p->w->charts) ? "half" : "");
	web_figure(p, WEB_MONTHS, web_halves(p->w->charts) ? "half" : "");
	web_figure(p, WEB_YEARS, "");
	web_group_end(p);
}

/* SPDX-License-Identifier: MIT */
/* web_tables_long.c -- of many days tables go by months; the CSV files have each day. */
#include "common/civil.h"
#include "publish/period_text.h"
#include "publish/web_tables.h"

enum { MONTHS_MOST = 14 }; /* that REVIEW_DAYS days can touch */

struct month {
	int32_t first;
	int64_t days;
	int64_t visits, pages, visitors, peak; /* CHART_NONE: of no day known */
	int64_t people, robots, others;
	int64_t hours[CHART_AHEAD + 1];
};

static void
add(int64_t *sum, int64_t n)
{
	if (n == CHART_NONE)
		return;
	if (*sum == CHART_NONE)
		*sum = 0;
	if (__builtin_add_overflow(*sum, n, sum))
		*sum = INT64_MAX;
}

static void
add_day(struct month *m, const struct review_day *d)
{
	m->days += d->f != NULL;
	add(&m->visits, d->visits);
	add(&m->pages, d->pages);
	add(&m->people, d->people);
	add(&m->robots, d->robots);
	add(&m->others, d->others);
	for (int h = 0; h < d->n_hours; h++)
		m->hours[d->hour[h].state]++;
	if (d->f == NULL)
		return;
	add(&m->visitors, d->f->v.visitors);
	if (d->f->v.online_peak > m->peak)
		m->peak = d->f->v.online_peak;
}

static size_t
months(const struct web *p, struct month *out)
{
	size_t n = 0;

	for (size_t i = 0; i < p->r->n_days; i++) {
		const struct review_day *d = &p->r->day[i];
		int32_t first = civil_month_start(d->day);

		if (d->ahead)
			continue;
		if (n == 0 || out[n - 1].first != first) {
			if (n == MONTHS_MOST)
				break;
			out[n++] = (struct month){ first, 0, CHART_NONE,
				CHART_NONE, CHART_NONE, CHART_NONE, CHART_NONE,
				CHART_NONE, CHART_NONE, { 0 } };
		}
		add_day(&out[n - 1], d);
	}
	return n;
}

static void
put_name(struct web *p, const struct month *m)
{
	struct civil c = civil_date(m->first);
	struct buf name = { 0 };

	period_title(&name, (struct period){ m->first, m->first +
	    civil_month_days(c.year, c.month) - 1 }, p->lang);
	html_row_begin(p->out);
	html_name(p->out, HTML_NAME, buf_text(&name), HTML_NO_BAR);
	buf_close(&name);
}

/* n columns of numbers after the months. */
static struct html_table
begin(struct web *p, const char *id, const enum message *head, int n)
{
	struct html_column *column = arena_new(&p->text.arena,
	    ((size_t)n + 1) * sizeof(*column));
	struct html_table t = { .out = p->out, .id = id, .class = "",
		.caption = web_word(p, MSG_WEB_TABLE_MONTHS),
		.column = column, .n = n + 1 };

	column[0] = (struct html_column){ web_word(p, MSG_COLUMN_MONTH),
		HTML_NAME };
	for (int i = 0; i < n; i++)
		column[i + 1] = (struct html_column){ web_word(p, head[i]),
			HTML_NUMBER };
	html_table_begin(&t);
	return t;
}

void
web_long_days(struct web *p, const char *id)
{
	static const enum message head[] = { MSG_REPORT_VISITS,
		MSG_REPORT_PAGES, MSG_VISITOR_DAYS, MSG_COLUMN_PEAK,
		MSG_REPORT_COLUMN_DAYS };
	struct month m[MONTHS_MOST];
	size_t n = months(p, m);
	struct html_table t = begin(p, id, head, 5);

	for (size_t i = 0; i < n; i++) {
		put_name(p, &m[i]);
		web_cell(p, m[i].visits);
		web_cell(p, m[i].pages);
		web_cell(p, m[i].visitors);
		web_cell(p, m[i].peak);
		web_cell(p, m[i].days);
		html_row_end(p->out);
	}
	html_table_end(&t);
}

void
web_long_strip(struct web *p, const char *id)
{
	static const enum message head[] = {
		[CHART_SERVED] = MSG_CHART_SERVED,
		[CHART_QUIET] = MSG_CHART_QUIET,
		[CHART_ERRORS] = MSG_COLUMN_ERRORS,
		[CHART_DOWN] = MSG_COLUMN_DOWN,
		[CHART_NO_LOG] = MSG_CHART_NO_LOG };
	struct month m[MONTHS_MOST];
	size_t n = months(p, m);
	struct html_table t = begin(p, id, head, CHART_AHEAD);

	for (size_t i = 0; i < n; i++) {
		put_name(p, &m[i]);
		for (int s = 0; s < CHART_AHEAD; s++)
			web_cell(p, m[i].hours[s]);
		html_row_end(p->out);
	}
	html_table_end(&t);
}

void
web_long_shares(struct web *p, const char *id)
{
	static const enum message head[] = { MSG_COLUMN_PEOPLE,
		MSG_COLUMN_ROBOTS, MSG_CHART_OTHERS };
	struct month m[MONTHS_MOST];
	size_t n = months(p, m);
	struct html_table t = begin(p, id, head, 3);

	for (size_t i = 0; i < n; i++) {
		put_name(p, &m[i]);
		web_cell(p, m[i].people);
		web_cell(p, m[i].robots);
		web_cell(p, m[i].others);
		html_row_end(p->out);
	}
	html_table_end(&t);
}

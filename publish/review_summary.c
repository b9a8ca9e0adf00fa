/* SPDX-License-Identifier: MIT */
/* review_summary.c -- the figures of the period, a row each, beside those compared with. */
#include "publish/review_table.h"

static const struct review_heads heads[] = {
	{ "figure", MSG_HEAD_FIGURE, SHEET_WORD },
	{ "value", MSG_HEAD_VALUE, SHEET_COUNT },
	{ "compared", MSG_HEAD_COMPARED, SHEET_COUNT },
	{ "before", MSG_HEAD_BEFORE, SHEET_COUNT },
	{ "compared_year", MSG_HEAD_COMPARED_YEAR, SHEET_COUNT },
	{ "last_year", MSG_HEAD_LAST_YEAR, SHEET_COUNT },
	{ NULL, MSG__MAX, SHEET_COUNT }
};

/* Sums of days, as truycap show has them. */
#define SUMS(X)                                                                \
	X("days", HEAD_DAYS_WITH_LINES, days)                                           \
	X("visits", REPORT_VISITS, visits)                                       \
	X("pages", REPORT_PAGES, pages)                                          \
	X("visitor_days", HEAD_VISITORS, visitors)                             \
	X("hits", REPORT_HITS, hits)                                             \
	X("bytes", HEAD_BYTES, bytes)                                          \
	X("bounces", HEAD_BOUNCES, bounces)                                    \
	X("visit_pages", FIGURE_VISIT_PAGES, views)                            \
	X("timed_visits", FIGURE_TIMED, timed)                                 \
	X("timed_seconds", FIGURE_TIMED_S, timed_s)                            \
	X("online_seconds", HEAD_ONLINE_S, online_s)                           \
	X("seconds", FIGURE_SECONDS, length_s)                                 \
	X("robot_hits", HEAD_ROBOT_HITS, robots)                               \
	X("error_hits", HEAD_ERRORS, errors)                                   \
	X("all_hits", HEAD_ALL_HITS, all)                                      \
	X("uncertain_visitors", FIGURE_UNCERTAIN_VISITORS, doubt_visitors)     \
	X("uncertain_visits", HEAD_UNCERTAIN, doubt_visits)

void
review_summary_columns(struct sheet *t, enum dim dim)
{
	(void)dim;
	review_columns(t, heads);
}

struct row {
	const char *name;
	enum message shown;
	int64_t value, now[2], then[2]; /* before, last year */
};

static void
put_row(struct sheet *t, const struct row *row)
{
	sheet_word(t, row->name, message(t->lang, row->shown));
	sheet_int(t, row->value);
	for (int i = 0; i < 2; i++) {
		sheet_int(t, row->now[i]);
		sheet_int(t, row->then[i]);
	}
	sheet_end(t);
}

static int64_t
peak(const struct period_sums *s)
{
	return s->peak != NULL ? s->peak->v.online_peak : 0;
}

static void
put_sums(struct sheet *t, const struct show_figures *s)
{
	const struct show_other *other[] = { &s->before, &s->year };
	/* Nothing at all was counted: that is no zero. */
	bool any = s->sums.days > 0;

#define X(id, title, field) {                                                  \
	struct row row = { id, MSG_##title, any ? s->sums.field : REVIEW_NONE, \
		{ REVIEW_NONE, REVIEW_NONE }, { REVIEW_NONE, REVIEW_NONE } };  \
	for (int i = 0; i < 2; i++) {                                          \
		if (!other[i]->any)                                            \
			continue;                                              \
		row.now[i] = other[i]->now.field;                              \
		row.then[i] = other[i]->then.field;                            \
	}                                                                      \
	put_row(t, &row); }
	SUMS(X)
#undef X
	struct row row = { "online_peak", MSG_REPORT_PEAK, any ? peak(&s->sums) :
		REVIEW_NONE, { REVIEW_NONE, REVIEW_NONE },
		{ REVIEW_NONE, REVIEW_NONE } };

	for (int i = 0; i < 2; i++) {
		if (!other[i]->any)
			continue;
		row.now[i] = peak(&other[i]->now);
		row.then[i] = peak(&other[i]->then);
	}
	put_row(t, &row);
}

static void
put_uniques(struct sheet *t, const struct show_figures *s)
{
	const struct show_other *other[] = { &s->before, &s->year };
	struct row n = { "visitors", MSG_FIGURE_UNIQUES, s->uniques.known ?
		s->uniques.visitors : REVIEW_NONE,
		{ REVIEW_NONE, REVIEW_NONE }, { REVIEW_NONE, REVIEW_NONE } };
	struct row e = n;

	e.name = "visitors_error";
	e.shown = MSG_FIGURE_UNIQUES_ERROR;
	e.value = s->uniques.known ? s->uniques.error : REVIEW_NONE;
	for (int i = 0; i < 2; i++) {
		const struct period_uniques *a = &other[i]->now_uniques;
		const struct period_uniques *b = &other[i]->then_uniques;

		if (!other[i]->any)
			continue;
		n.now[i] = a->known ? a->visitors : REVIEW_NONE;
		n.then[i] = b->known ? b->visitors : REVIEW_NONE;
		e.now[i] = a->known ? a->error : REVIEW_NONE;
		e.then[i] = b->known ? b->error : REVIEW_NONE;
	}
	put_row(t, &n);
	put_row(t, &e);
}

static void
put_coverage(struct sheet *t, const struct review *r)
{
	const struct review_coverage *c = &r->coverage;
	const struct {
		const char *name;
		enum message shown;
		int64_t n;
	} rows[] = {
		{ "coverage_permille", MSG_FIGURE_COVERAGE, c->permille },
		{ "hours", MSG_FIGURE_HOURS, c->hours },
		{ "hours_served", MSG_FIGURE_SERVED, c->state[CHART_SERVED] },
		{ "hours_errors", MSG_FIGURE_ERROR_HOURS,
		    c->state[CHART_ERRORS] },
		{ "hours_quiet", MSG_FIGURE_QUIET, c->state[CHART_QUIET] },
		{ "hours_down", MSG_FIGURE_DOWN, c->state[CHART_DOWN] },
		{ "hours_unknown", MSG_HEAD_HOURS_UNKNOWN, c->state[CHART_NO_LOG] },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		put_row(t, &(struct row){ rows[i].name, rows[i].shown,
		    c->known ? rows[i].n : REVIEW_NONE,
		    { REVIEW_NONE, REVIEW_NONE },
		    { REVIEW_NONE, REVIEW_NONE } });
}

void
review_summary_rows(const struct review *r, struct sheet *t, enum dim dim)
{
	(void)dim;
	put_sums(t, &r->show.show);
	put_uniques(t, &r->show.show);
	put_row(t, &(struct row){ "working_days", MSG_FIGURE_WORKING_DAYS,
	    r->working_days, { REVIEW_NONE, REVIEW_NONE },
	    { REVIEW_NONE, REVIEW_NONE } });
	put_coverage(t, r);
}

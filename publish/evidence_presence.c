/* SPDX-License-Identifier: MIT */
/* evidence_presence.c -- the presence metrics of the whole site, and each section's state. */
#include "publish/evidence_page.h"
#include "publish/presence.h"

static void
put_measure(struct evidence_page *p, enum measure m)
{
	static const enum message shown[] = {
#define X(id, metric, name, unit, better) [MEASURE_##id] = MSG_M_##id,
		MEASURE_TABLE(X)
#undef X
	};
	static const char *const class[] = { "A", "B", "C" };
	const struct metric_value *v = &p->e->presence->value[m];
	enum metric metric = measure_info[m].metric;

	ev_row(p, "");
	html_put(p->out, "<td class=\"c\">P%s%d</td>", (int)metric < 10 ? "0" :
	    "", (int)metric);
	ev_cell(p, "", ev_word(p, shown[m]));
	ev_cell(p, "n", v->known ? ev_amount(p, measure_info[m].unit,
	    v->value) : "–");
	/* Weights are no number of things. */
	ev_count(p, m == MEASURE_REACHABLE ? v->n / CRITERIA_ONE : v->n);
	ev_cell(p, "c", class[metric_info[metric].class]);
	ev_row_end(p);
}

static void
put_section(struct evidence_page *p, const struct presence_section *s)
{
	static const enum message shown[] = {
		[PRESENCE_UNKNOWN] = MSG_METRIC_UNKNOWN,
		[PRESENCE_NO] = MSG_METRIC_NO,
		[PRESENCE_YES] = MSG_METRIC_YES };
	const char *title = s->criteria != NULL &&
	    s->criteria->head.title[p->lang] != NULL ?
	    s->criteria->head.title[p->lang] : s->id;

	ev_row(p, "");
	ev_cell(p, "", title);
	ev_cell(p, "c", ev_word(p, shown[s->state]));
	ev_count(p, s->weeks_yes);
	ev_count(p, s->pages);
	ev_count(p, s->visitor_days);
	ev_row_end(p);
}

void
ev_presence(struct evidence_page *p)
{
	static const enum message heads[] = { MSG_EV_NO, MSG_METRIC_NAME,
		MSG_METRIC_VALUE, MSG_METRIC_N, MSG_METRIC_CLASS, MSG__MAX };
	static const enum message of_sections[] = { MSG_METRIC_SECTION,
		MSG_METRIC_STATE, MSG_METRIC_WEEKS, MSG_REPORT_PAGES,
		MSG_HEAD_VISITORS, MSG__MAX };

	ev_part(p, MSG_EV_PRESENCE);
	ev_table_begin(p, "small", heads);
	for (int m = 0; m < MEASURE__MAX; m++)
		put_measure(p, (enum measure)m);
	ev_table_end(p);
	if (p->e->presence->n_sections == 0)
		return;
	ev_table_begin(p, "small", of_sections);
	for (size_t i = 0; i < p->e->presence->n_sections; i++)
		put_section(p, &p->e->presence->section[i]);
	ev_table_end(p);
}

/* SPDX-License-Identifier: MIT */
/* presence_json.c -- a presence for programs: docs/EXPORTS.md, additive only. */
#include <stdio.h>

#include "common/stamp.h"
#include "publish/json.h"
#include "publish/presence.h"

static void
key_day(struct json *j, const char *key, int32_t day)
{
	struct buf text = { 0 };

	stamp_put_day(&text, day);
	json_key_text(j, key, buf_text(&text));
	buf_close(&text);
}

static void
key_stamp(struct json *j, const char *key, const struct presence *p,
    int64_t at_s, bool known)
{
	struct buf text = { 0 };

	stamp_put(&text, p->site->zone, at_s);
	json_key_text(j, key, known ? buf_text(&text) : NULL);
	buf_close(&text);
}

static void
key_span(struct json *j, const char *key, struct span text)
{
	json_key(j, key);
	json_string(j, text);
}

static void
put_period(struct json *j, const struct presence *p)
{
	key_day(j, "from", p->days.from);
	key_day(j, "to", p->days.to);
}

/* ---- values ---- */

static const char *
unit_name(enum metric_unit unit)
{
	static const char *const names[] = { "millionths", "count",
		"millionths", "microseconds", "minutes", "days" };

	return names[unit];
}

static void
put_value(struct json *j, const struct metric_value *v)
{
	json_key_text(j, "state", v->known ? "known" : "unknown");
	json_key(j, "value");
	if (v->known)
		json_int(j, v->value);
	else
		json_null(j);
	json_key_int(j, "n", v->n);
	json_key_int(j, "part", v->part);
}

static void
put_metric(struct json *j, const struct presence_pair *p, enum measure m)
{
	const struct measure_info *info = &measure_info[m];
	char id[8];

	snprintf(id, sizeof(id), "P%02d", (int)info->metric);
	json_line(j);
	json_object(j);
	json_key_text(j, "metric", id);
	json_key_text(j, "name", metric_info[info->metric].name);
	json_key_text(j, "measure", info->name);
	json_key_text(j, "unit", unit_name(info->unit));
	json_key_text(j, "class", metric_info[info->metric].class ==
	    METRIC_A ? "A" : metric_info[info->metric].class == METRIC_B ?
	    "B" : "C");
	put_value(j, &p->now->value[m]);
	json_key(j, "before");
	if (p->before == NULL) {
		json_null(j);
	} else {
		json_object(j);
		put_value(j, &p->before->value[m]);
		json_end(j);
	}
	json_end(j);
}

/* ---- sections ---- */

static void
put_gap(struct json *j, const struct presence_gap *g)
{
	json_key(j, "gap");
	if (!g->known) {
		json_null(j);
		return;
	}
	json_object(j);
	json_key_int(j, "days", g->days);
	json_key_int(j, "working_days", g->working);
	key_day(j, "from", g->longest.from);
	key_day(j, "to", g->longest.to);
	json_key_int(j, "now_days", g->now_days);
	json_key_int(j, "now_working_days", g->now_working);
	json_key(j, "last_new");
	if (g->any) {
		struct buf text = { 0 };

		stamp_put_day(&text, g->last);
		json_string(j, buf_view(&text));
		buf_close(&text);
	} else {
		json_null(j);
	}
	json_end(j);
}

static void
put_weeks(struct json *j, const struct presence *p,
    const struct presence_section *s)
{
	json_key(j, "weeks");
	json_array(j);
	for (size_t i = 0; i < p->n_weeks; i++) {
		json_object(j);
		key_day(j, "monday", s->week[i].monday);
		json_key_text(j, "state",
		    presence_state_name(s->week[i].state));
		json_key(j, "new");
		if (s->week[i].told)
			json_int(j, s->week[i].fresh);
		else
			json_null(j);
		json_end(j);
	}
	json_end(j);
}

static void
put_section_values(struct json *j, const struct presence_section *s)
{
	json_key(j, "values");
	json_array(j);
	for (int m = 0; m < MEASURE__MAX; m++) {
		const struct measure_info *info = &measure_info[m];
		char id[8];

		if (!metric_info[info->metric].of_section)
			continue;
		snprintf(id, sizeof(id), "P%02d", (int)info->metric);
		json_object(j);
		json_key_text(j, "metric", id);
		json_key_text(j, "measure", info->name);
		put_value(j, &s->value[m]);
		json_end(j);
	}
	json_end(j);
}

static void
put_section(struct json *j, const struct presence *p,
    const struct presence_section *s)
{
	json_line(j);
	json_object(j);
	json_key_text(j, "section", s->id);
	json_key_bool(j, "counted", s->site >= 0);
	json_key_bool(j, "required", s->required);
	json_key_int(j, "weight", s->weight);
	json_key_text(j, "state", presence_state_name(s->state));
	json_key(j, "answers");
	json_object(j);
	for (int a = 0; a < ANSWER__MAX; a++)
		json_key_int(j, answer_name((enum answer)a), s->answers[a]);
	json_end(j);
	json_key_int(j, "pages", s->pages);
	json_key_int(j, "visitor_days", s->visitor_days);
	json_key_int(j, "new_pages", s->fresh_pages);
	json_key_int(j, "new_documents", s->fresh_documents);
	json_key_bool(j, "stale", s->stale);
	put_gap(j, &s->gap);
	put_section_values(j, s);
	put_weeks(j, p, s);
	json_end(j);
}

/* ---- what lies behind the values ---- */

static void
put_hours(struct json *j, const struct presence *p)
{
	json_key(j, "hours");
	json_object(j);
	for (int s = 0; s < AVAILABILITY__MAX; s++)
		json_key_int(j, availability_name((enum availability_state)s),
		    p->hours[s]);
	json_key_int(j, "untold", p->hours_untold);
	json_end(j);
	key_stamp(j, "outage_at", p, p->outage_at_s,
	    p->value[MEASURE_OUTAGE].value > 0);
	key_stamp(j, "gap_from", p, p->gap_from_s,
	    p->gap_to_s > p->gap_from_s);
	key_stamp(j, "gap_to", p, p->gap_to_s, p->gap_to_s > p->gap_from_s);
	key_stamp(j, "online_peak_at", p, p->peak_at_s,
	    p->value[MEASURE_ONLINE_PEAK].value > 0);
}

static void
put_days(struct json *j, const struct presence *p)
{
	json_key_int(j, "days_known", p->days_known);
	json_key(j, "home_days");
	json_object(j);
	json_key_int(j, "yes", p->home_yes);
	json_key_int(j, "no", p->home_no);
	json_key_int(j, "unknown", p->home_unknown);
	json_end(j);
	json_key(j, "working_days");
	json_object(j);
	json_key_int(j, "known", p->working_days);
	json_key_int(j, "unknown", p->working_unknown);
	json_key_bool(j, "holidays_known", p->holidays_known);
	json_end(j);
	json_key(j, "new_from");
	if (p->warm) {
		struct buf text = { 0 };

		stamp_put_day(&text, p->told.from);
		json_string(j, buf_view(&text));
		buf_close(&text);
	} else {
		json_null(j);
	}
	json_key_int(j, "new_pages", p->fresh_pages);
	json_key_int(j, "new_documents", p->fresh_documents);
	json_key_int(j, "new_without_room", p->fresh_over);
	put_gap(j, &p->gap);
	json_key_bool(j, "coarse", p->coarse);
}

static void
put_classes(struct json *j, const char *key, const int64_t n[CLASS__MAX],
    int most)
{
	json_key(j, key);
	json_object(j);
	for (int c = 0; c < most; c++)
		json_key_int(j, class_name((enum class)c), n[c]);
	json_end(j);
}

static void
put_funnels(struct json *j, const struct presence *p)
{
	json_key(j, "funnels");
	json_array(j);
	for (size_t i = 0; i < p->n_funnels; i++) {
		const struct presence_funnel *f = &p->funnel[i];

		json_object(j);
		key_span(j, "funnel", f->name);
		json_key(j, "reached");
		json_array(j);
		for (int k = 0; k < f->n; k++)
			json_int(j, f->reached[k]);
		json_end(j);
		json_key(j, "at_all");
		json_array(j);
		for (int k = 0; k < f->n; k++)
			json_int(j, f->at_all[k]);
		json_end(j);
		json_end(j);
	}
	json_end(j);
}

static void
put_links(struct json *j, const struct presence *p)
{
	json_key(j, "broken_links");
	json_array(j);
	for (size_t i = 0; i < p->n_links; i++) {
		json_line(j);
		json_object(j);
		key_span(j, "path", p->link[i].path);
		key_span(j, "from", p->link[i].from);
		json_key_int(j, "hits", p->link[i].hits);
		json_end(j);
	}
	json_end(j);
}

static void
put_lag(struct json *j, const struct presence *p)
{
	const struct presence_lag *l = &p->lag;

	json_key(j, "register");
	json_object(j);
	json_key_int(j, "documents", l->documents);
	json_key_int(j, "seen", l->seen);
	json_key_int(j, "in_time", l->in_time);
	json_key_int(j, "late", l->late);
	json_key_int(j, "open", l->open);
	json_key_int(j, "unknown", l->unknown);
	json_key_int(j, "deadline", l->deadline);
	json_key_bool(j, "deadline_working_days", l->working);
	json_end(j);
}

static void
put_reconciled(struct json *j, const struct presence *p)
{
	json_key(j, "reconciliation");
	json_array(j);
	for (size_t i = 0; i < p->n_reconciled; i++) {
		const struct presence_reconciled *r = &p->reconciled[i];
		const struct measure_info *info = &measure_info[
		    r->row->measure];

		json_object(j);
		json_key_text(j, "with", r->row->head.id);
		json_key_text(j, "name", metric_info[info->metric].name);
		json_key_text(j, "measure", info->name);
		key_day(j, "from", r->row->from);
		key_day(j, "to", r->row->to);
		json_key_int(j, "theirs", r->row->value);
		put_value(j, &r->computed);
		json_key(j, "difference");
		if (r->known)
			json_int(j, r->difference);
		else
			json_null(j);
		json_key_text(j, "proof", r->row->proof.file);
		json_key_text(j, "sha256", r->row->proof.sha256);
		json_end(j);
	}
	json_end(j);
}

void
presence_json(const struct presence_pair *pair, struct buf *out)
{
	const struct presence *p = pair->now;
	struct score_page page = presence_page(pair);
	struct json j = json_begin(out);

	json_object(&j);
	json_key_int(&j, "v", 1);
	json_key_text(&j, "site", p->site->id);
	json_key_text(&j, "name", p->site->name);
	json_key_text(&j, "zone", zone_name(p->site->zone));
	key_stamp(&j, "now", p, p->now_s, true);
	put_period(&j, p);
	json_key(&j, "before");
	if (pair->before != NULL) {
		json_object(&j);
		put_period(&j, pair->before);
		json_end(&j);
	} else {
		json_null(&j);
	}
	json_key_text(&j, "criteria", p->criteria != NULL ?
	    p->criteria->head.id : NULL);
	json_key(&j, "values");
	json_array(&j);
	for (int m = 0; m < MEASURE__MAX; m++)
		put_metric(&j, pair, (enum measure)m);
	json_end(&j);
	put_hours(&j, p);
	put_days(&j, p);
	put_classes(&j, "requests", p->class_hits, CLASS__COUNTED);
	put_classes(&j, "log_lines", p->log_lines, CLASS__MAX);
	json_key(&j, "sections");
	json_array(&j);
	for (size_t i = 0; i < p->n_sections; i++)
		put_section(&j, p, &p->section[i]);
	json_end(&j);
	put_funnels(&j, p);
	put_links(&j, p);
	put_lag(&j, p);
	put_reconciled(&j, p);
	json_key(&j, "score");
	if (pair->score != NULL)
		score_json(&page, &j);
	else
		json_null(&j);
	json_end(&j);
	json_finish(&j);
}

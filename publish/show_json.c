/* SPDX-License-Identifier: MIT */
#include "common/stamp.h"
#include "publish/show.h"

static void
put_date(struct json *j, const char *key, int32_t day)
{
	struct buf text = { 0 };

	stamp_put_day(&text, day);
	json_key_text(j, key, buf_text(&text));
	buf_close(&text);
}

static void
put_stamp(struct json *j, const char *key, const struct zone *z, int64_t at_s)
{
	struct buf text = { 0 };

	stamp_put(&text, z, at_s);
	json_key_text(j, key, buf_text(&text));
	buf_close(&text);
}

static void
put_uniques(struct json *j, const struct period_uniques *u)
{
	json_key(j, "uniques");
	if (!u->known) {
		json_null(j);
		return;
	}
	json_object(j);
	json_key_int(j, "visitors", u->visitors);
	json_key_int(j, "error", u->error);
	json_key_int(j, "days", u->days);
	json_end(j);
}

static void
put_sums(struct json *j, const char *key, const struct period_sums *s,
    const struct zone *zone)
{
	json_key(j, key);
	json_object(j);
	json_key_int(j, "days", s->days);
	json_key_int(j, "visits", s->visits);
	json_key_int(j, "pages", s->pages);
	json_key_int(j, "visitor_days", s->visitors);
	json_key_int(j, "hits", s->hits);
	json_key_int(j, "bytes", s->bytes);
	json_key_int(j, "bounces", s->bounces);
	json_key_int(j, "visit_pages", s->views);
	json_key_int(j, "timed_visits", s->timed);
	json_key_int(j, "timed_seconds", s->timed_s);
	json_key_int(j, "online_seconds", s->online_s);
	json_key_int(j, "seconds", s->length_s);
	json_key_int(j, "online_peak",
	    s->peak != NULL ? s->peak->v.online_peak : 0);
	if (s->peak != NULL)
		put_stamp(j, "online_peak_at", zone,
		    s->peak->v.online_peak_at_s);
	else
		json_key_null(j, "online_peak_at");
	json_key_int(j, "robot_hits", s->robots);
	json_key_int(j, "error_hits", s->errors);
	json_key_int(j, "all_hits", s->all);
	json_key_int(j, "uncertain_visitors", s->doubt_visitors);
	json_key_int(j, "uncertain_visits", s->doubt_visits);
	json_key_int(j, "uncertain_pages", s->doubt_pages);
	json_end(j);
}

/* An earlier period, and the days of this one that it is compared with. */
static void
put_other(struct json *j, const char *key, const struct show_other *o,
    const struct zone *zone)
{
	json_line(j);
	json_key(j, key);
	if (!o->any) {
		json_null(j);
		return;
	}
	json_object(j);
	put_date(j, "from", o->days.then.from);
	put_date(j, "to", o->days.then.to);
	put_sums(j, "figures", &o->then, zone);
	put_uniques(j, &o->then_uniques);
	json_key(j, "with");
	json_object(j);
	put_date(j, "from", o->days.now.from);
	put_date(j, "to", o->days.now.to);
	put_sums(j, "figures", &o->now, zone);
	put_uniques(j, &o->now_uniques);
	json_end(j);
	json_end(j);
}

static void
put_times(struct json *j, const struct show_figures *s)
{
	json_line(j);
	json_key(j, "times");
	json_object(j);
	for (int i = 0; i < PERIOD_TIMES__MAX; i++) {
		const struct period_times *t = &s->times[i];

		json_key(j, period_times_name((enum period_timed)i));
		if (t->hits == 0) {
			json_null(j);
			continue;
		}
		json_object(j);
		json_key_int(j, "hits", t->hits);
		json_key_int(j, "p50_ms", (t->p50_us + 500) / 1000);
		json_key_int(j, "p95_ms", (t->p95_us + 500) / 1000);
		json_key_int(j, "p99_ms", (t->p99_us + 500) / 1000);
		json_key_int(j, "under_3s", t->under);
		json_end(j);
	}
	json_end(j);
}

static void
put_hours(struct json *j, const struct show_figures *s)
{
	json_line(j);
	json_key(j, "hour_pages");
	if (s->n_hours == 0) {
		json_null(j);
		return;
	}
	json_array(j);
	for (int h = 0; h < s->n_hours; h++)
		json_int(j, s->hour_pages[h]);
	json_end(j);
}

void
show_json(const struct show_figures *s, struct buf *out)
{
	struct json j = json_begin(out);

	json_object(&j);
	json_key_int(&j, "v", 1);
	json_key_text(&j, "site", s->f.site);
	json_key_text(&j, "tz", zone_name(s->f.zone));
	put_stamp(&j, "now", s->f.zone, s->f.now_s);
	put_date(&j, "from", s->days.from);
	put_date(&j, "to", s->days.to);
	json_key_bool(&j, "running", s->running);
	json_line(&j);
	put_sums(&j, "figures", &s->sums, s->f.zone);
	put_uniques(&j, &s->uniques);
	put_other(&j, "before", &s->before, s->f.zone);
	put_other(&j, "last_year", &s->year, s->f.zone);
	report_json_days(&j, &s->f);
	put_hours(&j, s);
	put_times(&j, s);
	dims_json(&j, s->f.dims, REPORT_DIM_ROWS);
	json_end(&j);
	json_finish(&j);
}

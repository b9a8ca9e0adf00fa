/* SPDX-License-Identifier: MIT */
#include "common/stamp.h"
#include "publish/json.h"
#include "publish/report.h"

static void
put_stamp(struct json *j, const char *key, const struct zone *z, int64_t at_s)
{
	struct buf text = { 0 };

	stamp_put(&text, z, at_s);
	json_key_text(j, key, buf_text(&text));
	buf_close(&text);
}

static void
put_day(struct json *j, const struct report_figures *f,
    const struct day_figures *d)
{
	struct buf day = { 0 };

	stamp_put_day(&day, d->day);
	json_line(j);
	json_object(j);
	json_key_text(j, "day", buf_text(&day));
	buf_close(&day);
	json_key_text(j, "state", d->sealed ? "sealed" : "open");
	json_key_int(j, "hits", d->h.hits);
	json_key_int(j, "pages", d->h.pages);
	json_key_int(j, "bytes", d->h.bytes);
	json_key_int(j, "visits", d->v.visits);
	json_key_int(j, "visitors", d->v.visitors);
	json_key_int(j, "bounces", d->v.bounces);
	json_key_int(j, "online_peak", d->v.online_peak);
	if (d->v.online_peak > 0)
		put_stamp(j, "online_peak_at", f->zone, d->v.online_peak_at_s);
	else
		json_key_null(j, "online_peak_at");
	json_key_int(j, "online_seconds", d->v.online_s);
	json_key_int(j, "robot_hits", d->h.robots);
	json_key_int(j, "error_hits", d->h.errors);
	json_key_int(j, "timed_visits", d->v.timed);
	json_key_int(j, "timed_seconds", d->v.timed_s);
	json_end(j);
}

static void
put_total(struct json *j, const struct report_figures *f)
{
	int64_t hits = 0, pages = 0, bytes = 0, visits = 0;

	for (size_t i = 0; i < f->n_days; i++) {
		hits += f->day[i].h.hits;
		pages += f->day[i].h.pages;
		bytes += f->day[i].h.bytes;
		visits += f->day[i].v.visits;
	}
	json_line(j);
	json_key(j, "total");
	json_object(j);
	json_key_int(j, "hits", hits);
	json_key_int(j, "pages", pages);
	json_key_int(j, "bytes", bytes);
	json_key_int(j, "visits", visits);
	json_end(j);
}

static void
put_sums(struct json *j, const struct report_figures *f)
{
	int64_t lines = 0;

	for (int c = 0; c < CLASS__MAX; c++)
		lines += f->classes[c];
	json_key_int(j, "lines", lines);
	json_line(j);
	json_key(j, "classes");
	json_object(j);
	for (int c = 0; c < CLASS__MAX; c++)
		json_key_int(j, class_name((enum class)c), f->classes[c]);
	json_end(j);
	json_line(j);
	json_key(j, "outcomes");
	json_object(j);
	for (int o = 0; o < OUTCOME__MAX; o++)
		json_key_int(j, outcome_name((enum outcome)o),
		    f->outcomes[o]);
	json_end(j);
}

void
report_json_days(struct json *j, const struct report_figures *f)
{
	json_line(j);
	json_key(j, "days");
	json_array(j);
	for (size_t i = 0; i < f->n_days; i++)
		put_day(j, f, &f->day[i]);
	json_line(j);
	json_end(j);
}

void
report_json(const struct report_figures *f, struct buf *out)
{
	struct json j = json_begin(out);

	json_object(&j);
	json_key_int(&j, "v", 1);
	json_key_text(&j, "site", f->site);
	json_key_text(&j, "tz", zone_name(f->zone));
	json_key_text(&j, "robots", f->robots);
	json_key_text(&j, "robots_sha256", f->robots_sha256);
	put_sums(&j, f);
	report_json_days(&j, f);
	put_total(&j, f);
	if (f->dims != NULL)
		dims_json(&j, f->dims, REPORT_DIM_ROWS);
	json_end(&j);
	json_finish(&j);
}

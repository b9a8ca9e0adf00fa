/* SPDX-License-Identifier: MIT */
/* review_forms.c -- a review as CSV and as JSON. */
#include "common/stamp.h"
#include "publish/json.h"
#include "publish/review_table.h"
#include "publish/sheet_forms.h"

/* ---- CSV ---- */

const char *
review_csv_name(size_t i)
{
	struct review_table table;

	return review_table(i, &table) ? table.name : NULL;
}

void
review_csv(const struct review *r, size_t i, struct buf *out)
{
	struct sheet t = { .zone = r->site->zone, .lang = LANG_EN,
		.take = sheet_csv_row, .self = out };
	struct review_table what;

	if (!review_table(i, &what))
		return;
	what.columns(&t, what.dim);
	sheet_csv_header(&t, out);
	review_table_run(r, &what, &t);
}

/* ---- JSON ---- */

static void
put_text(struct json *j, const char *key, struct buf *text)
{
	json_key_text(j, key, buf_text(text));
	buf_clear(text);
}

static void
put_period(struct json *j, const struct review *r)
{
	struct buf text = { 0 };

	review_name(r->kind, r->days, &text);
	put_text(j, "period", &text);
	stamp_put_day(&text, r->days.from);
	put_text(j, "from", &text);
	stamp_put_day(&text, r->days.to);
	put_text(j, "to", &text);
	stamp_put(&text, r->site->zone, r->now_s);
	put_text(j, "now", &text);
	buf_close(&text);
}

/* What a comparison's columns are of: "before" and "last_year" of the summary. */
static void
put_compared(struct json *j, const char *key, const struct show_other *o)
{
	struct buf text = { 0 };

	json_line(j);
	json_key(j, key);
	if (!o->any) {
		json_null(j);
		return;
	}
	json_object(j);
	stamp_put_day(&text, o->days.then.from);
	put_text(j, "from", &text);
	stamp_put_day(&text, o->days.then.to);
	put_text(j, "to", &text);
	stamp_put_day(&text, o->days.now.from);
	put_text(j, "with_from", &text);
	stamp_put_day(&text, o->days.now.to);
	put_text(j, "with_to", &text);
	json_end(j);
	buf_close(&text);
}

static void
put_coverage(struct json *j, const struct review *r)
{
	const struct review_coverage *c = &r->coverage;
	struct buf text = { 0 };

	json_line(j);
	json_key(j, "coverage");
	json_object(j);
	json_key(j, "permille");
	if (c->known)
		json_int(j, c->permille);
	else
		json_null(j);
	json_key_int(j, "days_without_lines", c->days_without);
	json_key(j, "longest_gap");
	if (c->gap_from_s < c->gap_to_s && c->known) {
		json_object(j);
		stamp_put(&text, r->site->zone, c->gap_from_s);
		put_text(j, "from", &text);
		stamp_put(&text, r->site->zone, c->gap_to_s);
		put_text(j, "to", &text);
		json_end(j);
	} else {
		json_null(j);
	}
	json_end(j);
	buf_close(&text);
}

void
review_json(const struct review *r, struct buf *out)
{
	struct json j = json_begin(out);
	struct sheet t = { .zone = r->site->zone, .lang = LANG_EN,
		.take = sheet_json_row, .self = &j };
	struct review_table what;

	json_object(&j);
	json_key_int(&j, "v", 1);
	json_key_text(&j, "what", "report");
	json_key_text(&j, "site", r->site->id);
	json_key_text(&j, "name", r->site->name);
	json_key_text(&j, "tz", zone_name(r->site->zone));
	put_period(&j, r);
	json_key_bool(&j, "running", r->show.show.running);
	json_key_bool(&j, "public", r->public);
	put_coverage(&j, r);
	put_compared(&j, "before", &r->show.show.before);
	put_compared(&j, "last_year", &r->show.show.year);
	for (size_t i = 0; review_table(i, &what); i++) {
		json_line(&j);
		json_key(&j, what.name);
		json_array(&j);
		review_table_run(r, &what, &t);
		json_end(&j);
	}
	json_end(&j);
	json_finish(&j);
}

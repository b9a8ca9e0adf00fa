/* SPDX-License-Identifier: MIT */
/* explain_put.c -- a figure explained, for people and for programs. */
#include "cli/explain.h"
#include "common/number.h"
#include "common/stamp.h"
#include "publish/escape.h"
#include "publish/json.h"

static void
put_safe(struct buf *out, const char *text)
{
	escape_terminal(out, span_of(text));
}

static void
put_head(const struct explain *e, struct buf *out)
{
	buf_puts(out, "site ");
	put_safe(out, e->site->id);
	buf_puts(out, ", ");
	stamp_put_day(out, e->day);
	buf_printf(out, ", %s: ", explain_name(e->metric));
	if (e->has_lines)
		number_put(out, e->value, LANG_EN);
	else
		buf_puts(out, "no lines");
	if (e->metric == EXPLAIN_PEAK && e->value > 0) {
		buf_puts(out, " at ");
		stamp_put(out, e->site->zone, e->peak_at_s);
	}
	buf_printf(out, " (%s)\n  %s\n", !e->has_lines ? "not counted" :
	    e->sealed ? "sealed" : "open: it may change",
	    explain_what(e->metric));
}

static void
put_hours(const struct explain *e, struct buf *out)
{
	bool any = false;

	for (int h = 0; h < e->n_hours; h++) {
		if (!e->hour[h].known || e->hour[h].value == 0)
			continue;
		if (!any)
			buf_puts(out, "\nby hour since midnight\n");
		any = true;
		buf_printf(out, "  %02d  %12lld\n", h,
		    (long long)e->hour[h].value);
	}
}

static void
put_log(const struct explain *e, const struct explain_log *l,
    struct buf *out)
{
	buf_puts(out, "  ");
	put_safe(out, l->path);
	buf_printf(out, " (stream %lld)\n   ", (long long)l->stream);
	for (int c = 0; c < CLASS__MAX; c++)
		if (l->classes[c] > 0)
			buf_printf(out, " %s %lld", class_name((enum class)c),
			    (long long)l->classes[c]);
	buf_puts(out, "\n    ");
	if (l->has_times) {
		stamp_put(out, e->site->zone, l->first_s);
		buf_puts(out, " to ");
		stamp_put(out, e->site->zone, l->last_s);
		buf_puts(out, ", ");
	}
	buf_printf(out, "%lld bytes read, hash %s\n",
	    (long long)l->consumed_bytes, l->hash);
}

static void
put_rest(const struct explain *e, struct buf *out)
{
	if (e->n_lists > 0)
		buf_puts(out, "\nlists that they were judged by\n");
	for (size_t i = 0; i < e->n_lists; i++) {
		buf_puts(out, "  ");
		put_safe(out, e->list[i]);
		buf_putc(out, '\n');
	}
	if (e->n_links > 0)
		buf_puts(out, "\nlinks of the chain\n");
	for (size_t i = 0; i < e->n_links; i++) {
		const struct explain_link *l = &e->link[i];

		buf_printf(out, "  %lld ", (long long)l->seq);
		put_safe(out, l->kind);
		buf_putc(out, ' ');
		stamp_put(out, e->site->zone, l->at_s);
		buf_putc(out, ' ');
		put_safe(out, l->hash);
		buf_putc(out, '\n');
	}
	if (e->n_restatements > 0)
		buf_puts(out, "\nrestatements\n");
	for (size_t i = 0; i < e->n_restatements; i++) {
		const struct explain_restatement *r = &e->restatement[i];

		buf_printf(out, "  %lld ", (long long)r->number);
		stamp_put(out, e->site->zone, r->at_s);
		buf_puts(out, ": ");
		put_safe(out, r->reason);
		if (r->by[0] != '\0')
			buf_puts(out, ", by ");
		put_safe(out, r->by);
		buf_putc(out, '\n');
	}
}

void
explain_text(const struct explain *e, struct buf *out)
{
	put_head(e, out);
	put_hours(e, out);
	buf_puts(out, "\nfrom the lines of its logs to page views\n");
	waterfall_text(&e->waterfall, LANG_EN, out);
	buf_puts(out, "\nlogs with lines of the day\n");
	for (size_t i = 0; i < e->n_logs; i++)
		put_log(e, &e->log[i], out);
	put_rest(e, out);
}

/* ---- JSON ---- */

static void
json_stamp(struct json *j, const char *key, const struct zone *z, bool given,
    int64_t at_s)
{
	struct buf text = { 0 };

	if (given)
		stamp_put(&text, z, at_s);
	json_key_text(j, key, given ? buf_text(&text) : NULL);
	buf_close(&text);
}

static void
json_day(struct json *j, const char *key, int32_t day)
{
	struct buf text = { 0 };

	stamp_put_day(&text, day);
	json_key_text(j, key, buf_text(&text));
	buf_close(&text);
}

static void
json_hours(struct json *j, const struct explain *e)
{
	json_key(j, "hours");
	json_array(j);
	for (int h = 0; h < e->n_hours; h++) {
		if (e->hour[h].known)
			json_int(j, e->hour[h].value);
		else
			json_null(j);
	}
	json_end(j);
}

static void
json_logs(struct json *j, const struct explain *e)
{
	json_key(j, "sources");
	json_array(j);
	for (size_t i = 0; i < e->n_logs; i++) {
		const struct explain_log *l = &e->log[i];

		json_line(j);
		json_object(j);
		json_key_text(j, "path", l->path);
		json_key_int(j, "stream", l->stream);
		json_key_int(j, "consumed_bytes", l->consumed_bytes);
		json_key_text(j, "hash", l->hash);
		json_stamp(j, "first", e->site->zone, l->has_times,
		    l->first_s);
		json_stamp(j, "last", e->site->zone, l->has_times, l->last_s);
		json_key(j, "classes");
		json_object(j);
		for (int c = 0; c < CLASS__MAX; c++)
			if (l->classes[c] > 0)
				json_key_int(j, class_name((enum class)c),
				    l->classes[c]);
		json_end(j);
		json_end(j);
	}
	json_end(j);
}

static void
json_links(struct json *j, const struct explain *e)
{
	json_key(j, "links");
	json_array(j);
	for (size_t i = 0; i < e->n_links; i++) {
		json_line(j);
		json_object(j);
		json_key_int(j, "link", e->link[i].seq);
		json_key_text(j, "kind", e->link[i].kind);
		json_stamp(j, "at", e->site->zone, true, e->link[i].at_s);
		json_key_text(j, "hash", e->link[i].hash);
		json_end(j);
	}
	json_end(j);
	json_key(j, "restatements");
	json_array(j);
	for (size_t i = 0; i < e->n_restatements; i++) {
		const struct explain_restatement *r = &e->restatement[i];

		json_line(j);
		json_object(j);
		json_key_int(j, "number", r->number);
		json_stamp(j, "at", e->site->zone, true, r->at_s);
		json_day(j, "from", r->days.from);
		json_day(j, "to", r->days.to);
		json_key_text(j, "reason", r->reason);
		json_key_text(j, "by", r->by);
		json_end(j);
	}
	json_end(j);
}

void
explain_json(const struct explain *e, struct buf *out)
{
	struct json j = json_begin(out);

	json_object(&j);
	json_key_int(&j, "v", 1);
	json_key_text(&j, "site", e->site->id);
	json_day(&j, "day", e->day);
	json_key_text(&j, "metric", explain_name(e->metric));
	json_key_text(&j, "what", explain_what(e->metric));
	json_key(&j, "value");
	if (e->has_lines)
		json_int(&j, e->value);
	else
		json_null(&j);
	json_key_text(&j, "state", !e->has_lines ? NULL : e->sealed ?
	    "sealed" : "open");
	json_hours(&j, e);
	json_key(&j, "waterfall");
	waterfall_json(&e->waterfall, &j);
	json_logs(&j, e);
	json_key(&j, "lists");
	json_array(&j);
	for (size_t i = 0; i < e->n_lists; i++)
		json_text(&j, e->list[i]);
	json_end(&j);
	json_links(&j, e);
	json_end(&j);
	json_finish(&j);
}

/* SPDX-License-Identifier: MIT */
#include "cli/status.h"
#include "common/stamp.h"
#include "publish/json.h"
#include "store/names.h"

static void
put_stamp(struct json *j, const char *key, const struct zone *z, bool given,
    int64_t at_s)
{
	struct buf text = { 0 };

	if (given)
		stamp_put(&text, z, at_s);
	json_key_text(j, key, given ? buf_text(&text) : NULL);
	buf_close(&text);
}

static void
begin_list(struct json *j, const char *key)
{
	json_line(j);
	json_key(j, key);
	json_array(j);
}

static void
begin_item(struct json *j)
{
	json_line(j);
	json_object(j);
}

/* A list's end stands on a line of its own if there is something in it. */
static void
end_list(struct json *j, size_t n)
{
	if (n > 0)
		json_line(j);
	json_end(j);
}

static void
put_source(struct json *j, const struct status_source *s)
{
	begin_item(j);
	json_key_text(j, "path", s->path);
	json_key_int(j, "id", s->id);
	json_key_text(j, "group", s->group);
	json_key_text(j, "format", s->format);
	json_key_int(j, "lines", s->lines);
	json_key_int(j, "consumed_bytes", s->consumed_bytes);
	json_key_bool(j, "tail_counted", s->tail);
	json_key(j, "classes");
	json_object(j);
	for (int c = 0; c < CLASS__MAX; c++)
		json_key_int(j, class_name((enum class)c), s->classes[c]);
	json_end(j);
	put_stamp(j, "first", s->zone, s->has_times, s->first_s);
	put_stamp(j, "last", s->zone, s->has_times, s->last_s);
	json_end(j);
}

static void
put_site(struct json *j, const struct status_site *s)
{
	bool has_as_of = s->known && s->extent.as_of_s != INT64_MIN;

	begin_item(j);
	json_key_text(j, "site", s->site->id);
	json_key_text(j, "tz", zone_name(s->site->zone));
	json_key_int(j, "lines", s->lines);
	put_stamp(j, "as_of", s->site->zone, has_as_of, s->extent.as_of_s);
	json_key_bool(j, "complete", s->known && s->extent.complete);
	json_key_bool(j, "stale", !s->known || s->stale);
	json_key_int(j, "pages_30_days", s->pages.all);
	json_key_int(j, "pages_30_days_other", s->pages.other);
	json_key_bool(j, "one_address_has_half", s->known && s->shared);
	json_end(j);
}

static void
put_open_days(struct json *j, const struct status_site *s)
{
	for (size_t i = 0; i < s->n_open; i++) {
		struct buf day = { 0 };

		stamp_put_day(&day, s->open[i].day);
		begin_item(j);
		json_key_text(j, "site", s->site->id);
		json_key_text(j, "day", buf_text(&day));
		json_end(j);
		buf_close(&day);
	}
}

static void
put_gap(struct json *j, const struct status_gap *g)
{
	begin_item(j);
	json_key_text(j, "site", g->site->id);
	put_stamp(j, "from", g->site->zone, true, g->from_s);
	put_stamp(j, "to", g->site->zone, true, g->to_s);
	json_end(j);
}

static void
put_file(struct json *j, const struct status_file *f)
{
	begin_item(j);
	json_key_text(j, "path", f->path);
	json_key_text(j, "group", f->group);
	json_key_text(j, "state", f->state);
	json_end(j);
}

static void
put_run(struct json *j, const struct status *s)
{
	json_line(j);
	json_key(j, "last_run");
	if (!s->last.any) {
		json_null(j);
		return;
	}
	json_object(j);
	put_stamp(j, "at", s->site[0].site->zone, true, s->last.run.at_s);
	json_key_int(j, "lines", s->last.run.lines);
	json_key_int(j, "files", s->last.run.files);
	json_key_text(j, "robots", s->last.robots);
	json_key_text(j, "version", s->last.version);
	json_end(j);
}

static void
put_event(struct json *j, const struct status *s, const struct event *e)
{
	begin_item(j);
	put_stamp(j, "at", s->site[0].site->zone, true, e->at_s);
	json_key_text(j, "what", e->what);
	json_key_text(j, "detail", e->detail);
	json_end(j);
}

static void
put_store(struct json *j, const struct status *s)
{
	const struct store_size *z = &s->size;

	json_line(j);
	json_key(j, "store");
	json_object(j);
	json_key_int(j, "bytes", z->bytes);
	json_key_int(j, "free_bytes", z->free_bytes);
	json_key(j, "rows");
	json_object(j);
	json_key_int(j, "hours", z->hours);
	json_key_int(j, "days", z->days);
	json_key_int(j, "months", z->months);
	json_key_int(j, "years", z->years);
	json_end(j);
	json_key_int(j, "names", z->names);
	json_key_int(j, "names_max", NAMES_MAX);
	json_key_int(j, "name_bytes", z->name_bytes);
	json_key_int(j, "name_bytes_max", NAMES_MAX_BYTES);
	json_key(j, "warnings");
	json_array(j);
	for (size_t i = 0; i < s->n_warnings; i++)
		json_text(j, s->warning[i]);
	json_end(j);
	json_end(j);
}

static void
put_chain(struct json *j, const struct status *s)
{
	json_line(j);
	json_key(j, "chain");
	json_object(j);
	json_key_int(j, "links", s->chain.seq);
	json_key_text(j, "head", s->chain.seq > 0 ? s->chain.hash : NULL);
	json_end(j);
}

static const char *
state_name(enum status_state state)
{
	switch (state) {
	case STATUS_GOOD:
		return "good";
	case STATUS_TROUBLE:
		return "trouble";
	case STATUS_STALE:
		return "stale";
	case STATUS_EMPTY:
		break;
	}
	return "empty";
}

void
status_json(const struct status *s, struct buf *out)
{
	struct json j = json_begin(out);
	size_t open = 0;

	json_object(&j);
	json_key_int(&j, "v", 1);
	json_key_text(&j, "state", state_name(status_state(s)));
	begin_list(&j, "sources");
	for (size_t i = 0; i < s->n_sources; i++)
		put_source(&j, &s->source[i]);
	end_list(&j, s->n_sources);
	begin_list(&j, "open_days");
	for (size_t i = 0; i < s->n_sites; i++) {
		put_open_days(&j, &s->site[i]);
		open += s->site[i].n_open;
	}
	end_list(&j, open);
	begin_list(&j, "gaps");
	for (size_t i = 0; i < s->n_gaps; i++)
		put_gap(&j, &s->gap[i]);
	end_list(&j, s->n_gaps);
	put_run(&j, s);
	begin_list(&j, "files");
	for (size_t i = 0; i < s->n_files; i++)
		put_file(&j, &s->file[i]);
	end_list(&j, s->n_files);
	begin_list(&j, "sites");
	for (size_t i = 0; i < s->n_sites; i++)
		put_site(&j, &s->site[i]);
	end_list(&j, s->n_sites);
	begin_list(&j, "events");
	for (size_t i = 0; i < s->n_events; i++)
		put_event(&j, s, &s->event[i]);
	end_list(&j, s->n_events);
	put_store(&j, s);
	put_chain(&j, s);
	json_end(&j);
	json_finish(&j);
}

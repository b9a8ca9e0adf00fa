/* SPDX-License-Identifier: MIT */
#include "cli/settings_kinds.h"

#include <stdio.h>

#include "cli/settings_put.h"
#include "cli/settings_value.h"
#include "common/stamp.h"
#include "ingest/preset.h"

enum {
	NAME_BYTES = 200, /* of a title: longer ones do not fit the widget */
	PRESETS_MAX = 16
};

static const char *
keep(const struct key_place *place, struct span value)
{
	return arena_dup(place->arena, value.p, value.n);
}

static bool
set_name(const struct key_place *place, void *field, struct span value,
    struct err *err)
{
	if (value.n > NAME_BYTES)
		return value_wrong(err, value, "is longer than 200 bytes",
		    NULL);
	*(const char **)field = keep(place, value);
	return true;
}

static bool
set_host(const struct key_place *place, void *field, struct span value,
    struct err *err)
{
	struct span word;
	const char *host = NULL;

	while ((word = value_next(&value, ", \t")).n > 0)
		if (!value_host(place->arena, word, &host, err) ||
		    !value_append(place->arena, field, span_of(host), err))
			return false;
	return true;
}

static bool
set_zone(const struct key_place *place, void *field, struct span value,
    struct err *err)
{
	struct site *site = field;
	const char *name = keep(place, value);
	struct zone *zone = NULL;

	if (!value_zone(name, &zone, err))
		return false;
	site->zone_name = name;
	site->zone = zone;
	return true;
}

static bool
set_lang(const struct key_place *place, void *field, struct span value,
    struct err *err)
{
	static const char *const names[] = { "vi", "en", NULL };
	static const struct alias alias[] = {
		{ "vn", "vi" }, { "vie", "vi" }, { "vi_vn", "vi" },
		{ "vi-vn", "vi" }, { "vi_vn.utf-8", "vi" },
		{ "vietnamese", "vi" }, { "tiếng việt", "vi" },
		{ "eng", "en" }, { "en_us", "en" }, { "en-us", "en" },
		{ "en_gb", "en" }, { "en-gb", "en" }, { "english", "en" },
		{ "tiếng anh", "en" }, { NULL, NULL } };

	(void)place;
	for (size_t i = 0; names[i] != NULL; i++)
		if (span_eq(value, span_of(names[i]))) {
			*(const char **)field = names[i];
			return true;
		}
	return value_wrong(err, value, "is no language of ours: vi or en",
	    value_hint(value, names, alias));
}

static bool
one_unit(struct span value, const char *const *names, const char *why,
    const char **out, struct err *err)
{
	static const struct alias alias[] = {
		{ "views", "pages" }, { "pageviews", "pages" },
		{ "page-views", "pages" }, { "page_views", "pages" },
		{ "sessions", "visits" }, { "visitors", "visitor-days" },
		{ "visitor", "visitor-days" }, { "uniques", "visitor-days" },
		{ "unique", "visitor-days" }, { "days", "visitor-days" },
		{ "lượt", "visits" }, { NULL, NULL } };

	for (size_t i = 0; names[i] != NULL; i++)
		if (span_eq(value, span_of(names[i]))) {
			*out = names[i];
			return true;
		}
	return value_wrong(err, value, why, value_hint(value, names, alias));
}

static bool
set_unit(const struct key_place *place, void *field, struct span value,
    struct err *err)
{
	static const char *const names[] = { "visits", "pages",
		"visitor-days", NULL };

	(void)place;
	return one_unit(value, names,
	    "is no unit: visits, pages or visitor-days", field, err);
}

static bool
set_opening(const struct key_place *place, void *field, struct span value,
    struct err *err)
{
	/* Older counters counted all sorts of things. */
	static const char *const names[] = { "visits", "pages",
		"visitor-days", "hits", "unknown", NULL };
	struct settings_opening o = { .given = true };
	struct span rest = value, count = value_next(&rest, " \t"),
	    unit = value_next(&rest, " \t"), day = value_next(&rest, " \t");

	(void)place;
	if (day.n == 0 || span_trim(rest).n > 0)
		return value_wrong(err, value, "is not value, unit and first "
		    "day, as in 12000 visits 2026-01-01", NULL);
	if (!value_count(count, &o.value, err) ||
	    !one_unit(unit, names, "is no unit: visits, pages, visitor-days, "
	    "hits or unknown", &o.unit, err))
		return false;
	if (!stamp_read_day(day, &o.as_of_day))
		return value_wrong(err, day,
		    "is no day: year-month-day, as 2026-01-31", NULL);
	*(struct settings_opening *)field = o;
	return true;
}

static bool
set_format(const struct key_place *place, void *field, struct span value,
    struct err *err)
{
	static const struct alias alias[] = { { "nginx", "combined" },
		{ "apache", "combined" }, { "ncsa", "common" },
		{ "clf", "common" }, { "detect", "auto" }, { NULL, NULL } };
	const char *names[PRESETS_MAX + 1] = { "auto" };
	struct format *f = NULL;
	size_t n = 1;

	if (!span_eq(value, SPAN("auto")) && !format_open(value, &f, err)) {
		for (const struct preset *p = presets; p->text != NULL; p++)
			if (p->name != NULL && n < PRESETS_MAX)
				names[n++] = p->name;

		const char *hint = value_hint(value, names, alias);

		return hint == NULL ? false : value_wrong(err, value,
		    "is no format that is known", hint);
	}
	format_close(f);
	*(const char **)field = keep(place, value);
	return true;
}

static bool
set_networks(const struct key_place *place, void *field, struct span value,
    struct err *err)
{
	struct span word;

	while ((word = value_next(&value, ", \t")).n > 0)
		if (!value_network(word, err) ||
		    !value_append(place->arena, field, word, err))
			return false;
	return true;
}

/* Agents' names hold blanks, so only commas part them; networks may stand with
 * blanks between, as elsewhere. */
static bool
set_monitor(const struct key_place *place, void *field, struct span value,
    struct err *err)
{
	struct span item;

	while ((item = value_next(&value, ",")).n > 0) {
		bool networks = false;

		item = span_trim(item);
		if (item.n == 0)
			continue;
		if (!value_monitor(item, &networks, err))
			return false;
		while (networks && item.n > 0)
			if (!value_append(place->arena, field,
			    value_next(&item, " \t"), err))
				return false;
		if (!networks && !value_append(place->arena, field, item, err))
			return false;
	}
	return true;
}

static bool
add_globs(const struct key_place *place, void *field, struct span value,
    bool all, struct err *err)
{
	struct span word;

	while ((word = value_next(&value, ", \t")).n > 0)
		if (!value_glob(word, all, err) ||
		    !value_append(place->arena, field, word, err))
			return false;
	return true;
}

static bool
set_globs(const struct key_place *place, void *field, struct span value,
    struct err *err)
{
	return add_globs(place, field, value, false, err);
}

/* A site may count each POST as a view. */
static bool
set_post(const struct key_place *place, void *field, struct span value,
    struct err *err)
{
	return add_globs(place, field, value, true, err);
}

static bool
set_parameters(const struct key_place *place, void *field, struct span value,
    struct err *err)
{
	struct span word;

	while ((word = value_next(&value, ", \t")).n > 0)
		if (!value_parameter(word, err) ||
		    !value_append(place->arena, field, word, err))
			return false;
	return true;
}

static bool
set_duration(const struct key_place *place, void *field, struct span value,
    struct err *err)
{
	(void)place;
	return value_duration(value, field, err);
}

static bool
set_patience(const struct key_place *place, void *field, struct span value,
    struct err *err)
{
	bool none = span_eq(value, SPAN("none")) || span_eq(value, SPAN("0"));

	if (none)
		*(int64_t *)field = 0;
	return none || set_duration(place, field, value, err);
}

static bool
set_bytes(const struct key_place *place, void *field, struct span value,
    struct err *err)
{
	(void)place;
	return value_bytes(value, field, err);
}

static bool
set_folder(const struct key_place *place, void *field, struct span value,
    struct err *err)
{
	while (value.n > 1 && value.p[value.n - 1] == '/')
		value.n--;
	return value_path(place->arena, value, place->folder, field, err);
}

static const char *
join_lists(const struct key_place *place, const char *left, const char *right)
{
	size_t n = strlen(left) + strlen(right) + sizeof(", ");
	char *both = arena_new(place->arena, n);

	snprintf(both, n, "%s, %s", left, right);
	return both;
}

/* Lists with commas between them: their paths are made absolute, one by one. */
static bool
set_robots(const struct key_place *place, void *field, struct span value,
    struct err *err)
{
	const char *text = NULL;

	if (span_eq(value, SPAN("built-in"))) {
		*(const char **)field = NULL;
		return true;
	}
	while (value.n > 0) {
		struct span one = span_trim(span_cut(&value, ','));
		const char *path = keep(place, one);

		if (!span_eq(one, SPAN("none")) &&
		    !span_eq(one, SPAN("built-in")) &&
		    !value_path(place->arena, one, place->folder, &path, err))
			return false;
		text = text == NULL ? path : join_lists(place, text, path);
	}
	*(const char **)field = text;
	return true;
}

static bool
set_url_path(const struct key_place *place, void *field, struct span value,
    struct err *err)
{
	return value_url_path(place->arena, value, field, err);
}

static bool
add_pattern(const struct key_place *place, struct site *site,
    struct span value, bool live, struct err *err)
{
	struct site_pattern *old = site->pattern;
	size_t n = site->n_patterns;
	const char *path = NULL;

	for (size_t i = 1; i < value.n; i++)
		if (value.p[i] == '/' && strchr(", \t", value.p[i - 1]) != NULL)
			return value_wrong(err, value, "looks like several "
			    "patterns: give each a line of its own", NULL);
	if (span_ends(value, SPAN("/")))
		return value_wrong(err, value, "is a folder: name the files "
		    "in it, with * where they vary", NULL);
	if (!value_path(place->arena, value, place->folder, &path, err))
		return false;
	if ((n & (n - 1)) == 0) {
		site->pattern = arena_new(place->arena,
		    (n > 0 ? 2 * n : 1) * sizeof(*old));
		if (n > 0)
			memcpy(site->pattern, old, n * sizeof(*old));
	}
	site->pattern[site->n_patterns++] = (struct site_pattern){ path, live };
	return true;
}

static bool
set_log(const struct key_place *place, void *field, struct span value,
    struct err *err)
{
	return add_pattern(place, field, value, true, err);
}

static bool
set_archive(const struct key_place *place, void *field, struct span value,
    struct err *err)
{
	return add_pattern(place, field, value, false, err);
}

const struct key_kind kind_name = { false, set_name, put_text };
const struct key_kind kind_hosts = { true, set_host, put_list };
const struct key_kind kind_zone = { false, set_zone, put_zone };
const struct key_kind kind_lang = { false, set_lang, put_text };
const struct key_kind kind_unit = { false, set_unit, put_text };
const struct key_kind kind_opening = { false, set_opening, put_opening };
const struct key_kind kind_format = { false, set_format, put_text };
const struct key_kind kind_networks = { true, set_networks, put_list };
const struct key_kind kind_monitor = { true, set_monitor, put_list };
const struct key_kind kind_globs = { true, set_globs, put_list };
const struct key_kind kind_post = { true, set_post, put_list };
const struct key_kind kind_parameters = { true, set_parameters, put_list };
const struct key_kind kind_duration = { false, set_duration, put_duration };
const struct key_kind kind_patience = { false, set_patience, put_patience };
const struct key_kind kind_bytes = { false, set_bytes, put_bytes };
const struct key_kind kind_folder = { false, set_folder, put_text };
const struct key_kind kind_robots = { false, set_robots, put_robots };
const struct key_kind kind_url_path = { false, set_url_path, put_text };
const struct key_kind kind_log = { true, set_log, put_log };
const struct key_kind kind_archive = { true, set_archive, put_archive };

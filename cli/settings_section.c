/* SPDX-License-Identifier: MIT */
/* settings_section.c -- the kinds of values of sections, counts, single files, and of how
 * long something is kept. */
#include <string.h>

#include "cli/settings_kinds.h"
#include "cli/settings_put.h"
#include "cli/settings_value.h"

struct site_section *
kind_section_of(const struct key_place *place, struct site *site,
    struct span id)
{
	struct site_section *s;

	for (size_t i = 0; i < site->n_sections; i++)
		if (span_eq(id, span_of(site->section[i].id)))
			return &site->section[i];
	if (site->n_sections == SITE_SECTIONS)
		return NULL;
	if (site->section == NULL)
		site->section = arena_new(place->arena,
		    SITE_SECTIONS * sizeof(*site->section));
	s = &site->section[site->n_sections++];
	*s = (struct site_section){
		.id = arena_dup(place->arena, id.p, id.n) };
	return s;
}

static bool
set_section(const struct key_place *place, void *field, struct span value,
    struct err *err)
{
	struct span rest = value, id = span_trim(span_cut(&rest, ':')), word;
	struct site_section *s;
	bool any = false;

	if (rest.p == NULL)
		return value_wrong(err, value, "is not a name, a colon and "
		    "patterns, as in news: /tin-tuc/*", NULL);
	if (!value_id(id, err))
		return false;
	s = kind_section_of(place, field, id);
	if (s == NULL)
		return value_wrong(err, id, "is one section too many: a site "
		    "has 64 at most", NULL);
	/* One that has patterns of an earlier line needs some here, too. */
	while ((word = value_next(&rest, ", \t")).n > 0) {
		if (!value_pattern(word, err) ||
		    !value_append(place->arena, &s->pattern, word, err))
			return false;
		any = true;
	}
	return any || value_wrong(err, value,
	    "names no pattern after the colon", NULL);
}

static void
put_section(struct buf *out, const char *key, const void *field)
{
	const struct site *site = field;

	for (size_t i = 0; i < site->n_sections; i++) {
		struct buf text = { 0 };

		if ((site->criteria_sections >> i & 1) != 0)
			continue;
		buf_printf(&text, "%s:", site->section[i].id);
		for (const char **p = site->section[i].pattern; *p != NULL; p++)
			buf_printf(&text, "%s %s", p == site->section[i].pattern
			    ? "" : ",", *p);
		key_put_text(out, key, buf_view(&text));
		buf_close(&text);
	}
}

static bool
set_count(const struct key_place *place, void *field, struct span value,
    struct err *err)
{
	(void)place;
	return value_count(value, field, err);
}

static void
put_count(struct buf *out, const char *key, const void *field)
{
	buf_printf(out, "%s = %lld\n", key,
	    (long long)*(const int64_t *)field);
}

static bool
set_file(const struct key_place *place, void *field, struct span value,
    struct err *err)
{
	return value_path(place->arena, value, place->folder, field, err);
}

/* Not less than what is said: a month is 31 days, a year 366. */
static const struct {
	const char *unit;
	int64_t days;
} keep_unit[] = {
	{ "y", 366 }, { "years", 366 }, { "year", 366 },
	{ "months", 31 }, { "month", 31 }, { "w", 7 }, { "weeks", 7 },
	{ "week", 7 }, { "d", 1 }, { "days", 1 }, { "day", 1 },
};
enum { KEEP_UNITS = sizeof(keep_unit) / sizeof(*keep_unit) };

static bool
set_keep(const struct key_place *place, void *field, struct span value,
    struct err *err)
{
	int64_t *days = field, n = 0;
	struct span unit = value;

	(void)place;
	if (span_eq(value, SPAN("forever"))) {
		*days = SITE_FOREVER;
		return true;
	}
	for (; unit.n > 0 && unit.p[0] >= '0' && unit.p[0] <= '9' &&
	    n <= SITE_FOREVER; unit.p++, unit.n--)
		n = n * 10 + (unit.p[0] - '0');
	unit = span_trim(unit);
	for (int i = 0; i < KEEP_UNITS; i++) {
		if (n == 0 || !span_eq(unit, span_of(keep_unit[i].unit)))
			continue;
		n *= keep_unit[i].days;
		if (n >= SITE_FOREVER)
			return value_wrong(err, value, "is too long; say "
			    "forever", NULL);
		*days = n;
		return true;
	}
	return value_wrong(err, value, "is neither forever nor a time such as "
	    "400d, 18 months or 10y", NULL);
}

/* "10y", or days. */
static void
put_keep(struct buf *out, const char *key, const void *field)
{
	int64_t days = *(const int64_t *)field;
	bool years = days % keep_unit[0].days == 0;

	if (days == SITE_FOREVER)
		buf_printf(out, "%s = forever\n", key);
	else
		buf_printf(out, "%s = %lld%s\n", key, (long long)(years ?
		    days / keep_unit[0].days : days), years ? "y" : "d");
}

const struct key_kind kind_keep = { false, set_keep, put_keep };
const struct key_kind kind_section = { true, set_section, put_section };
const struct key_kind kind_count = { false, set_count, put_count };
const struct key_kind kind_file = { false, set_file, put_text };

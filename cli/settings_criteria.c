/* SPDX-License-Identifier: MIT */
#include "cli/settings_criteria.h"

#include "cli/settings_kinds.h"
#include "cli/settings_put.h"
#include "cli/settings_value.h"

enum { SHIPPED_MOST = 15 };

static const struct criteria_shipped *
shipped_named(const char *name)
{
	const struct criteria_shipped *s;

	for (size_t i = 0; (s = criteria_shipped(i)) != NULL; i++)
		if (strcmp(s->name, name) == 0)
			return s;
	return NULL;
}

/* ---- the key ---- */

/* Paths may hold blanks: only commas part them. */
static bool
set_criteria(const struct key_place *place, void *field, struct span value,
    struct err *err)
{
	while (value.n > 0) {
		struct span one = span_trim(span_cut(&value, ','));
		const char *path = arena_dup(place->arena, one.p, one.n);

		if (one.n == 0)
			continue;
		if (shipped_named(path) == NULL && !value_path(place->arena,
		    one, place->folder, &path, err))
			return false;
		if (!value_append(place->arena, field, span_of(path), err))
			return false;
	}
	return true;
}

const struct key_kind kind_criteria = { true, set_criteria, put_list };

/* ---- the set ---- */

static bool
read_one(struct criteria *c, const char *name, struct err *err)
{
	const struct criteria_shipped *s = shipped_named(name);

	return s != NULL ? criteria_add_text(c, s->text, s->name, err) :
	    criteria_add_file(c, name, err);
}

bool
settings_criteria_read(const char *const *names, struct criteria *out,
    struct err *err)
{
	struct criteria c = { .n_items = 0 };
	bool good = true;

	for (size_t i = 0; good && names[i] != NULL; i++)
		good = read_one(&c, names[i], err);
	good = good && criteria_check(&c, err);
	if (good) {
		*out = c;
		return true;
	}
	criteria_close(&c);
	if (err != NULL)
		err->code = ERR_CONFIG;
	return false;
}

static bool
add_section(struct site *site, const struct criteria_section *from,
    const struct key_place *place, struct err *err)
{
	struct site_section *s = kind_section_of(place, site,
	    span_of(from->head.id));
	struct err why = { 0 };

	if (s == NULL)
		return ini_err(err, from->head.at, "[section \"%s\"] is one "
		    "too many: with those of the configuration a site has 64 "
		    "at most", from->head.id);
	if (s->pattern != NULL)
		return ini_err(err, from->head.at, "[section \"%s\"] is in the "
		    "configuration, too (section = %s: ...): which one is "
		    "meant?", from->head.id, from->head.id);
	site->criteria_sections |= UINT64_C(1) << (s - site->section);
	if (s->min_bytes == 0)
		s->min_bytes = (uint64_t)from->min_bytes;
	for (const char **p = from->pattern; *p != NULL; p++)
		if (!value_pattern(span_of(*p), &why) ||
		    !value_append(place->arena, &s->pattern, span_of(*p),
		    &why))
			return ini_err(err, from->head.at, "[section \"%s\"]: "
			    "pattern: %s", from->head.id, why.text);
	return true;
}

bool
settings_criteria_sections(struct site *site, struct arena *arena,
    struct err *err)
{
	struct key_place place = { arena, NULL };
	struct criteria c = { .n_items = 0 };
	bool good = true;

	if (site->criteria == NULL)
		return true;
	if (!settings_criteria_read(site->criteria, &c, err))
		return err_add(err, "criteria");
	/* One without patterns is of what no log shows. */
	for (size_t i = 0; good && i < c.n_sections; i++)
		good = c.section[i].pattern == NULL ||
		    add_section(site, &c.section[i], &place, err);
	criteria_close(&c);
	return good || err_add(err, "criteria");
}

bool
settings_criteria_shipped(const char *name, struct span *text,
    struct err *err)
{
	const struct criteria_shipped *s = shipped_named(name);
	const char *names[SHIPPED_MOST + 1] = { NULL }, *hint;
	size_t n = 0;

	if (s != NULL) {
		*text = s->text;
		return true;
	}
	for (; n < SHIPPED_MOST && (s = criteria_shipped(n)) != NULL; n++)
		names[n] = s->name;
	hint = value_hint(span_of(name), names, NULL);
	return hint == NULL ? err_set(err, ERR_USAGE, "--criteria %s: no such "
	    "set; --criteria list names them", name) :
	    err_set(err, ERR_USAGE, "--criteria %s: no such set (did you mean "
	    "%s?)", name, hint);
}

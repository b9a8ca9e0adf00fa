/* SPDX-License-Identifier: MIT */
/* evidence_about.c -- what a bundle is of, as keys that a verifier reads. */
#include <string.h>

#include "cli/evidence_make.h"
#include "cli/settings_put.h"
#include "common/ini.h"
#include "common/stamp.h"
#include "publish/availability_load.h"

#define FORM "1"

static const char *const kinds[] = {
	[PERIOD_KIND_DAY] = "day", [PERIOD_KIND_WEEK] = "week",
	[PERIOD_KIND_MONTH] = "month",
	[PERIOD_KIND_YEAR] = "year", [PERIOD_KIND_RANGE] = "range",
};
enum { KINDS = sizeof(kinds) / sizeof(*kinds) };

void
evidence_about_put(const struct evidence_about *a, const struct zone *zone,
    struct buf *out)
{
	buf_puts(out, "[bundle \"" FORM "\"]\n");
	key_put_text(out, "site", span_of(a->site));
	key_put_text(out, "period", span_of(a->period));
	key_put_text(out, "kind", span_of(kinds[a->kind]));
	buf_puts(out, "from = ");
	stamp_put_day(out, a->days.from);
	buf_puts(out, "\nto = ");
	stamp_put_day(out, a->days.to);
	buf_puts(out, "\nbefore_from = ");
	stamp_put_day(out, a->before.from);
	buf_puts(out, "\nbefore_to = ");
	stamp_put_day(out, a->before.to);
	if (a->since != INT32_MIN) {
		buf_puts(out, "\nsince = ");
		stamp_put_day(out, a->since);
	}
	buf_puts(out, "\nnow = ");
	stamp_put(out, zone, a->now_s);
	buf_printf(out, "\nlang = %s\n", lang_name(a->lang));
	key_put_text(out, "program", span_of(a->program));
	for (size_t i = 0; a->criteria != NULL && a->criteria[i] != NULL; i++)
		key_put_text(out, "criteria", span_of(a->criteria[i]));
	if (a->head != NULL)
		buf_printf(out, "head = %s\nhead_link = %lld\n", a->head,
		    (long long)a->head_seq);
}

static bool
read_kind(const char *text, enum period_kind *out)
{
	for (int k = 0; k < KINDS; k++) {
		if (kinds[k] == NULL || strcmp(kinds[k], text) != 0)
			continue;
		*out = (enum period_kind)k;
		return true;
	}
	return false;
}

static bool
read_now(struct span text, int64_t *out)
{
	struct zone *utc = NULL;
	bool good = zone_open("UTC", NULL, &utc, NULL) &&
	    stamp_read(text, utc, out);

	zone_close(utc);
	return good;
}

static const char *
kept(struct arena *arena, const char *text)
{
	return arena_dup(arena, text, strlen(text));
}

enum { CRITERIA_MOST = 64 };

static bool
add_criteria(const char *name, struct arena *arena, struct evidence_about *a)
{
	const char **grown;
	size_t n = 0;

	while (a->criteria != NULL && a->criteria[n] != NULL)
		n++;
	if (n == CRITERIA_MOST || zip_name_bad(name) != NULL)
		return false;
	grown = arena_new(arena, (n + 2) * sizeof(*grown));
	for (size_t i = 0; i < n; i++)
		grown[i] = a->criteria[i];
	grown[n] = kept(arena, name);
	a->criteria = grown;
	return true;
}

static bool
read_key(const struct ini_entry *e, struct arena *arena,
    struct evidence_about *a)
{
	struct span value = span_of(e->value);
	uint64_t n;

	if (strcmp(e->key, "site") == 0)
		a->site = kept(arena, e->value);
	else if (strcmp(e->key, "period") == 0)
		a->period = kept(arena, e->value);
	else if (strcmp(e->key, "program") == 0)
		a->program = kept(arena, e->value);
	else if (strcmp(e->key, "head") == 0)
		a->head = kept(arena, e->value);
	else if (strcmp(e->key, "lang") == 0)
		a->lang = lang_of(e->value);
	else if (strcmp(e->key, "kind") == 0)
		return read_kind(e->value, &a->kind);
	else if (strcmp(e->key, "from") == 0)
		return stamp_read_day(value, &a->days.from);
	else if (strcmp(e->key, "to") == 0)
		return stamp_read_day(value, &a->days.to);
	else if (strcmp(e->key, "before_from") == 0)
		return stamp_read_day(value, &a->before.from);
	else if (strcmp(e->key, "before_to") == 0)
		return stamp_read_day(value, &a->before.to);
	else if (strcmp(e->key, "since") == 0)
		return stamp_read_day(value, &a->since);
	else if (strcmp(e->key, "criteria") == 0)
		return add_criteria(e->value, arena, a);
	else if (strcmp(e->key, "now") == 0)
		return read_now(value, &a->now_s);
	else if (strcmp(e->key, "head_link") == 0) {
		if (!span_u64(value, &n) || n > INT64_MAX)
			return false;
		a->head_seq = (int64_t)n;
	}
	return true;
}

bool
evidence_about_read(struct span text, struct arena *arena,
    struct evidence_about *out, struct err *err)
{
	struct evidence_about a = { .days = { INT32_MIN, INT32_MIN },
		.before = { INT32_MIN, INT32_MIN }, .since = INT32_MIN,
		.now_s = INT64_MIN };
	struct ini ini = { .n = 0 };
	bool good = ini_read_text(text, BUNDLE_ABOUT, &ini, err);

	for (size_t i = 0; good && i < ini.n; i++) {
		const struct ini_entry *e = &ini.entry[i];

		if (e->key == NULL)
			good = (strcmp(e->section, "bundle") == 0 &&
			    strcmp(e->name, FORM) == 0) || ini_err(err, e,
			    "a bundle of a form that this version of truycap "
			    "does not know");
		else
			good = read_key(e, arena, &a) || ini_err(err, e,
			    "%s: not what a bundle has there", e->key);
	}
	ini_close(&ini);
	if (good && a.days.to - (int64_t)a.days.from >= AVAILABILITY_DAYS)
		good = err_set(err, ERR_DATA, "%s: more than 60 years",
		    BUNDLE_ABOUT);
	if (good && (a.site == NULL || a.period == NULL || a.program == NULL ||
	    a.now_s == INT64_MIN || a.days.from == INT32_MIN ||
	    a.days.to < a.days.from || a.before.from == INT32_MIN ||
	    a.before.to < a.before.from))
		good = err_set(err, ERR_DATA, "%s: it does not say what the "
		    "bundle is of", BUNDLE_ABOUT);
	if (good)
		*out = a;
	else if (err != NULL)
		err->code = ERR_DATA;
	return good;
}

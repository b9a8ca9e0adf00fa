/* SPDX-License-Identifier: MIT */
#include "cli/settings_put.h"

#include "cli/settings_keys.h"
#include "common/amount.h"
#include "common/stamp.h"

void
key_put_text(struct buf *out, const char *key, struct span value)
{
	bool quote = value.n == 0 || value.p[0] == '"' ||
	    span_trim(value).n != value.n;

	for (size_t i = 0; i < value.n && !quote; i++)
		quote = value.p[i] == ';' || value.p[i] == '#';
	buf_printf(out, "%s = %s", key, quote ? "\"" : "");
	for (size_t i = 0; i < value.n; i++) {
		if (quote && (value.p[i] == '"' || value.p[i] == '\\'))
			buf_putc(out, '\\');
		buf_putc(out, value.p[i]);
	}
	buf_puts(out, quote ? "\"\n" : "\n");
}

void
put_text(struct buf *out, const char *key, const void *field)
{
	const char *const *text = field;

	if (*text != NULL)
		key_put_text(out, key, span_of(*text));
}

void
put_list(struct buf *out, const char *key, const void *field)
{
	const char **const *list = field;

	for (const char **v = *list; v != NULL && *v != NULL; v++)
		key_put_text(out, key, span_of(*v));
}

void
put_robots(struct buf *out, const char *key, const void *field)
{
	const char *const *text = field;

	key_put_text(out, key, span_of(*text != NULL ? *text : "built-in"));
}

void
put_duration(struct buf *out, const char *key, const void *field)
{
	buf_printf(out, "%s = ", key);
	stamp_put_duration(out, *(const int64_t *)field);
	buf_putc(out, '\n');
}

void
put_patience(struct buf *out, const char *key, const void *field)
{
	if (*(const int64_t *)field != 0)
		put_duration(out, key, field);
	else
		key_put_text(out, key, SPAN("none"));
}

void
put_bytes(struct buf *out, const char *key, const void *field)
{
	buf_printf(out, "%s = ", key);
	amount_put(out, *(const uint64_t *)field);
	buf_putc(out, '\n');
}

void
put_zone(struct buf *out, const char *key, const void *field)
{
	const struct site *site = field;

	key_put_text(out, key, span_of(site->zone_name));
}

void
put_opening(struct buf *out, const char *key, const void *field)
{
	const struct settings_opening *o = field;

	if (!o->given)
		return;
	buf_printf(out, "%s = %lld %s ", key, (long long)o->value, o->unit);
	stamp_put_day(out, o->as_of_day);
	buf_putc(out, '\n');
}

static void
put_patterns(struct buf *out, const char *key, const struct site *site,
    bool live)
{
	for (size_t i = 0; i < site->n_patterns; i++)
		if (site->pattern[i].live == live)
			key_put_text(out, key, span_of(site->pattern[i].glob));
}

void
put_log(struct buf *out, const char *key, const void *field)
{
	put_patterns(out, key, field, true);
}

void
put_archive(struct buf *out, const char *key, const void *field)
{
	put_patterns(out, key, field, false);
}

void
settings_print(const struct settings *s, struct buf *out)
{
	struct draft d = { .data = s->data, .robots = s->robots,
		.geo = s->geo,
		.max_file_bytes = s->max_file_bytes,
		.max_file_s = s->max_file_s };

	key_put(out, KEY_TOP, &d);
	for (size_t i = 0; i < s->n_sites; i++) {
		d = (struct draft){ .site = s->site[i],
			.opening = s->opening[i] };
		buf_printf(out, "\n[site \"%s\"]\n", d.site.id);
		key_put(out, KEY_SITE, &d);
	}
	for (size_t i = 0; i < s->n_groups; i++) {
		const struct settings_group *g = &s->group[i];

		if (g->only != UINT32_MAX)
			continue;
		d = (struct draft){ .site = { .format = g->format,
			.n_patterns = g->n_patterns,
			/* only read */
			.trusted_proxy = (const char **)g->trusted,
			.pattern = (struct site_pattern *)g->pattern } };
		buf_printf(out, "\n[log \"%s\"]\n", g->id);
		key_put(out, KEY_LOG, &d);
	}
}

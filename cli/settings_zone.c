/* SPDX-License-Identifier: MIT */
/* settings_zone.c -- a time zone by its name, and which one may have been meant. */
#include <stdio.h>

#include "cli/settings_value.h"
#include "common/file.h"
#include "common/ini.h"

#define ZONE_TABLE "/usr/share/zoneinfo/zone.tab"

enum {
	TABLE_MAX_BYTES = 1024 * 1024, /* 19 KiB in 2026 */
	ZONES_MAX = 1024,              /* 418 */
	MEANT_BYTES = 64
};

/* Words for which no name is near, but which are clear. */
static const struct alias known[] = {
	{ "asia/hanoi", "Asia/Ho_Chi_Minh" },
	{ "asia/ha_noi", "Asia/Ho_Chi_Minh" },
	{ "asia/vietnam", "Asia/Ho_Chi_Minh" },
	{ "asia/hochiminh", "Asia/Ho_Chi_Minh" },
	{ "hanoi", "Asia/Ho_Chi_Minh" },
	{ "saigon", "Asia/Ho_Chi_Minh" },
	{ "vietnam", "Asia/Ho_Chi_Minh" },
	{ "vn", "Asia/Ho_Chi_Minh" },
	{ "ict", "Asia/Ho_Chi_Minh" },
	{ NULL, NULL } };

/* "+7", "GMT+7", "UTC+07:00": hours east of UTC */
static bool
offset_meant(struct span name, char meant[MEANT_BYTES])
{
	struct span s = name;
	uint64_t h;
	char sign;

	if (span_starts_nocase(s, SPAN("GMT")) ||
	    span_starts_nocase(s, SPAN("UTC")))
		s = (struct span){ s.p + 3, s.n - 3 };
	if (s.n < 2 || (s.p[0] != '+' && s.p[0] != '-'))
		return false;
	sign = s.p[0];
	s = (struct span){ s.p + 1, s.n - 1 };

	struct span hours = span_cut(&s, ':');

	if (hours.n > 2 || !span_u64(hours, &h) || h > 14 ||
	    (s.n > 0 && (s.n != 2 || s.p[0] < '0' || s.p[0] > '5')))
		return false;
	snprintf(meant, MEANT_BYTES, "%c%02u:%.2s", sign, (unsigned)h,
	    s.n > 0 ? s.p : "00");
	return true;
}

/* The names of the table: "VN", coordinates, name, a comment, by tabs. */
static bool
from_table(const char *name, char meant[MEANT_BYTES])
{
	static const char *const none[] = { NULL };
	const char **names = mem_new((ZONES_MAX + 1) * sizeof(*names));
	struct arena arena = { 0 };
	struct buf text = { 0 };
	struct span rest;
	const char *hint = NULL;
	size_t n = 0;

	/* Without the table there is no hint; what is wrong is told anyway. */
	if (file_read(ZONE_TABLE, TABLE_MAX_BYTES, &text, NULL))
		rest = buf_view(&text);
	else
		rest = (struct span){ 0 };
	while (rest.n > 0 && n < ZONES_MAX && hint == NULL) {
		struct span line = span_cut(&rest, '\n');

		if (line.n == 0 || line.p[0] == '#')
			continue;
		span_cut(&line, '\t');
		span_cut(&line, '\t');
		line = span_cut(&line, '\t');
		names[n] = arena_dup(&arena, line.p, line.n);
		if (span_eq_nocase(line, span_of(name)))
			hint = names[n];
		n++;
	}
	names[n] = NULL;
	if (hint == NULL)
		hint = ini_nearest(name, names);
	if (hint == NULL)
		hint = value_hint(span_of(name), none, known);
	if (hint != NULL)
		snprintf(meant, MEANT_BYTES, "%s", hint);
	buf_close(&text);
	arena_close(&arena);
	mem_free(names);
	return hint != NULL;
}

bool
value_zone(const char *name, struct zone **out, struct err *err)
{
	struct span text = span_of(name);
	struct err why = { 0 };
	char meant[MEANT_BYTES];

	if (zone_open(name, NULL, out, &why))
		return true;
	if (why.code != ERR_CONFIG) /* a damaged file, say */
		return err_set(err, ERR_CONFIG, "%s", why.text);
	return value_wrong(err, text, "is no time zone such as "
	    "Asia/Ho_Chi_Minh, UTC or +07:00 (those with names are of the "
	    "package tzdata)", offset_meant(text, meant) ||
	    from_table(name, meant) ? meant : NULL);
}

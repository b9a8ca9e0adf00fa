/* SPDX-License-Identifier: MIT */
/* settings_days.c -- the kinds of values of holidays and office hours. */
#include <string.h>

#include "cli/settings_kinds.h"
#include "cli/settings_put.h"
#include "cli/settings_value.h"

static bool
set_holidays(const struct key_place *place, void *field, struct span value,
    struct err *err)
{
	struct site *site = field;
	struct holidays *list = NULL;
	const char *from = NULL;

	if (span_eq(value, SPAN("none")) || span_eq(value, SPAN("vn"))) {
		site->holidays_from = span_eq(value, SPAN("vn")) ? "vn" :
		    "none";
		return true;
	}
	if (!value_path(place->arena, value, place->folder, &from, err) ||
	    !holidays_open(from, &list, err))
		return false;
	site->holidays_from = from;
	site->holidays = list;
	return true;
}

static void
put_holidays(struct buf *out, const char *key, const void *field)
{
	const struct site *site = field;

	if (site->holidays_from != NULL)
		key_put_text(out, key, span_of(site->holidays_from));
}

bool
settings_holidays(struct site *site, struct err *err)
{
	struct holidays *list = NULL;

	if (site->holidays != NULL || site->holidays_from == NULL ||
	    strcmp(site->holidays_from, "vn") != 0)
		return true;
	if (!holidays_open(NULL, &list, err))
		return false;
	site->holidays = list;
	return true;
}

void
settings_let_go(struct site *site)
{
	zone_close((struct zone *)site->zone);
	holidays_close((struct holidays *)site->holidays);
	site->zone = NULL;
	site->holidays = NULL;
}

static bool
set_office(const struct key_place *place, void *field, struct span value,
    struct err *err)
{
	(void)place;
	return office_read(value, field, err);
}

static void
put_office(struct buf *out, const char *key, const void *field)
{
	struct buf text = { 0 };

	office_put(&text, field);
	key_put_text(out, key, buf_view(&text));
	buf_close(&text);
}

const struct key_kind kind_holidays = { false, set_holidays, put_holidays };
const struct key_kind kind_office = { false, set_office, put_office };

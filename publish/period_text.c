/* SPDX-License-Identifier: MIT */
#include "publish/period_text.h"

#include <stdio.h>

#include "common/civil.h"
#include "publish/messages.h"

enum { THURSDAY = 3 };

void
period_date(struct buf *out, int32_t day, enum lang lang)
{
	struct civil c = civil_date(day);

	if (lang == LANG_VI)
		buf_printf(out, "%02d/%02d/%04d", (int)c.day, (int)c.month,
		    (int)c.year);
	else
		buf_printf(out, "%04d-%02d-%02d", (int)c.year, (int)c.month,
		    (int)c.day);
}

/* Whole months that begin in the first one of as many. */
static bool
is_months(struct period days, int32_t n)
{
	struct civil c = civil_date(days.from);
	int32_t month = c.month + n; /* the one after */

	return c.day == 1 && (c.month - 1) % n == 0 && days.to ==
	    civil_day(c.year + (month > 12), month > 12 ? month - 12 : month,
	    1) - 1;
}

static void
put2(struct buf *out, enum lang lang, enum message id, const char *const arg[2])
{
	message_fill(out, lang, id, arg, 2);
}

static void
put_week(struct buf *out, int32_t monday, enum lang lang)
{
	struct civil thursday = civil_date(monday + THURSDAY);
	int32_t days = monday + THURSDAY - civil_day(thursday.year, 1, 1);
	char week[16], year[16];

	snprintf(week, sizeof(week), "%d", (int)(days / 7 + 1));
	snprintf(year, sizeof(year), "%d", (int)thursday.year);
	put2(out, lang, MSG_WEEK_OF, (const char *const[]){ week, year });
}

static void
put_days(struct buf *out, struct period days, enum lang lang)
{
	struct buf from = { 0 }, to = { 0 };

	period_date(&from, days.from, lang);
	period_date(&to, days.to, lang);
	if (days.from == days.to)
		message_put1(out, lang, MSG_DAY_OF, buf_text(&from));
	else
		put2(out, lang, MSG_DAYS_OF,
		    (const char *const[]){ buf_text(&from), buf_text(&to) });
	buf_close(&from);
	buf_close(&to);
}

void
period_text(struct buf *out, struct period days, enum lang lang)
{
	struct civil c = civil_date(days.from);
	char year[16];

	snprintf(year, sizeof(year), "%d", (int)c.year);
	if (is_months(days, 12))
		message_put1(out, lang, MSG_YEAR_OF, year);
	else if (is_months(days, 3))
		put2(out, lang, MSG_QUARTER_OF, (const char *const[]){
		    message(lang, (enum message)(MSG_QUARTER_1 +
		    (c.month - 1) / 3)), year });
	else if (is_months(days, 1))
		message_put1(out, lang, (enum message)(MSG_MONTH_1 + c.month -
		    1), year);
	else if (days.to == days.from + 6 &&
	    civil_week_start(days.from) == days.from)
		put_week(out, days.from, lang);
	else
		put_days(out, days, lang);
}

void
period_title(struct buf *out, struct period days, enum lang lang)
{
	size_t at = out->n;

	period_text(out, days, lang);
	if (out->p[at] >= 'a' && out->p[at] <= 'z') /* all begin with one of these */
		out->p[at] = (char)(out->p[at] - 'a' + 'A');
}

void
period_in(struct buf *out, struct period days, enum lang lang)
{
	struct buf name = { 0 };

	period_text(&name, days, lang);
	message_put1(out, lang, days.from == days.to ? MSG_ON_DAY :
	    MSG_IN_PERIOD, buf_text(&name));
	buf_close(&name);
}

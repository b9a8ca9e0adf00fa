/* SPDX-License-Identifier: MIT */
#include "cli/show.h"
#include "common/civil.h"
#include "common/stamp.h"

static struct period
month_of(int32_t day)
{
	struct civil c = civil_date(day);
	int32_t from = civil_month_start(day);

	return (struct period){ from,
		from + civil_month_days(c.year, c.month) - 1 };
}

static struct period
year_of(int32_t year)
{
	return (struct period){ civil_day(year, 1, 1),
		civil_day(year + 1, 1, 1) - 1 };
}

static bool
read_word(struct span text, int32_t today, struct show_when *out)
{
	int32_t monday = civil_week_start(today);
	const struct {
		const char *word;
		struct show_when when;
	} words[] = {
		{ "today", { PERIOD_KIND_DAY, { today, today }, false } },
		{ "yesterday", { PERIOD_KIND_DAY, { today - 1, today - 1 },
		    false } },
		{ "week", { PERIOD_KIND_WEEK, { monday, monday + 6 },
		    false } },
		{ "month", { PERIOD_KIND_MONTH, month_of(today), false } },
		{ "year", { PERIOD_KIND_YEAR,
		    year_of(civil_date(today).year), false } },
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (span_eq(text, span_of(words[i].word))) {
			*out = words[i].when;
			return true;
		}
	}
	return false;
}

/* "2026-10-05", "2026-10", "2026". */
static bool
read_date(struct span text, struct show_when *out)
{
	struct period p;
	uint64_t year;

	if (stamp_read_day(text, &p.from)) {
		*out = (struct show_when){ PERIOD_KIND_DAY,
			{ p.from, p.from }, false };
		return true;
	}
	if (stamp_read_month(text, &p.from, &p.to)) {
		*out = (struct show_when){ PERIOD_KIND_MONTH, p, false };
		return true;
	}
	if (text.n != 4 || !span_u64(text, &year) || year < 1)
		return false;
	*out = (struct show_when){ PERIOD_KIND_YEAR, year_of((int32_t)year),
		false };
	return true;
}

/* Days that are just a month, a year or a week are one. */
static enum period_kind
kind_of(struct period p)
{
	struct period month = month_of(p.from);
	struct period year = year_of(civil_date(p.from).year);

	if (p.from == p.to)
		return PERIOD_KIND_DAY;
	if (p.from == month.from && p.to == month.to)
		return PERIOD_KIND_MONTH;
	if (p.from == year.from && p.to == year.to)
		return PERIOD_KIND_YEAR;
	return civil_week_start(p.from) == p.from && p.to == p.from + 6 ?
	    PERIOD_KIND_WEEK : PERIOD_KIND_RANGE;
}

static bool
read_range(const struct options *o, int32_t today, struct show_when *out,
    struct err *err)
{
	struct period p = { INT32_MIN, INT32_MAX };

	if (!options_period(o, &p.from, &p.to, err))
		return false;
	if (p.from == INT32_MIN)
		return err_set(err, ERR_USAGE, "show: --to needs --from");
	if (p.to == INT32_MAX)
		p.to = today > p.from ? today : p.from;
	*out = (struct show_when){ kind_of(p), p, false };
	return true;
}

bool
show_when(const struct options *o, int32_t today, struct show_when *out,
    struct err *err)
{
	bool range = options_has(o, OPTION_FROM) || options_has(o, OPTION_TO) ||
	    options_has(o, OPTION_MONTH);

	if (o->n_args > 1 || (o->n_args == 1 && range))
		return err_set(err, ERR_USAGE, "show: one period at a time");
	if (range)
		return read_range(o, today, out, err);
	if (o->n_args == 0) {
		*out = (struct show_when){ PERIOD_KIND_MONTH, month_of(today),
			true };
		return true;
	}
	return read_word(span_of(o->arg[0]), today, out) ||
	    read_date(span_of(o->arg[0]), out) || err_set(err, ERR_USAGE,
	    "show %s: not a period such as today, yesterday, week, month, year, "
	    "2026-10-05, 2026-10 or 2026", o->arg[0]);
}

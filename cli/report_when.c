/* SPDX-License-Identifier: MIT */
#include "cli/report_when.h"

#include "cli/show.h"
#include "common/civil.h"
#include "common/stamp.h"

enum { WEEK_DAYS = 7, THURSDAY = 3, WEEKS_MOST = 53 };

static bool
read_year(struct span text, int32_t *out)
{
	uint64_t year;

	if (text.n != 4 || !span_u64(text, &year) || year < 1)
		return false;
	*out = (int32_t)year;
	return true;
}

/* "2026" before, "-W41" or "-Q3" after: the number behind the letter. */
static bool
read_part(struct span text, char letter, int32_t *year, uint64_t *n)
{
	return text.n > 6 && text.n <= 8 && text.p[4] == '-' &&
	    text.p[5] == letter &&
	    read_year((struct span){ text.p, 4 }, year) &&
	    span_u64((struct span){ text.p + 6, text.n - 6 }, n);
}

/* ISO 8601: the week of a year's first Thursday is its first. */
static bool
read_week(struct span text, struct period *out)
{
	int32_t year, monday;
	uint64_t week;

	if (!read_part(text, 'W', &year, &week) || week < 1 ||
	    week > WEEKS_MOST)
		return false;
	monday = civil_week_start(civil_day(year, 1, 4)) +
	    ((int32_t)week - 1) * WEEK_DAYS;
	*out = (struct period){ monday, monday + WEEK_DAYS - 1 };
	return civil_date(monday + THURSDAY).year == year;
}

static bool
read_quarter(struct span text, struct period *out)
{
	int32_t year, month;
	uint64_t quarter;

	if (!read_part(text, 'Q', &year, &quarter) || quarter < 1 ||
	    quarter > 4)
		return false;
	month = (int32_t)quarter * 3 - 2;
	*out = (struct period){ civil_day(year, month, 1), quarter == 4 ?
		civil_day(year + 1, 1, 1) - 1 :
		civil_day(year, month + 3, 1) - 1 };
	return true;
}

static bool
read_whole_year(struct span text, struct period *out)
{
	int32_t year;

	if (!read_year(text, &year))
		return false;
	*out = (struct period){ civil_day(year, 1, 1),
		civil_day(year + 1, 1, 1) - 1 };
	return true;
}

static const struct {
	enum opt option;
	const char *name, *example;
	enum period_kind kind;
	bool (*read)(struct span text, struct period *out);
} parts[] = {
	{ OPTION_WEEK, "week", "2026-W41", PERIOD_KIND_WEEK, read_week },
	{ OPTION_QUARTER, "quarter", "2026-Q3", PERIOD_KIND_RANGE,
	    read_quarter },
	{ OPTION_YEAR, "year", "2026", PERIOD_KIND_YEAR, read_whole_year },
};
enum { PARTS = sizeof(parts) / sizeof(parts[0]) };

static int
ranges(const struct options *o)
{
	return options_has(o, OPTION_MONTH) + (options_has(o, OPTION_FROM) ||
	    options_has(o, OPTION_TO));
}

bool
report_when_asked(const struct options *o)
{
	bool asked = ranges(o) > 0;

	for (int i = 0; i < PARTS; i++)
		asked = asked || options_has(o, parts[i].option);
	return asked;
}

bool
report_when(const struct options *o, int32_t today, struct show_when *out,
    struct err *err)
{
	int n = ranges(o);

	for (int i = 0; i < PARTS; i++)
		n += options_has(o, parts[i].option);
	if (n > 1)
		return err_set(err, ERR_USAGE, "one period at a time");
	for (int i = 0; i < PARTS; i++) {
		const char *text = o->value[parts[i].option];

		if (text == NULL)
			continue;
		*out = (struct show_when){ .kind = parts[i].kind };
		return parts[i].read(span_of(text), &out->days) ||
		    err_set(err, ERR_USAGE, "--%s %s: not a %s such as %s",
		    parts[i].name, text, parts[i].name, parts[i].example);
	}
	return show_when(&(struct options){ .value = {
	    [OPTION_FROM] = o->value[OPTION_FROM],
	    [OPTION_TO] = o->value[OPTION_TO],
	    [OPTION_MONTH] = o->value[OPTION_MONTH] } }, today, out, err);
}

bool
report_when_named(struct span name, struct period *out)
{
	struct span end = SPAN(".html");
	struct span from = name;

	if (name.n <= end.n || !span_eq((struct span){ name.p + name.n - end.n,
	    end.n }, end))
		return false;
	name.n -= end.n;
	for (int i = 0; i < PARTS; i++)
		if (parts[i].read(name, out))
			return true;
	if (stamp_read_month(name, &out->from, &out->to))
		return true;
	if (stamp_read_day(name, &out->from)) {
		out->to = out->from;
		return true;
	}
	from = span_cut(&name, '_');
	return stamp_read_day(from, &out->from) &&
	    stamp_read_day(name, &out->to) && out->from < out->to;
}

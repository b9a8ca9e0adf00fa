/* SPDX-License-Identifier: MIT */
#include "cli/presence_when.h"

#include "cli/report_when.h"
#include "common/civil.h"
#include "common/stamp.h"

enum { ND09_DAY = 15 };

/* Some months, told from the first of January of year 0. */
struct months {
	int32_t from, n;
};

static bool
read_digits(struct span text, size_t n, int32_t *out)
{
	uint64_t value;

	if (text.n != n || !span_u64(text, &value))
		return false;
	*out = (int32_t)value;
	return true;
}

/* "2026-10", "2026-Q3", "2026-H1", "2026". */
static bool
read_months(struct span text, char letter, int32_t length, struct months *out)
{
	struct span year = { text.p, text.n < 4 ? text.n : 4 };
	int32_t y, part = 1;

	if (!read_digits(year, 4, &y) || y < 1)
		return false;
	if (length == 12 && text.n != 4)
		return false;
	if (length == 1 && (text.n != 7 || text.p[4] != '-' ||
	    !read_digits((struct span){ text.p + 5, 2 }, 2, &part)))
		return false;
	if (letter != '\0' && (text.n != 7 || text.p[4] != '-' ||
	    text.p[5] != letter ||
	    !read_digits((struct span){ text.p + 6, 1 }, 1, &part)))
		return false;
	if (part < 1 || part > 12 / length)
		return false;
	*out = (struct months){ y * 12 + (part - 1) * length, length };
	return true;
}

static const struct {
	enum opt option;
	const char *name, *example;
	char letter;
	int32_t length;
} parts[] = {
	{ OPTION_MONTH, "month", "2026-10", '\0', 1 },
	{ OPTION_QUARTER, "quarter", "2026-Q3", 'Q', 3 },
	{ OPTION_HALF, "half", "2026-H1", 'H', 6 },
	{ OPTION_YEAR, "year", "2026", '\0', 12 },
};
enum { PARTS = sizeof(parts) / sizeof(parts[0]) };

static int32_t
first_day(int32_t month, bool nd09)
{
	int32_t m = month - nd09;

	return civil_day(m / 12, m % 12 + 1, nd09 ? ND09_DAY : 1);
}

static struct period
days_of(struct months m, bool nd09)
{
	return (struct period){ first_day(m.from, nd09),
		first_day(m.from + m.n, nd09) - 1 };
}

static bool
read_calendar(const struct options *o, bool *nd09, struct err *err)
{
	const char *text = o->value[OPTION_CALENDAR];

	*nd09 = text != NULL && strcmp(text, "nd09") == 0;
	return text == NULL || *nd09 || strcmp(text, "gregorian") == 0 ||
	    err_set(err, ERR_USAGE, "--calendar %s: gregorian or nd09", text);
}

/* Which of the options is given: *part, PARTS if none. */
static bool
read_part(const struct options *o, int *part, struct months *out,
    struct err *err)
{
	*part = PARTS;
	for (int i = 0; i < PARTS; i++) {
		const char *text = o->value[parts[i].option];

		if (text == NULL)
			continue;
		if (*part != PARTS)
			return err_set(err, ERR_USAGE, "presence: one period "
			    "at a time");
		*part = i;
		if (!read_months(span_of(text), parts[i].letter,
		    parts[i].length, out))
			return err_set(err, ERR_USAGE, "--%s %s: not a %s such "
			    "as %s", parts[i].name, text, parts[i].name,
			    parts[i].example);
	}
	return true;
}

/* The last one that is over. */
static struct months
usual(int32_t today, bool nd09)
{
	struct civil c = civil_date(today);
	int32_t month = c.year * 12 + c.month - 1;

	if (nd09 && c.day >= ND09_DAY)
		month++;
	return (struct months){ month - 1, 1 };
}

bool
presence_when(const struct options *o, int32_t today,
    struct presence_when *out, struct err *err)
{
	bool range = options_has(o, OPTION_FROM) || options_has(o, OPTION_TO);
	struct show_when days;
	struct months m;
	int part;
	bool nd09;

	if (!read_calendar(o, &nd09, err) || !read_part(o, &part, &m, err))
		return false;
	if (part != PARTS && (range || options_has(o, OPTION_WEEK)))
		return err_set(err, ERR_USAGE, "presence: one period at a "
		    "time");
	if (range || options_has(o, OPTION_WEEK)) {
		if (!report_when(o, today, &days, err))
			return false;
		out->days = days.days;
		out->before = period_before(days.kind, days.days);
		return true;
	}
	if (part == PARTS)
		m = usual(today, nd09);
	out->days = days_of(m, nd09);
	out->before = days_of((struct months){ m.from - m.n, m.n }, nd09);
	return true;
}

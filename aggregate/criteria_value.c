/* SPDX-License-Identifier: MIT */
#include "aggregate/criteria_value.h"

#include "common/stamp.h"

static bool
digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Digits and, behind a point, up to six more; *rest is what follows. */
static bool
fixed(const char *text, int64_t *millionths, const char **rest)
{
	int64_t n = 0, scale = CRITERIA_ONE;
	bool minus = *text == '-';
	const char *p = text + minus;

	if (!digit(*p))
		return false;
	for (; digit(*p); p++) {
		n = n * 10 + (*p - '0');
		if (n > INT64_C(1000000000000))
			return false;
	}
	n *= CRITERIA_ONE;
	if (*p == '.') {
		if (!digit(*++p))
			return false;
		for (; digit(*p); p++) {
			if (scale == 1)
				return false;
			scale /= 10;
			n += (*p - '0') * scale;
		}
	}
	*millionths = minus ? -n : n;
	*rest = p + strspn(p, " \t");
	return true;
}

bool
criteria_decimal(const char *text, bool percent, int64_t *millionths,
    struct err *err)
{
	const char *rest;
	int64_t n;

	if (fixed(text, &n, &rest)) {
		if (*rest == '\0') {
			*millionths = n;
			return true;
		}
		if (percent && strcmp(rest, "%") == 0) {
			*millionths = n / 100;
			return true;
		}
	}
	return err_set(err, ERR_CONFIG, "\"%s\" is no number%s", text,
	    percent ? " and no share, as in 12.5 or 80 %" :
	    ": write 12.5, with a point and at most six digits behind it");
}

/* A unit's names and what one of them is, in millionths of the base. */
static const struct unit_name {
	enum metric_unit unit;
	const char *name;
	int64_t one; /* of the value's unit */
} unit_name[] = {
	{ METRIC_RATIO, "%", 10000 },
	{ METRIC_RATIO, "", 1000000 },
	{ METRIC_COUNT, "", 1 },
	{ METRIC_MEAN, "", 1000000 },
	{ METRIC_TIME, "ms", 1000 },
	{ METRIC_TIME, "s", 1000000 },
	{ METRIC_MINUTES, "min", 1 },
	{ METRIC_MINUTES, "h", 60 },
	{ METRIC_DAYS, "days", 1 },
	{ METRIC_DAYS, "day", 1 },
	{ METRIC_DAYS, "d", 1 },
};
enum { UNIT_NAMES = sizeof(unit_name) / sizeof(*unit_name) };

static const char *const unit_example[] = {
	[METRIC_RATIO] = "95 % or 0.95",
	[METRIC_COUNT] = "120",
	[METRIC_MEAN] = "1.5",
	[METRIC_TIME] = "800ms or 1.5s",
	[METRIC_MINUTES] = "30min or 2h",
	[METRIC_DAYS] = "3 days",
};

bool
criteria_measured(const char *text, enum metric_unit unit, int64_t *out,
    struct err *err)
{
	const char *rest;
	int64_t n;

	if (!fixed(text, &n, &rest) || n > INT64_C(1000000000) * CRITERIA_ONE ||
	    n < -INT64_C(1000000000) * CRITERIA_ONE)
		return err_set(err, ERR_CONFIG, "\"%s\" is no value: write "
		    "%s", text, unit_example[unit]);
	for (int i = 0; i < UNIT_NAMES; i++) {
		const struct unit_name *u = &unit_name[i];

		if (u->unit != unit || strcmp(u->name, rest) != 0)
			continue;
		if (u->one < CRITERIA_ONE && n % (CRITERIA_ONE / u->one) != 0)
			return err_set(err, ERR_CONFIG, "\"%s\" is finer than "
			    "what is measured", text);
		*out = u->one < CRITERIA_ONE ? n / (CRITERIA_ONE / u->one) :
		    n * (u->one / CRITERIA_ONE);
		return true;
	}
	return err_set(err, ERR_CONFIG, "\"%s\" has another unit: write %s",
	    text, unit_example[unit]);
}

bool
criteria_days_read(const char *text, struct criteria_days *out, struct err *err)
{
	const char *rest;
	int64_t n;
	bool working;

	if (!fixed(text, &n, &rest) || n < 0 || n % CRITERIA_ONE != 0 ||
	    n / CRITERIA_ONE > 3660)
		rest = "?";
	working = strcmp(rest, "working-days") == 0 ||
	    strcmp(rest, "working-day") == 0;
	if (!working && strcmp(rest, "days") != 0 && strcmp(rest, "day") != 0)
		return err_set(err, ERR_CONFIG, "\"%s\" is no number of days: "
		    "write 10 days or 2 working-days", text);
	*out = (struct criteria_days){ true, working, n / CRITERIA_ONE };
	return true;
}

bool
criteria_date(const char *text, int32_t *day, struct err *err)
{
	return stamp_read_day(span_of(text), day) ? true :
	    err_set(err, ERR_CONFIG, "\"%s\" is no date: write 2026-10-31",
	    text);
}

bool
criteria_dates(const char *text, struct period *out, struct err *err)
{
	const char *dots = strstr(text, "..");
	struct period p = PERIOD_ALL;
	struct span from, to;

	if (dots == NULL)
		return err_set(err, ERR_CONFIG, "\"%s\" are no two dates: "
		    "write 2026-01-01..2026-12-31; either may be left out",
		    text);
	from = span_trim((struct span){ text, (size_t)(dots - text) });
	to = span_trim(span_of(dots + 2));
	if ((from.n > 0 && !stamp_read_day(from, &p.from)) ||
	    (to.n > 0 && !stamp_read_day(to, &p.to)))
		return err_set(err, ERR_CONFIG, "\"%s\" has a wrong date: "
		    "write 2026-01-01..2026-12-31", text);
	if (p.from > p.to)
		return err_set(err, ERR_CONFIG, "\"%s\" ends before it begins",
		    text);
	*out = p;
	return true;
}

bool
criteria_sha256(const char *text, struct err *err)
{
	return strlen(text) == 64 && strspn(text, "0123456789abcdef") == 64 ?
	    true : err_set(err, ERR_CONFIG, "\"%s\" is no SHA-256: 64 digits, "
	    "as sha256sum prints them", text);
}

bool
criteria_word(const char *text, const char *const *names, int *out,
    struct err *err)
{
	const char *meant;

	for (int i = 0; names[i] != NULL; i++)
		if (strcmp(names[i], text) == 0) {
			*out = i;
			return true;
		}
	meant = ini_nearest(text, names);
	return meant == NULL ? err_set(err, ERR_CONFIG, "\"%s\" is none of "
	    "what it may be: %s, %s...", text, names[0], names[1]) :
	    err_set(err, ERR_CONFIG, "\"%s\" is unknown (did you mean "
	    "\"%s\"?)", text, meant);
}

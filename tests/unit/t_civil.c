/* SPDX-License-Identifier: MIT */
#include "common/civil.h"

#include <time.h>

#include "tests/tap.h"

static const struct {
	const char *name;
	int32_t year, month, day;
	int32_t number;
	int32_t weekday;
} dates[] = {
	{ "1970-01-01 is day 0, a Thursday", 1970, 1, 1, 0, 3 },
	{ "1969-12-31 is day -1", 1969, 12, 31, -1, 2 },
	{ "2000-02-29 exists", 2000, 2, 29, 11016, 1 },
	{ "2000-03-01 follows it", 2000, 3, 1, 11017, 2 },
	{ "1900-03-01 follows 1900-02-28", 1900, 3, 1, -25508, 3 },
	{ "2024-12-31 ends a leap year", 2024, 12, 31, 20088, 1 },
	{ "2026-11-01 is a Sunday", 2026, 11, 1, 20758, 6 },
	{ "0000-01-01 can be counted", 0, 1, 1, -719528, 5 },
	{ "0000-02-29 exists", 0, 2, 29, -719469, 1 },
	{ "9999-12-31 can be counted", 9999, 12, 31, 2932896, 4 },
};

static void
test_dates(void)
{
	for (size_t i = 0; i < sizeof(dates) / sizeof(dates[0]); i++) {
		int32_t day = civil_day(dates[i].year, dates[i].month,
		    dates[i].day);
		struct civil c = civil_date(dates[i].number);

		is_int(day, dates[i].number, "%s: its number", dates[i].name);
		ok(c.year == dates[i].year && c.month == dates[i].month &&
		    c.day == dates[i].day, "%s: and back", dates[i].name);
		is_int(civil_weekday(day), dates[i].weekday,
		    "%s: its weekday", dates[i].name);
	}
}

static const struct {
	const char *name;
	int32_t year, month, day;
	bool valid;
} validity[] = {
	{ "29 February of a leap year is valid", 2024, 2, 29, true },
	{ "29 February of another year is not", 2023, 2, 29, false },
	{ "29 February 1900 is not", 1900, 2, 29, false },
	{ "29 February 2000 is", 2000, 2, 29, true },
	{ "31 April is not", 2021, 4, 31, false },
	{ "30 April is", 2021, 4, 30, true },
	{ "month 0 is not", 2021, 0, 1, false },
	{ "month 13 is not", 2021, 13, 1, false },
	{ "day 0 is not", 2021, 1, 0, false },
	{ "31 December is", 2021, 12, 31, true },
	{ "32 December is not", 2021, 12, 32, false },
	{ "a negative month is not", 2021, -1, 1, false },
};

static void
test_validity(void)
{
	for (size_t i = 0; i < sizeof(validity) / sizeof(validity[0]); i++)
		ok(civil_valid(validity[i].year, validity[i].month,
		    validity[i].day) == validity[i].valid, "%s",
		    validity[i].name);
}

static const struct {
	const char *name;
	int32_t day[3]; /* year, month, day */
	int32_t week[3], month[3], year[3];
} starts[] = {
	{ "a Monday starts its own week", { 2026, 11, 2 }, { 2026, 11, 2 },
	    { 2026, 11, 1 }, { 2026, 1, 1 } },
	{ "a Sunday ends the week", { 2026, 11, 1 }, { 2026, 10, 26 },
	    { 2026, 11, 1 }, { 2026, 1, 1 } },
	{ "a week may start in the year before", { 2021, 1, 1 },
	    { 2020, 12, 28 }, { 2021, 1, 1 }, { 2021, 1, 1 } },
	{ "31 December of a leap year", { 2024, 12, 31 }, { 2024, 12, 30 },
	    { 2024, 12, 1 }, { 2024, 1, 1 } },
	{ "a day before 1970", { 1969, 12, 31 }, { 1969, 12, 29 },
	    { 1969, 12, 1 }, { 1969, 1, 1 } },
};

static int32_t
number(const int32_t ymd[3])
{
	return civil_day(ymd[0], ymd[1], ymd[2]);
}

static void
test_starts(void)
{
	for (size_t i = 0; i < sizeof(starts) / sizeof(starts[0]); i++) {
		int32_t day = number(starts[i].day);

		is_int(civil_week_start(day), number(starts[i].week),
		    "%s: week", starts[i].name);
		is_int(civil_month_start(day), number(starts[i].month),
		    "%s: month", starts[i].name);
		is_int(civil_year_start(day), number(starts[i].year),
		    "%s: year", starts[i].name);
	}
}

/* Every day of 0000 to 9999, one after the other. */
static void
test_libc(void)
{
	int32_t wrong = 0, days = 0, last = civil_day(9999, 12, 31);

	for (int32_t day = civil_day(0, 1, 1); day <= last; day++) {
		time_t t = (time_t)day * 86400;
		struct tm tm;
		struct civil c = civil_date(day);

		gmtime_r(&t, &tm);
		wrong += c.year != tm.tm_year + 1900 ||
		    c.month != tm.tm_mon + 1 || c.day != tm.tm_mday ||
		    civil_weekday(day) != (tm.tm_wday + 6) % 7 ||
		    civil_year_start(day) != day - tm.tm_yday ||
		    civil_day(c.year, c.month, c.day) != day ||
		    timegm(&tm) != t || !civil_valid(c.year, c.month, c.day);
		days++;
	}
	is_int(days, 3652425, "ten thousand years are 25 times 146,097 days");
	is_int(wrong, 0, "each of them is what libc says");
}

static void
test_edges(void)
{
	static const int32_t days[] = { INT32_MIN, INT32_MIN + 1, -719469,
		-719468, INT32_MAX - 1, INT32_MAX };

	for (size_t i = 0; i < sizeof(days) / sizeof(days[0]); i++) {
		struct civil c = civil_date(days[i]);

		is_int(civil_day(c.year, c.month, c.day), days[i],
		    "day %d survives the way to a date and back", days[i]);
		ok(civil_weekday(days[i]) >= 0 && civil_weekday(days[i]) < 7,
		    "day %d has a weekday", days[i]);
	}
	is_int(civil_floor_div(-1, 86400), -1, "a second before 0 is day -1");
	is_int(civil_floor_div(-86400, 86400), -1, "and so is its first");
	is_int(civil_floor_div(86399, 86400), 0, "day 0 ends after 86,400 s");
}

int
main(void)
{
	test_dates();
	test_validity();
	test_starts();
	test_libc();
	test_edges();
	return done();
}

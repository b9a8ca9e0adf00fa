/* SPDX-License-Identifier: MIT */
#include "common/civil.h"

/* 400 Gregorian years are a whole number of days, and of weeks. */
enum { ERA_YEARS = 400, ERA_DAYS = 146097 };

/* From 0000-03-01 to 1970-01-01. */
enum { EPOCH_DAYS = 719468 };

/* Years start on 1 March here, so that the leap day is the last of its year
 * and the lengths of the months follow one linear formula: 153 days in 5. */
int32_t
civil_day(int32_t year, int32_t month, int32_t day)
{
	int64_t y = (int64_t)year - (month <= 2);
	int64_t era = civil_floor_div(y, ERA_YEARS);
	int64_t of_era = y - era * ERA_YEARS;
	int64_t from_march = month > 2 ? month - 3 : month + 9;
	int64_t of_year = (153 * from_march + 2) / 5 + day - 1;

	return (int32_t)(era * ERA_DAYS + of_era * 365 + of_era / 4 -
	    of_era / 100 + of_year - EPOCH_DAYS);
}

struct civil
civil_date(int32_t day)
{
	int64_t d = (int64_t)day + EPOCH_DAYS;
	int64_t era = civil_floor_div(d, ERA_DAYS);
	int64_t of_era = d - era * ERA_DAYS;
	/* Take out the leap days before of_era, and years are 365 days: one
	 * in 1,460 days, but for one in 36,524, and one at the era's end. */
	int64_t year = (of_era - of_era / 1460 + of_era / 36524 -
	    of_era / (ERA_DAYS - 1)) / 365;
	int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
	int64_t from_march = (5 * of_year + 2) / 153;
	int64_t month = from_march < 10 ? from_march + 3 : from_march - 9;

	return (struct civil){
		.year = (int32_t)(era * ERA_YEARS + year + (month <= 2)),
		.month = (int32_t)month,
		.day = (int32_t)(of_year - (153 * from_march + 2) / 5 + 1),
	};
}

int32_t
civil_weekday(int32_t day)
{
	int64_t since_monday = (int64_t)day + 3; /* day 0 was a Thursday */

	return (int32_t)(since_monday - 7 * civil_floor_div(since_monday, 7));
}

int32_t
civil_week_start(int32_t day)
{
	return day - civil_weekday(day);
}

int32_t
civil_month_start(int32_t day)
{
	return day - civil_date(day).day + 1;
}

int32_t
civil_year_start(int32_t day)
{
	return civil_day(civil_date(day).year, 1, 1);
}

int32_t
civil_month_days(int32_t year, int32_t month)
{
	static const int8_t days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31,
	    30, 31 };
	bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

	return days[month - 1] + (month == 2 && leap);
}

bool
civil_valid(int32_t year, int32_t month, int32_t day)
{
	return month >= 1 && month <= 12 && day >= 1 &&
	    day <= civil_month_days(year, month);
}

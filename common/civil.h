/* SPDX-License-Identifier: MIT */
/* civil.h -- the proleptic Gregorian calendar, as day numbers.
 *
 * A day number counts days since 1970-01-01 (which is 0, a Thursday). */
#ifndef COMMON_CIVIL_H
#define COMMON_CIVIL_H

#include <stdbool.h>
#include <stdint.h>

struct civil {
	int32_t year;  /* 0..9999 where read from text */
	int32_t month; /* 1..12 */
	int32_t day;   /* 1..31 */
};

int32_t civil_day(int32_t year, int32_t month, int32_t day); /* day number */
struct civil civil_date(int32_t day);
int32_t civil_weekday(int32_t day);    /* 0 = Monday .. 6 = Sunday */
int32_t civil_week_start(int32_t day); /* the Monday on or before */
int32_t civil_month_start(int32_t day);
int32_t civil_year_start(int32_t day);
int32_t civil_month_days(int32_t year, int32_t month);
bool civil_valid(int32_t year, int32_t month, int32_t day);

/* a / b, rounded down; b > 0.  The day of local seconds is theirs by 86400. */
static inline int64_t
civil_floor_div(int64_t a, int64_t b)
{
	return a / b - (a % b < 0);
}

#endif

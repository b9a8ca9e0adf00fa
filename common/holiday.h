/* SPDX-License-Identifier: MIT */
/* holiday.h -- which days are worked: public holidays, days that are worked instead,
 * and the hours in which offices are open.
 *
 * A list is a text (conf/holidays-vn.conf is the shipped one, and says the form):
 *
 *     years = 2015-2030                     of which years it knows all days
 *     [holidays]
 *     01-01 = Tết Dương lịch | New Year     each of those years
 *     2026-02-16..2026-02-20 = Tết | Tet    one day, or some in a row
 *     [working]
 *     2026-01-10 = Làm bù | Worked instead  worked, be it a Saturday or a Sunday
 *
 * Days are local day numbers (civil.h).  A working day is one from Monday to Friday
 * that is no holiday, or one that is worked instead (METRICS P11, P13).  Of years
 * that a list does not know only weekends are told: holidays_known says so.
 */
#ifndef COMMON_HOLIDAY_H
#define COMMON_HOLIDAY_H

#include "common/buf.h"
#include "common/counter.h"
#include "common/err.h"
#include "common/lang.h"

enum {
	HOLIDAY_YEARS = 200,        /* a list has at most */
	HOLIDAY_DAYS = 366 * 20,    /* and so many days */
	HOLIDAY_NAME_BYTES = 120
};

struct holiday {
	int32_t day;
	bool working;         /* worked instead of another; else a day off */
	const char *vi, *en;  /* short names; never empty */
};

/* Read-only once open; may be shared. */
struct holidays;

/* path NULL: the shipped list.  What is wrong is told with file, line and reason
 * (ERR_CONFIG); a missing file is ERR_NOINPUT. */
bool holidays_open(const char *path, struct holidays **out, struct err *err);
/* The same of a text; name is for messages. */
bool holidays_read(struct span text, const char *name, struct holidays **out,
    struct err *err);
void holidays_close(struct holidays *h); /* accepts NULL */

/* The file's name without its folder, or "built-in", and the text's SHA-256. */
const char *holidays_name(const struct holidays *h);
const char *holidays_sha256(const struct holidays *h);

/* All of these take NULL: no list, weekends only. */

/* The day's row, or NULL.  It lives as long as the list. */
const struct holiday *holidays_on(const struct holidays *h, int32_t day);
bool holidays_known(const struct holidays *h, int32_t day);
bool holidays_working(const struct holidays *h, int32_t day);
/* Working days of a period; 0 where from > to. */
int64_t holidays_working_days(const struct holidays *h, struct period days);

const char *holiday_name(const struct holiday *day, enum lang lang);

/* ---- office hours ---- */

enum { OFFICE_SPANS = 4, OFFICE_DAY_MIN = 24 * 60 };

/* Minutes since local midnight, ascending; from is in it, to is not.  n 0: none. */
struct office {
	int n;
	struct {
		int from_min, to_min;
	} span[OFFICE_SPANS];
};

/* Of most administrations in Viet Nam. */
#define OFFICE_DEFAULT "7:30-11:30, 13:30-17:00"

/* "7:30-11:30, 13:30-17:00", or "none". */
bool office_read(struct span text, struct office *out, struct err *err);
void office_put(struct buf *out, const struct office *o);

/* Bit h: of the hour from h:00 on at least a half is office time. */
uint32_t office_hours(const struct office *o);

#endif

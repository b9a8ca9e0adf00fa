/* SPDX-License-Identifier: MIT */
/* zone.h -- a time zone of the tz database: instants to local days and back.
 *
 * Reads TZif files (RFC 8536, versions 1-3 with the POSIX footer) itself, since
 * the C library knows one zone per process.  "UTC" and fixed offsets ("+07:00",
 * "-0330") need no file.  A zone is immutable once open and may be shared by threads.
 */
#ifndef COMMON_ZONE_H
#define COMMON_ZONE_H

#include "common/err.h"
#include "common/span.h"

struct zone;

/* A local calendar day: [start_s, end_s) in UTC seconds.  Its length is 23, 24 or
 * 25 h, or less usual.  start_s is the first instant whose local date is day. */
struct zone_day {
	int32_t day; /* day number of the local date, see civil.h */
	int64_t start_s, end_s;
};

/* name: an IANA name ("Asia/Ho_Chi_Minh"), "UTC", or a fixed offset.  dir: where
 * the TZif files are, NULL for /usr/share/zoneinfo.  A name with "..", a leading
 * "/" or other than [A-Za-z0-9_+-/] is refused. */
bool zone_open(const char *name, const char *dir, struct zone **out,
    struct err *err);
void zone_close(struct zone *z); /* accepts NULL */

const char *zone_name(const struct zone *z);
int32_t zone_offset(const struct zone *z, int64_t at_s); /* seconds east of UTC */
struct zone_day zone_day_at(const struct zone *z, int64_t at_s);
struct zone_day zone_day_of(const struct zone *z, int32_t day);

/* The first instant at which the zone's clocks show local_s or more (seconds since
 * 1970-01-01 00:00 by those clocks).  So a time that is shown twice is the earlier
 * one, and a time that is skipped is the instant of the change. */
int64_t zone_instant(const struct zone *z, int64_t local_s);

/* Days follow one another without gap or overlap: where clocks go back over
 * midnight, the repeated minutes stay in the new day; a date that a zone skipped
 * (2011-12-30 in Pacific/Apia) is an empty day, which zone_day_at never returns.
 * Instants beyond ZONE_LIMIT_S either way are taken as that limit. */
#define ZONE_LIMIT_S INT64_C(10000000000000)

#endif

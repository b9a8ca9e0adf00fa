/* SPDX-License-Identifier: MIT */
/* zone_rule.h -- the last line of a TZif file: what a zone does from now on.
 *
 * A TZ string of POSIX.1-2017 with the extensions of RFC 8536: quoted names
 * ("<+07>-7"), and times of change from -167 to 167 hours.
 */
#ifndef COMMON_ZONE_RULE_H
#define COMMON_ZONE_RULE_H

#include "common/span.h"

/* A day of each year, and a time on it. */
struct zone_change {
	enum {
		ZONE_CHANGE_JULIAN, /* Jn: 1..365, 29 February is never counted */
		ZONE_CHANGE_DAY,    /* n: 0..365, 29 February is counted */
		ZONE_CHANGE_WEEK    /* Mm.w.d */
	} kind;
	int32_t day;         /* n, or d: 0 = Sunday */
	int32_t month, week; /* 1..12; 1..5, where 5 is the last */
	int32_t time_s;      /* by the clocks before the change */
};

struct zone_rule {
	int32_t standard_s; /* seconds east of UTC */
	bool has_summer;    /* else the rest is not set */
	int32_t summer_s;
	struct zone_change start, end; /* of summer time */
};

/* False where text is not wholly such a string. */
bool zone_rule_read(struct span text, struct zone_rule *out);

/* Seconds east of UTC. */
int32_t zone_rule_offset(const struct zone_rule *r, int64_t at_s);

/* The first instant after at_s at which the offset may change; INT64_MAX: never. */
int64_t zone_rule_next(const struct zone_rule *r, int64_t at_s);

#endif

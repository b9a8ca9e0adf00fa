/* SPDX-License-Identifier: MIT */
/* instant.h -- instants as servers write them.
 *
 * Readers take a beginning of the span and return its length, or 0 where it is
 * none; *at_s is then untouched.  An instant is a real date and time of day
 * from 1970-01-01 to 9999-12-31, both as written and in UTC; second 60 counts
 * as 59.
 */
#ifndef INGEST_INSTANT_H
#define INGEST_INSTANT_H

#include "common/zone.h"
#include "ingest/field.h"

/* The pieces of one. */
struct instant {
	int32_t year, month, day, hour, minute, second;
	int32_t offset_s; /* east of UTC */
};

/* False where it is no date or time of day. */
bool instant_at(const struct instant *m, int64_t *at_s);

/* 10/Oct/2025:13:55:36 +0700 */
size_t instant_clf(struct span s, int64_t *at_s);

/* The same, and what was read last time: nearly always a line is of the day of
 * the line before, and its offset is the same, too.  Begins zeroed. */
struct instant_memo {
	char day[12];   /* "10/Oct/2025:" */
	char offset[6]; /* " +0700" */
	int64_t base_s; /* when that day began there */
};

size_t instant_clf_memo(struct span s, struct instant_memo *memo,
    int64_t *at_s);

/* A date, one byte, a time of day, and mostly an offset. */
struct instant_form {
	bool clf;         /* 10/Oct/2025; else 2025-10-10 */
	char between;     /* date and time of day */
	bool fraction;    /* a point and 1 to 9 digits follow the second */
	bool blank;       /* before the offset */
	bool fixed;       /* the text has no offset, but it is... */
	int32_t offset_s; /* ...this one... */
	const struct zone *zone; /* ...or this zone's; borrowed */
};

/* The day that was read last.  Begins zeroed. */
struct instant_day {
	char text[12]; /* as written; empty: none */
	int64_t at_s;  /* when it began in UTC */
};

/* The date that p begins with, of 11 bytes (clf) or 10: when it began, if it did in
 * UTC.  False: it is none. */
bool instant_day(bool clf, const char *p, struct instant_day *day);

/* "13:55:36" as seconds of the day, 60 as 59; -1: it is no time of day. */
int32_t instant_clock(const char p[8]);

/* From these; zone: NULL, or what the offset comes from, see zone_instant.  False: out
 * of bounds. */
bool instant_in(int64_t day_s, int32_t clock_s, const struct zone *zone,
    int64_t *at_s);
bool instant_of(int64_t day_s, int32_t clock_s, int32_t offset_s,
    int64_t *at_s);

size_t instant_read(const struct instant_form *form, struct span s,
    struct instant_day *day, int64_t *at_s);

size_t instant_epoch(struct span s, enum field_unit unit, int64_t *at_s);
size_t instant_offset(struct span s, int32_t *offset_s); /* +0700, +07:00, Z */

/* "+0700" at s.p[from], without a colon; 5 or 0. */
size_t instant_bare_offset(struct span s, size_t from, int32_t *offset_s);

bool instant_digits(const char *p, size_t n, int32_t *out); /* n <= 9 */
int instant_month(const char p[3]); /* "Jan" gives 1, what is none 0 */

#endif

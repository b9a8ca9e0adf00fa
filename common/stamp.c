/* SPDX-License-Identifier: MIT */
#include "common/stamp.h"

#include <stdio.h>

#include "common/civil.h"

enum { MINUTE_S = 60, HOUR_S = 3600, DAY_S = 86400, WEEK_S = 7 * DAY_S };

void
stamp_put_day(struct buf *b, int32_t day)
{
	struct civil c = civil_date(day);

	buf_printf(b, "%04d-%02d-%02d", c.year, c.month, c.day);
}

void
stamp_put(struct buf *b, const struct zone *z, int64_t at_s)
{
	if (at_s > ZONE_LIMIT_S || at_s < -ZONE_LIMIT_S)
		at_s = at_s > 0 ? ZONE_LIMIT_S : -ZONE_LIMIT_S;

	/* RFC 3339 has no seconds in an offset, but the local mean times of old
	 * do.  Cut to minutes in both places, the instant stays exact. */
	int32_t minutes = zone_offset(z, at_s) / MINUTE_S;
	int64_t local = at_s + minutes * MINUTE_S;
	int64_t day = civil_floor_div(local, DAY_S);
	int32_t of_day = (int32_t)(local - day * DAY_S);
	int32_t east = minutes < 0 ? -minutes : minutes;

	stamp_put_day(b, (int32_t)day);
	buf_printf(b, "T%02d:%02d:%02d%c%02d:%02d", of_day / HOUR_S,
	    of_day / MINUTE_S % 60, of_day % 60, minutes < 0 ? '-' : '+',
	    east / 60, east % 60);
}

static bool
take(struct span *s, char c)
{
	if (s->n == 0 || s->p[0] != c)
		return false;
	*s = (struct span){ s->p + 1, s->n - 1 };
	return true;
}

/* Exactly so many digits. */
static bool
take_digits(struct span *s, size_t n, int32_t *out)
{
	uint64_t v;

	if (s->n < n || !span_u64((struct span){ s->p, n }, &v))
		return false;
	*s = (struct span){ s->p + n, s->n - n };
	*out = (int32_t)v;
	return true;
}

static bool
take_day(struct span *s, int32_t *day)
{
	int32_t y, m, d;

	if (!take_digits(s, 4, &y) || !take(s, '-') ||
	    !take_digits(s, 2, &m) || !take(s, '-') ||
	    !take_digits(s, 2, &d) || !civil_valid(y, m, d))
		return false;
	*day = civil_day(y, m, d);
	return true;
}

/* "14:15", "14:15:00" or "14:15:00.123", whose fraction is dropped.  A leap
 * second is the one after it. */
static bool
take_clock(struct span *s, int32_t *of_day)
{
	int32_t h, m, sec = 0;

	if (!take_digits(s, 2, &h) || !take(s, ':') ||
	    !take_digits(s, 2, &m) || h > 23 || m > 59)
		return false;
	if (take(s, ':')) {
		if (!take_digits(s, 2, &sec) || sec > 60)
			return false;
		if (take(s, '.')) {
			int32_t digit;

			if (!take_digits(s, 1, &digit))
				return false;
			while (take_digits(s, 1, &digit))
				;
		}
	}
	*of_day = h * HOUR_S + m * MINUTE_S + sec;
	return true;
}

/* "Z", "+07:00", "+0700" or "+07" */
static bool
take_offset(struct span *s, int32_t *offset)
{
	bool minus = s->n > 0 && s->p[0] == '-';
	int32_t h, m = 0;

	if (take(s, 'Z') || take(s, 'z')) {
		*offset = 0;
		return true;
	}
	if ((!take(s, '+') && !take(s, '-')) || !take_digits(s, 2, &h))
		return false;
	if (s->n > 0) {
		take(s, ':');
		if (!take_digits(s, 2, &m))
			return false;
	}
	if (h > 23 || m > 59)
		return false;
	*offset = (h * 60 + m) * MINUTE_S;
	if (minus)
		*offset = -*offset;
	return true;
}

static bool
read_epoch(struct span s, int64_t *at_s)
{
	bool minus = take(&s, '-');
	uint64_t v;

	if (!span_u64(s, &v) || v > (uint64_t)ZONE_LIMIT_S)
		return false;
	*at_s = minus ? -(int64_t)v : (int64_t)v;
	return true;
}

bool
stamp_read(struct span text, const struct zone *z, int64_t *at_s)
{
	int32_t day, of_day, offset;

	if (take(&text, '@'))
		return read_epoch(text, at_s);
	if (!take_day(&text, &day))
		return false;
	if (text.n == 0) {
		*at_s = zone_day_of(z, day).start_s;
		return true;
	}
	if (!take(&text, 'T') && !take(&text, 't')) {
		if (text.p[0] != ' ')
			return false;
		while (take(&text, ' '))
			;
	}
	if (!take_clock(&text, &of_day))
		return false;

	int64_t local = (int64_t)day * DAY_S + of_day;

	while (take(&text, ' '))
		;
	if (text.n == 0) {
		*at_s = zone_instant(z, local);
		return true;
	}
	if (!take_offset(&text, &offset) || text.n > 0)
		return false;
	*at_s = local - offset;
	return true;
}

bool
stamp_read_day(struct span text, int32_t *day)
{
	int32_t d;

	if (!take_day(&text, &d) || text.n > 0)
		return false;
	*day = d;
	return true;
}

bool
stamp_read_month(struct span text, int32_t *first, int32_t *last)
{
	int32_t y, m;

	if (!take_digits(&text, 4, &y) || !take(&text, '-') ||
	    !take_digits(&text, 2, &m) || text.n > 0 || !civil_valid(y, m, 1))
		return false;
	*first = civil_day(y, m, 1);
	*last = *first + civil_month_days(y, m) - 1;
	return true;
}

/* Longest first: a sum goes down this table, so that "1m30m" is a slip. */
static const struct {
	char letter;
	uint32_t seconds;
} units[] = { { 'w', WEEK_S }, { 'd', DAY_S }, { 'h', HOUR_S },
	{ 'm', MINUTE_S }, { 's', 1 } };

enum { UNITS = sizeof(units) / sizeof(units[0]) };

/* One "30m"; *unit is where in the table to go on. */
static bool
take_part(struct span *s, size_t *unit, uint64_t *sum)
{
	size_t n = 0;
	uint64_t v;

	while (n < s->n && s->p[n] >= '0' && s->p[n] <= '9')
		n++;
	if (n == s->n || !span_u64((struct span){ s->p, n }, &v))
		return false;
	while (*unit < UNITS && units[*unit].letter != s->p[n])
		++*unit;
	if (*unit == UNITS ||
	    __builtin_mul_overflow(v, units[*unit].seconds, &v) ||
	    __builtin_add_overflow(*sum, v, sum))
		return false;
	++*unit;
	*s = (struct span){ s->p + n + 1, s->n - n - 1 };
	return true;
}

bool
stamp_read_duration(struct span text, int64_t *seconds)
{
	uint64_t sum = 0;
	size_t unit = 0;

	if (text.n == 0)
		return false;
	if (!span_u64(text, &sum)) {
		sum = 0;
		while (text.n > 0)
			if (!take_part(&text, &unit, &sum))
				return false;
	}
	if (sum > INT64_MAX)
		return false;
	*seconds = (int64_t)sum;
	return true;
}

void
stamp_put_duration(struct buf *b, int64_t seconds)
{
	uint64_t left = seconds < 0 ? 0 - (uint64_t)seconds :
	    (uint64_t)seconds;
	char best[64] = "0s";

	/* Begin with each unit in turn: "48h" is "2d", but "10d" is not longer
	 * than "1w3d". */
	for (size_t from = 0; left > 0 && from < UNITS; from++) {
		char text[sizeof(best)] = "";
		size_t n = 0;
		uint64_t rest = left;

		for (size_t i = from; i < UNITS; i++) {
			if (rest < units[i].seconds)
				continue;
			n += (size_t)snprintf(text + n, sizeof(text) - n,
			    "%llu%c",
			    (unsigned long long)(rest / units[i].seconds),
			    units[i].letter);
			rest %= units[i].seconds;
		}
		if (from == 0 || n < strlen(best))
			memcpy(best, text, sizeof(best));
	}
	if (seconds < 0)
		buf_putc(b, '-'); /* to be seen; it is not read back */
	buf_puts(b, best);
}

/* SPDX-License-Identifier: MIT */
#include "common/zone_rule.h"

#include "common/civil.h"

enum { DAY_S = 86400, HOUR_S = 3600 };

static bool
take(struct span *s, char c)
{
	if (s->n == 0 || s->p[0] != c)
		return false;
	*s = (struct span){ s->p + 1, s->n - 1 };
	return true;
}

/* At most three digits, up to max. */
static bool
take_number(struct span *s, int32_t max, int32_t *out)
{
	int32_t v = 0;
	size_t n = 0;

	for (; n < s->n && n < 3 && s->p[n] >= '0' && s->p[n] <= '9'; n++)
		v = v * 10 + (s->p[n] - '0');
	if (n == 0 || v > max)
		return false;
	*s = (struct span){ s->p + n, s->n - n };
	*out = v;
	return true;
}

/* [+-]hh[:mm[:ss]] */
static bool
take_time(struct span *s, int32_t max_hours, int32_t *out)
{
	bool minus = take(s, '-');
	int32_t h = 0, m = 0, sec = 0;

	if (!minus)
		take(s, '+');
	if (!take_number(s, max_hours, &h))
		return false;
	if (take(s, ':')) {
		if (!take_number(s, 59, &m))
			return false;
		if (take(s, ':') && !take_number(s, 59, &sec))
			return false;
	}
	*out = h * HOUR_S + m * 60 + sec;
	if (minus)
		*out = -*out;
	return true;
}

static bool
letter(char c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* Three letters or more, or anything in <>.  It is not kept: no report shows an
 * abbreviation. */
static bool
take_name(struct span *s)
{
	size_t n = 0;

	if (take(s, '<')) {
		size_t end = span_find(*s, '>');

		if (end == s->n || end == 0)
			return false;
		*s = (struct span){ s->p + end + 1, s->n - end - 1 };
		return true;
	}
	while (n < s->n && letter(s->p[n]))
		n++;
	if (n < 3)
		return false;
	*s = (struct span){ s->p + n, s->n - n };
	return true;
}

/* ",Mm.w.d/time", ",Jn/time" or ",n/time" */
static bool
take_change(struct span *s, struct zone_change *out)
{
	struct zone_change c = { .time_s = 2 * HOUR_S };

	if (!take(s, ','))
		return false;
	if (take(s, 'M')) {
		c.kind = ZONE_CHANGE_WEEK;
		if (!take_number(s, 12, &c.month) || c.month < 1 ||
		    !take(s, '.') || !take_number(s, 5, &c.week) ||
		    c.week < 1 || !take(s, '.') || !take_number(s, 6, &c.day))
			return false;
	} else if (take(s, 'J')) {
		c.kind = ZONE_CHANGE_JULIAN;
		if (!take_number(s, 365, &c.day) || c.day < 1)
			return false;
	} else {
		c.kind = ZONE_CHANGE_DAY;
		if (!take_number(s, 365, &c.day))
			return false;
	}
	if (take(s, '/') && !take_time(s, 167, &c.time_s))
		return false;
	*out = c;
	return true;
}

bool
zone_rule_read(struct span text, struct zone_rule *out)
{
	struct zone_rule r = { 0 };
	int32_t west = 0;

	/* POSIX counts offsets westwards. */
	if (!take_name(&text) || !take_time(&text, 24, &west))
		return false;
	r.standard_s = -west;
	if (text.n > 0) {
		r.has_summer = true;
		r.summer_s = r.standard_s + HOUR_S;
		if (!take_name(&text))
			return false;
		if (text.n > 0 && text.p[0] != ',') {
			if (!take_time(&text, 24, &west))
				return false;
			r.summer_s = -west;
		}
		if (!take_change(&text, &r.start) ||
		    !take_change(&text, &r.end) || text.n > 0)
			return false;
	}
	*out = r;
	return true;
}

static int32_t
change_day(const struct zone_change *c, int32_t year)
{
	int32_t first = civil_day(year, 1, 1);

	switch (c->kind) {
	case ZONE_CHANGE_JULIAN:
		return first + c->day - 1 +
		    (c->day >= 60 && civil_month_days(year, 2) == 29);
	case ZONE_CHANGE_DAY:
		return first + c->day;
	case ZONE_CHANGE_WEEK:
		break;
	}
	/* civil counts from Monday, the rule from Sunday. */
	int32_t month = civil_day(year, c->month, 1);
	int32_t weekday = (c->day + 6) % 7;
	int32_t day = (weekday - civil_weekday(month) + 7) % 7 +
	    7 * (c->week - 1);

	if (day >= civil_month_days(year, c->month))
		day -= 7;
	return month + day;
}

static int64_t
change_at(const struct zone_change *c, int32_t year, int32_t offset_s)
{
	return (int64_t)change_day(c, year) * DAY_S + c->time_s - offset_s;
}

static int64_t
start_at(const struct zone_rule *r, int32_t year)
{
	return change_at(&r->start, year, r->standard_s);
}

static int64_t
end_at(const struct zone_rule *r, int32_t year)
{
	return change_at(&r->end, year, r->summer_s);
}

static int32_t
year_of(int64_t at_s)
{
	return civil_date((int32_t)civil_floor_div(at_s, DAY_S)).year;
}

int32_t
zone_rule_offset(const struct zone_rule *r, int64_t at_s)
{
	if (!r->has_summer)
		return r->standard_s;

	int32_t year = year_of(at_s);

	/* The neighbours too: a time of change may lie a week beyond its day,
	 * and a southern summer begins in the year before.  A summer that ends
	 * where the next begins is summer for ever: RFC 8536, section 3.3. */
	for (int32_t y = year - 1; y <= year + 1; y++) {
		int64_t start = start_at(r, y), end = end_at(r, y);

		if (end <= start)
			end = end_at(r, y + 1);
		if (at_s >= start && at_s < end)
			return r->summer_s;
	}
	return r->standard_s;
}

int64_t
zone_rule_next(const struct zone_rule *r, int64_t at_s)
{
	int64_t next = INT64_MAX;

	if (!r->has_summer)
		return next;

	int32_t year = year_of(at_s);

	for (int32_t y = year - 1; y <= year + 2; y++) {
		int64_t start = start_at(r, y), end = end_at(r, y);

		if (start > at_s && start < next)
			next = start;
		if (end > at_s && end < next)
			next = end;
	}
	return next;
}

/* SPDX-License-Identifier: MIT */
#include "ingest/when.h"

/* What has been read of an instant. */
struct reading {
	struct span rest;
	struct instant m;
	bool afternoon;       /* %p */
	bool twelve;          /* %I: hours are 1..12 */
	bool epoch;           /* %s */
	int64_t at_s;
};

/* What a conversion tells, as bits, so that a pattern can be judged. */
enum {
	YEAR = 1, MONTH = 2, DAY = 4, HOUR = 8, MINUTE = 16, SECOND = 32,
	OFFSET = 64, HALF = 128, TWELVE = 256,
	DATE = YEAR | MONTH | DAY,
	CLOCK = HOUR | MINUTE | SECOND,
	ALL = DATE | CLOCK | OFFSET
};

static bool
take(struct reading *r, size_t n, struct span *out)
{
	if (r->rest.n < n)
		return false;
	*out = (struct span){ r->rest.p, n };
	r->rest = (struct span){ r->rest.p + n, r->rest.n - n };
	return true;
}

static bool
number(struct reading *r, size_t digits, int32_t *out)
{
	struct span s;

	return take(r, digits, &s) && instant_digits(s.p, s.n, out);
}

/* %e, %k, %l pad with a blank. */
static bool
padded(struct reading *r, int32_t *out)
{
	struct span s;

	if (r->rest.n > 0 && r->rest.p[0] == ' ')
		return take(r, 1, &s) && number(r, 1, out);
	return number(r, 2, out);
}

static bool
read_year(struct reading *r)
{
	return number(r, 4, &r->m.year);
}

static bool
read_short_year(struct reading *r)
{
	if (!number(r, 2, &r->m.year))
		return false;
	r->m.year += r->m.year < 69 ? 2000 : 1900; /* as POSIX has it */
	return true;
}

static bool
read_month(struct reading *r)
{
	return number(r, 2, &r->m.month);
}

static bool
read_month_name(struct reading *r)
{
	struct span s;

	if (!take(r, 3, &s))
		return false;
	r->m.month = instant_month(s.p);
	return r->m.month > 0;
}

static bool
read_one_of(struct reading *r, const char *const *names, size_t n,
    int32_t *which)
{
	for (size_t i = 0; i < n; i++) {
		struct span name = span_of(names[i]);

		if (span_starts(r->rest, name)) {
			*which = (int32_t)i;
			return take(r, name.n, &name);
		}
	}
	return false;
}

static bool
read_month_long(struct reading *r)
{
	static const char *const names[] = { "January", "February", "March",
		"April", "May", "June", "July", "August", "September",
		"October", "November", "December" };

	if (!read_one_of(r, names, 12, &r->m.month))
		return false;
	r->m.month++;
	return true;
}

static bool
read_weekday(struct reading *r)
{
	static const char *const names[] = { "Mon", "Tue", "Wed", "Thu", "Fri",
		"Sat", "Sun" };
	int32_t which;

	return read_one_of(r, names, 7, &which);
}

static bool
read_weekday_long(struct reading *r)
{
	static const char *const names[] = { "Monday", "Tuesday", "Wednesday",
		"Thursday", "Friday", "Saturday", "Sunday" };
	int32_t which;

	return read_one_of(r, names, 7, &which);
}

static bool
read_day(struct reading *r)
{
	return number(r, 2, &r->m.day);
}

static bool
read_day_padded(struct reading *r)
{
	return padded(r, &r->m.day);
}

static bool
read_day_of_year(struct reading *r)
{
	int32_t ignored;

	return number(r, 3, &ignored);
}

static bool
read_weekday_digit(struct reading *r)
{
	int32_t ignored;

	return number(r, 1, &ignored);
}

static bool
read_hour(struct reading *r)
{
	return number(r, 2, &r->m.hour);
}

static bool
read_hour_padded(struct reading *r)
{
	return padded(r, &r->m.hour);
}

static bool
read_hour_of_twelve(struct reading *r)
{
	r->twelve = true;
	return padded(r, &r->m.hour) && r->m.hour >= 1 && r->m.hour <= 12;
}

static bool
read_half(struct reading *r)
{
	static const char *const names[] = { "AM", "PM", "am", "pm" };
	int32_t which;

	if (!read_one_of(r, names, 4, &which))
		return false;
	r->afternoon = which % 2 == 1;
	return true;
}

static bool
read_minute(struct reading *r)
{
	return number(r, 2, &r->m.minute);
}

static bool
read_second(struct reading *r)
{
	return number(r, 2, &r->m.second);
}

static bool
read_fraction(struct reading *r)
{
	size_t n = 0;
	struct span s;

	while (n < r->rest.n && n < 9 && r->rest.p[n] >= '0' &&
	    r->rest.p[n] <= '9')
		n++;
	return n > 0 && take(r, n, &s);
}

static bool
read_offset(struct reading *r)
{
	size_t n = instant_offset(r->rest, &r->m.offset_s);
	struct span s;

	return n > 0 && take(r, n, &s);
}

/* Abbreviations of zones are not unique, but for these. */
static bool
read_zone_name(struct reading *r)
{
	static const char *const names[] = { "UTC", "GMT", "Z" };
	int32_t which;

	return read_one_of(r, names, 3, &which);
}

static bool
read_epoch(struct reading *r)
{
	size_t n = instant_epoch(r->rest, FIELD_UNIT_S, &r->at_s);
	struct span s;

	r->epoch = true;
	return n > 0 && take(r, n, &s);
}

static const struct conversion {
	char letter;
	int tells;
	bool (*read)(struct reading *r);
	const char *same; /* or: the conversions that it stands for */
} conversions[] = {
	{ 'Y', YEAR, read_year, NULL },
	{ 'y', YEAR, read_short_year, NULL },
	{ 'm', MONTH, read_month, NULL },
	{ 'b', MONTH, read_month_name, NULL },
	{ 'h', MONTH, read_month_name, NULL },
	{ 'B', MONTH, read_month_long, NULL },
	{ 'd', DAY, read_day, NULL },
	{ 'e', DAY, read_day_padded, NULL },
	{ 'j', 0, read_day_of_year, NULL },
	{ 'a', 0, read_weekday, NULL },
	{ 'A', 0, read_weekday_long, NULL },
	{ 'u', 0, read_weekday_digit, NULL },
	{ 'w', 0, read_weekday_digit, NULL },
	{ 'H', HOUR, read_hour, NULL },
	{ 'k', HOUR, read_hour_padded, NULL },
	{ 'I', TWELVE, read_hour_of_twelve, NULL },
	{ 'l', TWELVE, read_hour_of_twelve, NULL },
	{ 'p', HALF, read_half, NULL },
	{ 'P', HALF, read_half, NULL },
	{ 'M', MINUTE, read_minute, NULL },
	{ 'S', SECOND, read_second, NULL },
	{ 'N', 0, read_fraction, NULL },
	{ 'z', OFFSET, read_offset, NULL },
	{ 'Z', OFFSET, read_zone_name, NULL },
	{ 's', ALL, read_epoch, NULL },
	{ 'F', DATE, NULL, "%Y-%m-%d" },
	{ 'D', DATE, NULL, "%m/%d/%y" },
	{ 'T', CLOCK, NULL, "%H:%M:%S" },
	{ 'R', HOUR | MINUTE, NULL, "%H:%M" },
	{ 'n', 0, NULL, "\n" },
	{ 't', 0, NULL, "\t" },
	{ '%', 0, NULL, NULL }, /* itself */
};

static const struct conversion *
conversion_of(char letter)
{
	for (size_t i = 0; i < sizeof(conversions) / sizeof(*conversions); i++)
		if (conversions[i].letter == letter)
			return &conversions[i];
	return NULL;
}

bool
when_check(struct span pattern, struct err *err)
{
	int32_t ignored;

	for (size_t i = 0; i < pattern.n; i++) {
		if (pattern.p[i] != '%')
			continue;
		if (++i == pattern.n)
			return err_set(err, ERR_CONFIG,
			    "the time pattern ends in a lone %%");
		if (instant_bare_offset(pattern, i, &ignored) > 0)
			continue;
		if (conversion_of(pattern.p[i]) == NULL)
			return err_set(err, ERR_CONFIG, "%%%c in a time "
			    "pattern is not understood; write it out, such as "
			    "%%d/%%b/%%Y:%%H:%%M:%%S %%z", pattern.p[i]);
	}
	return true;
}

const char *
when_lacks(struct span pattern)
{
	int32_t ignored;
	int told = 0;

	for (size_t i = 0; i + 1 < pattern.n; i++) {
		const struct conversion *c;

		if (pattern.p[i] != '%')
			continue;
		c = conversion_of(pattern.p[++i]);
		told |= c != NULL ? c->tells : 0;
		if (instant_bare_offset(pattern, i, &ignored) > 0)
			told |= OFFSET;
	}
	if ((told & TWELVE) && (told & HALF))
		told |= HOUR;
	if ((told & DATE) != DATE)
		return "date";
	if ((told & CLOCK) != CLOCK)
		return "time of day";
	return told & OFFSET ? NULL : "offset (%z)";
}

/* depth: a conversion that stands for others holds none that do so again. */
static bool
follow(struct reading *r, struct span pattern, int depth)
{
	for (size_t i = 0; i < pattern.n; i++) {
		const struct conversion *c = NULL;
		struct span byte;
		size_t n = 0;

		if (pattern.p[i] == '%' && i + 1 < pattern.n) {
			c = conversion_of(pattern.p[++i]);
			n = instant_bare_offset(pattern, i, &r->m.offset_s);
		}
		if (n > 0) {
			i += n - 1;
		} else if (c != NULL && c->read != NULL) {
			if (!c->read(r))
				return false;
		} else if (c != NULL && c->same != NULL && depth == 0) {
			if (!follow(r, span_of(c->same), 1))
				return false;
		} else if (!take(r, 1, &byte) || byte.p[0] != pattern.p[i]) {
			return false;
		}
	}
	return true;
}

size_t
when_pattern(struct span pattern, struct span s, int64_t *at_s)
{
	struct reading r = { .rest = s };

	if (r.rest.n > WHEN_MAX)
		r.rest.n = WHEN_MAX;
	s.n = r.rest.n;
	if (!follow(&r, pattern, 0))
		return 0;
	if (r.twelve)
		r.m.hour = r.m.hour % 12 + (r.afternoon ? 12 : 0);
	if (r.epoch)
		*at_s = r.at_s;
	else if (!instant_at(&r.m, at_s))
		return 0;
	return s.n - r.rest.n;
}

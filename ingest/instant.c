/* SPDX-License-Identifier: MIT */
#include "ingest/instant.h"

#include "common/civil.h"

/* 9999-12-31T23:59:59Z */
#define LAST_INSTANT INT64_C(253402300799)

enum { CLF_BYTES = 26 };

static inline bool
digit(char c)
{
	return c >= '0' && c <= '9';
}

bool
instant_digits(const char *p, size_t n, int32_t *out)
{
	int32_t v = 0;

	for (size_t i = 0; i < n; i++) {
		if (!digit(p[i]))
			return false;
		v = v * 10 + (p[i] - '0');
	}
	*out = v;
	return true;
}

#define THREE(a, b, c)                                                         \
	((uint32_t)(a) << 16 | (uint32_t)(b) << 8 | (uint32_t)(c))

int
instant_month(const char p[3])
{
	switch (THREE((unsigned char)p[0], (unsigned char)p[1],
	    (unsigned char)p[2])) {
	case THREE('J', 'a', 'n'): return 1;
	case THREE('F', 'e', 'b'): return 2;
	case THREE('M', 'a', 'r'): return 3;
	case THREE('A', 'p', 'r'): return 4;
	case THREE('M', 'a', 'y'): return 5;
	case THREE('J', 'u', 'n'): return 6;
	case THREE('J', 'u', 'l'): return 7;
	case THREE('A', 'u', 'g'): return 8;
	case THREE('S', 'e', 'p'): return 9;
	case THREE('O', 'c', 't'): return 10;
	case THREE('N', 'o', 'v'): return 11;
	case THREE('D', 'e', 'c'): return 12;
	default: return 0;
	}
}

bool
instant_at(const struct instant *m, int64_t *at_s)
{
	int32_t second = m->second == 60 ? 59 : m->second; /* a leap second */
	int64_t at;

	if (m->year < 1970 || m->year > 9999 ||
	    !civil_valid(m->year, m->month, m->day) || m->hour < 0 ||
	    m->hour > 23 || m->minute < 0 || m->minute > 59 || second < 0 ||
	    second > 59)
		return false;
	at = (int64_t)civil_day(m->year, m->month, m->day) * 86400 +
	    m->hour * 3600 + m->minute * 60 + second - m->offset_s;
	if (at < 0 || at > LAST_INSTANT)
		return false;
	*at_s = at;
	return true;
}

/* No zone was ever further from UTC than 15 h 59 min. */
static bool
offset_of(char sign, int32_t hours, int32_t minutes, int32_t *offset_s)
{
	int32_t seconds = hours * 3600 + minutes * 60;

	if ((sign != '+' && sign != '-') || hours > 15 || minutes > 59)
		return false;
	*offset_s = sign == '-' ? -seconds : seconds;
	return true;
}

size_t
instant_offset(struct span s, int32_t *offset_s)
{
	int32_t hours, minutes;
	size_t colon;

	if (s.n > 0 && s.p[0] == 'Z') {
		*offset_s = 0;
		return 1;
	}
	colon = s.n > 3 && s.p[3] == ':';
	if (s.n < 5 + colon || !instant_digits(s.p + 1, 2, &hours) ||
	    !instant_digits(s.p + 3 + colon, 2, &minutes) ||
	    !offset_of(s.p[0], hours, minutes, offset_s))
		return 0;
	return 5 + colon;
}

size_t
instant_bare_offset(struct span s, size_t from, int32_t *offset_s)
{
	if (s.n < from + 5 || s.p[from] == 'Z' || s.p[from + 3] == ':')
		return 0;
	return instant_offset((struct span){ s.p + from, 5 }, offset_s);
}

/* Two digits; anything else gives more than any field of a time allows. */
static inline int32_t
two(const char *p)
{
	unsigned a = (unsigned)(p[0] - '0'), b = (unsigned)(p[1] - '0');

	return a > 9 || b > 9 ? 100000 : (int32_t)(a * 10 + b);
}

size_t
instant_clf(struct span s, int64_t *at_s)
{
	const char *p = s.p;
	struct instant m;

	if (s.n < CLF_BYTES || p[2] != '/' || p[6] != '/' ||
	    p[11] != ':' || p[14] != ':' || p[17] != ':' || p[20] != ' ')
		return 0;
	m = (struct instant){ .day = two(p), .month = instant_month(p + 3),
		.year = two(p + 7) * 100 + two(p + 9), .hour = two(p + 12),
		.minute = two(p + 15), .second = two(p + 18) };
	if (!offset_of(p[21], two(p + 22), two(p + 24), &m.offset_s) ||
	    !instant_at(&m, at_s))
		return 0;
	return CLF_BYTES;
}

/* The first time of a day, read as any other; *at_s is then known to be good. */
static size_t
memorize(struct span s, struct instant_memo *memo, int64_t *at_s)
{
	const char *p = s.p;
	int32_t second;
	size_t n = instant_clf(s, at_s);

	if (n == 0)
		return 0;
	memcpy(memo->day, p, sizeof(memo->day));
	memcpy(memo->offset, p + 20, sizeof(memo->offset));
	second = two(p + 18) == 60 ? 59 : two(p + 18);
	memo->base_s = *at_s - two(p + 12) * 3600 - two(p + 15) * 60 - second;
	return n;
}

size_t
instant_clf_memo(struct span s, struct instant_memo *memo, int64_t *at_s)
{
	const char *p = s.p;
	int32_t hour, minute, second;
	int64_t at;

	/* A zeroed memo is told by its lack of a slash. */
	if (s.n < CLF_BYTES || memcmp(p, memo->day, sizeof(memo->day)) != 0 ||
	    memcmp(p + 20, memo->offset, sizeof(memo->offset)) != 0 ||
	    memo->day[2] != '/')
		return memorize(s, memo, at_s);
	hour = two(p + 12);
	minute = two(p + 15);
	second = two(p + 18);
	if (p[14] != ':' || p[17] != ':' || hour > 23 || minute > 59 ||
	    second > 60)
		return 0;
	at = memo->base_s + hour * 3600 + minute * 60 + second -
	    (second == 60);
	if (at < 0 || at > LAST_INSTANT)
		return 0;
	*at_s = at;
	return CLF_BYTES;
}

bool
instant_day(bool clf, const char *p, struct instant_day *day)
{
	size_t bytes = clf ? 11 : 10;
	struct instant m = { 0 };
	int64_t at_s;

	if (memcmp(p, day->text, bytes) == 0 && day->text[bytes] == '\0' &&
	    day->text[0] != '\0')
		return true;
	if (clf && p[2] == '/' && p[6] == '/')
		m = (struct instant){ two(p + 7) * 100 + two(p + 9),
			instant_month(p + 3), two(p), 0, 0, 0, 0 };
	else if (!clf && p[4] == '-' && p[7] == '-')
		m = (struct instant){ two(p) * 100 + two(p + 2), two(p + 5),
			two(p + 8), 0, 0, 0, 0 };
	if (!instant_at(&m, &at_s))
		return false;
	memcpy(day->text, p, bytes);
	day->text[bytes] = '\0';
	day->at_s = at_s;
	return true;
}

int32_t
instant_clock(const char p[8])
{
	int32_t hour = two(p), minute = two(p + 3), second = two(p + 6);

	if (p[2] != ':' || p[5] != ':' || hour > 23 || minute > 59 ||
	    second > 60)
		return -1;
	return hour * 3600 + minute * 60 + second - (second == 60);
}

bool
instant_of(int64_t day_s, int32_t clock_s, int32_t offset_s, int64_t *at_s)
{
	int64_t at = day_s + clock_s - offset_s;

	if (clock_s < 0 || at < 0 || at > LAST_INSTANT)
		return false;
	*at_s = at;
	return true;
}

bool
instant_in(int64_t day_s, int32_t clock_s, const struct zone *zone,
    int64_t *at_s)
{
	int64_t at = clock_s < 0 ? -1 : zone_instant(zone, day_s + clock_s);

	if (at < 0 || at > LAST_INSTANT)
		return false;
	*at_s = at;
	return true;
}

static size_t
fraction(struct span s)
{
	size_t n = 1;

	if (s.n < 2 || s.p[0] != '.')
		return 0;
	while (n < s.n && n < 10 && digit(s.p[n]))
		n++;
	return n > 1 ? n : 0;
}

/* What stands behind the second; *good: all that has to. */
static size_t
read_end(const struct instant_form *form, struct span s, int32_t *offset_s,
    bool *good)
{
	size_t n = 0, more;

	*good = true;
	*offset_s = form->offset_s;
	if (form->fraction) {
		n = fraction(s);
		*good = n > 0;
	}
	if (form->fixed || !*good)
		return n;
	if (form->blank) {
		*good = n < s.n && s.p[n] == ' ';
		n++;
	}
	more = *good ? instant_offset((struct span){ s.p + n, s.n - n },
	    offset_s) : 0;
	*good = more > 0;
	return n + more;
}

size_t
instant_read(const struct instant_form *form, struct span s,
    struct instant_day *day, int64_t *at_s)
{
	size_t bytes = form->clf ? 11 : 10, n = bytes + 9;
	int32_t offset_s, clock_s;
	bool good;

	if (s.n < n || s.p[bytes] != form->between)
		return 0;
	n += read_end(form, (struct span){ s.p + n, s.n - n }, &offset_s,
	    &good);
	if (!good || !instant_day(form->clf, s.p, day))
		return 0;
	clock_s = instant_clock(s.p + bytes + 1);
	good = form->zone != NULL ?
	    instant_in(day->at_s, clock_s, form->zone, at_s) :
	    instant_of(day->at_s, clock_s, offset_s, at_s);
	return good ? n : 0;
}

size_t
instant_epoch(struct span s, enum field_unit unit, int64_t *at_s)
{
	static const uint64_t per_second[] = { 1000000, 1000, 1, 1, 1 };
	uint64_t v = 0;
	size_t n = 0;

	while (n < s.n && digit(s.p[n]))
		n++;
	if (n > 18 || !span_u64((struct span){ s.p, n }, &v) ||
	    v / per_second[unit] > (uint64_t)LAST_INSTANT)
		return 0;
	if (unit == FIELD_UNIT_S_DECIMAL) {
		size_t point = n++;

		if (point >= s.n || s.p[point] != '.')
			return 0;
		while (n < s.n && n <= point + 9 && digit(s.p[n]))
			n++;
		if (n == point + 1)
			return 0;
	}
	*at_s = (int64_t)(v / per_second[unit]);
	return n;
}

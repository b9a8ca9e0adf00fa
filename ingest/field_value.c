/* SPDX-License-Identifier: MIT */
/* Fields that are numbers, or one word of a few. */
#include "ingest/field.h"

static inline bool
digit(char c)
{
	return c >= '0' && c <= '9';
}

bool
field_status(struct span s, uint16_t *out)
{
	if (s.n != 3 || s.p[0] < '1' || s.p[0] > '5' || !digit(s.p[1]) ||
	    !digit(s.p[2]))
		return false;
	*out = (uint16_t)((s.p[0] - '0') * 100 + (s.p[1] - '0') * 10 +
	    (s.p[2] - '0'));
	return true;
}

bool
field_bytes(struct span s, uint64_t *out)
{
	uint64_t v = 0;

	if (s.n == 1 && s.p[0] == '-') {
		*out = 0;
		return true;
	}
	if (!span_u64(s, &v) || v > FIELD_BYTES_MAX)
		return false;
	*out = v;
	return true;
}

/* "0.123": 1 to 9 digits behind the point, of which 6 count. */
static bool
decimal(struct span s, int64_t *us)
{
	int64_t scale = 100000, fraction = 0;
	uint64_t v = 0;
	size_t i = 0;

	while (i < s.n && digit(s.p[i]))
		i++;
	if (i + 1 >= s.n || s.n - i > 10 || s.p[i] != '.' ||
	    !span_u64((struct span){ s.p, i }, &v) ||
	    v > (uint64_t)(FIELD_TOOK_MAX_US / 1000000))
		return false;
	while (++i < s.n) {
		if (!digit(s.p[i]))
			return false;
		fraction += (s.p[i] - '0') * scale;
		scale /= 10;
	}
	*us = (int64_t)v * 1000000 + fraction;
	return true;
}

bool
field_took(struct span s, enum field_unit unit, int64_t *us)
{
	static const int64_t factor[] = { 1, 1000, 1000000, 1000000,
		1000000 };
	uint64_t v = 0;

	if (unit == FIELD_UNIT_S_DECIMAL || (unit == FIELD_UNIT_S_ANY &&
	    span_find(s, '.') < s.n))
		return decimal(s, us);
	if (!span_u64(s, &v) ||
	    v > (uint64_t)(FIELD_TOOK_MAX_US / factor[unit]))
		return false;
	*us = (int64_t)v * factor[unit];
	return true;
}

static enum hit_scheme
scheme_name(struct span s)
{
	static const char *const plain[] = { "http", "ws", "grpc" };
	static const char *const secure[] = { "https", "h2", "wss", "grpcs" };

	/* What nearly all say. */
	if (s.n == 5 && memcmp(s.p, "https", 5) == 0)
		return HIT_SCHEME_HTTPS;
	for (size_t i = 0; i < sizeof(secure) / sizeof(*secure); i++)
		if (span_eq_nocase(s, span_of(secure[i])))
			return HIT_SCHEME_HTTPS;
	for (size_t i = 0; i < sizeof(plain) / sizeof(*plain); i++)
		if (span_eq_nocase(s, span_of(plain[i])))
			return HIT_SCHEME_HTTP;
	return HIT_SCHEME_UNKNOWN;
}

enum hit_scheme
field_scheme(struct span s, enum field_scheme kind)
{
	s = field_text(s);
	switch (kind) {
	case FIELD_SCHEME_NAME:
		return scheme_name(s);
	case FIELD_SCHEME_FLAG:
		if (span_eq_nocase(s, SPAN("on")) || span_eq(s, SPAN("1")) ||
		    span_eq(s, SPAN("true")))
			return HIT_SCHEME_HTTPS;
		return s.n == 0 || span_eq_nocase(s, SPAN("off")) ||
		    span_eq(s, SPAN("0")) || span_eq(s, SPAN("false")) ?
		    HIT_SCHEME_HTTP : HIT_SCHEME_UNKNOWN;
	case FIELD_SCHEME_TLS:
		return s.n == 0 || span_eq_nocase(s, SPAN("none")) ?
		    HIT_SCHEME_HTTP : HIT_SCHEME_HTTPS;
	case FIELD_SCHEME_PORT:
		return span_eq(s, SPAN("443")) ? HIT_SCHEME_HTTPS :
		    span_eq(s, SPAN("80")) ? HIT_SCHEME_HTTP :
		    HIT_SCHEME_UNKNOWN;
	case FIELD_SCHEME_TILDE:
		break;
	}
	if (s.n == 0)
		return HIT_SCHEME_UNKNOWN;
	return s.p[s.n - 1] == '~' ? HIT_SCHEME_HTTPS : HIT_SCHEME_HTTP;
}

/* SPDX-License-Identifier: MIT */
#include "aggregate/redact.h"

#include "aggregate/address.h"
#include "aggregate/clean.h"
#include "aggregate/plain.h"

enum {
	LOCAL_MAX = 128, /* of an address before its @: twice the 64 of RFC 5321 */
	GROUPS_MAX = 6,  /* 0912 34 56 78 has four */
	SEPARATORS_MAX = 3,
	UUID_BYTES = 36,
	UUID_LAST_BYTES = 12
};

_Static_assert((int)REDACT_TOKEN_BYTES >= (int)UUID_LAST_BYTES,
    "harmless() looks for the shorter of the two");

static bool
digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool
word(char c)
{
	return digit(c) || letter(c);
}

/* The bytes of %HH at i, or 0. */
static size_t
escape_at(struct span s, size_t i)
{
	return i + 3 <= s.n && s.p[i] == '%' && clean_hex(s.p[i + 1]) >= 0 &&
	    clean_hex(s.p[i + 2]) >= 0 ? 3 : 0;
}

/* ---- e-mail addresses ---- */

/* The bytes of an @ at i: plain, escaped, or escaped twice; or 0. */
static size_t
at_sign(struct span s, size_t i)
{
	static const char *const forms[] = { "@", "%40", "%2540" };
	struct span rest = { s.p + i, s.n - i };

	for (size_t k = 0; k < sizeof(forms) / sizeof(*forms); k++)
		if (span_starts(rest, span_of(forms[k])))
			return span_of(forms[k]).n;
	return 0;
}

static bool
local(char c)
{
	return word(c) || (unsigned char)c >= 0x80 ||
	    (c != '\0' && strchr(".!#$%'*+-_`{|}~", c) != NULL);
}

/* The end of a domain that begins at i, or i: labels, the last of letters. */
static size_t
domain_end(struct span s, size_t i)
{
	size_t end = i, good = i, label = i;

	for (; end < s.n && (word(s.p[end]) || s.p[end] == '-' ||
	    s.p[end] == '.' || (unsigned char)s.p[end] >= 0x80); end++) {
		if (s.p[end] == '.')
			label = end + 1;
		else if (label > i && label - i > 1 && end > label &&
		    !digit(s.p[label]))
			good = end + 1;
	}
	return good;
}

static void
redact_mail(struct span s, struct buf *out)
{
	size_t kept = 0; /* s is copied up to here */

	buf_clear(out);
	for (size_t i = 0; i < s.n;) {
		size_t at = at_sign(s, i), from = i, end;

		if (at == 0) {
			i++;
			continue;
		}
		while (from > kept && i - from < LOCAL_MAX &&
		    local(s.p[from - 1]))
			from--;
		while (from > kept && ((unsigned char)s.p[from] & 0xC0) == 0x80)
			from--; /* LOCAL_MAX ended within a character */
		end = from < i ? domain_end(s, i + at) : i + at;
		if (end > i + at) {
			buf_add(out, s.p + kept, from - kept);
			buf_puts(out, REDACT_GONE);
			kept = end;
		}
		i = end;
	}
	buf_add(out, s.p + kept, s.n - kept);
}

/* ---- numbers in groups ---- */

/* One or more between two groups, as in (024) 3825 1234; the bytes, or 0. */
static size_t
separators_at(struct span s, size_t i)
{
	static const char marks[] = ".-+_ ,()";
	static const char *const escaped[] = { "%20", "%28", "%29", "%2B",
		"%2C" };
	size_t at = i;

	for (int k = 0; k < SEPARATORS_MAX && at < s.n; k++) {
		struct span rest = { s.p + at, s.n - at };
		size_t n = s.p[at] != '\0' &&
		    strchr(marks, s.p[at]) != NULL ? 1 : 0;

		for (size_t e = 0; n == 0 && e < sizeof(escaped) /
		    sizeof(*escaped); e++)
			if (span_starts_nocase(rest, span_of(escaped[e])))
				n = 3;
		if (n == 0)
			break;
		at += n;
	}
	return at - i;
}

/* 0912 345 678, 024.3825.1234, 84-912-345-678: ten digits or eleven, the first
 * group of three or four (02-09-2026 is a date), or two more after 84. */
static bool
phone(const char *digits, const size_t *group, size_t groups)
{
	size_t n = 0;

	for (size_t i = 0; i < groups; i++)
		n += group[i];
	if (digits[0] == '8' && digits[1] == '4' && group[0] == 2)
		return group[1] <= 3 && (n == 11 || n == 12);
	return digits[0] == '0' && digits[1] != '0' &&
	    (group[0] == 3 || group[0] == 4) && (n == 10 || n == 11);
}

/* 123 456 789, 001 089 012 345; and any other twelve digits of a citizen's number, the first
 * of which is 0: 001089 012345. */
static bool
identity(const char *digits, const size_t *group, size_t groups)
{
	size_t n = 0, threes = 0, short_ones = 0;

	for (size_t i = 0; i < groups; i++) {
		n += group[i];
		threes += group[i] == 3;
		short_ones += group[i] < 3;
	}
	return (threes == groups && (groups == 3 || groups == 4)) ||
	    (n == 12 && digits[0] == '0' && short_ones == 0);
}

/* The end of a number in groups of two digits or more that begins at i, or i. */
static size_t
grouped_end(struct span s, size_t i)
{
	size_t group[GROUPS_MAX] = { 0 }, groups = 0, at = i, end = i;

	while (groups < GROUPS_MAX) {
		size_t from = at, skip;

		while (at < s.n && digit(s.p[at]) && at - from < REDACT_DIGITS)
			at++;
		if (at - from < 2 || (at < s.n && word(s.p[at])))
			break;
		group[groups++] = at - from;
		end = at;
		skip = separators_at(s, at);
		if (skip == 0)
			break;
		at += skip;
	}
	if (groups < 2 || (!phone(s.p + i, group, groups) &&
	    !identity(s.p + i, group, groups)))
		return i;
	return end;
}

/* ---- tokens ---- */

/* What is known of a run of letters and digits. */
struct part {
	size_t n;
	size_t turns;   /* from letter to digit or back */
	bool hump;      /* a capital after a small letter */
};

static struct part
part_at(struct span s, size_t i)
{
	struct part part = { 0 };

	for (; i + part.n < s.n && word(s.p[i + part.n]); part.n++) {
		char c = s.p[i + part.n];
		char before = part.n > 0 ? s.p[i + part.n - 1] : c;

		part.turns += digit(c) != digit(before);
		part.hump |= c >= 'A' && c <= 'Z' && before >= 'a' &&
		    before <= 'z';
	}
	return part;
}

static bool
uuid_at(struct span s, size_t i)
{
	if (s.n - i < UUID_BYTES ||
	    (s.n - i > UUID_BYTES && word(s.p[i + UUID_BYTES])))
		return false;
	for (size_t k = 0; k < UUID_BYTES; k++) {
		bool dash = k == 8 || k == 13 || k == 18 || k == 23;

		if (dash ? s.p[i + k] != '-' : clean_hex(s.p[i + k]) < 0)
			return false;
	}
	return true;
}

static bool
mixed(struct part part)
{
	return part.n >= REDACT_TOKEN_BYTES &&
	    part.turns >= REDACT_TOKEN_TURNS &&
	    (part.hump || part.turns * 4 >= part.n);
}

/* The end of a token that begins at i, or i.  It takes parts joined by - or _ as
 * long as they are odd themselves: base64url has both in it, a slug has words.
 * None begins from i up to *none: to look there again would be quadratic. */
static size_t
token_end(struct span s, size_t i, size_t *none)
{
	size_t end = i;
	bool token = false;

	if (uuid_at(s, i))
		return i + UUID_BYTES;
	if (i < *none)
		return i;
	for (size_t at = i; at < s.n;) {
		struct part part = part_at(s, at);

		if (part.turns == 0 && !part.hump)
			break;
		token |= mixed(part);
		end = at + part.n;
		at = end;
		while (at < s.n && (s.p[at] == '-' || s.p[at] == '_'))
			at++;
		if (at == end)
			break;
	}
	if (token)
		return end;
	*none = end;
	return i;
}

/* Copies the letters and digits at i, with long runs of digits gone. */
static size_t
copy_part(struct span s, size_t i, struct buf *out)
{
	while (i < s.n && word(s.p[i])) {
		size_t from = i;

		while (i < s.n && digit(s.p[i]))
			i++;
		if (i - from >= REDACT_DIGITS) {
			buf_puts(out, REDACT_GONE);
			continue;
		}
		while (i < s.n && letter(s.p[i]))
			i++;
		buf_add(out, s.p + from, i - from);
	}
	return i;
}

/* Nothing below would find anything: no @, no colon, fewer digits than any number has, no
 * part as long as a token or as the end of a UUID, no wide character (plain.h), no
 * dots as of an address.  So are most names. */
static bool
harmless(struct span s)
{
	size_t digits = 0, part = 0, dots = 0;

	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];

		digits += digit(c);
		part = word(c) ? part + 1 : 0;
		dots += c == '.';
		if (c == '@' || c == '%' || c == ':' || c == '\xEF' ||
		    c == '\xD9' || c == '\xDB' || part >= UUID_LAST_BYTES)
			return false;
	}
	return digits < REDACT_DIGITS && (dots < 3 || digits < 4);
}

/* Appends s, without what is found. */
static void
put_rest(struct span s, struct buf *work, struct buf *out)
{
	if (span_find(s, '@') < s.n || span_find(s, '%') < s.n) {
		redact_mail(s, work);
		s = buf_view(work);
	}
	for (size_t i = 0, none = 0; i < s.n;) {
		size_t end, skip;

		if (!word(s.p[i])) {
			skip = escape_at(s, i);
			end = i + (skip > 0 ? skip : 1);
			buf_add(out, s.p + i, end - i);
			i = end;
			continue;
		}
		end = token_end(s, i, &none);
		if (end == i)
			end = grouped_end(s, i);
		if (end == i)
			end = address_end(s, i);
		if (end > i) {
			buf_puts(out, REDACT_GONE);
			i = end;
		} else {
			i = copy_part(s, i, out);
		}
	}
}

static bool
odd(struct span s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] == '%' || (unsigned char)s.p[i] >= 0x80)
			return true;
	return false;
}

/* A name stays as it is unless something is found in what it means. */
static bool
put_plain(struct span s, struct buf *work, struct buf *out)
{
	struct buf plain = { 0 };
	size_t from = out->n;
	bool found = plain_text(s, &plain);

	if (found) {
		put_rest(buf_view(&plain), work, out);
		found = !span_eq((struct span){ out->p + from, out->n - from },
		    buf_view(&plain));
		if (!found)
			out->n = from;
	}
	buf_close(&plain);
	return found;
}

void
redact(struct span s, struct buf *work, struct buf *out)
{
	if (harmless(s))
		buf_span(out, s);
	else if (!odd(s) || !put_plain(s, work, out))
		put_rest(s, work, out);
}

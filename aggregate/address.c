/* SPDX-License-Identifier: MIT */
#include "aggregate/address.h"

#include "aggregate/clean.h"

enum { NUMBERS = 4, NUMBER_DIGITS = 3, GROUPS = 8, GROUPS_LEAST = 3,
	GROUP_DIGITS = 4 };

static bool
digit(struct span s, size_t i)
{
	return i < s.n && s.p[i] >= '0' && s.p[i] <= '9';
}

static bool
hex(struct span s, size_t i)
{
	return i < s.n && clean_hex(s.p[i]) >= 0;
}

static bool
word(struct span s, size_t i)
{
	return digit(s, i) || (i < s.n && ((s.p[i] >= 'a' && s.p[i] <= 'z') ||
	    (s.p[i] >= 'A' && s.p[i] <= 'Z')));
}

static bool
at(struct span s, size_t i, char c)
{
	return i < s.n && s.p[i] == c;
}

/* 1.3.6.1.4.1 is none. */
static size_t
v4_end(struct span s, size_t i)
{
	size_t end = i;

	if (i >= 2 && s.p[i - 1] == '.' && digit(s, i - 2))
		return i;
	for (int k = 0; k < NUMBERS; k++) {
		unsigned value = 0;
		size_t from;

		if (k > 0 && !at(s, end++, '.'))
			return i;
		for (from = end; digit(s, end) && end - from < NUMBER_DIGITS;
		    end++)
			value = value * 10 + (unsigned)(s.p[end] - '0');
		if (end == from || value > 255 || word(s, end))
			return i;
	}
	return at(s, end, '.') && digit(s, end + 1) ? i : end;
}

static size_t
v6_end(struct span s, size_t i)
{
	size_t end = i, groups = 0;
	bool twice = i >= 2 && s.p[i - 1] == ':' && s.p[i - 2] == ':';

	groups = twice; /* those that stand before it are nought */
	while (hex(s, end)) {
		size_t from = end;

		while (hex(s, end) && end - from <= GROUP_DIGITS)
			end++;
		if (end - from > GROUP_DIGITS || ++groups > GROUPS)
			return i;
		if (!at(s, end, ':'))
			break;
		if (at(s, end + 1, ':')) {
			if (twice)
				return i;
			twice = true;
			end++;
		}
		end++;
	}
	return !word(s, end) && (twice ? groups >= GROUPS_LEAST :
	    groups == GROUPS) ? end : i;
}

size_t
address_end(struct span s, size_t i)
{
	size_t end = v4_end(s, i);

	return end > i ? end : v6_end(s, i);
}

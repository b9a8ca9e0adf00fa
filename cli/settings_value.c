/* SPDX-License-Identifier: MIT */
#include "cli/settings_value.h"

#include <stdio.h>

#include "aggregate/network.h"
#include "common/amount.h"
#include "common/ini.h"
#include "common/stamp.h"

enum {
	SHOWN_BYTES = 80,   /* of a value in a message */
	WORD_BYTES = 64,    /* of a slip that is worth a guess */
	ALIASES_MAX = 64,
	LIST_MAX = 4096,    /* values of one key: thousands are a slip */
	DURATION_MAX_S = 366 * 86400
};

/* A counter that shows more was never counted up to it. */
#define COUNT_MAX UINT64_C(1000000000000000)

static char
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

const char *
value_hint(struct span word, const char *const *names,
    const struct alias *alias)
{
	const char *words[ALIASES_MAX + 1];
	char low[WORD_BYTES + 1];
	size_t n = 0;

	if (word.n == 0 || word.n > WORD_BYTES)
		return NULL;
	for (size_t i = 0; i < word.n; i++)
		low[i] = lower(word.p[i]);
	low[word.n] = '\0';
	for (size_t i = 0; names[i] != NULL; i++)
		if (strcmp(names[i], low) == 0)
			return names[i];
	for (; alias != NULL && alias[n].word != NULL && n < ALIASES_MAX; n++) {
		if (strcmp(alias[n].word, low) == 0)
			return alias[n].meant;
		words[n] = alias[n].word;
	}
	words[n] = NULL;

	const char *near = ini_nearest(low, names);

	if (near == NULL && (near = ini_nearest(low, words)) != NULL)
		for (size_t i = 0; i < n; i++)
			if (words[i] == near)
				return alias[i].meant;
	return near;
}

bool
value_wrong(struct err *err, struct span value, const char *why,
    const char *hint)
{
	size_t n = value.n < SHOWN_BYTES ? value.n : SHOWN_BYTES;

	/* Not in the middle of a character. */
	while (n > 0 && n < value.n && (value.p[n] & 0xC0) == 0x80)
		n--;
	return err_set(err, ERR_CONFIG, "\"%.*s%s\" %s%s%s%s", (int)n,
	    n > 0 ? value.p : "", n < value.n ? "..." : "", why,
	    hint != NULL ? " (did you mean \"" : "",
	    hint != NULL ? hint : "", hint != NULL ? "\"?)" : "");
}

struct span
value_next(struct span *rest, const char *separators)
{
	size_t from = 0, to;

	while (from < rest->n && strchr(separators, rest->p[from]) != NULL)
		from++;
	for (to = from; to < rest->n; to++)
		if (strchr(separators, rest->p[to]) != NULL)
			break;
	if (to == 0)
		return (struct span){ 0 };

	struct span word = { rest->p + from, to - from };

	*rest = (struct span){ rest->p + to, rest->n - to };
	return word;
}

bool
value_append(struct arena *a, const char ***list, struct span value,
    struct err *err)
{
	const char **old = *list;
	size_t n = 0;

	while (old != NULL && old[n] != NULL)
		n++;
	if (n == LIST_MAX)
		return err_set(err, ERR_CONFIG,
		    "more than %d values", LIST_MAX);
	/* With its NULL the list is full whenever it holds a power of two. */
	if (((n + 1) & n) == 0) {
		*list = arena_new(a, 2 * (n + 1) * sizeof(**list));
		if (n > 0)
			memcpy(*list, old, n * sizeof(**list));
	}
	(*list)[n] = arena_dup(a, value.p, value.n);
	(*list)[n + 1] = NULL;
	return true;
}

/* "30min", "30 phút" */
static bool
duration_wrong(struct span value, struct err *err)
{
	static const struct alias units[] = {
		{ "s", "s" }, { "sec", "s" }, { "secs", "s" },
		{ "second", "s" }, { "seconds", "s" }, { "giây", "s" },
		{ "m", "m" }, { "min", "m" }, { "mins", "m" },
		{ "minute", "m" }, { "minutes", "m" }, { "phút", "m" },
		{ "h", "h" }, { "hr", "h" }, { "hrs", "h" },
		{ "hour", "h" }, { "hours", "h" }, { "giờ", "h" },
		{ "d", "d" }, { "day", "d" }, { "days", "d" },
		{ "ngày", "d" },
		{ "w", "w" }, { "week", "w" }, { "weeks", "w" },
		{ "tuần", "w" }, { NULL, NULL } };
	static const char *const none[] = { NULL };
	char meant[WORD_BYTES];
	size_t n = 0;

	while (n < value.n && value.p[n] >= '0' && value.p[n] <= '9')
		n++;

	struct span unit = span_trim((struct span){ value.p + n, value.n - n });
	const char *hint = value_hint(unit, none, units);

	if (n == 0 || n > 9 || hint == NULL)
		return value_wrong(err, value,
		    "is no time such as 90s, 30m, 48h, 10d or 1h30m", NULL);
	snprintf(meant, sizeof(meant), "%.*s%s", (int)n, value.p, hint);
	return value_wrong(err, value, "is no time: its unit is unknown",
	    meant);
}

bool
value_duration(struct span value, int64_t *seconds, struct err *err)
{
	int64_t s;

	if (!stamp_read_duration(value, &s))
		return duration_wrong(value, err);
	if (s == 0 || s > DURATION_MAX_S)
		return value_wrong(err, value,
		    "is not within 1 second and 366 days", NULL);
	*seconds = s;
	return true;
}

bool
value_bytes(struct span value, uint64_t *out, struct err *err)
{
	uint64_t v;

	if (!amount_read(value, &v))
		return value_wrong(err, value,
		    "is no size such as 500MiB or 64GiB", NULL);
	if (v == 0)
		return value_wrong(err, value, "leaves nothing to be read",
		    NULL);
	*out = v;
	return true;
}

bool
value_count(struct span value, int64_t *out, struct err *err)
{
	char digits[WORD_BYTES];
	size_t n = 0;
	uint64_t v;

	if (span_u64(value, &v) && v <= COUNT_MAX) {
		*out = (int64_t)v;
		return true;
	}
	/* "12.000", as counters are shown */
	for (size_t i = 0; i < value.n && n + 1 < sizeof(digits); i++)
		if (value.p[i] != '.' && value.p[i] != ',')
			digits[n++] = value.p[i];
	digits[n] = '\0';
	return value_wrong(err, value, "is no count: write its digits only",
	    n < value.n && span_u64(span_of(digits), &v) ? digits : NULL);
}

bool
value_network(struct span value, struct err *err)
{
	struct network net;

	if (!network_read(value, &net))
		return value_wrong(err, value,
		    "is no network such as 192.0.2.0/24 or 2001:db8::/32",
		    NULL);
	if (net.bits == 0 || (net.bits == 96 && address_is_v4(&net.base)))
		return value_wrong(err, value,
		    "holds every address: nobody would be counted", NULL);
	return true;
}

bool
value_monitor(struct span value, bool *networks, struct err *err)
{
	struct span rest = value, word = value_next(&rest, " \t");

	*networks = network_meant(word);
	for (; *networks && word.n > 0; word = value_next(&rest, " \t"))
		if (!value_network(word, err))
			return false;
	if (*networks)
		return true;
	if (span_find(value, '*') < value.n)
		return value_wrong(err, value, "holds a *: give a part of the "
		    "agent's name; it is found anywhere in it", NULL);
	/* "Mozilla" or "a" would make every reader a probe. */
	if (value.n < 3 || span_starts_nocase(SPAN("Mozilla/5.0"), value))
		return value_wrong(err, value, "is part of too many agents' "
		    "names", NULL);
	return true;
}

bool
value_pattern(struct span pattern, struct err *err)
{
	struct span query = pattern, path = span_cut(&query, '?');

	if (path.n > 0 && !value_glob(path, true, err))
		return false;
	if (path.n == 0 && query.n == 0)
		return value_wrong(err, pattern, "is no pattern: /path/* or "
		    "?parameter=value", NULL);
	return query.p == NULL || query.n == 0 ||
	    value_parameter(span_cut(&query, '='), err);
}

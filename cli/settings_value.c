/* SPDX-License-Identifier: MIT */
#include "cli/settings_value.h"

#include <stdio.h>

#include "aggregate/network.h"
#include "common/ini.h"
#include "common/stamp.h"

enum {
	SHOWN_BYTES = 80,   /* of a value in a message */
	WORD_BYTES = 64,    /* of a slip that is worth a guess */
	ALIASES_MAX = 64,
	LIST_MAX = 4096,    /* values of one key: thousands are a slip */
	PATH_BYTES = 4095,  /* PATH_MAX of Linux, without its NUL */
	HOST_BYTES = 253,   /* of a DNS name */
	ID_BYTES = 64,
	DURATION_MAX_S = 366 * 86400
};

/* A counter that shows more was never counted up to it. */
#define COUNT_MAX UINT64_C(1000000000000000)

static char
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

static bool
lower_digit(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
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
value_glob(struct span value, bool all, struct err *err)
{
	struct span path = value;
	const char *scheme = memmem(value.p, value.n, "://", 3);
	char meant[SHOWN_BYTES + 2] = "";
	size_t stars = 0;

	if (scheme != NULL) {
		path.n = value.n - (size_t)(scheme + 3 - value.p);
		path.p = scheme + 3;
		path = (struct span){ path.p + span_find(path, '/'),
			path.n - span_find(path, '/') };
		if (path.n < SHOWN_BYTES)
			snprintf(meant, sizeof(meant), "%.*s", (int)path.n,
			    path.p);
	} else if (value.p[0] != '/' && value.p[0] != '*' &&
	    value.n < SHOWN_BYTES)
		snprintf(meant, sizeof(meant), "%s%.*s",
		    value.p[0] == '.' ? "*" : "/", (int)value.n, value.p);
	if (value.p[0] != '/' && value.p[0] != '*')
		return value_wrong(err, value, "does not begin with / or *, "
		    "as a pattern on the path must",
		    meant[0] != '\0' ? meant : NULL);

	size_t mark = span_find(value, '?');

	if (span_find((struct span){ value.p + mark, value.n - mark }, '=') <
	    value.n - mark)
		return value_wrong(err, value, "holds a query: patterns are "
		    "looked for in the path alone", NULL);
	for (; stars < value.n; stars++)
		if (value.p[stars] != '*' && (stars > 0 ||
		    value.p[stars] != '/'))
			break;
	if (!all && stars == value.n && span_find(value, '*') < value.n)
		return value_wrong(err, value, "fits every path", NULL);
	return true;
}

bool
value_parameter(struct span value, struct err *err)
{
	for (size_t i = 0; i < value.n; i++)
		if (strchr("?&=#/*%", value.p[i]) != NULL)
			return value_wrong(err, value, "is no parameter's "
			    "name: write id for /tin?id=12", NULL);
	return true;
}

/* Scheme, path and port taken off, as far as they are there. */
static struct span
bare_host(struct span s)
{
	const char *scheme = s.n > 0 ? memmem(s.p, s.n, "://", 3) : NULL;
	size_t end = 0;

	if (scheme != NULL) {
		s.n -= (size_t)(scheme + 3 - s.p);
		s.p = scheme + 3;
	}
	s.n = span_find(s, '/');
	if (s.n > 0 && s.p[0] == '[' && (end = span_find(s, ']')) < s.n)
		return (struct span){ s.p, end + 1 };
	s.n = span_find(s, ':');
	while (s.n > 0 && s.p[s.n - 1] == '.')
		s.n--;
	return s;
}

/* s is in lower case. */
static bool
host_valid(struct span s)
{
	struct address a;

	if (s.n == 0 || s.n > HOST_BYTES)
		return false;
	if (s.p[0] == '[')
		return address_read(s, &a);
	for (size_t i = 0; i < s.n; i++) {
		bool dot = s.p[i] == '.';

		if (!lower_digit(s.p[i]) && !dot && s.p[i] != '-' &&
		    s.p[i] != '_')
			return false;
		if (dot && (i == 0 || s.p[i - 1] == '.'))
			return false;
	}
	return true;
}

bool
value_host(struct arena *a, struct span value, const char **out,
    struct err *err)
{
	struct span bare = bare_host(value);
	char *host = arena_dup(a, bare.p, bare.n);
	bool ascii = true;

	for (size_t i = 0; i < bare.n; i++)
		host[i] = lower(host[i]);
	for (size_t i = 0; i < value.n; i++)
		ascii &= (value.p[i] & 0x80) == 0;
	if (host_valid(span_of(host)) && (bare.n == value.n ||
	    (bare.n + 1 == value.n && value.p[bare.n] == '.'))) {
		*out = host;
		return true;
	}
	if (host_valid(span_of(host)))
		return value_wrong(err, value, "is more than a host's name",
		    host);
	if (span_find(value, '*') < value.n)
		return value_wrong(err, value, "is a pattern: write each "
		    "host's name in full", NULL);
	return value_wrong(err, value, ascii ? "is no host's name" :
	    "is no host's name: write the form that servers log, xn--...",
	    NULL);
}

bool
value_path(struct arena *a, struct span value, const char *folder,
    const char **out, struct err *err)
{
	struct span dir = span_of(folder);

	if (value.p[0] == '~')
		return value_wrong(err, value, "begins with ~, which only "
		    "shells know: write the whole path", NULL);
	if (value.p[0] == '/')
		dir.n = 0;
	if (dir.n + value.n >= PATH_BYTES)
		return value_wrong(err, value, "is too long for a path", NULL);
	if (dir.n == 0) {
		*out = arena_dup(a, value.p, value.n);
		return true;
	}

	char *path = arena_new(a, dir.n + value.n + 2);

	snprintf(path, dir.n + value.n + 2, "%s%s%.*s", folder,
	    span_ends(dir, SPAN("/")) ? "" : "/", (int)value.n, value.p);
	*out = path;
	return true;
}

bool
value_url_path(struct arena *a, struct span value, const char **out,
    struct err *err)
{
	const char *scheme = memmem(value.p, value.n, "://", 3);

	if (value.p[0] != '/' || scheme != NULL)
		return value_wrong(err, value, "does not begin with /, as a "
		    "path on the site such as /thong-ke/ does", NULL);
	for (size_t i = 0; i < value.n; i++)
		if (strchr("?#*\"<>\\ ", value.p[i]) != NULL)
			return value_wrong(err, value, "is no plain path such "
			    "as /thong-ke/", NULL);
	if (value.n > 1 && (value.p[1] == '/' ||
	    memmem(value.p, value.n, "/../", 4) != NULL))
		return value_wrong(err, value, "is no plain path such as "
		    "/thong-ke/", NULL);

	char *path = arena_new(a, value.n + 2);

	snprintf(path, value.n + 2, "%.*s%s", (int)value.n, value.p,
	    span_ends(value, SPAN("/")) ? "" : "/");
	*out = path;
	return true;
}

static bool
id_valid(const char *id, size_t n)
{
	if (n == 0 || n > ID_BYTES || !lower_digit(id[0]))
		return false;
	for (size_t i = 1; i < n; i++)
		if (!lower_digit(id[i]) && strchr("._-", id[i]) == NULL)
			return false;
	return true;
}

bool
value_id(struct span value, struct err *err)
{
	char meant[ID_BYTES + 1];
	size_t n = value.n < ID_BYTES ? value.n : ID_BYTES;

	if (id_valid(value.p, value.n))
		return true;
	for (size_t i = 0; i < n; i++)
		meant[i] = value.p[i] == ' ' ? '-' : lower(value.p[i]);
	meant[n] = '\0';
	return value_wrong(err, value, "is no id: 1 to 64 of a-z, 0-9, \".\", "
	    "\"_\" and \"-\", a letter or digit first",
	    value.n <= ID_BYTES && id_valid(meant, n) ? meant : NULL);
}

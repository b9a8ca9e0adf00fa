/* SPDX-License-Identifier: MIT */
/* settings_name.c -- values that name something: hosts, paths, globs, ids. */
#include <stdio.h>

#include "aggregate/network.h"
#include "cli/settings_value.h"

enum {
	MEANT_BYTES = 80, /* of a guess */
	PATH_BYTES = 4095, /* PATH_MAX of Linux, without its NUL */
	HOST_BYTES = 253, /* of a DNS name */
	ID_BYTES = 64
};

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

/* What follows scheme and host in an address; all of s where there is no scheme. */
static struct span
url_path(struct span s)
{
	const char *scheme = memmem(s.p, s.n, "://", 3);

	if (scheme == NULL)
		return s;
	s = (struct span){ scheme + 3, s.n - (size_t)(scheme + 3 - s.p) };

	size_t slash = span_find(s, '/');

	return (struct span){ s.p + slash, s.n - slash };
}

/* Nothing but stars, after a slash perhaps. */
static bool
fits_all(struct span glob)
{
	for (size_t i = glob.p[0] == '/'; i < glob.n; i++)
		if (glob.p[i] != '*')
			return false;
	return span_find(glob, '*') < glob.n;
}

bool
value_glob(struct span value, bool all, struct err *err)
{
	struct span path = url_path(value);
	size_t mark = span_find(value, '?');
	char meant[MEANT_BYTES + 2] = "";

	if (value.p[0] != '/' && value.p[0] != '*') {
		if (path.n > 0 && path.n < MEANT_BYTES)
			snprintf(meant, sizeof(meant), "%s%.*s",
			    path.p[0] == '/' ? "" : path.p[0] == '.' ? "*" : "/",
			    (int)path.n, path.p);
		return value_wrong(err, value, "does not begin with / or *, "
		    "as a pattern on the path must",
		    meant[0] != '\0' ? meant : NULL);
	}
	if (span_find((struct span){ value.p + mark, value.n - mark }, '=') <
	    value.n - mark)
		return value_wrong(err, value, "holds a query: patterns are "
		    "looked for in the path alone", NULL);
	if (!all && fits_all(value))
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

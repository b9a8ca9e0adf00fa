/* SPDX-License-Identifier: MIT */
/* settings_probe.c -- the kinds of values that tell what `truycap probe` asks, and where readers
 * are at home. */
#include "cli/settings.h"
#include "cli/settings_kinds.h"
#include "cli/settings_put.h"
#include "cli/settings_value.h"
#include "common/site.h"

static bool
is_letter(char c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static bool
set_country(const struct key_place *place, void *field, struct span value,
    struct err *err)
{
	char code[2];

	if (value.n != 2 || !is_letter(value.p[0]) || !is_letter(value.p[1]))
		return value_wrong(err, value, "is no country's two letters, "
		    "such as VN", NULL);
	for (int i = 0; i < 2; i++)
		code[i] = (char)(value.p[i] & ~0x20);
	*(const char **)field = arena_dup(place->arena, code, 2);
	return true;
}

/* It goes into a request line, and into a line of the log. */
static bool
is_plain(struct span s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] <= ' ' || s.p[i] >= 0x7f || s.p[i] == '"' ||
		    s.p[i] == '\\' || s.p[i] == '#')
			return false;
	return true;
}

/* "https://www.example.vn/": no user, and a host. */
static bool
is_address(struct span s)
{
	struct span rest = s, host;

	if (span_starts(rest, SPAN("https://")))
		rest = (struct span){ rest.p + 8, rest.n - 8 };
	else if (span_starts(rest, SPAN("http://")))
		rest = (struct span){ rest.p + 7, rest.n - 7 };
	else
		return false;
	host = span_cut(&rest, '/');
	return host.n > 0 && host.p[0] != ':' &&
	    span_find(host, '@') == host.n && span_find(host, '?') == host.n;
}

static bool
set_probe(const struct key_place *place, void *field, struct span value,
    struct err *err)
{
	const char ***list = field;
	struct span word;
	size_t n = 0;

	while (*list != NULL && (*list)[n] != NULL)
		n++;
	while ((word = value_next(&value, ", \t")).n > 0) {
		if (!is_plain(word) || word.n > 1000)
			return value_wrong(err, word, "is no address: it has "
			    "signs that are written as %20 and the like there",
			    NULL);
		if (n == 0 && !is_address(word))
			return value_wrong(err, word, "is no address such as "
			    "https://www.example.vn/", NULL);
		if (n > 0 && word.p[0] != '/')
			return value_wrong(err, word, "is no path on the site: "
			    "what follows the first address begins with /",
			    NULL);
		if (n++ == SITE_PROBES)
			return value_wrong(err, word, "is one too many: 20 are "
			    "asked at most", NULL);
		if (!value_append(place->arena, list, word, err))
			return false;
	}
	return true;
}

const struct key_kind kind_country = { false, set_country, put_text };
const struct key_kind kind_probe = { true, set_probe, put_list };

size_t
settings_groups(const struct site *site, uint32_t at, struct arena *arena,
    struct settings_group *out)
{
	struct site_pattern *log;
	struct buf id = { 0 };
	size_t n = 0;

	if (site->n_patterns > 0)
		out[n++] = (struct settings_group){ site->id, site->format,
			site->pattern, site->n_patterns, site->trusted_proxy,
			at };
	if (site->probe_log == NULL)
		return n;
	buf_printf(&id, "%s/probe", site->id);
	log = arena_new(arena, sizeof(*log));
	log->glob = site->probe_log;
	out[n++] = (struct settings_group){ arena_dup(arena, id.p, id.n),
		"vhost_combined", log, 1, site->trusted_proxy, at };
	buf_close(&id);
	return n;
}

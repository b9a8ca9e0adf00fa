/* SPDX-License-Identifier: MIT */
#include "cli/evidence_settings.h"

#include <string.h>

#include "publish/bundle.h"

static const char *
base_name(const char *path)
{
	const char *slash = path != NULL ? strrchr(path, '/') : NULL;

	return slash != NULL ? slash + 1 : path;
}

/* Of several files, "a.json, b.json". */
static const char *
base_names(struct arena *arena, const char *paths)
{
	struct span rest = span_of(paths);
	struct buf b = { 0 };
	const char *text;

	if (paths == NULL)
		return NULL;
	while (rest.n > 0) {
		struct span path = span_trim(span_cut(&rest, ','));
		size_t at = path.n;

		while (at > 0 && path.p[at - 1] != '/')
			at--;
		if (b.n > 0)
			buf_puts(&b, ", ");
		buf_span(&b, (struct span){ path.p + at, path.n - at });
	}
	text = arena_dup(arena, b.p, b.n);
	buf_close(&b);
	return text;
}

static bool
own_list(const char *holidays)
{
	return holidays != NULL && strchr(holidays, '/') != NULL;
}

static void
take_site(struct site *site)
{
	site->pattern = NULL;
	site->n_patterns = 0;
	site->widget_dir = NULL;
	if (own_list(site->holidays_from))
		site->holidays_from = base_name(BUNDLE_HOLIDAYS);
}

/* A group of several sites needs a pattern to be one. */
static void
take_groups(const struct settings *s, size_t site, struct settings *one,
    struct arena *arena)
{
	one->group = arena_new(arena, (s->n_groups + 1) * sizeof(*one->group));
	one->n_groups = 0;
	for (size_t i = 0; i < s->n_groups; i++) {
		struct site_pattern *p = arena_new(arena, sizeof(*p));
		struct buf glob = { 0 };

		if (s->group[i].only != UINT32_MAX || s->site[site].host ==
		    NULL || s->site[site].host[0] == NULL)
			continue;
		buf_printf(&glob, "%s/*", s->group[i].id);
		*p = (struct site_pattern){ arena_dup(arena, glob.p, glob.n),
			false };
		buf_close(&glob);
		one->group[one->n_groups] = s->group[i];
		one->group[one->n_groups].pattern = p;
		one->group[one->n_groups++].n_patterns = 1;
	}
}

void
evidence_settings_put(const struct settings *s, size_t site,
    const char *const *criteria, struct buf *out)
{
	struct arena arena = { NULL, 0 };
	struct settings one = *s;
	struct site copy = s->site[site];
	struct settings_opening opening = s->opening[site];

	take_site(&copy);
	copy.criteria = criteria;
	take_groups(s, site, &one, &arena);
	one.site = &copy;
	one.opening = &opening;
	one.n_sites = 1;
	one.data = "data";
	one.robots = base_names(&arena, s->robots);
	for (int i = 0; i < GEO__MAX; i++)
		one.geo.path[i] = base_name(s->geo.path[i]);
	settings_print(&one, out);
	arena_close(&arena);
}

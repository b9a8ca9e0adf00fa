/* SPDX-License-Identifier: MIT */
#include "cli/run_lists.h"

bool
run_lists_open(const char *robots, const struct geo_paths *paths,
    struct run_lists *out, struct err *err)
{
	bool any = false;
	struct run_lists r = { .geo = NULL };

	for (int i = 0; i < GEO__MAX; i++)
		any = any || paths->path[i] != NULL;
	if (!robots_open(robots, &r.robots, err) ||
	    !sources_open((struct span){ 0 }, NULL, &r.sources, err) ||
	    (any && !geo_open(paths, &r.geo, err))) {
		run_lists_close(&r);
		return false;
	}
	r.lists = (struct lists){ r.robots, r.sources, r.geo };
	*out = r;
	return true;
}

static void
add_used(struct lists_used *u, struct list_used l)
{
	if (u->n < LISTS_MOST)
		u->list[u->n++] = l;
}

struct lists_used
run_lists_used(const struct lists *l)
{
	static const char *const kind[GEO__MAX] = {
		[GEO_COUNTRY] = "countries", [GEO_ASN] = "networks",
		[GEO_CITY] = "cities" };
	struct lists_used u = { .n = 0 };

	if (l->robots != NULL)
		add_used(&u, (struct list_used){ "robots",
		    robots_name(l->robots), robots_version(l->robots),
		    robots_sha256(l->robots) });
	if (l->sources != NULL)
		add_used(&u, (struct list_used){ "sources",
		    sources_name(l->sources), "",
		    sources_sha256(l->sources) });
	for (int i = 0; l->geo != NULL && i < GEO__MAX; i++)
		if (geo_name(l->geo, (enum geo_kind)i) != NULL)
			add_used(&u, (struct list_used){ kind[i],
			    geo_name(l->geo, (enum geo_kind)i),
			    geo_version(l->geo, (enum geo_kind)i),
			    geo_sha256(l->geo, (enum geo_kind)i) });
	return u;
}

void
run_lists_close(struct run_lists *r)
{
	robots_close(r->robots);
	sources_close(r->sources);
	geo_close(r->geo);
	*r = (struct run_lists){ 0 };
}

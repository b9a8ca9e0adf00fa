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

void
run_lists_close(struct run_lists *r)
{
	robots_close(r->robots);
	sources_close(r->sources);
	geo_close(r->geo);
	*r = (struct run_lists){ 0 };
}

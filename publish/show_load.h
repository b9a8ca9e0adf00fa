/* SPDX-License-Identifier: MIT */
/* show_load.h -- a period's figures out of the store. */
#ifndef PUBLISH_SHOW_LOAD_H
#define PUBLISH_SHOW_LOAD_H

#include "publish/show.h"
#include "store/sites.h"

struct show_when {
	enum period_kind kind;
	struct period days;
	bool usual; /* nothing was said: this month, or the last one with lines */
};

/* What the figures borrow from. */
struct show_loaded {
	struct show_figures show;
	struct day_list days;
	struct day_list then[2]; /* of the periods before */
	struct dims dims;
	struct tallies pages, entries;
	struct arena arena;
};
/* The site's names and the robot list stay the caller's. */
bool show_load(const struct store_site *s, const struct show_when *when,
    int64_t now_s, struct show_loaded *out, struct err *err);
void show_close(struct show_loaded *l); /* accepts zeroed */

#endif

/* SPDX-License-Identifier: MIT */
/* show.h -- inside `truycap show`: which period is meant, and its figures. */
#ifndef CLI_SHOW_H
#define CLI_SHOW_H

#include "cli/options.h"
#include "publish/show.h"
#include "store/sites.h"

struct show_when {
	enum period_kind kind;
	struct period days;
	bool usual; /* nothing was said: this month, or the last one with lines */
};

/* Of the argument, or of --from, --to and --month.  today: of the site. */
bool show_when(const struct options *o, int32_t today, struct show_when *out,
    struct err *err);

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

/* SPDX-License-Identifier: MIT */
/* cmd_forget.c -- details of days long ago: their time in the store is over. */
#include <stdio.h>

#include "cli/known_site.h"
#include "cli/workplace.h"
#include "store/forget.h"

static const struct option_set set = {
	.command = "forget",
	.options = OPTION_BIT(CONFIG) | OPTION_BIT(SITE) | OPTION_BIT(BEFORE) |
	    OPTION_BIT(ALL) | OPTION_BIT(NOW),
	.usage = "--before DAY [-c FILE] [--site ID]",
	.about = "Removes what is known of sealed days before that day beside "
	    "their figures: pages, entries and\nexits by name, hits by hour.  "
	    "Visits, visitors, page views and the total stay as they are.\n"
	    "With --all the days' figures go, too, and the total falls by "
	    "them: that is told, and kept as\nan event that status shows.  "
	    "Of all sites unless --site is said; days that are open are\n"
	    "refused.  Backups made earlier keep what they have.",
	.examples = "  truycap forget -c truycap.conf --before 2024-01-01",
};

static bool
forget_one(struct workplace *w, const struct forget_plan *plan, size_t i,
    struct err *err)
{
	const struct site *site = &w->settings.site[i];
	struct store_site stored;
	struct forgotten f;
	bool known;

	if (!known_site(w->db, site, &known, &stored, err))
		return false;
	if (!known)
		return true;
	if (!forget_site(&stored, plan, &f, err))
		return false;
	if (plan->all && f.days > 0)
		cli_warn("site %s: %lld days are gone, and with them %lld "
		    "visits, %lld visitor-days, %lld pages of the total",
		    site->id, (long long)f.days, (long long)f.sums.visits,
		    (long long)f.sums.visitor_days, (long long)f.sums.pages);
	return true;
}

static bool
forget(const struct options *o, struct err *err)
{
	struct workplace w = { .lock = -1 };
	struct forget_plan plan = { .all = options_has(o, OPTION_ALL),
		.now_s = o->now_s };
	size_t from = 0, to;
	bool good = options_day(o, OPTION_BEFORE, &plan.before, err) &&
	    workplace_write(o, &w, err) && (!options_has(o, OPTION_SITE) ||
	    workplace_site(&w, o, &from, err));

	to = options_has(o, OPTION_SITE) ? from + 1 : w.settings.n_sites;
	good = good && db_begin(w.db, err);
	for (size_t i = from; good && i < to; i++)
		good = forget_one(&w, &plan, i, err);
	good = good && forget_terms(w.db, err) && db_commit(w.db, err) &&
	    forget_shrink(w.db, err);
	workplace_close(&w);
	return good;
}

int
cmd_forget(const struct cli *cli, int argc, char **argv)
{
	struct options o;
	struct err err;
	bool good = options_parse(cli, &set, (struct arguments){ argc, argv },
	    &o, &err);

	if (good && o.done)
		return 0;
	if (good && (o.n_args > 0 || !options_has(&o, OPTION_BEFORE)))
		good = err_set(&err, ERR_USAGE, "forget: what? say --before "
		    "DAY; see truycap forget --help");
	return good && forget(&o, &err) ? 0 : cli_fail(&err);
}

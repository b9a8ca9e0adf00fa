/* SPDX-License-Identifier: MIT */
/* cmd_explain.c -- where does a figure come from? */
#include <stdio.h>
#include <string.h>

#include "cli/explain.h"
#include "common/ini.h"
#include "common/stamp.h"

static const struct option_set set = {
	.command = "explain",
	.options = OPTION_BIT(CONFIG) | OPTION_BIT(SITE) | OPTION_BIT(JSON),
	.usage = "DAY METRIC [-c FILE] [--site ID] [--json]",
	.about = "Walks from a figure of a day back to the lines of the logs: its "
	    "hours, what was left out on the\nway from the lines read to page "
	    "views (it adds up), the logs with their lines by class, times\nand "
	    "content hashes, the lists that they were judged by, the links of the "
	    "chain of sealed days\nthat speak of the day, and its restatements.\n\n"
	    "METRIC is visits, visitors, bounces, online, peak, pages, hits, "
	    "bytes, errors or robots.",
	.examples = "  truycap explain 2026-10-03 visits\n"
	    "  truycap explain 2026-10-03 pages --site skhcn --json",
};

static bool
read_metric(const char *text, enum explain_metric *out, struct err *err)
{
	const char *name[EXPLAIN__MAX + 1] = { NULL };
	const char *near;

	for (int i = 0; i < EXPLAIN__MAX; i++) {
		name[i] = explain_name((enum explain_metric)i);
		if (strcmp(name[i], text) == 0) {
			*out = (enum explain_metric)i;
			return true;
		}
	}
	near = ini_nearest(text, name);
	return err_set(err, ERR_USAGE, "explain: unknown figure \"%s\"%s%s%s",
	    text, near != NULL ? " (did you mean " : "; see truycap explain "
	    "--help", near != NULL ? near : "", near != NULL ? "?)" : "");
}

static bool
read_arguments(const struct options *o, struct explain *e, struct err *err)
{
	if (o->n_args != 2)
		return err_set(err, ERR_USAGE, "explain: which figure of which "
		    "day? as truycap explain 2026-10-03 visits");
	return (stamp_read_day(span_of(o->arg[0]), &e->day) ||
	    err_set(err, ERR_USAGE, "explain: \"%s\" is no day; as 2026-10-03",
	    o->arg[0])) && read_metric(o->arg[1], &e->metric, err);
}

static bool
explain(const struct options *o, struct err *err)
{
	struct workplace w = { .lock = -1 };
	struct explain e = { .n_hours = 0 };
	struct buf out = { 0 };
	size_t at = 0;
	bool good = read_arguments(o, &e, err) && workplace_read(o, &w, err) &&
	    workplace_site(&w, o, &at, err);

	if (good)
		e.site = &w.settings.site[at];
	good = good && explain_load(&e, w.db, err);
	if (good) {
		if (options_has(o, OPTION_JSON))
			explain_json(&e, &out);
		else
			explain_text(&e, &out);
		fwrite(out.p, 1, out.n, stdout);
	}
	buf_close(&out);
	explain_close(&e);
	workplace_close(&w);
	return good;
}

int
cmd_explain(const struct cli *cli, int argc, char **argv)
{
	struct options o;
	struct err err;
	bool good = options_parse(cli, &set, (struct arguments){ argc, argv },
	    &o, &err);

	if (good && o.done)
		return 0;
	return good && explain(&o, &err) ? 0 : cli_fail(&err);
}

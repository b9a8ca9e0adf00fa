/* SPDX-License-Identifier: MIT */
/* cmd_merge.c -- stores of several servers into one. */
#include <stdio.h>

#include "aggregate/derive.h"
#include "cli/workplace.h"
#include "publish/escape.h"
#include "store/bring.h"

static const struct option_set set = {
	.command = "merge",
	.options = OPTION_BIT(CONFIG) | OPTION_BIT(NOW),
	.usage = "[-c FILE] DATABASE...",
	.about = "Brings other stores into the one of the configuration: for "
	    "sites on several servers, each with\na store of its own.  The "
	    "outcome is that of one store that counted all logs, in whatever\n"
	    "order.  All must have one key: make the first with truycap store "
	    "init, the others with\ntruycap store init --key.  Sites are those "
	    "of the same name, in the same zone.\n\nLogs that are here are not "
	    "counted again: a store whose logs are all here is nothing new.  "
	    "One\nthat has only some of them, or more of one, is refused; so is "
	    "one with lines of a day that\nis sealed in the other.  Opening "
	    "balances and months of older tools are not taken over.",
	.examples = "  truycap store init -c all.conf --key "
	    "/var/lib/truycap/truycap.db.key\n"
	    "  truycap merge -c all.conf web1/truycap.db web2/truycap.db",
};

static bool
derive(struct workplace *w, struct err *err)
{
	struct derive_plan plan = { w->lists.sources, 1 };
	bool good = db_begin(w->db, err);

	for (size_t i = 0; good && i < w->settings.n_sites; i++) {
		struct store_site s;

		good = sites_open(w->db, &w->settings.site[i], true, &s, err) &&
		    derive_site(&s, &plan, err);
	}
	return good && db_commit(w->db, err);
}

static void
tell(const char *path, const struct brought *b)
{
	struct buf name = { 0 };

	escape_terminal(&name, span_of(path));
	if (b->known)
		printf("%s: nothing new\n", buf_text(&name));
	else
		printf("%s: logs: %lld, lines: %lld\n", buf_text(&name),
		    (long long)b->streams, (long long)b->lines);
	if (b->left)
		cli_warn("%s: its opening balances and months of older tools "
		    "are not taken over: enter them with truycap baseline",
		    buf_text(&name));
	buf_close(&name);
}

static bool
merge(const struct options *o, struct workplace *w, struct err *err)
{
	struct bring_plan plan = { .now_s = o->now_s };

	if (!workplace_write(o, w, err))
		return false;
	plan.site = w->settings.site;
	plan.n_sites = w->settings.n_sites;
	for (int i = 0; i < o->n_args; i++) {
		struct brought b;

		plan.path = o->arg[i];
		if (!bring_store(w->db, &plan, &b, err))
			return false;
		if (!b.known && !derive(w, err))
			return false;
		tell(plan.path, &b);
	}
	return true;
}

int
cmd_merge(const struct cli *cli, int argc, char **argv)
{
	struct workplace w = { .lock = -1 };
	struct options o;
	struct err err;
	bool good = options_parse(cli, &set, (struct arguments){ argc, argv },
	    &o, &err);

	if (good && o.done)
		return 0;
	if (good && o.n_args == 0)
		good = err_set(&err, ERR_USAGE, "merge: which database? see "
		    "truycap merge --help");
	good = good && merge(&o, &w, &err);
	workplace_close(&w);
	return good ? 0 : cli_fail(&err);
}

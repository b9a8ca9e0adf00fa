/* SPDX-License-Identifier: MIT */
/* cmd_verify.c -- has anybody changed what was counted? */
#include "cli/verify_store.h"

static const struct option_set set = {
	.command = "verify",
	.options = OPTION_BIT(CONFIG) | OPTION_BIT(STORE) | OPTION_BIT(HEAD) |
	    OPTION_BIT(JSON),
	.usage = "--store [-c FILE] [--head HASH] [--json]",
	.about = "Compares the database with the chain of its sealed days: each "
	    "day is digested when it is\nsealed, and each change of a sealed "
	    "day (forgetting, merging, truycap rebuild) is a link\nmore.  Prints "
	    "a line for whatever is not as its link has it, naming day and "
	    "table, and\nends with 1; else ok and the head of the chain.\n\nWho "
	    "can write the database could write a new chain, too: note the "
	    "head elsewhere (a\nreport has it), and ask with --head whether it "
	    "is still in the chain.",
	.examples = "  truycap verify --store -c truycap.conf\n"
	    "  truycap verify --store --head $(cat head-2026-10.txt)",
};

int
cmd_verify(const struct cli *cli, int argc, char **argv)
{
	struct options o;
	struct err err;
	int status = 0;
	bool good = options_parse(cli, &set, (struct arguments){ argc, argv },
	    &o, &err);

	if (good && o.done)
		return 0;
	if (good && (o.n_args > 0 || !options_has(&o, OPTION_STORE)))
		good = err_set(&err, ERR_USAGE, "verify: what? say --store; "
		    "see truycap verify --help");
	return good && verify_store(&o, &status, &err) ? status :
	    cli_fail(&err);
}

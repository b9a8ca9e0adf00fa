/* SPDX-License-Identifier: MIT */
/* cmd_verify.c -- has anybody changed what was counted? */
#include "cli/verify_bundle.h"
#include "cli/verify_store.h"

static const struct option_set set = {
	.command = "verify",
	.options = OPTION_BIT(STORE) | OPTION_BIT(HEAD) |
	    VERIFY_BUNDLE_OPTIONS,
	.usage = "BUNDLE [LOG...] | --store [-c FILE] [--head HASH]",
	.about = "An evidence bundle: each of its files against the manifest, "
	    "each copied proof against the\nSHA-256 in its criteria.  "
	    "With the logs all is counted\nanew by the bundle's rules, and every "
	    "figure compared: what differs is named, and why\nwhere that can be "
	    "told (a log that is missing, changed or goes on; another list).  "
	    "-c\nnames a configuration whose robot list and databases of places "
	    "are used.  With --store\nit is looked up whether the head of the "
	    "bundle's chain is in the store's.\n\n--store alone compares the "
	    "database with the chain of its sealed days: each day is\ndigested "
	    "when it is sealed, and each change of a sealed day (forgetting, "
	    "merging, truycap\nrebuild) is a link more.  Who can write the "
	    "database could write a new chain, too: note\nthe head elsewhere (a "
	    "bundle has it), and ask with --head whether it is still in the "
	    "chain.\n\nThe status is 0 when all is equal, 1 when something "
	    "differs, 65 when the bundle is\ndamaged.",
	.examples = "  truycap verify 2026-10.zip\n"
	    "  truycap verify 2026-10.zip /var/log/nginx/access.log*\n"
	    "  truycap verify 2026-10.zip --store -c truycap.conf\n"
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
	if (good && o.n_args == 0 && !options_has(&o, OPTION_STORE))
		good = err_set(&err, ERR_USAGE, "verify: what? a bundle and "
		    "the logs, or --store; see truycap verify --help");
	if (good && o.n_args > 0 && options_has(&o, OPTION_HEAD))
		good = err_set(&err, ERR_USAGE, "verify: --head is of --store "
		    "alone; a bundle tells its own");
	return good && (o.n_args > 0 ? verify_bundle(cli, &o, &status, &err) :
	    verify_store(&o, &status, &err)) ? status : cli_fail(&err);
}

/* SPDX-License-Identifier: MIT */
/* cmd_verify.c -- has anybody changed what was counted? */
#include "cli/verify_bundle.h"

static const struct option_set set = {
	.command = "verify",
	.options = VERIFY_BUNDLE_OPTIONS,
	.usage = "[options] BUNDLE [LOG...]",
	.about = "Checks an evidence bundle: each file against the manifest.  "
	    "With the logs it counts all\nanew by the bundle's rules, and "
	    "compares every figure: what differs is named, and why\nwhere that "
	    "can be told (a log that is missing, changed or goes on; another "
	    "list).\n-c names a configuration whose robot list and databases "
	    "of places are to be used.\n\nThe status is 0 when all is equal, 1 "
	    "when a figure differs, 65 when the bundle is damaged.",
	.examples = "  truycap verify 2026-10.zip\n"
	    "  truycap verify 2026-10.zip /var/log/nginx/access.log*",
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
	if (good && o.n_args == 0)
		good = err_set(&err, ERR_USAGE, "verify: what? a bundle, and "
		    "the logs; see truycap verify --help");
	return good && verify_bundle(cli, &o, &status, &err) ? status :
	    cli_fail(&err);
}

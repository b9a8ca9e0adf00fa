/* SPDX-License-Identifier: MIT */
/* cmd_status.c -- is all well?  For people, for programs, and by its exit status. */
#include <stdio.h>

#include "cli/status.h"

static const struct option_set set = {
	.command = "status",
	.options = OPTION_BIT(CONFIG) | OPTION_BIT(JSON) | OPTION_BIT(NOW),
	.usage = "[-c FILE] [--json]",
	.about = "The last run, how far the logs of each site were read, open "
	    "days, the hours of the last\nseven days of which nothing is known, "
	    "and files that could not be counted.\n"
	    "Ends with 0 when all is well, with 65 when a file is in trouble or "
	    "a log was not read\nto its end, with 66 when nothing is counted "
	    "yet or the last run is older than\nstale_after.",
	.examples = "  truycap status -c truycap.conf\n"
	    "  truycap status -c truycap.conf --json",
};

static int
exit_status(enum status_state state)
{
	switch (state) {
	case STATUS_GOOD:
		return 0;
	case STATUS_TROUBLE:
		return ERR_DATA;
	case STATUS_STALE:
	case STATUS_EMPTY:
		break;
	}
	return ERR_NOINPUT;
}

int
cmd_status(const struct cli *cli, int argc, char **argv)
{
	struct workplace w = { .lock = -1 };
	struct status s = { .now_s = 0 };
	struct buf out = { 0 };
	struct options o;
	struct err err;
	bool good;
	int status = 0;

	if (!options_parse(cli, &set, (struct arguments){ argc, argv },
	    &o, &err))
		return cli_fail(&err);
	if (o.done)
		return 0;
	if (o.n_args > 0) {
		err_set(&err, ERR_USAGE, "status takes no files; see truycap "
		    "status --help");
		return cli_fail(&err);
	}
	good = workplace_read(&o, &w, &err) &&
	    status_load(&w, o.now_s, &s, &err);
	if (good) {
		if (options_has(&o, OPTION_JSON))
			status_json(&s, &out);
		else
			status_text(&s, &out);
		fwrite(out.p, 1, out.n, stdout);
		status = exit_status(status_state(&s));
	}
	buf_close(&out);
	status_close(&s);
	workplace_close(&w);
	return good ? status : cli_fail(&err);
}

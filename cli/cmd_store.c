/* SPDX-License-Identifier: MIT */
/* cmd_store.c -- the database itself: is it whole, and what is in it. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "cli/workplace.h"
#include "publish/escape.h"
#include "store/check.h"
#include "store/dump.h"

static const struct option_set set = {
	.command = "store",
	.options = OPTION_BIT(CONFIG),
	.usage = "check|dump [-c FILE]",
	.about = "check: is the database whole, and does it add up?  Prints ok "
	    "and what was compared,\n       or a line for each thing that is "
	    "wrong, and ends with 65.\n"
	    "dump:  all that was counted, a line a row, in an order that does "
	    "not depend on how\n       it was counted: equal content gives "
	    "equal bytes.",
	.examples = "  truycap store check -c truycap.conf\n"
	    "  truycap store dump -c truycap.conf | sha256sum",
};

enum { MOST_FINDINGS = 100 };

static void
print_finding(void *self, const char *finding)
{
	int64_t *n = self;
	struct buf b = { 0 };

	if ((*n)++ >= MOST_FINDINGS)
		return;
	escape_terminal(&b, span_of(finding));
	printf("%s\n", buf_text(&b));
	buf_close(&b);
}

static bool
check(struct db *db, int *status, struct err *err)
{
	struct check_counts n;
	int64_t told = 0;

	if (!check_store(db, print_finding, &told, &n, err))
		return false;
	if (told > MOST_FINDINGS)
		printf("... and %lld more\n",
		    (long long)(told - MOST_FINDINGS));
	if (n.wrong > 0)
		*status = ERR_DATA;
	else
		printf("ok: %lld streams, %lld lines, %lld days\n",
		    (long long)n.streams, (long long)n.lines,
		    (long long)n.days);
	return true;
}

static bool
print_line(void *self, struct span line, struct err *err)
{
	(void)self;
	return fwrite(line.p, 1, line.n, stdout) == line.n ||
	    err_set(err, ERR_IO, "standard output: %s", strerror(errno));
}

int
cmd_store(const struct cli *cli, int argc, char **argv)
{
	struct workplace w = { .lock = -1 };
	struct options o;
	struct err err;
	bool good;
	int status = 0;

	if (!options_parse(cli, &set, (struct arguments){ argc, argv },
	    &o, &err))
		return cli_fail(&err);
	if (o.done)
		return 0;

	bool checks = o.n_args == 1 && strcmp(o.arg[0], "check") == 0;

	if (!checks && (o.n_args != 1 || strcmp(o.arg[0], "dump") != 0)) {
		err_set(&err, ERR_USAGE, "store: what? check or dump; see "
		    "truycap store --help");
		return cli_fail(&err);
	}
	good = workplace_read(&o, &w, &err) && (checks ?
	    check(w.db, &status, &err) :
	    dump_store(w.db, print_line, NULL, &err));
	workplace_close(&w);
	return good ? status : cli_fail(&err);
}

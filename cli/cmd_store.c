/* SPDX-License-Identifier: MIT */
/* cmd_store.c -- the database itself: is it whole, and what is in it. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/workplace.h"
#include "publish/escape.h"
#include "store/check.h"
#include "store/dump.h"
#include "store/key.h"

static const struct option_set set = {
	.command = "store",
	.options = OPTION_BIT(CONFIG) | OPTION_BIT(KEY) | OPTION_BIT(NOW),
	.usage = "check|dump|init|migrate [-c FILE]",
	.about = "check: is the database whole, and does it add up?  Prints ok "
	    "and what was compared,\n       or a line for each thing that is "
	    "wrong, and ends with 65.\n"
	    "dump:  all that was counted, a line a row, in an order that does "
	    "not depend on how\n       it was counted: equal content gives "
	    "equal bytes.\n"
	    "init:  makes an empty database.  With --key it gets another "
	    "store's key, so that\n       truycap merge can bring both "
	    "together.\n"
	    "migrate: makes this version's database of an earlier one, which "
	    "is kept beside it.\n       Every writing command does so by "
	    "itself.",
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

static bool
run_check(const struct options *o, struct workplace *w, int *status,
    struct err *err)
{
	return workplace_read(o, w, err) && check(w->db, status, err);
}

static bool
run_dump(const struct options *o, struct workplace *w, int *status,
    struct err *err)
{
	(void)status;
	return workplace_read(o, w, err) &&
	    dump_store(w->db, print_line, NULL, err);
}

static bool
run_init(const struct options *o, struct workplace *w, int *status,
    struct err *err)
{
	const char *key = o->value[OPTION_KEY];
	struct buf path = { 0 };
	struct stat st;
	bool good = workplace_claim(o, w, err);

	(void)status;
	if (good) {
		workplace_path(w, &path);
		good = stat(buf_text(&path), &st) != 0 || st.st_size == 0 ||
		    err_set(err, ERR_CREATE, "%s: there is a database already",
		    buf_text(&path));
	}
	good = good && (key == NULL || key_adopt(key, buf_text(&path), err)) &&
	    db_open(buf_text(&path), DB_WRITE, &w->db, err);
	buf_close(&path);
	return good;
}

static bool
run_migrate(const struct options *o, struct workplace *w, int *status,
    struct err *err)
{
	bool good = workplace_read(o, w, err);

	(void)status;
	if (!good && err->code != ERR_DATA)
		return false;
	workplace_close(w);
	if (!good && !workplace_write(o, w, err))
		return false;
	printf("ok: version %d\n", DB_VERSION);
	return true;
}

static const struct {
	const char *name;
	bool (*run)(const struct options *o, struct workplace *w, int *status,
	    struct err *err);
} action[] = {
	{ "check", run_check }, { "dump", run_dump }, { "init", run_init },
	{ "migrate", run_migrate },
};

int
cmd_store(const struct cli *cli, int argc, char **argv)
{
	struct workplace w = { .lock = -1 };
	struct options o;
	struct err err;
	int status = 0;

	if (!options_parse(cli, &set, (struct arguments){ argc, argv },
	    &o, &err))
		return cli_fail(&err);
	if (o.done)
		return 0;
	for (size_t i = 0; i < sizeof(action) / sizeof(*action); i++) {
		if (o.n_args != 1 || strcmp(o.arg[0], action[i].name) != 0)
			continue;

		bool good = action[i].run(&o, &w, &status, &err);

		workplace_close(&w);
		return good ? status : cli_fail(&err);
	}
	err_set(&err, ERR_USAGE, "store: what? check or dump, init or migrate; "
	    "see truycap store --help");
	return cli_fail(&err);
}

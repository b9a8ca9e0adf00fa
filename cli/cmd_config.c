/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <string.h>

#include "cli/config_check.h"
#include "cli/options.h"
#include "cli/settings_criteria.h"
#include "cli/workplace.h"
#include "publish/escape.h"

static const unsigned char sample[] = {
#include "conf/truycap.conf.inc"
};

static const struct option_set set = {
	.command = "config",
	.options = OPTION_BIT(CONFIG) | OPTION_BIT(CHECK) |
	    OPTION_BIT(PRINT) | OPTION_BIT(SAMPLE) | OPTION_BIT(CRITERIA),
	.usage = "[-c FILE] --check|--print, or --sample, or --criteria NAME",
	.about = "Checks the configuration, or shows it.\n"
	    "--check says what is good, which files each log pattern matches "
	    "now, and warns\nof what is missing; its status is 0, or 78 when "
	    "the configuration is wrong.\n"
	    "--print shows the effective settings, defaults included, as a "
	    "configuration.\n"
	    "--sample shows the commented sample, --criteria a shipped set of "
	    "criteria to copy\nand edit, or, with list, their names. Without -c the configuration "
	    "is\n" WORKPLACE_CONFIG ".",
	.examples = "  truycap config --sample > truycap.conf\n"
	    "  truycap config -c truycap.conf --check\n"
	    "  truycap config -c truycap.conf --print\n"
	    "  truycap config --criteria vn-department > criteria.conf",
};

static bool
print(const void *p, size_t n, struct err *err)
{
	if (fwrite(p, 1, n, stdout) == n && fflush(stdout) == 0)
		return true;
	return err_set(err, ERR_IO, "standard output cannot be written");
}

static void
warn_lines(struct span lines)
{
	while (lines.n > 0) {
		struct span line = span_cut(&lines, '\n');

		fprintf(stderr, "truycap: warning: %.*s\n", (int)line.n,
		    line.p);
	}
}

static bool
check(const struct settings *s, const char *path, struct err *err)
{
	struct buf good = { 0 }, doubt = { 0 };

	escape_terminal(&good, span_of(path));
	buf_puts(&good, ": good\n");
	bool fine = config_check(s, &good, &doubt, err) &&
	    print(good.p, good.n, err);
	if (fine)
		warn_lines(buf_view(&doubt));
	buf_close(&good);
	buf_close(&doubt);
	return fine;
}

static bool
show(const struct settings *s, struct err *err)
{
	struct buf out = { 0 };

	settings_print(s, &out);

	bool fine = print(out.p, out.n, err);
	buf_close(&out);
	return fine;
}

/* A shipped set, or what there is: names and titles. */
static bool
show_criteria(const char *name, struct err *err)
{
	const struct criteria_shipped *shipped;
	struct span text;
	bool good = true;

	if (strcmp(name, "list") != 0)
		return settings_criteria_shipped(name, &text, err) &&
		    print(text.p, text.n, err);
	for (size_t i = 0; good && (shipped = criteria_shipped(i)) != NULL;
	     i++) {
		const char *names[] = { shipped->name, NULL };
		struct criteria c = { .n_items = 0 };
		struct buf line = { 0 };

		good = settings_criteria_read(names, &c, err);
		if (good)
			buf_printf(&line, "%s\t%s\n", shipped->name,
			    c.head.title[LANG_EN]);
		good = good && print(line.p, line.n, err);
		criteria_close(&c);
		buf_close(&line);
	}
	return good;
}

static bool
run(const struct options *o, struct err *err)
{
	const char *path = o->value[OPTION_CONFIG];
	struct settings s = { 0 };

	if (options_has(o, OPTION_CHECK) + options_has(o, OPTION_PRINT) +
	    options_has(o, OPTION_SAMPLE) +
	    options_has(o, OPTION_CRITERIA) != 1 || o->n_args > 0)
		return err_set(err, ERR_USAGE, "config: say one of --check, "
		    "--print, --sample and --criteria, and the file with -c");
	if (options_has(o, OPTION_CRITERIA))
		return show_criteria(o->value[OPTION_CRITERIA], err);
	if (options_has(o, OPTION_SAMPLE))
		return print(sample, sizeof(sample), err);
	if (path == NULL)
		path = WORKPLACE_CONFIG;
	if (!settings_read(path, &s, err))
		return false;

	bool fine = options_has(o, OPTION_CHECK) ? check(&s, path, err) :
	    show(&s, err);
	settings_close(&s);
	return fine;
}

int
cmd_config(const struct cli *cli, int argc, char **argv)
{
	struct options o;
	struct err err = { 0 };

	if (!options_parse(cli, &set, (struct arguments){ argc, argv },
	    &o, &err))
		return cli_fail(&err);
	return o.done || run(&o, &err) ? 0 : cli_fail(&err);
}

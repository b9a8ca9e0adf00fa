/* SPDX-License-Identifier: MIT */
/* cmd_widget.c -- the widget again from what is counted: its files, or its JSON. */
#include <stdio.h>

#include "cli/workplace.h"
#include "publish/widget.h"
#include "store/ledger.h"

static const struct option_set set = {
	.command = "widget",
	.options = OPTION_BIT(CONFIG) | OPTION_BIT(SITE) | OPTION_BIT(JSON) |
	    OPTION_BIT(NOW) | OPTION_BIT(VERBOSE),
	.usage = "[-c FILE] [--site ID] [--json]",
	.about = "Writes the widget's files of all sites, or of one, from what "
	    "the last update counted;\nreads no logs.  With --json it writes "
	    "nothing and prints the figures of one site.",
	.examples = "  truycap widget -c truycap.conf\n"
	    "  truycap widget -c truycap.conf --site skhcn --json",
};

/* The clock of the run whose state the store holds. */
static bool
last_run(struct db *db, int64_t *run_s, struct err *err)
{
	struct ledger_last last;

	if (!ledger_run_last(db, &last, err))
		return false;
	if (!last.any)
		return err_set(err, ERR_NOINPUT,
		    "nothing counted yet; `truycap update` does");
	*run_s = last.run.at_s;
	return true;
}

/* One state, though an update may be at work. */
static bool
figures(const struct workplace *w, size_t site, int64_t now_s,
    struct widget_figures *out, struct err *err)
{
	struct workplace_clock clock = { .now_s = now_s };
	bool good = db_begin_read(w->db, err) &&
	    last_run(w->db, &clock.run_s, err) &&
	    workplace_figures(w, site, &clock, out, err);

	db_rollback(w->db);
	return good;
}

static bool
print_json(const struct workplace *w, const struct options *o,
    struct err *err)
{
	struct widget_figures f;
	struct buf out = { 0 };
	size_t site;

	if (!workplace_site(w, o, &site, err) ||
	    !figures(w, site, o->now_s, &f, err))
		return false;
	widget_json(&w->settings.site[site], &f, &out);
	fwrite(out.p, 1, out.n, stdout);
	buf_close(&out);
	return true;
}

static bool
write_site(const struct workplace *w, size_t site, const struct options *o,
    struct err *err)
{
	const struct site *s = &w->settings.site[site];
	struct widget_figures f;
	int changed;

	if (!figures(w, site, o->now_s, &f, err) ||
	    !widget_publish(s, &f, &changed, err))
		return err_add(err, "site %s", s->id);
	if (options_has(o, OPTION_VERBOSE))
		cli_say("%s: %d files replaced", s->widget_dir, changed);
	return true;
}

/* One site's trouble is not another's: *first is the status to end with. */
static bool
write_all(const struct workplace *w, const struct options *o,
    enum err_code *first, struct err *err)
{
	size_t from = 0, to = w->settings.n_sites, with = 0;

	if (options_has(o, OPTION_SITE)) {
		if (!workplace_site(w, o, &from, err))
			return false;
		to = from + 1;
	}
	for (size_t i = from; i < to; i++) {
		if (w->settings.site[i].widget_dir == NULL)
			continue;
		with++;
		if (write_site(w, i, o, err))
			continue;
		cli_warn("%s", err->text);
		if (*first == ERR_NONE)
			*first = err->code;
	}
	return with > 0 || err_set(err, ERR_CONFIG, "%s: no widget there; the "
	    "configuration says where with `widget = FOLDER`",
	    options_has(o, OPTION_SITE) ? o->value[OPTION_SITE] :
	    "all sites");
}

int
cmd_widget(const struct cli *cli, int argc, char **argv)
{
	struct workplace w = { .lock = -1 };
	enum err_code first = ERR_NONE;
	struct options o;
	struct err err;
	bool good;

	if (!options_parse(cli, &set, (struct arguments){ argc, argv },
	    &o, &err))
		return cli_fail(&err);
	if (o.done)
		return 0;
	if (o.n_args > 0) {
		err_set(&err, ERR_USAGE, "widget takes no files; which site "
		    "is said with --site");
		return cli_fail(&err);
	}
	good = options_has(&o, OPTION_JSON) ?
	    workplace_read(&o, &w, &err) && print_json(&w, &o, &err) :
	    workplace_publish(&o, &w, &err) &&
	    write_all(&w, &o, &first, &err);
	workplace_close(&w);
	return good ? (int)first : cli_fail(&err);
}

/* SPDX-License-Identifier: MIT */
/* cmd_show.c -- a period's figures on one page. */
#include <stdio.h>

#include "cli/coarse.h"
#include "cli/known_site.h"
#include "cli/show.h"
#include "cli/terminal.h"
#include "cli/workplace.h"
#include "store/ledger.h"

static const struct option_set set = {
	.command = "show",
	.options = OPTION_BIT(CONFIG) | OPTION_BIT(SITE) | OPTION_BIT(FROM) |
	    OPTION_BIT(TO) | OPTION_BIT(MONTH) | OPTION_BIT(JSON) |
	    OPTION_BIT(NOW) | OPTION_BIT(LANG) | OPTION_BIT(NO_COLOR),
	.usage = "[PERIOD] [-c FILE] [options]",
	.about = "The figures of a day, a week, a month or a year on one page, "
	    "beside those of the\nperiod before and of a year before.  PERIOD is "
	    "today, yesterday, week, month (the\ndefault), year, or as 2026-10-05, "
	    "2026-10, 2026; or --from and --to.\nReads what was counted, and no "
	    "logs.",
	.examples = "  truycap show\n"
	    "  truycap show yesterday --site skhcn\n"
	    "  truycap show 2026-10 --lang en\n"
	    "  truycap show --from 2026-10-05 --to 2026-10-11 --json",
};

enum { WIDTH_MOST = 120 };

static bool
read_lang(const struct options *o, const struct site *site, enum lang *out,
    struct err *err)
{
	const char *lang = o->value[OPTION_LANG];

	if (lang != NULL && strcmp(lang, "vi") != 0 && strcmp(lang, "en") != 0)
		return err_set(err, ERR_USAGE, "--lang %s: vi or en", lang);
	*out = lang_of(lang != NULL ? lang : site->lang);
	return true;
}

/* "NAME sha256:HASH", as the last run noted it, into the page's two texts. */
static void
split_robots(char *text, struct report_figures *f)
{
	char *blank = strchr(text, ' ');

	f->robots = text;
	if (blank == NULL)
		return;
	*blank++ = '\0';
	f->robots_sha256 = strncmp(blank, "sha256:", 7) == 0 ? blank + 7 :
	    blank;
}

static void
print_page(const struct cli *cli, const struct options *o, enum lang lang,
    const struct show_figures *f)
{
	struct report_style style = { .lang = lang,
		.width = terminal_width(WIDTH_MOST),
		.color = cli->color && !options_has(o, OPTION_NO_COLOR) };
	struct buf out = { 0 };

	if (options_has(o, OPTION_JSON))
		show_json(f, &out);
	else
		show_terminal(f, &style, &out);
	fwrite(out.p, 1, out.n, stdout);
	buf_close(&out);
}

struct showing {
	const struct cli *cli;
	const struct options *o;
	const struct site *site;
	enum lang lang;
};

/* Nothing is counted yet: that is no error. */
static bool
print_nothing(const struct showing *g, struct err *err)
{
	struct dims none = { .of = { { .n = 0 } } };
	struct show_figures f = { .f = { .site = g->site->name,
		.zone = g->site->zone, .now_s = g->o->now_s, .dims = &none } };
	struct show_when when;

	if (!show_when(g->o, zone_day_at(g->site->zone, g->o->now_s).day,
	    &when, err))
		return false;
	f.kind = when.kind;
	f.days = when.days;
	print_page(g->cli, g->o, g->lang, &f);
	return true;
}

static bool
print_site(const struct showing *g, struct db *db, struct err *err)
{
	struct ledger_last last = { .any = false };
	struct show_loaded l = { .days.n = 0 };
	struct store_site s;
	struct show_when when;
	bool known, good;

	if (!known_site(db, g->site, &known, &s, err))
		return false;
	if (!known)
		return print_nothing(g, err);
	good = show_when(g->o, zone_day_at(g->site->zone, g->o->now_s).day,
	    &when, err) && ledger_run_last(db, &last, err) &&
	    show_load(&s, &when, g->o->now_s, &l, err) &&
	    coarse_warn(&s, l.show.days, false, err);
	if (good) {
		split_robots(last.robots, &l.show.f);
		print_page(g->cli, g->o, g->lang, &l.show);
	}
	show_close(&l);
	return good;
}

/* Is it the store alone that is not there?  Then nothing is counted yet. */
static bool
only_store_lacks(const struct options *o, const struct err *why,
    struct err *err)
{
	const char *path = o->value[OPTION_CONFIG] != NULL ?
	    o->value[OPTION_CONFIG] : WORKPLACE_CONFIG;
	struct settings again = { .n_sites = 0 };
	bool good;

	if (why->code != ERR_NOINPUT) {
		*err = *why;
		return false;
	}
	good = settings_read(path, &again, err);
	settings_close(&again);
	return good;
}

static bool
show(const struct cli *cli, const struct options *o, struct err *err)
{
	struct workplace w = { .lock = -1 };
	struct showing g = { .cli = cli, .o = o };
	struct err why = { .code = ERR_NONE };
	bool there = workplace_read(o, &w, &why), good = true;
	size_t site;

	if (!there)
		good = only_store_lacks(o, &why, err);
	good = good && workplace_site(&w, o, &site, err);
	if (good) {
		g.site = &w.settings.site[site];
		good = read_lang(o, g.site, &g.lang, err);
	}
	if (good && there) {
		good = db_begin_read(w.db, err) && print_site(&g, w.db, err);
		db_rollback(w.db);
	} else if (good) {
		good = print_nothing(&g, err);
	}
	workplace_close(&w);
	return good;
}

int
cmd_show(const struct cli *cli, int argc, char **argv)
{
	struct options o;
	struct err err;

	if (!options_parse(cli, &set, (struct arguments){ argc, argv },
	    &o, &err))
		return cli_fail(&err);
	if (o.done)
		return 0;
	return show(cli, &o, &err) ? 0 : cli_fail(&err);
}

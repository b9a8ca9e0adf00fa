/* SPDX-License-Identifier: MIT */
/* cmd_presence.c -- how present a site is: METRICS' P01 to P29 of any days. */
#include <stdio.h>

#include "cli/coarse.h"
#include "cli/known_site.h"
#include "cli/presence_when.h"
#include "cli/settings_criteria.h"
#include "cli/terminal.h"
#include "cli/workplace.h"
#include "publish/availability_load.h"
#include "publish/presence.h"

static const struct option_set set = {
	.command = "presence",
	.options = OPTION_BIT(CONFIG) | OPTION_BIT(SITE) | OPTION_BIT(FROM) |
	    OPTION_BIT(TO) | OPTION_BIT(MONTH) | OPTION_BIT(WEEK) |
	    OPTION_BIT(QUARTER) | OPTION_BIT(HALF) | OPTION_BIT(YEAR) |
	    OPTION_BIT(CALENDAR) | OPTION_BIT(CRITERIA) | OPTION_BIT(JSON) |
	    OPTION_BIT(CSV) | OPTION_BIT(NOW) | OPTION_BIT(LANG) |
	    OPTION_BIT(NO_COLOR) | OPTION_BIT(SCORES),
	.usage = "[-c FILE] [options]",
	.about = "How present a site is: whether it answered, which of its "
	    "sections did, what was\nnew, whom it reached; each value with "
	    "what it rests on, and beside that of the\nperiod before.  Without "
	    "a period: the last whole month.  --criteria names files\nor a "
	    "shipped set, whose sections, limits and scores apply; else those "
	    "of the\nconfiguration do.",
	.examples = "  truycap presence --month 2026-10\n"
	    "  truycap presence --quarter 2026-Q3 --calendar nd09 --json\n"
	    "  truycap presence --from 2026-10-05 --to 2026-10-11 --csv\n"
	    "  truycap presence --half 2026-H1 --criteria vn-department",
};

enum { WIDTH_MOST = 120, CRITERIA_FILES = 16 };

/* Those of the command line, else those of the site: *any says whether there are some. */
static bool
read_criteria(const struct options *o, const struct site *site,
    struct criteria *c, bool *any, struct err *err)
{
	const char *const *names = site->criteria, *list[CRITERIA_FILES + 1] =
	    { NULL };
	struct span rest = span_of(o->value[OPTION_CRITERIA]);
	struct arena arena = { 0 };
	size_t n = 0;
	bool good = true;

	while (rest.n > 0 && n < CRITERIA_FILES) {
		struct span name = span_trim(span_cut(&rest, ','));

		if (name.n > 0)
			list[n++] = arena_dup(&arena, name.p, name.n);
	}
	if (options_has(o, OPTION_CRITERIA))
		names = list;
	*any = names != NULL && names[0] != NULL;
	if (options_has(o, OPTION_CRITERIA) && (n == 0 || rest.n > 0))
		good = err_set(err, ERR_USAGE, "--criteria names 1 to %d "
		    "files or sets", CRITERIA_FILES);
	else if (*any)
		good = settings_criteria_read(names, c, err);
	arena_close(&arena);
	return good;
}

struct asking {
	const struct cli *cli;
	const struct options *o;
	const struct criteria *criteria; /* or NULL */
};

static void
put_scores(const struct options *o, const struct presence_pair *p,
    const struct presence_style *style, struct buf *out)
{
	struct score_page page = presence_page(p);
	struct term t = { .out = out, .width = style->width,
		.color = style->color };
	struct json j;

	if (options_has(o, OPTION_JSON)) {
		j = json_begin(out);
		score_json(&page, &j);
		json_finish(&j);
	} else if (options_has(o, OPTION_CSV)) {
		score_csv(&page, style->lang, out);
	} else {
		score_text(&page, &t, style->lang);
	}
}

static bool
print(const struct asking *a, const struct presence_pair *p, struct err *err)
{
	const struct options *o = a->o;
	const char *lang = o->value[OPTION_LANG];
	struct presence_style style = { .width = terminal_width(WIDTH_MOST),
		.color = a->cli->color && !options_has(o, OPTION_NO_COLOR),
		.lang = lang_of(lang != NULL ? lang : p->now->site->lang) };
	struct buf out = { 0 };

	if (lang != NULL && strcmp(lang, "vi") != 0 && strcmp(lang, "en") != 0)
		return err_set(err, ERR_USAGE, "--lang %s: vi or en", lang);
	if (options_has(o, OPTION_SCORES) && p->score == NULL)
		return err_set(err, ERR_USAGE, "--scores needs criteria: name "
		    "them in the configuration, or with --criteria");
	if (options_has(o, OPTION_SCORES))
		put_scores(o, p, &style, &out);
	else if (options_has(o, OPTION_JSON))
		presence_json(p, &out);
	else if (options_has(o, OPTION_CSV))
		presence_csv(p, &out);
	else
		presence_text(p, &style, &out);
	fwrite(out.p, 1, out.n, stdout);
	buf_close(&out);
	return true;
}

static bool
print_scored(const struct asking *a, struct presence_pair *p, struct err *err)
{
	struct score score = { .n = 0 };
	bool good;

	if (a->criteria != NULL) {
		score_make(a->criteria, presence_values(p->now),
		    presence_values(p->before), &score);
		p->score = &score;
	}
	good = print(a, p, err);
	score_close(&score);
	return good;
}

static bool
present(const struct asking *a, const struct store_site *s, struct err *err)
{
	struct presence_query q = { .now_s = a->o->now_s,
		.criteria = a->criteria };
	struct presence now = { .n_links = 0 }, before = { .n_links = 0 };
	struct presence_pair p = { &now, &before, NULL };
	struct presence_when when;
	bool good;

	if (!presence_when(a->o, zone_day_at(s->site->zone, q.now_s).day,
	    &when, err))
		return false;
	if ((int64_t)when.days.to - when.days.from >= AVAILABILITY_DAYS)
		return err_set(err, ERR_USAGE, "presence: at most 60 years");
	q.days = when.days;
	good = presence_load(s, &q, &now, err);
	q.days = when.before;
	q.alone = true;
	good = good && presence_load(s, &q, &before, err) &&
	    print_scored(a, &p, err);
	presence_close(&now);
	presence_close(&before);
	return good;
}

static bool
present_site(struct asking *a, struct workplace *w, const struct site *site,
    struct err *err)
{
	struct criteria criteria = { .n_sections = 0 };
	struct store_site s;
	bool known, any, good;

	if (!read_criteria(a->o, site, &criteria, &any, err))
		return false;
	a->criteria = any ? &criteria : NULL;
	good = db_begin_read(w->db, err) && known_site(w->db, site, &known,
	    &s, err);
	/* Of a site of which nothing is counted all is unknown. */
	if (good && !known)
		s = (struct store_site){ .db = w->db,
			.sealed = SITES_NOT_SEALED, .site = site };
	good = good && present(a, &s, err);
	db_rollback(w->db);
	criteria_close(&criteria);
	return good;
}

static bool
run(struct asking *a, struct err *err)
{
	struct workplace w = { .lock = -1 };
	size_t site;
	bool good = workplace_read(a->o, &w, err) &&
	    workplace_site(&w, a->o, &site, err) &&
	    present_site(a, &w, &w.settings.site[site], err);

	workplace_close(&w);
	return good;
}

int
cmd_presence(const struct cli *cli, int argc, char **argv)
{
	struct options o;
	struct asking a = { cli, &o, NULL };
	struct err err;

	if (!options_parse(cli, &set, (struct arguments){ argc, argv },
	    &o, &err))
		return cli_fail(&err);
	if (o.done)
		return 0;
	if (o.n_args > 0) {
		err_set(&err, ERR_USAGE, "presence %s: a period is given by "
		    "--month, --quarter, --half, --year or --from", o.arg[0]);
		return cli_fail(&err);
	}
	return run(&a, &err) ? 0 : cli_fail(&err);
}

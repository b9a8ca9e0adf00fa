/* SPDX-License-Identifier: MIT */
/* cmd_presence.c -- how present a site is: METRICS' P01 to P29 of any days. */
#include <stdio.h>

#include "cli/coarse.h"
#include "cli/known_site.h"
#include "cli/presence_when.h"
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
	    OPTION_BIT(NO_COLOR),
	.usage = "[-c FILE] [options]",
	.about = "How present a site is: whether it answered, which of its "
	    "sections did, what was\nnew, whom it reached; each value with "
	    "what it rests on, and beside that of the\nperiod before.  Without "
	    "a period: the last whole month.  --criteria names files\nor a "
	    "shipped set, whose sections, limits and scores apply.",
	.examples = "  truycap presence --month 2026-10\n"
	    "  truycap presence --quarter 2026-Q3 --calendar nd09 --json\n"
	    "  truycap presence --from 2026-10-05 --to 2026-10-11 --csv\n"
	    "  truycap presence --half 2026-H1 --criteria vn-department",
};

enum { WIDTH_MOST = 120 };

/* A shipped set by its name, or files with commas between them. */
static bool
read_criteria(const struct options *o, struct criteria *c, struct err *err)
{
	struct span rest = span_of(o->value[OPTION_CRITERIA]);

	while (rest.n > 0) {
		struct span name = span_trim(span_cut(&rest, ','));
		const struct criteria_shipped *shipped = NULL;
		struct buf path = { 0 };
		bool good = true;

		for (size_t i = 0; (shipped = criteria_shipped(i)) != NULL;
		    i++)
			if (span_eq(name, span_of(shipped->name)))
				break;
		buf_span(&path, name);
		if (shipped != NULL)
			good = criteria_add_text(c, shipped->text,
			    shipped->name, err);
		else if (name.n > 0)
			good = criteria_add_file(c, buf_text(&path), err);
		buf_close(&path);
		if (!good)
			return false;
	}
	return criteria_check(c, err);
}

struct asking {
	const struct cli *cli;
	const struct options *o;
	const struct criteria *criteria; /* or NULL */
};

static bool
print(const struct asking *a, const struct presence_pair *p, struct err *err)
{
	const char *lang = a->o->value[OPTION_LANG];
	struct presence_style style = { .width = terminal_width(WIDTH_MOST),
		.color = a->cli->color && !options_has(a->o, OPTION_NO_COLOR),
		.lang = lang_of(lang != NULL ? lang : p->now->site->lang) };
	struct buf out = { 0 };

	if (lang != NULL && strcmp(lang, "vi") != 0 && strcmp(lang, "en") != 0)
		return err_set(err, ERR_USAGE, "--lang %s: vi or en", lang);
	if (options_has(a->o, OPTION_JSON))
		presence_json(p, &out);
	else if (options_has(a->o, OPTION_CSV))
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
run(const struct asking *a, struct err *err)
{
	struct workplace w = { .lock = -1 };
	struct store_site s;
	size_t site;
	bool known, good = workplace_read(a->o, &w, err) &&
	    workplace_site(&w, a->o, &site, err);

	if (good) {
		good = db_begin_read(w.db, err) &&
		    known_site(w.db, &w.settings.site[site], &known, &s, err);
		/* Of a site of which nothing is counted all is unknown. */
		if (good && !known)
			s = (struct store_site){ .db = w.db,
				.sealed = SITES_NOT_SEALED,
				.site = &w.settings.site[site] };
		good = good && present(a, &s, err);
		db_rollback(w.db);
	}
	workplace_close(&w);
	return good;
}

int
cmd_presence(const struct cli *cli, int argc, char **argv)
{
	struct criteria criteria = { .n_sections = 0 };
	struct options o;
	struct asking a = { cli, &o, NULL };
	struct err err;
	bool good;

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
	good = !options_has(&o, OPTION_CRITERIA) ||
	    read_criteria(&o, &criteria, &err);
	if (good && options_has(&o, OPTION_CRITERIA))
		a.criteria = &criteria;
	good = good && run(&a, &err);
	criteria_close(&criteria);
	return good ? 0 : cli_fail(&err);
}

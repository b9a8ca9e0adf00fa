/* SPDX-License-Identifier: MIT */
/* cmd_update.c -- the whole cron job: count what is new, derive, seal, publish. */
#include <stdio.h>
#include <string.h>

#include "cli/counting.h"
#include "cli/files.h"
#include "cli/news.h"
#include "cli/version.h"
#include "cli/workplace.h"
#include "common/mem.h"
#include "publish/widget.h"
#include "store/baseline.h"
#include "store/ledger.h"
#include "store/retain.h"

static const struct option_set set = {
	.command = "update",
	.options = OPTION_BIT(CONFIG) | OPTION_BIT(NOW) | OPTION_BIT(THREADS) |
	    OPTION_BIT(ROBOTS) | OPTION_BIT(VERBOSE) |
	    OPTION_BIT(ACCEPT_DAMAGED) | OPTION_BIT(MAX_BYTES),
	.usage = "[-c FILE]",
	.about = "The whole cron job, under one lock: counts what is new in the "
	    "logs of all sites,\nderives the days that changed, seals those "
	    "that are over, and replaces the widgets'\nfiles.  Says nothing "
	    "when all is well.  Ends with 75 when another run is at work.",
	.examples = "  * * * * *  truycap update -c /etc/truycap/truycap.conf"
	    "          (crontab)\n  truycap update -c truycap.conf -v",
};

static bool
count_group(struct counting *c, const struct settings_group *g,
    struct news *news, struct err *err)
{
	struct file_list files = { 0 };
	bool good = true;

	for (size_t i = 0; good && i < g->n_patterns; i++) {
		size_t matched;

		good = files_glob(&files, &g->pattern[i], &matched, err);
		if (good && matched == 0 && g->pattern[i].live) {
			cli_warn("%s: no file matches", g->pattern[i].glob);
			news_note(news, ERR_NOINPUT);
		}
	}
	if (good) {
		files_longest_first(&files);

		struct counting_logs logs = { g->id, g->format, g->trusted,
			g->only, files.file, files.n };

		good = counting_group(c, &logs, err);
	}
	files_close(&files);
	return good;
}

/* How much there is to read, for who looks on. */
static void
expect(const struct workplace *w, struct progress *p)
{
	struct file_list files = { 0 };
	size_t matched;

	for (size_t i = 0; p->terminal && i < w->settings.n_groups; i++) {
		const struct settings_group *g = &w->settings.group[i];

		/* What is wrong with a pattern is told when its turn comes. */
		for (size_t k = 0; k < g->n_patterns; k++)
			files_glob(&files, &g->pattern[k], &matched, NULL);
	}
	for (size_t i = 0; i < files.n; i++)
		progress_expect(p, files.file[i].path);
	files_close(&files);
}

/* The configuration's opening balance, if it is not known yet. */
struct known {
	const struct settings_opening *opening;
	bool found;
};

static void
compare_balance(void *self, const struct baseline *b)
{
	struct known *k = self;

	k->found = k->found || (b->value == k->opening->value &&
	    b->as_of_day == k->opening->as_of_day &&
	    strcmp(b->unit, k->opening->unit) == 0);
}

static bool
enter_opening(struct workplace *w, const struct counting *c, size_t site,
    int64_t now_s, struct err *err)
{
	const struct settings_opening *o = &w->settings.opening[site];
	struct known k = { o, false };
	struct baseline b = { o->as_of_day, o->value, now_s, o->unit,
		"configuration", "", "" };

	if (!o->given)
		return true;
	if (!baseline_list(counting_site(c, site), compare_balance, &k, err))
		return false;
	return k.found || (db_begin(w->db, err) &&
	    baseline_add(counting_site(c, site), &b, err) &&
	    db_commit(w->db, err));
}

static bool
seal(struct workplace *w, struct counting *c, int64_t now_s, struct err *err)
{
	size_t n = w->settings.n_sites;
	int64_t *newest_s = mem_new(n * sizeof(*newest_s));
	bool good = true;

	for (size_t i = 0; good && i < n; i++) {
		struct workplace_extent x;

		good = workplace_extent(w, i, now_s, &x, err);
		newest_s[i] = x.newest_s;
	}
	good = good && counting_seal(c, newest_s, 0, err);
	mem_free(newest_s);
	return good;
}

/* One site's trouble is not another's. */
static void
publish(const struct workplace *w, int64_t now_s, struct news *news)
{
	struct workplace_clock clock = { now_s, now_s };

	for (size_t i = 0; i < w->settings.n_sites; i++) {
		const struct site *s = &w->settings.site[i];
		struct widget_figures f;
		struct err err;
		int changed = 0;

		if (s->widget_dir == NULL)
			continue;
		if (!workplace_figures(w, i, &clock, &f, &err) ||
		    !widget_publish(s, &f, &changed, &err)) {
			cli_warn("site %s: %s", s->id, err.text);
			news_note(news, err.code);
		} else if (news->verbose) {
			cli_say("%s: %d files replaced", s->widget_dir,
			    changed);
		}
	}
}

static bool
record(const struct workplace *w, const struct counting *c, int64_t now_s,
    struct err *err)
{
	char robots[200];
	struct ledger_run run = { now_s, (int64_t)counting_lines(c),
		(int64_t)counting_files(c), robots, VERSION };

	const struct robots *list = w->lists.robots;

	/* Whatever the names, the hash fits. */
	snprintf(robots, sizeof(robots), "%.80s%s%.41s sha256:%s",
	    robots_name(list), robots_version(list)[0] != '\0' ? " " : "",
	    robots_version(list), robots_sha256(list));
	return db_begin(w->db, err) && ledger_run_add(w->db, &run, err) &&
	    db_commit(w->db, err);
}

/* Once a day: what is older than it is to be kept so finely. */
static bool
retain(struct workplace *w, const struct counting *c, int64_t now_s,
    struct err *err)
{
	struct retained sum = { 0 };
	bool due = false, good = retain_due(w->db, now_s, &due, err);

	for (size_t i = 0; good && due && i < w->settings.n_sites; i++)
		good = retain_site(counting_site(c, i), now_s, &sum, err);
	return good && (!due || retain_end(w->db, now_s, &sum, err));
}

static bool
update(struct workplace *w, struct counting *c, int64_t now_s,
    struct news *news, struct err *err)
{
	progress_open(&news->progress, news->verbose);
	expect(w, &news->progress);
	for (size_t i = 0; i < w->settings.n_groups; i++)
		if (!count_group(c, &w->settings.group[i], news, err))
			return false;
	if (!counting_derive(c, err))
		return false;
	for (size_t i = 0; i < w->settings.n_sites; i++)
		if (!enter_opening(w, c, i, now_s, err))
			return false;
	if (!seal(w, c, now_s, err) || !record(w, c, now_s, err))
		return false;
	publish(w, now_s, news);
	if (!retain(w, c, now_s, err))
		return false;
	progress_end(&news->progress, counting_lines(c), counting_files(c));
	return true;
}

int
cmd_update(const struct cli *cli, int argc, char **argv)
{
	struct workplace w = { .lock = -1 };
	struct counting *c = NULL;
	struct options o;
	struct err err;

	if (!options_parse(cli, &set, (struct arguments){ argc, argv },
	    &o, &err))
		return cli_fail(&err);
	if (o.done)
		return 0;
	if (o.n_args > 0) {
		err_set(&err, ERR_USAGE, "update takes no files; truycap "
		    "ingest does");
		return cli_fail(&err);
	}

	struct news news = { .verbose = options_has(&o, OPTION_VERBOSE) };
	struct counting_plan plan = { .now_s = o.now_s, .tell = news_tell,
		.self = &news, .progress = &news.progress,
		.accept_damaged = options_has(&o, OPTION_ACCEPT_DAMAGED) };
	bool good = threads_of(cli, &o, &plan.threads, &err) &&
	    workplace_write(&o, &w, &err);

	if (good) {
		plan.db = w.db;
		plan.site = w.settings.site;
		plan.n_sites = w.settings.n_sites;
		plan.lists = &w.lists.lists;
		plan.max_bytes = w.settings.max_file_bytes;
		plan.max_s = w.settings.max_file_s;
		good = options_bytes(&o, OPTION_MAX_BYTES, &plan.max_bytes,
		    &err) && counting_open(&plan, &c, &err) &&
		    update(&w, c, o.now_s, &news, &err);
	}
	counting_close(c);
	workplace_close(&w);
	return good ? (int)news.first : cli_fail(&err);
}

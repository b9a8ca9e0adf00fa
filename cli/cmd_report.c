/* SPDX-License-Identifier: MIT */
/* cmd_report.c -- one look at some logs: a store in memory, and the same road as update. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "aggregate/figures.h"
#include "cli/counting.h"
#include "cli/files.h"
#include "cli/one_site.h"
#include "common/mem.h"
#include "publish/report.h"
#include "store/ledger.h"
#include "store/tops.h"

static const struct option_set set = {
	.command = "report",
	.options = ONE_SITE_OPTIONS | OPTION_BIT(NOW) | OPTION_BIT(THREADS) |
	    OPTION_BIT(JSON) | OPTION_BIT(LANG) | OPTION_BIT(NO_COLOR) |
	    OPTION_BIT(ACCEPT_DAMAGED),
	.usage = "[options] LOG...",
	.about = "One look at some logs: no configuration, no database kept.  "
	    "Files may be plain or\ngzip, in any order, and the same content "
	    "given twice counts once; - is standard\ninput.  All files given "
	    "are taken as complete.",
	.examples = "  truycap report /var/log/nginx/access.log*\n"
	    "  truycap report --tz Asia/Ho_Chi_Minh --json access.log.*.gz\n"
	    "  zcat old.gz | truycap report --format combined -",
};

enum { TOP_ROWS = 10 };

/* What the files told. */
struct trouble {
	struct err first; /* the status to end with, if nothing was counted */
	size_t n;
};

static void
tell(void *self, const char *path, enum ingest_result result,
    const struct err *err)
{
	struct trouble *t = self;

	switch (result) {
	case INGEST_COUNTED:
	case INGEST_UNCHANGED:
	case INGEST_COPY:
		return;
	case INGEST_FAILED:
	case INGEST_REFUSED:
		cli_warn("%s", err->text);
		if (t->n++ == 0)
			t->first = *err;
		return;
	case INGEST_EMPTY:
		cli_warn("%s: is empty", path);
		return;
	case INGEST_DAMAGED:
		if (t->n++ == 0)
			err_set(&t->first, ERR_DATA, "%s: %s", path,
			    ingest_result_why(result));
		/* fall through */
	default:
		cli_warn("%s: %s: %s", path, ingest_result_name(result),
		    ingest_result_why(result));
	}
}

static int
terminal_width(void)
{
	struct winsize w;

	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &w) != 0 || w.ws_col < 60)
		return 80;
	return w.ws_col < 100 ? w.ws_col : 100;
}

static void
write_report(const struct cli *cli, const struct options *o,
    const struct site *site, const struct report_figures *f)
{
	struct report_style style = { .width = terminal_width(),
		.lang = strcmp(site->lang, "vi") == 0 ? LANG_VI : LANG_EN,
		.color = cli->color && !options_has(o, OPTION_NO_COLOR) };
	struct buf out = { 0 };

	if (options_has(o, OPTION_JSON))
		report_json(f, &out);
	else
		report_terminal(f, &style, &out);
	fwrite(out.p, 1, out.n, stdout);
	buf_close(&out);
}

static bool
load_tops(struct db *db, const struct store_site *s, enum top_kind kind,
    struct arena *arena, struct report_top *out, size_t *n, struct err *err)
{
	struct top_query q = { kind, INT32_MIN, INT32_MAX, TOP_ROWS };
	struct top top[TOP_ROWS];

	if (!tops_list(db, s, &q, arena, top, n, err))
		return false;
	for (size_t i = 0; i < *n; i++)
		out[i] = (struct report_top){ top[i].text, top[i].n };
	return true;
}

/* The figures of all that was counted. */
static bool
publish(const struct cli *cli, const struct options *o, struct db *db,
    const struct counting *c, const struct robots *robots, struct err *err)
{
	const struct store_site *s = counting_site(c, 0);
	struct report_top pages[TOP_ROWS], entries[TOP_ROWS];
	struct report_figures f = { .site = s->site->name,
		.zone = s->site->zone, .now_s = o->now_s,
		.gap_s = s->site->visit_gap_s,
		.window_s = s->site->online_window_s,
		.files = (int64_t)counting_files(c),
		.pages = pages, .entries = entries,
		.robots = robots_name(robots),
		.robots_sha256 = robots_sha256(robots) };
	struct day_outcomes outcomes;
	struct day_figures *day = NULL;
	struct arena arena = { 0 };
	bool good = figures_days(db, s, INT32_MIN, INT32_MAX, o->now_s, &day,
	    &f.n_days, err) &&
	    ledger_classes(db, NULL, f.classes, err) &&
	    days_outcomes(db, s, INT32_MIN, INT32_MAX, &outcomes, err) &&
	    load_tops(db, s, TOP_PAGES, &arena, pages, &f.n_pages, err) &&
	    load_tops(db, s, TOP_ENTRIES, &arena, entries, &f.n_entries, err);

	if (good) {
		f.day = day;
		memcpy(f.outcomes, outcomes.outcome, sizeof(f.outcomes));
		write_report(cli, o, s->site, &f);
	}
	mem_free(day);
	arena_close(&arena);
	return good;
}

static bool
count(const struct options *o, const struct one_site *one, struct counting *c,
    struct err *err)
{
	struct file_list files = { 0 };

	for (int i = 0; i < o->n_args; i++)
		files_add(&files, o->arg[i], NULL, false);
	files_longest_first(&files);

	struct counting_logs logs = { "report", one->site.format, 0,
		files.file, files.n };
	bool good = counting_group(c, &logs, err) && counting_derive(c, err);

	files_close(&files);
	return good;
}

static bool
report(const struct cli *cli, const struct options *o,
    const struct one_site *one, struct trouble *trouble, struct err *err)
{
	struct counting_plan plan = { .site = &one->site, .n_sites = 1,
		.robots = one->robots, .now_s = o->now_s, .complete = true,
		.accept_damaged = options_has(o, OPTION_ACCEPT_DAMAGED),
		.threads = one->threads, .tell = tell, .self = trouble };
	struct counting *c = NULL;
	bool good = db_open(NULL, DB_WRITE, &plan.db, err) &&
	    counting_open(&plan, &c, err) && count(o, one, c, err);

	/* Nothing at all could be read: that is the answer. */
	if (good && trouble->n == counting_files(c)) {
		*err = trouble->first;
		good = false;
		err->text[0] = '\0'; /* said already */
	}
	good = good && publish(cli, o, plan.db, c, one->robots, err);
	counting_close(c);
	db_close(plan.db);
	return good;
}

int
cmd_report(const struct cli *cli, int argc, char **argv)
{
	struct trouble trouble = { .n = 0 };
	struct one_site one = { 0 };
	struct options o;
	struct err err;
	bool done, good;

	if (!options_parse(cli, &set, argc, argv, &o, &done, &err))
		return cli_fail(&err);
	if (done)
		return 0;
	if (o.n_args == 0) {
		err_set(&err, ERR_USAGE, "report: which logs? see truycap "
		    "report --help");
		return cli_fail(&err);
	}
	good = one_site_open(cli, &o, &one, &err) &&
	    report(cli, &o, &one, &trouble, &err);
	one_site_close(&one);
	if (!good && err.text[0] != '\0')
		return cli_fail(&err);
	if (!good)
		return (int)err.code;
	return trouble.n > 0 ? (int)trouble.first.code : 0;
}

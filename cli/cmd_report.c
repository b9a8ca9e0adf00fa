/* SPDX-License-Identifier: MIT */
/* cmd_report.c -- one look at some logs: a store in memory, and the same road as update. */
#include <stdio.h>
#include <stdlib.h>

#include "aggregate/figures.h"
#include "cli/counting.h"
#include "cli/drawing.h"
#include "cli/files.h"
#include "cli/one_site.h"
#include "cli/report_dir.h"
#include "cli/report_store.h"
#include "cli/report_when.h"
#include "cli/terminal.h"
#include "common/mem.h"
#include "publish/report.h"
#include "store/ledger.h"
#include "store/tallies.h"

static const struct option_set set = {
	.command = "report",
	.options = ONE_SITE_OPTIONS | OPTION_BIT(NOW) | OPTION_BIT(THREADS) |
	    OPTION_BIT(JSON) | OPTION_BIT(LANG) | OPTION_BIT(NO_COLOR) |
	    OPTION_BIT(ACCEPT_DAMAGED) | OPTION_BIT(MAX_BYTES) |
	    OPTION_BIT(VERBOSE) | REPORT_STORE_OPTIONS,
	.usage = "[options] LOG... | [-c FILE] [PERIOD] -o DIR",
	.about = "One look at some logs: no configuration, no database kept.  "
	    "Files may be plain or\ncompressed, in any order, and the same content "
	    "given twice counts once; - is standard\ninput.  All files given "
	    "are taken as complete.  With -o the report is written as HTML\n"
	    "files, one a month.\n\nWithout logs: the HTML report of a period of each "
	    "configured site, or of one, from\nwhat was counted, into DIR/SITE.  PERIOD is "
	    "--month, --week, --quarter, --year, or --from and --to;\nthis month "
	    "where nothing is said.",
	.examples = "  truycap report /var/log/nginx/access.log*\n"
	    "  truycap report --tz Asia/Ho_Chi_Minh --json access.log.*.gz\n"
	    "  zcat old.gz | truycap report --format combined -\n"
	    "  truycap report --lang vi -o bao-cao access.log*\n"
	    "  truycap report --month 2026-10 -c truycap.conf -o bao-cao",
};

enum { TOP_ROWS = 10, DIM_KEYS = 100, WIDTH_MOST = 100 };

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
	case INGEST_LIMIT:
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

static void
write_report(const struct cli *cli, const struct options *o,
    const struct site *site, const struct report_figures *f)
{
	struct report_style style = { .width = terminal_width(WIDTH_MOST),
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

/* Names for the page, in the arena of the list. */
struct top_names {
	struct tallies list;
	struct report_top row[TOP_ROWS];
};

static bool
load_names(const struct store_site *s, const struct tallies_query *q,
    struct top_names *out, struct err *err)
{
	if (!tallies_list(s, q, &out->list, err))
		return false;
	for (size_t i = 0; i < out->list.n; i++)
		out->row[i] = (struct report_top){ out->list.tally[i].key.p,
			out->list.tally[i].n[q->order] };
	return true;
}

static bool
load_figures(const struct store_site *s, int64_t now_s,
    struct report_figures *f, struct day_list *days, struct err *err)
{
	struct day_outcomes outcomes;

	if (!figures_days(s, PERIOD_ALL, now_s, days, err) ||
	    !ledger_classes(s->db, NULL, f->classes, err) ||
	    !days_outcomes(s, PERIOD_ALL, &outcomes, err))
		return false;
	f->day = days->day;
	f->n_days = days->n;
	memcpy(f->outcomes, outcomes.outcome, sizeof(f->outcomes));
	return true;
}

/* As HTML, a file a month. */
static bool
write_pages(const struct cli *cli, const struct options *o,
    const struct counting *c, const struct one_site *one, struct err *err)
{
	struct drawing_place drawing;
	struct pdf_maker pdf;
	struct report_dir d = { .path = o->value[OPTION_OUTPUT],
		.tools = &drawing.tools,
		.lang = lang_of(one->site.lang), .now_s = o->now_s,
		.public = options_has(o, OPTION_PUBLIC),
		.tell = cli->terminal || options_has(o, OPTION_VERBOSE),
		.robots = robots_name(one->lists.robots),
		.robots_sha256 = robots_sha256(one->lists.robots) };

	bool good;

	drawing_open(&drawing, o->now_s);
	pdf_find(&pdf, drawing.tools.scratch);
	d.pdf = options_has(o, OPTION_PDF) ? &pdf : NULL;
	good = (d.pdf == NULL || pdf_ready(d.pdf, err)) &&
	    report_dir_write_all(&d, counting_site(c, 0), err);
	pdf_close(&pdf);
	drawing_close(&drawing);
	return good;
}

/* The figures of all that was counted. */
static bool
publish(const struct cli *cli, const struct options *o,
    const struct counting *c, const struct one_site *one, struct err *err)
{
	const struct store_site *s = counting_site(c, 0);
	struct top_names pages = { .list.n = 0 }, entries = { .list.n = 0 };
	struct day_list days = { NULL, 0 };
	struct dims dims = { .of = { { .n = 0 } } };
	struct report_figures f = { .site = s->site->name[0] != '\0' ?
		s->site->name : s->site->id,
		.zone = s->site->zone, .now_s = o->now_s,
		.gap_s = s->site->visit_gap_s,
		.window_s = s->site->online_window_s,
		.files = (int64_t)counting_files(c),
		.pages = pages.row, .entries = entries.row,
		.dims = &dims,
		.robots = robots_name(one->lists.robots),
		.robots_sha256 = robots_sha256(one->lists.robots) };
	struct period due = { INT32_MIN,
		zone_day_at(s->site->zone, o->now_s).day };
	bool good = load_figures(s, o->now_s, &f, &days, err) &&
	    dims_load(s, due, DIM_KEYS, &dims, err) &&
	    load_names(s, &(struct tallies_query){ DIM_PAGE,
	    due, TALLY_PAGES, TOP_ROWS }, &pages, err) &&
	    load_names(s, &(struct tallies_query){ DIM_ENTRY,
	    due, TALLY_VISITS, TOP_ROWS }, &entries, err);

	f.n_pages = pages.list.n;
	f.n_entries = entries.list.n;
	if (good)
		write_report(cli, o, s->site, &f);
	mem_free(days.day);
	tallies_close(&pages.list);
	tallies_close(&entries.list);
	dims_close(&dims);
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

	struct counting_logs logs = { "report", one->site.format, NULL, 0,
		files.file, files.n };
	bool good = counting_group(c, &logs, err) && counting_derive(c, err);

	files_close(&files);
	return good;
}

static bool
report(const struct cli *cli, const struct options *o,
    const struct one_site *one, struct trouble *trouble, struct err *err)
{
	struct progress progress;
	struct counting_plan plan = { .site = &one->site, .n_sites = 1,
		.lists = &one->lists.lists, .now_s = o->now_s, .complete = true,
		.accept_damaged = options_has(o, OPTION_ACCEPT_DAMAGED),
		.threads = one->threads, .tell = tell, .self = trouble,
		.progress = &progress, .max_s = INGEST_MAX_S };
	struct counting *c = NULL;

	progress_open(&progress, options_has(o, OPTION_VERBOSE));
	for (int i = 0; i < o->n_args; i++)
		progress_expect(&progress, o->arg[i]);

	bool good = options_bytes(o, OPTION_MAX_BYTES, &plan.max_bytes, err) &&
	    db_open(NULL, DB_WRITE, &plan.db, err) &&
	    counting_open(&plan, &c, err) && count(o, one, c, err);

	/* Nothing at all could be read: that is the answer. */
	if (good && trouble->n == counting_files(c)) {
		*err = trouble->first;
		good = false;
		err->text[0] = '\0'; /* said already */
	}
	if (good)
		progress_end(&progress, counting_lines(c), counting_files(c));
	good = good && (options_has(o, OPTION_OUTPUT) ? write_pages : publish)(
	    cli, o, c, one, err);
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
	bool good;

	if (!options_parse(cli, &set, (struct arguments){ argc, argv },
	    &o, &err))
		return cli_fail(&err);
	if (o.done)
		return 0;
	if (o.n_args == 0 && (options_has(&o, OPTION_OUTPUT) ||
	    report_when_asked(&o)))
		return report_store(cli, &o, &err) ? 0 : cli_fail(&err);
	if (o.n_args == 0) {
		err_set(&err, ERR_USAGE, "report: which logs? see truycap "
		    "report --help");
		return cli_fail(&err);
	}
	good = report_logs_only(&o, &err) &&
	    one_site_open(cli, &o, &one, &err) &&
	    report(cli, &o, &one, &trouble, &err);
	one_site_close(&one);
	if (!good && err.text[0] != '\0')
		return cli_fail(&err);
	if (!good)
		return (int)err.code;
	return trouble.n > 0 ? (int)trouble.first.code : 0;
}

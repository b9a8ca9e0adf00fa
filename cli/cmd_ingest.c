/* SPDX-License-Identifier: MIT */
/* cmd_ingest.c -- files that no pattern names: older logs, another server's, archives. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/counting.h"
#include "cli/files.h"
#include "cli/news.h"
#include "cli/workplace.h"
#include "common/mem.h"
#include "common/tight.h"
#include "ingest/peek.h"
#include "store/ledger.h"

static const struct option_set set = {
	.command = "ingest",
	.options = OPTION_BIT(CONFIG) | OPTION_BIT(SITE) | OPTION_BIT(NOW) |
	    OPTION_BIT(THREADS) | OPTION_BIT(ROBOTS) | OPTION_BIT(BACKFILL) |
	    OPTION_BIT(ACCEPT_DAMAGED) | OPTION_BIT(MAX_BYTES) |
	    OPTION_BIT(VERBOSE),
	.usage = "[-c FILE] [--site ID] [--backfill] LOG...",
	.about = "Counts these files for a site (or a [log] group of that "
	    "name).  Content that was\ncounted before, under whatever name, "
	    "is not counted again.\n\nWith --backfill the files are taken as "
	    "complete and read in the order of\ntheir first lines, and days are "
	    "sealed 48 h of log time behind: an archive of years\nneeds "
	    "little memory.  A file whose lines jump back by days loses "
	    "these as late.\nDays that are sealed already take no more lines: those "
	    "count as late.",
	.examples = "  truycap ingest -c truycap.conf --site skhcn "
	    "/srv/old/access.log.*.gz\n"
	    "  truycap ingest -c truycap.conf --site skhcn --backfill "
	    "/archive/*/access-*.gz",
};

/* So much of a back-fill is one transaction. */
enum { BATCH_FILES = TIGHT_OR(64, 3) };
#define BATCH_BYTES (UINT64_C(512) << 20)

struct archive {
	struct counting_file file;
	struct peek peek;
};

static int
by_time_then_content(const void *pa, const void *pb)
{
	const struct archive *a = pa, *b = pb;

	if (a->peek.known != b->peek.known)
		return a->peek.known ? -1 : 1;
	if (a->peek.first_s != b->peek.first_s)
		return a->peek.first_s < b->peek.first_s ? -1 : 1;
	return memcmp(a->peek.hash.b, b->peek.hash.b, sizeof(a->peek.hash.b));
}

/* How many of n archives are read at once.  By the archives alone: what comes late must
 * not depend on the threads. */
static size_t
batch_of(const struct archive *a, size_t n)
{
	uint64_t bytes = a[0].peek.weight;
	size_t k = 1;

	while (k < n && k < BATCH_FILES && bytes <= BATCH_BYTES &&
	    a[k].peek.weight <= BATCH_BYTES - bytes)
		bytes += a[k++].peek.weight;
	return k;
}

/* Some archives after the others, days sealing behind the lowest start still unread; or, as
 * nothing follows the last one, behind its own. */
static bool
backfill(struct counting *c, const struct settings_group *g,
    const struct archive *a, size_t n, struct err *err)
{
	struct counting_file *file = mem_new(n * sizeof(*file));
	bool good = true;

	for (size_t i = 0; i < n; i++)
		file[i] = a[i].file;
	for (size_t i = 0, k; good && i < n; i += k) {
		k = batch_of(a + i, n - i);

		const struct peek *next = &a[i + k < n ? i + k : n - 1].peek;
		struct counting_logs logs = { g->id, g->format, g->trusted,
			g->only, &file[i], k };

		good = counting_hold(c, err) &&
		    counting_group(c, &logs, err) && counting_derive(c, err);
		if (good && next->known && n > 1)
			good = counting_seal(c, NULL, next->first_s, err);
		good = good && counting_settle(c, err);
	}
	mem_free(file);
	return good;
}

static bool
count_archives(struct workplace *w, const struct options *o,
    struct counting *c, const struct settings_group *g, struct err *err)
{
	size_t n = (size_t)o->n_args;
	struct archive *a = mem_new(n * sizeof(*a));

	for (size_t i = 0; i < n; i++) {
		a[i].file = (struct counting_file){ o->arg[i], NULL, false, 0 };
		/* A file that cannot be read is told when its turn comes. */
		peek_file(db_keys(w->db), o->arg[i], g->format, &a[i].peek,
		    NULL);
	}
	if (n > 1)
		qsort(a, n, sizeof(*a), by_time_then_content);

	bool good = backfill(c, g, a, n, err);

	mem_free(a);
	return good;
}

static bool
count_files(const struct options *o, struct counting *c,
    const struct settings_group *g, struct err *err)
{
	struct file_list files = { 0 };

	for (int i = 0; i < o->n_args; i++)
		files_add(&files, o->arg[i], NULL, true);
	files_longest_first(&files);

	struct counting_logs logs = { g->id, g->format, g->trusted, g->only,
		files.file, files.n };
	bool good = counting_group(c, &logs, err) && counting_derive(c, err);

	files_close(&files);
	return good;
}

static bool
find_group(const struct workplace *w, const struct options *o,
    const struct settings_group **out, struct err *err)
{
	const char *id = o->value[OPTION_SITE];

	if (id == NULL && w->settings.n_groups == 1) {
		*out = &w->settings.group[0];
		return true;
	}
	for (size_t i = 0; id != NULL && i < w->settings.n_groups; i++)
		if (strcmp(w->settings.group[i].id, id) == 0) {
			*out = &w->settings.group[i];
			return true;
		}
	return err_set(err, ERR_USAGE, id == NULL ?
	    "ingest: whose logs? say --site" :
	    "ingest: --site: no site or log group of that name has logs");
}

/* Lines for sealed days are reported: they change no figure. */
static bool
warn_of_late(struct db *db, const int64_t *before, struct err *err)
{
	int64_t after[CLASS__MAX];

	if (!ledger_classes(db, NULL, after, err))
		return false;
	if (after[CLASS_LATE] > before[CLASS_LATE])
		cli_warn("%lld lines came late: their days are sealed",
		    (long long)(after[CLASS_LATE] - before[CLASS_LATE]));
	return true;
}

static bool
ingest(struct workplace *w, const struct options *o,
    struct counting_plan *plan, struct err *err)
{
	const struct settings_group *g = NULL;
	struct counting *c = NULL;
	int64_t before[CLASS__MAX];

	plan->db = w->db;
	plan->site = w->settings.site;
	plan->n_sites = w->settings.n_sites;
	plan->lists = &w->lists.lists;
	plan->max_bytes = w->settings.max_file_bytes;
	plan->max_s = w->settings.max_file_s;
	plan->backfill = plan->complete = options_has(o, OPTION_BACKFILL);

	bool good = options_bytes(o, OPTION_MAX_BYTES, &plan->max_bytes, err) &&
	    find_group(w, o, &g, err) &&
	    counting_open(plan, &c, err) &&
	    ledger_classes(w->db, NULL, before, err) &&
	    (plan->backfill ? count_archives(w, o, c, g, err) :
	    count_files(o, c, g, err)) &&
	    warn_of_late(w->db, before, err);

	if (good)
		progress_end(plan->progress, counting_lines(c),
		    counting_files(c));
	counting_close(c);
	return good;
}

int
cmd_ingest(const struct cli *cli, int argc, char **argv)
{
	struct workplace w = { .lock = -1 };
	struct options o;
	struct err err;

	if (!options_parse(cli, &set, (struct arguments){ argc, argv },
	    &o, &err))
		return cli_fail(&err);
	if (o.done)
		return 0;
	if (o.n_args == 0) {
		err_set(&err, ERR_USAGE, "ingest: which logs?");
		return cli_fail(&err);
	}

	for (int i = 0; i < o.n_args; i++)
		if (strcmp(o.arg[i], "-") == 0) {
			err_set(&err, ERR_USAGE, "ingest: standard input "
			    "cannot be told from a copy of it; give a file");
			return cli_fail(&err);
		}

	struct news news = { .verbose = options_has(&o, OPTION_VERBOSE) };
	struct counting_plan plan = { .now_s = o.now_s, .tell = news_tell,
		.self = &news, .progress = &news.progress,
		.accept_damaged = options_has(&o, OPTION_ACCEPT_DAMAGED) };

	progress_open(&news.progress, news.verbose);
	for (int i = 0; i < o.n_args; i++)
		progress_expect(&news.progress, o.arg[i]);

	bool good = threads_of(cli, &o, &plan.threads, &err) &&
	    workplace_write(&o, &w, &err) && ingest(&w, &o, &plan, &err);

	workplace_close(&w);
	return good ? (int)news.first : cli_fail(&err);
}

/* SPDX-License-Identifier: MIT */
/* cmd_rank.c -- places in rankings that others publish, entered and listed. */
#include <string.h>

#include "cli/known_site.h"
#include "cli/rank_list.h"
#include "cli/workplace.h"
#include "common/civil.h"
#include "common/hash.h"
#include "publish/ranks.h"
#include "store/events.h"

static const struct option_set set = {
	.command = "rank",
	.options = OPTION_BIT(CONFIG) | OPTION_BIT(SITE) | OPTION_BIT(INDEX) |
	    OPTION_BIT(YEAR) | OPTION_BIT(RANK) | OPTION_BIT(OF) |
	    OPTION_BIT(POPULATION) | OPTION_BIT(SOURCE) | OPTION_BIT(NOTE) |
	    OPTION_BIT(BY) | OPTION_BIT(JSON) | OPTION_BIT(CSV) |
	    OPTION_BIT(NOW),
	.usage = "add|list|remove [-c FILE] [options]",
	.about = "add:    enters a place in a ranking: needs --index, --year, "
	    "--rank, --of and --source,\n        the file that says so, whose "
	    "SHA-256 is kept.  A year that is entered again is\n        a new "
	    "revision, and the last one holds.\n"
	    "list:   the ranks of all sites, or of one, with their positions: "
	    "(of - rank)/(of - 1),\n        1 for the first and 0 for the "
	    "last.  Ranks of years in which another number\n        of units "
	    "was ranked are compared by position, and marked.\n"
	    "remove: takes the year of an index out (--index, --year); an event "
	    "keeps what it was.",
	.examples = "  truycap rank add -c truycap.conf --index CCHC "
	    "--year 2016 --rank 13 --of 19 \\\n      --population \"sở, "
	    "ngành\" --source cong-bo-2016.pdf --by \"Nguyen Van A\"\n"
	    "  truycap rank list -c truycap.conf --csv",
};

static bool
need(const struct options *o, const enum opt *id, const char *const *name,
    struct err *err)
{
	for (int i = 0; name[i] != NULL; i++)
		if (!options_has(o, id[i]))
			return err_set(err, ERR_USAGE, "rank %s: --%s is "
			    "missing; see truycap rank --help", o->arg[0],
			    name[i]);
	return true;
}

static const char *
text_of(const struct options *o, enum opt id)
{
	return options_has(o, id) ? o->value[id] : "";
}

static bool
read_year(const struct options *o, int *year, struct err *err)
{
	int64_t n = 0;

	if (!options_text(o, OPTION_INDEX, err) ||
	    !options_number(o, OPTION_YEAR, (struct options_range){
	    RANK_YEAR_LEAST, RANK_YEAR_MOST }, &n, err))
		return false;
	*year = (int)n;
	return true;
}

/* The record as the options tell it. */
static bool
read_rank(const struct options *o, struct rank *r, char sha256[65],
    struct err *err)
{
	static const enum opt id[] = { OPTION_INDEX, OPTION_YEAR, OPTION_RANK,
		OPTION_OF, OPTION_SOURCE };
	static const char *const name[] = { "index", "year", "rank", "of",
		"source", NULL };

	if (!need(o, id, name, err))
		return false;
	*r = (struct rank){ .index = text_of(o, OPTION_INDEX),
		.population = text_of(o, OPTION_POPULATION),
		.source = text_of(o, OPTION_SOURCE), .sha256 = sha256,
		.note = text_of(o, OPTION_NOTE), .by = text_of(o, OPTION_BY),
		.recorded_s = o->now_s };
	if (!read_year(o, &r->year, err) ||
	    !options_number(o, OPTION_OF,
	    (struct options_range){ 2, RANK_MOST }, &r->of, err) ||
	    !options_number(o, OPTION_RANK,
	    (struct options_range){ 1, RANK_MOST }, &r->rank, err))
		return false;
	if (r->rank > r->of)
		return err_set(err, ERR_USAGE, "--rank %lld: of %lld none is "
		    "behind the last", (long long)r->rank, (long long)r->of);
	return options_text(o, OPTION_SOURCE, err) &&
	    options_text(o, OPTION_POPULATION, err) &&
	    options_text(o, OPTION_NOTE, err) &&
	    options_text(o, OPTION_BY, err) &&
	    hash_sha256_file_hex(r->source, sha256, err);
}

static bool
begin(const struct options *o, struct workplace *w, struct store_site *s,
    struct err *err)
{
	size_t site;

	return workplace_write(o, w, err) &&
	    workplace_site(w, o, &site, err) && db_begin(w->db, err) &&
	    sites_open(w->db, &w->settings.site[site], true, s, err);
}

/* What is allowed, but makes ranks of two years two things. */
static void
warn(const struct ranks *all, const struct rank *r)
{
	for (size_t i = 0; i < all->n; i++) {
		const struct ranks_row *row = &all->row[i];

		if (strcmp(row->rank.index, r->index) == 0 &&
		    row->rank.year != r->year && row->rank.of != r->of) {
			cli_warn("%lld are ranked here, and %lld in %d: compare "
			    "positions, not ranks", (long long)r->of,
			    (long long)row->rank.of, row->rank.year);
			return;
		}
	}
}

static bool
add(const struct options *o, struct err *err)
{
	struct workplace w = { .lock = -1 };
	struct ranks all = { .n = 0 };
	struct store_site stored;
	struct rank r;
	char sha256[65];
	bool good = read_rank(o, &r, sha256, err) &&
	    begin(o, &w, &stored, err);

	if (good && r.year > civil_date(zone_day_at(stored.site->zone,
	    o->now_s).day).year)
		good = err_set(err, ERR_USAGE, "--year %d: a year ahead of the "
		    "clock", r.year);
	good = good && rank_add(&stored, &r, err) &&
	    ranks_load(&stored, &all, err) && db_commit(w.db, err);
	if (good)
		warn(&all, &r);
	ranks_close(&all);
	workplace_close(&w);
	return good;
}

static const struct rank *
find(const struct ranks *all, const char *index, int year)
{
	for (size_t i = 0; i < all->n; i++)
		if (strcmp(all->row[i].rank.index, index) == 0 &&
		    all->row[i].rank.year == year)
			return &all->row[i].rank;
	return NULL;
}

static bool
take_out(const struct options *o, const struct store_site *s,
    const struct rank *r, struct err *err)
{
	struct event e = { .at_s = o->now_s, .what = "rank" };
	struct buf detail = { 0 };
	struct rank now = *r;
	int64_t n;
	bool good;

	now.recorded_s = o->now_s;
	good = rank_remove(s, &now, &n, err);

	buf_printf(&detail, "removed: %s, %s %d: %lld of %lld, sha256:%s, "
	    "revisions: %lld", s->site->id, r->index, r->year,
	    (long long)r->rank, (long long)r->of, r->sha256, (long long)n);
	if (options_has(o, OPTION_BY))
		buf_printf(&detail, ", by %s", o->value[OPTION_BY]);
	e.detail = buf_text(&detail);
	good = good && event_add(s->db, &e, err) && db_commit(s->db, err);
	buf_close(&detail);
	return good;
}

static bool
remove_rank(const struct options *o, struct err *err)
{
	static const enum opt id[] = { OPTION_INDEX, OPTION_YEAR };
	static const char *const name[] = { "index", "year", NULL };
	struct workplace w = { .lock = -1 };
	struct ranks all = { .n = 0 };
	const struct rank *r = NULL;
	struct store_site stored;
	int year;
	bool good = need(o, id, name, err) && read_year(o, &year, err) &&
	    options_text(o, OPTION_BY, err) && begin(o, &w, &stored, err) &&
	    ranks_load(&stored, &all, err);

	if (good && (r = find(&all, o->value[OPTION_INDEX], year)) == NULL)
		good = err_set(err, ERR_NOINPUT, "rank remove: site %s has no "
		    "rank of %s in %d", stored.site->id,
		    o->value[OPTION_INDEX], year);
	good = good && take_out(o, &stored, r, err);
	ranks_close(&all);
	workplace_close(&w);
	return good;
}

int
cmd_rank(const struct cli *cli, int argc, char **argv)
{
	struct options o;
	struct err err;
	const char *verb;
	bool good;

	if (!options_parse(cli, &set, (struct arguments){ argc, argv },
	    &o, &err))
		return cli_fail(&err);
	if (o.done)
		return 0;
	verb = o.n_args == 1 ? o.arg[0] : "";
	if (strcmp(verb, "add") == 0)
		good = add(&o, &err);
	else if (strcmp(verb, "list") == 0)
		good = rank_list_show(&o, &err);
	else if (strcmp(verb, "remove") == 0)
		good = remove_rank(&o, &err);
	else
		good = err_set(&err, ERR_USAGE, "rank: say add, list or remove; "
		    "see truycap rank --help");
	return good ? 0 : cli_fail(&err);
}

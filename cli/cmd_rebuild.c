/* SPDX-License-Identifier: MIT */
/* cmd_rebuild.c -- sealed days anew, from their logs: a numbered restatement. */
#include <stdio.h>
#include <string.h>

#include "aggregate/derive.h"
#include "cli/rebuild.h"
#include "common/stamp.h"
#include "publish/escape.h"
#include "store/days.h"
#include "store/forget.h"
#include "store/tallies.h"

static const struct option_set set = {
	.command = "rebuild",
	.options = OPTION_BIT(CONFIG) | OPTION_BIT(SITE) | OPTION_BIT(FROM) |
	    OPTION_BIT(TO) | OPTION_BIT(MONTH) | OPTION_BIT(REASON) |
	    OPTION_BIT(BY) | OPTION_BIT(WITHOUT) | OPTION_BIT(ACCEPT_LOSS) |
	    OPTION_BIT(ROBOTS) | OPTION_BIT(THREADS) | OPTION_BIT(NOW),
	.usage = "--from DAY --to DAY --reason TEXT [-c FILE] [options] [LOG...]",
	.about = "Reads the logs of sealed days again, with the lists and rules "
	    "of now, and puts what follows\nin the place of what these days "
	    "were.  Lines that came late are counted then.  It is a\nnumbered "
	    "restatement, with the reason, the figures before and after, and a "
	    "link in the\nchain of sealed days: truycap export restatements.\n\n"
	    "The logs are found by their content: where they were, by the "
	    "patterns of the configuration,\nor as files that are given here.  "
	    "Refused when one is not there any more, unless\n--accept-loss is "
	    "said: then its lines go.  --without LOG leaves one out on "
	    "purpose.\nA log that was never counted is counted first, by truycap "
	    "ingest: its lines are late.\n\nDays that are open follow from their "
	    "lines by themselves, and details that were\nforgotten or summed do "
	    "not come back: such days are refused.",
	.examples = "  truycap rebuild --from 2026-10-03 --to 2026-10-05 --reason "
	    "'log of web2 came late'\n"
	    "  truycap rebuild --month 2026-10 --robots new.json --reason 'new "
	    "list' --by 'Nguyễn A'\n"
	    "  truycap rebuild --from 2026-10-03 --to 2026-10-03 --without "
	    "test.log --reason 'a load test'",
};

void
rebuild_close(struct rebuild *b)
{
	if (b->path.n > 0)
		rebuild_sweep(&b->w);
	restate_logs_close(&b->logs);
	buf_close(&b->path);
	workplace_close(&b->w);
}

static bool
refuse_day(const struct rebuild *b, int32_t day, const char *why,
    struct err *err)
{
	struct buf text = { 0 };

	stamp_put_day(&text, day);
	err_set(err, ERR_USAGE, "site %s: %s %s", b->site.site->id,
	    buf_text(&text), why);
	buf_close(&text);
	return false;
}

static bool
check_days(const struct rebuild *b, struct err *err)
{
	struct period folded;
	int32_t forgotten, first;
	bool any;

	if (!days_first(&b->site, &any, &first, err) ||
	    !forget_until(&b->site, &forgotten, err) ||
	    !tallies_folded(&b->site, b->days, &folded, err))
		return false;
	if (!any || b->site.sealed == SITES_NOT_SEALED)
		return err_set(err, ERR_USAGE, "site %s: no day is sealed "
		    "yet: open days follow from their lines by themselves",
		    b->site.site->id);
	if (b->days.to > b->site.sealed)
		return refuse_day(b, b->days.to > b->site.sealed &&
		    b->days.from <= b->site.sealed ? b->site.sealed + 1 :
		    b->days.from, "is open: it follows from its lines by "
		    "itself; say days that are sealed", err);
	if (b->days.from <= forgotten)
		return refuse_day(b, b->days.from, "is too long ago: its hours "
		    "were forgotten, or are one sum", err);
	if (folded.from <= folded.to)
		return refuse_day(b, b->days.from, "is too long ago: its "
		    "details are a sum of a month or a year", err);
	return true;
}

static bool
read_options(struct rebuild *b, struct err *err)
{
	const struct options *o = b->o;
	const char *reason = o->value[OPTION_REASON];
	struct period days = PERIOD_ALL;

	if (!options_period(o, &days.from, &days.to, err))
		return false;
	if (days.from == INT32_MIN || days.to == INT32_MAX)
		return err_set(err, ERR_USAGE, "rebuild: which days? say --from "
		    "and --to, or --month");
	if (reason == NULL || reason[strspn(reason, " \t")] == '\0')
		return err_set(err, ERR_USAGE, "rebuild: why? say --reason: it "
		    "is kept, and shown with the figures");
	b->days = days;
	return true;
}

/* What open days have of visits that began before them follows. */
static bool
follow(struct rebuild *b, struct err *err)
{
	struct derive_plan plan = { b->w.lists.sources, b->threads };
	const struct zone *zone = b->site.site->zone;
	int64_t end_s = zone_day_of(zone, b->days.to).end_s;

	return b->days.to != b->site.sealed || (days_dirty_mark(&b->site,
	    zone_day_at(zone, end_s).day, false, err) &&
	    derive_site(&b->site, &plan, err));
}

static bool
replace(struct rebuild *b, struct restated *out, struct err *err)
{
	struct restate_plan plan = { .path = buf_text(&b->path),
		.days = b->days, .logs = &b->logs, .now_s = b->o->now_s,
		.reason = b->o->value[OPTION_REASON],
		.by = b->o->value[OPTION_BY] != NULL ?
		    b->o->value[OPTION_BY] : "" };
	struct db *db = b->w.db;
	bool good;

	if (!restate_attach(db, plan.path, err))
		return false;
	good = db_begin(db, err) && restate_days(&b->site, &plan, out, err) &&
	    follow(b, err) && db_commit(db, err);
	db_rollback(db);
	return restate_detach(db, good ? err : NULL) && good &&
	    db_checkpoint(db, err);
}

static void
tell_border(int32_t day)
{
	struct buf text = { 0 };

	stamp_put_day(&text, day);
	cli_warn("visits go on over midnight otherwise than before, and %s is "
	    "as it was: rebuild it, too, for figures that fit", buf_text(&text));
	buf_close(&text);
}

static void
tell_sum(const char *name, int64_t before, int64_t after)
{
	if (before == after)
		printf("  %-14s %12lld\n", name, (long long)before);
	else
		printf("  %-14s %12lld -> %lld\n", name, (long long)before,
		    (long long)after);
}

static void
tell(const struct rebuild *b, const struct restated *r)
{
	const struct restate_sums *was = &r->before, *is = &r->after;
	struct buf text = { 0 };

	buf_printf(&text, "restatement %lld: site ", (long long)r->number);
	escape_terminal(&text, span_of(b->site.site->id));
	buf_puts(&text, ", ");
	stamp_put_day(&text, b->days.from);
	buf_puts(&text, " to ");
	stamp_put_day(&text, b->days.to);
	printf("%s\n", buf_text(&text));
	buf_close(&text);
	tell_sum("visits", was->visits, is->visits);
	tell_sum("visitor-days", was->visitors, is->visitors);
	tell_sum("page views", was->pages, is->pages);
	tell_sum("requests", was->hits, is->hits);
	tell_sum("robots'", was->robots, is->robots);
	tell_sum("late lines", was->late, is->late);
	if (r->early && b->days.from - 1 <= b->site.sealed)
		tell_border(b->days.from - 1);
	if (r->late && b->days.to < b->site.sealed)
		tell_border(b->days.to + 1);
}

static bool
rebuild(struct rebuild *b, struct err *err)
{
	const struct site *site;
	struct restated done;

	if (!read_options(b, err) || !workplace_write(b->o, &b->w, err) ||
	    !workplace_site(&b->w, b->o, &b->at, err))
		return false;
	site = &b->w.settings.site[b->at];
	if (!sites_open(b->w.db, site, false, &b->site, err) ||
	    !check_days(b, err) || !rebuild_find(b, err) ||
	    !rebuild_read(b, err) || !replace(b, &done, err))
		return false;
	tell(b, &done);
	return true;
}

int
cmd_rebuild(const struct cli *cli, int argc, char **argv)
{
	struct rebuild b = { .w = { .lock = -1 } };
	struct options o;
	struct err err;
	bool good;

	if (!options_parse(cli, &set, (struct arguments){ argc, argv }, &o,
	    &err))
		return cli_fail(&err);
	if (o.done)
		return 0;
	b.o = &o;
	good = threads_of(cli, &o, &b.threads, &err) && rebuild(&b, &err);
	rebuild_close(&b);
	return good ? 0 : cli_fail(&err);
}

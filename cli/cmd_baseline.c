/* SPDX-License-Identifier: MIT */
/* cmd_baseline.c -- opening balances: what an older counter had, entered and listed. */
#include <stdio.h>
#include <string.h>

#include "cli/history.h"
#include "cli/known_site.h"
#include "cli/workplace.h"
#include "common/stamp.h"
#include "publish/escape.h"
#include "publish/json.h"
#include "store/baseline.h"

static const struct option_set set = {
	.command = "baseline",
	.options = OPTION_BIT(CONFIG) | OPTION_BIT(SITE) | OPTION_BIT(VALUE) |
	    OPTION_BIT(UNIT) | OPTION_BIT(AS_OF) | OPTION_BIT(SOURCE) |
	    OPTION_BIT(PROOF) | OPTION_BIT(BY) | OPTION_BIT(JSON) |
	    OPTION_BIT(NOW),
	.usage = "add|list|history [-c FILE] [options] [FILE...]",
	.about = "add:  enters what an older counter showed when this one took "
	    "over.  The total is\n      that value and all days from --as-of "
	    "on.  A balance is never changed: a later\n      one replaces it, "
	    "and both stay listed.  Needs --value, --unit, --as-of,\n"
	    "      --source and --by.\n"
	    "list: the balances of all sites, or of one, the one that holds "
	    "first; and months.\n"
	    "history: months of an older tool, kept beside the balance and in "
	    "no sum: a CSV with a\n      header (month,visits,visitors,pages,"
	    "hits,source), awstats*.txt of AWStats, or\n      webalizer.hist.  "
	    "A month that is entered again is a new revision.  Needs --by.",
	.examples = "  truycap baseline add -c truycap.conf --site skhcn "
	    "--value 19358 --unit visits \\\n      --as-of 2026-01-01 "
	    "--source \"old counter, screenshot\" --proof counter.png \\\n"
	    "      --by \"Nguyen Van A\"\n"
	    "  truycap baseline history -c truycap.conf --by \"Nguyen Van A\" "
	    "awstats*.txt\n"
	    "  truycap baseline list -c truycap.conf",
};

/* Sums of it with any count stay far from overflow. */
#define MOST_VALUE INT64_C(1000000000000000)

static const char *const unit[] = {
	"visits", "pages", "visitor-days", "hits", "unknown", NULL
};

static bool
check_unit(const char *text, struct err *err)
{
	for (int i = 0; unit[i] != NULL; i++)
		if (strcmp(text, unit[i]) == 0)
			return true;
	return err_set(err, ERR_USAGE, "--unit %s: say visits, pages, "
	    "visitor-days, hits or unknown", text);
}

static bool
check_given(const struct options *o, struct err *err)
{
	static const struct {
		enum opt id;
		const char *name;
	} needed[] = {
		{ OPTION_VALUE, "value" }, { OPTION_UNIT, "unit" },
		{ OPTION_AS_OF, "as-of" }, { OPTION_SOURCE, "source" },
		{ OPTION_BY, "by" },
	};

	for (size_t i = 0; i < sizeof(needed) / sizeof(*needed); i++)
		if (!options_has(o, needed[i].id))
			return err_set(err, ERR_USAGE, "baseline add: --%s is "
			    "missing; see truycap baseline --help",
			    needed[i].name);
	return true;
}

/* The record as the options tell it. */
static bool
read_balance(const struct options *o, struct baseline *b, char sha256[65],
    struct err *err)
{
	if (!check_given(o, err))
		return false;
	*b = (struct baseline){ .recorded_s = o->now_s,
		.unit = o->value[OPTION_UNIT],
		.source = o->value[OPTION_SOURCE], .sha256 = sha256,
		.by = o->value[OPTION_BY] };
	sha256[0] = '\0';
	return check_unit(b->unit, err) &&
	    options_text(o, OPTION_SOURCE, err) &&
	    options_text(o, OPTION_BY, err) &&
	    options_number(o, OPTION_VALUE,
	    (struct options_range){ 0, MOST_VALUE }, &b->value, err) &&
	    options_day(o, OPTION_AS_OF, &b->as_of_day, err) &&
	    (!options_has(o, OPTION_PROOF) || hash_sha256_file_hex(
	    o->value[OPTION_PROOF], sha256, err));
}

/* What is allowed, but may be a slip. */
static void
warn(const struct site *site, const struct baseline *b)
{
	if (b->as_of_day > zone_day_at(site->zone, b->recorded_s).day)
		cli_warn("--as-of is ahead of the clock: until then nothing is "
		    "added to the balance");
	if (strcmp(b->unit, "unknown") != 0 &&
	    strcmp(b->unit, site->widget_unit) != 0)
		cli_warn("the balance is in %s, but the widget of site %s "
		    "counts %s", b->unit, site->id, site->widget_unit);
}

static bool
add(const struct options *o, struct err *err)
{
	struct workplace w = { .lock = -1 };
	struct store_site stored;
	struct baseline b;
	char sha256[65];
	size_t site;
	bool good = read_balance(o, &b, sha256, err) &&
	    workplace_write(o, &w, err) && workplace_site(&w, o, &site, err) &&
	    db_begin(w.db, err) && sites_open(w.db, &w.settings.site[site],
	    true, &stored, err) && baseline_add(&stored, &b, err) &&
	    db_commit(w.db, err);

	if (good)
		warn(&w.settings.site[site], &b);
	workplace_close(&w);
	return good;
}

/* Where the list goes: text, or JSON. */
struct listing {
	struct json *json; /* NULL: text */
	struct buf *out;
	const struct site *site;
	bool holds;        /* the next one is the one that holds */
	bool history;      /* months of older tools, not balances */
};

static void
put_json(struct listing *l, const struct baseline *b, const char *as_of,
    const char *recorded)
{
	struct json *j = l->json;

	json_line(j);
	json_object(j);
	json_key_text(j, "site", l->site->id);
	json_key_text(j, "as_of", as_of);
	json_key_int(j, "value", b->value);
	json_key_text(j, "unit", b->unit);
	json_key_text(j, "source", b->source);
	json_key_text(j, "sha256", b->sha256[0] != '\0' ? b->sha256 : NULL);
	json_key_text(j, "by", b->by);
	json_key_text(j, "recorded", recorded);
	json_key_bool(j, "holds", l->holds);
	json_end(j);
}

static void
put_text(struct listing *l, const struct baseline *b, const char *as_of,
    const char *recorded)
{
	struct buf *out = l->out;

	buf_printf(out, "%s %s: %lld %s as of %s\n", l->holds ? "*" : " ",
	    l->site->id, (long long)b->value, b->unit, as_of);
	buf_puts(out, "    source:   ");
	escape_terminal(out, span_of(b->source));
	if (b->sha256[0] != '\0')
		buf_printf(out, "\n    proof:    sha256:%s", b->sha256);
	buf_printf(out, "\n    recorded: %s", recorded);
	if (b->by[0] != '\0') {
		buf_puts(out, " by ");
		escape_terminal(out, span_of(b->by));
	}
	buf_putc(out, '\n');
}

static void
put_balance(void *self, const struct baseline *b)
{
	struct listing *l = self;
	struct buf as_of = { 0 }, recorded = { 0 };

	stamp_put_day(&as_of, b->as_of_day);
	stamp_put(&recorded, l->site->zone, b->recorded_s);
	if (l->json != NULL)
		put_json(l, b, buf_text(&as_of), buf_text(&recorded));
	else
		put_text(l, b, buf_text(&as_of), buf_text(&recorded));
	l->holds = false;
	buf_close(&as_of);
	buf_close(&recorded);
}

static bool
put_sites(const struct workplace *w, const struct options *o,
    struct listing *l, struct err *err)
{
	size_t from = 0, to = w->settings.n_sites;

	if (options_has(o, OPTION_SITE)) {
		if (!workplace_site(w, o, &from, err))
			return false;
		to = from + 1;
	}
	for (size_t i = from; i < to; i++) {
		struct store_site stored;
		bool known;

		l->site = &w->settings.site[i];
		l->holds = true;
		if (!known_site(w->db, l->site, &known, &stored, err) ||
		    (known && !l->history && !baseline_list(&stored,
		    put_balance, l, err)) ||
		    (known && l->history && !history_show(&stored, l->out,
		    l->json, err)))
			return false;
	}
	return true;
}

static bool
list(const struct options *o, struct err *err)
{
	struct workplace w = { .lock = -1 };
	struct buf out = { 0 };
	struct json j = json_begin(&out);
	bool as_json = options_has(o, OPTION_JSON);
	struct listing l = { .json = as_json ? &j : NULL, .out = &out };
	bool good;

	if (as_json) {
		json_object(&j);
		json_key_int(&j, "v", 1);
		json_key(&j, "balances");
		json_array(&j);
	}
	good = workplace_read(o, &w, err) && put_sites(&w, o, &l, err);
	if (as_json) {
		json_line(&j);
		json_end(&j);
		json_key(&j, "history");
		json_array(&j);
	}
	l.history = true;
	good = good && put_sites(&w, o, &l, err);
	workplace_close(&w);
	if (good && as_json) {
		json_line(&j);
		json_end(&j);
		json_end(&j);
		json_finish(&j);
	}
	if (good)
		fputs(buf_text(&out), stdout);
	buf_close(&out);
	return good;
}

int
cmd_baseline(const struct cli *cli, int argc, char **argv)
{
	struct options o;
	struct err err;
	bool good;

	if (!options_parse(cli, &set, (struct arguments){ argc, argv },
	    &o, &err))
		return cli_fail(&err);
	if (o.done)
		return 0;
	if (o.n_args == 1 && strcmp(o.arg[0], "add") == 0)
		good = add(&o, &err);
	else if (o.n_args == 1 && strcmp(o.arg[0], "list") == 0)
		good = list(&o, &err);
	else if (o.n_args >= 1 && strcmp(o.arg[0], "history") == 0)
		good = options_text(&o, OPTION_SOURCE, &err) &&
		    options_text(&o, OPTION_BY, &err) &&
		    history_enter(&o, &err);
	else
		good = err_set(&err, ERR_USAGE, "baseline: what? add or list, "
		    "history; see truycap baseline --help");
	return good ? 0 : cli_fail(&err);
}

/* SPDX-License-Identifier: MIT */
/* verify_count.c -- the logs counted from nothing, by a bundle's rules. */
#include <string.h>

#include "cli/counting.h"
#include "cli/verify_bundle.h"
#include "publish/score_page.h"
#include "store/days.h"

struct recount {
	const struct verify_counting *v;
	struct settings settings; /* of the bundle */
	struct settings own;      /* of -c: where lists are */
	struct run_lists lists;
	size_t threads;
	struct db *db;
	struct counting *c;
	struct review *review;
	struct evidence_criteria criteria;
	struct verify_figures figures;
};

/* ---- rules and lists ---- */

static bool
open_settings(struct recount *r, struct err *err)
{
	struct buf path = { 0 };
	const char *config = r->v->o->value[OPTION_CONFIG];
	bool good;

	buf_printf(&path, "%s/settings.conf", r->v->b->folder.p);
	good = settings_read(buf_text(&path), &r->settings, err);
	if (!good && err != NULL)
		err->code = ERR_DATA;
	if (good && r->settings.n_sites != 1)
		good = err_set(err, ERR_DATA, "%s: not the settings of one "
		    "site", BUNDLE_SETTINGS);
	buf_close(&path);
	return good && (config == NULL || settings_read(config, &r->own, err));
}

/* A kind of list, as the bundle's days were judged by. */
static void
compare_list(struct recount *r, const struct csv_table *t, size_t row,
    const struct lists_used *used)
{
	struct span kind = csv_cell(t, row, csv_column(t, "kind"));
	struct span hash = csv_cell(t, row, csv_column(t, "sha256"));
	struct span name = csv_cell(t, row, csv_column(t, "name"));
	static const char *const geo[] = { [GEO_COUNTRY] = "countries",
		[GEO_ASN] = "networks", [GEO_CITY] = "cities" };

	for (int i = 0; i < used->n; i++) {
		const struct list_used *l = &used->list[i];

		if (!span_eq(kind, span_of(l->kind)))
			continue;
		if (!span_eq(hash, span_of(l->sha256)))
			verify_say(r->v->says, VERIFY_REASON, "other-list",
			    "%s: the bundle was counted by another list: "
			    "%.*s (SHA-256 %.*s); here it is %s (%s)", l->kind,
			    (int)name.n, name.p, (int)hash.n, hash.p, l->name,
			    l->sha256);
		return;
	}
	verify_say(r->v->says, VERIFY_NOTE, "no-list", "%.*s: not compared, as "
	    "%.*s (SHA-256 %.*s) is not here; -c names a configuration that has "
	    "it", (int)kind.n, kind.p, (int)name.n, name.p, (int)hash.n,
	    hash.p);
	for (int i = 0; i < GEO__MAX; i++)
		if (span_eq(kind, span_of(geo[i])))
			r->figures.geo[i] = false;
}

static bool
compare_lists(struct recount *r, struct err *err)
{
	const struct zip_file *file = zip_find(&r->v->b->zip,
	    BUNDLE_CSV "lists.csv");
	struct lists_used used = run_lists_used(&r->lists.lists);
	struct csv_table t = { .rows = 0 };
	bool good;

	for (int i = 0; i < GEO__MAX; i++)
		r->figures.geo[i] = true;
	if (file == NULL)
		return true;
	good = csv_read(file->bytes, file->name, &t, err);
	if (good && csv_column(&t, "kind") < t.columns &&
	    csv_column(&t, "name") < t.columns &&
	    csv_column(&t, "sha256") < t.columns)
		for (size_t i = 0; i < t.rows; i++)
			compare_list(r, &t, i, &used);
	csv_close(&t);
	return good;
}

/* Of --robots, of -c's configuration, or what is built in. */
static bool
open_lists(struct recount *r, struct err *err)
{
	const char *robots = r->v->o->value[OPTION_ROBOTS];
	static const struct geo_paths none = { { NULL } };
	bool own = r->v->o->value[OPTION_CONFIG] != NULL;

	if (robots == NULL && own)
		robots = r->own.robots;
	else if (robots == NULL && r->settings.robots != NULL &&
	    strcmp(r->settings.robots, "none") == 0)
		robots = "none";
	return threads_of(r->v->cli, r->v->o, &r->threads, err) &&
	    run_lists_open(robots, own ? &r->own.geo : &none, &r->lists,
	    err) && compare_lists(r, err);
}

/* ---- counting ---- */

static void
tell(void *self, const char *path, enum ingest_result result,
    const struct err *err)
{
	struct verify_says *says = self;

	switch (result) {
	case INGEST_COUNTED:
	case INGEST_UNCHANGED:
	case INGEST_COPY:
	case INGEST_EMPTY:
		return;
	case INGEST_FAILED:
	case INGEST_REFUSED:
	case INGEST_LIMIT:
		verify_say(says, VERIFY_REASON, "unread-log", "%s", err->text);
		return;
	default:
		verify_say(says, VERIFY_REASON, "unread-log", "%s: %s", path,
		    ingest_result_why(result));
	}
}

static bool
count_group(struct recount *r, const struct settings_group *g,
    const struct counting_file *file, size_t n, struct err *err)
{
	struct counting_logs logs = { g->id, g->format, g->trusted, g->only,
		file, n };

	return n == 0 || counting_group(r->c, &logs, err);
}

/* A log of none of the bundle's groups goes to the first one. */
static bool
count_logs(struct recount *r, struct err *err)
{
	const struct verify_counting *v = r->v;
	const struct site *site = &r->settings.site[0];
	struct settings_group own = { .id = site->id, .format = site->format,
		.trusted = site->trusted_proxy, .only = 0 };
	size_t groups = r->settings.n_groups;
	struct counting_file *file = mem_new((v->n + 1) * sizeof(*file));
	bool good = true, *taken = mem_new(v->n + 1);

	for (size_t g = 0; good && g <= groups; g++) {
		const struct settings_group *at = g < groups ?
		    &r->settings.group[g] : &own;
		size_t n = 0;

		for (size_t i = 0; i < v->n; i++) {
			if (taken[i] || (g < groups &&
			    !span_eq(v->log[i].group, span_of(at->id))))
				continue;
			taken[i] = true;
			file[n++] = (struct counting_file){
				.path = v->log[i].path };
		}
		good = count_group(r, at, file, n, err);
	}
	mem_free(file);
	mem_free(taken);
	return good && counting_derive(r->c, err);
}

/* ---- comparing ---- */

/* Lines that cannot be read have no day: their share is one of whole logs. */
static bool
is_malformed(const struct csv_table *t, size_t row)
{
	size_t measure = csv_column(t, "measure");

	return measure < t->columns && span_eq(csv_cell(t, row, measure),
	    SPAN("malformed"));
}

/* New content is told by what came before: with fewer logs than the store had, all is new. */
static bool
is_of_history(void *self, const struct csv_table *t, size_t row)
{
	static const char *const names[] = { "new-pages", "news-days",
		"longest-gap", "publishing-lag" };
	size_t name = csv_column(t, "name");
	const struct recount *r = self;

	if (name == t->columns) /* scores have it as the metric */
		name = csv_column(t, "metric");
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (name < t->columns && !r->figures.whole &&
		    span_eq(csv_cell(t, row, name), span_of(names[i])))
			return true;
	return name < t->columns && ((!r->figures.geo[GEO_COUNTRY] &&
	    span_eq(csv_cell(t, row, name), SPAN("domestic-reach"))) ||
	    (r->v->says->goes_on && span_eq(csv_cell(t, row, name),
	    SPAN("excluded-traffic")) && is_malformed(t, row)));
}

/* Of the same figures the same bytes: only where all of them could be counted, and the logs'
 * lines are not other sites', too. */
static void
compare_json(const struct recount *r, const struct presence_pair *pair)
{
	struct verify_says *says = r->v->says;
	const struct zip_file *file = zip_find(&r->v->b->zip,
	    BUNDLE_PRESENCE ".json");
	struct buf text = { 0 };

	verify_say(says, VERIFY_NOTE, "forms", "the figures are compared as "
	    "the tables (CSV) have them; the document, its charts, "
	    "report.json and report.xlsx are not compared with them: make "
	    "them anew with truycap evidence where that matters");
	if (!r->figures.whole || says->goes_on || says->shared ||
	    !r->figures.geo[GEO_COUNTRY] ||
	    verify_figures_differ(says) > 0)
		return;
	presence_json(pair, &text);
	if (file == NULL || !span_eq(file->bytes, buf_view(&text)))
		verify_say(says, VERIFY_DIFFERENCE, "form", "%s: not what the "
		    "same figures make", BUNDLE_PRESENCE ".json");
	buf_close(&text);
}

static bool
compare_presence(struct recount *r, struct err *err)
{
	static const char *const before[] = { "before_value", "before_n",
		"value_before", "score_before", NULL };
	const struct evidence_criteria *c = &r->criteria;
	struct presence_pair pair = { &c->now, &c->before, c->any ? &c->score :
		NULL };
	struct score_page page = { &c->criteria, &c->score, c->now.days,
		c->before.days };
	struct buf text = { 0 };
	/* The period before is there where all logs are. */
	struct verify_table t = { .name = BUNDLE_PRESENCE ".csv", .keys = 4,
		.skip = r->figures.whole ? NULL : before, .pass_over = is_of_history, .self = r };
	bool good;

	presence_csv(&pair, &text);
	t.text = buf_view(&text);
	good = verify_table(r->v->b, &t, r->v->says, err);
	if (good && c->any) {
		buf_clear(&text);
		score_csv(&page, r->v->b->about.lang, &text);
		t.name = BUNDLE_SCORES;
		t.keys = 1;
		t.text = buf_view(&text);
		good = verify_table(r->v->b, &t, r->v->says, err);
	}
	if (good)
		compare_json(r, &pair);
	buf_close(&text);
	return good;
}

/* What came before is compared only with all logs since the store's first day: one that is missing is
 * known by its content, by the lines of a day, or by a month that has less. */
static bool
look_back(struct recount *r, const struct store_site *s, struct err *err)
{
	struct verify_says *says = r->v->says;
	struct buf month = { 0 };
	int32_t first;
	bool any, good = days_first(s, &any, &first, err) &&
	    verify_earlier(&r->figures, &month, err);

	if (!good) {
		buf_close(&month);
		return false;
	}
	r->figures.whole = any && first == r->v->b->about.since &&
	    !says->lacks && month.n == 0;
	if (!r->figures.whole)
		verify_say(says, VERIFY_NOTE, "history", "new content (P10 to "
		    "P13) and the figures of the period before are not "
		    "compared: they cannot be told without all logs since the "
		    "first day of the store%s%s%s", month.n > 0 ?
		    "; those given have less of " : "", month.n > 0 ?
		    buf_text(&month) : "", month.n > 0 ?
		    " than the bundle" : "");
	buf_close(&month);
	return true;
}

static bool
compare(struct recount *r, struct err *err)
{
	const struct evidence_about *a = &r->v->b->about;
	const struct store_site *s = counting_site(r->c, 0);
	struct review_query q = { a->kind, a->days, a->now_s, false, true };
	struct evidence_criteria_query c = { s, NULL, a->days, a->before,
		a->now_s };

	if (r->v->says->goes_on)
		verify_say(r->v->says, VERIFY_NOTE, "undated", "the share of "
		    "lines that cannot be read (P27) is not compared: it is of "
		    "whole logs, and one goes on");
	r->figures.review = r->review;
	return review_load(s, &q, r->review, err) && verify_lines(r->v, s, err) &&
	    verify_tables(&r->figures, err) && look_back(r, s, err) &&
	    verify_criteria_open(r->v->b, &r->criteria, err) &&
	    evidence_criteria_compute(&c, &r->criteria, err) &&
	    compare_presence(r, err) && verify_sources(&r->figures, err);
}

bool
verify_count(const struct verify_counting *v, struct err *err)
{
	struct recount r = { .v = v, .review = mem_new(sizeof(*r.review)),
		.figures = { .b = v->b, .says = v->says } };
	struct counting_plan plan = { .n_sites = 1, .now_s = v->b->about.now_s,
		.complete = true, .tell = tell, .self = v->says };
	bool good = open_settings(&r, err) && open_lists(&r, err) &&
	    db_open(NULL, DB_WRITE, &r.db, err);

	if (good) {
		plan.db = r.db;
		plan.site = r.settings.site;
		plan.lists = &r.lists.lists;
		plan.threads = r.threads;
		plan.max_bytes = r.settings.max_file_bytes;
		plan.max_s = r.settings.max_file_s;
		good = counting_open(&plan, &r.c, err) && count_logs(&r, err) &&
		    compare(&r, err);
	}
	evidence_criteria_close(&r.criteria);
	review_close(r.review);
	mem_free(r.review);
	counting_close(r.c);
	db_close(r.db);
	run_lists_close(&r.lists);
	settings_close(&r.settings);
	settings_close(&r.own);
	return good;
}

/* SPDX-License-Identifier: MIT */
#include "store/seen.h"

#include "aggregate/fresh.h"
#include "aggregate/news.h"
#include "tests/tap.h"
#include "tests/unit/rig.h"

enum { D = 20000 };

/* ---- what is told of days: aggregate/fresh.h ---- */

struct fed {
	int32_t day;
	enum dim dim;
	const char *name;
	int64_t people, robots, rest;
};

static const struct {
	const char *name;
	struct fed fed[4]; /* until one without a name */
	const char *want;  /* "day kind name" of each */
} rows[] = {
	{ "a page", { { D, DIM_PAGE, "/a", 1, 0, 0 } }, "0 1 /a;" },
	{ "a document", { { D, DIM_DOWNLOAD, "/a.pdf", 1, 0, 0 } },
	    "0 4 /a.pdf;" },
	{ "that only robots had", { { D, DIM_PAGE, "/a", 0, 1, 0 } },
	    "0 1 /a;" },
	{ "that only the staff had", { { D, DIM_PAGE, "/a", 0, 0, 1 } },
	    "0 1 /a;" },
	{ "of two days the first", { { D + 1, DIM_PAGE, "/a", 9, 0, 0 },
	    { D, DIM_PAGE, "/a", 1, 0, 0 } }, "0 1 /a;" },
	{ "in whatever order", { { D, DIM_PAGE, "/a", 1, 0, 0 },
	    { D + 1, DIM_PAGE, "/a", 9, 0, 0 } }, "0 1 /a;" },
	{ "the most frequent first, then by name", {
	    { D, DIM_PAGE, "/b", 1, 0, 0 }, { D, DIM_PAGE, "/a", 1, 0, 0 },
	    { D, DIM_PAGE, "/c", 1, 0, 1 } }, "0 1 /c;0 1 /a;0 1 /b;" },
	{ "always an error page", { { D, DIM_PAGE, "/a", 2, 1, 0 },
	    { D, DIM_SOFT, "/a", 2, 1, 0 } }, "" },
	{ "mostly one", { { D, DIM_SOFT, "/a", 2, 0, 0 },
	    { D, DIM_PAGE, "/a", 2, 1, 0 } }, "0 1 /a;" },
	{ "one on the first day only", { { D, DIM_PAGE, "/a", 1, 0, 0 },
	    { D, DIM_SOFT, "/a", 1, 0, 0 }, { D + 1, DIM_PAGE, "/a", 1, 0, 0 } },
	    "1 1 /a;" },
	{ "page and document on one day", { { D, DIM_DOWNLOAD, "/a", 5, 0, 0 },
	    { D, DIM_PAGE, "/a", 1, 0, 0 } }, "0 1 /a;" },
	{ "a day that is not asked for", { { D + 2, DIM_PAGE, "/a", 1, 0, 0 } },
	    "" },
	{ "what all others are", { { D, DIM_PAGE, DIM_OTHER, 9, 9, 9 } }, "" },
	{ "no name", { { D, DIM_PAGE, "", 9, 9, 9 } }, "" },
	{ "another dimension", { { D, DIM_MISSING, "/a", 9, 9, 9 } }, "" },
};

static void
test_fresh(size_t row, bool copy)
{
	static const struct hash_keys keys;
	struct period days = { D, D + 1 };
	struct fresh f = { .n = 0 };
	struct buf got = { 0 };
	struct terms terms;
	struct tops tops;

	terms_open(&terms, 7);
	terms_at(&terms, SPAN(""));
	tops_open(&tops, &terms);
	for (const struct fed *d = rows[row].fed; d->name != NULL; d++) {
		int64_t *n = tops_at(&tops, d->day, d->dim,
		    terms_at(&terms, span_of(d->name)));

		n[TALLY_HITS] += d->people;
		n[TALLY_ROBOT_HITS] += d->robots;
		n[TALLY_REST_HITS] += d->rest;
	}
	fresh_take(&f, &tops, days, copy);
	if (copy) {
		tops_close(&tops);
		terms_close(&terms);
	}
	fresh_end(&f, &keys);
	for (int32_t day = D; day <= D + 1; day++) {
		struct seen_day s = fresh_of(&f, day);

		for (size_t i = 0; i < s.n; i++)
			buf_printf(&got, "%d %d %.*s;", day - D,
			    s.page[i].kind, (int)s.page[i].name.n,
			    s.page[i].name.p);
	}
	is_text(buf_text(&got), rows[row].want, "%s", rows[row].name);
	if (!copy) {
		tops_close(&tops);
		terms_close(&terms);
	}
	fresh_close(&f);
	buf_close(&got);
}

/* ---- what is kept ---- */

static void
put_more(struct rig *r, struct seen *w, int32_t day, const char *names)
{
	struct span rest = span_of(names);
	struct seen_page page[40] = { { .kind = DIM_PAGE } };
	struct seen_day d = { .day = day, .page = page };

	while (rest.n > 0) {
		struct span name = span_cut(&rest, ' ');

		page[d.n++] = (struct seen_page){ .name = name,
			.kind = span_ends(name, SPAN(".pdf")) ? DIM_DOWNLOAD :
			DIM_PAGE, .day = day,
			.hash = seen_hash(db_keys(r->db), name) };
	}
	must(seen_put(w, &d, &r->err), &r->err);
}

static void
put(struct rig *r, int32_t day, const char *names, int64_t day_most)
{
	struct seen w;

	must(db_begin(r->db, &r->err), &r->err);
	must(db_script(r->db, "INSERT OR IGNORE INTO day(site, day, state,"
	    " dirty, counted_first_s, counted_last_s) SELECT 1, 20000 + value,"
	    " 'open', 0, 0, 0 FROM (SELECT 0 AS value UNION SELECT 1 UNION"
	    " SELECT 2)", &r->err), &r->err);
	seen_open(&w, &r->store);
	w.day_most = day_most;
	put_more(r, &w, day, names);
	seen_close(&w);
	must(db_commit(r->db, &r->err), &r->err);
}

static void
take(void *self, int32_t day, const struct seen_page *page)
{
	buf_printf(self, "%d %d %.*s;", day - D, page->kind,
	    (int)page->name.n, page->name.n > 0 ? page->name.p : "");
}

static void
is_kept(struct rig *r, const char *want, const char *name)
{
	struct buf got = { 0 };
	struct seen_each each = { PERIOD_ALL, take, &got };

	must(seen_each(&r->store, &each, &r->err), &r->err);
	is_text(buf_text(&got), want, "%s", name);
	buf_close(&got);
}

static void
test_kept(struct rig *r)
{
	int64_t over;
	int32_t day;
	bool known;

	must(seen_since(&r->store, &known, &day, &r->err), &r->err);
	ok(!known, "nothing was ever seen");
	put(r, D + 1, "/b /a /v.pdf", 99);
	is_kept(r, "1 1 /a;1 1 /b;1 4 /v.pdf;", "pages are kept with their day");
	put(r, D + 2, "/a /c", 99);
	is_kept(r, "1 1 /a;1 1 /b;1 4 /v.pdf;2 1 /c;",
	    "a later day has only what is new");
	put(r, D, "/c", 99);
	is_kept(r, "0 1 /c;1 1 /a;1 1 /b;1 4 /v.pdf;",
	    "an earlier day has what was new later");
	put(r, D, "/c", 99);
	is_kept(r, "0 1 /c;1 1 /a;1 1 /b;1 4 /v.pdf;",
	    "a day that is told again changes nothing");
	must(seen_when(&r->store, SPAN("/v.pdf"), &known, &day, &r->err),
	    &r->err);
	ok(known && day == D + 1, "when one was first is asked by its name");
	must(seen_when(&r->store, SPAN("/V.pdf"), &known, &day, &r->err),
	    &r->err);
	ok(!known, "another name was never seen");
	must(seen_since(&r->store, &known, &day, &r->err), &r->err);
	ok(known && day == D, "the first day of all is told");

	put(r, D + 2, "/d /e /f /a", 2);
	is_kept(r, "0 1 /c;1 1 /a;1 1 /b;1 4 /v.pdf;2 1 /d;2 1 /e;",
	    "a day has room for so many new ones");
	must(seen_over(&r->store, PERIOD_ALL, &over, &r->err), &r->err);
	is_int(over, 1, "those beyond are counted");
	put(r, D + 2, "/d /e /f /a", 2);
	must(seen_over(&r->store, PERIOD_ALL, &over, &r->err), &r->err);
	is_int(over, 1, "once, when the day is told again");
	put(r, D + 2, "/d /e /f /a", 9);
	must(seen_over(&r->store, PERIOD_ALL, &over, &r->err), &r->err);
	is_int(over, 0, "and no more once there is room");
}

static void
test_forgotten(struct rig *r)
{
	must(db_begin(r->db, &r->err) &&
	    seen_forget(&r->store, D + 2, &r->err) &&
	    db_commit(r->db, &r->err), &r->err);
	is_kept(r, "0 1 ;1 1 ;1 1 ;1 4 ;2 1 /d;2 1 /e;2 1 /f;",
	    "names before a day are forgotten, their number is not");
	put(r, D + 2, "/a /b /c /v.pdf", 99);
	is_kept(r, "0 1 ;1 1 ;1 1 ;1 4 ;2 1 /d;2 1 /e;2 1 /f;",
	    "what is forgotten is not new when it comes again");
}

static void
is_news(struct rig *r, const char *want, const char *name)
{
	struct buf got = { 0 };
	struct news n;

	must(news_list(&r->store, PERIOD_ALL, &n, &r->err), &r->err);
	for (size_t i = 0; i < n.n; i++)
		buf_printf(&got, "%d %d %lld %lld;", n.row[i].day - D,
		    n.row[i].section, (long long)n.row[i].pages,
		    (long long)n.row[i].documents);
	buf_printf(&got, "forgotten %lld since %d",
	    (long long)n.forgotten, n.any ? n.since - D : -1);
	is_text(buf_text(&got), want, "%s", name);
	news_close(&n);
	buf_close(&got);
}

static void
test_news(struct rig *r)
{
	static const char *a[] = { "/d*", "*.pdf", NULL };
	static const char *b[] = { "/d", "/e", NULL };
	struct site_section section[] = { { "a", a, 0 }, { "b", b, 0 } };

	r->site.section = section;
	r->site.n_sections = 2;
	put(r, D + 2, "/dd /dd.pdf", 99);
	is_news(r, "0 -1 1 0;1 -1 2 1;2 -1 4 1;2 0 2 1;2 1 2 0;"
	    "forgotten 4 since 0", "new pages by day and section");
	r->site.n_sections = 0;
	r->site.section = NULL;
}

int
main(void)
{
	struct rig r;

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		for (int copy = 0; copy < 2; copy++)
			test_fresh(i, copy == 1);
	rig_open(&r, NULL, "Asia/Ho_Chi_Minh");
	is_news(&r, "forgotten 0 since -1", "no news of nothing");
	test_kept(&r);
	test_forgotten(&r);
	test_news(&r);
	rig_close(&r);
	return done();
}

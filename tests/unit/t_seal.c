/* SPDX-License-Identifier: MIT */
#include "aggregate/seal.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "aggregate/figures.h"
#include "common/file.h"
#include "common/mem.h"
#include "store/check.h"
#include "tests/tap.h"
#include "tests/unit/rig.h"

enum { MIN = 60, HOUR = 3600, DAY = 86400, D = 20000 };
#define START ((int64_t)D * DAY)
#define END (START + DAY)

/* Days sealed by rules. */
static int
seal(struct rig *r, struct seal_rules rules)
{
	int sealed = 0;

	must(db_begin(r->db, &r->err) &&
	    seal_site(&r->store, &rules, &sealed, &r->err) &&
	    db_commit(r->db, &r->err), &r->err);
	return sealed;
}

static struct day_figures
figures(struct rig *r, int32_t day)
{
	struct day_figures one = { 0 };
	struct day_list list;

	must(figures_days(&r->store, (struct period){ day, day },
	    INT64_C(1) << 40, &list, &r->err), &r->err);
	if (list.n == 1)
		one = list.day[0];
	mem_free(list.day);
	return one;
}

/* ---- rows: one day with a view at noon, counted once; when is it ripe? ---- */

static const struct {
	const char *name;
	struct seal_rules rules;
	int64_t counted_s; /* the run's clock when the view was counted */
	int sealed;
} rows[] = {
	{ "48 h after its end a day is sealed",
	    { .now_s = END + 48 * HOUR, .newest_s = INT64_MAX },
	    START + 13 * HOUR, 1 },
	{ "not a second before",
	    { .now_s = END + 48 * HOUR - 1, .newest_s = INT64_MAX },
	    START + 13 * HOUR, 0 },
	{ "lines counted late put it off",
	    { .now_s = END + 60 * HOUR, .newest_s = INT64_MAX },
	    END + 13 * HOUR, 0 },
	{ "by 48 h from when they were counted",
	    { .now_s = END + 61 * HOUR, .newest_s = INT64_MAX },
	    END + 13 * HOUR, 1 },
	{ "a live log that is not past the day's end puts it off",
	    { .now_s = END + 72 * HOUR, .newest_s = END - 1 },
	    START + 13 * HOUR, 0 },
	{ "one with a later line does not",
	    { .now_s = END + 72 * HOUR, .newest_s = END },
	    START + 13 * HOUR, 1 },
	{ "a pattern that delivered nothing puts it off",
	    { .now_s = END + 9 * DAY, .newest_s = INT64_MIN },
	    START + 13 * HOUR, 0 },
	{ "but not for longer than ten days",
	    { .now_s = END + 10 * DAY, .newest_s = INT64_MIN },
	    START + 13 * HOUR, 1 },
	{ "ten days from when it was first counted, where that is later",
	    { .now_s = END + 10 * DAY, .newest_s = INT64_MIN },
	    END + HOUR, 0 },
	{ "an archive seals 48 h of log time behind",
	    { .backfill = true, .unread_s = END + 48 * HOUR },
	    END + 900 * DAY, 1 },
	{ "and not before",
	    { .backfill = true, .unread_s = END + 48 * HOUR - 1,
	    .now_s = END + 2000 * DAY }, END + 900 * DAY, 0 },
};

static void
test_rows(void)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct rig_view v = { START + 12 * HOUR, 1, "/", "" };
		struct rig r;

		rig_open(&r, NULL, "UTC");
		rig_run(&r, &v, 1, rows[i].counted_s);
		is_int(seal(&r, rows[i].rules), rows[i].sealed, "%s",
		    rows[i].name);
		rig_close(&r);
	}
}

static const struct seal_rules later = { .now_s = END + 50 * HOUR,
	.newest_s = INT64_MAX };

/* A day that is not ripe holds back those after it, however ripe. */
static void
test_order(void)
{
	struct rig_view v[] = { { START, 1, "/", "" }, { END, 1, "/", "" } };
	struct seal_rules rules = { .now_s = END + 4 * DAY,
		.newest_s = INT64_MAX };
	struct rig r;

	rig_open(&r, NULL, "UTC");
	rig_run(&r, &v[1], 1, END);
	rig_run(&r, &v[0], 1, END + 3 * DAY);
	is_int(seal(&r, rules), 0, "days are sealed in their order");
	rules.now_s = END + 5 * DAY;
	is_int(seal(&r, rules), 2, "several at once");
	is_int(r.store.sealed, D + 1, "up to the last of them");
	is_int(seal(&r, rules), 0, "and no day twice");
	rig_close(&r);
}

/* ---- what sealing leaves ---- */

static bool
dump_has(struct rig *r, const char *text)
{
	struct buf dump = rig_dump(r);
	bool has = strstr(buf_text(&dump), text) != NULL;

	buf_close(&dump);
	return has;
}

static void
test_figures(void)
{
	struct rig_view v[] = { { START + HOUR, 1, "/", "" },
		{ START + HOUR + 60, 1, "/a", "" },
		{ START + HOUR + 90, 2, "/b", "" } };
	struct day_figures before, after;
	struct rig r;

	rig_open(&r, NULL, "UTC");
	rig_run(&r, v, 3, START);
	before = figures(&r, D);
	ok(dump_has(&r, "\nspan\t"), "an open day has spans");
	is_int(seal(&r, later), 1, "the day is sealed");
	after = figures(&r, D);
	ok(!dump_has(&r, "\nspan\t"), "a sealed one has none");
	ok(!before.sealed && after.sealed, "it says so");
	ok(memcmp(&before.v, &after.v, sizeof(before.v)) == 0 &&
	    memcmp(&before.h, &after.h, sizeof(before.h)) == 0 &&
	    after.v.visits == 2 && after.h.pages == 3,
	    "its figures are as they were");
	rig_close(&r);
}

/* ---- rows: views after the day was sealed, of one who was there before ---- */

static const struct {
	const char *name;
	int64_t before_s; /* last view of the sealed day */
	int64_t after_s[2]; /* ends at 0 */
	int64_t visits, visitors, carried, online_s;
} carries[] = {
	{ "its continuation is no new visit", END - 60, { END + 60 }, 0, 1, 1,
	    360 },
	{ "exactly V later, too", END - 60, { END - 60 + 30 * MIN }, 0, 1, 1,
	    540 },
	{ "a second more is a new one", END - 60, { END - 59 + 30 * MIN }, 1,
	    1, 0, 540 },
	{ "from exactly V before midnight", END - 30 * MIN, { END }, 0, 1, 1,
	    300 },
	{ "not from before that", END - 30 * MIN - 1, { END }, 1, 1, 0, 300 },
	{ "what goes on goes on", END - 60, { END + 20 * MIN,
	    END + 45 * MIN }, 0, 1, 2, 840 },
};

static void
test_carried(size_t row, bool sealed)
{
	struct rig_view before = { carries[row].before_s, 1, "/", "" };
	struct day_figures first, next;
	struct rig r;

	rig_open(&r, NULL, "UTC");
	rig_run(&r, &before, 1, START);
	if (sealed)
		seal(&r, later);
	first = figures(&r, D);
	for (int i = 0; i < 2 && carries[row].after_s[i] > 0; i++) {
		struct rig_view v = { carries[row].after_s[i], 1, "/", "" };

		rig_run(&r, &v, 1, END + 50 * HOUR);
	}
	next = figures(&r, D + 1);
	if (!ok(next.v.visits == carries[row].visits &&
	    next.v.visitors == carries[row].visitors &&
	    next.v.online_s == carries[row].online_s &&
	    next.v.carried == (sealed ? carries[row].carried : 0), "%s (%s)",
	    carries[row].name, sealed ? "sealed" : "open"))
		diag("visits %lld, visitors %lld, online %lld, carried %lld",
		    (long long)next.v.visits, (long long)next.v.visitors,
		    (long long)next.v.online_s, (long long)next.v.carried);
	if (sealed) {
		struct day_figures now = figures(&r, D);

		ok(memcmp(&now, &first, sizeof(now)) == 0,
		    "the sealed day stays as it is");
	}
	rig_close(&r);
}

/* Views after midnight that the visit's frozen figures have are not carried, however
 * often the day after is derived. */
static void
test_known(void)
{
	struct rig_view v[] = { { END - 60, 1, "/", "" },
		{ END + 60, 1, "/", "" }, { END + 2 * HOUR, 2, "/", "" },
		{ END + 20 * MIN, 1, "/", "" } };
	struct rig r;

	rig_open(&r, NULL, "UTC");
	rig_run(&r, v, 2, START);
	seal(&r, later);
	rig_run(&r, &v[2], 1, END + 50 * HOUR);
	is_int(figures(&r, D).v.views, 2, "a frozen visit has its views");
	is_int(figures(&r, D + 1).v.carried, 0, "which none carries again");
	rig_run(&r, &v[3], 1, END + 50 * HOUR);
	is_int(figures(&r, D + 1).v.carried, 1, "a later one is carried");
	rig_close(&r);
}

/* ---- a trail of no one is left, on disk either ---- */

static size_t
count_key(const char *path, struct hash128 key)
{
	struct buf bytes = { 0 };
	size_t n = 0;

	if (file_read(path, 1 << 26, &bytes, NULL))
		for (const char *p = bytes.p; p != NULL;) {
			p = memmem(p, bytes.n - (size_t)(p - bytes.p), key.b,
			    sizeof(key.b));
			if (p != NULL) {
				n++;
				p++;
			}
		}
	buf_close(&bytes);
	return n;
}

static void
test_secure(void)
{
	char dir[] = "/tmp/t_seal.XXXXXX", path[64], wal[80], key[80];
	struct rig r;
	size_t open_keys = 0, left = 0, carried = 0;

	if (mkdtemp(dir) == NULL)
		abort();
	snprintf(path, sizeof(path), "%s/x.db", dir);
	snprintf(wal, sizeof(wal), "%s-wal", path);
	snprintf(key, sizeof(key), "%s.key", path);
	rig_open(&r, path, "UTC");
	for (unsigned run = 0; run < 20; run++) {
		struct rig_view v[75];

		for (unsigned i = 0; i < 75; i++) {
			unsigned k = run * 75 + i;

			/* Visitor 7 comes at the very end. */
			v[i] = (struct rig_view){ k % 50 == 7 ? END - 60 :
			    START + k * 55, k % 50, "/", "" };
		}
		rig_run(&r, v, 75, START);
	}
	must(db_checkpoint(r.db, &r.err), &r.err);
	for (unsigned i = 0; i < 50; i++)
		open_keys += count_key(path, rig_key(i)) > 0;
	is_int((long long)open_keys, 50, "keys of an open day are on disk");
	seal(&r, later);
	must(db_checkpoint(r.db, &r.err), &r.err);
	for (unsigned i = 0; i < 50; i++) {
		size_t n = count_key(path, rig_key(i)) +
		    count_key(wal, rig_key(i));

		if (i == 7 || i == 49 || i == 48)
			carried += n > 0;
		else
			left += n;
	}
	if (!ok(left == 0, "of a sealed day none is, but the carried ones"))
		diag("%zu", left);
	ok(carried > 0, "which are");

	struct rig_view next = { END + DAY, 1, "/", "" };
	struct seal_rules rules = { .now_s = END + 9 * DAY,
		.newest_s = INT64_MAX };

	rig_run(&r, &next, 1, END + DAY);
	seal(&r, rules);
	must(db_checkpoint(r.db, &r.err), &r.err);
	left = 0;
	for (unsigned i = 0; i < 50; i++)
		left += count_key(path, rig_key(i)) +
		    count_key(wal, rig_key(i));
	is_int((long long)left, 0,
	    "nor these, when the next day is sealed");
	rig_close(&r);
	unlink(path);
	unlink(wal);
	unlink(key);
	rmdir(dir);
}

/* ---- figures of today leave out what lies ahead of the clock ---- */

static void
test_today(void)
{
	struct rig_view v[] = { { START + HOUR, 1, "/", "" },
		{ START + 2 * HOUR, 2, "/", "" },
		{ START + 5 * HOUR, 3, "/", "" }, { END + HOUR, 4, "/", "" } };
	int64_t now_s = START + 2 * HOUR + 10;
	struct figures_when when = { now_s, now_s, INT32_MIN };
	struct figures_now f;
	struct day_list list;
	struct rig r;

	rig_open(&r, NULL, "UTC");
	rig_run(&r, v, 4, now_s);
	must(figures_now(&r.store, &when, &f, &r.err), &r.err);
	ok(f.today.visits == 2 && f.today.visitor_days == 2 &&
	    f.today.pages == 2, "today is what has been until now");
	ok(f.online == 1 && f.open == 1, "online and open likewise");
	ok(f.counted.visits == 2 && f.month.visits == 2 &&
	    f.year.visits == 2 && f.week.visits == 2, "so are the sums");
	must(figures_days(&r.store, (struct period){ D, D + 9 }, now_s, &list,
	    &r.err), &r.err);
	ok(list.n == 1 && list.day[0].v.visits == 2,
	    "a day to come is not told");
	mem_free(list.day);
	when = (struct figures_when){ END + 2 * HOUR, INT64_MIN, D + 1 };
	must(figures_now(&r.store, &when, &f, &r.err), &r.err);
	ok(f.online == 0 && f.yesterday.visits == 3 && f.today.visits == 1 &&
	    f.counted.visits == 1,
	    "a balance counts from its day; nothing known, no one online");
	rig_close(&r);
}

int
main(void)
{
	test_rows();
	test_order();
	test_figures();
	for (size_t i = 0; i < sizeof(carries) / sizeof(*carries); i++) {
		test_carried(i, true);
		test_carried(i, false);
	}
	test_known();
	test_secure();
	test_today();
	return done();
}

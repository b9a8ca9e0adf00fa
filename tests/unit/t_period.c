/* SPDX-License-Identifier: MIT */
#include "aggregate/period.h"

#include <stdio.h>

#include "common/civil.h"
#include "common/histogram.h"
#include "store/uniques.h"
#include "tests/tap.h"

static int32_t
day(const char *text)
{
	int y = 0, m = 0, d = 0;

	sscanf(text, "%d-%d-%d", &y, &m, &d);
	return civil_day(y, m, d);
}

static const char *
period_text(struct period p, char *out, size_t size)
{
	struct civil a = civil_date(p.from), b = civil_date(p.to);

	snprintf(out, size, "%04d-%02d-%02d..%04d-%02d-%02d", (int)a.year,
	    (int)a.month, (int)a.day, (int)b.year, (int)b.month, (int)b.day);
	return out;
}

static const struct {
	const char *name;
	enum period_kind kind;
	const char *from, *to, *before, *year;
} earlier[] = {
	{ "a day's like is a day, and the same weekday 52 weeks ago",
	    PERIOD_KIND_DAY, "2026-10-05", "2026-10-05",
	    "2026-10-04..2026-10-04", "2025-10-06..2025-10-06" },
	{ "a week's is the week before, and one that begins on a Monday",
	    PERIOD_KIND_WEEK, "2026-10-05", "2026-10-11",
	    "2026-09-28..2026-10-04", "2025-10-06..2025-10-12" },
	{ "a month's is the whole month before, be it shorter",
	    PERIOD_KIND_MONTH, "2026-03-01", "2026-03-31",
	    "2026-02-01..2026-02-28", "2025-03-01..2025-03-31" },
	{ "January's is December", PERIOD_KIND_MONTH, "2026-01-01",
	    "2026-01-31", "2025-12-01..2025-12-31", "2025-01-01..2025-01-31" },
	{ "a leap February's is whole a year earlier", PERIOD_KIND_MONTH,
	    "2028-02-01", "2028-02-29", "2028-01-01..2028-01-31",
	    "2027-02-01..2027-02-28" },
	{ "and whole where the earlier one leaps", PERIOD_KIND_MONTH,
	    "2029-02-01", "2029-02-28", "2029-01-01..2029-01-31",
	    "2028-02-01..2028-02-29" },
	{ "a year's is the year before, twice", PERIOD_KIND_YEAR,
	    "2026-01-01", "2026-12-31", "2025-01-01..2025-12-31",
	    "2025-01-01..2025-12-31" },
	{ "any days' are as many before", PERIOD_KIND_RANGE, "2026-10-03",
	    "2026-10-12", "2026-09-23..2026-10-02", "2025-10-03..2025-10-12" },
};

static void
test_earlier(void)
{
	char text[64];

	for (size_t i = 0; i < sizeof(earlier) / sizeof(earlier[0]); i++) {
		struct period p = { day(earlier[i].from), day(earlier[i].to) };

		is_text(period_text(period_before(earlier[i].kind, p), text,
		    sizeof(text)), earlier[i].before, "%s", earlier[i].name);
		is_text(period_text(period_year_before(earlier[i].kind, p),
		    text, sizeof(text)), earlier[i].year, "%s: a year earlier",
		    earlier[i].name);
	}
}

static void
test_match(void)
{
	struct period march = { day("2026-03-01"), day("2026-03-31") };
	struct period february = { day("2026-02-01"), day("2026-02-28") };
	struct period_pair pair = { { 0, 0 }, { 0, 0 } };
	char text[64];

	ok(period_match(march, day("2026-04-01"), february, &pair) &&
	    pair.now.to == march.to && pair.then.to == february.to,
	    "months that are over are compared whole");
	ok(period_match(march, day("2026-03-11"), february, &pair),
	    "a running month is compared");
	is_text(period_text(pair.now, text, sizeof(text)),
	    "2026-03-01..2026-03-10", "by its days that are over");
	is_text(period_text(pair.then, text, sizeof(text)),
	    "2026-02-01..2026-02-10", "with as many of the other");
	ok(period_match(march, march.to, february, &pair),
	    "a month in its last day is compared");
	is_int(pair.now.to - pair.now.from, pair.then.to - pair.then.from,
	    "by no more days than the shorter one has");
	ok(!period_match(march, march.from, february, &pair),
	    "on its first day there is nothing to compare");
	ok(!period_match(march, march.from - 9, february, &pair),
	    "nor before it begins");
}

static void
test_covered(void)
{
	struct period p = { 0, 99 };

	ok(period_covered(&(struct period_sums){ .days = 95 }, p) &&
	    !period_covered(&(struct period_sums){ .days = 94 }, p),
	    "95 of 100 days say enough, 94 do not");
	ok(!period_covered(&(struct period_sums){ .days = 0 },
	    (struct period){ 0, 0 }), "no day says nothing");
}

static void
test_sums(const struct zone *utc)
{
	struct day_figures d[] = {
		{ .day = 10, .v = { .visits = 3, .visitors = 2,
		    .online_peak = 2 }, .h = { .bytes = INT64_MAX } },
		{ .day = 11, .v = { .visits = 4, .visitors = 2,
		    .online_peak = 2, .doubt_visits = 1 }, .h = { .bytes = 5 } },
		{ .day = 12, .v = { .visits = 100 } },
	};
	struct day_list list = { d, 3 };
	struct period_sums s = period_sum(&list, (struct period){ 9, 11 }, utc,
	    11 * 86400 + 3600);

	is_int(s.days, 2, "days with lines are counted");
	is_int(s.visits, 7, "visits of the period's days add up");
	is_int(s.doubt_visits, 1, "so do those in doubt");
	ok(s.bytes == INT64_MAX, "a sum stops at the greatest number");
	ok(s.peak == &d[0] && s.busiest == &d[0],
	    "of equal days the first is the greatest");
	is_int(s.length_s, 86400 + 3600, "of the running day is what passed");
}

static struct tally
bucket(const char *key, int64_t pages, int64_t hits, int64_t robots)
{
	struct tally t = { .key = span_of(key) };

	t.n[TALLY_PAGES] = pages;
	t.n[TALLY_HITS] = hits;
	t.n[TALLY_ROBOT_HITS] = robots;
	return t;
}

static void
test_times(void)
{
	char fast[8], slow[8];

	snprintf(fast, sizeof(fast), "%d", histogram_bucket(20));
	snprintf(slow, sizeof(slow), "%d", histogram_bucket(HISTOGRAM_CUT_US));

	const struct tally t[] = { bucket(fast, 90, 95, 5), bucket(slow, 0, 5, 5),
		bucket("(other)", 1, 1, 1), bucket("", 1, 1, 1),
		bucket("593", 1, 1, 1) };
	struct period_times pages = period_times_of(t, 5, PERIOD_TIMES_PAGES);
	struct period_times hits = period_times_of(t, 5, PERIOD_TIMES_HITS);
	struct period_times all = period_times_of(t, 5, PERIOD_TIMES_ALL);

	is_int(pages.hits, 90, "page views have times of their own");
	is_int(pages.p99_us, 20, "and quantiles");
	is_int(hits.hits, 100, "hits are people's");
	is_int(hits.p95_us, 20, "the 95th of 100 is the greatest of the fast");
	ok(hits.p99_us >= HISTOGRAM_CUT_US, "the 99th is slow");
	is_int(hits.under, 95, "under 3 s are those");
	is_int(all.hits, 110, "all are those of robots, too");
	is_int(period_times_of(t + 2, 3, PERIOD_TIMES_ALL).hits, 0,
	    "a key that is no bucket is none");
}

static void
add_visitors(struct hll *h, int from, int to)
{
	uint64_t key[2] = { 1, 2 };

	for (int i = from; i < to; i++) {
		struct hash128 visitor = { { 0 } };

		memcpy(&visitor, &i, sizeof(i));
		hll_add(h, hll_hash(key, &visitor));
	}
}

static void
test_uniques(const struct zone *utc)
{
	struct site site = SITE_DEFAULTS;
	struct store_site s;
	struct db *db = NULL;
	struct err err = { .code = ERR_NONE };
	struct period_uniques u;
	static struct hll h;
	int32_t first = day("2026-03-01");

	site.id = site.name = "s";
	site.zone = utc;
	if (!db_open(NULL, DB_WRITE, &db, &err) || !db_begin(db, &err) ||
	    !sites_open(db, &site, true, &s, &err)) {
		ok(false, "a store: %s", err.text);
		return;
	}
	add_visitors(&h, 0, 1000);
	uniques_set(&s, first, &h, &err);
	hll_clear(&h);
	add_visitors(&h, 500, 1500);
	uniques_set(&s, first + 1, &h, &err);
	ok(period_uniques(&s, (struct period){ first, first + 30 }, &u, &err) &&
	    u.known && u.days == 2, "two days have registers");
	ok(u.visitors > 1450 && u.visitors < 1550,
	    "visitors of both days count once: %d", (int)u.visitors);
	ok(u.error == (u.visitors * 8125 + 500000) / 1000000,
	    "the error is 0.8 %% of them: %d", (int)u.error);
	ok(period_uniques(&s, (struct period){ day("2025-12-31"), first }, &u,
	    &err) && !u.known, "of two years they are not known");
	ok(period_uniques(&s, (struct period){ first + 2, first + 30 }, &u,
	    &err) && !u.known, "nor where no day has any");
	db_rollback(db);
	db_close(db);
}

int
main(void)
{
	struct zone *utc = NULL;
	struct err err;

	if (!zone_open("UTC", NULL, &utc, &err))
		return 1;
	test_earlier();
	test_match();
	test_covered();
	test_sums(utc);
	test_times();
	test_uniques(utc);
	zone_close(utc);
	return done();
}

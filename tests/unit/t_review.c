/* SPDX-License-Identifier: MIT */
#include "publish/review_inside.h"

#include "common/civil.h"
#include "common/stamp.h"
#include "publish/review_table.h"
#include "publish/xlsx.h"
#include "store/baseline.h"
#include "tests/tap.h"
#include "tests/unit/rig.h"

enum { HOUR = 3600, DAY = 86400 };

static struct holidays *days_off;

/* Local time of the rig's zone. */
static int64_t
at(const struct rig *r, const char *text)
{
	int64_t at_s = 0;

	if (!stamp_read(span_of(text), r->zone, &at_s))
		printf("Bail out! %s\n", text);
	return at_s;
}

static struct period
month(int year, int m)
{
	return (struct period){ civil_day(year, m, 1),
		civil_day(year, m, 1) + civil_month_days(year, m) - 1 };
}

static void
open_rig(struct rig *r, const char *zone)
{
	rig_open(r, NULL, zone);
	r->site.name = "Sở";
	r->site.holidays = days_off;
}

static void
load(struct rig *r, struct period days, const char *now, struct review *out)
{
	struct review_query q = { .kind = PERIOD_KIND_MONTH, .days = days,
		.now_s = at(r, now) };

	must(review_load(&r->store, &q, out, &r->err), &r->err);
}

/* ---- names of files ---- */

static const struct {
	const char *name;
	enum period_kind kind;
	int from[3], to[3];
	const char *want;
} names[] = {
	{ "a day", PERIOD_KIND_DAY, { 2026, 10, 5 }, { 2026, 10, 5 },
	    "2026-10-05" },
	{ "a week", PERIOD_KIND_WEEK, { 2026, 10, 5 }, { 2026, 10, 11 },
	    "2026-W41" },
	{ "a week that begins in the year before", PERIOD_KIND_WEEK,
	    { 2025, 12, 29 }, { 2026, 1, 4 }, "2026-W01" },
	{ "a week 53", PERIOD_KIND_WEEK, { 2026, 12, 28 }, { 2027, 1, 3 },
	    "2026-W53" },
	{ "a month", PERIOD_KIND_MONTH, { 2026, 10, 1 }, { 2026, 10, 31 },
	    "2026-10" },
	{ "a year", PERIOD_KIND_YEAR, { 2026, 1, 1 }, { 2026, 12, 31 },
	    "2026" },
	{ "a quarter", PERIOD_KIND_RANGE, { 2026, 10, 1 }, { 2026, 12, 31 },
	    "2026-Q4" },
	{ "three months that are no quarter", PERIOD_KIND_RANGE,
	    { 2026, 9, 1 }, { 2026, 11, 30 }, "2026-09-01_2026-11-30" },
	{ "any days", PERIOD_KIND_RANGE, { 2026, 9, 15 }, { 2026, 10, 14 },
	    "2026-09-15_2026-10-14" },
};

static void
test_names(void)
{
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		const int *a = names[i].from, *b = names[i].to;
		struct buf text = { 0 };

		review_name(names[i].kind, (struct period){
		    civil_day(a[0], a[1], a[2]), civil_day(b[0], b[1], b[2]) },
		    &text);
		is_text(buf_text(&text), names[i].want, "the name of %s",
		    names[i].name);
		buf_close(&text);
	}
}

/* ---- arithmetic ---- */

static void
test_ranks(void)
{
	int64_t v[] = { 9, 1, 5, 3, 7, 2, 8, 4, 10, 6 };

	is_int(review_rank(v, 10, 500), 5, "the median of ten is the fifth");
	is_int(review_rank(v, 10, 100), 1, "their 10 %% is the first");
	is_int(review_rank(v, 10, 900), 9, "their 90 %% is the ninth");
	is_int(review_rank(v, 1, 900), 1, "of one all are that one");
	is_int(review_rank(v, 3, 500), 2, "the median of three is the second");
	is_int(review_hundredths(1, 3), 33, "a third is 33 hundredths");
	is_int(review_hundredths(2, 3), 67, "two thirds are 67");
	is_int(review_hundredths(1, 200), 1, "a half of one is one");
	is_int(review_hundredths(INT64_MAX, 1), INT64_MAX,
	    "what is too much stops at the most there is");
}

/* ---- a month ---- */

static void
test_month(void)
{
	struct rig_view v[40];
	struct review_charts c;
	struct arena arena = { NULL, 0 };
	struct review w;
	struct rig r;
	size_t n = 0;

	open_rig(&r, "Asia/Ho_Chi_Minh");
	/* Each Monday two visitors at nine, one of them at ten again. */
	for (int d = 5; d <= 26; d += 7) {
		char text[40];

		snprintf(text, sizeof(text), "2026-10-%02d 09:10:00", d);
		v[n++] = (struct rig_view){ at(&r, text), 1, "/", "" };
		v[n++] = (struct rig_view){ at(&r, text) + 60, 2, "/", "" };
		v[n++] = (struct rig_view){ at(&r, text) + HOUR, 2, "/a", "" };
	}
	v[n++] = (struct rig_view){ at(&r, "2025-10-10 08:00:00"), 1, "/", "" };
	rig_run(&r, v, n, at(&r, "2026-11-05 00:00:00"));
	load(&r, month(2026, 10), "2026-11-05 00:00:00", &w);

	is_int((long long)w.n_days, 31, "all days of October are there");
	ok(w.day[0].visits == REVIEW_NONE && w.day[0].f == NULL,
	    "a day without a line is unknown");
	is_int(w.day[4].visits, 3, "a Monday has its visits");
	is_int(w.day[4].pages, 3, "and its page views");
	ok(w.day[3].working == false && w.day[4].working,
	    "Sundays are off, Mondays are not");
	is_int(w.working_days, 22, "working days of the month");
	is_int(w.show.show.sums.visits, 12, "visits of the month");
	is_int((long long)w.n_months, 13, "months from the first one on");
	ok(w.month[0].visits == 1 && w.month[1].visits == REVIEW_NONE &&
	    w.month[12].visits == 12 && w.month[12].asked &&
	    !w.month[0].asked, "months between are unknown, not 0");
	ok(w.month[12].partial && !w.month[12].running,
	    "a month with few days is partial");
	is_int(w.total.visits, 13, "all that was counted");
	ok(!w.total.opened && w.total.total == 13, "without a balance that is "
	    "the total");

	review_charts(&w, LANG_VI, &arena, &c);
	is_int((long long)c.months.n, 13, "thirteen bars");
	ok(c.months.bar[0].state == CHART_BAR_YEAR_AGO &&
	    c.months.bar[12].state == CHART_BAR_THIS &&
	    c.months.bar[5].state == CHART_BAR_REST &&
	    c.months.bar[5].visits == CHART_NONE,
	    "this month, that of last year, and the rest");
	is_int((long long)c.years.n, 0, "no years where there is but one");
	ok(c.days.day[0].visits == CHART_NONE && c.days.day[4].visits == 3,
	    "the days' chart has the same");
	is_int((long long)c.visits.n, 31, "a tile's line has each day");
	arena_close(&arena);
	review_close(&w);
	rig_close(&r);
}

/* ---- a day that is not over, and days ahead ---- */

static void
test_running(void)
{
	struct rig_view v[] = { { 0, 1, "/", "" }, { 0, 2, "/", "" } };
	struct review w;
	struct rig r;

	open_rig(&r, "Asia/Ho_Chi_Minh");
	v[0].at_s = at(&r, "2026-10-05 09:10:00");
	v[1].at_s = at(&r, "2026-10-06 09:10:00");
	rig_run(&r, v, 2, at(&r, "2026-10-06 12:00:00"));
	load(&r, month(2026, 10), "2026-10-06 12:00:00", &w);
	ok(w.day[5].running && w.day[5].partial && !w.day[4].running,
	    "today is running, and partial");
	ok(w.day[6].ahead && w.day[6].hour[0].state == CHART_AHEAD,
	    "tomorrow is ahead");
	ok(w.day[5].hour[11].state != CHART_AHEAD &&
	    w.day[5].hour[12].state == CHART_AHEAD,
	    "so are today's hours that are not over");
	is_int(w.working_days, 4, "working days so far");
	is_int(w.due.to, w.days.from + 5, "the period so far ends today");
	is_int((long long)w.coverage.hours, 5 * 24 + 12, "hours so far");
	review_close(&w);
	rig_close(&r);
}

/* ---- days of 23 and 25 hours ---- */

static void
test_clocks(void)
{
	struct rig_view v[6];
	struct review w;
	struct rig r;

	open_rig(&r, "Europe/Berlin");
	r.site.holidays = NULL;
	/* 2026-03-29 lacks 02:00; 2026-10-25 has 02:00 twice. */
	v[0] = (struct rig_view){ at(&r, "2026-10-25 00:10:00"), 1, "/", "" };
	v[1] = (struct rig_view){ v[0].at_s + 2 * HOUR, 1, "/", "" };
	v[2] = (struct rig_view){ v[0].at_s + 3 * HOUR, 1, "/", "" };
	v[3] = (struct rig_view){ v[0].at_s + 4 * HOUR, 1, "/", "" };
	v[4] = (struct rig_view){ at(&r, "2026-03-29 01:10:00"), 1, "/", "" };
	v[5] = (struct rig_view){ v[4].at_s + HOUR, 1, "/", "" };
	rig_run(&r, v, 6, at(&r, "2026-11-05 00:00:00"));

	load(&r, month(2026, 10), "2026-11-05 00:00:00", &w);
	is_int(w.day[24].n_hours, 25, "a day of 25 hours has them");
	ok(w.day[24].hour[2].clock == 2 && w.day[24].hour[3].clock == 2 &&
	    w.day[24].hour[4].clock == 3, "two o'clock is there twice");
	ok(w.day[24].hour[2].visits == 1 && w.day[24].hour[3].visits == 1,
	    "each with its visits");
	review_close(&w);

	load(&r, month(2026, 3), "2026-11-05 00:00:00", &w);
	is_int(w.day[28].n_hours, 23, "a day of 23 hours has them");
	ok(w.day[28].hour[1].clock == 1 && w.day[28].hour[2].clock == 3,
	    "two o'clock is not there");
	is_int(w.day[28].hour[2].visits, 1, "three o'clock has its visit");
	review_close(&w);
	rig_close(&r);
}

/* ---- means: of known hours, over the days that have the hour ---- */

static void
fake_day(struct review_day *d, int32_t day, int n_hours)
{
	*d = (struct review_day){ .day = day, .n_hours = n_hours };
	for (int h = 0; h < n_hours; h++)
		d->hour[h] = (struct review_hour){ .state = CHART_SERVED,
			.clock = n_hours == 25 ? h - (h > 2) :
			    n_hours == 23 ? h + (h > 1) : h };
}

static void
test_means(void)
{
	int32_t monday = civil_day(2026, 10, 5);
	struct review_day day[4];
	struct review w = { .day = day, .n_days = 4 };

	fake_day(&day[0], monday, 24);
	fake_day(&day[1], monday + 7, 25);
	fake_day(&day[2], monday + 14, 23);
	fake_day(&day[3], monday + 21, 24);
	day[0].hour[2].visits = 3;
	day[1].hour[2].visits = 2;
	day[1].hour[3].visits = 2; /* two o'clock again */
	day[2].hour[2].visits = 9; /* three o'clock */
	day[3].hour[2].visits = 100;
	day[3].hour[2].state = CHART_NO_LOG;
	day[3].hour[3].state = CHART_AHEAD;
	day[3].hour[4].visits = REVIEW_NONE;
	review_means(&w);
	is_int(w.week.days[0], 4, "days of a weekday");
	is_int(w.week.mean[0][2], 350, "an hour that comes twice is the "
	    "hour's; one that is skipped or unknown is no zero");
	is_int(w.week.days_of[0][2], 2, "nor one of its days");
	is_int(w.week.mean[0][3], 300, "one that is ahead is none, too");
	is_int(w.week.days_of[0][4], 3, "nor one without figures");
	is_int(w.week.days_of[0][5], 4, "the others of such a day are");
	is_int(w.week.total[0], 650, "a day's mean is its hours'");
	ok(w.week.mean[1][0] == REVIEW_NONE && w.week.total[1] == REVIEW_NONE,
	    "a weekday without a day is unknown");
}

/* ---- the balance ---- */

static void
test_balance(void)
{
	struct rig_view v = { 0, 1, "/", "" };
	struct baseline b = { civil_day(2026, 10, 1), 19358, 0, "visits",
		"old \"counter\"", "", "=cmd" };
	struct review w;
	struct rig r;

	open_rig(&r, "Asia/Ho_Chi_Minh");
	v.at_s = at(&r, "2026-09-30 09:10:00");
	rig_run(&r, &v, 1, v.at_s);
	v.at_s = at(&r, "2026-10-02 09:10:00");
	rig_run(&r, &v, 1, v.at_s);
	must(db_begin(r.db, &r.err) && baseline_add(&r.store, &b, &r.err) &&
	    db_commit(r.db, &r.err), &r.err);
	load(&r, month(2026, 10), "2026-11-05 00:00:00", &w);
	ok(w.total.opened && w.total.added && w.total.balance == 19358 &&
	    w.total.visits == 1 && w.total.total == 19359,
	    "a total is the balance and the days from its day on");
	is_text(w.total.source, "old \"counter\"", "its source is told");
	review_close(&w);

	b.unit = "hits";
	must(db_begin(r.db, &r.err) && baseline_add(&r.store, &b, &r.err) &&
	    db_commit(r.db, &r.err), &r.err);
	load(&r, month(2026, 10), "2026-11-05 00:00:00", &w);
	ok(w.total.opened && !w.total.added && w.total.total == 1,
	    "hits are not added to visits");
	review_close(&w);
	rig_close(&r);
}

/* ---- days that were counted before there were figures by hour ---- */

static void
test_older(void)
{
	struct rig_view v[] = { { 0, 1, "/", "" }, { 0, 2, "/", "" } };
	struct review w;
	struct rig r;

	open_rig(&r, "Asia/Ho_Chi_Minh");
	v[0].at_s = at(&r, "2026-10-05 09:10:00");
	v[1].at_s = at(&r, "2026-10-06 09:10:00");
	rig_run(&r, v, 2, at(&r, "2026-10-07 12:00:00"));
	must(db_script(r.db, "DELETE FROM day_hour WHERE day = (SELECT min(day)"
	    " FROM day_hour)", &r.err), &r.err);
	load(&r, month(2026, 10), "2026-10-20 00:00:00", &w);
	ok(w.day[4].hours_known && w.day[4].hour[9].state == CHART_SERVED &&
	    w.day[4].hour[10].state == CHART_NO_LOG,
	    "their hits by hour tell when the site was served");
	ok(w.day[4].hour[9].visits == REVIEW_NONE &&
	    w.day[5].hour[9].visits == 1, "and nothing of visits by hour");
	/* The rig does not fold minutes, of which whole days' states are made. */
	is_int(w.coverage.state[CHART_SERVED], 1, "they are in the coverage");
	review_close(&w);

	must(db_script(r.db, "UPDATE site SET hours_folded = (SELECT min(day) FROM "
	    "day)", &r.err), &r.err);
	load(&r, month(2026, 10), "2026-10-20 00:00:00", &w);
	ok(!w.day[4].hours_known && !w.day[4].partial && w.day[5].partial,
	    "a day whose hours are kept no longer is not called partial");
	is_int(w.coverage.hours, 18 * 24, "and is in no coverage");
	review_close(&w);
	rig_close(&r);
}

/* ---- nothing at all ---- */

static void
test_nothing(void)
{
	struct review_charts c;
	struct arena arena = { NULL, 0 };
	struct buf out = { 0 };
	struct review w;
	struct rig r;

	open_rig(&r, "Asia/Ho_Chi_Minh");
	load(&r, month(2026, 10), "2026-10-20 00:00:00", &w);
	review_charts(&w, LANG_EN, &arena, &c);
	ok(w.n_months == 0 && w.n_sources == 0 && !w.total.known &&
	    !w.week.known && !c.has_week && !c.has_online,
	    "an empty store has a report, and nothing in it");
	review_json(&w, &out);
	ok(strstr(buf_text(&out), "\"figure\":\"visits\",\"value\":null") !=
	    NULL, "unknown visits are null, not 0");
	buf_close(&out);
	arena_close(&arena);
	review_close(&w);

	struct review_query q = { PERIOD_KIND_RANGE, { civil_day(2020, 1, 1),
		civil_day(2026, 1, 1) }, at(&r, "2026-10-20 00:00:00"), false,
		false };

	must(review_load(&r.store, &q, &w, &r.err), &r.err);
	is_int((long long)w.n_days, 0, "six years are not listed by day");
	review_close(&w);
	rig_close(&r);
}

/* ---- tables ---- */

static void
test_book(const struct review *w)
{
	struct buf a = { 0 }, b = { 0 };
	struct err err = { .code = ERR_NONE };

	if (!xlsx_built_in()) {
		ok(!review_xlsx(w, LANG_VI, &a, &err) && err.code == ERR_USAGE,
		    "without its library there is no workbook");
		return;
	}
	ok(review_xlsx(w, LANG_VI, &a, &err) &&
	    review_xlsx(w, LANG_VI, &b, &err) && a.n > 1000 &&
	    memcmp(a.p, "PK", 2) == 0 && a.n == b.n &&
	    memcmp(a.p, b.p, a.n) == 0,
	    "a workbook is the same each time it is made");
	buf_close(&a);
	buf_close(&b);
}

static void
test_tables(void)
{
	struct rig_view v = { 0, 1, "/=1+2\"<b>\n,x", "" };
	struct review_table what;
	struct buf csv = { 0 }, json = { 0 };
	struct review w;
	struct rig r;
	bool good = true, found = false;

	open_rig(&r, "Asia/Ho_Chi_Minh");
	v.at_s = at(&r, "2026-10-02 09:10:00");
	rig_run(&r, &v, 1, v.at_s + DAY);
	load(&r, month(2026, 10), "2026-11-05 00:00:00", &w);
	for (size_t i = 0; review_table(i, &what); i++) {
		struct sheet t = { .n = 0 };

		buf_clear(&csv);
		review_csv(&w, i, &csv);
		what.columns(&t, what.dim);
		good = good && t.n > 0 && csv.n > 0 &&
		    strcmp(review_csv_name(i), what.name) == 0;
		if (strcmp(what.name, "pages") == 0)
			found = strstr(buf_text(&csv),
			    "\n\"/=1+2\"\"<b>\n,x\",1,10,0,0,0,0\n") != NULL;
	}
	ok(good, "each table has a name, columns and a header");
	ok(found, "a hostile name is one quoted field");
	ok(review_csv_name(1000) == NULL, "and the tables end");
	review_json(&w, &json);
	ok(strstr(buf_text(&json), "\"key\":\"/=1+2\\\"") != NULL,
	    "in JSON it is one string");
	buf_close(&csv);
	buf_close(&json);
	test_book(&w);
	review_close(&w);
	rig_close(&r);
}

int
main(void)
{
	struct err err;

	must(holidays_open(NULL, &days_off, &err), &err);
	test_names();
	test_ranks();
	test_month();
	test_running();
	test_clocks();
	test_means();
	test_balance();
	test_older();
	test_nothing();
	test_tables();
	holidays_close(days_off);
	return done();
}

/* SPDX-License-Identifier: MIT */
#include "common/holiday.h"

#include <stdio.h>

#include "common/civil.h"
#include "tests/tap.h"

static int32_t
day(const char *text)
{
	int y = 0, m = 0, d = 0;

	sscanf(text, "%d-%d-%d", &y, &m, &d);
	return civil_day(y, m, d);
}

static const struct {
	const char *name, *day;
	bool working;
	const char *vi; /* NULL: no row of the list */
} days[] = {
	{ "a Monday without a name is worked", "2026-10-05", true, NULL },
	{ "a Saturday is not", "2026-10-03", false, NULL },
	{ "a Sunday is not", "2026-10-04", false, NULL },
	{ "New Year", "2026-01-01", false, "Tết Dương lịch" },
	{ "the day before the lunar New Year", "2026-02-16", false,
	    "Tết Nguyên đán" },
	{ "the lunar New Year", "2026-02-17", false, "Tết Nguyên đán" },
	{ "its last day off", "2026-02-20", false, "Tết Nguyên đán" },
	{ "the Saturday behind it is a Saturday", "2026-02-21", false, NULL },
	{ "the Monday behind it is worked", "2026-02-23", true, NULL },
	{ "the ancestors' day on a Sunday", "2026-04-26", false, "Giỗ Tổ" },
	{ "and the Monday in lieu of it", "2026-04-27", false, "Nghỉ bù" },
	{ "National Day", "2026-09-02", false, "Quốc khánh" },
	{ "and the day before it", "2026-09-01", false, "Quốc khánh" },
	{ "in 2020 National Day had one day", "2020-09-03", true, NULL },
	{ "in 2021 it had two", "2021-09-03", false, "Quốc khánh" },
	{ "a Saturday that is worked instead", "2026-08-22", true, "Làm bù" },
	{ "and the Monday it is worked for", "2026-08-31", false, "Hoán đổi" },
	{ "the list's first day", "2015-01-01", false, "Tết Dương lịch" },
	{ "the day before is only a Wednesday", "2014-12-31", true, NULL },
	{ "after its last year weekdays are worked", "2031-01-01", true, NULL },
	{ "in 2030 the New Year is a day before the Chinese one", "2030-02-02",
	    false, "Tết Nguyên đán" },
};

static void
test_days(const struct holidays *h)
{
	for (size_t i = 0; i < sizeof(days) / sizeof(*days); i++) {
		int32_t d = day(days[i].day);
		const struct holiday *on = holidays_on(h, d);

		ok(holidays_working(h, d) == days[i].working &&
		    (on == NULL ? days[i].vi == NULL : days[i].vi != NULL &&
		    strcmp(holiday_name(on, LANG_VI), days[i].vi) == 0),
		    "%s", days[i].name);
	}
}

static const struct {
	const char *name, *from, *to;
	int64_t n;
} counts[] = {
	{ "October 2026 has 22 working days", "2026-10-01", "2026-10-31", 22 },
	{ "February 2026 lacks five for the New Year", "2026-02-01",
	    "2026-02-28", 15 },
	{ "August 2026 has one swapped, and one worked instead",
	    "2026-08-01", "2026-08-31", 21 },
	{ "one holiday has none", "2026-09-02", "2026-09-02", 0 },
	{ "a period that ends before it begins has none", "2026-09-02",
	    "2026-09-01", 0 },
};

static void
test_counts(const struct holidays *h)
{
	for (size_t i = 0; i < sizeof(counts) / sizeof(*counts); i++)
		ok(holidays_working_days(h, (struct period){
		    day(counts[i].from), day(counts[i].to) }) == counts[i].n,
		    "%s", counts[i].name);
	ok(holidays_known(h, day("2015-01-01")) &&
	    holidays_known(h, day("2030-12-31")) &&
	    !holidays_known(h, day("2014-12-31")) &&
	    !holidays_known(h, day("2031-01-01")) &&
	    !holidays_known(NULL, day("2026-01-01")),
	    "a list knows its years, and none knows none");
	ok(holidays_working(NULL, day("2026-01-01")) &&
	    holidays_on(NULL, day("2026-01-01")) == NULL,
	    "without a list only weekends are off");
	ok(strcmp(holidays_name(h), "built-in") == 0 &&
	    strlen(holidays_sha256(h)) == 64, "the shipped list has a name "
	    "and a hash");
}

#define HEAD "years = 2026-2027\n[holidays]\n"
static const struct {
	const char *name, *text, *why; /* NULL: it is good */
} texts[] = {
	{ "a day and days in a row", HEAD "2026-01-02 = a | b\n"
	    "2026-02-01..2026-02-03 = c | d\n", NULL },
	{ "29 February is in the years that have one",
	    "years = 2023-2025\n[holidays]\n02-29 = a | b\n", NULL },
	{ "no years", "[holidays]\n01-01 = a | b\n",
	    "f.conf:2: \"years = 2015-2030\" or alike must come before" },
	{ "nothing at all", "", "f.conf: says of which years" },
	{ "years that go backwards", "years = 2027-2026\n",
	    "f.conf:1: years = 2027-2026: not as" },
	{ "too many years", "years = 1000-2026\n", "of at most 200 years" },
	{ "one name", HEAD "01-01 = Tet\n", "f.conf:3: 01-01: needs a name" },
	{ "an empty name", HEAD "01-01 = | Tet\n", "needs a name" },
	{ "no such day", HEAD "2026-02-30 = a | b\n", "f.conf:3: 2026-02-30: "
	    "neither a day" },
	{ "no such month", HEAD "13-01 = a | b\n", "13-01: neither" },
	{ "days that go backwards", HEAD "2026-02-03..2026-02-01 = a | b\n",
	    "goes backwards" },
	{ "half of a row of days", HEAD "2026-02-03.. = a | b\n",
	    "days in a row are as" },
	{ "more days than a festival has", HEAD
	    "2026-01-01..2026-12-31 = a | b\n", "more than 60 days" },
	{ "a day of another year", HEAD "2028-01-01 = a | b\n",
	    "lies in none of the list's years, 2026-2027" },
	{ "a day twice", HEAD "01-01 = a | b\n2026-01-01 = c | d\n",
	    "f.conf: 2026-01-01 is there twice" },
	{ "an unknown section", HEAD "[fetes]\n", "section [fetes]" },
	{ "an unknown key", "yers = 2026-2027\n", "yers: only" },
};

static void
test_texts(void)
{
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		struct holidays *h = NULL;
		struct err err = { .code = ERR_NONE };
		bool good = holidays_read(span_of(texts[i].text),
		    "f.conf", &h, &err);

		ok(texts[i].why == NULL ? good : !good &&
		    err.code == ERR_CONFIG &&
		    strstr(err.text, texts[i].why) != NULL, "%s: %s",
		    texts[i].name, good ? "good" : err.text);
		holidays_close(h);
	}
}

static const struct {
	const char *name, *text, *again; /* NULL: wrong */
	uint32_t bits;
} offices[] = {
	{ "the default", OFFICE_DEFAULT, "7:30-11:30, 13:30-17:00",
	    1u << 7 | 1u << 8 | 1u << 9 | 1u << 10 | 1u << 11 | 1u << 13 |
	    1u << 14 | 1u << 15 | 1u << 16 },
	{ "round the clock", "0:00-24:00", "0:00-24:00", 0xffffff },
	{ "none", "none", "none", 0 },
	{ "less than half of an hour is not that hour", "8:40-9:00",
	    "8:40-9:00", 0 },
	{ "leading zeros are fine", "08:00-09:00", "8:00-9:00", 1u << 8 },
	{ "an end before the beginning", "9:00-8:00", NULL, 0 },
	{ "times that overlap", "8:00-10:00, 9:00-11:00", NULL, 0 },
	{ "beyond the day", "8:00-24:01", NULL, 0 },
	{ "no minutes", "8-9", NULL, 0 },
	{ "nothing", "", NULL, 0 },
	{ "five times of a day", "1:00-2:00,3:00-4:00,5:00-6:00,7:00-8:00,"
	    "9:00-10:00", NULL, 0 },
};

static void
test_offices(void)
{
	for (size_t i = 0; i < sizeof(offices) / sizeof(*offices); i++) {
		struct office o = { .n = 0 };
		struct buf again = { 0 };
		struct err err;
		bool good = office_read(span_of(offices[i].text), &o, &err);

		office_put(&again, &o);
		ok(good == (offices[i].again != NULL) && (!good ||
		    (strcmp(buf_text(&again), offices[i].again) == 0 &&
		    office_hours(&o) == offices[i].bits)), "office hours: %s",
		    offices[i].name);
		buf_close(&again);
	}
}

int
main(void)
{
	struct holidays *h = NULL;
	struct err err;

	ok(holidays_open(NULL, &h, &err), "the shipped list is read");
	if (h == NULL)
		return done();
	test_days(h);
	test_counts(h);
	test_texts();
	test_offices();
	ok(!holidays_open("/nonexistent/f.conf", &(struct holidays *){ NULL },
	    &err) && err.code == ERR_NOINPUT, "a missing file is told");
	holidays_close(h);
	return done();
}

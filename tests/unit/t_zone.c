/* SPDX-License-Identifier: MIT */
#include "common/zone.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "common/civil.h"
#include "common/zone_rule.h"
#include "tests/tap.h"

enum { DAY_S = 86400 };

/* Instants are drawn by a generator with a fixed start: a failure comes back. */
static uint64_t
draw(uint64_t *state)
{
	*state = *state * 6364136223846793005u + 1442695040888963407u;
	return *state >> 33;
}

static struct zone *
open_zone(const char *name)
{
	struct zone *z = NULL;
	struct err err = { 0 };

	if (!zone_open(name, NULL, &z, &err))
		diag("%s", err.text);
	return z;
}

static void
use_libc(const char *tz)
{
	setenv("TZ", tz, 1);
	tzset();
}

static struct tm
libc_at(int64_t at_s)
{
	time_t t = (time_t)at_s;
	struct tm tm = { 0 };

	localtime_r(&t, &tm);
	return tm;
}

static int32_t
libc_day(int64_t at_s)
{
	struct tm tm = libc_at(at_s);

	return civil_day(tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday);
}

/* By what is special about them. */
static const struct {
	const char *name, *why;
} zones[] = {
	{ "Asia/Ho_Chi_Minh", "its seven changes of the 20th century" },
	{ "Europe/Berlin", "summer time" },
	{ "America/New_York", "the other summer time" },
	{ "Australia/Lord_Howe", "a summer time of 30 minutes" },
	{ "America/Sao_Paulo", "days that begin at 01:00" },
	{ "Africa/Casablanca", "a summer time that pauses for Ramadan" },
	{ "Pacific/Apia", "a day that never was" },
	{ "Europe/Dublin", "a winter time" },
	{ "America/St_Johns", "clocks that went back over midnight" },
	{ "America/Nuuk", "a change on the day before" },
	{ "Asia/Gaza", "a change 50 hours into a day" },
	{ "Asia/Kathmandu", "an offset of 45 minutes" },
	{ "America/Juneau", "a date lived twice" },
	{ "Pacific/Kiritimati", "14 hours ahead" },
	{ "Asia/Manila", "16 hours behind, once" },
	{ "Africa/Monrovia", "offsets with seconds until 1972" },
};

/* The first second in (from, to] with the offset of to. */
static int64_t
libc_change(int64_t from, int64_t to)
{
	long after = libc_at(to).tm_gmtoff;

	while (to - from > 1) {
		int64_t mid = from + (to - from) / 2;

		if (libc_at(mid).tm_gmtoff == after)
			to = mid;
		else
			from = mid;
	}
	return to;
}

/* 1840 to 2200, and to the second around each change of libc's offset. */
static int
wrong_offsets(const struct zone *z)
{
	int wrong = 0;
	uint64_t state = 1;
	long before = libc_at(-4102444800).tm_gmtoff;

	for (int i = 0; i < 20000; i++) {
		int64_t at = -4102444800 + (int64_t)(draw(&state) %
		    (uint64_t)(360 * 366) * DAY_S + draw(&state) % DAY_S);

		wrong += zone_offset(z, at) != libc_at(at).tm_gmtoff;
	}
	for (int64_t at = -4102444800; at < 7258118400; at += DAY_S) {
		long now = libc_at(at).tm_gmtoff;

		if (now != before) {
			int64_t change = libc_change(at - DAY_S, at);

			for (int64_t near = change - 9; near <= change + 9;
			    near += 3)
				wrong += zone_offset(z, near) !=
				    libc_at(near).tm_gmtoff;
			wrong += zone_offset(z, change - 1) !=
			    libc_at(change - 1).tm_gmtoff;
		}
		before = now;
	}
	return wrong;
}

/* The first instant whose date is day or later, by libc alone and by minutes:
 * nothing that a clock did at midnight was finer after 1972.  Three hours ahead,
 * as an hour ahead a clock may have gone back over midnight again. */
static int64_t
slow_start(int32_t day)
{
	int64_t at = (int64_t)day * DAY_S - 16 * 3600;

	while (libc_day(at) < day)
		at += libc_day(at + 3 * 3600) < day ? 3600 : 60;
	return at;
}

/* Days near a change, and one in 41 of the others: libc is slow. */
static bool
worth_a_look(int32_t day)
{
	int64_t at = (int64_t)day * DAY_S;

	return day % 41 == 0 || libc_at(at - 2 * DAY_S).tm_gmtoff !=
	    libc_at(at + 2 * DAY_S).tm_gmtoff;
}

static int
wrong_days(const struct zone *z)
{
	int wrong = 0;
	int32_t from = civil_day(1972, 2, 1), to = civil_day(2060, 1, 1);

	for (int32_t day = from; day < to; day++) {
		if (!worth_a_look(day))
			continue;

		struct zone_day d = zone_day_of(z, day);
		int64_t noon = d.start_s + (d.end_s - d.start_s) / 2;

		wrong += d.day != day || d.start_s != slow_start(day) ||
		    d.end_s != zone_day_of(z, day + 1).start_s;
		if (d.start_s == d.end_s)
			continue; /* a date that the zone skipped */
		for (int i = 0; i < 3; i++) {
			int64_t at = i == 0 ? d.start_s :
			    i == 1 ? noon : d.end_s - 1;
			struct zone_day e = zone_day_at(z, at);

			wrong += e.day != day || e.start_s != d.start_s ||
			    e.end_s != d.end_s;
		}
	}
	return wrong;
}

static void
test_libc(void)
{
	for (size_t i = 0; i < sizeof(zones) / sizeof(zones[0]); i++) {
		char path[100];

		snprintf(path, sizeof(path), "/usr/share/zoneinfo/%s",
		    zones[i].name);
		if (access(path, R_OK) != 0) {
			skip("%s is not installed", zones[i].name);
			continue;
		}

		struct zone *z = open_zone(zones[i].name);

		if (!ok(z != NULL, "%s opens", zones[i].name))
			continue;
		use_libc(zones[i].name);
		is_int(wrong_offsets(z), 0, "%s, with %s: offsets as libc's",
		    zones[i].name, zones[i].why);
		is_int(wrong_days(z), 0, "%s: days begin and end as by libc",
		    zones[i].name);
		zone_close(z);
	}
	use_libc("UTC");
}

/* Of `date -d`, not of this program. */
static const struct {
	const char *name, *zone;
	int32_t year, month, day;
	int64_t start_s;
	int hours, minutes;
} day_rows[] = {
	{ "a day in Hanoi begins at 17:00 UTC", "Asia/Ho_Chi_Minh",
	    2026, 11, 1, 1793466000, 24, 0 },
	{ "the spring day in Berlin has 23 hours", "Europe/Berlin",
	    2026, 3, 29, 1774738800, 23, 0 },
	{ "the autumn day in Berlin has 25 hours", "Europe/Berlin",
	    2026, 10, 25, 1792879200, 25, 0 },
	{ "a day in Sao Paulo once began at 01:00", "America/Sao_Paulo",
	    2018, 11, 4, 1541300400, 23, 0 },
	{ "the day before it was whole", "America/Sao_Paulo",
	    2018, 11, 3, 1541214000, 24, 0 },
	{ "a day in Sao Paulo ended with 23:00 twice", "America/Sao_Paulo",
	    2018, 2, 17, 1518832800, 25, 0 },
	{ "Lord Howe's clocks go back by half an hour", "Australia/Lord_Howe",
	    2026, 4, 5, 1775307600, 24, 30 },
	{ "and forward by it", "Australia/Lord_Howe",
	    2026, 10, 4, 1791034200, 23, 30 },
	{ "Apia's 29 December 2011 was whole", "Pacific/Apia",
	    2011, 12, 29, 1325152800, 24, 0 },
	{ "Apia had no 30 December 2011", "Pacific/Apia",
	    2011, 12, 30, 1325239200, 0, 0 },
	{ "Apia's 31 December came at once", "Pacific/Apia",
	    2011, 12, 31, 1325239200, 24, 0 },
	{ "a minute of the new day, then 23:01 again", "America/St_Johns",
	    2010, 11, 7, 1289097000, 25, 0 },
};

static void
test_days(void)
{
	for (size_t i = 0; i < sizeof(day_rows) / sizeof(day_rows[0]); i++) {
		struct zone *z = open_zone(day_rows[i].zone);

		if (z == NULL) {
			skip("%s is not installed", day_rows[i].zone);
			continue;
		}

		struct zone_day d = zone_day_of(z, civil_day(day_rows[i].year,
		    day_rows[i].month, day_rows[i].day));

		is_int(d.start_s, day_rows[i].start_s, "%s: its start",
		    day_rows[i].name);
		is_int(d.end_s - d.start_s, day_rows[i].hours * 3600 +
		    day_rows[i].minutes * 60, "%s: its length",
		    day_rows[i].name);
		zone_close(z);
	}
}

/* libc reads a TZ string too. */
static const char *const rules[] = {
	"UTC0", "<+07>-7", "EST5", "<-0330>3:30", "<+0545>-5:45:30",
	"CET-1CEST,M3.5.0,M10.5.0/3",
	"EST5EDT,M3.2.0,M11.1.0",
	"IST-1GMT0,M10.5.0,M3.5.0/1",
	"<+1030>-10:30<+11>-11,M10.1.0,M4.1.0",
	"<-02>2<-01>,M3.5.0/-1,M10.5.0/0",
	"EET-2EEST,M3.4.4/50,M10.4.4/50",
	"AAA3BBB,J60,J300", "AAA3BBB,J59/1:30,J365",
	"AAA3BBB,59,300/4", "AAA-3BBB-5,1/3,100", "AAA-3BBB,300,J60/2:00:01",
};

static void
test_rules(void)
{
	for (size_t i = 0; i < sizeof(rules) / sizeof(rules[0]); i++) {
		struct zone_rule r;
		bool read = zone_rule_read(span_of(rules[i]), &r);
		int wrong = 0;
		int64_t next = 0;

		if (!ok(read, "%s is read", rules[i]))
			continue;
		use_libc(rules[i]);
		for (int64_t at = 0; at < 7258118400; at += 5 * 3600 + 1234)
			wrong += zone_rule_offset(&r, at) !=
			    libc_at(at).tm_gmtoff;
		is_int(wrong, 0, "%s: offsets as libc's", rules[i]);

		/* Between two changes, the offset must not move. */
		wrong = 0;
		for (int n = 0; n < 60 && next != INT64_MAX; n++) {
			int64_t from = next;

			next = zone_rule_next(&r, from);
			if (next == INT64_MAX)
				break;
			wrong += next <= from || zone_rule_offset(&r, from) !=
			    zone_rule_offset(&r, next - 1);
			wrong += libc_at(from).tm_gmtoff !=
			    libc_at(next - 1).tm_gmtoff;
		}
		is_int(wrong, 0, "%s: nothing moves between two changes",
		    rules[i]);
	}
	use_libc("UTC");
}

/* Where glibc is at fault: it takes the rules of the year by UTC. */
static const struct {
	const char *name, *rule;
	int64_t at_s;
	int32_t offset_s;
} year_ends[] = {
	{ "a summer begins at the local new year, not before",
	    "AAA-3BBB-5,0/0,100", 1767214799, 3 * 3600 },
	{ "a summer begins at the local new year, then",
	    "AAA-3BBB-5,0/0,100", 1767214800, 5 * 3600 },
	{ "summer for ever does not pause before the new year",
	    "XXX3EDT4,0/0,J365/23", 1767236399, -4 * 3600 },
	{ "summer for ever does not pause at the new year",
	    "XXX3EDT4,0/0,J365/23", 1767236400, -4 * 3600 },
	{ "nor in the hours after it by UTC",
	    "XXX3EDT4,0/0,J365/23", 1767225600, -4 * 3600 },
	{ "nor in July", "XXX3EDT4,0/0,J365/23", 1783000000, -4 * 3600 },
	{ "nor a century later", "XXX3EDT4,0/0,J365/23", 4918852800,
	    -4 * 3600 },
};

static void
test_year_ends(void)
{
	for (size_t i = 0; i < sizeof(year_ends) / sizeof(year_ends[0]); i++) {
		struct zone_rule r;

		if (ok(zone_rule_read(span_of(year_ends[i].rule), &r),
		    "%s is read", year_ends[i].rule))
			is_int(zone_rule_offset(&r, year_ends[i].at_s),
			    year_ends[i].offset_s, "%s", year_ends[i].name);
	}
}

static const char *const bad_rules[] = {
	"", "U", "UT", "UTC", "UTC+", "UTC25", "<+07", "<>-7", "<+07>", "5",
	"EST5EDT", "EST5EDT,", "EST5EDT,M3.2.0", "EST5EDT,M3.2.0,",
	"EST5EDT,M13.2.0,M11.1.0", "EST5EDT,M0.2.0,M11.1.0",
	"EST5EDT,M3.6.0,M11.1.0", "EST5EDT,M3.0.0,M11.1.0",
	"EST5EDT,M3.2.7,M11.1.0", "EST5EDT,M3.2,M11.1.0",
	"EST5EDT,J0,J300", "EST5EDT,J1,J366", "EST5EDT,366,J300", "EST5EDT,M3.2.0/168,M11.1.0",
	"EST5EDT,M3.2.0/2:60,M11.1.0", "EST5EDT,M3.2.0,M11.1.0x",
	"EST5EDT,M3.2.0,M11.1.0,", "EST5:60", "EST5:00:60", "EST0005",
	"EST5ED,M3.2.0,M11.1.0", "EST5EDT,M3.2.0/,M11.1.0",
};

static void
test_bad_rules(void)
{
	for (size_t i = 0; i < sizeof(bad_rules) / sizeof(bad_rules[0]); i++) {
		size_t n = strlen(bad_rules[i]);
		struct zone_rule r;

		ok(!zone_rule_read((struct span){
		    tap_guarded(bad_rules[i], n), n }, &r),
		    "the rule \"%s\" is refused", bad_rules[i]);
	}
}

static const struct {
	const char *name;
	int64_t offset;
} fixed[] = {
	{ "UTC", 0 }, { "+07:00", 25200 }, { "-0330", -12600 },
	{ "+07", 25200 }, { "-00:00", 0 }, { "+23:59", 86340 },
	{ "-23:59", -86340 },
};

static const char *const bad_names[] = {
	"", "/etc/passwd", "../zoneinfo/UTC", "Asia/../UTC", "Asia", "Asia/",
	"Asia/Ha Noi", "Europe/Berlin\n", "No/Such_Zone", "+7", "+07:", "+24",
	"+07:60", "+7:00", "+070", "+07:000", "+0x", "-", "+", "Asia/.",
	"tzdata.zi", "\xc3\xa9",
};

static void
test_names(void)
{
	for (size_t i = 0; i < sizeof(fixed) / sizeof(fixed[0]); i++) {
		struct zone *z = open_zone(fixed[i].name);

		if (!ok(z != NULL, "%s needs no file", fixed[i].name))
			continue;
		is_int(zone_offset(z, 1793466000), fixed[i].offset,
		    "%s has its offset", fixed[i].name);
		is_text(zone_name(z), fixed[i].name, "and keeps its name");
		zone_close(z);
	}
	for (size_t i = 0; i < sizeof(bad_names) / sizeof(bad_names[0]); i++) {
		struct zone *z = NULL;
		struct err err = { 0 };

		ok(!zone_open(bad_names[i], NULL, &z, &err) && z == NULL &&
		    err.code == ERR_CONFIG && err.text[0] != '\0',
		    "the name \"%s\" is refused", bad_names[i]);
	}
	zone_close(NULL);
}

static const struct {
	const char *name, *zone;
	int64_t local_s, at_s;
} instants[] = {
	{ "a plain time", "+07:00", 1793491200, 1793466000 },
	{ "a time shown twice is the earlier one", "Europe/Berlin",
	    1792895400, 1792888200 },
	{ "a time skipped is the instant of the change", "Europe/Berlin",
	    1774751400, 1774746000 },
};

static void
test_instants(void)
{
	for (size_t i = 0; i < sizeof(instants) / sizeof(instants[0]); i++) {
		struct zone *z = open_zone(instants[i].zone);

		if (z == NULL) {
			skip("%s is not installed", instants[i].zone);
			continue;
		}
		is_int(zone_instant(z, instants[i].local_s),
		    instants[i].at_s, "%s", instants[i].name);
		zone_close(z);
	}
}

static void
test_limits(void)
{
	static const char *const names[] = { "UTC", "+23:00", "-23:00",
		"Europe/Berlin", "America/New_York" };
	static const int64_t far[] = { INT64_MIN, INT64_MIN + 1,
		-ZONE_LIMIT_S, ZONE_LIMIT_S, INT64_MAX - 1, INT64_MAX };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		struct zone *z = open_zone(names[i]);
		int wrong = 0;

		if (z == NULL) {
			skip("%s is not installed", names[i]);
			continue;
		}
		for (size_t k = 0; k < sizeof(far) / sizeof(far[0]); k++) {
			int64_t at = far[k] > 0 ? ZONE_LIMIT_S : -ZONE_LIMIT_S;
			struct zone_day d = zone_day_at(z, far[k]);
			int64_t shown = zone_instant(z, far[k]);

			wrong += d.start_s > at || d.end_s <= at;
			wrong += shown > ZONE_LIMIT_S + 8 * DAY_S ||
			    shown < -ZONE_LIMIT_S - 8 * DAY_S;
		}
		zone_day_of(z, INT32_MIN);
		zone_day_of(z, INT32_MAX);
		is_int(wrong, 0, "%s ends nowhere, however far one asks",
		    names[i]);
		zone_close(z);
	}
}

int
main(void)
{
	test_libc();
	test_days();
	test_rules();
	test_year_ends();
	test_bad_rules();
	test_names();
	test_instants();
	test_limits();
	return done();
}

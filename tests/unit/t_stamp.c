/* SPDX-License-Identifier: MIT */
#include "common/stamp.h"

#include "common/civil.h"
#include "tests/tap.h"

static struct span
guarded(const char *text)
{
	return (struct span){ tap_guarded(text, strlen(text)), strlen(text) };
}

static const struct {
	const char *name, *zone;
	int64_t at_s;
	const char *text;
} written[] = {
	{ "UTC is written as +00:00", "UTC", 1620976500,
	    "2021-05-14T07:15:00+00:00" },
	{ "Hanoi is seven hours ahead", "+07:00", 1620976500,
	    "2021-05-14T14:15:00+07:00" },
	{ "west has a minus", "-03:30", 1620976500,
	    "2021-05-14T03:45:00-03:30" },
	{ "a second before 1970", "UTC", -1, "1969-12-31T23:59:59+00:00" },
	{ "summer in Berlin", "Europe/Berlin", 1792888200,
	    "2026-10-25T02:30:00+02:00" },
	{ "the same hour again, in winter", "Europe/Berlin", 1792891800,
	    "2026-10-25T02:30:00+01:00" },
	{ "an offset with seconds is cut, and the instant stays",
	    "Africa/Monrovia", 0, "1969-12-31T23:16:00-00:44" },
};

static void
test_written(void)
{
	struct buf b = { 0 };
	struct err err;

	for (size_t i = 0; i < sizeof(written) / sizeof(written[0]); i++) {
		struct zone *z = NULL;
		int64_t back = 0;

		if (!zone_open(written[i].zone, NULL, &z, &err)) {
			skip("%s is not installed", written[i].zone);
			continue;
		}
		buf_clear(&b);
		stamp_put(&b, z, written[i].at_s);
		is_text(buf_text(&b), written[i].text, "%s",
		    written[i].name);
		ok(stamp_read(buf_view(&b), z, &back) &&
		    back == written[i].at_s, "%s: and read back",
		    written[i].name);
		zone_close(z);
	}
	buf_close(&b);
}

/* In +07:00. */
static const struct {
	const char *name, *text;
	int64_t at_s;
} read_rows[] = {
	{ "RFC 3339", "2021-05-14T14:15:00+07:00", 1620976500 },
	{ "another offset than the zone's", "2021-05-14T07:15:00Z",
	    1620976500 },
	{ "small letters", "2021-05-14t07:15:00z", 1620976500 },
	{ "an offset without a colon", "2021-05-14T14:15:00+0700",
	    1620976500 },
	{ "an offset of hours", "2021-05-14T14:15:00+07", 1620976500 },
	{ "an offset to the west", "2021-05-14T03:45:00-03:30", 1620976500 },
	{ "no offset: local time", "2021-05-14T14:15:00", 1620976500 },
	{ "a blank between", "2021-05-14 14:15:00", 1620976500 },
	{ "blanks between", "2021-05-14   14:15:00  +07:00", 1620976500 },
	{ "no seconds", "2021-05-14 14:15", 1620976500 },
	{ "no seconds, an offset", "2021-05-14T14:15+07:00", 1620976500 },
	{ "a fraction is dropped", "2021-05-14T14:15:00.999+07:00",
	    1620976500 },
	{ "a long fraction too", "2021-05-14T14:15:00.123456789012",
	    1620976500 },
	{ "a leap second is the next one", "2016-12-31T23:59:60Z",
	    1483228800 },
	{ "a date is its first instant", "2021-05-14", 1620925200 },
	{ "seconds since 1970", "@1620976500", 1620976500 },
	{ "seconds before 1970", "@-1", -1 },
	{ "the year 0", "0000-01-01T00:00:00Z", -62167219200 },
	{ "the year 9999", "9999-12-31T23:59:59Z", 253402300799 },
};

static const char *const bad_stamps[] = {
	"", " ", "@", "@-", "@+1", "@1x", "@99999999999999", "2021",
	"2021-05", "2021-5-14", "21-05-14", "2021-02-29", "2021-13-01",
	"2021-00-01", "2021-05-00", "2021-05-32", "2021-05-14T",
	"2021-05-14 ", "2021-05-14T14", "2021-05-14T14:", "2021-05-14T14:1",
	"2021-05-14T24:00", "2021-05-14T14:60", "2021-05-14T14:15:61",
	"2021-05-14T14:15:", "2021-05-14T14:15:0", "2021-05-14T14:15:00.",
	"2021-05-14T14:15:00.x", "2021-05-14T14:15:00+",
	"2021-05-14T14:15:00+7", "2021-05-14T14:15:00+24:00",
	"2021-05-14T14:15:00+07:60", "2021-05-14T14:15:00+07:",
	"2021-05-14T14:15:00+07:0", "2021-05-14T14:15:00ZZ",
	"2021-05-14T14:15:00+07:00 ", "2021-05-14Z", "2021-05-14+07:00",
	"2021/05/14", "14.05.2021", " 2021-05-14", "+2021-05-14",
	"2021-05-14_14:15", "-021-05-14", "2021-05-14T-1:00",
	"now",
};

static void
test_read(void)
{
	struct zone *z = NULL;
	struct err err;

	if (!ok(zone_open("+07:00", NULL, &z, &err), "a fixed zone opens"))
		return;
	for (size_t i = 0; i < sizeof(read_rows) / sizeof(read_rows[0]); i++) {
		int64_t at = 0;

		ok(stamp_read(guarded(read_rows[i].text), z, &at),
		    "%s: read", read_rows[i].name);
		is_int(at, read_rows[i].at_s, "%s", read_rows[i].name);
	}
	for (size_t i = 0; i < sizeof(bad_stamps) / sizeof(bad_stamps[0]);
	    i++) {
		int64_t at = 77;

		ok(!stamp_read(guarded(bad_stamps[i]), z, &at) && at == 77,
		    "the stamp \"%s\" is refused", bad_stamps[i]);
	}

	int64_t at = 77;

	ok(!stamp_read(SPAN("2021-05-14T14:15:00\0"), z, &at) && at == 77,
	    "a NUL at the end is refused");
	zone_close(z);
}

static void
test_local(void)
{
	static const struct {
		const char *name, *zone, *text;
		int64_t at_s;
	} rows[] = {
		{ "a time shown twice is the earlier one", "Europe/Berlin",
		    "2026-10-25 02:30", 1792888200 },
		{ "a time skipped is the instant of the change",
		    "Europe/Berlin", "2026-03-29 02:30", 1774746000 },
		{ "a day that begins at 01:00", "America/Sao_Paulo",
		    "2018-11-04", 1541300400 },
	};
	struct err err;

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct zone *z = NULL;
		int64_t at = 0;

		if (!zone_open(rows[i].zone, NULL, &z, &err)) {
			skip("%s is not installed", rows[i].zone);
			continue;
		}
		ok(stamp_read(span_of(rows[i].text), z, &at) &&
		    at == rows[i].at_s, "%s", rows[i].name);
		zone_close(z);
	}
}

static void
test_dates(void)
{
	static const char *const bad_days[] = { "", "2021-05", "2021-05-14 ",
		"2021-02-29", "2021-05-14T00:00", "20210514" };
	static const char *const bad_months[] = { "", "2021", "2021-",
		"2021-5", "2021-13", "2021-00", "2021-05-", "2021-05-14" };
	struct buf b = { 0 };
	int32_t day = 0, first = 0, last = 0;

	ok(stamp_read_day(guarded("2021-05-14"), &day), "a day is read");
	is_int(day, civil_day(2021, 5, 14), "it is that day");
	stamp_put_day(&b, day);
	is_text(buf_text(&b), "2021-05-14", "and is written alike");
	buf_clear(&b);
	stamp_put_day(&b, civil_day(7, 1, 2));
	is_text(buf_text(&b), "0007-01-02", "years have four digits");
	ok(stamp_read_month(guarded("2024-02"), &first, &last) &&
	    first == civil_day(2024, 2, 1) && last == civil_day(2024, 2, 29),
	    "a month is its first and its last day");
	ok(stamp_read_month(guarded("2026-12"), &first, &last) &&
	    first == civil_day(2026, 12, 1) &&
	    last == civil_day(2026, 12, 31), "December has an end");
	for (size_t i = 0; i < sizeof(bad_days) / sizeof(bad_days[0]); i++)
		ok(!stamp_read_day(guarded(bad_days[i]), &day),
		    "the day \"%s\" is refused", bad_days[i]);
	for (size_t i = 0; i < sizeof(bad_months) / sizeof(bad_months[0]); i++)
		ok(!stamp_read_month(guarded(bad_months[i]), &first, &last),
		    "the month \"%s\" is refused", bad_months[i]);
	buf_close(&b);
}

static const struct {
	const char *text;
	int64_t seconds;
	const char *shortest;
} durations[] = {
	{ "90s", 90, "90s" }, { "30m", 1800, "30m" }, { "48h", 172800, "2d" },
	{ "10d", 864000, "10d" }, { "2w", 1209600, "2w" },
	{ "1h30m", 5400, "90m" }, { "300", 300, "5m" }, { "0", 0, "0s" },
	{ "0s", 0, "0s" }, { "60m", 3600, "1h" }, { "7d", 604800, "1w" },
	{ "1w1d1h1m1s", 694861, "694861s" }, { "3661s", 3661, "61m1s" },
	{ "2910m", 174600, "2d30m" }, { "86401", 86401, "1d1s" },
	{ "9223372036854775807", INT64_MAX, "9223372036854775807s" },
};

static const char *const bad_durations[] = {
	"", "m", "-1s", "+1s", "1h30", "30m1h", "1h1h", "1x", "1 h",
	" 1h", "1h ", "1.5h", "9223372036854775808", "18446744073709551616s",
	"30500568904944w", "15250284452472w15250284452472d9223372036854775807h",
	"h1", "1H", "1hm",
};

static void
test_durations(void)
{
	struct buf b = { 0 };
	int64_t s = 0;

	for (size_t i = 0; i < sizeof(durations) / sizeof(durations[0]); i++) {
		s = -1;
		ok(stamp_read_duration(guarded(durations[i].text), &s),
		    "the duration %s is read", durations[i].text);
		is_int(s, durations[i].seconds, "it is %lld s",
		    (long long)durations[i].seconds);
		buf_clear(&b);
		stamp_put_duration(&b, durations[i].seconds);
		is_text(buf_text(&b), durations[i].shortest,
		    "its shortest form is %s", durations[i].shortest);
	}
	for (size_t i = 0; i < sizeof(bad_durations) / sizeof(bad_durations[0]);
	    i++) {
		s = 77;
		ok(!stamp_read_duration(guarded(bad_durations[i]), &s) &&
		    s == 77, "the duration \"%s\" is refused",
		    bad_durations[i]);
	}

	int wrong = 0;

	for (int64_t n = 0; n < 2000000; n += 97) {
		buf_clear(&b);
		stamp_put_duration(&b, n);
		wrong += !stamp_read_duration(buf_view(&b), &s) || s != n;
	}
	is_int(wrong, 0, "what is written is read back");
	buf_clear(&b);
	stamp_put_duration(&b, INT64_MIN);
	is_text(buf_text(&b), "-9223372036854775808s",
	    "the least number is no accident");
	buf_close(&b);
}

int
main(void)
{
	test_written();
	test_read();
	test_local();
	test_dates();
	test_durations();
	return done();
}

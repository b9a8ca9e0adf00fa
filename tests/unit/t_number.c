/* SPDX-License-Identifier: MIT */

#include "tests/tap.h"
#include "common/number.h"
#include "publish/duration.h"

#define NBSP "\xc2\xa0"

static const struct {
	const char *name;
	void (*put)(struct buf *out, int64_t n, enum lang lang);
	int64_t n;
	const char *vi, *en;
} rows[] = {
	{ "zero", number_put, 0, "0", "0" },
	{ "three digits have no group", number_put, 163, "163", "163" },
	{ "four digits have one", number_put, 3540, "3.540", "3,540" },
	{ "the total of the seed", number_put, 19358, "19.358", "19,358" },
	{ "a million", number_put, 1000000, "1.000.000", "1,000,000" },
	{ "less than zero", number_put, -1234, "-1.234", "-1,234" },
	{ "the least of all", number_put, INT64_MIN,
	    "-9.223.372.036.854.775.808", "-9,223,372,036,854,775,808" },
	{ "the greatest of all", number_put, INT64_MAX,
	    "9.223.372.036.854.775.807", "9,223,372,036,854,775,807" },
	{ "tenths", number_put_tenths, 12345, "1.234,5", "1,234.5" },
	{ "a tenth below zero keeps its sign", number_put_tenths, -5, "-0,5",
	    "-0.5" },
	{ "the least of tenths", number_put_tenths, INT64_MIN,
	    "-922.337.203.685.477.580,8", "-922,337,203,685,477,580.8" },
	{ "per cent", number_put_percent, 315, "31,5" NBSP "%", "31.5%" },
	{ "all of it", number_put_percent, 1000, "100,0" NBSP "%", "100.0%" },
	{ "five minutes", duration_put, 300, "5 phút", "5 minutes" },
	{ "one minute is singular", duration_put, 60, "1 phút", "1 minute" },
	{ "an hour and a half", duration_put, 5400, "1 giờ 30 phút",
	    "1 hour 30 minutes" },
	{ "no time at all", duration_put, 0, "0 giây", "0 seconds" },
	{ "days and a second", duration_put, 2 * 86400 + 1,
	    "2 ngày 1 giây", "2 days 1 second" },
};

static const struct {
	const char *name;
	int64_t part, whole, want;
} shares[] = {
	{ "a third is 33.3", 1, 3, 333 },
	{ "two thirds are 66.7", 2, 3, 667 },
	{ "a half of a thousandth goes up", 1, 2000, 1 },
	{ "less than that goes down", 1, 2001, 0 },
	{ "a fall goes down likewise", -1, 2000, -1 },
	{ "all of the greatest", INT64_MAX, INT64_MAX, 1000 },
	{ "the least over the greatest", INT64_MIN, INT64_MAX, -1000 },
	{ "more than fits is the most that fits", INT64_MAX, 1, INT64_MAX },
};

int
main(void)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct buf out = { 0 };

		rows[i].put(&out, rows[i].n, LANG_VI);
		is_text(buf_text(&out), rows[i].vi, "vi: %s", rows[i].name);
		buf_clear(&out);
		rows[i].put(&out, rows[i].n, LANG_EN);
		is_text(buf_text(&out), rows[i].en, "en: %s", rows[i].name);
		buf_close(&out);
	}
	for (size_t i = 0; i < sizeof(shares) / sizeof(shares[0]); i++)
		is_int(number_permille(shares[i].part, shares[i].whole),
		    shares[i].want, "%s", shares[i].name);
	return done();
}

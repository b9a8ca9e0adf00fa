/* SPDX-License-Identifier: MIT */
#include "publish/measure_text.h"

#include "common/number.h"
#include "publish/duration.h"

enum { MILLION = 1000000, SECOND_US = 1000000 };

void
measure_put_decimal(struct buf *out, int64_t millionths, enum lang lang)
{
	/* Thousandths of a tenth: halves are rounded away from zero. */
	int64_t hundredths = number_permille(millionths, 10 * MILLION);

	if (hundredths % 100 == 0) {
		number_put(out, hundredths / 100, lang);
		return;
	}
	if (hundredths % 10 == 0) {
		number_put_tenths(out, hundredths / 10, lang);
		return;
	}
	if (hundredths < 0)
		buf_putc(out, '-');
	hundredths = hundredths < 0 ? -hundredths : hundredths;
	number_put(out, hundredths / 100, lang);
	buf_printf(out, "%c%02d", lang == LANG_VI ? ',' : '.',
	    (int)(hundredths % 100));
}

/* Milliseconds below a second. */
static void
put_time(struct buf *out, int64_t us, enum lang lang)
{
	if (us > -SECOND_US && us < SECOND_US) {
		number_put(out, number_permille(us, SECOND_US), lang);
		buf_puts(out, "\xc2\xa0ms");
	} else {
		measure_put_decimal(out, us, lang);
		buf_puts(out, "\xc2\xa0s");
	}
}

static void
put_days(struct buf *out, int64_t days, enum lang lang)
{
	struct buf n = { 0 };

	number_put(&n, days, lang);
	message_put1(out, lang, days == 1 ? MSG_DAY : MSG_DAYS, buf_text(&n));
	buf_close(&n);
}

void
measure_put(struct buf *out, enum metric_unit unit, int64_t value,
    enum lang lang)
{
	switch (unit) {
	case METRIC_RATIO:
		number_put_percent(out, number_permille(value, MILLION), lang);
		break;
	case METRIC_COUNT:
		number_put(out, value, lang);
		break;
	case METRIC_MEAN:
		measure_put_decimal(out, value, lang);
		break;
	case METRIC_TIME:
		put_time(out, value, lang);
		break;
	case METRIC_MINUTES:
		duration_put(out, value < 0 ? 0 : value * 60, lang);
		break;
	case METRIC_DAYS:
		put_days(out, value, lang);
		break;
	}
}

const char *
measure_unit_name(enum metric_unit unit)
{
	static const char *const name[] = {
		[METRIC_RATIO] = "millionths", [METRIC_COUNT] = "count",
		[METRIC_MEAN] = "millionths", [METRIC_TIME] = "microseconds",
		[METRIC_MINUTES] = "minutes", [METRIC_DAYS] = "days",
	};

	return name[unit];
}

/* SPDX-License-Identifier: MIT */
#include "publish/duration.h"

#include <assert.h>

#include "common/number.h"

void
duration_put(struct buf *out, int64_t seconds, enum lang lang)
{
	static const struct {
		int64_t s;
		enum message one, many;
	} unit[] = {
		{ 86400, MSG_DAY, MSG_DAYS },
		{ 3600, MSG_HOUR, MSG_HOURS },
		{ 60, MSG_MINUTE, MSG_MINUTES },
		{ 1, MSG_SECOND, MSG_SECONDS },
	};
	bool first = true;

	assert(seconds >= 0);
	for (size_t i = 0; i < sizeof(unit) / sizeof(unit[0]); i++) {
		int64_t n = seconds / unit[i].s;
		struct buf digits = { 0 };

		seconds %= unit[i].s;
		if (n == 0 && !(first && unit[i].s == 1))
			continue;
		number_put(&digits, n, lang);
		if (!first)
			buf_putc(out, ' ');
		message_put1(out, lang, n == 1 ? unit[i].one : unit[i].many,
		    buf_text(&digits));
		buf_close(&digits);
		first = false;
	}
}

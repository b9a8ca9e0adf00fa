/* SPDX-License-Identifier: MIT */
#include "common/number.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>

static uint64_t
magnitude(int64_t n)
{
	return n < 0 ? 0 - (uint64_t)n : (uint64_t)n; /* INT64_MIN too */
}

static void
put_groups(struct buf *out, uint64_t n, char sep)
{
	char digits[24];
	int len = snprintf(digits, sizeof(digits), "%" PRIu64, n);

	for (int i = 0; i < len; i++) {
		if (i > 0 && (len - i) % 3 == 0)
			buf_putc(out, sep);
		buf_putc(out, digits[i]);
	}
}

void
number_put(struct buf *out, int64_t n, enum lang lang)
{
	if (n < 0)
		buf_putc(out, '-');
	put_groups(out, magnitude(n), lang == LANG_VI ? '.' : ',');
}

void
number_put_tenths(struct buf *out, int64_t tenths, enum lang lang)
{
	uint64_t n = magnitude(tenths);

	if (tenths < 0)
		buf_putc(out, '-');
	put_groups(out, n / 10, lang == LANG_VI ? '.' : ',');
	buf_putc(out, lang == LANG_VI ? ',' : '.');
	buf_putc(out, (char)('0' + n % 10));
}

void
number_put_percent(struct buf *out, int64_t permille, enum lang lang)
{
	number_put_tenths(out, permille, lang);
	buf_puts(out, lang == LANG_VI ? "\xc2\xa0%" : "%");
}

int64_t
number_permille(int64_t part, int64_t whole)
{
	__extension__ typedef __int128 wide;
	wide n = (wide)part * 2000;

	assert(whole > 0);
	n = (n < 0 ? n - whole : n + whole) / ((wide)whole * 2);
	return n > INT64_MAX ? INT64_MAX : n < INT64_MIN ? INT64_MIN :
	    (int64_t)n;
}

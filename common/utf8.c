/* SPDX-License-Identifier: MIT */
#include "common/utf8.h"

/* How many bytes follow the lead byte (0 also for one that cannot lead), and the
 * range of the second: it excludes overlong forms, surrogates and what lies
 * beyond U+10FFFF (Unicode, table 3-7). */
static int
utf8_lead(unsigned char c, unsigned char *low, unsigned char *high)
{
	*low = c == 0xe0 ? 0xa0 : c == 0xf0 ? 0x90 : 0x80;
	*high = c == 0xed ? 0x9f : c == 0xf4 ? 0x8f : 0xbf;
	if (c >= 0xc2 && c <= 0xdf)
		return 1;
	if (c >= 0xe0 && c <= 0xef)
		return 2;
	return c >= 0xf0 && c <= 0xf4 ? 3 : 0;
}

uint32_t
utf8_take(struct span *s, bool *well)
{
	unsigned char low, high, c = (unsigned char)s->p[0];
	int more = utf8_lead(c, &low, &high);
	uint32_t value = more == 0 ? c : c & (0x3fu >> more);
	size_t at = 1;

	for (; more > 0 && at < s->n; more--, at++) {
		unsigned char next = (unsigned char)s->p[at];

		if (next < low || next > high)
			break;
		low = 0x80;
		high = 0xbf;
		value = value << 6 | (next & 0x3f);
	}
	*s = (struct span){ s->p + at, s->n - at };
	bool good = more == 0 && (c < 0x80 || at > 1);
	if (well != NULL)
		*well = good;
	return good ? value : UTF8_REPLACEMENT;
}

void
utf8_put(struct buf *out, uint32_t c)
{
	if (c < 0x80) {
		buf_putc(out, (char)c);
		return;
	}
	int more = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
	static const unsigned char lead[] = { 0, 0xc0, 0xe0, 0xf0 };

	buf_putc(out, (char)(lead[more] | c >> (6 * more)));
	while (more-- > 0)
		buf_putc(out, (char)(0x80 | (c >> (6 * more) & 0x3f)));
}

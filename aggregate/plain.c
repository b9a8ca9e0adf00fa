/* SPDX-License-Identifier: MIT */
#include "aggregate/plain.h"

#include "aggregate/clean.h"

/* As they are in words, and as they are in names, where they would not be shown. */
static const struct {
	const char *from, *to;
} odd[] = {
	{ "%0A", "-" }, { "%0D", "-" }, { "%09", "-" },
	{ "%C2%A0", "-" }, { "%C2%AD", "" },
	{ "%E2%80%87", "-" }, { "%E2%80%89", "-" }, { "%E2%80%AF", "-" },
	{ "%E2%80%8B", "" }, { "%E2%81%A0", "" }, { "%EF%BB%BF", "" },
	{ "\xE2\x80\x8C", "" }, { "\xE2\x80\x8D", "" },
	{ "\xE2\x80\x90", "-" }, { "\xE2\x80\x91", "-" },
	{ "\xE2\x80\x92", "-" }, { "\xE2\x80\x93", "-" },
	{ "\xE2\x80\x94", "-" }, { "\xE2\x88\x92", "-" },
};
enum { ODDS = sizeof(odd) / sizeof(*odd) };

static bool
bare(int c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
	    (c >= 'a' && c <= 'z') || (c > 0 && strchr("-._~@:", c) != NULL);
}

static int
hex_at(struct span s, size_t i)
{
	int high = i + 2 <= s.n ? clean_hex(s.p[i]) : -1;
	int low = high >= 0 ? clean_hex(s.p[i + 1]) : -1;

	return low >= 0 ? high * 16 + low : -1;
}

/* An escape, or an escape of one, and so on; the bytes it took, or 0. */
static size_t
put_escape(struct span s, size_t i, struct buf *out)
{
	size_t at = i + 1;
	int c = hex_at(s, at);

	if (c < 0)
		return 0;
	while (c == '%' && hex_at(s, at + 2) >= 0) {
		at += 2;
		c = hex_at(s, at);
	}
	if (bare(c)) {
		buf_putc(out, (char)c);
	} else {
		buf_putc(out, '%');
		buf_add(out, s.p + at, 2);
	}
	return at + 2 - i;
}

static size_t
put_odd(struct span s, size_t i, struct buf *out)
{
	struct span rest = { s.p + i, s.n - i };

	for (size_t k = 0; k < ODDS; k++)
		if (span_starts(rest, span_of(odd[k].from))) {
			buf_puts(out, odd[k].to);
			return span_of(odd[k].from).n;
		}
	return 0;
}

/* A digit of Arabic or Persian; a character of ASCII at the width of a Chinese one. */
static size_t
put_wide(struct span s, size_t i, struct buf *out)
{
	unsigned a = (unsigned char)s.p[i];
	unsigned b = i + 1 < s.n ? (unsigned char)s.p[i + 1] : 0;
	unsigned c = i + 2 < s.n ? (unsigned char)s.p[i + 2] : 0;
	unsigned wide = (b & 0x3f) << 6 | (c & 0x3f);

	if ((a == 0xD9 && b >= 0xA0 && b <= 0xA9) ||
	    (a == 0xDB && b >= 0xB0 && b <= 0xB9)) {
		buf_putc(out, (char)('0' + (b & 0xf)));
		return 2;
	}
	/* U+FF01 to U+FF5E */
	if (a != 0xEF || wide < 0xF01 || wide > 0xF5E ||
	    !bare((int)(wide - 0xF01 + '!')))
		return 0;
	buf_putc(out, (char)(wide - 0xF01 + '!'));
	return 3;
}

bool
plain_text(struct span s, struct buf *out)
{
	buf_clear(out);
	for (size_t i = 0, n; i < s.n; i += n) {
		unsigned char c = (unsigned char)s.p[i];

		n = c == '%' || c >= 0x80 ? put_odd(s, i, out) : 0;
		if (n == 0 && c == '%')
			n = put_escape(s, i, out);
		else if (n == 0 && c >= 0x80)
			n = put_wide(s, i, out);
		if (n == 0) {
			buf_putc(out, s.p[i]);
			n = 1;
		}
	}
	return !span_eq(buf_view(out), s);
}

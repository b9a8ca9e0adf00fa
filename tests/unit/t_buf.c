/* SPDX-License-Identifier: MIT */
#include "common/buf.h"

#include "tests/tap.h"

static void
test_adding(void)
{
	struct buf b = { 0 };

	is_text(buf_text(&b), "", "an empty buffer is an empty text");
	buf_add(&b, NULL, 0);
	is_int((long long)b.n, 0, "no bytes add nothing");
	buf_puts(&b, "one");
	buf_putc(&b, ',');
	buf_span(&b, (struct span){ tap_guarded("two", 3), 3 });
	buf_add(&b, "\0x", 2);
	buf_printf(&b, ",%d%%", 3);
	ok(b.n == 12 && memcmp(b.p, "one,two\0x,3%", 12) == 0,
	    "all ways of adding, one after the other, NUL included");
	is_int(buf_text(&b)[12], 0, "the view as a text ends in a NUL");
	is_int((long long)b.n, 12, "that is not counted");
	ok(span_eq(buf_view(&b), (struct span){ "one,two\0x,3%", 12 }),
	    "the view is what was added");
	buf_clear(&b);
	ok(b.n == 0 && b.cap > 0, "clearing keeps the memory");
	buf_printf(&b, "%s", "");
	is_int((long long)b.n, 0, "an empty format adds nothing");
	buf_close(&b);
	ok(b.p == NULL && b.n == 0 && b.cap == 0, "closing leaves zeros");
	buf_close(&b);
	buf_puts(&b, "again");
	is_text(buf_text(&b), "again", "and it may be used again");
	buf_close(&b);
}

/* Around each power of two, where growth is due. */
static void
test_growth(void)
{
	int wrong = 0;

	for (size_t n = 0; n < 600; n++) {
		struct buf b = { 0 };

		for (size_t i = 0; i < n; i++)
			buf_putc(&b, (char)('a' + i % 26));
		buf_printf(&b, "%*s", (int)n, "z");
		wrong += b.n != n + (n > 0 ? n : 1) || b.p[b.n - 1] != 'z';
		for (size_t i = 0; i < n; i++)
			wrong += b.p[i] != (char)('a' + i % 26);
		buf_close(&b);
	}
	is_int(wrong, 0, "bytes survive growth, at any size");

	struct buf b = { 0 };
	int moves = 0;

	for (size_t i = 0; i < 1000000; i++) {
		size_t cap = b.cap;

		buf_putc(&b, 'x');
		moves += b.cap != cap;
	}
	ok(moves <= 21, "a million bytes move the buffer 21 times at most");
	buf_clear(&b);
	buf_reserve(&b, 2000000);

	const char *p = b.p;

	for (size_t i = 0; i < 2000000; i++)
		buf_putc(&b, 'y');
	buf_text(&b);
	ok(b.p == p, "what was reserved is there, with room for the NUL");
	buf_close(&b);
}

int
main(void)
{
	test_adding();
	test_growth();
	return done();
}

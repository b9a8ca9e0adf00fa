/* SPDX-License-Identifier: MIT */
#include "publish/term.h"

#include "tests/tap.h"

static const struct {
	const char *name, *text;
	int columns;
} widths[] = {
	{ "plain letters are one column each", "visits", 6 },
	{ "Vietnamese letters are one each", "Lượt truy cập", 13 },
	{ "and so are those of base and marks", "Lu\u031bo\u031b\u0323t", 4 },
	{ "ideographs are two", "统计", 4 },
	{ "Hangul syllables are two", "통계", 4 },
	{ "full-width forms are two", "ＡＢ", 4 },
	{ "a picture is two", "\U0001f600", 2 },
	{ "blocks and rules are one", "█▏▕─━…·–", 8 },
	{ "marks are none", "\u0300\u0323\u064b\u20d7", 0 },
	{ "joiners are none", "\u200c\u200d", 0 },
	{ "what is not assigned is one", "\U000e0fff\u0378", 2 },
	{ "nothing is nothing", "", 0 },
};

static void
test_columns(void)
{
	for (size_t i = 0; i < sizeof(widths) / sizeof(widths[0]); i++)
		is_int(term_columns(span_of(widths[i].text)),
		    widths[i].columns, "%s", widths[i].name);
}

static const struct {
	const char *name, *text;
	int columns;
	const char *want;
} names[] = {
	{ "what fits is whole", "/abc", 4, "/abc" },
	{ "what does not loses its middle", "/abcdefgh", 7, "/ab…fgh" },
	{ "an even width favours the start", "/abcdefgh", 6, "/ab…gh" },
	{ "one column is the ellipsis", "/abc", 1, "…" },
	{ "two are the first and it", "/abc", 2, "/…" },
	{ "no column is nothing", "/abc", 0, "" },
	{ "half an ideograph is none", "统计统计统计", 6, "统…计" },
	{ "a mark stays with its letter",
	    "e\u0301e\u0301e\u0301e\u0301e\u0301", 3, "e\u0301…e\u0301" },
	{ "a mark does not come to the ellipsis", "aaaae\u0301a", 4, "aa…a" },
	{ "an escape sequence is spelt", "/\033[31m", 20, "/\\x1b[31m" },
	{ "a control of direction is spelt", "/a\u202eb", 20,
	    "/a\\xe2\\x80\\xaeb" },
	{ "what is no UTF-8 becomes the replacement", "/\xff\xc3(", 20,
	    "/\ufffd\ufffd(" },
	{ "a newline does not end the line", "/a\nb", 20, "/a\\x0ab" },
};

static void
test_names(void)
{
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		struct buf out = { 0 };
		struct term t = { .out = &out, .width = 80 };

		term_name(&t, INK_PLAIN, names[i].text, names[i].columns);
		is_text(buf_text(&out), names[i].want, "%s", names[i].name);
		buf_close(&out);
	}
}

static const struct {
	const char *name;
	int64_t part, whole;
	const char *want;
} bars[] = {
	{ "all is all columns", 8, 8, "████" },
	{ "half is half", 4, 8, "██" },
	{ "an eighth of a column", 1, 32, "▏" },
	{ "seven eighths", 7, 32, "▉" },
	{ "a column and five eighths", 13, 32, "█▋" },
	{ "a trace is seen", 1, 1000000, "▏" },
	{ "nothing is nothing", 0, 8, "" },
	{ "of nothing too", 0, 0, "" },
	{ "more than all is all", 9, 8, "████" },
	{ "the greatest of figures", INT64_MAX, INT64_MAX, "████" },
	{ "and half of them", INT64_MAX / 2, INT64_MAX, "██" },
};

static void
test_bars(void)
{
	for (size_t i = 0; i < sizeof(bars) / sizeof(bars[0]); i++) {
		struct buf out = { 0 };
		struct term t = { .out = &out, .width = 80 };

		term_bar(&t, INK_BLUE, bars[i].part, bars[i].whole, 4);
		is_text(buf_text(&out), bars[i].want, "bar: %s",
		    bars[i].name);
		buf_close(&out);
	}
}

/* Strips over one another: each column is filled once. */
static void
test_strips(void)
{
	static const int64_t n[] = { 1, 333, 0, 1, 340, 324, 1 };
	struct buf out = { 0 };
	struct term t = { .out = &out, .width = 80 };
	int64_t before = 0;

	for (size_t i = 0; i < sizeof(n) / sizeof(n[0]); i++) {
		term_put_strip(&t, INK_BLUE, (struct term_strip){ before,
		    before + n[i], 1000, 10 });
		term_text(&t, INK_PLAIN, "|");
		term_end(&t);
		before += n[i];
	}
	is_text(buf_text(&out), "▏|\n███|\n|\n   ▏|\n   ████|\n"
	    "       ███|\n         ▕|\n",
	    "strips begin where the last one ended, and traces are seen");
	buf_close(&out);
}

static void
test_line(void)
{
	struct buf out = { 0 };
	struct term t = { .out = &out, .width = 12 };

	term_to(&t, 2);
	term_text(&t, INK_PLAIN, "ab");
	term_right(&t, INK_PLAIN, "12", 8);
	term_to(&t, 10);
	term_end(&t);
	is_text(buf_text(&out), "  ab  12\n", "no line ends in blanks");
	buf_clear(&out);
	term_text(&t, INK_PLAIN, "0123456789abcdef");
	term_text(&t, INK_PLAIN, "x");
	term_end(&t);
	is_text(buf_text(&out), "012345…bcdef\n",
	    "what is too long for the line loses its middle, the rest is lost");
	buf_clear(&out);
	term_to(&t, 3);
	term_words(&t, INK_PLAIN, "một hai ba bốn\u00a0năm sáu", 3);
	term_end(&t);
	is_text(buf_text(&out), "   một hai\n   ba\n   bốn\u00a0năm\n   sáu\n",
	    "words go on below their first, and a no-break space holds");
	buf_clear(&out);
	term_heading(&t, "Days", "hits", 12);
	term_end(&t);
	is_text(buf_text(&out), "Days ── hits\n", "a rule fills the heading");
	buf_close(&out);
}

static void
test_ink(void)
{
	struct buf out = { 0 };
	struct term t = { .out = &out, .width = 40, .color = true };

	term_text(&t, INK_STRONG, "a");
	term_text(&t, INK_STRONG, "b");
	term_text(&t, INK_PLAIN, "c");
	term_text(&t, INK_RED, "d");
	term_end(&t);
	term_text(&t, INK_PLAIN, "e");
	term_end(&t);
	is_text(buf_text(&out), "\033[0;1mab\033[0mc\033[0;31md\033[0m\ne\n",
	    "an ink is told once, and ends with its line");
	t.color = false;
	buf_clear(&out);
	term_text(&t, INK_RED, "d");
	term_end(&t);
	is_text(buf_text(&out), "d\n", "without colours there is none");
	buf_close(&out);
}

int
main(void)
{
	test_columns();
	test_names();
	test_bars();
	test_strips();
	test_line();
	test_ink();
	return done();
}

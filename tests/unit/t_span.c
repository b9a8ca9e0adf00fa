/* SPDX-License-Identifier: MIT */
#include "common/span.h"

#include <stdio.h>

#include "tests/tap.h"

/* Every span of this test ends where memory ends. */
static struct span
guarded(const char *text)
{
	return (struct span){ tap_guarded(text, strlen(text)), strlen(text) };
}

static bool
is_span(struct span got, const char *want, const char *name)
{
	struct span w = span_of(want);

	return ok(span_eq(got, w), "%s", name) ||
	    (diag("got \"%.*s\", want \"%s\"", (int)got.n,
	    got.p != NULL ? got.p : "", want), false);
}

static const struct {
	const char *text;
	bool fits;
	uint64_t value;
} numbers[] = {
	{ "0", true, 0 }, { "7", true, 7 }, { "00042", true, 42 },
	{ "18446744073709551615", true, UINT64_MAX },
	{ "000000000000000000000000000001", true, 1 },
	{ "18446744073709551616", false, 0 },
	{ "18446744073709551620", false, 0 },
	{ "99999999999999999999", false, 0 },
	{ "184467440737095516150", false, 0 },
	{ "", false, 0 }, { "-1", false, 0 }, { "+1", false, 0 },
	{ " 1", false, 0 }, { "1 ", false, 0 }, { "1x", false, 0 },
	{ "x1", false, 0 }, { "1.0", false, 0 }, { "0x10", false, 0 },
	{ "/", false, 0 }, { ":", false, 0 }, { "\xb2", false, 0 },
};

static void
test_numbers(void)
{
	for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++) {
		uint64_t v = 77;
		bool read = span_u64(guarded(numbers[i].text), &v);

		ok(read == numbers[i].fits &&
		    v == (read ? numbers[i].value : 77), "\"%s\" is %s",
		    numbers[i].text, read ? "a number" : "none");
	}
	for (size_t n = 1; n <= 20; n++) {
		/* more digits follow, beyond the span */
		uint64_t v, want = 0;

		for (size_t i = 0; i < n; i++)
			want = want * 10 + 1;
		ok(span_u64((struct span){ "111111111111111111111", n }, &v) &&
		    v == want, "%zu digits of more are read", n);
	}
}

static const struct {
	const char *a, *b;
	int order;
	bool same_nocase;
} pairs[] = {
	{ "", "", 0, true }, { "", "a", -1, false }, { "a", "", 1, false },
	{ "a", "b", -1, false }, { "b", "a", 1, false },
	{ "ab", "a", 1, false }, { "a", "ab", -1, false },
	{ "ab", "ab", 0, true }, { "AB", "ab", -1, true },
	{ "a\xff", "a\x01", 1, false }, { "\x80", "\x7f", 1, false },
	{ "[", "{", -1, false }, { "@", "`", -1, false },
	{ "\xc3\x80", "\xc3\xa0", -1, false }, /* not ASCII: no folding */
	{ "MoZiLLa/5.0", "mOzIllA/5.0", -1, true },
};

static int
sign(int v)
{
	return (v > 0) - (v < 0);
}

static void
test_pairs(void)
{
	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
		struct span a = guarded(pairs[i].a), b = guarded(pairs[i].b);

		is_int(sign(span_cmp(a, b)), pairs[i].order,
		    "\"%s\" and \"%s\" are in order", pairs[i].a, pairs[i].b);
		ok(span_eq(a, b) == (pairs[i].order == 0),
		    "\"%s\" and \"%s\" are equal, or not", pairs[i].a,
		    pairs[i].b);
		ok(span_eq_nocase(a, b) == pairs[i].same_nocase,
		    "\"%s\" and \"%s\", whatever their case", pairs[i].a,
		    pairs[i].b);
	}
	ok(span_cmp((struct span){ "a\0b", 3 }, (struct span){ "a\0c", 3 }) <
	    0, "a NUL does not end a span");
}

static const struct {
	const char *text, *part;
	bool starts, starts_nocase, ends;
} parts[] = {
	{ "", "", true, true, true }, { "a", "", true, true, true },
	{ "", "a", false, false, false },
	{ "index.html", "index", true, true, false },
	{ "INDEX.html", "index", false, true, false },
	{ "index.html", ".html", false, false, true },
	{ "index.html", "index.html", true, true, true },
	{ "index.htm", "index.html", false, false, false },
	{ "dex.html", "index.html", false, false, false },
};

static void
test_parts(void)
{
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		struct span s = guarded(parts[i].text);
		struct span p = guarded(parts[i].part);

		ok(span_starts(s, p) == parts[i].starts,
		    "\"%s\" starts with \"%s\", or not", parts[i].text,
		    parts[i].part);
		ok(span_starts_nocase(s, p) == parts[i].starts_nocase,
		    "\"%s\" starts with any \"%s\", or not", parts[i].text,
		    parts[i].part);
		ok(span_ends(s, p) == parts[i].ends,
		    "\"%s\" ends with \"%s\", or not", parts[i].text,
		    parts[i].part);
	}
}

static void
test_cut(void)
{
	struct span rest = guarded("a,bc,,d");

	is_span(span_cut(&rest, ','), "a", "the first is cut off");
	is_span(span_cut(&rest, ','), "bc", "then the second");
	is_span(span_cut(&rest, ','), "", "an empty one between two marks");
	is_span(rest, "d", "the rest is what follows");
	is_span(span_cut(&rest, ','), "d", "the last has no mark");
	is_span(rest, "", "then nothing is left");
	is_span(span_cut(&rest, ','), "", "and nothing is cut from nothing");
	rest = guarded("a,");
	span_cut(&rest, ',');
	is_span(rest, "", "a mark at the end leaves nothing");
	rest = guarded("abc");
	is_span(span_cut(&rest, '\0'), "abc",
	    "the NUL after a literal is not found");
	rest = (struct span){ "ab\0cd", 5 };
	is_int((long long)span_cut(&rest, '\0').n, 2, "one within is");
}

static void
test_trim(void)
{
	static const char *const rows[][3] = {
		{ "", "", "nothing stays nothing" },
		{ "a", "a", "nothing to trim" },
		{ "  a b\t", "a b", "blanks inside stay" },
		{ "a\r", "a", "the CR of a line goes" },
		{ " \t\r ", "", "only blanks become nothing" },
		{ "\n a", "\n a", "a newline is no blank" },
		{ "\xc2\xa0 a", "\xc2\xa0 a", "nor is a hard space" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		is_span(span_trim(guarded(rows[i][0])), rows[i][1],
		    rows[i][2]);
	is_span(span_trim((struct span){ 0 }), "", "NULL is trimmed too");
}

static void
test_find(void)
{
	is_int((long long)span_find(guarded("abcabc"), 'c'), 2,
	    "the first one is found");
	is_int((long long)span_find(guarded("abc"), 'x'), 3,
	    "else the length is told");
	is_int((long long)span_find((struct span){ 0 }, 'x'), 0,
	    "nothing is in NULL");
	is_int((long long)span_find(guarded("a\xff"), '\xff'), 1,
	    "bytes above 127 are found");
	is_int((long long)span_of(NULL).n, 0, "no text is an empty span");
}

int
main(void)
{
	test_numbers();
	test_pairs();
	test_parts();
	test_cut();
	test_trim();
	test_find();
	return done();
}

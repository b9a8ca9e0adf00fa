/* SPDX-License-Identifier: MIT */
#include "aggregate/required.h"

#include "tests/tap.h"

/* want: the literals with commas between them; NULL: always to be tried. */
static const struct {
	const char *pattern, *want;
} rows[] = {
	{ "[wW]get", "get" },
	{ "(^| )sentry\\/", "sentry/" },
	{ "S[eE][mM]rushBot", "rushBot" },
	{ "abc|de fg", "abc,de fg" },
	{ "a(b|c)defg", "defg" },
	{ "Spider[\\s\\S]*spider\\.com", "spider.com" },
	{ "ab+cde", "cde" }, { "abc+d", "abc" },
	{ "abc*d", "ab" }, { "abc?de", "ab" }, { "abc{0,3}de", "ab" },
	{ "abcd{0,3}e", "abc" }, { "abc\\d+de", "abc" },
	{ "ab.cde", "cde" }, { "^abc$", "abc" },
	{ "a[]bc]de", "de" }, { "[^]a]de", "de" }, { "[a\\]bcd]ef", "ef" },
	{ "a[[:alpha:]]def", "def" }, { "a[^[:^space:]x]def", "def" },
	{ "a[[:alpha", NULL }, { "[\\Qa]\\E]bcd", NULL }, { "abc[[:", "abc" },
	{ "(a(b)[)]c)de", "de" }, { "(a\\)bc)de", "de" },
	{ "ab\\.\\+c", "ab.+c" },
	{ "(a|b)", NULL }, { "abc|d", NULL }, { "abc|", NULL }, { "|", NULL },
	{ "a.b", NULL }, { ".*", NULL }, { "", NULL }, { "ab?", NULL },
	{ "(?i)abc", NULL }, { "(*UTF)abc", NULL }, { "abc(?=d)", NULL },
	{ "\\Qabc\\E", NULL }, { "\\x41bc", NULL }, { "(ab)\\1", NULL },
	{ "abc\\", NULL }, { "abc[", "abc" }, { "abc(", "abc" },
	{ "abc{", "ab" }, { "*", NULL }, { "*abc", "abc" },
};

int
main(void)
{
	struct buf got = { 0 };

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		size_t n = strlen(rows[i].pattern);
		struct span pattern = { tap_guarded(rows[i].pattern, n), n };
		bool is;

		buf_clear(&got);
		is = required_literals(pattern, &got);
		for (size_t k = 0; k < got.n; k++)
			if (got.p[k] == '\0')
				got.p[k] = ',';
		if (got.n > 0)
			got.n--;
		is_text(is ? buf_text(&got) : NULL, rows[i].want, "%s",
		    rows[i].pattern);
	}
	buf_clear(&got);
	ok(!required_literals((struct span){ "ab\0cd", 5 }, &got) && got.n == 0,
	    "a NUL is not looked through");
	buf_puts(&got, "x");
	ok(!required_literals(SPAN("abc|d"), &got) && got.n == 1,
	    "what was there stays");
	buf_close(&got);
	return done();
}

/* SPDX-License-Identifier: MIT */
#include "aggregate/match.h"

#include <stdio.h>

#include "common/buf.h"
#include "common/mem.h"
#include "tests/tap.h"

/* Finds as "id:from-to", in the order they come. */
static void
finds(const struct match *m, struct span text, struct buf *out)
{
	struct match_find f;

	buf_clear(out);
	for (struct match_scan s = match_scan(m, text); match_next(&s, &f);)
		buf_printf(out, "%s%u:%zu-%zu", out->n > 0 ? " " : "", f.id,
		    f.from, f.to);
}

static const struct {
	const char *text;
	unsigned how;
} literals[] = {
	[0] = { "he", MATCH_NOCASE },
	[1] = { "she", MATCH_NOCASE },
	[2] = { "his", MATCH_NOCASE },
	[3] = { "hers", MATCH_NOCASE },
	[4] = { "Curl", 0 },
	[5] = { "curl", 0 },
	[6] = { "cu", MATCH_NOCASE | MATCH_AT_START },
	[7] = { "rl", MATCH_NOCASE | MATCH_AT_END },
	[8] = { "only", MATCH_NOCASE | MATCH_AT_START | MATCH_AT_END },
	[9] = { "", MATCH_NOCASE },
	[10] = { "\xC3\xA9\xFF", 0 },
	[11] = { "aaa", 0 },
	[12] = { "rss", MATCH_NOCASE | MATCH_WORD_START },
	[13] = { "seo", MATCH_NOCASE | MATCH_WORD_START | MATCH_WORD_END },
	[14] = { "-x", MATCH_NOCASE | MATCH_WORD_END },
};

static const struct {
	const char *name, *text, *want;
} rows[] = {
	{ "finds that overlap are all told", "ushers", "1:1-4 0:2-4 3:2-6" },
	{ "without regard to case", "uSHErS", "1:1-4 0:2-4 3:2-6" },
	{ "with regard to case where asked for", " Curl ", "4:1-5" },
	{ "the other spelling is another literal", " curl ", "5:1-5" },
	{ "a third spelling is none", " CURL ", "" },
	{ "at the start only", "cucu", "6:0-2" },
	{ "at the end only", "rl rl", "7:3-5" },
	{ "start and end in one", "curl", "6:0-2 5:0-4 7:2-4" },
	{ "the whole text", "ONLY", "8:0-4" },
	{ "not when more follows", "only.", "" },
	{ "not when more precedes", ".only", "" },
	{ "nothing in nothing", "", "" },
	{ "bytes beyond ASCII are bytes", "\xC3\xA9\xFF", "10:0-3" },
	{ "repeats are found at each place", "aaaaa",
	    "11:0-3 11:1-4 11:2-5" },
	{ "where a word begins", "rssfeed RSS-rss", "12:0-3 12:8-11 12:12-15" },
	{ "not within one", "xrss 7rss", "" },
	{ "a whole word", "seo,Seo_seo", "13:0-3 13:4-7 13:8-11" },
	{ "not a part of one", "seoul myseo 1seo seo1", "" },
	{ "where a word ends", "a-x a-xy", "14:1-3" },
	{ "bytes beyond ASCII are no part of a word", "\xC3\xA9seo\xC3",
	    "13:2-5" },
};

static void
rows_of_the_table(void)
{
	struct match *m = match_open();
	struct buf got = { 0 };

	for (size_t i = 0; i < sizeof(literals) / sizeof(*literals); i++)
		match_add(m, span_of(literals[i].text), literals[i].how,
		    (uint32_t)i);
	match_build(m);
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		size_t n = strlen(rows[i].text);

		finds(m, (struct span){ tap_guarded(rows[i].text, n), n },
		    &got);
		is_text(buf_text(&got), rows[i].want, "%s", rows[i].name);
	}
	finds(m, (struct span){ "\0he\0", 4 }, &got);
	is_text(buf_text(&got), "0:1-3", "a NUL is a byte like others");
	buf_close(&got);
	match_close(m);
}

static uint32_t state = 12345;

static uint32_t
roll(uint32_t below)
{
	state = state * 1664525 + 1013904223;
	return (state >> 16) % below;
}

/* All finds counted the slow way. */
static size_t
slow_count(char literal[][6], size_t n, const char *text)
{
	size_t count = 0;

	for (size_t i = 0; i < n; i++)
		for (const char *at = text; (at = strstr(at, literal[i])) != NULL;
		    at++)
			count++;
	return count;
}

static void
like_a_plain_search(void)
{
	size_t wrong = 0, total = 0;

	for (int round = 0; round < 300; round++) {
		char literal[12][6], text[80];
		struct match *m = match_open();
		struct match_find f;
		size_t got = 0, want;

		for (uint32_t i = 0; i < 12; i++) {
			size_t n = 1 + roll(5);

			for (size_t k = 0; k < n; k++)
				literal[i][k] = (char)('a' + roll(2));
			literal[i][n] = '\0';
			match_add(m, span_of(literal[i]), 0, i);
		}
		match_build(m);
		for (size_t k = 0; k < sizeof(text) - 1; k++)
			text[k] = (char)('a' + roll(2));
		text[sizeof(text) - 1] = '\0';
		for (struct match_scan s = match_scan(m, span_of(text));
		    match_next(&s, &f);) {
			const char *l = literal[f.id];

			if (f.to - f.from == strlen(l) &&
			    memcmp(text + f.from, l, f.to - f.from) == 0)
				got++;
		}
		want = slow_count(literal, 12, text);
		wrong += got != want;
		total += want;
		match_close(m);
	}
	ok(total > 10000, "random literals occur (%zu finds)", total);
	is_int((long long)wrong, 0, "300 random sets agree with strstr");
}

static void
a_long_list(void)
{
	struct match *m = match_open();
	char text[32];

	for (uint32_t i = 0; i < 20000; i++) {
		int n = snprintf(text, sizeof(text), "Robot-%u/", i);

		match_add(m, (struct span){ text, (size_t)n }, MATCH_NOCASE, i);
	}
	match_build(m);

	struct match_find f = { 0 };
	struct match_scan s = match_scan(m, SPAN("x robot-19999/1.0"));

	ok(match_next(&s, &f) && f.id == 19999, "20,000 literals are one list");
	ok(!match_next(&s, &f), "and nothing else is found");
	ok(!match_any(m, SPAN("robot-20000/")), "the next one is not in it");
	match_close(m);
	match_close(NULL);
}

int
main(void)
{
	struct match *none = match_open();

	match_build(none);
	ok(!match_any(none, SPAN("anything")), "an empty list finds nothing");
	match_close(none);
	rows_of_the_table();
	like_a_plain_search();
	a_long_list();
	return done();
}

/* SPDX-License-Identifier: MIT */
#include "aggregate/glob.h"
#include "common/mem.h"
#include "tests/tap.h"

static const struct {
	const char *name, *glob, *text;
	bool fits;
} rows[] = {
	{ "a text without marks fits itself", "/a/b", "/a/b", true },
	{ "and nothing longer", "/a/b", "/a/bc", false },
	{ "nor shorter", "/a/b", "/a/", false },
	{ "case matters", "/A", "/a", false },
	{ "a star at the end takes the rest", "/api/*", "/api/v1/x", true },
	{ "a star takes nothing too", "/api/*", "/api/", true },
	{ "but not what stands before it", "/api/*", "/api", false },
	{ "a star crosses slashes", "/*/edit", "/a/b/c/edit", true },
	{ "a star in the middle", "/tin-*.html", "/tin-tuc-1.html", true },
	{ "the end must fit", "/tin-*.html", "/tin-tuc-1.htm", false },
	{ "the last of several ends is taken", "*.x", "a.x.x", true },
	{ "two stars", "*/admin/*", "/vi/admin/login", true },
	{ "two stars in the wrong order", "*b*a", "ab", false },
	{ "stars in a row are one", "/***a", "/xa", true },
	{ "a star alone fits the empty text", "*", "", true },
	{ "an empty glob fits the empty text", "", "", true },
	{ "an empty glob fits nothing else", "", "/", false },
	{ "a question mark is one character", "/p?", "/p1", true },
	{ "not none", "/p?", "/p", false },
	{ "not two", "/p?", "/p12", false },
	{ "a letter of three bytes is one", "/t?n", "/t\xE1\xBA\xADn", true },
	{ "question marks after a star", "*??", "a", false },
	{ "brackets mean themselves", "/[a]", "/[a]", true },
	{ "brackets are no class", "/[a]", "/a", false },
	{ "stray continuation bytes are passed", "?", "\x80\x80", true },
};

int
main(void)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct span g = span_of(rows[i].glob);
		struct span t = span_of(rows[i].text);

		g.p = tap_guarded(g.p, g.n);
		t.p = tap_guarded(t.p, t.n);
		ok(glob_fits(g, t) == rows[i].fits, "%s", rows[i].name);
	}

	/* A matcher that went back to every star would not end in our days. */
	size_t n = 100000;
	char *text = mem_new(n);

	memset(text, 'a', n);
	ok(!glob_fits(SPAN("*a*a*a*a*a*a*a*a*b"), (struct span){ text, n }),
	    "many stars on a long text end soon");
	mem_free(text);
	return done();
}

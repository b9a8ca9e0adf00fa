/* SPDX-License-Identifier: MIT */
#include "aggregate/section.h"

#include <stdio.h>

#include "aggregate/page.h"
#include "tests/tap.h"

/* Patterns of one section, in the form of the configuration: parted by blanks. */
static const struct {
	const char *name, *patterns, *target;
	bool fits;
} rows[] = {
	{ "a folder", "/tin-tuc/*", "/tin-tuc/bai-1.html", true },
	{ "its own address is not below it", "/tin-tuc/*", "/tin-tuc", false },
	{ "a name that begins alike", "/tin-tuc/*", "/tin-tuc-2/a", false },
	{ "case of a path matters", "/tin-tuc/*", "/Tin-Tuc/a", false },
	{ "the query is not the path's", "/tin-tuc/*", "/?p=/tin-tuc/a",
	    false },
	{ "nor is the fragment", "/a", "/b#/a", false },
	{ "a query beside a path that fits", "/tin-tuc/*", "/tin-tuc/a?x=1",
	    true },
	{ "escapes are undone", "/tin-tuc/*", "/%74in%2Dtuc/a", true },
	{ "a pattern may be escaped itself", "/t%C3%AAn/*", "/t\xC3\xAAn/1",
	    true },
	{ "letters of base and mark", "/t\xC3\xAAn/*", "/te%CC%82n/1", true },
	{ "the absolute form", "/tin-tuc/*", "http://example.vn/tin-tuc/a",
	    true },
	{ "a session id is no part of it", "/a", "/a;jsessionid=5", true },
	{ "any of several", "/a /b/* *.aspx", "/x/Default.aspx", true },
	{ "none of several", "/a /b/* *.aspx", "/x/Default.asp", false },
	/* DotNetNuke: one page for all, told by a number */
	{ "a parameter", "?tabid=57", "/Default.aspx?tabid=57", true },
	{ "another number", "?tabid=57", "/Default.aspx?tabid=5", false },
	{ "a longer number", "?tabid=57", "/Default.aspx?tabid=571", false },
	{ "IIS does not mind case in names", "?tabid=57",
	    "/Default.aspx?TabId=57", true },
	{ "but case of a value matters", "?c=Tin", "/?c=tin", false },
	{ "among others", "?tabid=57", "/?a=1&tabid=57&b=2", true },
	{ "the second of its name", "?tabid=57", "/?tabid=1&tabid=57", true },
	{ "the end of another name", "?id=57", "/?tabid=57", false },
	{ "in the path it is none", "?tabid=57", "/tabid=57", false },
	{ "after the fragment it is none", "?tabid=57", "/a#?tabid=57",
	    false },
	{ "before the fragment it is", "?tabid=57", "/a?tabid=57#x", true },
	{ "no query", "?tabid=57", "/Default.aspx", false },
	{ "an empty query", "?tabid=57", "/Default.aspx?", false },
	{ "empty pairs", "?tabid=57", "/?&&tabid=57&", true },
	{ "with a path, both must fit", "/Default.aspx?tabid=57",
	    "/Default.aspx?tabid=57", true },
	{ "not the path alone", "/Default.aspx?tabid=57", "/Default.aspx",
	    false },
	{ "not the parameter alone", "/Default.aspx?tabid=57",
	    "/x.aspx?tabid=57", false },
	/* Oracle WebCenter */
	{ "any value", "?dDocName=*", "/a?dDocName=TIN_0123", true },
	{ "any value, even none", "?dDocName=*", "/a?dDocName=", true },
	{ "some of a value", "?dDocName=TIN*", "/a?ddocname=TIN_1", true },
	{ "another value", "?dDocName=TIN*", "/a?dDocName=VB_1", false },
	{ "a name alone is with any value", "?print", "/a?print=1", true },
	{ "or without", "?print", "/a?x&print", true },
	{ "a name and nothing wants nothing", "?print=", "/a?print=1",
	    false },
	{ "as here", "?print=", "/a?print=", true },
	{ "values are as they were typed", "?q=th\xE1\xBB\xA7 t\xE1\xBB\xA5""c",
	    "/s?q=th%E1%BB%A7+t%E1%BB%A5c", true },
	{ "in a pattern, too", "?q=a+b", "/s?q=a%20b", true },
	/* SharePoint */
	{ "pages of a SharePoint site", "/Pages/*", "/Pages/tintuc.aspx",
	    true },
	{ "its sub-sites by a star in front", "*/Pages/*",
	    "/vi/tin/Pages/chi-tiet.aspx?ItemID=1", true },
	{ "an item of a list", "/Pages/x.aspx?ItemID=*",
	    "/Pages/x.aspx?List=a&itemid=9", true },
	/* Liferay */
	{ "a Liferay page", "/web/guest/tin-tuc*",
	    "/web/guest/tin-tuc/-/asset_publisher/x/content/bai", true },
	{ "a Liferay portlet by its parameter", "?p_p_id=101*",
	    "/web/guest/home?p_p_id=101_INSTANCE_x&p_p_lifecycle=0", true },
	/* hostile */
	{ "an empty target", "/tin-tuc/*", "", false },
	{ "an empty target and any path", "*", "", true },
	{ "bytes that are no UTF-8", "?a=*", "/x?a=\xff\xfe%ff", true },
	{ "a percent sign at the end", "?a=%", "/x?a=%", true },
	{ "an equals sign in a value", "?a=b=c", "/x?a=b=c", true },
	{ "stars that nearly fit", "/a*a*a*a*a*b",
	    "/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
	    false },
};

enum { PATTERNS = 8 };

static uint64_t
ask(struct sections *s, const char *target)
{
	static const struct site plain = SITE_DEFAULTS;
	struct page page = { .site = &plain };
	size_t n = strlen(target);
	struct span t = { tap_guarded(target, n), n };
	uint64_t found = sections_of(s, page_path(&page, t), t);

	page_close(&page);
	return found;
}

static void
test_row(size_t row)
{
	char text[256];
	const char *pattern[PATTERNS] = { 0 };
	struct site_section section = { .id = "s", .pattern = pattern };
	struct site site = { .section = &section, .n_sections = 1 };
	struct sections *s;
	size_t n = 0;

	snprintf(text, sizeof(text), "%s", rows[row].patterns);
	/* A pattern with a blank in it is alone. */
	if (strstr(rows[row].name, "typed") != NULL)
		pattern[n++] = text;
	else
		for (char *p = strtok(text, " "); p != NULL;
		    p = strtok(NULL, " "))
			pattern[n++] = p;
	s = sections_open(&site);
	ok(ask(s, rows[row].target) == (rows[row].fits ? 1 : 0), "%s",
	    rows[row].name);
	sections_close(s);
}

/* ---- several sections ---- */

static void
test_several(void)
{
	static const char *a[] = { "/a/*", NULL }, *b[] = { "/a/b/*", NULL };
	static const char *c[] = { "?x=*", NULL }, *none[] = { NULL };
	static char id[SITE_SECTIONS][16];
	static const char *own[SITE_SECTIONS][2];
	struct site_section section[SITE_SECTIONS] = { { "a", a, 0 },
		{ "b", b, 0 }, { "c", c, 0 }, { "none", none, 0 } };
	struct site site = { .section = section, .n_sections = 4 };
	struct sections *s = sections_open(&site);
	bool good = true;

	is_int((long long)ask(s, "/a/b/c?x=1"), 7,
	    "a target may belong to several sections");
	is_int((long long)ask(s, "/a/c"), 1, "or to one of them");
	is_int((long long)ask(s, "/"), 0, "or to none");
	sections_close(s);

	for (int i = 0; i < SITE_SECTIONS; i++) {
		snprintf(id[i], sizeof(id[i]), "/%d/*", i);
		own[i][0] = id[i];
		section[i] = (struct site_section){ "x", own[i], 0 };
	}
	site.n_sections = SITE_SECTIONS;
	s = sections_open(&site);
	for (int i = 0; i < SITE_SECTIONS; i++) {
		char target[16];

		snprintf(target, sizeof(target), "/%d/a", i);
		good = good && ask(s, target) == UINT64_C(1) << i;
	}
	ok(good, "each of 64 sections has its bit");
	sections_close(s);

	s = sections_open(&(struct site){ .n_sections = 0 });
	is_int((long long)ask(s, "/a"), 0, "a site without sections");
	sections_close(s);
	sections_close(NULL);
	ok(true, "no sections close");
}

static void
test_posts(void)
{
	static const char *both[] = { "/a", "POST /b", "POST ?x=1", NULL };
	static const char *post[] = { "POST /a", NULL };
	struct site_section steps[] = { { "f\t1", both, 0 },
		{ "f\t2", post, 0 } };
	struct sections *s = sections_list(steps, 2);

	is_int((long long)sections_of(s, SPAN("/a"), SPAN("/a")), 1,
	    "a pattern without POST is of a page view");
	is_int((long long)sections_posted(s, SPAN("/a"), SPAN("/a")), 2,
	    "one with it of a POST");
	is_int((long long)sections_posted(s, SPAN("/b"), SPAN("/b")), 1,
	    "a step may have both");
	is_int((long long)sections_posted(s, SPAN("/c"), SPAN("/c?x=1")), 1,
	    "and a POST's parameter");
	sections_close(s);
}

int
main(void)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		test_row(i);
	test_several();
	test_posts();
	return done();
}

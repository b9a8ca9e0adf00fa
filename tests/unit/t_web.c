/* SPDX-License-Identifier: MIT */
/* t_web [--accept]: with it, the golden pages are written instead. */
#include "publish/web.h"

#include "common/file.h"
#include "plots/style.h"
#include "publish/html.h"
#include "publish/web_colours.h"
#include "tests/tap.h"
#include "tests/unit/contrast.h"
#include "tests/unit/review_sample.h"

enum { PAGE_BYTES = 250000 }; /* with all charts; a page here has none */

static void
page(const struct sample *s, enum lang lang, struct buf *out)
{
	struct web_report w = { .review = &s->r, .charts = &s->charts,
		.lang = lang, .no_gnuplot = true,
		.before = { "2026-09.html", "Tháng 9 năm 2026" },
		.index = { "index.html", "Tất cả" } };

	web_report(&w, out);
}

/* What stands between two texts, the first left out; empty where one is missing. */
static struct span
between(struct span s, const char *from, const char *to)
{
	const char *a = memmem(s.p, s.n, from, strlen(from)), *b;

	if (a == NULL)
		return (struct span){ 0 };
	a += strlen(from);
	b = memmem(a, (size_t)(s.p + s.n - a), to, strlen(to));
	return b == NULL ? (struct span){ 0 } :
	    (struct span){ a, (size_t)(b - a) };
}

static size_t
count(struct span s, const char *what)
{
	size_t n = 0;
	const char *p;

	while ((p = memmem(s.p, s.n, what, strlen(what))) != NULL) {
		n++;
		s.n -= (size_t)(p + 1 - s.p);
		s.p = p + 1;
	}
	return n;
}

/* Style and script are not in it: they have files of their own. */
static void
golden(const char *name, enum lang lang, bool accept)
{
	struct buf path = { 0 }, want = { 0 }, got = { 0 }, body = { 0 };
	struct sample s;

	sample_open(&s, SAMPLE_DAYS, NULL);
	page(&s, lang, &got);
	buf_span(&body, between(buf_view(&got), "<body>\n", "<script>"));
	buf_printf(&path, "tests/golden/web/%s.html", name);
	if (accept) {
		struct out o = { 0 };

		out_begin(&o, buf_text(&path), 0644, NULL);
		buf_span(&o.buf, buf_view(&body));
		out_commit(&o, NULL);
		out_close(&o);
	} else {
		file_read(buf_text(&path), 1 << 20, &want, NULL);
		is_text(buf_text(&body), buf_text(&want), "%s is as agreed",
		    name);
	}
	sample_close(&s);
	buf_close(&path);
	buf_close(&want);
	buf_close(&got);
	buf_close(&body);
}

static void
test_policy(void)
{
	struct buf out = { 0 }, source = { 0 };
	struct sample s;
	struct span style, script, all;

	sample_open(&s, SAMPLE_DAYS, NULL);
	page(&s, LANG_VI, &out);
	all = buf_view(&out);
	style = between(all, "<style>", "</style>");
	script = between(all, "<script>", "</script>");
	html_hash_source(&source, style);
	ok(style.n > 0 && count(all, buf_text(&source)) == 1,
	    "the policy has the hash of the style");
	buf_clear(&source);
	html_hash_source(&source, script);
	ok(script.n > 0 && count(all, buf_text(&source)) == 1,
	    "the policy has the hash of the script");
	is_int((long long)count(all, "<style"), 1, "there is one style");
	is_int((long long)count(all, "<script"), 1, "there is one script");
	is_int((long long)count(all, " style=\""), 0, "no element has a style");
	is_int((long long)(count(all, " onclick=") + count(all, " onload=") +
	    count(all, "javascript:") + count(all, "http:") +
	    count(all, "https:")), 0, "nothing runs or is loaded from elsewhere");
	is_int((long long)count(style, "<") + (long long)count(script, "<") +
	    (long long)count(script, "&"), 0,
	    "style and script are well-formed XML, too");
	ok(out.n < PAGE_BYTES, "a page is smaller than 250 kB");
	is_int((long long)count(all, "<h1>"), 1, "there is one main heading");
	sample_close(&s);
	buf_close(&out);
	buf_close(&source);
}

static void
test_same(void)
{
	struct buf a = { 0 }, b = { 0 };
	struct sample s;

	sample_open(&s, SAMPLE_DAYS, NULL);
	page(&s, LANG_EN, &a);
	page(&s, LANG_EN, &b);
	ok(span_eq(buf_view(&a), buf_view(&b)),
	    "the same figures give the same bytes");
	sample_close(&s);
	buf_close(&a);
	buf_close(&b);
}

/* Each is put wherever a log, a list or a configuration says a text. */
static const char *const canaries[] = {
	"<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>",
	"' onmouseover='alert(1)", "</title><svg/onload=alert(1)>",
	"</style><script>1</script>", "]]><script>1</script>",
	"<!--<script>1", "&lt;b&gt;&#60;", "\xe2\x80\xae" "txt.exe",
	"\xff\xfe<b>", "\xc0\xbc" "script\xc0\xbe", "a\tb<c>\td",
	"{1}{2}{9}", "%s%n%d", "javascript:alert(1)", "\x1b[31m<red>",
};

static void
test_canaries(void)
{
	for (size_t i = 0; i < sizeof(canaries) / sizeof(canaries[0]); i++) {
		struct buf clean = { 0 }, out = { 0 };
		struct sample s, plain;
		const char tag[] = "<";

		sample_open(&s, SAMPLE_DAYS, canaries[i]);
		sample_open(&plain, SAMPLE_DAYS, "plain\tplain");
		page(&s, LANG_VI, &out);
		page(&plain, LANG_VI, &clean);
		is_int((long long)count(buf_view(&out), tag),
		    (long long)count(buf_view(&clean), tag),
		    "no markup comes of %s", strpbrk(canaries[i],
		    "\x1b\xff\xc0\xe2\t") != NULL ? "odd bytes" : canaries[i]);
		ok(count(buf_view(&out), "\xe2\x80\xae") == 0 &&
		    count(buf_view(&out), "\x1b") == 0 &&
		    count(buf_view(&out), "\xff") == 0 &&
		    count(buf_view(&out), "\xc0") == 0,
		    "nor any byte that turns or hides texts");
		sample_close(&s);
		sample_close(&plain);
		buf_close(&clean);
		buf_close(&out);
	}
}

static void
test_odd(void)
{
	struct buf out = { 0 };
	struct sample s;

	sample_open(&s, 1, NULL);
	s.r.show.show.f.n_days = 0;
	s.r.n_days = 0;
	s.charts = (struct review_charts){ .has_week = false };
	page(&s, LANG_EN, &out);
	ok(count(buf_view(&out), "class=\"tile\"") == 0 &&
	    count(buf_view(&out), "have no lines") == 1 &&
	    count(buf_view(&out), "href=\"#people\"") == 0,
	    "without figures there are no tiles, and no lists");
	buf_clear(&out);
	sample_close(&s);

	sample_open(&s, SAMPLE_DAYS, NULL);
	s.r.coverage.permille = 940;
	s.r.coverage.state[CHART_NO_LOG] = 45;
	page(&s, LANG_VI, &out);
	ok(count(buf_view(&out), "class=\"cover low\"") == 1,
	    "below 95 per cent of the logs there is a banner");
	buf_clear(&out);
	sample_close(&s);
	buf_close(&out);
}

/* ---- colours ---- */

static const struct {
	const char *name, *value[3];
} colours[] = {
#define X(name, light, dark, paper) { name, { light, dark, paper } },
	WEB_COLOURS(X)
#undef X
};

static const char *
colour(const char *name, int theme)
{
	for (size_t i = 0; i < sizeof(colours) / sizeof(colours[0]); i++)
		if (strcmp(colours[i].name, name) == 0)
			return colours[i].value[theme] + 1;
	return "808080";
}

static const struct {
	const char *text, *on;
	double least;
} pairs[] = {
	{ "ink", "card", 4.5 }, { "ink", "page", 4.5 },
	{ "ink", "tint", 4.5 }, { "ink", "fill", 4.5 },
	{ "ink", "warn", 4.5 }, { "soft", "card", 4.5 },
	{ "soft", "page", 4.5 }, { "soft", "tint", 4.5 },
	{ "accent", "card", 4.5 }, { "accent", "page", 4.5 },
	{ "accent", "tint", 4.5 }, { "accent", "warn", 4.5 },
	{ "accent", "fill", 4.5 }, { "up", "card", 4.5 },
	{ "fall", "card", 4.5 }, { "tick", "card", 3 },
	{ "edge", "page", 3 }, { "edge", "card", 3 },
};

static void
test_colours(void)
{
	static const char *const theme[] = { "light", "dark", "paper" };

	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++)
		for (int t = 0; t < 3; t++)
			ok(contrast(colour(pairs[i].text, t),
			    colour(pairs[i].on, t)) >= pairs[i].least,
			    "%s on %s can be seen: %s", pairs[i].text,
			    pairs[i].on, theme[t]);
	for (size_t i = 0; i < sizeof(colours) / sizeof(colours[0]); i++)
		for (unsigned c = 0; c < STYLE__MAX; c++)
			if (strcmp(colours[i].name, style_name(c)) == 0)
				ok(false, "%s is a colour of charts",
				    colours[i].name);
}

int
main(int argc, char **argv)
{
	bool accept = argc > 1 && strcmp(argv[1], "--accept") == 0;

	golden("report.vi", LANG_VI, accept);
	golden("report.en", LANG_EN, accept);
	if (accept)
		return 0;
	test_policy();
	test_same();
	test_canaries();
	test_odd();
	test_colours();
	return done();
}

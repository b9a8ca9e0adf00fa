/* SPDX-License-Identifier: MIT */
#include "aggregate/source.h"

#include <stdio.h>

#include "common/mem.h"
#include "tests/tap.h"

#define DOTS "\xE2\x80\xA6"
#define UNKNOWN "\xEF\xBF\xBD"

static struct span
guarded(const char *text)
{
	size_t n = strlen(text);

	return (struct span){ tap_guarded(text, n), n };
}

static const struct {
	const char *name, *from;
	enum source want;
} hosts[] = {
	{ "no referrer is direct", "", SOURCE_DIRECT },
	{ "a path is the site's own", "/tin-tuc", SOURCE_INTERNAL },
	{ "the root too", "/", SOURCE_INTERNAL },
	/* search */
	{ "google.com", "google.com", SOURCE_SEARCH },
	{ "a country's own", "google.vn", SOURCE_SEARCH },
	{ "below com", "google.com.vn", SOURCE_SEARCH },
	{ "below co", "google.co.uk", SOURCE_SEARCH },
	{ "a host below it", "news.google.com.vn", SOURCE_SEARCH },
	{ "but not its mail", "mail.google.com", SOURCE_OTHER },
	{ "nor what is below that", "a.mail.google.com", SOURCE_OTHER },
	{ "a longer label is another", "notgoogle.com", SOURCE_OTHER },
	{ "a hyphen is part of a label", "not-google.com", SOURCE_OTHER },
	{ "google in front of a stranger", "google.com.evil.example",
	    SOURCE_OTHER },
	{ "of one in com", "google.evil.com", SOURCE_OTHER },
	{ "of one in a country", "google.evil.vn", SOURCE_OTHER },
	{ "of one below com", "google.evil.com.vn", SOURCE_OTHER },
	{ "of one in a long domain", "google.example", SOURCE_OTHER },
	{ "two suffixes", "google.com.com.vn", SOURCE_OTHER },
	{ "google alone", "google", SOURCE_OTHER },
	{ "a dot in front", ".google.com", SOURCE_SEARCH },
	{ "com alone", "com", SOURCE_OTHER },
	{ "com.vn alone", "com.vn", SOURCE_OTHER },
	{ "bing", "bing.com", SOURCE_SEARCH },
	{ "bing of a country", "cn.bing.com", SOURCE_SEARCH },
	{ "an exact one has no countries", "bing.com.vn", SOURCE_OTHER },
	{ "duckduckgo", "duckduckgo.com", SOURCE_SEARCH },
	{ "Coc Coc", "coccoc.com", SOURCE_SEARCH },
	{ "yahoo's search", "vn.search.yahoo.com", SOURCE_SEARCH },
	{ "but not yahoo", "yahoo.com", SOURCE_OTHER },
	{ "yandex", "yandex.com.tr", SOURCE_SEARCH },
	{ "its translator, by the longer entry", "translate.yandex.ru",
	    SOURCE_OTHER },
	{ "baidu for phones", "m.baidu.com", SOURCE_SEARCH },
	/* social */
	{ "facebook", "facebook.com", SOURCE_SOCIAL },
	{ "its redirector", "l.facebook.com", SOURCE_SOCIAL },
	{ "for phones", "m.facebook.com", SOURCE_SOCIAL },
	{ "zalo", "zalo.me", SOURCE_SOCIAL },
	{ "its messenger", "chat.zalo.me", SOURCE_SOCIAL },
	{ "t.co", "t.co", SOURCE_SOCIAL },
	{ "what ends alike", "best.co", SOURCE_OTHER },
	{ "x.com", "x.com", SOURCE_SOCIAL },
	{ "what ends alike, again", "netflix.com", SOURCE_OTHER },
	{ "youtube", "m.youtube.com", SOURCE_SOCIAL },
	/* government */
	{ "an authority", "skhcn.example.gov.vn", SOURCE_GOVERNMENT },
	{ "gov.vn itself", "gov.vn", SOURCE_GOVERNMENT },
	{ "the United Kingdom's", "service.gov.uk", SOURCE_GOVERNMENT },
	{ "the United States'", "usa.gov", SOURCE_GOVERNMENT },
	{ "in Spanish", "www2.example.gob.mx", SOURCE_GOVERNMENT },
	{ "in French", "example.gouv.fr", SOURCE_GOVERNMENT },
	{ "Thailand's", "example.go.th", SOURCE_GOVERNMENT },
	{ "go.com is a company", "go.com", SOURCE_OTHER },
	{ "gov below com is a stranger", "gov.com", SOURCE_OTHER },
	{ "gov.com.vn too", "gov.com.vn", SOURCE_OTHER },
	{ "gov.vn in front of a stranger", "example.gov.vn.evil.example",
	    SOURCE_OTHER },
	{ "a label that ends in gov", "notgov.vn", SOURCE_OTHER },
	{ "a country has two letters", "gov.v1", SOURCE_OTHER },
	{ "the government's portal", "chinhphu.vn", SOURCE_GOVERNMENT },
	{ "and its ministries' pages", "vanban.chinhphu.vn",
	    SOURCE_GOVERNMENT },
	/* other */
	{ "a newspaper", "bao.example.vn", SOURCE_OTHER },
	{ "an address", "192.0.2.1", SOURCE_OTHER },
	{ "an IPv6 address", "[2001:db8::1]", SOURCE_OTHER },
	{ "dots alone", "...", SOURCE_OTHER },
	{ "markup", "<script>", SOURCE_OTHER },
};

static const struct {
	const char *name, *host, *url, *want; /* NULL: none */
} terms[] = {
	{ "google's q", "google.com", "https://www.google.com/search?q=skhcn",
	    "skhcn" },
	{ "bing's, among others", "bing.com",
	    "https://www.bing.com/search?form=A&q=so+khoa+hoc&x=1",
	    "so khoa hoc" },
	{ "Coc Coc's query", "coccoc.com",
	    "https://coccoc.com/search?query=th%E1%BB%9Di%20ti%E1%BA%BFt",
	    "th\xE1\xBB\x9Di ti\xE1\xBA\xBFt" },
	{ "yahoo's p", "search.yahoo.com",
	    "https://search.yahoo.com/search?p=a", "a" },
	{ "baidu's second name", "m.baidu.com",
	    "http://m.baidu.com/s?word=a&other=b", "a" },
	{ "an empty one, then one that is not", "baidu.com",
	    "http://www.baidu.com/s?wd=&word=b", "b" },
	{ "letter and mark are the letter", "google.com",
	    "http://google.com/?q=e%CC%81", "\xC3\xA9" },
	{ "even where a blank might part them", "google.com",
	    "http://google.com/?q=%3D%CC%B8", "\xE2\x89\xA0" },
	{ "a server's escapes", "google.com",
	    "http://google.com/?q=\\xC3\\xA9\\\"a\\\"", "\xC3\xA9\"a\"" },
	{ "a plus that was meant", "google.com", "http://google.com/?q=c%2B%2B",
	    "c++" },
	{ "an ampersand that was meant", "google.com",
	    "http://google.com/?q=a%26b=c", "a&b=c" },
	{ "blanks are single, none at the ends", "google.com",
	    "http://google.com/?q=+%20a++b%09%0A", "a b" },
	{ "control characters are blanks", "google.com",
	    "http://google.com/?q=a%00b%1B[31mc%7F%C2%85d", "a b [31mc d" },
	{ "what turns the direction too", "google.com",
	    "http://google.com/?q=a%E2%80%AEb%EF%BB%BF", "a b" },
	{ "markup is text", "google.com",
	    "http://google.com/?q=%3Cscript%3Ealert(1)%3C/script%3E",
	    "<script>alert(1)</script>" },
	{ "broken UTF-8", "google.com", "http://google.com/?q=t%E1%BBm%FF%FEx",
	    "t" UNKNOWN "m" UNKNOWN "x" },
	{ "an overlong form", "google.com", "http://google.com/?q=%C0%AFa",
	    UNKNOWN "a" },
	{ "half a pair", "google.com", "http://google.com/?q=%ED%A0%80",
	    UNKNOWN },
	{ "an escape is undone once", "google.com",
	    "http://google.com/?q=%252525", "%2525" },
	{ "torn escapes", "google.com", "http://google.com/?q=100%&x=%4",
	    "100%" },
	{ "an address is not kept", "google.com",
	    "http://google.com/?q=thu+cua+an%40example.vn", "thu cua " DOTS },
	{ "nor one that was escaped twice", "google.com",
	    "http://google.com/?q=an%2540example.vn", DOTS },
	{ "a phone number", "google.com", "http://google.com/?q=0912345678+ai",
	    DOTS " ai" },
	{ "with blanks in it", "google.com",
	    "http://google.com/?q=goi+0912%20345+678", "goi " DOTS },
	{ "an identity number in groups", "google.com",
	    "http://google.com/?q=cccd+001+089+012+345", "cccd " DOTS },
	{ "a decree's number stays", "google.com",
	    "http://google.com/?q=nghi+dinh+13/2023", "nghi dinh 13/2023" },
	{ "the fragment is no query", "google.com",
	    "http://google.com/#q=a", NULL },
	{ "nor what is behind it", "google.com", "http://google.com/?x=1#&q=a",
	    NULL },
	{ "no query", "google.com", "https://www.google.com/", NULL },
	{ "an empty value", "google.com", "http://google.com/?q=", NULL },
	{ "a name alone", "google.com", "http://google.com/?q", NULL },
	{ "blanks alone", "google.com", "http://google.com/?q=+%20%0D", NULL },
	{ "a longer name is another", "google.com", "http://google.com/?qq=a",
	    NULL },
	{ "names heed case", "google.com", "http://google.com/?Q=a", NULL },
	{ "a nameless value", "google.com", "http://google.com/?=a&&", NULL },
	{ "not for other hosts", "example.vn", "http://example.vn/?q=a", NULL },
	{ "nor for social ones", "facebook.com", "http://facebook.com/?q=a",
	    NULL },
	{ "nor for own pages", "/tim-kiem", "http://example.vn/tim?q=a", NULL },
	{ "nor without one", "", "", NULL },
};

static const struct {
	const char *name, *target, *want;
} campaigns[] = {
	{ "all three", "/a?utm_source=zalo&utm_medium=social&utm_campaign="
	    "tuyen-truyen", "zalo / social / tuyen-truyen" },
	{ "in any order, among others",
	    "/a?x=1&utm_campaign=c&utm_medium=m&y&utm_source=s", "s / m / c" },
	{ "a missing one is a hyphen", "/a?utm_source=s&utm_campaign=c",
	    "s / - / c" },
	{ "an empty one too", "/a?utm_source=&utm_medium=m", "- / m / -" },
	{ "the first that is not empty", "/a?utm_source=&utm_source=b",
	    "b / - / -" },
	{ "the absolute form", "http://example.vn/?utm_source=s", "s / - / -" },
	{ "cleaned", "/?utm_campaign=%C4%91%E1%BB%A3t+1%0A%3Cb%3E",
	    "- / - / \xC4\x91\xE1\xBB\xA3t 1 <b>" },
	{ "redacted", "/?utm_source=an@example.vn&utm_medium=0912345678",
	    DOTS " / " DOTS " / -" },
	{ "each part has its room",
	    "/?utm_source=aaaaaaaaaabbbbbbbbbbccccccccccdddd"
	    "&utm_medium=m&utm_campaign=aaaaaaaaaabbbbbbbbbbccccccccccdddddddddd"
	    "eeeeeeeeeeffffffffff", "aaaaaaaaaabbbbbbbbbbccccccccccdd / m / "
	    "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffff" },
	{ "none", "/a?id=1", NULL },
	{ "empty ones", "/a?utm_source=&utm_medium=+", NULL },
	{ "behind a fragment", "/a#utm_source=s", NULL },
	{ "a longer name", "/a?utm_sources=s&xutm_source=s", NULL },
	{ "names heed case", "/a?UTM_SOURCE=s", NULL },
	{ "no query", "/a", NULL },
	{ "an empty target", "", NULL },
};

static const struct {
	const char *name, *text, *why;
} wrong[] = {
	{ "a host before a section", "# x\ngoogle.*\n",
	    "l: line 2: a host before the first [section]" },
	{ "an unknown section", "[mail]\n", "l: line 1: a section must be "
	    "[search], [social], [government] or [other]" },
	{ "a torn one", "[search\n", "l: line 1: a section must be "
	    "[search], [social], [government] or [other]" },
	{ "one that is no list", "[direct]\n", "l: line 1: a section must be "
	    "[search], [social], [government] or [other]" },
	{ "a capital", "[social]\na.vn\nFacebook.com\n",
	    "l: line 3: begins with no host in lower case, such as "
	    "example.com, example.?? or example.*" },
	{ "a URL", "[social]\nhttps://a.vn/\n",
	    "l: line 2: begins with no host in lower case, such as "
	    "example.com, example.?? or example.*" },
	{ "an empty label", "[social]\na..vn\n",
	    "l: line 2: begins with no host in lower case, such as "
	    "example.com, example.?? or example.*" },
	{ "a dot at the end", "[social]\na.vn.\n",
	    "l: line 2: begins with no host in lower case, such as "
	    "example.com, example.?? or example.*" },
	{ "an end alone", "[social]\n.*\n",
	    "l: line 2: begins with no host in lower case, such as "
	    "example.com, example.?? or example.*" },
	{ "a star in front", "[government]\n*.gov.vn\n",
	    "l: line 2: begins with no host in lower case, such as "
	    "example.com, example.?? or example.*" },
	{ "a terminal's escape", "[social]\n\x1B[31m\n",
	    "l: line 2: begins with no host in lower case, such as "
	    "example.com, example.?? or example.*" },
	{ "a host twice", "[social]\na.vn\n[other]\na.vn\n",
	    "l: line 4: a.vn is listed twice" },
	{ "two hosts on a line", "[social]\na.vn b.vn\n",
	    "l: line 2: one host a line: only those in [search] have "
	    "parameters" },
	{ "a wrong parameter", "[search]\na.vn q=\n",
	    "l: line 2: a parameter is at most 32 letters, digits, _ and -" },
	{ "no host at all", "# nothing\n[search]\n", "l: holds no host" },
};

static void
host_rows(const struct sources *s)
{
	for (size_t i = 0; i < sizeof(hosts) / sizeof(*hosts); i++)
		is_text(source_name(source_of(s, guarded(hosts[i].from))),
		    source_name(hosts[i].want), "%s: %s", hosts[i].name,
		    hosts[i].from);
}

static void
term_rows(const struct sources *s, struct source_work *w)
{
	struct buf out = { 0 };

	for (size_t i = 0; i < sizeof(terms) / sizeof(*terms); i++) {
		buf_clear(&out);
		buf_puts(&out, "|");

		bool any = source_terms(s, w, guarded(terms[i].url),
		    guarded(terms[i].host), &out);

		is_text(any ? buf_text(&out) + 1 : NULL, terms[i].want,
		    "terms: %s", terms[i].name);
		if (!any)
			is_text(buf_text(&out), "|", "and nothing is added");
	}
	buf_close(&out);
}

static void
campaign_rows(struct source_work *w)
{
	struct buf out = { 0 };

	for (size_t i = 0; i < sizeof(campaigns) / sizeof(*campaigns); i++) {
		buf_clear(&out);
		buf_puts(&out, "|");

		bool any = source_campaign(w, guarded(campaigns[i].target),
		    &out);

		is_text(any ? buf_text(&out) + 1 : NULL, campaigns[i].want,
		    "campaign: %s", campaigns[i].name);
		if (!any)
			is_text(buf_text(&out), "|", "and nothing is added");
	}
	buf_close(&out);
}

/* A long value of the same piece over and over. */
static size_t
repeated(const struct sources *s, struct source_work *w, const char *piece,
    struct buf *out)
{
	struct buf url = { 0 };

	buf_puts(&url, "http://google.com/?q=");
	while (url.n < 100000)
		buf_puts(&url, piece);
	buf_clear(out);
	source_terms(s, w, buf_view(&url), SPAN("google.com"), out);
	buf_close(&url);
	return out->n;
}

static void
long_rows(const struct sources *s, struct source_work *w)
{
	struct buf out = { 0 };

	is_int((long long)repeated(s, w, "a+", &out), 127,
	    "a long text is cut, and ends with no blank");
	is_int((long long)repeated(s, w, "b", &out), 128, "at 128 bytes");
	is_int((long long)repeated(s, w, "%E1%BB%A9", &out), 126,
	    "at a character");
	is_int((long long)repeated(s, w, "%25", &out), 128,
	    "percent signs over and over");
	is_int((long long)repeated(s, w, "%FF", &out), 3,
	    "invalid bytes over and over");
	is_int((long long)repeated(s, w, "a%CC%81", &out), 128,
	    "marks over and over");
	ok(repeated(s, w, "%CC%81", &out) <= 128, "marks alone");
	ok(repeated(s, w, "%EF%B7%BA", &out) <= 128, "a long ligature");
	ok(repeated(s, w, "an%40example.vn", &out) <= 128, "addresses");
	is_int((long long)repeated(s, w, "%00+", &out), 0, "blanks");
	buf_close(&out);
}

static void
own_list(void)
{
	static const char text[] = "\t# ours\r\n[search]\r\n"
	    "tim.example.vn\ttu  khoa # two\r\nexample.*\n[social]\n"
	    "example.com\nexample.??\n[government]\na.example.com";
	struct source_work w = { 0 };
	struct sources *s = NULL;
	struct buf out = { 0 };
	struct err err;

	if (!ok(sources_open(SPAN(text), "l", &s, &err), "our own list")) {
		diag("%s", err.text);
		return;
	}
	ok(source_of(s, SPAN("example.com")) == SOURCE_SOCIAL,
	    "an exact end is before an open one");
	ok(source_of(s, SPAN("example.vn")) == SOURCE_SOCIAL,
	    "a country's before any");
	ok(source_of(s, SPAN("example.com.vn")) == SOURCE_SEARCH,
	    "any, where nothing else fits");
	ok(source_of(s, SPAN("b.a.example.com")) == SOURCE_GOVERNMENT,
	    "the longest");
	ok(source_of(s, SPAN("google.com")) == SOURCE_OTHER,
	    "what is built in is not in it");
	ok(source_terms(s, &w, SPAN("http://tim.example.vn/?khoa=a"),
	    SPAN("tim.example.vn"), &out), "its parameters");
	ok(!source_terms(s, &w, SPAN("http://example.com.vn/?q=a"),
	    SPAN("example.com.vn"), &out), "an engine without any");
	buf_close(&out);
	source_work_close(&w);
	sources_close(s);
}

static void
refused_rows(void)
{
	struct buf many = { 0 };
	struct sources *s = NULL;
	struct err err = { 0 };

	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		ok(!sources_open(guarded(wrong[i].text), "l", &s, &err) &&
		    s == NULL && err.code == ERR_CONFIG, "refused: %s",
		    wrong[i].name);
		is_text(err.text, wrong[i].why, "told: %s", wrong[i].name);
	}
	ok(!sources_open(SPAN("[other]\na\0b.vn\n"), "l", &s, &err),
	    "refused: a NUL");
	buf_puts(&many, "[other]\n");
	for (int i = 0; i <= SOURCE_HOSTS_MAX; i++)
		buf_printf(&many, "h%d.example\n", i);
	ok(!sources_open(buf_view(&many), "l", &s, &err), "refused: too many");
	is_text(err.text, "l: line 4098: more than 4096 hosts", "told");
	buf_close(&many);
}

int
main(void)
{
	struct source_work w = { 0 };
	struct sources *s = NULL;
	struct err err = { 0 };

	if (!ok(sources_open((struct span){ 0 }, NULL, &s, &err),
	    "the shipped list is read")) {
		diag("%s", err.text);
		return done();
	}
	host_rows(s);
	term_rows(s, &w);
	campaign_rows(&w);
	long_rows(s, &w);
	own_list();
	refused_rows();
	source_work_close(&w);
	sources_close(s);
	sources_close(NULL);
	return done();
}

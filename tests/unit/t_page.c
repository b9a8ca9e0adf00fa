/* SPDX-License-Identifier: MIT */
#include "aggregate/page.h"

#include <stdio.h>
#include <time.h>

#include "aggregate/redact.h"
#include "common/mem.h"
#include "tests/tap.h"

#define DOTS "\xE2\x80\xA6"

static const char *kept[] = { "id", "tabid", NULL };
static const char *hosts[] = { "example.vn", "www.example.org", NULL };
static const struct site site = { .keep_query = kept, .host = hosts };
static const struct site bare = SITE_DEFAULTS;

static const struct {
	const char *name, *target, *want;
} pages[] = {
	/* the parts */
	{ "a plain path", "/tin-tuc/bai-1.html", "/tin-tuc/bai-1.html" },
	{ "an empty target", "", "/" },
	{ "the query is dropped", "/a?b=c", "/a" },
	{ "but for the kept ones, in their order", "/a?x=1&tabid=2&y=3&id=4",
	    "/a?tabid=2&id=4" },
	{ "names heed case", "/a?ID=4&tabId=2", "/a" },
	{ "a longer name is another", "/a?idx=4", "/a" },
	{ "a kept one without a value", "/a?id", "/a?id" },
	{ "a kept one with an empty value", "/a?id=", "/a?id=" },
	{ "repeated ones are all kept", "/a?id=1&id=2", "/a?id=1&id=2" },
	{ "a second question mark is a value's", "/a?id=1?b", "/a?id=1?b" },
	{ "a query alone", "?id=1", "/?id=1" },
	{ "an encoded question mark opens no query", "/a%3Fid=1",
	    "/a%3Fid=1" },
	{ "an encoded ampersand ends no value", "/a?id=1%26x=2",
	    "/a?id=1%26x=2" },
	{ "the fragment is dropped", "/a#b?id=1", "/a" },
	{ "after the query too", "/a?id=1#id=2", "/a?id=1" },
	{ "the session is dropped", "/a.do;jsessionid=AB12.node1?id=1",
	    "/a.do?id=1" },
	{ "in capitals", "/a.do;JSESSIONID=AB12", "/a.do" },
	{ "in the middle", "/a;jsessionid=1/b;jsessionid=2;v=3/c",
	    "/a/b;v=3/c" },
	{ "the only content", ";jsessionid=1", "/" },
	{ "other parameters of a path stay", "/a;v=1", "/a;v=1" },
	{ "the absolute form", "http://example.vn/a/b?c", "/a/b" },
	{ "its scheme in capitals", "HTTPS://EXAMPLE.VN/A", "/A" },
	{ "without a path", "http://example.vn", "/" },
	{ "with a query only", "http://example.vn?id=3", "/?id=3" },
	{ "a URL within a path is a path", "/go/http://example.vn/x",
	    "/go/http://example.vn/x" },
	{ "the asterisk form", "*", "*" },
	{ "the authority form", "example.vn:443", "example.vn:443" },
	{ "two slashes", "//a//b", "//a//b" },
	/* escapes */
	{ "unreserved characters are undone", "/%61%2D%2e%5F%7e%30",
	    "/a-._~0" },
	{ "others stay, with capitals", "/a%2fb%3b%20%25", "/a%2Fb%3B%20%25" },
	{ "an escape is undone once", "/%2561", "/%2561" },
	{ "and its result opens no other", "/%%36%31", "/%2561" },
	{ "a lone percent sign", "/100%", "/100%25" },
	{ "a torn escape", "/a%4", "/a%254" },
	{ "no digits", "/a%zz", "/a%25zz" },
	{ "%00 stays as it is", "/a%00b", "/a%00b" },
	{ "a control character too", "/a%0d%0Ab", "/a%0D%0Ab" },
	{ "a server's \\x escape", "/t\\xC3\\xAAn", "/t\xC3\xAAn" },
	{ "a server's quote", "/a\\\"b\\x22", "/a\"b\"" },
	{ "a server's backslash", "/a\\\\b", "/a\\b" },
	{ "a server's newline", "/a\\nb", "/a%0Ab" },
	{ "a server's \\x00", "/a\\x00b", "/a%00b" },
	{ "a server's percent sign is the client's", "/\\x2541", "/A" },
	{ "a torn server escape", "/a\\x4", "/a\\x4" },
	{ "a backslash at the end", "/a\\", "/a\\" },
	{ "raw control bytes", "/a\x01\x7F\tb c", "/a%01%7F%09b%20c" },
	{ "a terminal's escape", "/\x1B[31m", "/%1B[31m" },
	/* UTF-8 */
	{ "UTF-8 is undone", "/tin-t%E1%BB%A9c", "/tin-t\xE1\xBB\xA9" "c" },
	{ "raw UTF-8 is the same", "/tin-t\xE1\xBB\xA9" "c",
	    "/tin-t\xE1\xBB\xA9" "c" },
	{ "half raw, half escaped too", "/t\xC3%AAn", "/t\xC3\xAAn" },
	{ "NFD becomes NFC", "/tie%CC%82%CC%81ng-Vie%CC%A3%CC%82t",
	    "/ti\xE1\xBA\xBFng-Vi\xE1\xBB\x87t" },
	{ "marks in the other order too", "/Vie%CC%82%CC%A3t",
	    "/Vi\xE1\xBB\x87t" },
	{ "Hangul is composed", "/%E1%84%92%E1%85%A1%E1%86%AB",
	    "/\xED\x95\x9C" },
	{ "four bytes", "/%F0%9F%98%80", "/\xF0\x9F\x98\x80" },
	{ "invalid bytes stay escaped", "/%ff%C3", "/%FF%C3" },
	{ "raw invalid bytes become so", "/\xFF\xC3", "/%FF%C3" },
	{ "an overlong slash", "/a%C0%AFb", "/a%C0%AFb" },
	{ "an overlong NUL", "/a%E0%80%80b", "/a%E0%80%80b" },
	{ "a surrogate", "/%ED%A0%80", "/%ED%A0%80" },
	{ "beyond Unicode", "/%F4%90%80%80", "/%F4%90%80%80" },
	{ "a torn character", "/%E1%BB", "/%E1%BB" },
	{ "valid after invalid", "/%FF%C3%AA", "/%FF\xC3\xAA" },
	{ "C1 controls stay escaped", "/%C2%9B31m", "/%C2%9B31m" },
	{ "the right-to-left override too", "/%E2%80%AEfdp",
	    "/%E2%80%AEfdp" },
	{ "zero width space, line separator, BOM",
	    "/%E2%80%8B%E2%80%A8%EF%BB%BF", "/%E2%80%8B%E2%80%A8%EF%BB%BF" },
	{ "a no-break space too", "/a%C2%A0b", "/a%C2%A0b" },
	{ "a joiner may stay", "/%E2%80%8D", "/\xE2\x80\x8D" },
	{ "a noncharacter stays escaped", "/%EF%BF%BF", "/%EF%BF%BF" },
	{ "a value cannot join its equals sign", "/a?id=%CC%B8",
	    "/a?id\xE2\x89\xA0" },
};

static const struct {
	const char *name, *referrer, *want;
} referrers[] = {
	{ "none", "", "" },
	{ "another site is its host", "https://coccoc.com/search?query=x",
	    "coccoc.com" },
	{ "in lower case, without www.", "HTTP://WWW.Google.COM/",
	    "google.com" },
	{ "without port", "http://example.com:8080/x", "example.com" },
	{ "without user and password", "http://u:p@example.com/x",
	    "example.com" },
	{ "without the root's dot", "http://example.com./", "example.com" },
	{ "a query right after the host", "http://example.com?x",
	    "example.com" },
	{ "an IPv6 address is none to be kept", "http://[2001:DB8::1]:80/x",
	    "[" DOTS "]" },
	{ "nor is an IPv4 address", "http://192.0.2.77:8080/x", DOTS },
	{ "nor what may be a telephone", "http://0912345678.example.com/",
	    DOTS ".example.com" },
	{ "nor a token, told by its capitals",
	    "http://eyJhbGciOiJIUzI1NiIsInR5cCI6.Example.com/",
	    DOTS ".example.com" },
	{ "a name with numbers is kept", "http://cdn-12.bai2026.example.com/",
	    "cdn-12.bai2026.example.com" },
	{ "our own is a path", "https://example.vn/tin?x=1&id=2",
	    "/tin?id=2" },
	{ "with www.", "https://www.example.vn/tin", "/tin" },
	{ "listed with www., come without", "http://example.org/a", "/a" },
	{ "our own without a path", "http://EXAMPLE.vn", "/" },
	{ "our own, redacted", "http://example.vn/u/an@example.vn",
	    "/u/" DOTS },
	{ "a subdomain is another site", "http://m.example.vn/a",
	    "m.example.vn" },
	{ "a host that ends alike is another", "http://notexample.vn/",
	    "notexample.vn" },
	{ "an app's referrer", "android-app://com.zing.zalo/", "" },
	{ "no scheme", "example.com/x", "" },
	{ "a dash", "-", "" },
	{ "no host", "http:///x", "" },
	{ "www. alone", "http://www./", "www" },
	{ "a script", "javascript:alert(1)", "" },
	{ "markup for a host", "http://<b>.com/", "" },
	{ "a blank in the host", "http://a b.com/", "" },
	{ "a quote in the host", "http://a\\x22b.com/", "a" },
	{ "bytes beyond ASCII in the host", "http://\xC3\xAA.com/", "" },
	{ "a torn bracket", "http://[2001:db8::1/x", "" },
};

static void
page_rows(struct page *p)
{
	struct buf got = { 0 };

	for (size_t i = 0; i < sizeof(pages) / sizeof(*pages); i++) {
		size_t n = strlen(pages[i].target);

		buf_clear(&got);
		page_name(p, (struct span){
		    tap_guarded(pages[i].target, n), n }, &got);
		is_text(buf_text(&got), pages[i].want, "page: %s",
		    pages[i].name);
	}
	buf_clear(&got);
	page_name(p, (struct span){ "/a\0b", 4 }, &got);
	is_text(buf_text(&got), "/a%00b", "page: a raw NUL");
	buf_clear(&got);
	buf_puts(&got, "before ");
	page_name(p, SPAN("/a"), &got);
	is_text(buf_text(&got), "before /a", "page: it is appended");
	buf_close(&got);
}

static void
referrer_rows(struct page *p)
{
	struct buf got = { 0 };

	for (size_t i = 0; i < sizeof(referrers) / sizeof(*referrers); i++) {
		size_t n = strlen(referrers[i].referrer);

		buf_clear(&got);
		page_referrer(p, (struct span){
		    tap_guarded(referrers[i].referrer, n), n },
		    SPAN("other.example"), &got);
		is_text(buf_text(&got), referrers[i].want, "referrer: %s",
		    referrers[i].name);
	}

	char url[400];

	memset(url, 'x', sizeof(url));
	snprintf(url, 8, "http://");
	url[7] = 'x';
	url[7 + 254] = '\0';
	buf_clear(&got);
	page_referrer(p, span_of(url), SPAN(""), &got);
	is_int((long long)got.n, 0, "referrer: a host of 254 bytes is none");
	url[7 + 253] = '\0';
	page_referrer(p, span_of(url), SPAN(""), &got);
	is_int((long long)got.n, 253, "referrer: one of 253 bytes is");

	struct page q = { .site = &bare };

	buf_clear(&got);
	page_referrer(&q, SPAN("http://a.example/x"), SPAN("A.example"), &got);
	is_text(buf_text(&got), "/x",
	    "referrer: without hosts, that of the request is our own");
	buf_clear(&got);
	page_referrer(&q, SPAN("http://a.example/x"), SPAN(""), &got);
	is_text(buf_text(&got), "a.example",
	    "referrer: without any, all are others");
	page_close(&q);
	buf_close(&got);
}

static void
cuts(struct page *p)
{
	struct buf target = { 0 }, got = { 0 };

	buf_putc(&target, '/');
	for (int i = 0; i < 511; i++)
		buf_putc(&target, 'a');
	page_name(p, buf_view(&target), &got);
	is_int((long long)got.n, 512, "512 bytes are kept");
	buf_puts(&target, "b");
	buf_clear(&got);
	page_name(p, buf_view(&target), &got);
	ok(got.n == 512 && got.p[511] == 'a', "the 513th is cut");
	target.n = 511;
	buf_puts(&target, "%E1%BB%A9");
	buf_clear(&got);
	page_name(p, buf_view(&target), &got);
	is_int((long long)got.n, 511, "never within a character");
	buf_close(&target);
	buf_close(&got);
}

/* What can be said of any name, whatever the target: valid UTF-8 in NFC (cleaning
 * finds nothing to do), no control bytes, at most 512 bytes. */
static bool
sound(struct buf *name)
{
	struct clean c = { 0 };
	struct buf copy = { 0 };
	bool good = name->n > 0 && name->n <= PAGE_BYTES;

	for (size_t i = 0; i < name->n; i++)
		good &= (unsigned char)name->p[i] > ' ' && name->p[i] != 0x7F;
	/* A backslash would be taken for a server's escape, and a cut escape
	 * for a lone sign. */
	for (size_t i = 0; i < name->n; i++)
		buf_putc(&copy, name->p[i] == '\\' || name->p[i] == '%' ? '_' :
		    name->p[i]);
	good &= span_eq(clean_text(&c, buf_view(&copy)), buf_view(&copy));
	buf_close(&copy);
	clean_close(&c);
	return good;
}

static void
noise(struct page *p)
{
	static const char *const bits[] = { "/", "%", "%C3", "%CC%81", "e", "\\x",
		"A9", "\\", "?id=", "&", "#", ";jsessionid=", "@", "%40", "a.vn",
		"0912345678", "d41d8cd98f00b204", "-", "\xE1\xBB\xA9", "\xC3",
		"\xFF", "\x01", "%E2%80%AE", "%cd%84", "\xE0\xA4\x95" };
	uint32_t state = 1;
	size_t bad = 0;
	struct buf target = { 0 }, got = { 0 };

	for (int round = 0; round < 20000; round++) {
		buf_clear(&target);
		buf_clear(&got);
		for (int i = 0; i < 30; i++) {
			state = state * 1664525 + 1013904223;
			buf_puts(&target, bits[(state >> 16) %
			    (sizeof(bits) / sizeof(*bits))]);
		}
		page_name(p, buf_view(&target), &got);
		if (!sound(&got) && bad++ == 0)
			diag("target %s\nname %s", buf_text(&target),
			    buf_text(&got));
	}
	is_int((long long)bad, 0, "20,000 targets of noise give sound names");
	buf_close(&target);
	buf_close(&got);
}

/* The longest line that a log may have, of what would take minutes if any step
 * were quadratic; as a path, and as a kept value. */
static void
huge(struct page *p, const char *start)
{
	static const char *const units[] = { "a1-", "%40", "%CC%81%CC%A3", "@a.",
		"0912-", ";jsessionid=", "\\xCC\\x81\\xCC\\xA3", "a.b-", "%", "1",
		"&id=a@b.vn" };
	struct timespec from, to;

	for (size_t i = 0; i < sizeof(units) / sizeof(*units); i++) {
		struct buf target = { 0 }, got = { 0 };

		buf_puts(&target, start);
		while (target.n < 128 * 1024)
			buf_puts(&target, units[i]);
		clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &from);
		page_name(p, buf_view(&target), &got);
		clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &to);
		ok(sound(&got) && to.tv_sec - from.tv_sec < 2,
		    "128 KiB of \"%s\" after \"%s\" end soon", units[i],
		    start);
		buf_close(&target);
		buf_close(&got);
	}
}

static void
paths(struct page *p)
{
	static const char *const rows[][2] = {
		{ "/a.jp%67?x.css", "/a.jpg" },
		{ "/a.pdf;jsessionid=1.node?x", "/a.pdf" },
		{ "", "" }, { "?a", "" }, { "http://example.vn", "" },
		{ "/u/an@example.vn", "/u/an@example.vn" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct span got = page_path(p, span_of(rows[i][0]));

		ok(span_eq(got, span_of(rows[i][1])), "the path of \"%s\"",
		    rows[i][0]);
	}
}

int
main(void)
{
	struct page p = { .site = &site };

	page_rows(&p);
	referrer_rows(&p);
	paths(&p);
	cuts(&p);
	noise(&p);
	huge(&p, "/");
	huge(&p, "/?id=");
	page_close(&p);
	page_close(&p);
	return done();
}

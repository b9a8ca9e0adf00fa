/* SPDX-License-Identifier: MIT */
/* fuzz_source -- the first line of the input is a host, the rest a URL: that of a
 * referrer, and a target with a campaign.  Where it begins with '#' or '[', the input
 * is a list of hosts.
 *
 * Beside memory errors, which the sanitizers see, it aborts where a text is too long,
 * is not valid UTF-8, bears a control character or a blank too many, where what was
 * there before is changed, where the same is not answered twice, and where a list is
 * refused with a message that is not fit for a terminal.
 */
#include <stdint.h>
#include <stdlib.h>

#include "aggregate/source.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
must(bool holds)
{
	if (!holds)
		abort();
}

/* The bytes of the character at p, of at most n.  Our own judgement, so that it is
 * not the library's again. */
static size_t
character(const unsigned char *p, size_t n, uint32_t *c)
{
	static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	size_t bytes = p[0] < 0x80 ? 1 : p[0] < 0xC0 ? 0 : p[0] < 0xE0 ? 2 :
	    p[0] < 0xF0 ? 3 : p[0] < 0xF8 ? 4 : 0;

	must(bytes > 0 && bytes <= n);
	*c = bytes == 1 ? p[0] : p[0] & (0x7Fu >> bytes);
	for (size_t i = 1; i < bytes; i++) {
		must((p[i] & 0xC0) == 0x80);
		*c = *c << 6 | (p[i] & 0x3F);
	}
	must(*c >= least[bytes] && *c <= 0x10FFFF &&
	    (*c < 0xD800 || *c > 0xDFFF));
	return bytes;
}

static void
check_text(struct span s)
{
	uint32_t c, last = ' ';

	must(s.n > 0 && s.n <= SOURCE_TEXT_BYTES);
	for (size_t i = 0; i < s.n; last = c) {
		i += character((const unsigned char *)s.p + i, s.n - i, &c);
		must(c >= ' ' && (c < 0x7F || c > 0xA0));
		must(c != ' ' || last != ' ');
		must((c < 0x202A || c > 0x202E) && c != 0xFEFF);
	}
	must(last != ' ');
}

struct bench {
	struct sources *sources;
	struct source_work work;
	struct buf one, two;
};

static bool
answer(struct bench *b, struct span host, struct span url, struct buf *out)
{
	buf_clear(out);
	buf_puts(out, "before");
	return host.p == NULL ? source_campaign(&b->work, url, out) :
	    source_terms(b->sources, &b->work, url, host, out);
}

/* host.p: NULL for a campaign. */
static void
check(struct bench *b, struct span host, struct span url)
{
	bool any = answer(b, host, url, &b->one);
	struct span text = { b->one.p + 6, b->one.n - 6 };

	must(memcmp(b->one.p, "before", 6) == 0);
	must(any || text.n == 0);
	if (any)
		check_text(text);
	must(answer(b, host, url, &b->two) == any &&
	    span_eq(buf_view(&b->one), buf_view(&b->two)));
}

static void
check_list(struct span text)
{
	struct sources *s = NULL;
	struct err err = { 0 };

	if (!sources_open(text, "list", &s, &err)) {
		must(s == NULL && err.code == ERR_CONFIG);
		for (const char *p = err.text; *p != '\0'; p++)
			must(*p >= ' ' && *p < 0x7F);
		return;
	}
	source_of(s, SPAN("a.example.com.vn"));
	sources_close(s);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct bench b;
	struct span url = { (const char *)data, size }, host;
	enum source source;

	if (b.sources == NULL)
		must(sources_open((struct span){ 0 }, NULL, &b.sources, NULL));
	if (size > 0 && (data[0] == '[' || data[0] == '#')) {
		check_list(url);
		return 0;
	}
	host = span_cut(&url, '\n');
	source = source_of(b.sources, host);
	must((source == SOURCE_DIRECT) == (host.n == 0));
	must((source == SOURCE_INTERNAL) == (host.n > 0 && host.p[0] == '/'));
	if (source == SOURCE_GOVERNMENT)
		must(span_find(host, '.') < host.n ||
		    span_eq(host, SPAN("gov")));
	if (host.n > 0)
		check(&b, host, url);
	check(&b, SPAN("google.com"), url);
	check(&b, (struct span){ 0 }, url);
	return 0;
}

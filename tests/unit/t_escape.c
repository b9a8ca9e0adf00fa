/* SPDX-License-Identifier: MIT */
#include "publish/escape.h"

#include <stdio.h>
#include <stdlib.h>

#include "tests/tap.h"

/* SPAN is no constant expression before C23. */
#define BYTES(literal) { literal, sizeof(literal) - 1 }
#define FFFD "\xef\xbf\xbd"

enum context { HTML, XML, JSON, CSV, TERMINAL, CONTEXT__MAX };

typedef void (*escaper)(struct buf *out, struct span s);
static const escaper escapers[] = { escape_html, escape_xml, escape_json,
	escape_csv, escape_terminal };
static const char *const names[] = { "HTML", "XML", "JSON", "CSV", "terminal" };

static const struct {
	const char *name;
	enum context in;
	struct span text;
	const char *want;
} rows[] = {
	{ "a tag stays a text in HTML", HTML,
	    BYTES("<script>alert('1&2')</script>"),
	    "&lt;script&gt;alert(&#39;1&amp;2&#39;)&lt;/script&gt;" },
	{ "a quote cannot leave an attribute", HTML,
	    BYTES("\" onload=\"x"), "&quot; onload=&quot;x" },
	{ "Vietnamese goes through", HTML, BYTES("Bắc Kạn"), "Bắc Kạn" },
	{ "a NUL does not end the text", HTML, BYTES("a\0b"), "a" FFFD "b" },
	{ "the turn of direction is taken out of HTML", HTML,
	    BYTES("a\xe2\x80\xae" "b"), "a" FFFD "b" },
	{ "XML keeps a newline through attribute normalisation", XML,
	    BYTES("a\n\tb]]>"), "a&#10;&#9;b]]&gt;" },
	{ "XML has no U+FFFF and no escape character", XML,
	    BYTES("\xef\xbf\xbf\x1b"), FFFD FFFD },
	{ "JSON: quote, backslash, newline, bell", JSON,
	    BYTES("\"\\\n\a"), "\\\"\\\\\\n\\u0007" },
	{ "JSON inside a script cannot close it", JSON,
	    BYTES("</script><!--&"), "\\u003c/script\\u003e\\u003c!--\\u0026" },
	{ "JSON: line separators that end a script's string", JSON,
	    BYTES("\xe2\x80\xa8\xe2\x80\xa9"), "\\u2028\\u2029" },
	{ "CSV: a plain field has no quotes", CSV, BYTES("Tin tức"), "Tin tức" },
	{ "CSV: commas and quotes", CSV, BYTES("a,\"b\""), "\"a,\"\"b\"\"\"" },
	{ "CSV: a formula is a text", CSV, BYTES("=HYPERLINK(1)"), "'=HYPERLINK(1)" },
	{ "CSV: all four signs, and a command", CSV, BYTES("@SUM"), "'@SUM" },
	{ "CSV: plus", CSV, BYTES("+1"), "'+1" },
	{ "CSV: minus", CSV, BYTES("-1|cmd"), "\"'-1|cmd\"" },
	{ "CSV: a full-width sign is one too", CSV, BYTES("\xef\xbc\x9d" "1"),
	    "'\xef\xbc\x9d" "1" },
	{ "CSV: nor does a formula start where semicolons part cells", CSV,
	    BYTES("a;=1"), "\"a;'=1\"" },
	{ "CSV: nor after a tab or a line", CSV, BYTES("\t=1\n@x"),
	    "\"\t'=1\n'@x\"" },
	{ "CSV: an apostrophe of its own is told apart", CSV, BYTES("'a"), "''a" },
	{ "CSV: an empty field is empty", CSV, BYTES(""), "" },
	{ "terminal: colour and title sequences are shown, not obeyed", TERMINAL,
	    BYTES("\x1b[31m\x1b]0;x\a"), "\\x1b[31m\\x1b]0;x\\x07" },
	{ "terminal: the 8-bit CSI too", TERMINAL, BYTES("\xc2\x9b" "31m"),
	    "\\xc2\\x9b31m" },
	{ "terminal: one line stays one", TERMINAL, BYTES("a\r\nb"), "a\\x0d\\x0ab" },
	{ "terminal: right-to-left override", TERMINAL,
	    BYTES("\xe2\x80\xae" "fdp.exe"), "\\xe2\\x80\\xae" "fdp.exe" },
	{ "terminal: a backslash is told apart", TERMINAL, BYTES("\\x1b"), "\\\\x1b" },
};

static void
test_rows(void)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct span text = { tap_guarded(rows[i].text.p,
		    rows[i].text.n), rows[i].text.n };
		struct buf out = { 0 };

		escapers[rows[i].in](&out, text);
		is_text(buf_text(&out), rows[i].want, "%s", rows[i].name);
		buf_close(&out);
	}
}

/* Unicode 15, section 3.9, tables 3-8 to 3-11: what each ill-formed run becomes. */
static const struct {
	const char *name;
	struct span text;
	const char *want;
} broken[] = {
	{ "overlong forms: one mark a byte", BYTES("\xc0\xaf\xe0\x80\xbf\xf0\x81\x82" "A"),
	    FFFD FFFD FFFD FFFD FFFD FFFD FFFD FFFD "A" },
	{ "surrogates: one mark a byte", BYTES("\xed\xa0\x80\xed\xbf\xbf" "A"),
	    FFFD FFFD FFFD FFFD FFFD FFFD "A" },
	{ "beyond U+10FFFF: one mark a byte", BYTES("\xf4\x91\x92\x93\xff" "A"),
	    FFFD FFFD FFFD FFFD FFFD "A" },
	{ "truncated sequences: one mark each",
	    BYTES("\xe1\x80\xe2\xf0\x91\x92\xf1\xbf" "A"),
	    FFFD FFFD FFFD FFFD "A" },
	{ "a sequence cut by the end", BYTES("A\xe1\xba"), "A" FFFD },
	{ "a lone continuation byte", BYTES("\x80"), FFFD },
	{ "the last character of all", BYTES("\xf4\x8f\xbf\xbd"), "\xf4\x8f\xbf\xbd" },
	{ "a latin-1 letter", BYTES("caf\xe9 "), "caf" FFFD " " },
};

static void
test_broken(void)
{
	for (size_t i = 0; i < sizeof(broken) / sizeof(broken[0]); i++) {
		struct span text = { tap_guarded(broken[i].text.p,
		    broken[i].text.n), broken[i].text.n };
		struct buf out = { 0 };

		escape_json(&out, text);
		is_text(buf_text(&out), broken[i].want, "%s", broken[i].name);
		buf_close(&out);
	}
}

/* Decoders, written for the test alone. */

static void
decode_markup(struct span s, struct buf *out)
{
	static const struct {
		const char *name;
		char c;
	} entity[] = { { "amp", '&' }, { "lt", '<' }, { "gt", '>' },
		{ "quot", '"' } };

	while (s.n > 0) {
		if (s.p[0] != '&') {
			buf_add(out, s.p, 1);
			s = (struct span){ s.p + 1, s.n - 1 };
			continue;
		}
		struct span name = span_cut(&s, ';');

		name = (struct span){ name.p + 1, name.n - 1 };
		if (name.n > 1 && name.p[0] == '#')
			buf_putc(out, (char)strtol(name.p + 1, NULL, 10));
		for (size_t i = 0; i < sizeof(entity) / sizeof(entity[0]); i++)
			if (span_eq(name, span_of(entity[i].name)))
				buf_putc(out, entity[i].c);
	}
}

static unsigned
hex(const char *p, size_t n)
{
	char digits[8] = "";

	memcpy(digits, p, n);
	return (unsigned)strtoul(digits, NULL, 16);
}

static void
decode_json(struct span s, struct buf *out)
{
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] != '\\') {
			buf_putc(out, s.p[i]);
		} else if (s.p[++i] == 'u') {
			utf8_put(out, hex(s.p + i + 1, 4));
			i += 4;
		} else {
			buf_putc(out, s.p[i] == 'n' ? '\n' : s.p[i]);
		}
	}
}

static void
decode_csv(struct span s, struct buf *out)
{
	struct buf bare = { 0 };
	bool start = true;

	if (s.n > 0 && s.p[0] == '"') {
		for (size_t i = 1; i + 1 < s.n; i++) {
			buf_putc(&bare, s.p[i]);
			i += s.p[i] == '"';
		}
		s = buf_view(&bare);
	}
	while (s.n > 0) {
		uint32_t c = utf8_take(&s, NULL);

		if (start && c == '\'' && s.n > 0)
			c = utf8_take(&s, NULL);
		utf8_put(out, c);
		start = (c < 0x80 && strchr(",;|\t\n\r\"", (int)c) != NULL &&
		    c != '\0') || (start && (c == ' ' || c == 0xa0 || c == 0x3000));
	}
	buf_close(&bare);
}

static void
decode_terminal(struct span s, struct buf *out)
{
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] != '\\') {
			buf_putc(out, s.p[i]);
		} else if (s.p[++i] == 'x') {
			buf_putc(out, (char)hex(s.p + i + 1, 2));
			i += 2;
		} else {
			buf_putc(out, s.p[i]);
		}
	}
}

static bool
is_control(uint32_t c)
{
	return c < 0x20 || (c >= 0x7f && c < 0xa0);
}

/* What of c the context promises to carry. */
static uint32_t
carried(enum context in, uint32_t c)
{
	bool blank = c == '\t' || c == '\n' || c == '\r';

	if (in == CSV || in == HTML || in == XML)
		if (is_control(c) && !blank)
			return 0xfffd;
	if (in == HTML || in == XML || in == CSV)
		if (c == 0x61c || (c >= 0x200e && c <= 0x200f) ||
		    (c >= 0x202a && c <= 0x202e) ||
		    (c >= 0x2066 && c <= 0x2069))
			return 0xfffd;
	if ((in == HTML || in == XML) && (c & 0xfffe) == 0xfffe)
		return 0xfffd;
	return c;
}

/* True if no byte of s, as it was escaped, means something in the context. */
static bool
inert(enum context in, struct span s)
{
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		if ((in == HTML || in == XML) && strchr("<>\"'", c) != NULL)
			return false;
		if (in == JSON && (c < 0x20 || strchr("<>&", c) != NULL))
			return false;
		if (in == TERMINAL && (c < 0x20 || c == 0x7f))
			return false;
	}
	return in != CSV || s.n == 0 || strchr("=+-@\t\r\n", s.p[0]) == NULL;
}

static uint32_t seed = 2463534242u;

static uint32_t
roll(uint32_t n)
{
	seed ^= seed << 13;
	seed ^= seed >> 17;
	seed ^= seed << 5;
	return seed % n;
}

static void
hostile(struct buf *out)
{
	static const struct span piece[] = { BYTES("<"), BYTES(">"), BYTES("&"),
		BYTES("\""), BYTES("'"), BYTES("\\"), BYTES("="), BYTES("+"),
		BYTES("-"), BYTES("@"), BYTES(";"), BYTES(","), BYTES("\t"),
		BYTES("\n"), BYTES("\r"), BYTES("\0"), BYTES("\x1b["), BYTES("\x7f"),
		BYTES("ế"), BYTES("Đ"), BYTES("\xe2\x80\xae"), BYTES("\xe2\x80\xa8"),
		BYTES("\xf0\x9f\x87\xbb"), BYTES("\xef\xbf\xbe"), BYTES("\xc2\x85"),
		BYTES("\xef\xbc\x8b"), BYTES("&lt;"), BYTES("\\u003c"), BYTES(" "),
		BYTES("\xc2\xa0"), BYTES("\xe3\x80\x80") };

	buf_clear(out);
	for (uint32_t n = roll(12); n > 0; n--) {
		if (roll(4) == 0)
			buf_putc(out, (char)roll(256));
		else
			buf_span(out, piece[roll(sizeof(piece) /
			    sizeof(piece[0]))]);
	}
}

/* terminal: the marks of ill-formed bytes are the only ones that are not shown. */
static bool
round_trip(enum context in, struct span text)
{
	static void (*const decode[])(struct span, struct buf *) = {
		decode_markup, decode_markup, decode_json, decode_csv,
		decode_terminal };
	struct buf want = { 0 }, enc = { 0 }, got = { 0 };
	struct span rest = text;

	while (rest.n > 0)
		utf8_put(&want, carried(in, utf8_take(&rest, NULL)));
	escapers[in](&enc, text);
	decode[in](buf_view(&enc), &got);
	bool pass = span_eq(buf_view(&got), buf_view(&want)) &&
	    inert(in, buf_view(&enc));
	buf_close(&want);
	buf_close(&enc);
	buf_close(&got);
	return pass;
}

static void
test_property(void)
{
	struct buf text = { 0 };
	int bad[CONTEXT__MAX] = { 0 };

	for (int i = 0; i < 20000; i++) {
		hostile(&text);
		for (int c = 0; c < CONTEXT__MAX; c++)
			bad[c] += !round_trip((enum context)c, buf_view(&text));
	}
	for (int c = 0; c < CONTEXT__MAX; c++)
		is_int(bad[c], 0, "%s: 20000 hostile texts come back as they "
		    "were, and were inert", names[c]);
	buf_close(&text);
}

static void
test_markup(void)
{
	struct buf out = { 0 };

	html_put(&out, "<b title=\"%s\">%d %ld 100%%</b>", "\"<&", -7,
	    19358L);
	is_text(buf_text(&out), "<b title=\"&quot;&lt;&amp;\">-7 19358 100%</b>",
	    "markup with holes escapes what is put into them");
	buf_clear(&out);
	xml_put(&out, "<t>%s</t>", "\x1b" "a");
	is_text(buf_text(&out), "<t>" FFFD "a</t>", "likewise in XML");
	buf_close(&out);
}

int
main(void)
{
	test_rows();
	test_broken();
	test_property();
	test_markup();
	return done();
}

/* SPDX-License-Identifier: MIT */
#include "publish/escape.h"

#include <assert.h>
#include <stdarg.h>

static bool
is_control(uint32_t c)
{
	return c < 0x20 || (c >= 0x7f && c <= 0x9f);
}

/* What turns the direction of the text around it. */
static bool
is_bidi(uint32_t c)
{
	return c == 0x61c || c == 0x200e || c == 0x200f ||
	    (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

/* What a terminal does not show, but an eye should know of. */
static bool
is_invisible(uint32_t c)
{
	return c == 0xad || c == 0x200b || c == 0x2028 || c == 0x2029 ||
	    (c >= 0x2060 && c <= 0x2064) || c == 0xfeff ||
	    (c >= 0xfff9 && c <= 0xfffb) || (c >= 0xe0000 && c <= 0xe007f);
}

static bool
is_noncharacter(uint32_t c)
{
	return (c >= 0xfdd0 && c <= 0xfdef) || (c & 0xfffe) == 0xfffe;
}

static void
put_markup(struct buf *out, uint32_t c)
{
	switch (c) {
	case '&':
		buf_puts(out, "&amp;");
		return;
	case '<':
		buf_puts(out, "&lt;");
		return;
	case '>':
		buf_puts(out, "&gt;");
		return;
	case '"':
		buf_puts(out, "&quot;");
		return;
	case '\'': /* &apos; is unknown to old readers of HTML */
	case '\t': /* a parser of XML would make these blanks in an attribute */
	case '\n':
	case '\r':
		buf_printf(out, "&#%u;", (unsigned)c);
		return;
	default:
		utf8_put(out, is_control(c) || is_bidi(c) ||
		    is_noncharacter(c) ? UTF8_REPLACEMENT : c);
	}
}

void
escape_html(struct buf *out, struct span s)
{
	while (s.n > 0)
		put_markup(out, utf8_take(&s, NULL));
}

void
escape_xml(struct buf *out, struct span s)
{
	escape_html(out, s); /* what it writes is well-formed in both */
}

void
escape_json(struct buf *out, struct span s)
{
	while (s.n > 0) {
		uint32_t c = utf8_take(&s, NULL);

		if (c == '"' || c == '\\') {
			buf_putc(out, '\\');
			buf_putc(out, (char)c);
		} else if (c == '\n') {
			buf_puts(out, "\\n");
		} else if (is_control(c) || is_bidi(c) || c == '<' || c == '>' ||
		    c == '&' || c == 0x2028 || c == 0x2029) {
			buf_printf(out, "\\u%04x", (unsigned)c);
		} else {
			utf8_put(out, c);
		}
	}
}

static bool
is_formula(uint32_t c)
{
	return c == '=' || c == '+' || c == '-' || c == '@' || c == '\'' ||
	    c == 0xff1d || c == 0xff0b || c == 0xff0d || c == 0xff20;
}

/* After these a reader with another separator, or one that is wrong about the
 * quotes, would begin a new cell. */
static bool
is_separator(uint32_t c)
{
	return c == ',' || c == ';' || c == '|' || c == '\t' || c == '\n' ||
	    c == '\r' || c == '"';
}

/* Some readers take blanks before a value away. */
static bool
is_blank(uint32_t c)
{
	return c == ' ' || c == 0xa0 || c == 0x3000;
}

void
escape_csv(struct buf *out, struct span s)
{
	bool quote = s.n > 0 && (s.p[0] == ' ' || s.p[s.n - 1] == ' ');
	bool start = true;

	for (size_t i = 0; i < s.n && !quote; i++)
		quote = is_separator((unsigned char)s.p[i]);
	if (quote)
		buf_putc(out, '"');
	while (s.n > 0) {
		uint32_t c = utf8_take(&s, NULL);

		if (start && is_formula(c))
			buf_putc(out, '\'');
		start = is_separator(c) || (start && is_blank(c));
		if (c == '"')
			buf_putc(out, '"');
		if (is_bidi(c) || (is_control(c) && c != '\t' && c != '\n' &&
		    c != '\r'))
			c = UTF8_REPLACEMENT;
		utf8_put(out, c);
	}
	if (quote)
		buf_putc(out, '"');
}

void
escape_terminal(struct buf *out, struct span s)
{
	while (s.n > 0) {
		const char *from = s.p;
		uint32_t c = utf8_take(&s, NULL);

		if (c == '\\') {
			buf_puts(out, "\\\\");
		} else if (is_control(c) || is_bidi(c) || is_invisible(c) ||
		    is_noncharacter(c)) {
			for (; from < s.p; from++)
				buf_printf(out, "\\x%02x",
				    (unsigned)(unsigned char)*from);
		} else {
			utf8_put(out, c);
		}
	}
}

static void
markup_put(struct buf *out, const char *fmt, va_list ap)
{
	for (const char *p = fmt; *p != '\0'; p++) {
		if (*p != '%') {
			buf_putc(out, *p);
			continue;
		}
		p++;
		if (*p == 's') {
			escape_html(out, span_of(va_arg(ap, const char *)));
		} else if (*p == 'd') {
			buf_printf(out, "%d", va_arg(ap, int));
		} else if (*p == 'l' && p[1] == 'd') {
			buf_printf(out, "%ld", va_arg(ap, long));
			p++;
		} else {
			assert(*p == '%');
			buf_putc(out, '%');
		}
	}
}

void
html_put(struct buf *out, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	markup_put(out, fmt, ap);
	va_end(ap);
}

void
xml_put(struct buf *out, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	markup_put(out, fmt, ap);
	va_end(ap);
}

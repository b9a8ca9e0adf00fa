/* SPDX-License-Identifier: MIT */
#include "aggregate/clean.h"

#include "common/unicode.h"

/* The bound of Unicode's Stream-Safe Text Format (UAX 15): no writing needs more,
 * and putting n marks in order takes n * n steps. */
enum { MARKS_MAX = 30 };

int
clean_hex(char digit)
{
	if (digit >= '0' && digit <= '9')
		return digit - '0';
	if (digit >= 'a' && digit <= 'f')
		return digit - 'a' + 10;
	if (digit >= 'A' && digit <= 'F')
		return digit - 'A' + 10;
	return -1;
}

static int
hex_byte(struct span s, size_t at)
{
	int high = at + 2 <= s.n ? clean_hex(s.p[at]) : -1;
	int low = high >= 0 ? clean_hex(s.p[at + 1]) : -1;

	return low >= 0 ? high * 16 + low : -1;
}

static void
put_percent(struct buf *out, unsigned char byte)
{
	static const char digits[] = "0123456789ABCDEF";
	char text[3] = { '%', digits[byte >> 4], digits[byte & 15] };

	buf_add(out, text, sizeof(text));
}

static void
undo_server(struct span s, struct buf *out)
{
	static const char letters[] = "\"\\nrtbfv", bytes[] = "\"\\\n\r\t\b\f\v";

	buf_clear(out);
	for (size_t i = 0; i < s.n; i++) {
		const char *at;
		int byte;

		if (s.p[i] != '\\' || i + 1 == s.n) {
			buf_putc(out, s.p[i]);
		} else if (s.p[i + 1] == 'x' &&
		    (byte = hex_byte(s, i + 2)) >= 0) {
			buf_putc(out, (char)byte);
			i += 3;
		} else if (s.p[i + 1] != '\0' &&
		    (at = strchr(letters, s.p[i + 1])) != NULL) {
			buf_putc(out, bytes[at - letters]);
			i++;
		} else {
			buf_putc(out, '\\');
		}
	}
}

static bool
unreserved(int c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
	    (c >= 'a' && c <= 'z') || c == '-' || c == '.' || c == '_' ||
	    c == '~';
}

static void
undo_percent(struct span s, struct buf *out)
{
	buf_clear(out);
	for (size_t i = 0; i < s.n; i++) {
		int byte;

		if (s.p[i] != '%') {
			buf_putc(out, s.p[i]);
			continue;
		}
		byte = hex_byte(s, i + 1);
		if (byte >= 0x80 || unreserved(byte))
			buf_putc(out, (char)byte);
		else
			put_percent(out, byte < 0 ? '%' : (unsigned char)byte);
		i += byte < 0 ? 0 : 2;
	}
}

/* Whether the character may be shown.  *marks counts the combining ones in a row. */
static bool
shown(uint32_t c, int *marks)
{
	bool combining;
	enum unicode_kind kind = unicode_kind(c, &combining);

	*marks = combining ? *marks + 1 : 0;
	switch (kind) {
	case UNICODE_CONTROL:
	case UNICODE_LINE:
	case UNICODE_BLANK:
		return false;
	case UNICODE_FORMAT:
		return c == 0x200C || c == 0x200D; /* some scripts need them */
	default:
		return *marks <= MARKS_MAX && (c & 0xFFFE) != 0xFFFE;
	}
}

/* True when characters beyond ASCII are left. */
static bool
escape_rest(struct span s, struct buf *out)
{
	bool wide = false;
	int marks = 0;

	buf_clear(out);
	for (size_t i = 0; i < s.n;) {
		unsigned char byte = (unsigned char)s.p[i];
		uint32_t c;
		size_t n = 1;
		bool good = byte > ' ' && byte < 0x7F;

		if (byte >= 0x80) {
			n = unicode_take((struct span){ s.p + i, s.n - i }, &c);
			good = n > 0 && shown(c, &marks);
			wide |= good;
			n = n > 0 ? n : 1;
		} else {
			marks = 0;
		}
		for (; n > 0; n--, i++) {
			if (good)
				buf_putc(out, s.p[i]);
			else
				put_percent(out, (unsigned char)s.p[i]);
		}
	}
	return wide;
}

struct span
clean_text(struct clean *c, struct span raw)
{
	bool server = false, dirty = false;

	for (size_t i = 0; i < raw.n; i++) {
		unsigned char byte = (unsigned char)raw.p[i];

		server |= byte == '\\';
		dirty |= byte <= ' ' || byte >= 0x7F || byte == '%';
	}
	if (!server && !dirty)
		return raw;
	if (server) {
		undo_server(raw, &c->server);
		raw = buf_view(&c->server);
	}
	undo_percent(raw, &c->percent);
	if (!escape_rest(buf_view(&c->percent), &c->out))
		return buf_view(&c->out);
	return unicode_compose(&c->room, buf_view(&c->out));
}

/* ---- values of queries ---- */

static void
undo_form(struct span s, struct buf *out)
{
	buf_clear(out);
	for (size_t i = 0; i < s.n; i++) {
		int byte = s.p[i] == '%' ? hex_byte(s, i + 1) : -1;

		if (byte >= 0)
			i += 2;
		else
			byte = s.p[i] == '+' ? ' ' : (unsigned char)s.p[i];
		buf_putc(out, (char)byte);
	}
}

static void
keep_words(struct span s, struct buf *out)
{
	static const char unknown[] = "\xEF\xBF\xBD"; /* U+FFFD */
	bool blank = false, invalid = false;
	int marks = 0;

	buf_clear(out);
	for (size_t i = 0; i < s.n;) {
		uint32_t c;
		size_t n = unicode_take((struct span){ s.p + i, s.n - i }, &c);
		bool again = n == 0 && invalid;

		invalid = n == 0;
		if (n > 0 && !shown(c, &marks)) {
			blank = true;
		} else if (!again) {
			if (blank && out->n > 0)
				buf_putc(out, ' ');
			blank = false;
			if (invalid)
				buf_puts(out, unknown);
			else
				buf_add(out, s.p + i, n);
		}
		i += n > 0 ? n : 1;
	}
}

struct span
clean_words(struct clean *c, struct span raw)
{
	if (span_find(raw, '\\') < raw.n) {
		undo_server(raw, &c->server);
		raw = buf_view(&c->server);
	}
	undo_form(raw, &c->percent);
	keep_words(buf_view(&c->percent), &c->out);
	return unicode_compose(&c->room, buf_view(&c->out));
}

void
clean_close(struct clean *c)
{
	buf_close(&c->server);
	buf_close(&c->percent);
	buf_close(&c->out);
	unicode_close(&c->room);
	*c = (struct clean){ 0 };
}

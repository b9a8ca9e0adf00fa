/* SPDX-License-Identifier: MIT */
/* Texts of strangers, made fit to stand between single quotes. */
#include "common/unicode.h"
#include "common/utf8.h"
#include "plots/script.h"

enum { MARKS_MAX = 4, NO_BREAK = 0xa0, HAIR = 0x200a };

/* False: it is not shown.  *c may become another. */
static bool
keep(uint32_t *c, int *marks)
{
	bool combining;
	enum unicode_kind kind = unicode_kind(*c, &combining);

	*marks = combining ? *marks + 1 : 0;
	if ((kind == UNICODE_BLANK && *c != NO_BREAK && *c != HAIR) ||
	    kind == UNICODE_LINE || (*c >= '\t' && *c <= '\r')) {
		*c = ' ';
		kind = UNICODE_BLANK;
	}
	if (*c == '\'')
		*c = 0x2019; /* '' within quotes is a syntax error at some places */
	return (kind == UNICODE_SHOWN || kind == UNICODE_BLANK) &&
	    *marks <= MARKS_MAX;
}

static void
pick(struct buf *out, struct span text)
{
	int chars = 0, marks = 0;

	while (text.n > 0) {
		uint32_t c = utf8_take(&text, NULL);

		if (!keep(&c, &marks))
			continue;
		if (++chars == SCRIPT_TEXT_CHARS && text.n > 0) {
			buf_puts(out, "…");
			return;
		}
		utf8_put(out, c);
	}
}

/* gnuplot's SVG leaves "&#" as it is, and "]]>" does not end what it should. */
static void
part(struct buf *out, struct span text)
{
	for (size_t i = 0; i < text.n; i++) {
		char c = text.p[i];
		bool section = c == '>' && i >= 2 && text.p[i - 1] == ']' &&
		    text.p[i - 2] == ']';
		bool entity = c == '#' && i >= 1 && text.p[i - 1] == '&';

		if (section || entity)
			utf8_put(out, HAIR);
		buf_putc(out, c);
	}
}

/* Latin, Greek, Cyrillic; Latin with several marks; punctuation and currencies. */
static bool
in_most_fonts(uint32_t c)
{
	return c < 0x0530 || (c >= 0x1e00 && c <= 0x1eff) ||
	    (c >= 0x2010 && c <= 0x2044) || c == HAIR || c == 0x20ab ||
	    c == 0x20ac || c == 0x2122;
}

void
script_text(const struct script *s, struct buf *out, struct span text)
{
	struct buf clean = { 0 };

	script_escape(&clean, text);
	for (struct span rest = buf_view(&clean); rest.n > 0;) {
		uint32_t c = utf8_take(&rest, NULL);
		bool combining;

		if (s->page.form == DRAW_SVG || in_most_fonts(c))
			utf8_put(out, c);
		else if (unicode_kind(c, &combining) == UNICODE_SHOWN &&
		    !combining)
			buf_putc(out, '?');
	}
	buf_close(&clean);
}

void
script_escape(struct buf *out, struct span text)
{
	struct buf kept = { 0 };
	struct unicode_room room = { 0 };

	pick(&kept, text);
	part(out, unicode_compose(&room, buf_view(&kept)));
	unicode_close(&room);
	buf_close(&kept);
}

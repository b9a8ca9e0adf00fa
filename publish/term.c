/* SPDX-License-Identifier: MIT */
#include "publish/term.h"

#include "common/unicode.h"
#include "publish/escape.h"

static const char *const ink_code[] = {
	[INK_PLAIN] = "\033[0m",
	[INK_STRONG] = "\033[0;1m",
	[INK_FAINT] = "\033[0;2m",
	[INK_BLUE] = "\033[0;36m", /* plain blue is too dark on black */
	[INK_YELLOW] = "\033[0;33m",
	[INK_RED] = "\033[0;31m",
};

int
term_columns(struct span text)
{
	int n = 0;

	while (text.n > 0)
		n += unicode_columns(utf8_take(&text, NULL));
	return n;
}

void
term_to(struct term *t, int column)
{
	if (column > t->at)
		t->at = column;
}

/* The start of s that has that many columns at most, with the marks that belong
 * to it; *s is what follows. */
static struct span
take_columns(struct span *s, int columns)
{
	const char *from = s->p;

	while (s->n > 0) {
		struct span rest = *s;

		columns -= unicode_columns(utf8_take(&rest, NULL));
		if (columns < 0)
			break;
		*s = rest;
	}
	return (struct span){ from, (size_t)(s->p - from) };
}

/* Shortened in the middle, as addresses differ at both ends. */
static void
put_cut(struct buf *out, struct span s, int columns)
{
	int all = term_columns(s), tail = (columns - 1) / 2;

	if (all <= columns) {
		buf_span(out, s);
		return;
	}
	struct span head = take_columns(&s, columns - 1 - tail);

	buf_span(out, head);
	buf_puts(out, "…");
	for (int left = term_columns(s); s.n > 0;) {
		struct span rest = s;
		int c = unicode_columns(utf8_take(&rest, NULL));

		if (left <= tail && c > 0)
			break; /* a mark must not move to another letter */
		left -= c;
		s = rest;
	}
	buf_span(out, s);
}

/* The blanks that are due, then the ink: no blank is painted needlessly. */
static void
dip(struct term *t, enum ink ink)
{
	for (; t->drawn < t->at; t->drawn++)
		buf_putc(t->out, ' ');
	if (t->color && ink != t->ink)
		buf_puts(t->out, ink_code[ink]);
	t->ink = ink;
}

static void
draw(struct term *t, enum ink ink, struct span text, int columns)
{
	int room = t->width - t->at;

	columns = columns < room ? columns : room;
	if (columns <= 0 || text.n == 0)
		return;
	dip(t, ink);

	size_t from = t->out->n;

	put_cut(t->out, text, columns);
	t->at += term_columns((struct span){ t->out->p + from,
	    t->out->n - from });
	t->drawn = t->at;
}

void
term_text(struct term *t, enum ink ink, const char *text)
{
	draw(t, ink, span_of(text), t->width);
}

void
term_right(struct term *t, enum ink ink, const char *text, int edge)
{
	term_to(t, edge - term_columns(span_of(text)));
	term_text(t, ink, text);
}

void
term_name(struct term *t, enum ink ink, const char *name, int columns)
{
	struct buf safe = { 0 };

	escape_terminal(&safe, span_of(name));
	draw(t, ink, buf_view(&safe), columns);
	buf_close(&safe);
}

static void
put_piece(struct term *t, enum ink ink, struct span text, int left)
{
	if (t->at > left && t->at + term_columns(text) > t->width)
		term_end(t);
	term_to(t, left);
	draw(t, ink, text, t->width);
}

void
term_piece(struct term *t, enum ink ink, const char *text, int left)
{
	put_piece(t, ink, span_of(text), left);
}

void
term_words(struct term *t, enum ink ink, const char *text, int left)
{
	struct span rest = span_of(text);

	while (rest.n > 0) {
		put_piece(t, ink, span_cut(&rest, ' '), left);
		t->at++; /* the blank; at a line's end it is never drawn */
	}
}

void
term_heading(struct term *t, const char *title, const char *note, int edge)
{
	struct buf rule = { 0 };
	int n = term_columns(span_of(note));

	term_text(t, INK_STRONG, title);
	for (int i = t->at + 1 + n + (n > 0); i < edge; i++)
		buf_puts(&rule, "─");
	term_to(t, t->at + 1);
	draw(t, INK_FAINT, buf_view(&rule), t->width);
	term_to(t, t->at + (rule.n > 0));
	term_text(t, INK_FAINT, note);
	buf_close(&rule);
}

void
term_bar(struct term *t, enum ink ink, int64_t part, int64_t whole, int columns)
{
	struct buf bar = { 0 };

	if (part <= 0 || whole <= 0 || columns <= 0)
		return;
	double exact = (double)part / (double)whole * columns * 8;
	int eighths = part >= whole ? columns * 8 : (int)(exact + 0.5);

	if (eighths == 0)
		eighths = 1;
	for (; eighths >= 8; eighths -= 8)
		utf8_put(&bar, 0x2588);
	if (eighths > 0)
		utf8_put(&bar, 0x2590 - (uint32_t)eighths);
	draw(t, ink, buf_view(&bar), columns);
	buf_close(&bar);
}

/* Where n of whole is, to the nearest border of columns. */
static int
border(int64_t n, const struct term_strip *s)
{
	return (int)((double)n / (double)s->whole * s->columns + 0.5);
}

void
term_put_strip(struct term *t, enum ink ink, struct term_strip s)
{
	if (s.to <= s.from || s.columns <= 0)
		return;
	int from = border(s.from, &s), to = border(s.to, &s);
	struct buf strip = { 0 };

	for (int i = from; i < to; i++)
		utf8_put(&strip, 0x2588);
	if (from == to && to == s.columns) {
		from--;
		utf8_put(&strip, 0x2595); /* a thin line, at the right edge */
	} else if (from == to) {
		utf8_put(&strip, 0x258f); /* ...at the left */
	}
	term_to(t, t->at + from);
	draw(t, ink, buf_view(&strip), t->width);
	buf_close(&strip);
}

void
term_end(struct term *t)
{
	t->at = t->drawn; /* what is blank at the end is never drawn */
	dip(t, INK_PLAIN);
	buf_putc(t->out, '\n');
	t->at = t->drawn = 0;
}

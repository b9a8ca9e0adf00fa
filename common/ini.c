/* SPDX-License-Identifier: MIT */
#include "common/ini.h"

#include <stdarg.h>
#include <stdio.h>

#include "common/buf.h"
#include "common/file.h"

enum {
	FILE_MAX_BYTES = 4 * 1024 * 1024,
	LINE_MAX_BYTES = 64 * 1024,
	WORD_MAX_BYTES = 64 /* of ini_nearest: no key of ours is as long */
};

struct reader {
	struct ini *ini;
	struct ini_entry at; /* file, line and section so far; key is NULL */
	struct buf text;     /* of a quoted text, unescaped */
	struct err *err;
};

bool
ini_err(struct err *err, const struct ini_entry *e, const char *fmt, ...)
{
	char text[sizeof(err->text)];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	return err_set(err, ERR_CONFIG, "%s:%d: %s", e->file, e->line, text);
}

/* The length of the well-formed sequence that s begins with, or 0: no overlong
 * form, no surrogate, nothing above U+10FFFF (Unicode, table 3-7). */
static size_t
utf8_length(struct span s)
{
	const unsigned char *p = (const unsigned char *)s.p;
	unsigned char low = 0x80, high = 0xbf;
	size_t n;

	if (p[0] < 0x80)
		return 1;
	if (p[0] < 0xc2 || p[0] > 0xf4)
		return 0;
	n = p[0] < 0xe0 ? 2 : p[0] < 0xf0 ? 3 : 4;
	if (p[0] == 0xe0)
		low = 0xa0;
	else if (p[0] == 0xed)
		high = 0x9f;
	else if (p[0] == 0xf0)
		low = 0x90;
	else if (p[0] == 0xf4)
		high = 0x8f;
	if (s.n < n || p[1] < low || p[1] > high)
		return 0;
	for (size_t i = 2; i < n; i++)
		if ((p[i] & 0xc0) != 0x80)
			return 0;
	return n;
}

static bool
valid_utf8(struct span s)
{
	while (s.n > 0) {
		size_t n = utf8_length(s);

		if (n == 0)
			return false;
		s = (struct span){ s.p + n, s.n - n };
	}
	return true;
}

static bool
blank(char c)
{
	return c == ' ' || c == '\t';
}

static bool
comment(char c)
{
	return c == ';' || c == '#';
}

static bool
word_char(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	    (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
}

/* Letters, digits, "_", "-" and "." at the start of *s; may be empty. */
static struct span
take_word(struct span *s)
{
	size_t n = 0;

	while (n < s->n && word_char(s->p[n]))
		n++;

	struct span word = { s->p, n };

	*s = (struct span){ s->p + n, s->n - n };
	return word;
}

/* What may follow a quote or a bracket: nothing, or blanks and a comment. */
static bool
ends_here(struct span s)
{
	struct span t = span_trim(s);

	return t.n == 0 || (blank(s.p[0]) && comment(t.p[0]));
}

/* *s begins with a quote; what it holds goes to r->text.  \" and \\ stand for
 * a quote and a backslash; before anything else a backslash is itself. */
static bool
take_quoted(struct reader *r, struct span *s)
{
	buf_clear(&r->text);
	for (size_t i = 1; i < s->n; i++) {
		char c = s->p[i];

		if (c == '"') {
			*s = (struct span){ s->p + i + 1, s->n - i - 1 };
			return true;
		}
		if (c == '\\' && i + 1 < s->n &&
		    (s->p[i + 1] == '"' || s->p[i + 1] == '\\'))
			c = s->p[++i];
		buf_putc(&r->text, c);
	}
	return ini_err(r->err, &r->at, "a quote is not closed");
}

static const char *
keep(struct reader *r, struct span s)
{
	return arena_dup(&r->ini->arena, s.p, s.n);
}

static void
add(struct reader *r, const char *key, const char *value)
{
	struct ini *ini = r->ini;

	/* Room is doubled whenever n is a power of two. */
	if ((ini->n & (ini->n - 1)) == 0)
		ini->entry = mem_grow(ini->entry, ini->n > 0 ? ini->n * 2 : 1,
		    sizeof(ini->entry[0]));
	ini->entry[ini->n] = r->at;
	ini->entry[ini->n].key = key;
	ini->entry[ini->n].value = value;
	ini->n++;
}

/* [word] or [word "name"] */
static bool
read_section(struct reader *r, struct span s)
{
	s = span_trim((struct span){ s.p + 1, s.n - 1 });

	struct span word = take_word(&s);

	buf_clear(&r->text);
	if (word.n == 0)
		return ini_err(r->err, &r->at, "a section needs a name");
	if (s.n > 0 && blank(s.p[0])) {
		s = span_trim(s);
		if (s.n > 0 && s.p[0] == '"') {
			if (!take_quoted(r, &s))
				return false;
			if (r->text.n == 0)
				return ini_err(r->err, &r->at,
				    "the name in quotes is empty");
			s = span_trim(s);
		}
	}
	if (s.n == 0 || s.p[0] != ']' ||
	    !ends_here((struct span){ s.p + 1, s.n - 1 }))
		return ini_err(r->err, &r->at,
		    "a section looks like [word] or [word \"name\"]");
	r->at.section = keep(r, word);
	r->at.name = keep(r, buf_view(&r->text));
	add(r, NULL, NULL);
	return true;
}

/* Without quotes: up to a mark after a blank, or to the end. */
static struct span
plain_value(struct span s)
{
	for (size_t i = 0; i < s.n; i++)
		if (i > 0 && comment(s.p[i]) && blank(s.p[i - 1]))
			s.n = i;
	return span_trim(s);
}

static bool
read_pair(struct reader *r, struct span s)
{
	struct span key = take_word(&s);

	s = span_trim(s);
	if (key.n == 0 || s.n == 0 || s.p[0] != '=')
		return ini_err(r->err, &r->at,
		    "neither \"key = value\" nor [section] nor a comment");

	/* Not trimmed yet: "key =;x" has a value, "key = ;x" a comment. */
	struct span rest = { s.p + 1, s.n - 1 };
	struct span value = span_trim(rest);

	if (value.n > 0 && value.p[0] == '"') {
		if (!take_quoted(r, &value))
			return false;
		if (!ends_here(value))
			return ini_err(r->err, &r->at, "text after the closing "
			    "quote; write \\\" for a quote inside");
		value = buf_view(&r->text);
	} else
		value = plain_value(rest);
	add(r, keep(r, key), keep(r, value));
	return true;
}

static bool
read_line(struct reader *r, struct span line)
{
	if (line.n > 0 && line.p[line.n - 1] == '\r')
		line.n--;
	if (line.n > LINE_MAX_BYTES)
		return ini_err(r->err, &r->at, "longer than %d bytes",
		    LINE_MAX_BYTES);
	if (span_find(line, '\0') < line.n)
		return ini_err(r->err, &r->at, "a NUL byte");
	if (!valid_utf8(line))
		return ini_err(r->err, &r->at, "not valid UTF-8");
	line = span_trim(line);
	if (line.n == 0 || comment(line.p[0]))
		return true;
	return line.p[0] == '[' ? read_section(r, line) : read_pair(r, line);
}

bool
ini_read_text(struct span text, const char *file, struct ini *out,
    struct err *err)
{
	struct reader r = { .ini = out, .err = err };
	size_t before = out->n;
	bool done = true;

	if (text.n > FILE_MAX_BYTES)
		return err_set(err, ERR_CONFIG, "%s: larger than %d bytes",
		    file, FILE_MAX_BYTES);
	if (span_starts(text, SPAN("\xef\xbb\xbf")))
		text = (struct span){ text.p + 3, text.n - 3 };
	r.at = (struct ini_entry){ .section = "", .name = "",
		.file = keep(&r, span_of(file)) };
	while (done && text.n > 0) {
		r.at.line++;
		done = read_line(&r, span_cut(&text, '\n'));
	}
	if (!done)
		out->n = before;
	buf_close(&r.text);
	return done;
}

bool
ini_read(const char *path, struct ini *out, struct err *err)
{
	struct buf text = { 0 };
	bool done = file_read(path, FILE_MAX_BYTES, &text, err) &&
	    ini_read_text(buf_view(&text), path, out, err);

	buf_close(&text);
	return done;
}

void
ini_close(struct ini *ini)
{
	mem_free(ini->entry);
	arena_close(&ini->arena);
	*ini = (struct ini){ 0 };
}

static size_t
min3(size_t a, size_t b, size_t c)
{
	size_t least = a < b ? a : b;

	return least < c ? least : c;
}

/* Insertions, deletions and changes of one letter.  Neither is longer than
 * WORD_MAX_BYTES. */
static size_t
distance(struct span a, struct span b)
{
	size_t row[WORD_MAX_BYTES + 1];

	for (size_t j = 0; j <= b.n; j++)
		row[j] = j;
	for (size_t i = 0; i < a.n; i++) {
		size_t diagonal = row[0];

		row[0] = i + 1;
		for (size_t j = 0; j < b.n; j++) {
			size_t above = row[j + 1];

			row[j + 1] = min3(above + 1, row[j] + 1,
			    diagonal + (a.p[i] != b.p[j]));
			diagonal = above;
		}
	}
	return row[b.n];
}

const char *
ini_nearest(const char *word, const char *const *names)
{
	struct span w = span_of(word);
	const char *nearest = NULL;
	size_t best = 3; /* two letters are a slip, three another word */

	for (; w.n <= WORD_MAX_BYTES && *names != NULL; names++) {
		struct span name = span_of(*names);

		if (name.n > WORD_MAX_BYTES)
			continue;

		size_t d = distance(w, name);

		if (d < best && 2 * d < w.n) {
			best = d;
			nearest = *names;
		}
	}
	return nearest;
}

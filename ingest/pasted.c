/* SPDX-License-Identifier: MIT */
#include "ingest/pasted.h"

static bool
blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static struct span
skip(struct span s, size_t n)
{
	return (struct span){ s.p + n, s.n - n };
}

static struct span
trim(struct span s)
{
	while (s.n > 0 && blank(s.p[0]))
		s = skip(s, 1);
	while (s.n > 0 && blank(s.p[s.n - 1]))
		s.n--;
	return s;
}

/* Length of the first word. */
static size_t
word(struct span s)
{
	size_t n = 0;

	while (n < s.n && !blank(s.p[n]))
		n++;
	return n;
}

/* Undoes what the servers' configuration readers undo. */
static void
unescape(struct span s, struct buf *out)
{
	for (size_t i = 0; i < s.n; i++) {
		char next = i + 1 < s.n ? s.p[i + 1] : '\0';

		if (s.p[i] != '\\' || next == '\0') {
			buf_putc(out, s.p[i]);
			continue;
		}
		i++;
		if (next == '"' || next == '\'' || next == '\\')
			buf_putc(out, next);
		else if (next == 't')
			buf_putc(out, '\t');
		else if (next == '\n')
			continue; /* a line continued */
		else if (next == '\r' && i + 1 < s.n && s.p[i + 1] == '\n')
			i++;
		else
			buf_add(out, &s.p[i - 1], 2);
	}
}

/* s begins with a quote: the offset of the one that closes it, or s.n. */
static size_t
closing(struct span s)
{
	size_t i = 1;

	for (; i < s.n && s.p[i] != s.p[0]; i++)
		if (s.p[i] == '\\' && i + 1 < s.n)
			i++;
	return i < s.n ? i : s.n;
}

/* nginx: strings one after the other, up to a semicolon. */
static bool
read_strings(struct span s, struct buf *text, struct err *err)
{
	for (s = trim(s); s.n > 0 && s.p[0] != ';'; s = trim(s)) {
		size_t n = 0;

		if (s.p[0] == '#') { /* a comment between them */
			s = skip(s, span_find(s, '\n'));
			continue;
		}
		if (s.p[0] == '"' || s.p[0] == '\'') {
			n = closing(s);
			if (n == s.n)
				return err_set(err, ERR_CONFIG, "a quote of "
				    "the format string is not closed");
			unescape((struct span){ s.p + 1, n - 1 }, text);
			s = skip(s, n + 1);
			continue;
		}
		while (n < s.n && !blank(s.p[n]) && s.p[n] != ';')
			n++;
		unescape((struct span){ s.p, n }, text);
		s = skip(s, n);
	}
	return true;
}

/* Apache: one argument, quoted or not; a nickname or conditions may follow. */
static bool
read_argument(struct span s, struct buf *text, struct err *err)
{
	size_t n;

	s = trim(s);
	if (s.n == 0)
		return err_set(err, ERR_CONFIG, "the format string is missing");
	if (s.p[0] != '"' && s.p[0] != '\'') {
		unescape((struct span){ s.p, word(s) }, text);
		return true;
	}
	n = closing(s);
	if (n == s.n)
		return err_set(err, ERR_CONFIG,
		    "a quote of the format string is not closed");
	unescape((struct span){ s.p + 1, n - 1 }, text);
	return true;
}

/* Between double quotes as a whole?  "%r" %>s "%{User-Agent}i" is not. */
static bool
quoted_whole(struct span s)
{
	size_t n = s.n > 1 && s.p[0] == '"' ? closing(s) : s.n;
	struct span tail = n < s.n ? trim(skip(s, n + 1)) : s;

	/* A nickname may follow, which holds no directive. */
	return n < s.n && word(tail) == tail.n &&
	    span_find(tail, '%') == tail.n && span_find(tail, '$') == tail.n &&
	    span_find(tail, '"') == tail.n;
}

static bool
has(struct span s, const char *text)
{
	return memmem(s.p, s.n, text, strlen(text)) != NULL;
}

/* $ and % may both stand in a string, one of them as itself. */
static bool
guess(struct span s, enum dialect *dialect, struct err *err)
{
	bool percent = span_find(s, '%') < s.n;
	bool dollar = span_find(s, '$') < s.n;

	if (!percent && !dollar)
		return err_set(err, ERR_CONFIG, "\"%.*s\" is neither the name "
		    "of a format nor a format string (no %% and no $ in it)",
		    (int)(s.n < 80 ? s.n : 80), s.p);
	*dialect = dollar && (!percent || has(s, "$remote_addr") ||
	    has(s, "$status") || has(s, "$request") || has(s, "$time_")) ?
	    DIALECT_NGINX : DIALECT_APACHE;
	return true;
}

/* The rest after a word of the configuration, if s begins with it. */
static bool
keyword(struct span s, struct span name, struct span *rest)
{
	if (!span_starts_nocase(s, name) || s.n == name.n ||
	    !blank(s.p[name.n]))
		return false;
	*rest = trim(skip(s, name.n));
	return true;
}

static bool
read_any(struct span s, struct buf *text, enum dialect *dialect,
    struct err *err)
{
	struct span rest;

	if (keyword(s, SPAN("LogFormat"), &rest)) {
		*dialect = DIALECT_APACHE;
		return read_argument(rest, text, err);
	}
	if (keyword(s, SPAN("CustomLog"), &rest)) {
		bool quoted = rest.n > 0 && rest.p[0] == '"';
		size_t n = quoted ? closing(rest) : word(rest);

		*dialect = DIALECT_APACHE;
		n += quoted && n < rest.n;
		return read_argument(skip(rest, n), text, err);
	}
	if (keyword(s, SPAN("log_format"), &rest)) {
		*dialect = DIALECT_NGINX;
		rest = trim(skip(rest, word(rest))); /* its name */
		if (span_starts(rest, SPAN("escape=")))
			rest = skip(rest, word(rest));
		return read_strings(rest, text, err);
	}
	if (!guess(s, dialect, err))
		return false;
	if (s.p[0] == '\'')
		return read_strings(s, text, err);
	if (quoted_whole(s))
		return read_argument(s, text, err);
	unescape(s, text);
	return true;
}

bool
pasted_read(struct span spec, struct buf *text, enum dialect *dialect,
    struct err *err)
{
	size_t from = text->n;

	if (!read_any(trim(spec), text, dialect, err))
		return false;
	if (text->n == from)
		return err_set(err, ERR_CONFIG, "the format string is empty");
	for (size_t i = from; i < text->n; i++)
		if (((unsigned char)text->p[i] < ' ' && text->p[i] != '\t') ||
		    text->p[i] == 0x7f)
			return err_set(err, ERR_CONFIG, "the format string "
			    "holds a control byte (0x%02x)",
			    (unsigned)(unsigned char)text->p[i]);
	return true;
}

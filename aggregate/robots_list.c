/* SPDX-License-Identifier: MIT */
#include "aggregate/robots_list.h"

#include "aggregate/match.h"

/* A '#' opens a comment at the start of a line or after a blank. */
static struct span
without_comment(struct span line)
{
	for (size_t i = 0; i < line.n; i++)
		if (line.p[i] == '#' && (i == 0 || line.p[i - 1] == ' ' ||
		    line.p[i - 1] == '\t'))
			return span_trim((struct span){ line.p, i });
	return span_trim(line);
}

/* Takes the mark c off the front of *text. */
static bool
take_mark(struct span *text, char c)
{
	if (text->n == 0 || text->p[0] != c)
		return false;
	*text = (struct span){ text->p + 1, text->n - 1 };
	return true;
}

/* The literal without its marks. */
static struct span
take_marks(struct span text, unsigned *how)
{
	*how = MATCH_NOCASE;
	if (take_mark(&text, '=')) {
		*how |= MATCH_AT_START | MATCH_AT_END;
		return text;
	}
	if (take_mark(&text, '^'))
		*how |= MATCH_AT_START;
	else if (take_mark(&text, '<'))
		*how |= MATCH_WORD_START;
	if (text.n > 0 && text.p[text.n - 1] == '>') {
		*how |= MATCH_WORD_END;
		text.n--;
	}
	return text;
}

struct reading {
	struct rules *rules;
	enum robot_reason reason; /* of the header above */
	bool only_exceptions;
};

/* text: not empty, no comment, no header. */
static bool
read_pattern(struct reading *in, struct span text, struct err *err)
{
	struct span literal = text;
	unsigned how;
	bool except, mark;

	if (memchr(text.p, '\0', text.n) != NULL)
		return err_set(err, ERR_CONFIG, "has a NUL byte");
	except = take_mark(&literal, '!');
	mark = !except && take_mark(&literal, '~');
	literal = take_marks(literal, &how);
	if (literal.n == 0)
		return err_set(err, ERR_CONFIG,
		    "'%c' stands alone: a text must go with it", text.p[0]);
	if (except)
		rules_except(in->rules, literal, how);
	else if (mark && !in->only_exceptions)
		rules_mark(in->rules, literal, how);
	else if (!in->only_exceptions)
		rules_literal(in->rules, text, in->reason, literal, how);
	return true;
}

static bool
read_line(struct reading *in, struct span line, struct err *err)
{
	struct span text = without_comment(line);

	if (text.n == 0)
		return true;
	if (text.p[0] != '[' || text.p[text.n - 1] != ']')
		return read_pattern(in, text, err);
	in->reason = ROBOT_OTHER;
	robot_reason_of((struct span){ text.p + 1, text.n - 2 }, &in->reason);
	return true;
}

static bool
read_lines(struct reading in, struct span text, struct err *err)
{
	for (size_t n = 1; text.n > 0; n++)
		if (!read_line(&in, span_cut(&text, '\n'), err))
			return err_add(err, "line %zu", n);
	return true;
}

bool
robots_list_read(struct span text, struct rules *rules, struct err *err)
{
	return read_lines((struct reading){ rules, ROBOT_OTHER, false }, text,
	    err);
}

bool
robots_list_exceptions(struct span text, struct rules *rules, struct err *err)
{
	return read_lines((struct reading){ rules, ROBOT_OTHER, true }, text,
	    err);
}

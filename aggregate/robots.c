/* SPDX-License-Identifier: MIT */
#include "aggregate/classify.h"
#include "aggregate/crawlers.h"
#include "aggregate/match.h"
#include "aggregate/rules.h"
#include "common/file.h"
#include "common/hash.h"
#include "common/mem.h"

enum { ROBOTS_FILE_BYTES = 16 * 1024 * 1024 };

struct robots {
	struct rules *rules; /* NULL: no line is a robot */
	char *name;
	char sha256[65];
};

static const unsigned char built_in[] = {
#include "conf/robots.conf.inc"
};

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

/* One line of a list in the form of conf/robots.conf. */
static bool
read_line(struct rules *rules, struct span line, struct err *err)
{
	struct span text = without_comment(line);
	unsigned how = MATCH_NOCASE;
	char mark;

	if (text.n == 0 || (text.p[0] == '[' && text.p[text.n - 1] == ']'))
		return true;
	if (memchr(text.p, '\0', text.n) != NULL)
		return err_set(err, ERR_CONFIG, "has a NUL byte");
	mark = text.p[0];
	if (mark == '^' || mark == '=' || mark == '!') {
		struct span rest = { text.p + 1, text.n - 1 };

		if (rest.n == 0)
			return err_set(err, ERR_CONFIG,
			    "'%c' stands alone: a text must follow it", mark);
		if (mark == '!') {
			rules_except(rules, rest, how);
			return true;
		}
		how |= mark == '=' ? MATCH_AT_START | MATCH_AT_END :
		    MATCH_AT_START;
		rules_literal(rules, text, rest, how);
		return true;
	}
	rules_literal(rules, text, text, how);
	return true;
}

static bool
read_lines(struct rules *rules, struct span text, struct err *err)
{
	for (size_t n = 1; text.n > 0; n++)
		if (!read_line(rules, span_cut(&text, '\n'), err))
			return err_add(err, "line %zu", n);
	return true;
}

/* Both kinds of list may open with '[': in ours it is a header, "[reason]"; in
 * JSON an object or the end follows it. */
static bool
is_json(struct span text)
{
	char last = '\0';

	for (size_t i = 0; i < text.n; i++) {
		char c = text.p[i];

		if (c == ' ' || c == '\t' || c == '\r' || c == '\n')
			continue;
		if (c != '[' || last == '[')
			return c == '{' || (last == '[' && c == ']');
		last = c;
	}
	return last == '[';
}

static bool
read_list(struct robots *r, struct span bytes, struct err *err)
{
	struct span text = bytes;

	if (span_starts(text, SPAN("\xEF\xBB\xBF")))
		text = (struct span){ text.p + 3, text.n - 3 };
	hash_sha256_hex(bytes.p, bytes.n, r->sha256);
	r->rules = rules_open();
	if (!(is_json(text) ? crawlers_read(text, r->rules, err) :
	    read_lines(r->rules, text, err)))
		return false;
	/* A list that was emptied by mishap would make every robot a visitor. */
	if (rules_size(r->rules) == 0)
		return err_set(err, ERR_CONFIG,
		    "holds no pattern; write \"none\" to have no list");
	rules_build(r->rules);
	return true;
}

static bool
read_file(struct robots *r, const char *path, struct err *err)
{
	struct buf bytes = { 0 };
	bool good = file_read(path, ROBOTS_FILE_BYTES, &bytes, err) &&
	    (read_list(r, buf_view(&bytes), err) || err_add(err, "%s", path));

	buf_close(&bytes);
	return good;
}

bool
robots_open(const char *path, struct robots **out, struct err *err)
{
	struct robots *r = mem_new(sizeof(*r));
	struct span name = path == NULL ? SPAN("built-in") : span_of(path);
	bool good = true;

	for (size_t at; (at = span_find(name, '/')) < name.n;)
		name = (struct span){ name.p + at + 1, name.n - at - 1 };
	r->name = mem_dup(name.p, name.n);
	if (path == NULL)
		good = read_list(r, (struct span){ (const char *)built_in,
		    sizeof(built_in) }, err) || err_add(err, "built-in robots");
	else if (strcmp(path, "none") == 0)
		hash_sha256_hex("", 0, r->sha256);
	else
		good = read_file(r, path, err);
	if (!good) {
		robots_close(r);
		return false;
	}
	*out = r;
	return true;
}

void
robots_close(struct robots *r)
{
	if (r == NULL)
		return;
	rules_close(r->rules);
	mem_free(r->name);
	mem_free(r);
}

const char *
robots_name(const struct robots *r)
{
	return r->name;
}

const char *
robots_sha256(const struct robots *r)
{
	return r->sha256;
}

size_t
robots_size(const struct robots *r)
{
	return r->rules != NULL ? rules_size(r->rules) : 0;
}

const char *
robots_match(const struct robots *r, struct span agent)
{
	if (r->rules == NULL)
		return NULL;
	if (span_trim(agent).n == 0)
		return "(empty agent)";
	return rules_find(r->rules, agent);
}

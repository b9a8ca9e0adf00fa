/* SPDX-License-Identifier: MIT */
#include "aggregate/required.h"

/* Runs of bytes that must stand together; the longest so far is kept. */
struct runs {
	struct buf now, best;
};

static void
end_run(struct runs *r)
{
	if (r->now.n > r->best.n) {
		struct buf best = r->now;

		r->now = r->best;
		r->best = best;
	}
	buf_clear(&r->now);
}

/* What follows a class or a group of which *at is the first byte. */
static size_t
skip_class(struct span p, size_t at)
{
	at++;
	if (at < p.n && p.p[at] == '^')
		at++;
	if (at < p.n && p.p[at] == ']') /* the first is a byte of the class */
		at++;
	for (; at < p.n && p.p[at] != ']'; at++) {
		if (p.p[at] == '\\') {
			at++;
		} else if (p.p[at] == '[' && at + 1 < p.n &&
		    strchr(":.=", p.p[at + 1]) != NULL) {
			char kind = p.p[at + 1]; /* "[:alpha:]" */

			for (at += 2; at + 1 < p.n && !(p.p[at] == kind &&
			    p.p[at + 1] == ']');)
				at++;
			at++;
		}
	}
	return at + 1;
}

static size_t
skip_group(struct span p, size_t at)
{
	size_t depth = 0;

	while (at < p.n) {
		char c = p.p[at];

		if (c == '[') {
			at = skip_class(p, at);
			continue;
		}
		if (c == '\\')
			at++;
		else if (c == '(')
			depth++;
		else if (c == ')' && --depth == 0)
			return at + 1;
		at++;
	}
	return at;
}

static bool
take_escape(struct runs *r, char c)
{
	bool word = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
	    (c >= 'a' && c <= 'z');

	if (!word)
		buf_putc(&r->now, c);
	else if (strchr("dDsSwWbBhHvVRNAzZ", c) != NULL)
		end_run(r);
	else
		return false; /* \Q, \x41, \1: not easily seen */
	return true;
}

/* One branch; *at is moved to the '|' after it or to the end. */
static bool
take_branch(struct runs *r, struct span p, size_t *at)
{
	while (*at < p.n && p.p[*at] != '|') {
		char c = p.p[*at];

		if (c == '[' || c == '(') {
			end_run(r);
			*at = c == '[' ? skip_class(p, *at) :
			    skip_group(p, *at);
			continue;
		}
		++*at;
		if (c == '\\') {
			if (*at == p.n || !take_escape(r, p.p[(*at)++]))
				return false;
		} else if (strchr("*?{", c) != NULL) {
			/* The byte before may be missing. */
			if (r->now.n > 0)
				r->now.n--;
			end_run(r);
			while (c == '{' && *at < p.n && p.p[*at] != '}')
				++*at;
		} else if (strchr(".^$+}", c) != NULL) {
			end_run(r);
		} else {
			buf_putc(&r->now, c);
		}
	}
	end_run(r);
	return r->best.n >= REQUIRED_MIN_BYTES;
}

bool
required_literals(struct span pattern, struct buf *out)
{
	struct runs r = { 0 };
	size_t before = out->n, at = 0;
	/* "(?i)", "(*" and "\Q" change what all the rest means. */
	bool good = memchr(pattern.p, '\0', pattern.n) == NULL;

	for (size_t i = 0; i + 1 < pattern.n; i++)
		if ((pattern.p[i] == '(' && (pattern.p[i + 1] == '?' ||
		    pattern.p[i + 1] == '*')) ||
		    (pattern.p[i] == '\\' && pattern.p[i + 1] == 'Q'))
			good = false;
	while (good) {
		buf_clear(&r.best);
		good = take_branch(&r, pattern, &at);
		buf_span(out, buf_view(&r.best));
		buf_putc(out, '\0');
		if (at >= pattern.n)
			break;
		at++;
	}
	if (!good)
		out->n = before;
	buf_close(&r.now);
	buf_close(&r.best);
	return good;
}

/* SPDX-License-Identifier: MIT */
#include "plots/svg_tag.h"

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool
is_name(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	    (c >= '0' && c <= '9') || c == '-' || c == '_' || c == ':' ||
	    c == '.';
}

static void
skip(struct span *s, size_t n)
{
	*s = (struct span){ s->p + n, s->n - n };
}

static void
skip_blanks(struct span *s)
{
	while (s->n > 0 && is_blank(s->p[0]))
		skip(s, 1);
}

static struct span
take_name(struct span *s)
{
	size_t n = 0;

	while (n < s->n && is_name(s->p[n]))
		n++;
	struct span name = { s->p, n };
	skip(s, n);
	return name;
}

bool
svg_named(const struct svg_tag *tag, const char *name)
{
	return span_eq(tag->name, span_of(name));
}

static size_t
find(const struct svg_tag *tag, struct span name)
{
	size_t i = 0;

	while (i < tag->n && !span_eq(tag->attr[i].name, name))
		i++;
	return i;
}

struct span
svg_get(const struct svg_tag *tag, const char *name)
{
	size_t i = find(tag, span_of(name));

	return i < tag->n ? tag->attr[i].value : (struct span){ 0 };
}

bool
svg_set(struct svg_tag *tag, struct span name, struct span value)
{
	size_t i = find(tag, name);

	if (i == SVG_ATTRS)
		return false;
	tag->attr[i] = (struct svg_attr){ name, value };
	if (i == tag->n)
		tag->n++;
	return true;
}

void
svg_drop(struct svg_tag *tag, const char *name)
{
	size_t i = find(tag, span_of(name));

	if (i == tag->n)
		return;
	tag->n--;
	memmove(tag->attr + i, tag->attr + i + 1,
	    (tag->n - i) * sizeof(tag->attr[0]));
}

bool
svg_same(const struct svg_tag *a, const struct svg_tag *b)
{
	bool same = a->n == b->n && span_eq(a->name, b->name);

	for (size_t i = 0; same && i < a->n; i++)
		same = span_eq(a->attr[i].name, b->attr[i].name) &&
		    span_eq(a->attr[i].value, b->attr[i].value);
	return same;
}

/* Declarations to attributes. */
static bool
unfold_style(struct svg_tag *tag)
{
	struct span style = svg_get(tag, "style");

	svg_drop(tag, "style");
	while (style.n > 0) {
		struct span value = span_trim(span_cut(&style, ';'));
		struct span name = span_trim(span_cut(&value, ':'));

		value = span_trim(value);
		if (name.n > 0 && value.n > 0 && !svg_set(tag, name, value))
			return false;
	}
	return true;
}

/* Name, blanks, "=", blanks, a value in either quotes. */
static bool
take_attr(struct span *s, struct svg_tag *tag)
{
	struct span name = take_name(s);

	skip_blanks(s);
	if (name.n == 0 || s->n == 0 || s->p[0] != '=')
		return false;
	skip(s, 1);
	skip_blanks(s);
	if (s->n == 0 || (s->p[0] != '"' && s->p[0] != '\''))
		return false;
	struct span rest = { s->p + 1, s->n - 1 };
	size_t end = span_find(rest, s->p[0]);
	struct span value = { rest.p, end };
	if (end == rest.n || span_find(value, '<') < end ||
	    find(tag, name) < tag->n)
		return false;
	skip(s, end + 2);
	return svg_set(tag, name, value);
}

/* After "<" or "</". */
static enum svg_kind
take_tag(struct span *s, struct svg_tag *tag)
{
	tag->name = take_name(s);
	if (tag->name.n == 0)
		return SVG_WRONG;
	for (;;) {
		skip_blanks(s);
		if (s->n > 0 && s->p[0] == '>') {
			skip(s, 1);
			return unfold_style(tag) ? SVG_OPEN : SVG_WRONG;
		}
		if (s->n > 1 && s->p[0] == '/' && s->p[1] == '>') {
			skip(s, 2);
			return unfold_style(tag) ? SVG_ALONE : SVG_WRONG;
		}
		if (!take_attr(s, tag))
			return SVG_WRONG;
	}
}

static enum svg_kind
take_aside(struct span *s, const char *end)
{
	const char *hit = memmem(s->p, s->n, end, strlen(end));

	if (hit == NULL)
		return SVG_WRONG;
	skip(s, (size_t)(hit - s->p) + strlen(end));
	return SVG_ASIDE;
}

enum svg_kind
svg_next(struct span *rest, struct span *text, struct svg_tag *tag)
{
	size_t at = span_find(*rest, '<');

	*tag = (struct svg_tag){ .kind = SVG_END };
	*text = (struct span){ rest->p, at };
	skip(rest, at);
	if (rest->n == 0)
		return SVG_END;
	if (span_starts(*rest, SPAN("<!--"))) {
		tag->kind = take_aside(rest, "-->");
	} else if (span_starts(*rest, SPAN("<?"))) {
		tag->kind = take_aside(rest, "?>");
	} else if (span_starts(*rest, SPAN("</"))) {
		skip(rest, 2);
		tag->kind = take_tag(rest, tag) == SVG_OPEN && tag->n == 0 ?
		    SVG_CLOSE : SVG_WRONG;
	} else {
		skip(rest, 1);
		tag->kind = take_tag(rest, tag);
	}
	return tag->kind;
}

/* --- what may be in it --- */

/* What gnuplot's versions draw with, written as they write it: in HTML <SCRIPT> runs, too. */
static bool
is_inert(const struct svg_tag *tag)
{
	static const char *const list[] = { "svg", "g", "defs", "title", "desc",
		"path", "polygon", "polyline", "line", "circle", "ellipse",
		"rect", "text", "tspan", "use", "symbol", "pattern", "clipPath",
		"mask", "linearGradient", "radialGradient", "stop", "filter",
		"feFlood", "feComposite", "feMerge", "feMergeNode" };

	for (size_t i = 0; i < sizeof(list) / sizeof(*list); i++)
		if (svg_named(tag, list[i]))
			return true;
	return false;
}

static bool
has_url(struct span value)
{
	for (; value.n > 0; skip(&value, 1))
		if (span_starts_nocase(value, SPAN("url(")))
			return true;
	return false;
}

/* Within this file only.  A backslash may hide a letter from us, not from a browser. */
static bool
refers_here(const struct svg_attr *a)
{
	if (memchr(a->value.p, '\\', a->value.n) != NULL)
		return false;
	if (has_url(a->value))
		return span_starts(a->value, SPAN("url(#")) &&
		    span_ends(a->value, SPAN(")")) &&
		    span_find(a->value, ')') + 1 == a->value.n;
	return (!span_eq_nocase(a->name, SPAN("href")) &&
	    !span_eq_nocase(a->name, SPAN("xlink:href")) &&
	    !span_eq_nocase(a->name, SPAN("src"))) ||
	    span_starts(a->value, SPAN("#"));
}

const char *
svg_unsafe(const struct svg_tag *tag)
{
	if (!is_inert(tag))
		return "an element that may run or fetch";
	for (size_t i = 0; i < tag->n; i++) {
		if (span_starts_nocase(tag->attr[i].name, SPAN("on")))
			return "an event";
		if (!refers_here(&tag->attr[i]))
			return "a reference to elsewhere";
	}
	return NULL;
}

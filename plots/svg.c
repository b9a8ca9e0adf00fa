/* SPDX-License-Identifier: MIT */
#include "plots/svg.h"

#include <stdio.h>

#include "plots/svg_tag.h"
#include "plots/svg_write.h"

enum { DEPTH = 16, MARKERS = 40 };

/* What stands in most groups stands once, in that of the whole picture.  Of black and 1
 * everybody knows. */
static const char *const common[][2] = {
	{ "fill", "none" },
	{ "stroke", "currentColor" },
	{ "stroke-linecap", "round" },
	{ "stroke-linejoin", "round" },
	{ "color", "black" },
	{ "stroke-width", "1.00" },
};
enum { COMMON = sizeof(common) / sizeof(*common), COMMON_TOLD = 4 };

/* An element that is open. */
enum fate {
	HELD,    /* a group that has nothing in it so far */
	WRITTEN,
	LEFT_OUT /* its content goes out without it */
};
struct level {
	struct svg_tag tag;
	enum fate fate;
};

struct svg {
	const struct svg_look *look;
	struct buf *out;
	struct span rest;
	struct level level[DEPTH];
	size_t depth;
	bool begun, markers; /* the root is there; the markers were */
};

static bool
wrong(struct err *err, const char *what)
{
	return err_set(err, ERR_CHART, "gnuplot's SVG: %s", what);
}

/* --- what may be in it --- */

static bool
is_one_of(const struct svg_tag *tag, const char *const *name)
{
	while (*name != NULL && !svg_named(tag, *name))
		name++;
	return *name != NULL;
}

/* gnuplot writes none of these, when asked for what we ask for. */
static bool
check(const struct svg_tag *tag, struct err *err)
{
	static const char *const active[] = { "script", "foreignObject",
		"iframe", "object", "embed", "image", "a", "style", "link",
		"handler", "set", "animate", "animateTransform",
		"animateMotion", "audio", "video", NULL };

	if (is_one_of(tag, active))
		return wrong(err, "an element that runs or fetches");
	for (size_t i = 0; i < tag->n; i++) {
		struct span name = tag->attr[i].name;
		struct span value = tag->attr[i].value;

		if (span_starts_nocase(name, SPAN("on")))
			return wrong(err, "an event");
		if ((span_eq(name, SPAN("href")) ||
		    span_eq(name, SPAN("src"))) &&
		    !span_starts(value, SPAN("#")))
			return wrong(err, "a reference to elsewhere");
		const char *url = memmem(value.p, value.n, "url(", 4);
		if (url != NULL && (url != value.p || value.n < 6 ||
		    url[4] != '#'))
			return wrong(err, "a reference to elsewhere");
	}
	return true;
}

/* --- tags, put in order --- */

static struct span
inherited(const struct svg *s, const char *name)
{
	for (size_t i = s->depth; i-- > 0;) {
		struct span value = svg_get(&s->level[i].tag, name);

		if (value.p != NULL)
			return value;
	}
	for (size_t i = 0; i < COMMON; i++)
		if (strcmp(name, common[i][0]) == 0)
			return span_of(common[i][1]);
	return (struct span){ 0 };
}

static bool
within(const struct svg *s, const char *name)
{
	for (size_t i = 0; i < s->depth; i++)
		if (svg_named(&s->level[i].tag, name))
			return true;
	return false;
}

/* Markers and patterns inherit from where they are used, too. */
static void
drop_inherited(const struct svg *s, struct svg_tag *tag)
{
	if (within(s, "defs"))
		return;
	for (size_t i = 0; i < COMMON; i++) {
		struct span value = svg_get(tag, common[i][0]);

		if (value.p != NULL &&
		    span_eq(value, inherited(s, common[i][0])))
			svg_drop(tag, common[i][0]);
	}
}

static bool
arrange(const struct svg *s, struct svg_tag *tag, struct err *err)
{
	struct span link = svg_get(tag, "xlink:href");

	if (link.p != NULL) {
		svg_drop(tag, "xlink:href");
		svg_set(tag, SPAN("href"), link);
	}
	if (!check(tag, err))
		return false;
	if (svg_named(tag, "g"))
		svg_drop(tag, "id");
	if (!svg_split_font(tag, !s->look->page))
		return wrong(err, "too many attributes");
	drop_inherited(s, tag);
	return true;
}

/* --- what goes out --- */

/* Groups that have been held have something in them now. */
static void
release(struct svg *s)
{
	for (size_t i = 0; i < s->depth; i++) {
		struct level *l = &s->level[i];

		if (l->fate != HELD)
			continue;
		l->fate = l->tag.n > 0 ? WRITTEN : LEFT_OUT;
		if (l->fate == WRITTEN) {
			svg_write_tag(s->out, &l->tag, s->look);
			buf_puts(s->out, ">\n");
		}
	}
}

static bool
push(struct svg *s, const struct svg_tag *tag, enum fate fate, struct err *err)
{
	if (s->depth == DEPTH)
		return wrong(err, "nested too deeply");
	s->level[s->depth++] = (struct level){ *tag, fate };
	return true;
}

static void
write_names(struct svg *s)
{
	const struct svg_look *l = s->look;

	if (l->title == NULL) {
		buf_puts(s->out, " aria-hidden=\"true\">\n");
		return;
	}
	buf_printf(s->out, " role=\"img\" aria-labelledby=\"%s-title", l->id);
	if (l->desc != NULL)
		buf_printf(s->out, " %s-desc", l->id);
	buf_printf(s->out, "\">\n<title id=\"%s-title\">", l->id);
	svg_write_text(s->out, span_of(l->title));
	buf_puts(s->out, "</title>\n");
	if (l->desc == NULL)
		return;
	buf_printf(s->out, "<desc id=\"%s-desc\">", l->id);
	svg_write_text(s->out, span_of(l->desc));
	buf_puts(s->out, "</desc>\n");
}

static bool
root(struct svg *s, struct svg_tag *tag, struct err *err)
{
	if (s->begun || !svg_named(tag, "svg"))
		return wrong(err, "no <svg> at its beginning");
	s->begun = true;
	svg_drop(tag, "xmlns:xlink");
	svg_drop(tag, "id");
	if (!s->look->page)
		buf_puts(s->out, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
	svg_write_tag(s->out, tag, s->look);
	write_names(s);
	*tag = (struct svg_tag){ .name = tag->name };
	return push(s, tag, WRITTEN, err);
}

/* <g id="gnuplot_canvas"> */
static bool
canvas(struct svg *s, struct svg_tag *tag, struct err *err)
{
	struct svg_tag told = { .name = tag->name };

	for (size_t i = 0; i < COMMON_TOLD; i++)
		svg_set(&told, span_of(common[i][0]), span_of(common[i][1]));
	svg_write_tag(s->out, &told, s->look);
	buf_puts(s->out, ">\n");
	*tag = (struct svg_tag){ .name = tag->name };
	return push(s, tag, WRITTEN, err);
}

/* A text with nothing beside it takes what its group says. */
static void
merge_text(struct svg *s, struct svg_tag *tag)
{
	struct level *l = &s->level[s->depth - 1];
	struct svg_place at;
	const char *end = memmem(s->rest.p, s->rest.n, "</text>", 7);

	if (!svg_named(tag, "text") || tag->n != 0 || l->fate != HELD ||
	    end == NULL)
		return;
	struct span behind = { end + 7, s->rest.n -
		(size_t)(end + 7 - s->rest.p) };
	if (!span_starts(span_trim(behind), SPAN("</g>")))
		return;
	struct span name = tag->name;
	*tag = l->tag;
	tag->name = name;
	l->tag.n = 0;
	if (!svg_place_of(svg_get(tag, "transform"), false, &at))
		return;
	tag->attr[0].name.p = tag->attr[0].name.p;
	svg_drop(tag, "transform");
	svg_set(tag, SPAN("x"), at.x);
	svg_set(tag, SPAN("y"), at.y);
}

static bool
open_other(struct svg *s, struct svg_tag *tag, struct err *err)
{
	if (!arrange(s, tag, err))
		return false;
	if (svg_named(tag, "g"))
		return push(s, tag, HELD, err);
	merge_text(s, tag);
	release(s);
	svg_write_tag(s->out, tag, s->look);
	buf_puts(s->out, svg_named(tag, "text") || svg_named(tag, "tspan") ?
	    ">" : ">\n");
	return push(s, tag, WRITTEN, err);
}

/* --- shapes --- */

/* gnuplot's round points are references to a marker, which some readers of SVG cannot
 * follow with a colour.  False: it is none. */
static bool
circle(struct svg *s, const struct svg_tag *use)
{
	struct span href = svg_get(use, "href");
	struct span colour = svg_get(use, "color");
	bool full = span_eq(href, SPAN("#gpPt6"));
	struct svg_place at;
	char line[32];

	if (!svg_named(use, "use") ||
	    (!full && !span_eq(href, SPAN("#gpPt5"))) ||
	    !svg_place_of(svg_get(use, "transform"), true, &at))
		return false;
	struct svg_tag tag = { .name = SPAN("circle") };
	if (colour.p == NULL)
		colour = SPAN("currentColor");
	svg_set(&tag, SPAN("cx"), at.x);
	svg_set(&tag, SPAN("cy"), at.y);
	svg_set(&tag, SPAN("r"), at.scale);
	svg_set(&tag, full ? SPAN("fill") : SPAN("stroke"), colour);
	if (full) {
		svg_set(&tag, SPAN("stroke"), SPAN("none"));
	} else {
		/* The marker's own line, enlarged as the marker is. */
		uint64_t whole = 0;
		struct span rest = at.scale;

		span_u64(span_cut(&rest, '.'), &whole);
		snprintf(line, sizeof(line), "%.2f",
		    ((double)(whole % 1000) + 0.5) * 0.222);
		svg_set(&tag, SPAN("stroke-width"), span_of(line));
	}
	svg_write_tag(s->out, &tag, s->look);
	return true;
}

static bool
shape(struct svg *s, struct svg_tag *tag, struct err *err)
{
	const char *tip = NULL;

	if (svg_named(tag, "rect") && s->depth == 2 &&
	    svg_get(tag, "stroke").p == NULL) {
		/* The ground; there was no stroke around it to inherit. */
		if (span_eq(svg_get(tag, "fill"), SPAN("none")))
			return true;
		svg_set(tag, SPAN("stroke"), SPAN("none"));
	}
	if (!arrange(s, tag, err))
		return false;
	release(s);
	if (svg_named(tag, "polygon"))
		tip = svg_tip_of(svg_get(tag, "fill"), s->look);
	if (!circle(s, tag))
		svg_write_tag(s->out, tag, s->look);
	if (tip == NULL) {
		buf_puts(s->out, "/>\n");
		return true;
	}
	buf_puts(s->out, "><title>");
	svg_write_text(s->out, span_of(tip));
	buf_puts(s->out, "</title></polygon>\n");
	return true;
}

/* --- markers --- */

struct marker {
	struct span id, markup;
	bool used;
};

/* Is "#ID" in it, the whole of it? */
static bool
refers(struct span in, struct span id)
{
	for (const char *p; in.n > id.n + 1 &&
	    (p = memmem(in.p, in.n - 1, id.p, id.n)) != NULL;) {
		size_t after = (size_t)(p - in.p) + id.n;

		if (p > in.p && p[-1] == '#' && after < in.n &&
		    strchr("'\")", in.p[after]) != NULL)
			return true;
		in = (struct span){ in.p + after, in.n - after };
	}
	return false;
}

/* The children of <defs>, and s->rest is behind it.  Their number, or 0. */
static size_t
markers_read(struct svg *s, struct marker *marker)
{
	struct span rest = s->rest, text;
	struct svg_tag tag;
	size_t n = 0;

	while (n < MARKERS) {
		const char *from = rest.p;
		enum svg_kind kind = svg_next(&rest, &text, &tag);
		struct svg_tag child = tag;

		if (kind == SVG_CLOSE && svg_named(&tag, "defs")) {
			s->rest = rest;
			return n;
		}
		while (kind != SVG_ALONE && !(kind == SVG_CLOSE &&
		    span_eq(tag.name, child.name)) && kind < SVG_ASIDE)
			do
				kind = svg_next(&rest, &text, &tag);
			while (kind == SVG_ALONE);
		if (kind >= SVG_ASIDE)
			return 0;
		marker[n++] = (struct marker){ svg_get(&child, "id"),
			{ from, (size_t)(rest.p - from) }, false };
	}
	return 0;
}

static void
markers_mark(struct marker *marker, size_t n, struct span body)
{
	for (size_t i = 0; i < n; i++)
		marker[i].used = refers(body, marker[i].id);
	/* They refer to earlier ones. */
	for (size_t i = n; i-- > 0;)
		for (size_t j = 0; marker[i].used && j < i; j++)
			if (refers(marker[i].markup, marker[j].id))
				marker[j].used = true;
	/* These two become circles. */
	for (size_t i = 0; i < n; i++)
		if (span_eq(marker[i].id, SPAN("gpPt5")) ||
		    span_eq(marker[i].id, SPAN("gpPt6")))
			marker[i].used = false;
}

static bool walk(struct svg *s, struct err *err);

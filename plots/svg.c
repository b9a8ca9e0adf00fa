/* SPDX-License-Identifier: MIT */
#include "plots/svg.h"

#include "plots/svg_marks.h"
#include "plots/svg_tag.h"
#include "plots/svg_write.h"

enum { DEPTH = 16 };

/* What stands in most groups stands once, in that of the whole picture.  Of the others
 * everybody knows. */
static const char *const common[][2] = {
	{ "fill", "none" },
	{ "stroke", "currentColor" },
	{ "stroke-linecap", "round" },
	{ "stroke-linejoin", "round" },
	{ "color", "black" },
	{ "stroke-width", "1.00" },
	{ "text-anchor", "start" },
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
	bool begun, canvas, markers; /* were there */
	/* If they have names: a group that has ended, and a path that has not.  What is
	 * like them and follows joins them. */
	struct svg_tag ended, path;
	char round[2][SVG_ROUND_BYTES]; /* what the path may borrow, and the next one */
	int turn;
};

static bool
wrong(struct err *err, const char *what)
{
	return err_set(err, ERR_CHART, "gnuplot's SVG: %s", what);
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
	for (size_t i = 0; s->canvas && i < COMMON; i++)
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
	const char *unsafe = svg_unsafe(tag);
	if (unsafe != NULL)
		return wrong(err, unsafe);
	if (svg_named(tag, "g"))
		svg_drop(tag, "id");
	if (!svg_split_font(tag, !s->look->page))
		return wrong(err, "too many attributes");
	drop_inherited(s, tag);
	return true;
}

/* --- what goes out --- */

/* No group joins the one that has ended. */
static void
part(struct svg *s)
{
	if (s->ended.name.n == 0)
		return;
	svg_path_end(s->out, &s->path);
	buf_puts(s->out, "</g>\n");
	s->ended.name.n = 0;
}

/* Groups that have been held have something in them now. */
static void
release(struct svg *s)
{
	for (size_t i = 0; i < s->depth; i++) {
		struct level *l = &s->level[i];

		if (l->fate != HELD)
			continue;
		l->fate = l->tag.n > 0 ? WRITTEN : LEFT_OUT;
		if (l->fate == LEFT_OUT)
			continue;
		if (svg_same(&l->tag, &s->ended)) {
			s->ended.name.n = 0;
			continue;
		}
		part(s);
		svg_path_end(s->out, &s->path);
		svg_write_tag(s->out, &l->tag, s->look);
		buf_puts(s->out, ">\n");
	}
	part(s);
}

static bool
push(struct svg *s, const struct svg_tag *tag, enum fate fate, struct err *err)
{
	if (s->depth == DEPTH)
		return wrong(err, "nested too deeply");
	s->level[s->depth++] = (struct level){ *tag, fate };
	return true;
}

static bool
root(struct svg *s, struct svg_tag *tag, struct err *err)
{
	if (s->begun || !svg_named(tag, "svg"))
		return wrong(err, "no <svg> at its beginning");
	const char *unsafe = svg_unsafe(tag);
	if (unsafe != NULL)
		return wrong(err, unsafe);
	s->begun = true;
	svg_drop(tag, "xmlns:xlink");
	svg_drop(tag, "id");
	if (!s->look->page)
		buf_puts(s->out, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
	svg_write_tag(s->out, tag, s->look);
	svg_write_names(s->out, s->look);
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
	s->canvas = true;
	return push(s, tag, WRITTEN, err);
}

/* A text with nothing beside it takes its place from its group, so that groups of texts
 * alike become one. */
static void
place_text(struct svg *s, struct svg_tag *tag)
{
	struct level *l = &s->level[s->depth - 1];
	struct span behind = s->rest, text, transform;
	struct svg_place at;
	struct svg_tag next;

	transform = svg_get(&l->tag, "transform");
	if (!svg_named(tag, "text") || tag->n != 0 || l->fate != HELD ||
	    transform.p == NULL ||
	    svg_next(&behind, &text, &next) != SVG_CLOSE ||
	    svg_next(&behind, &text, &next) != SVG_CLOSE)
		return;
	svg_drop(&l->tag, "transform");
	if (svg_place_of(transform, false, &at)) {
		svg_set(tag, SPAN("x"), at.x);
		svg_set(tag, SPAN("y"), at.y);
	} else {
		svg_set(tag, SPAN("transform"), transform);
	}
}

static bool
open_other(struct svg *s, struct svg_tag *tag, struct err *err)
{
	if (!arrange(s, tag, err))
		return false;
	if (svg_named(tag, "g"))
		return push(s, tag, HELD, err);
	place_text(s, tag);
	release(s);
	svg_path_end(s->out, &s->path);
	svg_write_tag(s->out, tag, s->look);
	buf_puts(s->out, svg_named(tag, "text") || svg_named(tag, "tspan") ?
	    ">" : ">\n");
	return push(s, tag, WRITTEN, err);
}

/* --- shapes --- */

static bool
shape(struct svg *s, struct svg_tag *tag, struct err *err)
{
	if (svg_named(tag, "rect") && s->depth == 2 &&
	    svg_get(tag, "stroke").p == NULL) {
		/* The ground; there was no stroke around it to inherit. */
		if (span_eq(svg_get(tag, "fill"), SPAN("none")))
			return true;
		svg_set(tag, SPAN("stroke"), SPAN("none"));
	}
	if (!arrange(s, tag, err))
		return false;
	s->turn = 1 - s->turn;
	svg_round(tag, s->round[s->turn]);
	drop_inherited(s, tag);
	release(s);
	if ((svg_named(tag, "path") && !within(s, "defs")) ||
	    svg_named(tag, "polygon")) {
		if (!svg_path_add(s->out, &s->path, tag, s->look))
			s->turn = 1 - s->turn; /* that of the path is in use */
		return true;
	}
	svg_path_end(s->out, &s->path);
	svg_write_tag(s->out, tag, s->look);
	buf_puts(s->out, "/>\n");
	return true;
}

/* --- all of it --- */

static bool walk(struct svg *s, struct err *err);

/* Those of gnuplot's markers that are used. */
static bool
markers(struct svg *s, const struct svg_tag *tag, struct err *err)
{
	struct buf kept = { 0 };

	s->markers = true;
	if (!svg_marks_keep(&s->rest, &kept))
		return wrong(err, "<defs> without an end");
	struct span behind = s->rest;
	bool good = true;
	if (kept.n > 0) {
		s->rest = buf_view(&kept);
		part(s);
		svg_path_end(s->out, &s->path);
		buf_puts(s->out, "<defs>\n");
		good = push(s, tag, WRITTEN, err) && walk(s, err);
		buf_puts(s->out, "</defs>\n");
		s->depth--;
	}
	s->rest = behind;
	buf_close(&kept);
	return good;
}

/* gnuplot's titles and descriptions tell nobody anything. */
static bool
pass_over(struct svg *s, const struct svg_tag *tag, struct err *err)
{
	struct span name = tag->name, text;
	struct svg_tag end;

	return (svg_next(&s->rest, &text, &end) == SVG_CLOSE &&
	    span_eq(end.name, name)) || wrong(err, "not well formed");
}

static bool
open_any(struct svg *s, struct svg_tag *tag, struct err *err)
{
	if (!s->begun)
		return root(s, tag, err);
	if (s->depth == 0)
		return wrong(err, "something behind </svg>");
	if (svg_named(tag, "title") || svg_named(tag, "desc"))
		return pass_over(s, tag, err);
	if (s->depth == 1 && svg_named(tag, "g") &&
	    span_eq(svg_get(tag, "id"), SPAN("gnuplot_canvas")))
		return canvas(s, tag, err);
	if (s->depth == 2 && !s->markers && svg_named(tag, "defs"))
		return markers(s, tag, err);
	return open_other(s, tag, err);
}

static bool
close_any(struct svg *s, const struct svg_tag *tag, struct err *err)
{
	if (s->depth == 0 ||
	    !span_eq(s->level[s->depth - 1].tag.name, tag->name))
		return wrong(err, "not well formed");
	struct level *l = &s->level[--s->depth];
	if (l->fate == WRITTEN && s->canvas && s->depth > 1 &&
	    svg_named(tag, "g")) {
		part(s);
		s->ended = l->tag;
	} else if (l->fate == WRITTEN) {
		part(s);
		svg_path_end(s->out, &s->path);
		buf_puts(s->out, "</");
		buf_span(s->out, tag->name);
		buf_puts(s->out, svg_named(tag, "tspan") ? ">" : ">\n");
	}
	return true;
}

static bool
walk(struct svg *s, struct err *err)
{
	size_t base = s->depth;

	for (;;) {
		struct span text;
		struct svg_tag tag;
		enum svg_kind kind = svg_next(&s->rest, &text, &tag);
		bool good = true;

		/* Elsewhere it is blanks, or is not shown. */
		if (within(s, "text"))
			svg_write_content(s->out, text);
		if (kind == SVG_END)
			return s->depth == base || wrong(err, "cut off");
		if (kind == SVG_OPEN)
			good = open_any(s, &tag, err);
		else if (kind == SVG_ALONE)
			good = s->depth > 0 ? shape(s, &tag, err) :
			    wrong(err, "no <svg> at its beginning");
		else if (kind == SVG_CLOSE)
			good = close_any(s, &tag, err);
		else if (kind == SVG_WRONG)
			return wrong(err, "not well formed");
		if (!good)
			return false;
	}
}

bool
svg_finish(struct span in, const struct svg_look *look, struct buf *out,
    struct err *err)
{
	struct svg s = { .look = look, .out = out, .rest = in };
	size_t before = out->n;

	if (walk(&s, err) && (s.begun || wrong(err, "empty")))
		return true;
	out->n = before;
	return false;
}

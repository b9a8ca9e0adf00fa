/* SPDX-License-Identifier: MIT */
#include "plots/svg_write.h"

#include <stdio.h>

#include "common/utf8.h"

/* --- texts --- */

static bool
is_shown(uint32_t c)
{
	return !(c < 0x20 || (c >= 0x7f && c <= 0x9f) || /* controls */
	    c == 0x61c || c == 0x200e || c == 0x200f ||  /* direction */
	    (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) ||
	    (c >= 0xfdd0 && c <= 0xfdef) || (c & 0xfffe) == 0xfffe);
}

static void
put(struct buf *out, uint32_t c)
{
	switch (c) {
	case '<':
		buf_puts(out, "&lt;");
		return;
	case '>':
		buf_puts(out, "&gt;");
		return;
	case '&':
		buf_puts(out, "&amp;");
		return;
	case '"':
		buf_puts(out, "&quot;");
		return;
	case '\t':
	case '\n':
	case '\r':
		buf_putc(out, ' ');
		return;
	default:
		if (is_shown(c))
			utf8_put(out, c);
	}
}

void
svg_write_text(struct buf *out, struct span text)
{
	while (text.n > 0)
		put(out, utf8_take(&text, NULL));
}

void
svg_write_content(struct buf *out, struct span markup)
{
	static const char *const entity[] = { "&lt;", "&gt;", "&amp;",
		"&quot;", "&apos;" };

	while (markup.n > 0) {
		size_t i = 0;

		while (i < 5 && !span_starts(markup, span_of(entity[i])))
			i++;
		if (i == 5) {
			put(out, utf8_take(&markup, NULL));
			continue;
		}
		size_t n = strlen(entity[i]);
		buf_puts(out, entity[i]);
		markup = (struct span){ markup.p + n, markup.n - n };
	}
}

/* --- colours --- */

static bool
take_byte(struct span *s, char end, unsigned *out)
{
	uint64_t value;

	if (span_find(*s, end) == s->n ||
	    !span_u64(span_trim(span_cut(s, end)), &value) || value > 255)
		return false;
	*out = *out << 8 | (unsigned)value;
	return true;
}

/* "#010203", as gnuplot writes the ground's. */
static bool
hex_of(struct span value, unsigned *rgb)
{
	unsigned made = 0;

	if (value.n != 7 || value.p[0] != '#')
		return false;
	for (size_t i = 1; i < 7; i++) {
		const char *digits = "0123456789abcdef";
		const char *hit = memchr(digits, value.p[i] | 0x20, 16);

		if (hit == NULL)
			return false;
		made = made << 4 | (unsigned)(hit - digits);
	}
	*rgb = made;
	return true;
}

/* "rgb(  1,   2,   3)", or that. */
static bool
colour_of(struct span value, unsigned *rgb)
{
	unsigned made = 0;

	if (hex_of(value, rgb))
		return true;
	if (!span_starts(value, SPAN("rgb(")))
		return false;
	value = (struct span){ value.p + 4, value.n - 4 };
	if (!take_byte(&value, ',', &made) || !take_byte(&value, ',', &made) ||
	    !take_byte(&value, ')', &made) || value.n != 0)
		return false;
	*rgb = made;
	return true;
}

/* Index of the look's colours, or SVG_COLOURS: it is no sentinel. */
static unsigned
index_of(unsigned rgb)
{
	if ((rgb & 0xff00ff) == 0x010007 && (rgb >> 8 & 0xff) < SVG_COLOURS)
		return rgb >> 8 & 0xff;
	return rgb >> 16 == 2 ? rgb >> 11 & 0x1f : SVG_COLOURS;
}

const char *
svg_tip_of(struct span colour, const struct svg_look *look)
{
	unsigned rgb;

	if (!colour_of(colour, &rgb) || rgb >> 16 != 2 ||
	    (rgb & 0x7ff) >= look->tips)
		return NULL;
	return look->tip[rgb & 0x7ff];
}

static bool
write_colour(struct buf *out, struct span value, const struct svg_look *look)
{
	unsigned rgb;

	if (look->page && span_eq(value, SPAN("black"))) {
		buf_puts(out, "currentColor");
		return true;
	}
	if (!colour_of(value, &rgb))
		return false;
	if (index_of(rgb) < look->colours)
		buf_puts(out, look->colour[index_of(rgb)]);
	else
		buf_printf(out, "#%06x", rgb);
	return true;
}

/* --- attributes of figures --- */

static bool
is_figures(struct span name)
{
	static const char *const list[] = { "points", "d", "transform", "x",
		"y", "x1", "y1", "x2", "y2", "width", "height", "cx", "cy",
		"r", "viewBox", "font-size", "stroke-width",
		"stroke-dasharray", "fill-opacity", "stroke-opacity" };

	for (size_t i = 0; i < sizeof(list) / sizeof(*list); i++)
		if (span_eq(name, span_of(list[i])))
			return true;
	return false;
}

static bool
take_figure(struct span *s, const char *before, char end, struct span *out)
{
	struct span mark = span_of(before);

	if (!span_starts(*s, mark) || span_find(*s, end) == s->n)
		return false;
	*s = (struct span){ s->p + mark.n, s->n - mark.n };
	*out = span_cut(s, end);
	for (size_t i = 0; i < out->n; i++)
		if (strchr("0123456789.-", out->p[i]) == NULL)
			return false;
	return out->n > 0;
}

bool
svg_place_of(struct span transform, bool scaled, struct svg_place *out)
{
	struct svg_place p = { 0 };

	if (!take_figure(&transform, "translate(", ',', &p.x) ||
	    !take_figure(&transform, "", ')', &p.y))
		return false;
	transform = span_trim(transform);
	if (scaled && !take_figure(&transform, "scale(", ')', &p.scale))
		return false;
	if (span_trim(transform).n != 0)
		return false;
	*out = p;
	return true;
}

/* --- tags --- */

bool
svg_split_font(struct svg_tag *tag, bool keep_family)
{
	static const char *const list[][3] = {
		{ "Bold", "font-weight", "700" },
		{ "SemiBold", "font-weight", "600" },
		{ "Medium", "font-weight", "500" },
		{ "Italic", "font-style", "italic" },
	};
	struct span style = svg_get(tag, "font-family");
	struct span family = span_cut(&style, ':');

	if (family.p == NULL)
		return true;
	svg_drop(tag, "font-family");
	if (keep_family && family.n > 0)
		svg_set(tag, SPAN("font-family"), family);
	while (style.n > 0) {
		struct span word = span_cut(&style, ':');

		for (size_t i = 0; i < sizeof(list) / sizeof(*list); i++)
			if (span_eq(word, span_of(list[i][0])) &&
			    !svg_set(tag, span_of(list[i][1]),
			    span_of(list[i][2])))
				return false;
	}
	return true;
}

/* Twice a figure of at most two decimals; 0 if it is another. */
static unsigned
twice_in_hundredths(struct span figure)
{
	struct span fraction = figure;
	struct span whole = span_cut(&fraction, '.');
	uint64_t a = 0, b = 0;

	if (!span_u64(whole, &a) || a > 1000 || fraction.n > 2 ||
	    (fraction.n > 0 && !span_u64(fraction, &b)))
		return 0;
	return (unsigned)(a * 100 + (fraction.n == 1 ? b * 10 : b)) * 2;
}

static void
dot(struct svg_tag *tag, const struct svg_place *at, struct span colour,
    char text[static SVG_ROUND_BYTES])
{
	unsigned wide = twice_in_hundredths(at->scale);
	int n = snprintf(text, SVG_ROUND_BYTES, "M%.*s,%.*sh.01%u.%02u",
	    (int)at->x.n, at->x.p, (int)at->y.n, at->y.p, wide / 100,
	    wide % 100);
	size_t line = 1 + at->x.n + 1 + at->y.n + 4;

	if (wide == 0 || n < 0 || n >= SVG_ROUND_BYTES)
		return;
	*tag = (struct svg_tag){ .kind = SVG_ALONE, .name = SPAN("path") };
	svg_set(tag, SPAN("stroke"), colour);
	svg_set(tag, SPAN("stroke-linecap"), SPAN("round"));
	svg_set(tag, SPAN("stroke-width"),
	    (struct span){ text + line, (size_t)n - line });
	svg_set(tag, SPAN("d"), (struct span){ text, line });
}

void
svg_round(struct svg_tag *tag, char text[static SVG_ROUND_BYTES])
{
	struct span href = svg_get(tag, "href");
	struct span colour = svg_get(tag, "color");
	struct svg_place at;

	if (!svg_named(tag, "use") ||
	    !svg_place_of(svg_get(tag, "transform"), true, &at))
		return;
	if (colour.p == NULL)
		colour = SPAN("currentColor");
	if (span_eq(href, SPAN("#gpPt6"))) {
		dot(tag, &at, colour, text);
	} else if (span_eq(href, SPAN("#gpPt5"))) {
		*tag = (struct svg_tag){ .kind = SVG_ALONE,
			.name = SPAN("circle") };
		svg_set(tag, SPAN("cx"), at.x);
		svg_set(tag, SPAN("cy"), at.y);
		svg_set(tag, SPAN("r"), at.scale);
		svg_set(tag, SPAN("stroke"), colour);
	}
}

static void
write_value(struct buf *out, const struct svg_attr *a,
    const struct svg_look *look)
{
	struct span local = a->value;

	if (write_colour(out, a->value, look))
		return;
	if (span_starts(local, SPAN("url(#"))) {
		buf_printf(out, "url(#%s-", look->id);
		local = (struct span){ local.p + 5, local.n - 5 };
	} else if (span_eq(a->name, SPAN("id"))) {
		buf_printf(out, "%s-", look->id);
	} else if (span_eq(a->name, SPAN("href"))) {
		buf_printf(out, "#%s-", look->id);
		local = (struct span){ local.p + 1, local.n - 1 };
	} else if (is_figures(a->name)) {
		svg_write_figures(out, local, span_eq(a->name, SPAN("d")));
		return;
	}
	svg_write_content(out, local);
}

void
svg_write_tag(struct buf *out, const struct svg_tag *tag,
    const struct svg_look *look)
{
	buf_putc(out, '<');
	buf_span(out, tag->name);
	for (size_t i = 0; i < tag->n; i++) {
		buf_putc(out, ' ');
		buf_span(out, tag->attr[i].name);
		buf_puts(out, "=\"");
		write_value(out, &tag->attr[i], look);
		buf_putc(out, '"');
	}
}

void
svg_write_names(struct buf *out, const struct svg_look *l)
{
	if (l->title == NULL) {
		buf_puts(out, " aria-hidden=\"true\">\n");
		return;
	}
	buf_printf(out, " role=\"img\" aria-labelledby=\"%s-title", l->id);
	if (l->desc != NULL)
		buf_printf(out, " %s-desc", l->id);
	buf_printf(out, "\">\n<title id=\"%s-title\">", l->id);
	svg_write_text(out, span_of(l->title));
	buf_puts(out, "</title>\n");
	if (l->desc == NULL)
		return;
	buf_printf(out, "<desc id=\"%s-desc\">", l->id);
	svg_write_text(out, span_of(l->desc));
	buf_puts(out, "</desc>\n");
}

/* SPDX-License-Identifier: MIT */
#include "plots/script.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>

#include "plots/svg.h"

/* Ends each datablock: its rows begin with a digit, a minus or N. */
#define DATA_END "END"
#define FONT "Noto Sans"

/* ---- numbers: digits, a point and a minus, whatever the locale ---- */

static void
put_real(struct buf *out, double value, int decimals)
{
	int64_t scale = 1;
	bool minus = value < 0;
	double size = minus ? -value : value;

	if (size >= 1e12) { /* no fraction matters; with a point it is no integer */
		buf_printf(out, "%.0f.0", value);
		return;
	}
	for (int i = 0; i < decimals; i++)
		scale *= 10;
	int64_t n = (int64_t)(size * (double)scale + 0.5);
	buf_printf(out, "%s%lld.%0*lld", minus && n > 0 ? "-" : "",
	    (long long)(n / scale), decimals, (long long)(n % scale));
}

/* Pixels as a part of the picture, from its lower left corner. */
static void
put_at(struct script *s, double x, double y)
{
	buf_puts(&s->out, "screen ");
	put_real(&s->out, x / s->page.width, 5);
	buf_puts(&s->out, ", screen ");
	put_real(&s->out, 1 - y / s->page.height, 5);
}

/* ---- the picture ---- */

static bool
plain(const char *text, const char *more)
{
	for (; *text != '\0'; text++)
		if (!(*text >= 'a' && *text <= 'z') &&
		    !(*text >= 'A' && *text <= 'Z') &&
		    !(*text >= '0' && *text <= '9') && !strchr(more, *text))
			return false;
	return true;
}

static int
within(int n, int otherwise)
{
	n = n > 0 ? n : otherwise;
	return n < SCRIPT_LEAST ? SCRIPT_LEAST : n > SCRIPT_MOST ? SCRIPT_MOST : n;
}

void
script_begin(struct script *s, const struct script_page *page)
{
	buf_clear(&s->out);
	buf_clear(&s->tips);
	*s = (struct script){ .out = s->out, .tips = s->tips, .page = *page };
	if (s->page.font == NULL)
		s->page.font = FONT;
	assert(plain(s->page.font, " -") && plain(s->page.output, "._"));
	s->page.width = within(page->width, SCRIPT_WIDTH);
	for (unsigned c = 0; c < STYLE__MAX; c++) {
		uint32_t rgb = page->form == DRAW_SVG ? SVG_COLOUR(c) :
		    style_colour(page->theme, c);

		snprintf(s->hex[c], sizeof(s->hex[c]), "#%06x", rgb & 0xffffffu);
	}
}

void
script_close(struct script *s)
{
	buf_close(&s->out);
	buf_close(&s->tips);
	*s = (struct script){ 0 };
}

const char *
script_hex(const struct script *s, enum style_colour colour)
{
	return s->hex[colour];
}

/* One pixel of SVG is a third of a point of the others' fonts at 96 dots an inch... and
 * a PNG has two dots for each. */
static void
put_terminal(struct script *s, const char *id)
{
	struct buf *out = &s->out;
	int w = s->page.width, h = s->page.height;

	switch (s->page.form) {
	case DRAW_SVG:
		buf_printf(out, "set terminal svg size %d,%d dynamic noenhanced "
		    "rounded font '%s,12' name '", w, h, s->page.font);
		for (; *id != '\0'; id++)
			buf_putc(out, plain((char[]){ *id, '\0' }, "") ? *id : '_');
		buf_puts(out, "'");
		break;
	case DRAW_PNG:
		buf_printf(out, "set terminal pngcairo size %d,%d noenhanced rounded "
		    "font '%s,12' fontscale 1.5 linewidth 2 pointscale 2", 2 * w,
		    2 * h, s->page.font);
		break;
	case DRAW_PDF:
		buf_puts(out, "set terminal pdfcairo size ");
		put_real(out, w / 96.0, 3);
		buf_puts(out, "in,");
		put_real(out, h / 96.0, 3);
		buf_printf(out, "in noenhanced rounded font '%s,12' fontscale 0.5625 "
		    "linewidth 1.5 pointscale 0.75", s->page.font);
		break;
	}
	if (s->page.theme != DRAW_PAGE)
		buf_printf(out, " background '%s'", s->hex[STYLE_BG]);
	buf_putc(out, '\n');
}

void
script_open(struct script *s, const char *id, int height)
{
	s->page.height = within(s->page.height, height);
	put_terminal(s, id);
	buf_printf(&s->out, "set output '%s'\n"
	    "set encoding utf8\n"
	    "reset\n"
	    "unset key\n"
	    "set border 0\n"
	    "set tics scale 0\n"
	    "unset xtics\n"
	    "unset ytics\n"
	    "set style fill solid 1 noborder\n"
	    "set datafile separator '\\t'\n", s->page.output);
}

void
script_shut(struct script *s)
{
	buf_puts(&s->out, "unset output\n");
}

void
script_axes(struct script *s, struct script_box area)
{
	double w = s->page.width, h = s->page.height;
	const struct {
		const char *name;
		double at;
	} edge[] = { { "lmargin", area.x0 / w }, { "rmargin", area.x1 / w },
		{ "tmargin", 1 - area.y0 / h }, { "bmargin", 1 - area.y1 / h } };

	for (size_t i = 0; i < sizeof(edge) / sizeof(edge[0]); i++) {
		buf_printf(&s->out, "set %s at screen ", edge[i].name);
		put_real(&s->out, edge[i].at, 5);
		buf_putc(&s->out, '\n');
	}
	s->area = area;
}

void
script_ranges(struct script *s, double x0, double x1, double y0, double y1)
{
	const double end[] = { x0, x1, y0, y1 };

	assert(x0 < x1 && (y0 < y1 || y1 < y0));
	for (int i = 0; i < 4; i++) {
		buf_puts(&s->out, i == 0 ? "set xrange [" : i == 2 ?
		    "set yrange [" : ":");
		put_real(&s->out, end[i], 3);
		buf_puts(&s->out, i % 2 == 1 ? "]\n" : "");
	}
	s->x0 = x0;
	s->x1 = x1;
	s->y0 = y0;
	s->y1 = y1;
}

double
script_x(const struct script *s, double value)
{
	return s->area.x0 + (value - s->x0) / (s->x1 - s->x0) *
	    (s->area.x1 - s->area.x0);
}

double
script_y(const struct script *s, double value)
{
	return s->area.y1 - (value - s->y0) / (s->y1 - s->y0) *
	    (s->area.y1 - s->area.y0);
}

/* ---- what is not a figure ---- */

void
script_label(struct script *s, double x, double y,
    const struct script_type *type, const char *text)
{
	static const char *const align[] = { "left", "center", "right" };
	struct buf clean = { 0 };

	assert(!s->data);
	script_text(s, &clean, span_of(text));
	if (clean.n > 0) {
		buf_printf(&s->out, "set label %d '", ++s->labels);
		buf_span(&s->out, buf_view(&clean));
		buf_puts(&s->out, "' at ");
		put_at(s, x, y);
		buf_printf(&s->out, " %s font '%s%s,", align[type->align],
		    s->page.font, type->bold ? ":Bold" : "");
		put_real(&s->out, type->size, 1);
		buf_printf(&s->out, "' textcolor rgb '%s' noenhanced front%s\n",
		    s->hex[type->ink], type->turned ? " rotate by 90" : "");
	}
	buf_close(&clean);
}

static void
put_object(struct script *s, struct script_box box, enum script_layer layer)
{
	assert(!s->data);
	buf_printf(&s->out, "set object %d rectangle from ", ++s->objects);
	put_at(s, box.x0, box.y1);
	buf_puts(&s->out, " to ");
	put_at(s, box.x1, box.y0);
	buf_puts(&s->out, layer == SCRIPT_FRONT ? " front" : " behind");
}

void
script_rect(struct script *s, struct script_box box, enum style_colour colour,
    enum script_layer layer)
{
	put_object(s, box, layer);
	buf_printf(&s->out, " fillcolor rgb '%s' fillstyle solid 1 noborder\n",
	    s->hex[colour]);
}

void
script_hatch(struct script *s, struct script_box box, enum style_colour colour,
    enum script_layer layer)
{
	put_object(s, box, layer);
	/* What is missing leans the other way than what is there in part. */
	buf_printf(&s->out, " fillcolor rgb '%s' fillstyle transparent pattern %d "
	    "noborder\n", s->hex[colour], colour == STYLE_HATCH ? 5 : 4);
}

void
script_outline(struct script *s, struct script_box box,
    enum style_colour colour, double width)
{
	put_object(s, box, SCRIPT_FRONT);
	buf_printf(&s->out, " fillstyle empty border linecolor rgb '%s' linewidth ",
	    s->hex[colour]);
	put_real(&s->out, width, 1);
	buf_putc(&s->out, '\n');
}

void
script_line(struct script *s, struct script_box ends,
    const struct script_pen *pen, enum script_layer layer)
{
	assert(!s->data);
	buf_printf(&s->out, "set arrow %d from ", ++s->arrows);
	put_at(s, ends.x0, ends.y0);
	buf_puts(&s->out, " to ");
	put_at(s, ends.x1, ends.y1);
	buf_puts(&s->out, " nohead linewidth ");
	put_real(&s->out, pen->width, 1);
	buf_printf(&s->out, " linecolor rgb '%s'%s %s\n", s->hex[pen->ink],
	    pen->dashed ? " dashtype (8,6)" : "",
	    layer == SCRIPT_FRONT ? "front" : "back");
}

/* ---- figures ---- */

void
script_data(struct script *s, const char *name)
{
	buf_printf(&s->out, "$%s << " DATA_END "\n", name);
	s->cells = 0;
	s->data = true;
}

static void
cell(struct script *s)
{
	assert(s->data);
	if (s->cells++ > 0)
		buf_putc(&s->out, '\t');
}

void
script_int(struct script *s, int64_t value)
{
	cell(s);
	buf_printf(&s->out, "%lld", (long long)value);
}

void
script_real(struct script *s, double value)
{
	cell(s);
	put_real(&s->out, value, 3);
}

static uint32_t
number_of(const struct script *s, enum style_colour colour)
{
	return s->page.form == DRAW_SVG ? SVG_COLOUR(colour) :
	    style_colour(s->page.theme, colour);
}

void
script_ink(struct script *s, enum style_colour colour)
{
	script_int(s, number_of(s, colour));
}

bool
script_points(const struct script *s)
{
	return s->page.form == DRAW_SVG;
}

void
script_tip(struct script *s, enum style_colour colour, const char *text)
{
	if (!script_points(s) || s->tips_n == SVG_TIPS) {
		script_ink(s, colour);
		return;
	}
	script_int(s, SVG_TIP(colour, s->tips_n));
	script_escape(&s->tips, span_of(text));
	buf_putc(&s->tips, '\0');
	s->tips_n++;
}

const char *
script_tip_text(const struct script *s, size_t n)
{
	const char *p = s->tips.p;

	assert(n < s->tips_n);
	while (n-- > 0)
		p += strlen(p) + 1;
	return p;
}

void
script_row(struct script *s)
{
	buf_putc(&s->out, '\n');
	s->cells = 0;
}

void
script_data_end(struct script *s)
{
	buf_puts(&s->out, DATA_END "\n");
	s->data = false;
}

void
script_code(struct script *s, const char *fmt, ...)
{
	char text[600];
	va_list ap;

	va_start(ap, fmt);
	int n = vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	assert(!s->data && n >= 0 && (size_t)n < sizeof(text));
	buf_add(&s->out, text, (size_t)n);
}

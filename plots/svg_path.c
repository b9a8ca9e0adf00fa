/* SPDX-License-Identifier: MIT */
#include "plots/svg_write.h"

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* whole.fraction, without a sign.  Digits of the fraction are dropped, not rounded, if
 * there are more than two, which gnuplot writes in its markers alone. */
static void
write_number(struct buf *out, struct span whole, struct span fraction)
{
	uint64_t n;
	bool small = !span_u64(whole, &n) || n < 10 || n > 999999;

	if (!small && fraction.n == 2 && span_u64(fraction, &n)) {
		uint64_t tenths;

		span_u64(whole, &tenths);
		tenths = tenths * 10 + (n + 5) / 10;
		buf_printf(out, tenths % 10 != 0 ? "%llu.%llu" : "%llu",
		    (unsigned long long)(tenths / 10),
		    (unsigned long long)(tenths % 10));
		return;
	}
	while (fraction.n > 0 && fraction.p[fraction.n - 1] == '0')
		fraction.n--;
	buf_span(out, whole);
	if (fraction.n > 0) {
		buf_putc(out, '.');
		buf_span(out, fraction);
	}
}

static struct span
take_digits(struct span *s)
{
	size_t n = 0;

	while (n < s->n && is_digit(s->p[n]))
		n++;
	struct span digits = { s->p, n };
	*s = (struct span){ s->p + n, s->n - n };
	return digits;
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

void
svg_write_figures(struct buf *out, struct span s, bool path)
{
	bool begun = false;

	while (s.n > 0) {
		char c = s.p[0];

		if (is_digit(c)) {
			struct span whole = take_digits(&s), fraction = { 0 };

			if (s.n > 1 && s.p[0] == '.' && is_digit(s.p[1])) {
				s = (struct span){ s.p + 1, s.n - 1 };
				fraction = take_digits(&s);
			}
			write_number(out, whole, fraction);
			begun = true;
			continue;
		}
		s = (struct span){ s.p + 1, s.n - 1 };
		if (!is_blank(c)) {
			buf_putc(out, c);
			begun = true;
		} else if (begun && s.n > 0 && !is_blank(s.p[0]) &&
		    !(path && is_letter(s.p[0]))) {
			buf_putc(out, ' ');
		}
	}
}

struct point {
	struct span x, y;
};

static bool
take_point(struct span *rest, struct point *out)
{
	while (rest->n > 0 && rest->p[0] == ' ')
		*rest = (struct span){ rest->p + 1, rest->n - 1 };
	out->y = span_cut(rest, ' ');
	out->x = span_cut(&out->y, ',');
	return out->x.n > 0 && out->y.n > 0;
}

/* Four points along the axes. */
static bool
is_box(struct span points, struct point p[4])
{
	struct point more;

	for (int i = 0; i < 4; i++)
		if (!take_point(&points, &p[i]))
			return false;
	return !take_point(&points, &more) && span_eq(p[0].y, p[1].y) &&
	    span_eq(p[1].x, p[2].x) && span_eq(p[2].y, p[3].y) &&
	    span_eq(p[3].x, p[0].x);
}

static void
write_path(struct buf *out, struct span figures, bool polygon)
{
	struct point p[4];

	if (!polygon) {
		svg_write_figures(out, figures, true);
		return;
	}
	buf_putc(out, 'M');
	if (!is_box(figures, p)) {
		svg_write_figures(out, figures, true);
		buf_putc(out, 'z');
		return;
	}
	svg_write_figures(out, p[0].x, true);
	buf_putc(out, ',');
	svg_write_figures(out, p[0].y, true);
	buf_putc(out, 'H');
	svg_write_figures(out, p[1].x, true);
	buf_putc(out, 'V');
	svg_write_figures(out, p[2].y, true);
	buf_putc(out, 'H');
	svg_write_figures(out, p[3].x, true);
	buf_putc(out, 'z');
}

void
svg_path_end(struct buf *out, struct svg_tag *open)
{
	if (open->name.n > 0)
		buf_puts(out, "\"/>\n");
	open->name.n = 0;
}

bool
svg_path_add(struct buf *out, struct svg_tag *open, struct svg_tag *tag,
    const struct svg_look *look)
{
	struct span figures = svg_get(tag, "d");
	const char *tip = svg_tip_of(svg_get(tag, "fill"), look);
	bool polygon = svg_named(tag, "polygon");

	if (polygon) {
		figures = svg_get(tag, "points");
		svg_drop(tag, "points");
		tag->name = SPAN("path");
	} else {
		tip = NULL;
	}
	svg_drop(tag, "d");
	bool begins = tip != NULL || !svg_same(tag, open);
	if (begins) {
		svg_path_end(out, open);
		svg_write_tag(out, tag, look);
		buf_puts(out, " d=\"");
		*open = *tag;
	}
	write_path(out, figures, polygon);
	if (tip != NULL) {
		buf_puts(out, "\"><title>");
		svg_write_text(out, span_of(tip));
		buf_puts(out, "</title></path>\n");
		open->name.n = 0;
	}
	return begins;
}

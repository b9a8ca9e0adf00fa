/* SPDX-License-Identifier: MIT */
#include "common/advance.h"
#include "publish/escape.h"
#include "publish/widget_view.h"

/* Presentation attributes only: a policy without 'unsafe-inline' drops <style> and
 * style= when the picture is opened by its own address. */

#define INK "#1b2733"
#define MUTED "#55626f"
#define LINE "#dfe5eb"
#define TINT "#f1f6fa"
#define ACCENT "#0a5a9c"
#define LIVE "#00734f"
#define SLATE "#3f4b57"

enum {
	PAD = 16,
	HEAD = 38,
	LEAST_WIDTH = 280,
	LABEL = 15, /* font sizes in px */
	SMALL = 12,
	NUMBER = 15,
	GREAT = 22,
	BADGE = 11,
	BADGE_PAD = 7,
	BADGE_HEIGHT = 20
};

/* A picture in the making: elements go to body while the height grows. */
struct card {
	struct buf body;
	int width, y;
};

struct row {
	enum figure which;
	const char *small; /* under the label, or "" */
	int size_px;       /* of the number */
	const char *colour;
};

static int
row_width(const struct widget_view *v, const struct row *r)
{
	const struct widget_figure *g = &v->figure[r->which];
	int label = advance_px(span_of(g->label), LABEL,
	    r->which == FIGURE_TOTAL) +
	    (r->which == FIGURE_ONLINE ? 19 : 0);
	int small = advance_px(span_of(r->small), SMALL, false) +
	    (r->which == FIGURE_ONLINE ? 19 : 0);

	return (label > small ? label : small) + PAD +
	    advance_px(span_of(g->shown), r->size_px, true) + 2 * PAD;
}

static void
put_row(struct card *c, const struct widget_view *v, const struct row *r)
{
	const struct widget_figure *g = &v->figure[r->which];
	bool two = r->small[0] != '\0', live = r->which == FIGURE_ONLINE;
	int height = two ? 50 : 36, x = PAD + (live ? 19 : 0);
	int base = c->y + (two ? 21 : 23);

	if (r->which == FIGURE_TOTAL)
		xml_put(&c->body, "<path d=\"M1 %dh%dv%dH1z\" fill=\"" TINT
		    "\"/>", c->y, c->width - 2, height);
	if (c->y > HEAD)
		xml_put(&c->body, "<path d=\"M%d %d.5h%d\" stroke=\"" LINE
		    "\"/>", r->which == FIGURE_TOTAL ? 1 : PAD, c->y,
		    c->width - 2 * (r->which == FIGURE_TOTAL ? 1 : PAD));
	if (live)
		xml_put(&c->body, "<circle cx=\"%d.5\" cy=\"%d\" r=\"4.5\" "
		    "fill=\"%s\"/>", PAD + 6, base - 5,
		    g->known ? LIVE : MUTED);
	xml_put(&c->body, "<text x=\"%d\" y=\"%d\" font-weight=\"%d\" "
	    "fill=\"" INK "\">%s</text>", x, base,
	    r->which == FIGURE_TOTAL ? 600 : 400, g->label);
	if (two)
		xml_put(&c->body, "<text x=\"%d\" y=\"%d\" font-size=\"%d\" "
		    "fill=\"" MUTED "\">%s</text>", x, base + 17, SMALL,
		    r->small);
	xml_put(&c->body, "<text x=\"%d\" y=\"%d\" font-size=\"%d\" "
	    "font-weight=\"700\" text-anchor=\"end\" fill=\"%s\">%s</text>\n",
	    c->width - PAD, c->y + height / 2 + r->size_px * 36 / 100,
	    r->size_px, r->colour, g->shown);
	c->y += height;
}

/* A paragraph in small type, wrapped to the card. */
static void
put_small(struct card *c, const char *text, const char *colour)
{
	struct span rest = span_of(text);

	while (rest.n > 0) {
		struct span line = advance_line(&rest, c->width - 2 * PAD,
		    SMALL);

		c->y += 17;
		xml_put(&c->body, "<text x=\"%d\" y=\"%d\" font-size=\"%d\" "
		    "fill=\"%s\">", PAD, c->y, SMALL, colour);
		escape_xml(&c->body, line);
		xml_put(&c->body, "</text>\n");
	}
}

static void
put_foot(struct card *c, const struct widget_view *v)
{
	const struct widget_figure *opening = &v->figure[FIGURE_OPENING];
	unsigned notes = widget_notes(v);
	struct buf line = { 0 };

	xml_put(&c->body, "<path d=\"M1 %d.5h%d\" stroke=\"" LINE "\"/>\n",
	    c->y, c->width - 2);
	c->y += 4;
	if (notes & NOTE_STALE)
		put_small(c, message(v->lang, MSG_STALE), INK);
	if (notes & NOTE_INCOMPLETE)
		put_small(c, message(v->lang, MSG_INCOMPLETE), INK);
	if (opening->n != 0) {
		buf_printf(&line, "%s: %s", opening->label, opening->shown);
		put_small(c, buf_text(&line), MUTED);
		buf_clear(&line);
	}
	put_small(c, v->unit_line, MUTED);
	if (v->as_of_stamp != NULL)
		buf_printf(&line, "%s ", message(v->lang, MSG_UPDATED));
	buf_puts(&line, v->as_of);
	put_small(c, buf_text(&line), MUTED);
	c->y += 11;
	buf_close(&line);
}

/* For who cannot see the picture: all the figures, and what they mean. */
static void
put_description(const struct widget_view *v, struct buf *out)
{
	bool visits = strcmp(v->unit_name, "visits") == 0;

	xml_put(out, "<title id=\"t\">%s – %s</title>\n<desc id=\"d\">",
	    message(v->lang, MSG_WIDGET_TITLE), v->site->name);
	for (int i = 0; i < FIGURE__MAX; i++) {
		const char *more = i == FIGURE_ONLINE ? v->within :
		    i == FIGURE_TOTAL ? v->since : "";

		if (i == FIGURE_OPEN && !visits)
			continue;
		xml_put(out, "%s: %s", v->figure[i].label, v->figure[i].shown);
		if (more[0] != '\0')
			xml_put(out, " (%s)", more);
		xml_put(out, "; ");
	}
	xml_put(out, "%s. %s</desc>\n", v->unit_line, v->about_unit);
}

void
widget_put_svg(const struct widget_view *v, struct buf *out)
{
	const struct row rows[] = {
		{ FIGURE_ONLINE, v->within, NUMBER + 2,
		    v->f->stale ? MUTED : LIVE },
		{ FIGURE_TODAY, "", NUMBER, INK },
		{ FIGURE_MONTH, "", NUMBER, INK },
		{ FIGURE_TOTAL, v->since, GREAT, ACCENT },
	};
	const size_t n = sizeof(rows) / sizeof(rows[0]);
	const char *title = message(v->lang, MSG_WIDGET_TITLE_CAPS);
	struct card c = { .width = LEAST_WIDTH, .y = HEAD };

	for (size_t i = 0; i < n; i++)
		if (row_width(v, &rows[i]) > c.width)
			c.width = row_width(v, &rows[i]);
	for (size_t i = 0; i < n; i++)
		put_row(&c, v, &rows[i]);
	put_foot(&c, v);

	xml_put(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" "
	    "height=\"%d\" viewBox=\"0 0 %d %d\" role=\"img\" lang=\"%s\" "
	    "aria-labelledby=\"t d\" fill=\"none\" font-size=\"%d\" font-family="
	    "\"'Segoe UI','Noto Sans',Roboto,Arial,sans-serif\">\n", c.width,
	    c.y, c.width, c.y, lang_name(v->lang), LABEL);
	put_description(v, out);
	xml_put(out, "<rect x=\".5\" y=\".5\" width=\"%d\" height=\"%d\" "
	    "rx=\"9.5\" fill=\"#fff\" stroke=\"" LINE "\"/>"
	    "<path d=\"M0 %dV10A10 10 0 0 1 10 0h%da10 10 0 0 1 10 10v%dz\" "
	    "fill=\"" ACCENT "\"/>", c.width - 1, c.y - 1, HEAD, c.width - 20,
	    HEAD - 10);
	xml_put(out, "<text x=\"%d\" y=\"24\" fill=\"#fff\" font-size=\"14\" "
	    "font-weight=\"700\" letter-spacing=\".5\">%s</text>\n", PAD,
	    title);
	buf_span(out, buf_view(&c.body));
	xml_put(out, "</svg>\n");
	buf_close(&c.body);
}

static void
put_badge_label(const struct widget_view *v, enum figure which,
    struct buf *out)
{
	switch (which) {
	case FIGURE_TODAY:
		message_put1(out, v->lang, MSG_BADGE_TODAY, v->unit);
		break;
	case FIGURE_MONTH:
		message_put1(out, v->lang, MSG_BADGE_MONTH, v->unit);
		break;
	case FIGURE_TOTAL:
		message_put1(out, v->lang, MSG_BADGE_TOTAL, v->unit);
		break;
	default:
		message_put(out, v->lang, MSG_BADGE_ONLINE);
	}
}

/* What the tooltip adds to label and value. */
static void
put_badge_title(const struct widget_view *v, enum figure which,
    const char *label, struct buf *out)
{
	const struct widget_figure *opening = &v->figure[FIGURE_OPENING];
	const char *more = which == FIGURE_ONLINE ? v->within :
	    which == FIGURE_TOTAL ? v->since : "";

	buf_printf(out, "%s: %s", label, v->figure[which].shown);
	if (more[0] != '\0')
		buf_printf(out, ", %s", more);
	if (which == FIGURE_TOTAL && opening->n != 0)
		buf_printf(out, "; %s: %s", opening->label, opening->shown);
	buf_puts(out, "; ");
	if (v->as_of_stamp != NULL)
		buf_printf(out, "%s ", message(v->lang, MSG_UPDATED));
	buf_puts(out, v->as_of);
}

void
widget_put_badge(const struct widget_view *v, enum figure which,
    struct buf *out)
{
	const struct widget_figure *g = &v->figure[which];
	const char *fill = which != FIGURE_ONLINE ? ACCENT :
	    g->known ? LIVE : MUTED;
	struct buf label = { 0 }, title = { 0 };

	put_badge_label(v, which, &label);
	put_badge_title(v, which, buf_text(&label), &title);
	int left = advance_px(buf_view(&label), BADGE, false);
	int right = advance_px(span_of(g->shown), BADGE, true);
	int split = left + 2 * BADGE_PAD, width = split + right + 2 * BADGE_PAD;

	xml_put(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" "
	    "height=\"%d\" role=\"img\" lang=\"%s\" aria-label=\"%s\">"
	    "<title>%s</title>\n", width, BADGE_HEIGHT, lang_name(v->lang),
	    buf_text(&title), buf_text(&title));
	/* two plates, the corners of the picture rounded */
	xml_put(out, "<path d=\"M3 0h%dv%dH3a3 3 0 0 1-3-3V3a3 3 0 0 1 3-3z\" "
	    "fill=\"" SLATE "\"/>", split - 3, BADGE_HEIGHT);
	xml_put(out, "<path d=\"M%d 0h%da3 3 0 0 1 3 3v%da3 3 0 0 1-3 3h-%dz\" "
	    "fill=\"%s\"/>\n", split, right + 2 * BADGE_PAD - 3,
	    BADGE_HEIGHT - 6, right + 2 * BADGE_PAD - 3, fill);
	xml_put(out, "<g fill=\"#fff\" font-size=\"%d\" font-family=\"Verdana,"
	    "'DejaVu Sans','Noto Sans',sans-serif\">", BADGE);
	xml_put(out, "<text x=\"%d\" y=\"14\" textLength=\"%d\" lengthAdjust="
	    "\"spacingAndGlyphs\">%s</text>", BADGE_PAD, left,
	    buf_text(&label));
	xml_put(out, "<text x=\"%d\" y=\"14\" font-weight=\"700\" "
	    "textLength=\"%d\" lengthAdjust=\"spacingAndGlyphs\">%s</text>",
	    split + BADGE_PAD, right, g->shown);
	xml_put(out, "</g></svg>\n");
	buf_close(&label);
	buf_close(&title);
}

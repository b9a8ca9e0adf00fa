/* SPDX-License-Identifier: MIT */
#include "publish/paper.h"

#include "plots/style.h"
#include "publish/web_colours.h"

static const unsigned char style[] = {
#include "publish/assets/paper.css.inc"
};

static const struct {
	const char *name, *colour;
} own[] = {
#define X(name, light, dark, paper) { name, paper },
	WEB_COLOURS(X)
#undef X
};

#define HEAD_END "</head>"
#define VARIABLE "\"var(--"

static bool
begins(struct span s, const char *with)
{
	size_t n = strlen(with);

	return s.n >= n && memcmp(s.p, with, n) == 0;
}

static void
skip(struct span *s, size_t n)
{
	*s = (struct span){ s->p + n, s->n - n };
}

/* "var(--bar)" with its quotes, as pictures have it, is a colour in quotes. */
static bool
take_colour(struct span *rest, struct buf *out)
{
	struct span name = *rest;

	skip(&name, sizeof(VARIABLE) - 1);
	for (size_t i = 0; i < sizeof(own) / sizeof(own[0]); i++) {
		size_t n = strlen(own[i].name);

		if (!begins(name, own[i].name) || name.n < n + 2 ||
		    memcmp(name.p + n, ")\"", 2) != 0)
			continue;
		buf_printf(out, "\"%s\"", own[i].colour);
		skip(rest, sizeof(VARIABLE) - 1 + n + 2);
		return true;
	}
	for (int c = 0; c < STYLE__MAX; c++) {
		const char *known = style_name((enum style_colour)c);
		size_t n = strlen(known);

		if (!begins(name, known) || name.n < n + 2 ||
		    memcmp(name.p + n, ")\"", 2) != 0)
			continue;
		buf_printf(out, "\"#%06x\"", (unsigned)style_colour(DRAW_PRINT,
		    (enum style_colour)c));
		skip(rest, sizeof(VARIABLE) - 1 + n + 2);
		return true;
	}
	return false;
}

void
paper_put(struct buf *out, struct span html)
{
	bool head = true;

	while (html.n > 0) {
		if (head && begins(html, HEAD_END)) {
			buf_puts(out, "<style>");
			buf_add(out, style, sizeof(style));
			buf_puts(out, "</style>");
			head = false;
		}
		if (begins(html, VARIABLE) && take_colour(&html, out))
			continue;
		buf_putc(out, html.p[0]);
		skip(&html, 1);
	}
}

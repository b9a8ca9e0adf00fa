/* SPDX-License-Identifier: MIT */
#include "publish/paper.h"

#include "plots/resolve.h"
#include "publish/web_colours.h"

static const unsigned char style[] = {
#include "publish/assets/paper.css.inc"
};

static const struct {
	const char *variable, *colour;
} own[] = {
#define X(name, light, dark, paper) { "\"var(--" name ")\"", paper },
	WEB_COLOURS(X)
#undef X
};

#define HEAD_END "</head>"
#define VARIABLE "\"var(--"

/* A colour of the page's own, in an attribute: bars and lines of tiles. */
static bool
take_own(struct span *rest, struct buf *out)
{
	for (size_t i = 0; i < sizeof(own) / sizeof(own[0]); i++) {
		size_t n = strlen(own[i].variable);

		if (rest->n < n || memcmp(rest->p, own[i].variable, n) != 0)
			continue;
		buf_printf(out, "\"%s\"", own[i].colour);
		*rest = (struct span){ rest->p + n, rest->n - n };
		return true;
	}
	return false;
}

static void
resolve_own(struct span html, struct buf *out)
{
	const size_t head = sizeof(VARIABLE) - 1;

	while (html.n > 0) {
		const char *hit = memmem(html.p, html.n, VARIABLE, head);
		size_t before = hit != NULL ? (size_t)(hit - html.p) : html.n;

		buf_span(out, (struct span){ html.p, before });
		html = (struct span){ html.p + before, html.n - before };
		if (html.n == 0 || take_own(&html, out))
			continue;
		buf_span(out, (struct span){ html.p, head }); /* a chart's */
		html = (struct span){ html.p + head, html.n - head };
	}
}

void
paper_put(struct buf *out, struct span html)
{
	struct buf page = { 0 };
	const char *hit;
	size_t head;

	resolve_own(html, &page);
	hit = page.n == 0 ? NULL : memmem(page.p, page.n, HEAD_END,
	    sizeof(HEAD_END) - 1);
	head = hit != NULL ? (size_t)(hit - page.p) : 0;
	resolve_page((struct span){ page.p, head }, DRAW_PRINT, out);
	buf_puts(out, "<style>");
	buf_add(out, style, sizeof(style));
	buf_puts(out, "</style>");
	resolve_page((struct span){ page.p + head, page.n - head }, DRAW_PRINT,
	    out);
	buf_close(&page);
}

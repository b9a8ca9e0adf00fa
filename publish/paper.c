/* SPDX-License-Identifier: MIT */
#include "publish/paper.h"

#include "plots/resolve.h"

static const unsigned char style[] = {
#include "publish/assets/paper.css.inc"
};

#define HEAD_END "</head>"

void
paper_put(struct buf *out, struct span html)
{
	const char *hit = html.n == 0 ? NULL : memmem(html.p, html.n, HEAD_END,
	    sizeof(HEAD_END) - 1);
	size_t head = hit != NULL ? (size_t)(hit - html.p) : 0;

	resolve_page((struct span){ html.p, head }, DRAW_PRINT, out);
	buf_puts(out, "<style>");
	buf_add(out, style, sizeof(style));
	buf_puts(out, "</style>");
	resolve_page((struct span){ html.p + head, html.n - head }, DRAW_PRINT,
	    out);
}

/* SPDX-License-Identifier: MIT */
#include "plots/resolve.h"

#include "plots/style.h"

/* The colour whose variable and a quote s begins with, or STYLE__MAX. */
static unsigned
begins_with(struct span s)
{
	unsigned c = 0;

	while (c < STYLE__MAX && !(span_starts(s, span_of(style_var[c])) &&
	    s.n > strlen(style_var[c]) && s.p[strlen(style_var[c])] == '"'))
		c++;
	return c;
}

void
resolve_page(struct span page, enum draw_theme theme, struct buf *out)
{
	while (page.n > 0) {
		const char *hit = memmem(page.p, page.n, "\"var(--", 7);
		size_t before = hit == NULL ? page.n :
		    (size_t)(hit - page.p) + 1;
		unsigned c;
		size_t n;

		buf_add(out, page.p, before);
		page = (struct span){ page.p + before, page.n - before };
		c = begins_with(page);
		if (c == STYLE__MAX)
			continue;
		n = strlen(style_var[c]);
		buf_printf(out, "#%06x", style_colour(theme, c) & 0xffffffu);
		page = (struct span){ page.p + n, page.n - n };
	}
}

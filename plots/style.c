/* SPDX-License-Identifier: MIT */
#include "plots/style.h"

#include <assert.h>

#include "plots/svg.h"

_Static_assert((int)STYLE__MAX <= (int)SVG_COLOURS, "each has a sentinel");
_Static_assert(STYLE_HEAT6 - STYLE_HEAT0 + 1 == STYLE_HEATS, "in a row");

static const struct {
	const char *name;
	uint32_t rgb[DRAW_PAGE];
} colours[] = {
#define X(id, name, light, dark, print)                                        \
	[STYLE_##id] = { name, { [DRAW_LIGHT] = light, [DRAW_DARK] = dark,     \
	    [DRAW_PRINT] = print } },
	STYLE_COLOUR_TABLE(X)
#undef X
};

const char *const style_var[STYLE__MAX] = {
#define X(id, name, light, dark, print) [STYLE_##id] = "var(--" name ")",
	STYLE_COLOUR_TABLE(X)
#undef X
};

uint32_t
style_colour(enum draw_theme theme, enum style_colour colour)
{
	assert(theme < DRAW_PAGE && colour < STYLE__MAX);
	return colours[colour].rgb[theme];
}

const char *
style_name(enum style_colour colour)
{
	assert(colour < STYLE__MAX);
	return colours[colour].name;
}

void
style_css(struct buf *out, enum draw_theme theme)
{
	for (unsigned c = 0; c < STYLE__MAX; c++)
		if (c != STYLE_TIP)
			buf_printf(out, "%s--%s:#%06x", c > 0 ? ";" : "",
			    colours[c].name, style_colour(theme, c));
}

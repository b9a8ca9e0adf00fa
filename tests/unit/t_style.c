/* SPDX-License-Identifier: MIT */
/* All that charts tell can be seen: WCAG 2, level AA, in each theme. */
#include "plots/style.h"

#include <stdio.h>

#include "tests/tap.h"

static const char *const themes[] = { "light", "dark", "print" };

/* x^2.4 without the mathematics library: a fifth root by Newton's way. */
static double
power_2_4(double x)
{
	double square = x * x, root = 1;

	for (int i = 0; i < 100; i++)
		root -= (root * root * root * root * root - square) /
		    (5 * root * root * root * root);
	return square * root;
}

static double
luminance(uint32_t rgb)
{
	static const double weight[] = { 0.2126, 0.7152, 0.0722 };
	double sum = 0;

	for (int i = 0; i < 3; i++) {
		double c = (double)(rgb >> (16 - 8 * i) & 255) / 255;

		sum += weight[i] * (c <= 0.04045 ? c / 12.92 :
		    power_2_4((c + 0.055) / 1.055));
	}
	return sum;
}

static double
contrast(enum draw_theme theme, enum style_colour a, enum style_colour b)
{
	double x = luminance(style_colour(theme, a)),
	    y = luminance(style_colour(theme, b));

	return x > y ? (x + 0.05) / (y + 0.05) : (y + 0.05) / (x + 0.05);
}

struct pair {
	enum style_colour front, back;
	double least;
	const char *name;
};

static const struct pair pairs[] = {
	{ STYLE_FG, STYLE_BG, 7, "text is read with ease" },
	{ STYLE_MUTED, STYLE_BG, 4.5, "text beside is read" },
	{ STYLE_MUTED, STYLE_WEEKEND, 4.5, "text beside is read on a weekend" },
	{ STYLE_MUTED, STYLE_HOLIDAY, 4.5, "text beside is read on a holiday" },
	{ STYLE_MUTED, STYLE_FIELD, 4.5, "text beside is read on a field" },
	{ STYLE_STRONG, STYLE_BG, 4.5, "the figure of the greatest is read" },
	{ STYLE_STRONG, STYLE_WEEKEND, 4.5, "also on a weekend" },
	{ STYLE_STRONG, STYLE_HOLIDAY, 4.5, "also on a holiday" },
	{ STYLE_BG, STYLE_STRONG, 4.5, "a figure within its bar is read" },
	{ STYLE_STRONG, STYLE_FIELD, 4.5, "ranks are read, the first index" },
	{ STYLE_LINE, STYLE_FIELD, 3, "ranks are seen (bold, large), the second" },
	{ STYLE_LINE, STYLE_BG, 4.5, "the greatest online is read" },
	{ STYLE_THIRD, STYLE_BG, 4.5, "the third index is read" },
	{ STYLE_BAR, STYLE_BG, 3, "bars are seen" },
	{ STYLE_REST, STYLE_BG, 3, "the other months are seen" },
	{ STYLE_PEOPLE, STYLE_BG, 3, "people's share is seen" },
	{ STYLE_PEOPLE, STYLE_REST, 1.4, "and is darker or paler than robots'" },
	{ STYLE_REST, STYLE_FIELD, 2.4, "robots' share stands off from others'" },
	{ STYLE_STRONG, STYLE_REST, 2, "the month meant stands off" },
	{ STYLE_HATCH, STYLE_BG, 3, "hatches are seen" },
	{ STYLE_ERRORS, STYLE_BG, 3, "errors are seen" },
	{ STYLE_ERRORS, STYLE_SERVED, 3, "errors stand off from what was served" },
	{ STYLE_DOWN, STYLE_BG, 3, "outages are seen" },
	{ STYLE_DOWN, STYLE_SERVED, 4.5, "outages stand off from what was served" },
	{ STYLE_DOWN, STYLE_ERRORS, 1.6, "outages stand off from errors" },
	{ STYLE_SERVED, STYLE_QUIET, 1.4, "quiet hours stand off" },
};

static void
test_pairs(enum draw_theme theme)
{
	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
		const struct pair *p = &pairs[i];
		double got = contrast(theme, p->front, p->back);

		ok(got >= p->least, "%s: %s (%.2f)", themes[theme], p->name, got);
	}
}

static void
test_heat(enum draw_theme theme)
{
	double least = 21;
	bool even = true;

	for (int l = 0; l < STYLE_HEATS; l++) {
		enum style_colour heat =
		    (enum style_colour)((int)STYLE_HEAT0 + l);
		double c = contrast(theme, l < STYLE_HEATS_LOW ? STYLE_HEAT_LOW :
		    STYLE_HEAT_HIGH, heat);

		least = c < least ? c : least;
		if (l > 0 && contrast(theme, heat, STYLE_HEAT0) <=
		    contrast(theme, (enum style_colour)((int)heat - 1),
		    STYLE_HEAT0))
			even = false;
	}
	ok(least >= 4.5, "%s: figures are read on each step of heat (%.2f)",
	    themes[theme], least);
	ok(even, "%s: steps of heat go one way, in grey too", themes[theme]);
}

static void
test_css(void)
{
	struct buf css = { 0 };
	const char *text;

	style_css(&css, DRAW_LIGHT);
	text = buf_text(&css);
	ok(strncmp(text, "--bg:#ffffff;--fg:#1b2733;", 26) == 0,
	    "variables are written as a rule has them");
	bool all = true;
	for (unsigned c = 0; c < STYLE__MAX; c++) {
		char want[60];

		snprintf(want, sizeof(want), "--%s:#%06x", style_name(c),
		    style_colour(DRAW_LIGHT, c));
		all = all && strstr(text, want) != NULL;
		snprintf(want, sizeof(want), "var(--%s)", style_name(c));
		all = all && strcmp(want, style_var[c]) == 0;
	}
	ok(all, "each colour has its variable");
	ok(css.p[css.n - 1] != ';' && strchr(text, '}') == NULL,
	    "nothing follows the last");
	buf_close(&css);
}

int
main(void)
{
	for (unsigned theme = DRAW_LIGHT; theme < DRAW_PAGE; theme++) {
		test_pairs(theme);
		test_heat(theme);
	}
	test_css();
	return done();
}

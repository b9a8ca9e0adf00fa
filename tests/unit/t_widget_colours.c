/* SPDX-License-Identifier: MIT */
/* Each text of the widget can be read: WCAG 2, level AA, in the style and the pictures. */
#include <stdio.h>
#include <stdlib.h>

#include "common/file.h"
#include "tests/tap.h"

/* Contrast, without the mathematics library: x^2.4 by a fifth root. */
static double
power_2_4(double x)
{
	double square = x * x, root = 1;

	for (int i = 0; i < 100; i++)
		root -= (root * root * root * root * root - square) /
		    (5 * root * root * root * root);
	return square * root; /* root is x^0.4 */
}

static double
luminance(const char *hex)
{
	static const double weight[] = { 0.2126, 0.7152, 0.0722 };
	double sum = 0;
	char full[7] = "";

	for (int i = 0; i < 6; i++) /* #fff is #ffffff */
		full[i] = strspn(hex, "0123456789abcdef") == 3 ? hex[i / 2] :
		    hex[i];
	for (int i = 0; i < 3; i++) {
		char pair[3] = { full[2 * i], full[2 * i + 1], '\0' };
		double c = (double)strtol(pair, NULL, 16) / 255;

		sum += weight[i] * (c <= 0.04045 ? c / 12.92 :
		    power_2_4((c + 0.055) / 1.055));
	}
	return sum;
}

static double
contrast(const char *a, const char *b)
{
	double x = luminance(a), y = luminance(b);

	return x > y ? (x + 0.05) / (y + 0.05) : (y + 0.05) / (x + 0.05);
}

/* The colour's digits after the n-th "--tk-<name>,#" of the style. */
static const char *
colour(const char *style, const char *name, int n)
{
	char key[40];
	const char *p = style;

	snprintf(key, sizeof(key), "var(--tk-%s,#", name);
	for (int i = 0; p != NULL && i <= n; i++)
		p = strstr(p + (i > 0), key);
	return p != NULL ? p + strlen(key) : "808080";
}

static void
test_contrast(void)
{
	static const char *const theme[] = { "light", "dark", "as the system" };
	static const char *const pair[][2] = { { "fg", "bg" }, { "muted", "bg" },
		{ "live", "bg" }, { "number", "bg" }, { "number", "tint" },
		{ "fg", "tint" }, { "muted", "tint" },
		{ "on-accent", "accent" } };
	static const char *const picture[][2] = { { "1b2733", "ffffff" },
		{ "55626f", "ffffff" }, { "55626f", "f1f6fa" },
		{ "0a5a9c", "f1f6fa" }, { "1b2733", "f1f6fa" },
		{ "00734f", "ffffff" }, { "ffffff", "0a5a9c" },
		{ "ffffff", "3f4b57" }, { "ffffff", "00734f" },
		{ "ffffff", "55626f" } };
	struct buf css = { 0 };

	ok(contrast("000", "fff") > 20.99 && contrast("777777", "ffffff") > 4.47 &&
	    contrast("777777", "ffffff") < 4.49, "contrast is that of WCAG");
	ok(file_read("publish/assets/visits.css", 1 << 20, &css, NULL),
	    "the style can be read");
	for (int t = 0; t < 3; t++)
		for (size_t i = 0; i < sizeof(pair) / sizeof(pair[0]); i++) {
			double c = contrast(colour(buf_text(&css), pair[i][0], t),
			    colour(buf_text(&css), pair[i][1], t));

			ok(c >= 4.5, "%s: %s on %s has %.1f", theme[t],
			    pair[i][0], pair[i][1], c);
		}
	for (size_t i = 0; i < sizeof(picture) / sizeof(picture[0]); i++)
		ok(contrast(picture[i][0], picture[i][1]) >= 4.5,
		    "picture: %s on %s", picture[i][0], picture[i][1]);
	buf_close(&css);
}

/* Every colour of the pictures is one of those that test_contrast knows. */
static void
test_colours(const char *folder)
{
	static const char known[] = "none 1b2733 55626f f1f6fa 0a5a9c 00734f "
	    "3f4b57 dfe5eb fff";
	static const char *const names[] = { "visits.svg", "badge-online.svg",
		"badge-today.svg", "badge-month.svg", "badge-total.svg" };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		struct buf path = { 0 }, text = { 0 };
		bool all = true;
		int n = 0;

		buf_printf(&path, "tests/golden/widget/%s/%s", folder, names[i]);
		file_read(buf_text(&path), 1 << 20, &text, NULL);
		for (const char *p = buf_text(&text);
		    (p = strchr(p, '#')) != NULL; n++) {
			char digits[8] = "";
			size_t len = strspn(++p, "0123456789abcdef");

			memcpy(digits, p, len < 7 ? len : 7);
			all = all && strstr(known, digits) != NULL;
		}
		ok(all && n > 2, "%s/%s: its %d colours were checked", folder,
		    names[i], n);
		buf_close(&path);
		buf_close(&text);
	}
}

int
main(void)
{
	test_contrast();
	test_colours("vi");
	test_colours("stale");
	return done();
}

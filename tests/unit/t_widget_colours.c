/* SPDX-License-Identifier: MIT */
/* Each text of the widget can be read: WCAG 2, level AA, in the style and the pictures. */
#include <stdio.h>

#include "common/file.h"
#include "tests/tap.h"
#include "tests/unit/contrast.h"

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

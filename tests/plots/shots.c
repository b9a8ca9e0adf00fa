/* SPDX-License-Identifier: MIT */
/* A page with all sample charts as a report has them, to be looked at:
 *
 *     shots GNUPLOT SCRATCH LANG CASE > page.html
 *
 * The page follows the reader's theme; GNUPLOT is the path of the program, SCRATCH a
 * folder for it to work in.
 */
#include <stdio.h>
#include <string.h>

#include "plots/style.h"
#include "tests/plots/figures.h"

static void
put_style(void)
{
	static const char *const open[] = { ":root{",
		"@media(prefers-color-scheme:dark){:root{", "@media print{:root{" };
	struct buf css = { 0 };

	for (unsigned theme = DRAW_LIGHT; theme < DRAW_PAGE; theme++) {
		buf_puts(&css, open[theme]);
		style_css(&css, theme);
		buf_puts(&css, theme == DRAW_LIGHT ? "}" : "}}");
	}
	fputs("<style>", stdout);
	fwrite(css.p, 1, css.n, stdout);
	fputs("body{background:var(--bg);color:var(--fg);max-width:980px;margin:20px "
	    "auto;font:14px 'Noto Sans',sans-serif}.two{display:grid;"
	    "grid-template-columns:1fr 1fr;gap:20px}svg{width:100%;height:auto}"
	    "path:has(title):hover{fill-opacity:.15}</style>\n", stdout);
	buf_close(&css);
}

static int
draw(struct figures *f, const struct draw_tools *tools, int width)
{
	struct err err = { 0 };
	int wrong = 0;

	for (int i = 0; i < FIGURES_CHARTS; i++) {
		struct draw_request *r = &f->request[i];

		r->form = DRAW_SVG;
		r->theme = DRAW_PAGE;
		r->width = r->height == 36 ? r->width : width;
		buf_clear(&r->image);
		r->drawn = false;
	}
	if (!draw_all(tools, f->request, FIGURES_CHARTS, NULL, &err)) {
		fprintf(stderr, "shots: %s\n", err.text);
		return 1;
	}
	printf("<div%s>\n", width < 900 ? " class=two" : "");
	for (int i = 0; i < FIGURES_CHARTS; i++) {
		struct draw_request *r = &f->request[i];

		printf("<section><h3>%s</h3>\n", r->frame->title);
		if (r->drawn)
			fwrite(r->image.p, 1, r->image.n, stdout);
		else
			fprintf(stderr, "%s: %s\n", r->frame->id, r->err.text);
		wrong |= !r->drawn;
		fputs("</section>\n", stdout);
		buf_close(&r->image);
		r->image = (struct buf){ 0 };
	}
	puts("</div>");
	return wrong;
}

int
main(int argc, char *argv[])
{
	static struct figures f;

	if (argc != 5) {
		fputs("usage: shots GNUPLOT SCRATCH LANG CASE\n", stderr);
		return 64;
	}
	const struct draw_tools tools = { .gnuplot = argv[1],
		.scratch = argv[2] };
	unsigned of = 0;

	while (of < FIGURES__MAX - 1 && strcmp(argv[4], figures_name[of]) != 0)
		of++;
	figures_make(&f, of, strcmp(argv[3], "en") == 0 ? LANG_EN : LANG_VI);
	puts("<!DOCTYPE html><meta charset=utf-8><title>Charts</title>");
	put_style();
	return draw(&f, &tools, 924) | draw(&f, &tools, 440);
}

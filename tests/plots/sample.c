/* SPDX-License-Identifier: MIT */
/* Scripts of sample charts, one after another:
 *
 *     sample FORM THEME LANG WIDTH CASE [CHART]
 *
 * FORM svg, png, pdf; THEME light, dark, print, page; LANG vi, en; CASE and CHART: a name
 * that is told where it is wrong.  Each draws CHART.FORM; with "tips" as FORM the
 * tooltips are printed instead.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "plots/chart.h"
#include "tests/plots/figures.h"

static const char *const forms[] = { "svg", "png", "pdf", "tips" };
static const char *const themes[] = { "light", "dark", "print", "page" };
static const char *const langs[] = { "vi", "en" };

static unsigned
one_of(const char *word, const char *const names[], unsigned n)
{
	for (unsigned i = 0; i < n; i++)
		if (strcmp(word, names[i]) == 0)
			return i;
	fprintf(stderr, "sample: %s is none of", word);
	for (unsigned i = 0; i < n; i++)
		fprintf(stderr, " %s", names[i]);
	fputc('\n', stderr);
	exit(64);
}

static void
draw(struct script *s, const struct draw_request *r)
{
	switch (r->kind) {
#define X(id, name)                                                            \
	case DRAW_##id:                                                        \
		chart_##name(s, r->frame, r->data);                            \
		break;
		DRAW_TABLE(X)
#undef X
	case DRAW__MAX:
		break;
	}
}

static void
print_tips(const struct script *s, const char *chart)
{
	for (size_t i = 0; i < s->tips_n; i++)
		printf("%s %zu %s\n", chart, i, script_tip_text(s, i));
}

int
main(int argc, char *argv[])
{
	static struct figures f;
	struct script s = { 0 };

	if (argc < 6) {
		fputs("usage: sample FORM THEME LANG WIDTH CASE [CHART]\n", stderr);
		return 64;
	}
	unsigned form = one_of(argv[1], forms, 4);
	enum draw_theme theme = one_of(argv[2], themes, 4);
	figures_make(&f, one_of(argv[5], figures_name, FIGURES__MAX),
	    one_of(argv[3], langs, 2));
	for (int i = 0; i < FIGURES_CHARTS; i++) {
		const struct draw_request *r = &f.request[i];
		char output[40];

		if (argc > 6 && strcmp(argv[6], r->frame->id) != 0)
			continue;
		snprintf(output, sizeof(output), "%s.%s", r->frame->id,
		    forms[form % 3]);
		script_begin(&s, &(struct script_page){ form % 3, theme, NULL,
			r->width > 0 ? r->width : atoi(argv[4]), r->height, output });
		draw(&s, r);
		if (form == 3)
			print_tips(&s, r->frame->id);
		else
			fwrite(s.out.p, 1, s.out.n, stdout);
	}
	script_close(&s);
	return 0;
}

/* SPDX-License-Identifier: MIT */
/* All kinds of charts, in all forms, of all sample figures: drawn by one gnuplot. */
#include "plots/draw.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "tests/plots/figures.h"
#include "tests/tap.h"

#define GNUPLOT "/usr/bin/gnuplot"
#define FC_MATCH "/usr/bin/fc-match"

enum { PAGE_BYTES = 140 * 1000 };

static char folder[] = "/tmp/t_draw.XXXXXX";

static struct draw_tools
tools(void)
{
	return (struct draw_tools){ .gnuplot = GNUPLOT, .scratch = folder,
		.fc_match = access(FC_MATCH, X_OK) == 0 ? FC_MATCH : NULL,
		.made_s = 1620976500 };
}

/* One of each chart. */
static bool
draw_set(struct figures *f, enum draw_form form, enum draw_theme theme)
{
	struct draw_tools t = tools();
	struct err err = { 0 };

	for (int i = 0; i < FIGURES_CHARTS; i++) {
		f->request[i].form = form;
		f->request[i].theme = theme;
	}
	return draw_all(&t, f->request, FIGURES_CHARTS, NULL, &err);
}

static void
set_close(struct figures *f)
{
	for (int i = 0; i < FIGURES_CHARTS; i++)
		buf_close(&f->request[i].image);
}

static void
save(const struct draw_request *r, const char *name, int i)
{
	char path[100];

	snprintf(path, sizeof(path), "%s/%s%d.svg", folder, name, i);
	FILE *f = fopen(path, "w");
	if (f == NULL)
		exit(1);
	fwrite(r->image.p, 1, r->image.n, f);
	fclose(f);
}

static void
test_all(void)
{
	static const struct {
		enum draw_form form;
		enum draw_theme theme;
		const char *name;
	} looks[] = { { DRAW_SVG, DRAW_PAGE, "page" },
		{ DRAW_SVG, DRAW_DARK, "dark" } };
	static struct figures f;

	for (unsigned of = 0; of < FIGURES__MAX; of++)
		for (size_t l = 0; l < 2; l++) {
			char name[40];
			size_t bytes = 0;

			figures_make(&f, of, LANG_VI);
			snprintf(name, sizeof(name), "%s.%s.",
			    figures_name[of], looks[l].name);
			bool good = draw_set(&f, looks[l].form, looks[l].theme);
			for (int i = 0; i < FIGURES_CHARTS; i++) {
				if (!f.request[i].drawn)
					diag("%d: %s", i,
					    f.request[i].err.text);
				good &= f.request[i].drawn;
				bytes += f.request[i].image.n;
				save(&f.request[i], name, i);
			}
			ok(good, "%s is drawn: %zu bytes", name, bytes);
			if (of == FIGURES_MONTH && looks[l].theme == DRAW_PAGE)
				ok(bytes < PAGE_BYTES, "as few as a page has "
				    "room for");
			set_close(&f);
		}
}

static void
test_valid(void)
{
	char command[100];

	if (access("/usr/bin/xmllint", X_OK) != 0) {
		skip("xmllint is not installed");
		return;
	}
	snprintf(command, sizeof(command), "xmllint --noout %s/*.svg", folder);
	ok(system(command) == 0, "each of them is XML");
}

static void
test_same(void)
{
	static const struct {
		enum draw_form form;
		const char *begins, *name;
	} forms[] = { { DRAW_SVG, "<?xml", "SVG" },
		{ DRAW_PNG, "\x89PNG", "PNG" }, { DRAW_PDF, "%PDF-", "PDF" } };
	static struct figures once, again;

	figures_make(&once, FIGURES_MONTH, LANG_VI);
	figures_make(&again, FIGURES_MONTH, LANG_VI);
	for (size_t i = 0; i < 3; i++) {
		bool same = draw_set(&once, forms[i].form, DRAW_LIGHT);

		sleep(forms[i].form == DRAW_PDF); /* its date would differ */
		same &= draw_set(&again, forms[i].form, DRAW_LIGHT);
		for (int k = 0; k < FIGURES_CHARTS; k++) {
			struct span a = buf_view(&once.request[k].image);

			same &= span_starts(a, span_of(forms[i].begins)) &&
			    span_eq(a, buf_view(&again.request[k].image));
		}
		ok(same, "%s is the same twice", forms[i].name);
		if (forms[i].form == DRAW_PDF) {
			struct buf *image = &once.request[0].image;

			ok(memmem(image->p, image->n, "(D:20210514071500Z", 18)
			    != NULL, "its date is the one that was given");
		}
		set_close(&once);
		set_close(&again);
	}
}

static void
test_fonts(void)
{
	struct draw_tools t = tools();
	struct draw_request r = { 0 };
	struct buf warning = { 0 };
	struct err err = { 0 };

	draw_all(&t, &r, 0, &warning, &err);
	t.fc_match = "/nonexistent/fc-match";
	static struct figures f;
	figures_make(&f, FIGURES_DAY, LANG_VI);
	draw_set(&f, DRAW_SVG, DRAW_PAGE);
	set_close(&f);
	r = f.request[0];
	r.image = (struct buf){ 0 };
	ok(draw_all(&t, &r, 1, &warning, &err) && r.drawn,
	    "who cannot be asked for fonts does not hinder");
	is_text(buf_text(&warning), "the font of charts is not known: cannot "
	    "run /nonexistent/fc-match: No such file or directory",
	    "but is told of");
	buf_close(&r.image);
	buf_close(&warning);
}

static void
test_none(void)
{
	struct draw_request r[2] = { { 0 }, { 0 } };
	struct draw_tools t = { .gnuplot = NULL };
	struct err err = { 0 };

	ok(!draw_all(&t, r, 2, NULL, &err) && err.code == ERR_CHART,
	    "without gnuplot nothing is drawn");
	is_text(r[1].err.text, "no charts: gnuplot is not installed",
	    "and each says so");
	ok(draw_all(&t, r, 0, NULL, &err), "nothing asked for, nothing wrong");
}

int
main(void)
{
	char command[100];

	if (mkdtemp(folder) == NULL)
		return 1;
	test_none();
	if (access(GNUPLOT, X_OK) != 0) {
		skip("gnuplot is not installed");
	} else {
		test_all();
		test_valid();
		test_same();
		test_fonts();
	}
	snprintf(command, sizeof(command), "rm -rf %s", folder);
	ok(system(command) == 0, "all is cleared");
	return done();
}

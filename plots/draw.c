/* SPDX-License-Identifier: MIT */
#include "plots/draw.h"

#include <stdio.h>

#include "common/mem.h"
#include "plots/chart.h"
#include "plots/fonts.h"
#include "plots/gnuplot.h"
#include "plots/pdf.h"
#include "plots/svg.h"
#include "plots/whole.h"

enum { NAME_BYTES = 32 };

/* What a request needs while it is drawn. */
struct sheet {
	struct script script;
	char output[NAME_BYTES];
};

/* --- scripts --- */

static void
write_chart(struct script *s, const struct draw_request *r)
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
prepare(struct sheet *sheet, const struct draw_request *r, const char *font,
    size_t i)
{
	static const char *const ending[] = { "svg", "png", "pdf" };

	snprintf(sheet->output, sizeof(sheet->output), "chart%zu.%s", i,
	    ending[r->form]);
	script_begin(&sheet->script, &(struct script_page){ .form = r->form,
		.theme = r->theme, .font = font, .width = r->width,
		.height = r->height, .output = sheet->output });
	write_chart(&sheet->script, r);
}

/* --- pictures --- */

static bool
finish_svg(struct draw_request *r, const struct sheet *sheet,
    const struct buf *image)
{
	const struct chart_frame *f = r->frame;
	size_t n = sheet->script.tips_n;
	const char **tip = mem_new((n + 1) * sizeof(*tip));
	char literal[STYLE__MAX][8];
	const char *colour[STYLE__MAX];
	struct buf out = { 0 };

	for (size_t i = 0; i < n; i++)
		tip[i] = script_tip_text(&sheet->script, i);
	for (unsigned c = 0; c < STYLE__MAX; c++) {
		colour[c] = r->theme == DRAW_PAGE ? style_var[c] : literal[c];
		if (r->theme != DRAW_PAGE)
			snprintf(literal[c], sizeof(literal[c]), "#%06x",
			    style_colour(r->theme, c) & 0xffffffu);
	}
	bool good = svg_finish(buf_view(image), &(struct svg_look){
		.id = f->id, .title = f->title, .desc = f->subtitle,
		.colour = colour, .colours = STYLE__MAX,
		.tip = tip, .tips = n,
		.page = r->theme == DRAW_PAGE }, &out, &r->err);
	mem_free(tip);
	if (!good) {
		buf_close(&out);
		return false;
	}
	buf_close(&r->image);
	r->image = out;
	return true;
}

/* Takes the picture over. */
static void
finish(struct draw_request *r, const struct sheet *sheet,
    struct gnuplot_job *job, const struct draw_tools *tools)
{
	if (!job->drawn) {
		r->err = job->err;
		return;
	}
	if (r->form == DRAW_SVG) {
		r->drawn = finish_svg(r, sheet, &job->image);
		return;
	}
	if (!(r->form == DRAW_PNG ? whole_png : whole_pdf)(
	    buf_view(&job->image))) {
		err_set(&r->err, ERR_CHART, "gnuplot left half a picture: is "
		    "there room in %s?", tools->scratch);
		return;
	}
	/* Another version of cairo may put it elsewhere: then the date is today's. */
	if (r->form == DRAW_PDF)
		pdf_date(&job->image, tools->made_s);
	buf_close(&r->image);
	r->image = job->image;
	job->image = (struct buf){ 0 };
	r->drawn = true;
}

/* --- all of them --- */

static const char *
choose_font(const struct draw_tools *tools, struct fonts *fonts,
    struct buf *warning)
{
	struct err err = { 0 };

	if (tools->fc_match == NULL)
		return NULL;
	if (!fonts_query(tools->fc_match, fonts, &err)) {
		if (warning != NULL)
			buf_printf(warning, "the font of charts is not known: "
			    "%s", err.text);
		return NULL;
	}
	if (warning != NULL)
		fonts_warning(fonts, warning);
	return fonts->family;
}

static void
tell_all(struct draw_request *request, size_t n, const struct err *err)
{
	for (size_t i = 0; i < n; i++)
		request[i].err = *err;
}

static bool
draw(const struct draw_tools *tools, struct draw_request *request, size_t n,
    struct buf *warning, struct err *err)
{
	struct sheet *sheet = mem_new(n * sizeof(*sheet));
	struct gnuplot_job *job = mem_new(n * sizeof(*job));
	struct gnuplot gnuplot = { .path = tools->gnuplot,
		.scratch = tools->scratch };
	struct fonts fonts;
	const char *font = choose_font(tools, &fonts, warning);

	for (size_t i = 0; i < n; i++) {
		prepare(&sheet[i], &request[i], font, i);
		job[i].script = buf_view(&sheet[i].script.out);
		job[i].output = sheet[i].output;
	}
	bool good = gnuplot_draw(&gnuplot, job, n, err);
	for (size_t i = 0; i < n; i++) {
		finish(&request[i], &sheet[i], &job[i], tools);
		script_close(&sheet[i].script);
		buf_close(&job[i].image);
	}
	mem_free(sheet);
	mem_free(job);
	return good;
}

bool
draw_all(const struct draw_tools *tools, struct draw_request *request, size_t n,
    struct buf *warning, struct err *err)
{
	struct err missing = { 0 };

	for (size_t i = 0; i < n; i++) {
		request[i].drawn = false;
		request[i].err = (struct err){ 0 };
	}
	if (n == 0)
		return true;
	if (tools->gnuplot != NULL && tools->scratch != NULL)
		return draw(tools, request, n, warning, err);
	if (tools->gnuplot == NULL)
		err_set(&missing, ERR_CHART,
		    "no charts: gnuplot is not installed");
	else
		err_set(&missing, ERR_CHART, "no charts: no folder to draw in: "
		    "%s", tools->no_scratch.text);
	tell_all(request, n, &missing);
	if (err != NULL)
		*err = missing;
	return false;
}

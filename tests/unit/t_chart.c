/* SPDX-License-Identifier: MIT */
/* Whatever the figures and the size: a script of known lines, with all texts inside the
 * picture. */
#include "plots/chart.h"

#include <stdio.h>
#include <stdlib.h>

#include "plots/frame.h"
#include "tests/plots/figures.h"
#include "tests/tap.h"

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

/* ---- what a script may have ---- */

static bool
known_command(const char *line)
{
	static const char *const known[] = { "set ", "unset ", "plot ", "reset" };

	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (strncmp(line, known[i], strlen(known[i])) == 0)
			return true;
	return false;
}

/* "set label N 'TEXT' at screen X, screen Y ALIGN font 'FAMILY,SIZE' ..." */
static bool
label_fits(const char *line, double width)
{
	const char *from = strchr(line, '\''), *to = strchr(from + 1, '\'');
	char text[1000], align[10], font[64], *at;
	double x, y, size;

	snprintf(text, sizeof(text), "%.*s", (int)(to - from - 1), from + 1);
	if (sscanf(to, "' at screen %lf, screen %lf %9s font '%63[^']'", &x, &y, align,
	    font) != 4 || (at = strchr(font, ',')) == NULL)
		return false;
	size = strtod(at + 1, NULL);
	double w = frame_width(text, size, strstr(font, ":Bold") != NULL) / width;
	double left = align[0] == 'l' ? x : align[0] == 'c' ? x - w / 2 : x - w;

	/* Widths are those of a wide font: a tenth is slack. */
	return left >= -0.1 * w - 0.003 && left + w <= 1.003 + 0.1 * w &&
	    y > 0 && y < 1;
}

/* NULL, or the line that is wrong. */
static const char *
wrong_line(char *script, double width)
{
	bool data = false;

	for (char *line = script, *next; *line != '\0'; line = next) {
		next = line + strcspn(line, "\n");
		if (*next != '\0')
			*next++ = '\0';
		int quotes = 0;
		for (const char *p = line; *p != '\0'; p++)
			quotes += *p == '\'';
		if (data) {
			data = strcmp(line, "END") != 0;
			if (data && line[strspn(line, "0123456789.-\t")] != '\0')
				return line;
		} else if (line[0] == '$') {
			const char *rest = line + 1 + strspn(line + 1,
			    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

			data = strcmp(rest, " << END") == 0;
			if (!data)
				return line;
		} else if (!known_command(line) || quotes % 2 != 0 ||
		    (strncmp(line, "set label ", 10) == 0 &&
		    !label_fits(line, width))) {
			return line;
		}
	}
	return NULL;
}

static void
test_cases(int width)
{
	static struct figures f;
	struct script s = { 0 };

	for (unsigned of = 0; of < FIGURES__MAX; of++)
		for (int i = 0; i < FIGURES_CHARTS; i++) {
			enum lang lang = (enum lang)(i % 2);

			figures_make(&f, of, lang);
			const struct draw_request *r = &f.request[i];
			script_begin(&s, &(struct script_page){ DRAW_SVG,
				(of + (unsigned)i) % 2 > 0 ? DRAW_PAGE : DRAW_LIGHT,
				NULL, r->width > 0 ? r->width : width, r->height,
				"x.svg" });
			draw(&s, r);
			buf_putc(&s.out, '\0');
			const char *bad = wrong_line(s.out.p, s.page.width);
			if (bad != NULL && !ok(false, "%s, %s, %d pixels",
			    r->frame->id, figures_name[of], width))
				diag("%s", bad);
		}
	script_close(&s);
	ok(true, "all charts, all cases, %d pixels", width);
}

/* ---- chance ---- */

static int64_t
any(uint32_t *seed)
{
	static const int64_t of[] = { CHART_NONE, 0, 1, 2, 7, 60, 999, 4118, 1000000000,
		1000000000000000000, INT64_MAX, CHART_NONE, 3, 150, 80, 0 };

	*seed = *seed * 1664525u + 1013904223u;
	return of[*seed >> 28];
}

static void
spoil(struct figures *f, uint32_t *seed)
{
	int32_t start = (int32_t)(any(seed) % 40000);

	f->n = f->days.n = f->stripes.n = f->shares.n = f->times.n =
	    1 + *seed % FIGURES_DAYS;
	for (size_t i = 0; i < f->n; i++) {
		int32_t day = start + (int32_t)i;

		f->day[i] = (struct chart_day){ day, any(seed), any(seed),
			*seed % 9 == 0 ? "Ngày lễ" : NULL, *seed % 7 == 0,
			*seed % 300 == 0 };
		f->share[i] = (struct chart_share){ day, any(seed), any(seed),
			any(seed) };
		f->time[i] = (struct chart_time){ day, any(seed), any(seed),
			any(seed) };
		f->strip[i].day = day;
		for (int h = 0; h < CHART_HOURS; h++)
			f->strip[i].state[h] = (uint8_t)(any(seed) & 255);
	}
	for (int h = 0; h < CHART_HOURS; h++) {
		for (int d = 0; d < 7; d++)
			f->week.mean[d][h] = any(seed);
		f->online.median[h] = any(seed);
		f->online.low[h] = any(seed);
		f->online.high[h] = any(seed);
		f->online.most[h] = any(seed);
	}
	f->week.office[*seed % 7] = *seed;
	f->online.office = *seed;
	f->bars.n = 1 + *seed % 13;
	f->rows.n = 1 + *seed % 12;
	f->sparks.n = *seed % 14;
	for (int i = 0; i < 13; i++) {
		f->bar[i].visits = f->spark[i] = any(seed);
		f->bar[i].state = *seed % 3;
	}
	for (int i = 0; i < 12; i++) {
		f->row[i].count = any(seed);
		f->row[i].permille = any(seed);
	}
}

static void
test_chance(void)
{
	static struct figures f;
	struct script s = { 0 };
	uint32_t seed = 1;
	int wrong = 0;

	for (int round = 0; round < 60; round++) {
		figures_make(&f, round % 2 > 0 ? FIGURES_HOSTILE : FIGURES_MONTH,
		    (enum lang)(round / 2 % 2));
		spoil(&f, &seed);
		for (int i = 0; i < FIGURES_CHARTS; i++) {
			script_begin(&s, &(struct script_page){ (enum draw_form)
				(round % 3), DRAW_DARK, NULL,
				500 + (int)(seed % 900), 0, "x.out" });
			draw(&s, &f.request[i]);
			buf_putc(&s.out, '\0');
			const char *bad = wrong_line(s.out.p, s.page.width);
			if (bad != NULL && wrong++ < 5)
				diag("%s, round %d: %s", f.frame[i].id, round, bad);
		}
	}
	is_int(wrong, 0, "any figures give a script of known lines");
	script_close(&s);
}

/* Two drawings of the same are the same, also with memory that was used before. */
static void
test_same(void)
{
	static struct figures f;
	struct script a = { 0 }, b = { 0 };
	bool same = true;

	figures_make(&f, FIGURES_RUNNING, LANG_VI);
	for (int i = 0; i < FIGURES_CHARTS; i++) {
		struct script_page page = { DRAW_SVG, DRAW_PAGE, NULL, 460, 0,
			"x.svg" };

		script_begin(&a, &page);
		draw(&a, &f.request[i]);
		script_begin(&b, &page);
		draw(&b, &f.request[i]);
		same = same && span_eq(buf_view(&a.out), buf_view(&b.out)) &&
		    span_eq(buf_view(&a.tips), buf_view(&b.tips)) && a.out.n > 500;
		script_close(&b);
	}
	ok(same, "the same figures give the same script");
	script_close(&a);
}

int
main(void)
{
	test_cases(960);
	test_cases(640);
	test_cases(460);
	test_cases(320);
	test_chance();
	test_same();
	return done();
}

/* SPDX-License-Identifier: MIT */
#include "plots/script.h"

#include <stdio.h>

#include "plots/frame.h"
#include "plots/svg.h"
#include "tests/tap.h"

#define HAIR "\xe2\x80\x8a"

static const struct {
	const char *in, *out, *name;
} escapes[] = {
	{ "Tin tức – sự kiện", "Tin tức – sự kiện", "Vietnamese stays" },
	{ "Ti\xe1\xba\xbfng", "Tiếng", "what is composed stays" },
	{ "Tie\xcc\x82\xcc\x81ng", "Tiếng", "letters are composed" },
	{ "d'Alembert", "d’Alembert", "an apostrophe is one that quotes nothing" },
	{ "''", "’’", "two of them, too" },
	{ "`id`", "`id`", "backticks are literal between single quotes" },
	{ "$(id) @x {/Bold} a_b^c \\n %s \"", "$(id) @x {/Bold} a_b^c \\n %s \"",
	    "so is all that enhanced text, macros, formats and shells know" },
	{ "a\nb\tc\r\nd", "a b c  d", "a line's end is a blank" },
	{ "a\xe2\x80\xa8" "b\xe2\x80\xa9" "c", "a b c", "Unicode's, too" },
	{ "a\1b\x1b[31m\x7f", "ab[31m", "controls go" },
	{ "\xe2\x80\xaetfel\xe2\x81\xa6", "tfel", "what turns the direction goes" },
	{ "a\xe2\x80\x8b\xef\xbb\xbf" "b", "ab", "what is not seen goes" },
	{ "\xee\x80\x80\xf3\xb0\x80\x80" "a", "a", "private characters go" },
	{ "\xcd\xb8" "a", "a", "what is assigned to nothing goes" },
	{ "\xff\xc0\xaf" "a", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd" "a",
	    "ill-formed bytes are shown as such" },
	{ "\xed\xa0\x80", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd",
	    "half a surrogate pair is ill-formed" },
	{ "]]>", "]]" HAIR ">", "a section of XML does not end" },
	{ "]]]>", "]]]" HAIR ">", "nor after more brackets" },
	{ "&#x41;&#65;", "&" HAIR "#x41;&" HAIR "#65;", "no entity is read" },
	{ "&amp;<b>", "&amp;<b>", "what the terminal escapes is left to it" },
	{ "a\xc2\xa0%", "a\xc2\xa0%", "a no-break blank stays" },
	{ "a\xe3\x80\x80" "b", "a b", "other blanks are plain" },
	{ "العربية 한국어", "العربية 한국어", "all scripts stay" },
	{ "a\xcc\x80\xcc\xa7\xcc\xa8\xcc\xb5\xcc\xb6\xcc\xb7\xcc\xb8", NULL,
	    "of many marks on a letter four stay" },
	{ "", "", "nothing is nothing" },
};

static void
test_escapes(void)
{
	struct buf out = { 0 };

	for (size_t i = 0; i < sizeof(escapes) / sizeof(escapes[0]); i++) {
		buf_clear(&out);
		script_escape(&out, span_of(escapes[i].in));
		if (escapes[i].out != NULL)
			is_text(buf_text(&out), escapes[i].out, "%s",
			    escapes[i].name);
		else
			ok(out.n <= 9, "%s", escapes[i].name);
		struct buf again = { 0 };

		script_escape(&again, buf_view(&out));
		if (!span_eq(buf_view(&again), buf_view(&out)))
			ok(false, "escaping again changes nothing: %s",
			    escapes[i].name);
		buf_close(&again);
	}
	struct buf in = { 0 };
	for (int i = 0; i < 300; i++)
		buf_puts(&in, "ế");
	buf_clear(&out);
	script_escape(&out, buf_view(&in));
	is_int((long long)out.n, 199 * 3 + 3, "a long text ends in an ellipsis");
	buf_close(&in);
	buf_close(&out);
}

static const char *
escaped(char out[64], enum draw_form form, const char *in)
{
	struct script s = { .page.form = form };
	struct buf b = { 0 };

	script_text(&s, &b, span_of(in));
	snprintf(out, 64, "%s", buf_text(&b));
	buf_close(&b);
	return out;
}

static void
test_fonts(void)
{
	char out[64];

	is_text(escaped(out, DRAW_SVG, "中文 🏛"), "中文 🏛",
	    "SVG has the characters of all scripts");
	is_text(escaped(out, DRAW_PNG, "中文 🏛"), "?? ?",
	    "a picture of dots has those of its font");
	is_text(escaped(out, DRAW_PDF, "Đặng Ứng – “5 €” … ₫"),
	    "Đặng Ứng – “5 €” … ₫", "which Vietnamese is of");
}

/* ---- ticks ---- */

static const struct {
	int64_t most, least;
	int want;
	int64_t step;
	int n;
	const char *name;
} scales[] = {
	{ 0, 1, 5, 1, 0, "nothing needs no tick but 0" },
	{ 1, 1, 5, 1, 1, "one is told in ones" },
	{ 4, 1, 5, 1, 4, "few are told in ones" },
	{ 7, 1, 5, 2, 3, "whole things have no halves" },
	{ 23, 1, 5, 5, 4, "fives" },
	{ 100, 1, 4, 25, 4, "quarters of a hundred" },
	{ 594, 1, 6, 100, 6, "a figure that is all but round has its line" },
	{ 4118, 1, 5, 1000, 4, "thousands" },
	{ 99, 10, 4, 50, 2, "tenths are whole tenths" },
	{ 1000000000, 1, 5, 200000000, 5, "a thousand millions" },
	{ INT64_MAX, 1, 5, 2000000000000000000, 4, "the greatest number" },
};

static void
test_scales(void)
{
	for (size_t i = 0; i < sizeof(scales) / sizeof(scales[0]); i++) {
		struct scale s = scale_of(scales[i].most, scales[i].least,
		    scales[i].want);

		if (!ok(s.step == scales[i].step && s.n == scales[i].n, "%s",
		    scales[i].name))
			diag("step %lld, %d ticks", (long long)s.step, s.n);
		if (s.top < (double)scales[i].most || s.top <= 0 ||
		    (double)s.step * s.n > s.top)
			ok(false, "figures and ticks are within: %s",
			    scales[i].name);
	}
	bool fine = true;
	for (int64_t most = 1; most < INT64_MAX / 3; most += most / 2 + 1)
		for (int want = 1; want <= 8; want++) {
			struct scale s = scale_of(most, 1, want);

			fine = fine && s.n >= 1 && s.n <= want + 1 &&
			    (double)s.step * s.n <= s.top;
		}
	ok(fine, "from one tick to as many as are wanted, whatever the figures");
	double ten = scale_log10(1000), two = scale_log10(2),
	    small = scale_log10(0.03);
	ok(ten > 2.9999999 && ten < 3.0000001 && two > 0.30102999 &&
	    two < 0.3010300 && small > -1.5228788 && small < -1.5228787,
	    "logarithms");
}

/* ---- emitters ---- */

static void
test_numbers(void)
{
	struct script s = { .page = { .width = 960, .height = 400 }, .data = true };

	script_int(&s, -5);
	script_int(&s, INT64_MAX);
	script_real(&s, 0.5);
	script_real(&s, -0.0001);
	script_real(&s, 1e18);
	script_row(&s);
	is_text(buf_text(&s.out), "-5\t9223372036854775807\t0.500\t0.000\t"
	    "1000000000000000000.0\n", "numbers are digits");
	script_close(&s);
}

static void
test_page(void)
{
	static const struct {
		enum draw_form form;
		enum draw_theme theme;
		const char *want, *name;
	} row[] = {
		{ DRAW_SVG, DRAW_PAGE, "set terminal svg size 960,300 dynamic "
		    "noenhanced rounded font 'Noto Sans,12' name 'a_b'\n", "page" },
		{ DRAW_SVG, DRAW_DARK, "set terminal svg size 960,300 dynamic "
		    "noenhanced rounded font 'Noto Sans,12' name 'a_b' "
		    "background '#010007'\n", "SVG" },
		{ DRAW_PNG, DRAW_DARK, "set terminal pngcairo size 1920,600 "
		    "noenhanced rounded font 'Noto Sans,12' fontscale 1.5 "
		    "linewidth 2 pointscale 2 background '#12181f'\n", "PNG" },
		{ DRAW_PDF, DRAW_PRINT, "set terminal pdfcairo size 10.000in,"
		    "3.125in noenhanced rounded font 'Noto Sans,12' fontscale "
		    "0.5625 linewidth 1.5 pointscale 0.75 background '#ffffff'\n",
		    "PDF" } };
	struct script s = { 0 };

	for (size_t i = 0; i < sizeof(row) / sizeof(row[0]); i++) {
		script_begin(&s, &(struct script_page){ row[i].form, row[i].theme,
			NULL, 0, 0, "x.out" });
		script_open(&s, "a-b", 300);
		ok(strncmp(buf_text(&s.out), row[i].want, strlen(row[i].want)) == 0,
		    "the terminal of a %s", row[i].name) ||
		    (diag("%s", buf_text(&s.out)), true);
	}
	ok(strstr(buf_text(&s.out), "\nset output 'x.out'\n") != NULL,
	    "the output is the one asked for");
	script_axes(&s, (struct script_box){ 60, 30, 900, 280 });
	script_ranges(&s, 0, 10, 0, 100);
	ok(script_x(&s, 5) > 479.9 && script_x(&s, 5) < 480.1 &&
	    script_y(&s, 100) < 30.1 && script_y(&s, 0) > 279.9,
	    "values have their places in pixels");
	script_close(&s);
}

static void
test_tips(void)
{
	struct script s = { 0 };
	struct script_page page = { DRAW_SVG, DRAW_PAGE, NULL, 0, 0, "x.svg" };

	script_begin(&s, &page);
	script_data(&s, "A");
	script_tip(&s, STYLE_TIP, "một");
	script_tip(&s, STYLE_BAR, "hai\n'2'");
	script_data_end(&s);
	is_int((long long)s.tips_n, 2, "tooltips are counted");
	is_text(script_tip_text(&s, 1), "hai ’2’", "and are cleaned");
	char want[64];
	snprintf(want, sizeof(want), "$A << END\n%u\t%uEND\n", SVG_TIP(STYLE_TIP, 0),
	    SVG_TIP(STYLE_BAR, 1));
	is_text(buf_text(&s.out), want, "a colour says which");
	page.form = DRAW_PNG;
	page.theme = DRAW_LIGHT;
	script_begin(&s, &page);
	script_data(&s, "A");
	script_tip(&s, STYLE_BAR, "một");
	ok(s.tips_n == 0 && strstr(buf_text(&s.out), "5281229") != NULL,
	    "a picture of dots has colours alone");
	script_close(&s);
}

/* ---- texts and widths ---- */

static void
test_cut(void)
{
	const struct script_type type = { STYLE_FG, SCRIPT_LEFT, 12, false, false };
	struct script s = { .page.form = DRAW_SVG };
	const char *text = "Văn bản chỉ đạo điều hành của tỉnh";
	bool fits = true;

	for (double w = 20; w < 300; w += 7) {
		struct buf cut = { 0 };

		frame_cut(&s, &cut, text, &type, w);
		fits = fits && frame_width(buf_text(&cut), 12, false) <= w + 0.1;
		buf_close(&cut);
	}
	ok(fits, "a text that is cut fits");
	struct buf cut = { 0 };
	frame_cut(&s, &cut, text, &type, 400);
	is_text(buf_text(&cut), text, "one that fits stays");
	buf_clear(&cut);
	frame_cut(&s, &cut, text, &type, 66);
	is_text(buf_text(&cut), "Văn bản…", "no blank stands before the ellipsis");
	buf_close(&cut);

	struct frame_places places = { 0 };
	ok(frame_place(&places, (struct script_box){ 0, 0, 10, 10 }) &&
	    !frame_place(&places, (struct script_box){ 9, 9, 20, 20 }) &&
	    frame_place(&places, (struct script_box){ 10, 0, 20, 10 }),
	    "a place is given once");
}

int
main(void)
{
	test_escapes();
	test_fonts();
	test_scales();
	test_numbers();
	test_page();
	test_tips();
	test_cut();
	return done();
}

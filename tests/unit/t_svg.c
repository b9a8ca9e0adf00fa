/* SPDX-License-Identifier: MIT */
/* t_svg [--accept]: with it, the golden files are written instead. */
#include "plots/svg.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "common/file.h"
#include "plots/gnuplot.h"
#include "plots/pdf.h"
#include "plots/resolve.h"
#include "tests/tap.h"

#define GOLDEN "tests/golden/plots/finish"
#define GNUPLOT "/usr/bin/gnuplot"

enum { FILE_MOST = 1 << 20 };

static const char *const tips[] = { "Ngày 1: 4 <lượt> & \"hơn\"", "two",
	"none of it is to be seen", "four\n\x01\xe2\x80\xae\xff" };
static char names[SVG_COLOURS][16];
static const char *colours[SVG_COLOURS];

static struct svg_look
look(bool page)
{
	for (int i = 0; i < SVG_COLOURS; i++) {
		snprintf(names[i], sizeof(names[i]), page ? "var(--c%d)" :
		    "#0000%02x", i);
		colours[i] = names[i];
	}
	return (struct svg_look){ .id = "days", .title = "Lượt <truy cập>",
		.desc = "Tháng 5 & 6", .colour = colours,
		.colours = SVG_COLOURS, .tip = tips, .tips = 4, .page = page };
}

/* --- whole files --- */

static void
test_golden(const char *name, bool page, bool accept)
{
	struct svg_look l = look(page);
	struct buf in = { 0 }, out = { 0 }, want = { 0 };
	struct err err = { 0 };
	char path[100];

	snprintf(path, sizeof(path), GOLDEN ".%s.svg", name);
	ok(file_read(GOLDEN "-5.4.svg", FILE_MOST, &in, &err) &&
	    svg_finish(buf_view(&in), &l, &out, &err), "%s: it is finished",
	    name);
	if (accept) {
		FILE *f = fopen(path, "w");

		if (f == NULL)
			exit(1);
		fwrite(out.p, 1, out.n, f);
		fclose(f);
	}
	ok(file_read(path, FILE_MOST, &want, &err) &&
	    span_eq(buf_view(&want), buf_view(&out)), "%s: as it was accepted",
	    name);
	buf_close(&in);
	buf_close(&out);
	buf_close(&want);
}

/* Does this gnuplot write what that did from which the golden files are? */
static void
test_gnuplot(void)
{
	struct buf script = { 0 }, was = { 0 };
	struct gnuplot g = { GNUPLOT, "/tmp", 0, false };
	struct gnuplot_job job = { .output = "finish.svg" };
	struct err err = { 0 };

	if (access(GNUPLOT, X_OK) != 0) {
		skip("gnuplot is not installed");
		return;
	}
	bool good = file_read(GOLDEN ".gp", FILE_MOST, &script, &err) &&
	    file_read(GOLDEN "-5.4.svg", FILE_MOST, &was, &err);
	job.script = buf_view(&script);
	if (!ok(good && gnuplot_draw(&g, &job, 1, &err) && job.drawn,
	    "gnuplot draws the script of the golden files"))
		diag("%s", job.err.text);
	struct span view = buf_view(&job.image);
	if (memmem(view.p, view.n, "GNUPLOT 5.4 ", 12) == NULL)
		skip("another gnuplot than 5.4");
	else
		ok(span_eq(view, buf_view(&was)), "with the same bytes");

	struct svg_look l = look(true);
	struct buf out = { 0 };
	ok(svg_finish(view, &l, &out, &err), "and they can be finished");
	buf_close(&out);
	buf_close(&script);
	buf_close(&was);
	buf_close(&job.image);
}

/* --- one thing at a time --- */

#define HEAD                                                                   \
	"<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" "              \
	"aria-labelledby=\"days-title days-desc\">\n<title id=\"days-title\">" \
	"Lượt &lt;truy cập&gt;</title>\n<desc id=\"days-desc\">Tháng 5 &amp; 6"\
	"</desc>\n"
#define BEGIN "<svg xmlns='http://www.w3.org/2000/svg'>"
#define CANVAS "<g id=\"gnuplot_canvas\">"
#define CANVAS_OUT                                                             \
	"<g fill=\"none\" stroke=\"currentColor\" stroke-linecap=\"round\" "   \
	"stroke-linejoin=\"round\">\n"
#define PLAIN                                                                  \
	"<g fill=\"none\" color=\"black\" stroke=\"currentColor\" "            \
	"stroke-width=\"1.00\" stroke-linecap=\"round\" "                      \
	"stroke-linejoin=\"round\">\n"

static void
test_rows(void)
{
	static const struct {
		const char *name, *in, *want;
	} rows[] = {
		{ "titles of gnuplot's go", "<title>x</title><desc>y</desc>"
		    "<g id='x_plot_1' ><title>z</title><path d='M0,0'/></g>",
		    "<path d=\"M0,0\"/>\n" },
		{ "empty groups go", "<g fill='red'>\n<g stroke='red'>\n</g>\n"
		    "</g>", "" },
		{ "a group that says nothing goes", CANVAS PLAIN
		    "<path d='M0,0'/></g></g>",
		    CANVAS_OUT "<path d=\"M0,0\"/>\n</g>\n" },
		{ "but not one within another that says otherwise",
		    CANVAS "<g stroke='red'><g stroke='currentColor'>"
		    "<path d='M0,0'/></g></g></g>", CANVAS_OUT
		    "<g stroke=\"red\">\n<g stroke=\"currentColor\">\n"
		    "<path d=\"M0,0\"/>\n</g>\n</g>\n</g>\n" },
		{ "equal neighbours become one", CANVAS "<g stroke='none'>"
		    "<path d='M0,0'/></g><g stroke='none'><path d='M1,1'/></g>"
		    "<g stroke='red'><path d='M2,2'/></g></g>", CANVAS_OUT
		    "<g stroke=\"none\">\n<path d=\"M0,0M1,1\"/>\n</g>\n<g stroke=\"red\">\n"
		    "<path d=\"M2,2\"/>\n</g>\n</g>\n" },
		{ "equal groups with something between stay two", CANVAS
		    "<g stroke='none'><path d='M0,0'/></g><path d='M3,3'/>"
		    "<g stroke='none'><path d='M1,1'/></g></g>", CANVAS_OUT
		    "<g stroke=\"none\">\n<path d=\"M0,0\"/>\n</g>\n"
		    "<path d=\"M3,3\"/>\n<g stroke=\"none\">\n"
		    "<path d=\"M1,1\"/>\n</g>\n</g>\n" },
		{ "the ground without a colour goes", CANVAS
		    "<rect x='0' fill='none'/></g>", CANVAS_OUT "</g>\n" },
		{ "the ground has no line around it", CANVAS
		    "<rect x='0' fill='#010207'/></g>", CANVAS_OUT
		    "<rect x=\"0\" fill=\"var(--c2)\" stroke=\"none\"/>\n"
		    "</g>\n" },
		{ "a colour is told by its sentinel",
		    "<rect stroke='rgb(  1,  31,   7)' fill=\"rgb(1,2,7)\"/>",
		    "<rect stroke=\"var(--c31)\" fill=\"var(--c2)\"/>\n" },
		{ "other colours stay what they are",
		    "<rect stroke='rgb(1,32,7)' fill='rgb(255,  0,16)' "
		    "color='red'/>", "<rect stroke=\"#012007\" "
		    "fill=\"#ff0010\" color=\"red\"/>\n" },
		{ "what is no colour stays", "<rect stroke='rgb(1,2)' "
		    "fill='rgb(256,0,0)' color='rgb(1,2,7'/>",
		    "<rect stroke=\"rgb(1,2)\" fill=\"rgb(256,0,0)\" "
		    "color=\"rgb(1,2,7\"/>\n" },
		{ "black is the page's own", "<rect stroke='black'/>",
		    "<rect stroke=\"currentColor\"/>\n" },
		{ "an area has its tooltip",
		    "<polygon fill = 'rgb(  2,   8,   1)' points = '1,2 '/>",
		    "<path fill=\"var(--c1)\" d=\"M1,2z\">"
		    "<title>two</title></path>\n" },
		{ "a tooltip is cleaned and escaped",
		    "<polygon fill='rgb(2,8,0)' points='1,2'/>"
		    "<polygon fill='rgb(2,8,3)' points='1,2'/>",
		    "<path fill=\"var(--c1)\" d=\"M1,2z\"><title>Ngày 1: 4 &lt;lượt&gt; "
		    "&amp; &quot;hơn&quot;</title></path>\n"
		    "<path fill=\"var(--c1)\" d=\"M1,2z\"><title>four \xef\xbf\xbd"
		    "</title></path>\n" },
		{ "a tooltip that is not there is none",
		    "<polygon fill='rgb(2,8,4)' points='1,2'/>",
		    "<path fill=\"var(--c1)\" d=\"M1,2z\"/>\n" },
		{ "style becomes attributes", "<path fill='red' "
		    "style='fill:none; stroke:rgb(1,5,7)' d='M1,1'/>",
		    "<path fill=\"none\" stroke=\"var(--c5)\" d=\"M1,1\"/>\n" },
		{ "bold and italic are no families", CANVAS
		    "<g font-family='Noto Sans:Bold:Italic'><text>a</text></g>"
		    "</g>", CANVAS_OUT "<g font-weight=\"700\" "
		    "font-style=\"italic\">\n<text>a</text>\n</g>\n</g>\n" },
		{ "a text takes its place from its group", CANVAS
		    "<g transform=\"translate(31.80,35.00)\" stroke='none' "
		    "text-anchor='start'>\n<text>a</text>\n</g></g>",
		    CANVAS_OUT "<g stroke=\"none\">\n"
		    "<text x=\"31.8\" y=\"35\">a</text>\n</g>\n</g>\n" },
		{ "also one that is turned", CANVAS
		    "<g transform='translate(3.10,5.00) rotate(-90)'>"
		    "<text>a</text></g></g>", CANVAS_OUT
		    "<text transform=\"translate(3.1,5) rotate(-90)\">a</text>"
		    "\n</g>\n" },
		{ "but not one of two", CANVAS "<g transform='translate(1,2)'>"
		    "<text>a</text><text>b</text></g></g>", CANVAS_OUT
		    "<g transform=\"translate(1,2)\">\n<text>a</text>\n"
		    "<text>b</text>\n</g>\n</g>\n" },
		{ "a text's entities stay, and no others",
		    "<text>&lt;b> &amp;amp; &#x41; &nbsp; ]]> '\"</text>",
		    "<text>&lt;b&gt; &amp;amp; &amp;#x41; &amp;nbsp; ]]&gt; "
		    "'&quot;</text>\n" },
		{ "a text is valid XML whatever it was",
		    "<text>a\x01\x7f" "b\xff\xc3\xef\xbf\xbe\xe2\x80\xae"
		    "c</text>",
		    "<text>ab\xef\xbf\xbd\xef\xbf\xbd" "c</text>\n" },
		{ "text elsewhere goes", "words<rect/>words", "<rect/>\n" },
		{ "ids have a prefix, where they are told and referred to",
		    "<defs><pattern id='p1'/></defs>"
		    "<rect fill='url(#p1)'/><use xlink:href='#p1'/>",
		    "<defs>\n<pattern id=\"days-p1\"/>\n</defs>\n"
		    "<rect fill=\"url(#days-p1)\"/>\n"
		    "<use href=\"#days-p1\"/>\n" },
		{ "markers that are not used go", CANVAS "<defs>"
		    "<path id='gpPt1'/><path id='gpPt12'/>"
		    "<filter id='t'><feFlood/><feOther/></filter></defs>"
		    "<use xlink:href='#gpPt12'/></g>", CANVAS_OUT
		    "<defs>\n<path id=\"days-gpPt12\"/>\n</defs>\n"
		    "<use href=\"#days-gpPt12\"/>\n</g>\n" },
		{ "markers that others need stay", CANVAS "<defs>"
		    "<path id='gpPt7'/><use xlink:href='#gpPt7' id='gpPt8'/>"
		    "</defs><use xlink:href='#gpPt8'/></g>", CANVAS_OUT
		    "<defs>\n<path id=\"days-gpPt7\"/>\n"
		    "<use id=\"days-gpPt8\" href=\"#days-gpPt7\"/>\n</defs>\n"
		    "<use href=\"#days-gpPt8\"/>\n</g>\n" },
		{ "round points are circles, full ones dots of one path", CANVAS "<defs>"
		    "<circle id='gpPt5'/><use xlink:href='#gpPt5' id='gpPt6'/>"
		    "</defs><use xlink:href='#gpPt6' transform='translate(1.50,"
		    "2.00) scale(4.50)' color='rgb(1,4,7)'/>"
		    "<use xlink:href='#gpPt6' transform='translate(2.50,2.00) "
		    "scale(4.50)' color='rgb(1,4,7)'/>"
		    "<use xlink:href='#gpPt5' transform='translate(3.00,4.00) "
		    "scale(4.50)' color='rgb(1,4,7)'/></g>", CANVAS_OUT
		    "<path stroke=\"var(--c4)\" stroke-width=\"9\" "
		    "d=\"M1.5,2h.01M2.5,2h.01\"/>\n<circle cx=\"3\" cy=\"4\" r=\"4.5\" "
		    "stroke=\"var(--c4)\"/>\n</g>\n" },
		{ "figures lose what says nothing",
		    "<path d='M10.00,0.50 L-1.230,100  Z  ' "
		    "stroke-width='0.00'/>",
		    "<path stroke-width=\"0\" d=\"M10,0.5L-1.23,100Z\"/>\n" },
		{ "and more than an eye can tell",
		    "<path d='M314.25,314.24 L-99.95,99.94 L9.99,999999.99'/>",
		    "<path d=\"M314.3,314.2L-100,99.9L9.99,1000000\"/>\n" },
		{ "a polygon is a path", "<polygon fill = 'red' "
		    "points = '1.00,2.00 3.00,2.00 3.00,4.00 '/>",
		    "<path fill=\"red\" d=\"M1,2 3,2 3,4z\"/>\n" },
		{ "a box is a short one", "<polygon fill = 'red' points = "
		    "'1.00,2.00 3.00,2.00 3.00,4.50 1.00,4.50 '/>",
		    "<path fill=\"red\" d=\"M1,2H3V4.5H1z\"/>\n" },
		{ "what is alike and together is one",
		    "<path d='M1,1' stroke='red'/><path stroke='red' d='M2,2'/>"
		    "<polygon stroke='red' points='1,2'/>"
		    "<path stroke='blue' d='M3,3'/>",
		    "<path stroke=\"red\" d=\"M1,1M2,2M1,2z\"/>\n"
		    "<path stroke=\"blue\" d=\"M3,3\"/>\n" },
		{ "but not one with a tooltip",
		    "<polygon fill='rgb(1,1,7)' points='1,2'/>"
		    "<polygon fill='rgb(2,8,1)' points='1,2'/>"
		    "<polygon fill='rgb(1,1,7)' points='1,2'/>",
		    "<path fill=\"var(--c1)\" d=\"M1,2z\"/>\n"
		    "<path fill=\"var(--c1)\" d=\"M1,2z\"><title>two</title>"
		    "</path>\n<path fill=\"var(--c1)\" d=\"M1,2z\"/>\n" },
		{ "an attribute that is not known stays",
		    "<symbol odd='a' more=\"b'c\"><line/></symbol>",
		    "<symbol odd=\"a\" more=\"b'c\">\n<line/>\n</symbol>\n" },
		{ "comments go", "<!-- a <b> --><rect/>", "<rect/>\n" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct svg_look l = look(true);
		struct buf in = { 0 }, out = { 0 }, want = { 0 };
		struct err err = { 0 };

		buf_printf(&in, BEGIN "%s</svg>\n", rows[i].in);
		buf_printf(&want, HEAD "%s</svg>\n", rows[i].want);
		const char *end = tap_guarded(in.p, in.n);
		svg_finish((struct span){ end, in.n }, &l, &out, &err);
		if (!is_text(buf_text(&out), buf_text(&want), "%s",
		    rows[i].name))
			diag("%s", err.text);
		buf_close(&in);
		buf_close(&out);
		buf_close(&want);
	}
}

static void
test_refused(void)
{
	static const struct {
		const char *name, *in;
	} rows[] = {
		{ "nothing", "" },
		{ "no SVG", "<html></html>" },
		{ "text alone", "gnuplot is ill" },
		{ "one that is cut off", BEGIN "<g>" },
		{ "one that is cut off in a tag", BEGIN "<path d='" },
		{ "one that is cut off in its markers", BEGIN CANVAS "<defs><a" },
		{ "two roots", BEGIN "</svg>" BEGIN "</svg>" },
		{ "wrong nesting", BEGIN "<g><text></g></text></svg>" },
		{ "an attribute twice", BEGIN "<path d='1' d='2'/></svg>" },
		{ "an attribute without quotes", BEGIN "<path d=1/></svg>" },
		{ "a document type", "<!DOCTYPE svg>" BEGIN "</svg>" },
		{ "a section of CDATA", BEGIN "<![CDATA[ ]]></svg>" },
		{ "nesting that is too deep", BEGIN "<g><g><g><g><g><g><g><g><g>"
		    "<g><g><g><g><g><g><g><g><g></g></g></g></g></g></g></g>"
		    "</g></g></g></g></g></g></g></g></g></g></g></svg>" },
		{ "a script", BEGIN "<script>1</script></svg>" },
		{ "a script in capitals", BEGIN "<SCRIPT>1</SCRIPT></svg>" },
		{ "an element of another time", BEGIN "<feImage/></svg>" },
		{ "an event of the picture itself",
		    "<svg xmlns='http://www.w3.org/2000/svg' onload='x()'></svg>" },
		{ "a reference in capitals",
		    BEGIN "<use HREF='javascript:x()'/></svg>" },
		{ "an address in capitals",
		    BEGIN "<path fill='URL(http://x)'/></svg>" },
		{ "an address that is hidden",
		    BEGIN "<path fill='\\75rl(http://x)'/></svg>" },
		{ "foreign content", BEGIN "<foreignObject/></svg>" },
		{ "an image", BEGIN "<image xlink:href='#a'/></svg>" },
		{ "a link", BEGIN "<a xlink:href='#a'></a></svg>" },
		{ "an event", BEGIN "<path onmousemove='x()'/></svg>" },
		{ "an event in capitals", BEGIN "<g OnClick='x()'/></svg>" },
		{ "a reference elsewhere",
		    BEGIN "<use xlink:href='http://a/#b'/></svg>" },
		{ "a reference that is code",
		    BEGIN "<use href='javascript:x()'/></svg>" },
		{ "a paint from elsewhere",
		    BEGIN "<path fill='url(http://a)'/></svg>" },
		{ "a second paint from elsewhere",
		    BEGIN "<path fill='url(#a) url(http://a)'/></svg>" },
		{ "a style with a paint from elsewhere",
		    BEGIN "<path style='fill:url(//a)'/></svg>" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct svg_look l = look(true);
		struct buf out = { 0 };
		struct err err = { 0 };
		size_t n = strlen(rows[i].in);

		buf_puts(&out, "before");
		ok(!svg_finish((struct span){ tap_guarded(rows[i].in, n), n },
		    &l, &out, &err) && err.code == ERR_CHART && out.n == 6,
		    "%s is refused", rows[i].name);
		buf_close(&out);
	}
}

static void
test_looks(void)
{
	struct buf out = { 0 };
	struct svg_look bare = { .id = "spark", .page = true };
	struct svg_look alone = look(false);
	struct err err = { 0 };
	struct span in = SPAN(BEGIN CANVAS "<g font-family='Noto Sans:Bold'>"
	    "<text fill='rgb(1,3,7)' stroke='black'>a</text></g></g></svg>");

	svg_finish(in, &bare, &out, &err);
	is_text(buf_text(&out), "<svg xmlns=\"http://www.w3.org/2000/svg\" "
	    "aria-hidden=\"true\">\n" CANVAS_OUT "<g font-weight=\"700\">\n"
	    "<text fill=\"#010307\" stroke=\"currentColor\">a</text>\n</g>\n"
	    "</g>\n</svg>\n", "without a title it is decoration");
	buf_clear(&out);
	svg_finish(in, &alone, &out, &err);
	is_text(buf_text(&out), "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
	    HEAD CANVAS_OUT "<g font-family=\"Noto Sans\" "
	    "font-weight=\"700\">\n<text fill=\"#000003\" stroke=\"black\">a"
	    "</text>\n</g>\n</g>\n</svg>\n",
	    "alone it has a prolog, its fonts and its colours");
	buf_close(&out);
}

static void
test_pdf(void)
{
	static const struct {
		const char *name, *in;
		int64_t at_s;
		const char *want; /* or NULL: untouched */
	} rows[] = {
		{ "a date", "x /CreationDate (D:20261127122743Z) y", 1620976500,
		    "x /CreationDate (D:20210514071500Z) y" },
		{ "a date before 1970", "/CreationDate (D:20261127122743Z)",
		    -1, "/CreationDate (D:19691231235959Z)" },
		{ "a date at the end", "/CreationDate (D:20261127122743", 0,
		    "/CreationDate (D:19700101000000" },
		{ "no date", "PDF", 0, NULL },
		{ "a date that is cut off", "/CreationDate (D:2026112712274",
		    0, NULL },
		{ "a date of another form", "/CreationDate (D:2026-11-27)", 0,
		    NULL },
		{ "a year that has no four digits",
		    "/CreationDate (D:20261127122743Z)", INT64_MAX, NULL },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct buf pdf = { 0 };
		const char *want = rows[i].want != NULL ? rows[i].want :
		    rows[i].in;

		buf_puts(&pdf, rows[i].in);
		ok(pdf_date(&pdf, rows[i].at_s) == (rows[i].want != NULL),
		    "%s", rows[i].name);
		is_text(buf_text(&pdf), want, "%s: what is in it then",
		    rows[i].name);
		buf_close(&pdf);
	}
}

static void
test_resolve(void)
{
	struct buf out = { 0 };

	resolve_page(SPAN("a var(--bg) var(--bgx) var(--bg,#fff) var(--none) "
	    "<p fill=\"var(--fg)\"/> \"var(--fgx)\" var(--f\"var(--"), DRAW_PRINT, &out);
	is_text(buf_text(&out), "a var(--bg) var(--bgx) var(--bg,#fff) "
	    "var(--none) <p fill=\"#000000\"/> \"var(--fgx)\" var(--f\"var(--",
	    "variables in attributes are told as colours of print, others stay");
	buf_close(&out);
}

/* Damaged files: refused, or finished; never a byte read that is not there. */
static void
test_damaged(void)
{
	enum { ROUNDS = 3000 };
	struct buf in = { 0 }, out = { 0 };
	struct svg_look l = look(true);
	struct err err = { 0 };
	uint64_t state = 1;
	int finished = 0;

	file_read(GOLDEN "-5.4.svg", FILE_MOST, &in, &err);
	for (int i = 0; i < ROUNDS; i++) {
		char *copy = malloc(in.n);

		if (copy == NULL)
			exit(1);
		memcpy(copy, in.p, in.n);
		size_t n = in.n;
		for (int j = 0; j < 1 + i % 4; j++) {
			state = state * 6364136223846793005u + 1442695040888963407u;
			size_t at = (state >> 33) % n;

			if ((state >> 20 & 7) == 0)
				n = at + 1;
			else
				copy[at] = "<>/'\"=&;:() \n\0\xff" "ag#"[
				    (state >> 24) % 18];
		}
		buf_clear(&out);
		finished += svg_finish((struct span){ copy, n }, &l, &out, &err);
		free(copy);
	}
	ok(finished > 0 && finished < ROUNDS, "damaged files do no damage");
	diag("%d of %d finished", finished, ROUNDS);
	buf_close(&in);
	buf_close(&out);
}

int
main(int argc, char **argv)
{
	bool accept = argc > 1 && strcmp(argv[1], "--accept") == 0;

	test_golden("page", true, accept);
	test_golden("alone", false, accept);
	test_gnuplot();
	test_rows();
	test_refused();
	test_looks();
	test_pdf();
	test_resolve();
	test_damaged();
	return done();
}

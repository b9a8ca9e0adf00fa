/* SPDX-License-Identifier: MIT */
/* Thousands of texts that are no friends, through script.h, gnuplot and svg.h: none runs,
 * none breaks the picture, and each is there as script_escape left it.  Without the
 * jail: it is the escaping that is tested. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "plots/gnuplot.h"
#include "plots/script.h"
#include "plots/svg.h"
#include "plots/svg_write.h"
#include "tests/tap.h"
#include "tests/unit/mutate.h"

#define GNUPLOT "/usr/bin/gnuplot"

enum { JOBS = 120, LABELS = 250, TEXT_BYTES = 600 };

static char folder[] = "/tmp/t_hostile.XXXXXX", canaries[64];

static const char *const pieces[] = { "`", "'", "\"", "\\", "\n", "\r\n", "$",
	"@", "{", "}", "^", "_", "&", "~", "%", "%s", "%n", "<", ">", "]]>",
	"<![CDATA[", "&#x41;", "&#", "&lt;", "&amp;amp;", "</text>", "<script>",
	"-->", "<!--", "\xe2\x80\xae", "\xe2\x80\xa8", "\xef\xbb\xbf", "\xff",
	"\xc3", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xc0\xaf", "\x01", "\x1b[2J",
	"\x7f", "\xc2\x85", "\xef\xbf\xbe", "\xf0\x9f\x98\x80", "a\xcc\x81",
	"e\xcc\x82\xcc\xa3", "\xee\x80\x80", "END", "\nEND\n", "\nEOD\n",
	"\n$DATA << END\n", "#", ";", "|", "!", "'.system('", "' . \"", "''",
	"%c%d%f", "{/Symbol a}", "@{x}", "\\\n", "\\x", "\\140", "' at 0,0\n",
	"'\nunset output\n", "\nexit\n", "gpPt6", "url(#a)", "rgb(1,2,7)",
	"\xd9\x85\xd8\xb1\xd8\xad", "\xe0\xb8\x81\xe0\xb8\xb3", "Lượt truy cập",
	"  ", "\t", "\xc2\xa0", "x" };
enum { PIECES = sizeof(pieces) / sizeof(*pieces) };

static const char *const commands[] = { "system('touch %s')", "`touch %s`",
	"\"`touch %s`\"", "'\nsystem('touch %s')\n", "'.system('touch %s').'",
	"\n!touch %s\n", "|touch %s", "< touch %s", "'\n`touch %s`\n'",
	"\nEND\nsystem('touch %s')\n", "${x:-`touch %s`}", "$(touch %s)",
	"\\\nsystem(\"touch %s\")\n", "'; system('touch %s')",
	"\nset output '|touch %s'\n", "\r\nload '< touch %s'\r\n",
	"\xe2\x80\xa8system('touch %s')\xe2\x80\xa8", "@x; !touch %s",
	"eval(\"system('touch %s')\")", "'\nset print '%s'\nprint 1\n" };
enum { COMMANDS = sizeof(commands) / sizeof(*commands) };

static void
make_text(char text[TEXT_BYTES], int i)
{
	char canary[80];
	size_t n = 0;

	if (i % 4 == 0) {
		const char *c = commands[next(COMMANDS)];
		const char *hole = strstr(c, "%s");

		snprintf(canary, sizeof(canary), "%s/%d", canaries, i);
		n = (size_t)snprintf(text, TEXT_BYTES, "%.*s%s%s",
		    (int)(hole - c), c, canary, hole + 2);
	}
	for (uint64_t more = next(8) + (i % 4 != 0); more > 0; more--) {
		const char *piece = pieces[next(PIECES)];

		if (n + strlen(piece) + 1 < TEXT_BYTES)
			n += (size_t)snprintf(text + n, TEXT_BYTES - n, "%s",
			    piece);
	}
	for (uint64_t more = next(3); more > 0 && n + 1 < TEXT_BYTES; more--)
		text[n++] = (char)(1 + next(255));
	text[n] = '\0';
}

/* As a picture's text has it; want gets a line for each that is not empty. */
static void
put_labels(struct script *s, struct buf *want, int from)
{
	static const struct script_type type = { STYLE_FG, SCRIPT_LEFT, 12,
		false, false };
	char text[TEXT_BYTES];

	for (int i = 0; i < LABELS; i++) {
		struct buf clean = { 0 };

		make_text(text, from + i);
		script_escape(&clean, span_of(text));
		if (clean.n > 0) {
			svg_write_text(want, buf_view(&clean));
			buf_putc(want, '\n');
		}
		script_label(s, i % 10, 3 + i, &type, text);
		buf_close(&clean);
	}
}

static void
put_script(struct script *s, struct buf *want, const char *output, int from)
{
	script_begin(s, &(struct script_page){ .form = DRAW_SVG,
		.theme = DRAW_PAGE, .output = output });
	script_open(s, "hostile", 400);
	script_axes(s, (struct script_box){ 10, 10, 900, 390 });
	script_ranges(s, 0, 1, 0, 1);
	script_data(s, "DATA");
	script_int(s, 0);
	script_int(s, 1);
	script_row(s);
	script_data_end(s);
	put_labels(s, want, from);
	script_code(s, "plot $DATA using 1:2 with points\n");
	script_shut(s);
}

/* The contents of <text>, a line each. */
static void
texts_of(const struct buf *svg, struct buf *out)
{
	struct span rest = buf_view(svg);

	for (const char *p;
	    (p = memmem(rest.p, rest.n, "<text", 5)) != NULL;) {
		rest = (struct span){ p, rest.n - (size_t)(p - rest.p) };
		span_cut(&rest, '>');
		buf_span(out, span_cut(&rest, '<'));
		buf_putc(out, '\n');
	}
}

static int
differences(const struct buf *a, const struct buf *b)
{
	struct span x = buf_view(a), y = buf_view(b);
	int n = 0;

	while (x.n > 0 || y.n > 0) {
		struct span got = span_cut(&x, '\n'), want = span_cut(&y, '\n');

		if (span_eq(got, want))
			continue;
		if (n++ < 5)
			diag("got  %.*s\nwant %.*s", (int)got.n, got.p,
			    (int)want.n, want.p);
	}
	return n;
}

static void
save(const struct buf *svg, int i)
{
	char path[100];

	snprintf(path, sizeof(path), "%s/%d.svg", folder, i);
	FILE *f = fopen(path, "w");
	if (f == NULL)
		exit(1);
	fwrite(svg->p, 1, svg->n, f);
	fclose(f);
}

static int
files(const char *path)
{
	DIR *dir = opendir(path);
	int n = -2;

	if (dir == NULL)
		return -1;
	while (readdir(dir) != NULL)
		n++;
	closedir(dir);
	return n;
}

static const char *colours[STYLE__MAX];

/* Finished, with its labels as tooltips too, and what differs from what was wanted. */
static int
check(const struct gnuplot_job *job, const struct buf *want, int i)
{
	struct svg_look look = { .id = "hostile", .title = "it's <`id`>\xff",
		.colour = colours, .colours = STYLE__MAX, .page = true };
	struct buf svg = { 0 }, got = { 0 };
	struct err err = { 0 };
	int n = 1;

	if (!job->drawn)
		diag("%s", job->err.text);
	else if (!svg_finish(buf_view(&job->image), &look, &svg, &err))
		diag("%s", err.text);
	else {
		save(&svg, i);
		texts_of(&svg, &got);
		n = differences(&got, want);
	}
	buf_close(&svg);
	buf_close(&got);
	return n;
}

static void
test_labels(void)
{
	struct gnuplot g = { GNUPLOT, folder, 300 * 1000, true };
	static struct script script[JOBS];
	static struct buf want[JOBS];
	static struct gnuplot_job job[JOBS];
	static char output[JOBS][24];
	struct err err = { 0 };
	int drawn = 0, changed = 0;

	for (int i = 0; i < JOBS; i++) {
		snprintf(output[i], sizeof(output[i]), "c%d.svg", i);
		put_script(&script[i], &want[i], output[i], i * LABELS);
		job[i].script = buf_view(&script[i].out);
		job[i].output = output[i];
	}
	ok(gnuplot_draw(&g, job, JOBS, &err), "%d texts are drawn",
	    JOBS * LABELS);
	for (int i = 0; i < JOBS; i++) {
		drawn += job[i].drawn;
		changed += check(&job[i], &want[i], i);
		script_close(&script[i]);
		buf_close(&want[i]);
		buf_close(&job[i].image);
	}
	is_int(drawn, JOBS, "gnuplot complains of none");
	is_int(changed, 0, "none is changed but by the escapes");
	is_int(files(canaries), 0, "none is run");
}

int
main(void)
{
	char command[200];

	if (access(GNUPLOT, X_OK) != 0) {
		skip("gnuplot is not installed");
		return done();
	}
	if (mkdtemp(folder) == NULL)
		return 1;
	snprintf(canaries, sizeof(canaries), "%s/canaries", folder);
	snprintf(command, sizeof(command), "mkdir %s", canaries);
	ok(system(command) == 0, "a place for canaries");
	for (unsigned c = 0; c < STYLE__MAX; c++)
		colours[c] = style_var[c];
	test_labels();
	if (access("/usr/bin/xmllint", X_OK) == 0) {
		snprintf(command, sizeof(command), "xmllint --noout %s/*.svg",
		    folder);
		ok(system(command) == 0, "each picture is XML");
	} else {
		skip("xmllint is not installed");
	}
	snprintf(command, sizeof(command), "rm -rf %s", folder);
	ok(system(command) == 0, "all is cleared");
	return done();
}

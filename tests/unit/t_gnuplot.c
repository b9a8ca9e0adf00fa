/* SPDX-License-Identifier: MIT */
/* Jobs, their failures and the jail: with a stand-in (tests/plots/stand_in.c), and with
 * gnuplot where it is installed. */
#include "plots/gnuplot.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "common/file.h"
#include "plots/child.h"
#include "tests/tap.h"

#define GNUPLOT "/usr/bin/gnuplot"

enum { JOBS = 6, SHORT_MS = 700, LONG_MS = 20 * 1000 };

static char top[] = "/tmp/t_gnuplot.XXXXXX";
static char stand_in[64], scratch[64], outside[64];

static struct span
text(const struct buf *b)
{
	return buf_view(b);
}

static bool
holds(const struct buf *b, const char *what)
{
	return b->n > 0 && memmem(b->p, b->n, what, strlen(what)) != NULL;
}

static int
entries(const char *path)
{
	DIR *dir = opendir(path);
	int n = -2; /* . and .. */

	if (dir == NULL)
		return -1;
	while (readdir(dir) != NULL)
		n++;
	closedir(dir);
	return n;
}

static void
prepare(void)
{
	char command[400];

	if (mkdtemp(top) == NULL)
		exit(1);
	snprintf(stand_in, sizeof(stand_in), "%s/stand_in", top);
	snprintf(scratch, sizeof(scratch), "%s/scratch", top);
	snprintf(outside, sizeof(outside), "%s/outside", top);
	mkdir(scratch, 0700);
	mkdir(outside, 0700);
	snprintf(command, sizeof(command), "${CC:-cc} -D_GNU_SOURCE -w -o %s "
	    "tests/plots/stand_in.c", stand_in);
	ok(system(command) == 0, "the stand-in is built");
}

static void
clear(void)
{
	char command[100];

	snprintf(command, sizeof(command), "rm -rf %s", top);
	ok(system(command) == 0, "all is cleared");
}

/* --- jobs --- */

static struct gnuplot_job jobs[JOBS];
static char output[JOBS][16];
static struct err err;

/* Script of the one of them, all else of the stand-in draw. */
static bool
run_with(const struct gnuplot *g, const char *script, size_t at)
{
	static char scripts[JOBS][4000];

	err = (struct err){ 0 };
	for (size_t i = 0; i < JOBS; i++) {
		snprintf(output[i], sizeof(output[i]), "c%zu.svg", i);
		snprintf(scripts[i], sizeof(scripts[i]), i == at ? "%s" :
		    "#draw %s", i == at ? script : output[i]);
		jobs[i].script = span_of(scripts[i]);
		jobs[i].output = output[i];
	}
	return gnuplot_draw(g, jobs, JOBS, &err);
}

static size_t
drawn(void)
{
	size_t n = 0;

	for (size_t i = 0; i < JOBS; i++)
		n += jobs[i].drawn;
	return n;
}

static void
jobs_close(void)
{
	for (size_t i = 0; i < JOBS; i++)
		buf_close(&jobs[i].image);
}

static void
test_failures(void)
{
	static const struct {
		const char *name, *script, *why;
	} rows[] = {
		{ "a complaint", "#say warning: odd\n#draw c2.svg",
		    "gnuplot: warning: odd" },
		{ "a complaint after its picture",
		    "#draw c2.svg\n#say ***", "gnuplot: ***" },
		{ "an error, of which the reason is told",
		    "#say gnuplot> set label 'x'\n#say      line 0: wrong\n"
		    "#say line 0: worse", "gnuplot: wrong" },
		{ "an echo is not told, as it may hold a stranger's text",
		    "#say gnuplot> set label 'secret'",
		    "gnuplot: a wrong command" },
		{ "what it says is made printable", "#say a\033[2Jb\xc3\xa9",
		    "gnuplot: a?[2Jb??" },
		{ "a picture that is a link elsewhere", "#link c2.svg",
		    "gnuplot: it ended with status 7" },
		{ "no picture", "", "gnuplot left no picture" },
		{ "an empty picture", "#none c2.svg",
		    "gnuplot left no picture" },
		{ "a picture by another name", "#draw other.svg",
		    "gnuplot left no picture" },
		{ "an end with status 3", "#die 3",
		    "gnuplot: it ended with status 3" },
		{ "an end with status 0, too early", "#die 0",
		    "gnuplot: it ended too early" },
		{ "a crash", "#crash", "gnuplot: it was killed: Aborted" },
		{ "a hang", "#hang", "gnuplot: it did not end in time" },
		{ "a mark of another job", "#mark 4\n#draw c2.svg",
		    "gnuplot: @@4" },
		{ "a picture that grows without end", "#fill c2.svg",
		    "gnuplot: it went beyond its limits (File size limit "
		    "exceeded)" },
		{ "memory that grows without end", "#eat",
		    "gnuplot: it ended with status 5" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct gnuplot g = { .path = stand_in, .scratch = scratch,
			.limit_ms = strcmp(rows[i].script, "#hang") == 0 ?
			SHORT_MS : LONG_MS };
		bool good = run_with(&g, rows[i].script, 2);

		ok(good && drawn() == JOBS - 1 && !jobs[2].drawn,
		    "%s costs one chart", rows[i].name);
		/* Without Landlock the link is made, and not followed. */
		bool link = strncmp(rows[i].script, "#link", 5) == 0;
		is_text(jobs[2].err.text, link && jail_abi() == 0 ?
		    "gnuplot left no picture" : rows[i].why,
		    "its error is told");
		ok(jobs[2].err.code == ERR_CHART && jobs[2].image.n == 0,
		    "as an error of charts, with no picture");
		is_int(entries(scratch), 0, "nothing is left in the folder");
		jobs_close();
	}
}

/* Where all fail, it is not tried for ever. */
static void
test_hopeless(void)
{
	static const struct {
		const char *name, *path, *why;
	} rows[] = {
		{ "one that is missing", "/nonexistent/gnuplot",
		    "cannot run /nonexistent/gnuplot: No such file or "
		    "directory" },
		{ "a folder", "/tmp", "cannot run /tmp: Permission denied (it "
		    "must be the program itself, not a script)" },
		{ "one that says no", "/bin/false",
		    "gnuplot: it ended with status 1" },
		{ "one that says nothing", "/bin/true",
		    "gnuplot: it ended too early" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct gnuplot g = { rows[i].path, scratch, LONG_MS, false };
		bool good = run_with(&g, "", JOBS);

		ok(!good && drawn() == 0, "%s draws nothing", rows[i].name);
		is_text(err.text, rows[i].why, "and why is told");
		is_text(jobs[JOBS - 1].err.text, rows[i].why, "of each chart");
	}
	struct gnuplot g = { stand_in, "/nonexistent", LONG_MS, false };
	ok(!run_with(&g, "", JOBS) && err.code == ERR_CREATE,
	    "a folder that is missing is told");
	is_int(entries(scratch), 0, "nothing is left in the folder");
}

static void
test_script_as_program(void)
{
	char path[100];
	struct gnuplot g = { path, scratch, LONG_MS, false };

	snprintf(path, sizeof(path), "%s/script", top);
	FILE *f = fopen(path, "w");
	if (f == NULL)
		exit(1);
	fputs("#!/bin/sh\nexit 0\n", f);
	fclose(f);
	chmod(path, 0755);
	if (jail_abi() == 0)
		skip("this kernel has no Landlock");
	else
		ok(!run_with(&g, "", JOBS) && strstr(err.text, "not a script"),
		    "a script in its place is not run");
}

static void
test_left_behind(void)
{
	char script[200];
	struct stat st;
	struct gnuplot g = { stand_in, scratch, LONG_MS, true };

	snprintf(script, sizeof(script), "#leave %s/left\n#draw c2.svg",
	    outside);
	ok(run_with(&g, script, 2) && drawn() == JOBS,
	    "a child that holds the streams keeps nobody waiting");
	jobs_close();
	sleep(2);
	snprintf(script, sizeof(script), "%s/left", outside);
	ok(stat(script, &st) != 0, "it is ended with its parent");
}

/* --- what the child has and may --- */

static void
test_room(void)
{
	static const struct {
		const char *line;
		int abi; /* since this one of Landlock; 0: by other means */
	} rows[] = {
		{ "PATH=/usr/bin:/bin\nLC_ALL=C.UTF-8\nHOME=/nonexistent\n"
		  "files 1\n" /* the one that it writes this into */, 0 },
		{ "session 1\n", 0 },
		{ "privileges 1\n", 0 },
		{ "core 0\n", 0 },
		{ "write here: allowed\n", 0 },
		{ "run a shell: forbidden\n", 1 },
		{ "read passwd: forbidden\n", 1 },
		{ "list /: forbidden\n", 1 },
		{ "write above: forbidden\n", 1 },
		{ "link here: forbidden\n", 1 },
		{ "folder here: forbidden\n", 1 },
		{ "rename out: forbidden\n", 2 },
		{ "read of parent: forbidden\n", 1 },
		{ "connect: forbidden\n", 4 },
		{ "signal the parent: forbidden\n", 6 },
	};
	struct gnuplot g = { stand_in, scratch, LONG_MS, false };
	int held = open("/dev/null", O_RDONLY); /* without O_CLOEXEC */

	setenv("TRUYCAP_TEST_SECRET", "1", 1);
	ok(run_with(&g, "#room c2.svg", 2) && jobs[2].drawn,
	    "the child tells what it may");
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		if (rows[i].abi > jail_abi()) {
			skip("Landlock here is of ABI %d: %s", jail_abi(),
			    rows[i].line);
			continue;
		}
		if (!ok(holds(&jobs[2].image, rows[i].line), "%s",
		    rows[i].line))
			diag("%.*s", (int)jobs[2].image.n, jobs[2].image.p);
	}
	jobs_close();
	close(held);
	/* Where it may, it has written beside its folder. */
	char command[100];
	snprintf(command, sizeof(command), "rm -rf %s/*", scratch);
	ok(system(command) == 0, "what it left is cleared");
}

static void
test_limits(void)
{
	const char *const argv[] = { stand_in, "-d", NULL };
	struct child child = { .argv = argv, .input = SPAN("#spin\n"),
		.limit_ms = LONG_MS, .cpu_s = 1 };
	struct child_end end = { 0 };
	struct err why = { 0 };

	ok(child_run(&child, &end, &why) && !child_well(&end, &why),
	    "one that computes without end is ended");
	is_text(why.text, "it went beyond its limits (CPU time limit exceeded)",
	    "by its share of the processor");
	child_end_close(&end);

	struct buf much = { 0 };
	for (int i = 0; i < 20000; i++)
		buf_puts(&much, "#say complaint after complaint\n");
	child.input = text(&much);
	ok(child_run(&child, &end, &why) && child_well(&end, &why),
	    "one that complains of much is read to its end");
	is_int((long long)end.complaints.n, CHILD_SAID_BYTES,
	    "and what it says is cut");
	child_end_close(&end);
	buf_close(&much);
}

/* --- gnuplot itself --- */

#define SVG_OF(n)                                                              \
	"set terminal svg size 300,200 noenhanced name 'c" #n "'\n"            \
	"set output 'c" #n ".svg'\n"
#define PLOT "$D << END\n1\t2\n2\t3\nEND\nplot $D with lines\n"

static bool
real(const char *const script[JOBS], bool loose)
{
	struct gnuplot g = { GNUPLOT, scratch, LONG_MS, loose };

	err = (struct err){ 0 };
	for (size_t i = 0; i < JOBS; i++) {
		snprintf(output[i], sizeof(output[i]), "c%zu.svg", i);
		jobs[i].script = span_of(script[i]);
		jobs[i].output = output[i];
	}
	return gnuplot_draw(&g, jobs, JOBS, &err);
}

static void
test_real(void)
{
	static const char *const scripts[JOBS] = { SVG_OF(0) PLOT,
		SVG_OF(1) "foo 'bar'\n" PLOT, SVG_OF(2) "set multiplot\n" PLOT,
		SVG_OF(3) "set multiplot\nplot $NONE with lines\n",
		SVG_OF(4) "$D << END\n1\n", SVG_OF(5) PLOT };
	static const bool want[JOBS] = { true, false, true, false, false, true };

	if (!ok(real(scripts, false), "gnuplot draws in its jail"))
		diag("%s", err.text);
	for (size_t i = 0; i < JOBS; i++)
		if (!ok(jobs[i].drawn == want[i] &&
		    holds(&jobs[i].image, "</svg>") == want[i],
		    "chart %zu is %sdrawn", i, want[i] ? "" : "not "))
			diag("%s", jobs[i].err.text);
	is_text(jobs[1].err.text, "gnuplot: invalid command",
	    "a wrong command is told");
	is_int(entries(scratch), 0, "nothing is left in the folder");
	jobs_close();
}

static void
test_real_forms(void)
{
	static const struct {
		const char *term, *begins;
	} rows[] = {
		{ "svg size 300,200 font 'Noto Sans,12'", "<?xml" },
		{ "pngcairo size 600,400 font 'Noto Sans,12'", "\x89PNG" },
		{ "pdfcairo size 3in,2in font 'Noto Sans,12'", "%PDF-" },
	};
	struct gnuplot_job job = { .output = "a" };
	struct gnuplot g = { GNUPLOT, scratch, LONG_MS, false };

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct buf script = { 0 };

		buf_printf(&script, "set terminal %s\nset output 'a'\n"
		    "set title 'Lượt truy cập'\n" PLOT, rows[i].term);
		job.script = text(&script);
		bool good = gnuplot_draw(&g, &job, 1, &err);
		if (!ok(good && job.drawn && span_starts(text(&job.image),
		    span_of(rows[i].begins)), "%s", rows[i].term))
			diag("%s", job.err.text);
		buf_close(&job.image);
		buf_close(&script);
	}
}

/* All the ways of gnuplot to run something or to write elsewhere: in the jail none of them
 * does, and without it most do, which shows that they are ways. */
static int
escape(bool loose)
{
	static const char *const ways[] = { "x = system('touch %s')\n",
		"x = \"`touch %s`\"\n", "set output '|touch %s'\n" PLOT,
		"plot '< touch %s; echo 1'\n", "!touch %s\n",
		"save '%s'\n", "set print '%s'\nprint 1\n",
		"set table '%s'\nplot 1\n", "set output '%s'\n" PLOT,
		"set print '|touch %s'\nprint 1\n", "load '< touch %s'\n",
		"set terminal png\nset output '%s'\n" PLOT };
	int escaped = 0;

	for (size_t i = 0; i < sizeof(ways) / sizeof(*ways); i++) {
		struct gnuplot g = { GNUPLOT, scratch, LONG_MS, loose };
		struct gnuplot_job job = { .output = "c0.svg" };
		char canary[100], script[1000];
		struct stat st;
		int n = snprintf(script, sizeof(script), SVG_OF(0));

		snprintf(canary, sizeof(canary), "%s/canary%zu", outside, i);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
		snprintf(script + n, sizeof(script) - (size_t)n, ways[i],
		    canary);
#pragma GCC diagnostic pop
		job.script = span_of(script);
		gnuplot_draw(&g, &job, 1, &err);
		buf_close(&job.image);
		if (stat(canary, &st) == 0) {
			diag("%s: %s", loose ? "without a jail" : "escaped",
			    script + n);
			escaped++;
			unlink(canary);
		}
	}
	return escaped;
}

static void
test_escapes(void)
{
	if (jail_abi() == 0) {
		skip("this kernel has no Landlock");
		return;
	}
	is_int(escape(false), 0, "nothing is run or written out of the jail");
	ok(escape(true) >= 8, "by ways that lead out of no jail");
}

static void
test_secrets(void)
{
	char secret[100], script[300];
	const char *scripts[JOBS] = { script, SVG_OF(1) PLOT, SVG_OF(2) PLOT,
		SVG_OF(3) PLOT, SVG_OF(4) PLOT, SVG_OF(5) PLOT };

	snprintf(secret, sizeof(secret), "%s/secret", outside);
	FILE *f = fopen(secret, "w");
	if (f == NULL)
		exit(1);
	fputs("1 2\n3 4\n", f);
	fclose(f);
	snprintf(script, sizeof(script), SVG_OF(0) "plot '%s'\n", secret);
	if (jail_abi() == 0)
		skip("this kernel has no Landlock");
	else
		ok(real(scripts, false) && !jobs[0].drawn && drawn() == 5,
		    "in the jail other files are not read");
	jobs_close();
	ok(real(scripts, true) && jobs[0].drawn, "without it they are");
	jobs_close();
}

int
main(void)
{
	prepare();
	test_failures();
	test_hopeless();
	test_script_as_program();
	test_left_behind();
	test_room();
	test_limits();
	if (access(GNUPLOT, X_OK) != 0) {
		skip("gnuplot is not installed");
	} else {
		test_real();
		test_real_forms();
		test_escapes();
		test_secrets();
	}
	clear();
	return done();
}

/* SPDX-License-Identifier: MIT */
#include "cli/progress.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "common/buf.h"
#include "tests/tap.h"

/* ---- what is drawn ---- */

#define MB UINT64_C(1000000)
#define S INT64_C(1000000000)

static const struct {
	const char *name;
	struct progress p;
	int64_t ns;
	size_t columns;
	const char *want;
} rows[] = {
	{ "half of it, after five seconds", { .total = 980 * MB,
	    .before = 400 * MB, .at = 90 * MB, .lines = 9500000 }, 5 * S, 79,
	    "[=================>                ] 490/980 MB  50%  1.9 M lines/s"
	    "  00:05 left" },
	{ "nothing yet", { .total = 980 * MB }, 0, 80,
	    "[>                                       ] 0/980 MB  0%  0 lines/s  "
	    "--:-- left" },
	{ "all of it", { .total = 980 * MB, .before = 980 * MB, .lines = 990 },
	    S, 60, "[====================] 980 MB  100%  990 lines/s  00:00 left" },
	{ "what was read in earlier runs tells nothing of the speed",
	    { .total = 100 * MB, .at = 60 * MB, .passed = 50 * MB,
	    .lines = 25000 }, 10 * S, 67,
	    "[=============>         ] 60/100 MB  60%  2.5 k lines/s  00:40 left" },
	{ "hours", { .total = 980000 * MB, .at = 980 * MB, .lines = 999499 },
	    10 * S, 74, "[>                           ] 1.0/980 GB  0%  100 k "
	    "lines/s  2:46:30 left" },
	{ "days", { .total = 980000 * MB, .at = MB, .lines = 1 }, 10 * S, 66,
	    "[>                         ] 0.0/980 GB  0%  0 lines/s  --:-- left" },
	{ "a narrow terminal has no bar", { .total = 980 * MB,
	    .at = 490 * MB, .lines = 9500000 }, 5 * S, 52,
	    "490/980 MB  50%  1.9 M lines/s  00:05 left" },
	{ "a very narrow one only what fits", { .total = 980 * MB,
	    .at = 490 * MB, .lines = 9500000 }, 5 * S, 15, "490/980 MB  50%" },
	{ "no columns, nothing", { .total = 980 * MB }, S, 0, "" },
	{ "a wide one has a bar of 40", { .total = 10 * MB, .at = 5 * MB,
	    .lines = 50 }, S, 500, "[====================>                   ] "
	    "5.0/10 MB  50%  50 lines/s  00:01 left" },
	{ "a log that grew meanwhile", { .total = 10 * MB, .at = 12 * MB,
	    .lines = 50 }, S, 56,
	    "[==================] 12 MB  100%  50 lines/s  00:00 left" },
	{ "standard input: lines only", { .endless = true, .at = 490 * MB,
	    .lines = 9500000 }, 5 * S, 80, "9.5 M lines  1.9 M lines/s" },
	{ "a few bytes", { .total = 900, .at = 450, .lines = 5 }, S, 56,
	    "[========>       ] 450/900 B  50%  5 lines/s  00:01 left" },
};

static void
test_drawn(void)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct buf out = { 0 };

		progress_draw(&rows[i].p, rows[i].ns, rows[i].columns, &out);
		if (!ok(strcmp(buf_text(&out), rows[i].want) == 0 &&
		    out.n <= rows[i].columns, "%s", rows[i].name))
			diag("%s", buf_text(&out));
		buf_close(&out);
	}
}

/* ---- files, one after the other ---- */

static void
test_files(void)
{
	char path[] = "/tmp/t_progress.XXXXXX";
	int fd = mkstemp(path);
	struct progress p;

	if (fd < 0 || ftruncate(fd, 1000) != 0)
		abort();
	progress_open(&p, false);
	p.terminal = false;
	progress_expect(&p, path);
	progress_expect(&p, path);
	progress_expect(&p, "/nowhere/at all");
	ok(p.total == 2000 && !p.endless, "the bytes of all files are expected");
	progress_file(&p, path);
	progress_file_end(&p);
	ok(p.before == 1000 && p.passed == 1000,
	    "a file that is not read is behind, and was no work");
	progress_file(&p, path);
	progress_at(&p, 300, 0);
	progress_at(&p, 800, 7);
	ok(p.before + p.at == 1800 && p.passed == 1300 && p.lines == 7,
	    "nor is what was read before");
	progress_file_end(&p);
	ok(p.before == 2000 && p.at == 0, "at its end all of it is behind");
	progress_file(&p, path);
	progress_at(&p, 0, 0);
	progress_at(&p, 1200, 1);
	progress_file_end(&p);
	ok(p.before == 3200, "a log that grew is as long as it is now");
	ok(p.width == 0, "and nothing is drawn where there is no terminal");
	progress_expect(&p, "-");
	ok(p.endless, "of standard input the end is not known");
	close(fd);
	unlink(path);
}

int
main(void)
{
	test_drawn();
	test_files();
	return done();
}

/* SPDX-License-Identifier: MIT */
/* gnuplot.h -- scripts to pictures, by one gnuplot for all of them.
 *
 * Scripts are ours (plots/script.h); that nothing of a log is a command in them is that
 * header's promise.  Should it be broken, the child still has: no shell (child.h), a
 * jail (jail.h) in which it runs no program, reads fonts and its own files and writes
 * into a private folder alone, and limits of time, memory and size.
 *
 * A job fails alone: on any complaint of gnuplot's between its beginning and its end, an
 * output that is missing, empty or larger than GNUPLOT_IMAGE_BYTES, or when gnuplot
 * dies or hangs in it; those behind it are then drawn by a further process.
 */
#ifndef PLOTS_GNUPLOT_H
#define PLOTS_GNUPLOT_H

#include "common/buf.h"
#include "common/err.h"

enum {
	GNUPLOT_LIMIT_MS = 30 * 1000,
	GNUPLOT_IMAGE_BYTES = 16 * 1024 * 1024
};
#define GNUPLOT_MEMORY_BYTES ((uint64_t)2 << 30)

struct gnuplot {
	const char *path;    /* of the program, with its folder */
	const char *scratch; /* a folder of ours for a private one, removed at the end */
	unsigned limit_ms;   /* for each process; 0: GNUPLOT_LIMIT_MS */
	bool loose;          /* no jail: for tests of the jail */
};

struct gnuplot_job {
	struct span script; /* begins with set terminal, set output 'NAME' */
	const char *output; /* that NAME: a-z, 0-9, "." and "_" */
	struct buf image;   /* the caller closes it; untouched when not drawn */
	bool drawn;
	struct err err;     /* ERR_CHART, when not drawn */
};

/* False: gnuplot cannot be run here, or hangs or dies whatever it is given; *err is each
 * undrawn job's err too.  True: each job says for itself. */
bool gnuplot_draw(const struct gnuplot *g, struct gnuplot_job *job, size_t n,
    struct err *err);

#endif

/* SPDX-License-Identifier: MIT */
/* progress.h -- how far a run is, on a terminal; and a line of it at the end.
 *
 *     progress_open -> progress_expect ... -> (progress_file, progress_at ...) ... -> progress_end
 *
 *     [=====>    ] 412/980 MB  42%  1.9 M lines/s  00:05 left
 *
 * Where standard error is no terminal nothing is drawn.  Nothing of a log or of a file's name
 * is in it.  Bytes are those of the files as they are stored, packed or not.
 */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include <stddef.h>
#include <stdint.h>

#include "common/err.h"

struct progress {
	bool terminal;      /* draw */
	bool verbose;       /* the last line, terminal or not */
	bool endless;       /* standard input: nobody knows how much comes */
	uint64_t total;     /* bytes of all files that were announced */
	uint64_t before;    /* of these, bytes of files that are done... */
	uint64_t passed;    /* ...and bytes that were not read in this run */
	uint64_t size, at;  /* the file at hand */
	bool begun;         /* some of it was read */
	uint64_t lines;
	int64_t start_ns, drawn_ns;
	size_t width;       /* columns of what is drawn; 0: nothing */
};

void progress_open(struct progress *p, bool verbose);
/* A file that will come, or "-". */
void progress_expect(struct progress *p, const char *path);
void progress_file(struct progress *p, const char *path);
/* So many of its bytes are behind, and so many lines more were delivered. */
void progress_at(struct progress *p, uint64_t bytes, uint64_t lines);
void progress_file_end(struct progress *p);
/* Files are read side by side from now on, or are no more: progress_at is told of the sum
 * of them.  Then those that were read to their end are done. */
void progress_abreast(struct progress *p);
void progress_done(struct progress *p, const char *path);
void progress_hide(struct progress *p); /* before something else is written */
/* lines counted, in so many files */
void progress_end(struct progress *p, uint64_t lines, size_t files);

/* What is drawn, for tests: at the clock now_ns, columns wide; NUL-terminated. */
struct buf;
void progress_draw(const struct progress *p, int64_t now_ns, size_t columns,
    struct buf *out);

#endif

/* SPDX-License-Identifier: MIT */
/* scan.h -- text to lines, and where the quotes of each line stand.
 *
 * One pass over the text, 64 bytes at a time, with the vector instructions that
 * this machine has.  Who knows the quotes of a usual log line knows all of its
 * fields without searching.
 */
#ifndef INGEST_SCAN_H
#define INGEST_SCAN_H

#include "common/span.h"

enum {
	/* The text that is gone over at once: what was found in it, and the text
	 * itself, are still in the nearest cache when its lines are parsed.
	 * Offsets in it have 16 bits. */
	SCAN_WINDOW = 16 * 1024,
	SCAN_SLACK = 4
};

/* What a machine may have.  All give the same. */
enum scan_level {
	SCAN_SCALAR,
	SCAN_SSE2,
	SCAN_AVX2,
	SCAN_NEON,
	SCAN__LEVELS
};

/* Offsets of all quotes and newlines, in their order; returns their number.
 * text: SCAN_WINDOW bytes at most; at: room for as many offsets as text has
 * bytes, and SCAN_SLACK more, which may be written to. */
struct scanner {
	size_t (*find)(struct span text, uint16_t *at);
	const char *name; /* for people: "scalar", "SSE2", "AVX2", "NEON" */
};

/* False: not on this machine, or not in this build. */
bool scan_level(enum scan_level level, struct scanner *out);
struct scanner scan_best(void);

struct scan_line {
	struct span text;      /* without its newline */
	const char *base;      /* what the offsets count from */
	const uint16_t *quote; /* all quotes of the line... */
	size_t quotes;         /* ...or 0, where they were not looked for */
};

/* Lines of one text after the other. */
struct scan {
	struct scanner scanner;
	struct span rest;
	const char *base;
	size_t i, n; /* of at: the next line's first; 0 < n: a newline is last */
	bool quotes;
	uint16_t at[SCAN_WINDOW + SCAN_SLACK];
};

/* quotes: they are wanted.  The text must live as long as its lines. */
void scan_begin(struct scan *s, struct span text, bool quotes);

/* False: there is no more.  The last line may lack its newline.  Offsets are
 * good until the next call. */
bool scan_next(struct scan *s, struct scan_line *out);

#endif

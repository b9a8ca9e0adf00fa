/* SPDX-License-Identifier: MIT */
/* when.h -- the time of a line, in whatever form the server writes it.
 *
 * A form is one of a few fixed kinds, or a pattern: strftime's conversions, of
 * which those are understood that do not depend on a locale, and %N, the digits
 * of a fraction of a second.  %+0700 (ours) reads nothing: it tells the offset
 * of a time that is written without one.
 */
#ifndef INGEST_WHEN_H
#define INGEST_WHEN_H

#include "common/err.h"
#include "ingest/instant.h"

enum when_kind {
	WHEN_CLF,     /* 10/Oct/2025:13:55:36 +0700 */
	WHEN_EPOCH,   /* since 1970, in unit */
	WHEN_FORM,
	WHEN_PATTERN
};

struct when {
	enum when_kind kind;
	enum field_unit unit; /* of WHEN_EPOCH */
	struct instant_form form; /* of WHEN_FORM */
	struct span pattern;  /* of WHEN_PATTERN; its bytes are the maker's */
};

/* Refuses conversions that are not understood. */
bool when_check(struct span pattern, struct err *err);

/* What the pattern lacks to be an instant: "date", "time of day",
 * "offset (%z)"; NULL for nothing. */
const char *when_lacks(struct span pattern);

/* A pattern to a faster kind that reads the same, where there is one. */
void when_settle(struct when *w);

/* What is remembered from line to line; begins zeroed, one for each thread. */
struct when_memo {
	struct instant_memo clf;
	struct instant_day day;
};

/* Reads a beginning of s and returns its length, or 0. */
size_t when_read(const struct when *w, struct span s, struct when_memo *memo,
    int64_t *at_s);

/* The same by a pattern. */
size_t when_pattern(struct span pattern, struct span s, int64_t *at_s);

/* The bytes of a line that can be a time are fewer. */
enum { WHEN_MAX = 128 };

#endif

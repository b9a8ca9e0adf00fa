/* SPDX-License-Identifier: MIT */
/* gaps.h -- unknown is not zero: the hours of which no log tells anything.
 *
 * An hour without a line of the site is quiet when one log stream that carries the
 * site has lines within the 6 hours before it and the 6 hours after it: the log was
 * at work, nobody came.  Else it is unknown.  An hour whose 6 hours after are not yet
 * over is undecided, and no gap, if a stream has lines within the 6 hours before.
 *
 * Of a stream the first and the last time are known, and of its sites the hours with
 * lines.  So "a stream has lines in an hour" means: a site that it carries has some,
 * and the hour lies between the stream's first and last line.  Where several
 * streams overlap, one's lines may thus speak for another that was at work as well.
 */
#ifndef AGGREGATE_GAPS_H
#define AGGREGATE_GAPS_H

#include <stddef.h>

#include "common/zone.h"

/* Where hours with lines begin, ascending. */
struct gaps_hours {
	const int64_t *start_s;
	size_t n;
};

struct gaps_stream {
	int64_t first_s, last_s;
	bool shared; /* it carries other sites too */
};

struct gaps_site {
	const struct zone *zone;
	struct gaps_hours own;    /* of the site, hours of its local days */
	struct gaps_hours all;    /* of all sites */
	const struct gaps_stream *stream; /* those that carry the site */
	size_t n_streams;
};

/* Is that hour (by its bounds) unknown?  Undecided is not. */
bool gaps_unknown(const struct gaps_site *site, int64_t start_s, int64_t end_s,
    int64_t now_s);

/* Unknown hours in a row, ascending.  Local hours that begin in since_s or later and
 * end by now_s are looked at; none before the first line of any stream. */
typedef void gaps_fn(void *self, int64_t from_s, int64_t to_s);
void gaps_find(const struct gaps_site *site, int64_t since_s, int64_t now_s,
    gaps_fn *take, void *self);

#endif

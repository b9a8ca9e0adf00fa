/* SPDX-License-Identifier: MIT */
/* availability.h -- was the site served, hour by hour, as far as its logs tell?
 *
 * Of each hour of a period its state, the first that fits (docs/DEFINITIONS.md):
 *
 *     ahead     it is not over yet
 *     down      no 2xx or 3xx to anybody, and truycap's own probe got no answer
 *     errors    more than AVAILABILITY_ERRORS_MOST % of the requests (without monitors') had a 5xx,
 *               or, without a request, the probe had one and nobody a 2xx or 3xx
 *     served    a 2xx or 3xx to anybody, monitors and the probe included
 *     quiet     lines, or an answer to the probe, but none of these; or no line where
 *               the log was at work (aggregate/gaps.h)
 *     unknown   nothing tells: not down, not zero
 *
 * Pure: values in, values out.
 */
#ifndef AGGREGATE_AVAILABILITY_H
#define AGGREGATE_AVAILABILITY_H

#include "aggregate/gaps.h"
#include "store/hours.h"

enum { AVAILABILITY_ERRORS_MOST = 5 };

#define AVAILABILITY_TABLE(X)                                                  \
	X(SERVED, "served")                                                    \
	X(QUIET, "quiet")                                                      \
	X(ERRORS, "errors")                                                    \
	X(DOWN, "down")                                                        \
	X(UNKNOWN, "unknown")                                                  \
	X(AHEAD, "ahead")
enum availability_state {
#define X(id, name) AVAILABILITY_##id,
	AVAILABILITY_TABLE(X)
#undef X
	AVAILABILITY__MAX
};
const char *availability_name(enum availability_state s);

struct availability_input {
	struct gaps_site gaps;   /* hours with lines: availability_lines */
	const struct hours_day *day; /* n of the site, ascending, of the period */
	size_t n;
	struct period days;      /* both bounds are days */
	int64_t now_s;
};

struct availability_day {
	int32_t day;
	int n;                   /* hours */
	uint8_t state[DAY_HOURS];
};

struct availability {
	struct availability_day *day; /* all days of the period */
	size_t n_days;
	int64_t hours;           /* that are over */
	int64_t state[AVAILABILITY__MAX]; /* hours of each, those ahead too */
	int64_t lines;           /* with lines: of `hours`, the log's coverage */
	int64_t answered;        /* with a 2xx or 3xx: of `hours` less the unknown ones */
	int64_t hits, errors;    /* without monitors' */
	int64_t gap_from_s, gap_to_s; /* the longest unknown time, the earliest of such */
	/* The longest run of minutes each with a 5xx and no 2xx or 3xx, the earliest of such; over
	 * midnight too. */
	int64_t outage_minutes, outage_at_s;
	int64_t untold;          /* hours of whose lines the minutes are not known */
};

void availability_find(const struct availability_input *in,
    struct availability *out);
void availability_close(struct availability *a); /* accepts zeroed */

/* Where the hours with lines of these days begin, appended to *n of *start_s, which is owned by
 * the caller (mem_free). */
void availability_lines(const struct zone *zone, const struct hours_list *list,
    int64_t **start_s, size_t *n);

#endif

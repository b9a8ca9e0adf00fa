/* SPDX-License-Identifier: MIT */
/* series.h -- what each chart shows, as values.  Who draws knows nothing of logs or stores.
 *
 * All borrows from the caller.  Texts are strangers' (hostile): who draws escapes them.
 * CHART_NONE is unknown: left empty or hatched, never drawn as zero.  Days are local day
 * numbers since 1970 (common/civil.h).
 */
#ifndef PLOTS_SERIES_H
#define PLOTS_SERIES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/lang.h"
#include "plots/words.h"

#define CHART_NONE INT64_MIN

/* What all charts have.  Titles are drawn on a chart that stands alone, and are <title> and
 * <desc> of one within a page. */
struct chart_frame {
	const char *id; /* a-z, 0-9, _: the prefix of ids in SVG, unique in a page */
	const char *title, *subtitle, *source; /* or NULL */
	enum lang lang;
	const char *const *word; /* CHART_WORD__MAX of them */
};

/* Days: visits as bars, page views as a line, one axis; the greatest bar is told. */
struct chart_day {
	int32_t day;
	int64_t visits, pages; /* or CHART_NONE */
	const char *holiday;   /* its short name, or NULL */
	bool partial;          /* hours of its log are missing, or it is not over */
	bool running;          /* which of both: it is not over */
};
struct chart_days {
	const struct chart_day *day;
	size_t n; /* 1..366: labels thin out */
};

/* Hour of the day x weekday: mean visits an hour, in hundredths. */
enum { CHART_HOURS = 24 };
struct chart_week {
	int64_t mean[7][CHART_HOURS]; /* Monday first; or CHART_NONE */
	int64_t total[7];             /* mean visits of such a day, in hundredths */
	uint32_t office[7];           /* bit h: h:00 to h+1:00 are office hours */
};

/* Months (or years): bars; the one of the report is strong, the rest pale. */
enum chart_bar_state {
	CHART_BAR_REST,
	CHART_BAR_THIS,
	CHART_BAR_YEAR_AGO, /* marked */
};
struct chart_bar {
	int year, month; /* month 0: a whole year */
	int64_t visits;  /* or CHART_NONE: missing, left empty */
	enum chart_bar_state state;
	bool partial;    /* hatched */
	bool running;    /* why: it is not over */
};
struct chart_bars {
	const struct chart_bar *bar;
	size_t n; /* 1..60 */
};

/* Who is online by hour of the day, over the days of a period, in hundredths of a person:
 * median and 10-90 % of the hours' means, and the greatest peak. */
struct chart_online {
	int64_t median[CHART_HOURS], low[CHART_HOURS], high[CHART_HOURS];
	int64_t most[CHART_HOURS]; /* whole peaks, in hundredths too */
	uint32_t office;           /* bits of hours */
};

/* Availability: a strip of hours for each day. */
enum chart_state {
	CHART_SERVED,
	CHART_QUIET,
	CHART_ERRORS,
	CHART_DOWN,
	CHART_NO_LOG,
	CHART_AHEAD /* not yet: left empty */
};
struct chart_strip_day {
	int32_t day;
	uint8_t state[CHART_HOURS]; /* enum chart_state; days of 23 or 25 h are fitted to 24 */
};
struct chart_strip {
	const struct chart_strip_day *day;
	size_t n; /* 1..366 */
};

/* Rows with a bar, a count and a share: sections, countries, sources... */
struct chart_row {
	const char *label;
	int64_t count;
	int64_t permille; /* or CHART_NONE: no column of shares has it */
};
struct chart_rows {
	const struct chart_row *row; /* most first */
	size_t n; /* 1..20 */
	const char *unit; /* head of the counts, or NULL: the word COUNT */
};

/* Whose requests: a band for each day or month, people at the bottom. */
struct chart_share {
	int32_t day;
	int64_t people, robots, others; /* hits, or CHART_NONE */
};
struct chart_shares {
	const struct chart_share *day;
	size_t n; /* 1..366 */
};

/* Response times by day, in microseconds. */
struct chart_time {
	int32_t day;
	int64_t p50_us, p95_us, p99_us; /* or CHART_NONE */
};
struct chart_times {
	const struct chart_time *day;
	size_t n; /* 1..366 */
	int64_t limit_us; /* drawn as a line (3 s); 0: none */
};

/* Ranks over the years, a small chart for each index; rank 1 is at the top, the pale column
 * is the number of ranked units. */
struct chart_rank {
	int year;
	int64_t rank, of;
};
struct chart_index {
	const char *name;
	const struct chart_rank *rank; /* by year */
	size_t n; /* 1..20 */
};
struct chart_ranks {
	const struct chart_index *index;
	size_t n; /* 1..6 in a row of three */
};

/* A line of a few pixels, for a tile. */
struct chart_spark {
	const int64_t *value; /* or CHART_NONE */
	size_t n;
};

#endif

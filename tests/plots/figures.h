/* SPDX-License-Identifier: MIT */
/* figures.h -- sample figures of each chart, for pictures and tests. */
#ifndef TESTS_PLOTS_FIGURES_H
#define TESTS_PLOTS_FIGURES_H

#include "plots/series.h"

#define FIGURES_CASE_TABLE(X)                                                  \
	X(MONTH, "month")     /* a month of a small site */                    \
	X(RUNNING, "running") /* one that is not over, with gaps */            \
	X(YEAR, "year")                                                        \
	X(DAY, "day")                                                          \
	X(ZERO, "zero")       /* nobody came */                                \
	X(UNKNOWN, "unknown") /* nothing is known */                           \
	X(HUGE, "huge")       /* thousands of millions, and more */            \
	X(HOSTILE, "hostile") /* texts that are no friends */

enum figures_case {
#define X(id, name) FIGURES_##id,
	FIGURES_CASE_TABLE(X)
#undef X
	FIGURES__MAX
};
extern const char *const figures_name[FIGURES__MAX];

enum { FIGURES_DAYS = 366 };
struct figures {
	enum figures_case of;
	size_t n; /* days */
	struct chart_day day[FIGURES_DAYS];
	struct chart_week week;
	struct chart_bar bar[13], year[5];
	struct chart_online online;
	struct chart_strip_day strip[FIGURES_DAYS];
	struct chart_row row[12];
	struct chart_share share[FIGURES_DAYS];
	struct chart_time time[FIGURES_DAYS];
	int64_t spark[13];
};
void figures_make(struct figures *f, enum figures_case of, enum lang lang);

/* The same whatever the case. */
extern const struct chart_ranks figures_ranks;

#endif

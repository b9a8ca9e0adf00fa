/* SPDX-License-Identifier: MIT */
/* show.h -- the figures of a period on one page: for a terminal, or as JSON. */
#ifndef PUBLISH_SHOW_H
#define PUBLISH_SHOW_H

#include "aggregate/period.h"
#include "publish/report.h"

enum { SHOW_HOURS = 26 };

/* An earlier period beside the one that is shown. */
struct show_other {
	bool any; /* both have lines enough to be compared */
	struct period_pair days;
	struct period_sums now, then;
	struct period_uniques now_uniques, then_uniques;
};

struct show_figures {
	struct report_figures f; /* files and classes are left out; its days' figures lie in
	                          * the period; dims is not NULL */
	enum period_kind kind;
	struct period days;      /* asked for */
	bool running;            /* it is not over */
	struct period_sums sums; /* of f.day */
	struct period_uniques uniques;
	struct show_other before, year; /* year of a year: none, it is the one before */
	int64_t hour_pages[SHOW_HOURS]; /* of a single day, since local midnight... */
	int n_hours;                    /* ...those that are due; 0: of more days */
	struct period_times times[PERIOD_TIMES__MAX];
	struct period known; /* the first and the last day that have lines, due ones */
	bool any_known;
};

void show_terminal(const struct show_figures *s,
    const struct report_style *style, struct buf *out);

/* docs/EXPORTS.md; additive only. */
void show_json(const struct show_figures *s, struct buf *out);

#endif

/* SPDX-License-Identifier: MIT */
/* show_page.h -- the page of `truycap show`, inside. */
#ifndef PUBLISH_SHOW_PAGE_H
#define PUBLISH_SHOW_PAGE_H

#include "publish/report_page.h"
#include "publish/show.h"

/* The headline's figures, as parts of which each is made: n / of. */
#define SHOW_ROWS(X)                                                           \
	/* id, label, kind */                                                  \
	X(VISITS, MSG_REPORT_VISITS, COUNT)                                    \
	X(PAGES, MSG_REPORT_PAGES, COUNT)                                      \
	X(VISITORS, MSG_REPORT_VISITORS, MEAN)                                 \
	X(UNIQUES, MSG_SHOW_UNIQUES, COUNT)                                    \
	X(HITS, MSG_REPORT_HITS, COUNT)                                        \
	X(TRAFFIC, MSG_REPORT_TRAFFIC, BYTES)                                  \
	X(BOUNCES, MSG_REPORT_BOUNCES, SHARE)                                  \
	X(DURATION, MSG_REPORT_DURATION, SECONDS)                              \
	X(PEAK, MSG_REPORT_PEAK, COUNT)                                        \
	X(MEAN, MSG_REPORT_MEAN, MEAN)                                         \
	X(ROBOTS, MSG_SHOW_ROBOTS, SHARE)                                      \
	X(DOUBT, MSG_SHOW_DOUBT, SHARE)

enum show_row {
#define X(id, label, kind) SHOW_##id,
	SHOW_ROWS(X)
#undef X
	SHOW__ROWS
};

struct show_amount {
	int64_t n, of; /* of = 0: unknown */
};
struct show_amount show_amount(enum show_row row, const struct period_sums *s,
    const struct period_uniques *u);

/* What became of it, in thousandths: of the ratio now / then, less one; of shares their
 * difference.  False: nothing to compare with. */
bool show_change(enum show_row row, struct show_amount now,
    struct show_amount then, int64_t *permille);

void show_headline(struct report_page *p, const struct show_figures *s);
void show_hours(struct report_page *p, const struct show_figures *s);
void show_lists(struct report_page *p, const struct show_figures *s);
void show_times(struct report_page *p, const struct show_figures *s);

#endif

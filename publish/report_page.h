/* SPDX-License-Identifier: MIT */
/* report_page.h -- the report for a terminal, inside: its page, sums and texts.
 *
 * A text belongs to the page's arena, unless it is of the catalogue.
 */
#ifndef PUBLISH_REPORT_PAGE_H
#define PUBLISH_REPORT_PAGE_H

#include "aggregate/period.h"
#include "common/mem.h"
#include "publish/report.h"
#include "publish/term.h"

enum {
	PAGE_LEFT = 1, /* of headings */
	PAGE_BODY = 3, /* of what stands under them */
	PAGE_GAP = 2   /* between columns */
};

struct report_page {
	struct term term;
	const struct report_figures *f;
	enum lang lang;
	int edge;      /* right margin: nothing is drawn from there on */
	int32_t today; /* the day that is not over */
	struct arena arena;
};

/* Days first..first + n - 1 of the figures.  The greatest of equals is the first. */
struct period_sums report_add_up(const struct report_page *p, size_t first,
    size_t n);
/* Of them, those whose averages mean something: without the running day, unless
 * there is no other. */
struct period_sums report_add_up_ended(const struct report_page *p,
    size_t first, size_t n);

const char *page_number(struct report_page *p, int64_t n);
/* a / b in three digits or more, "–" where b is 0. */
const char *page_ratio(struct report_page *p, int64_t a, int64_t b);
/* "31.4%"; "<0.1%" for what is little, but there. */
const char *page_percent(struct report_page *p, int64_t part, int64_t whole);
const char *page_bytes(struct report_page *p, int64_t bytes);
const char *page_duration(struct report_page *p, int64_t s); /* in words */
const char *page_short(struct report_page *p, int64_t s);    /* abbreviated */
const char *page_date(struct report_page *p, int32_t day);
const char *page_weekday(struct report_page *p, int32_t day); /* and the date */
const char *page_month(struct report_page *p, int32_t day);
const char *page_instant(struct report_page *p, int64_t at_s);
const char *page_escaped(struct report_page *p, const char *text);
/* A text of the catalogue: its holes filled with a, then b; NULL if it has fewer. */
const char *page_text(struct report_page *p, enum message id, const char *a,
    const char *b);
const char *page_count(struct report_page *p, int64_t n, enum message one,
    enum message many);

/* A blank line and a heading over the whole page. */
void page_heading(struct report_page *p, enum message title, const char *note);

/* The parts; each writes nothing where it has nothing to show. */
void report_days(struct report_page *p);
void report_tops(struct report_page *p);
void report_outcomes(struct report_page *p);
void report_ledger(struct report_page *p);

#endif

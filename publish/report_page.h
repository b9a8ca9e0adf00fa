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

/* A list of names, most first. */
struct page_list {
	enum message title, unit;
	const struct report_top *top;
	size_t n;
	int64_t whole; /* what the shares are of; 0: no shares */
};
/* The greatest keys of a dimension by that count, without those that have none of it; in the
 * reader's words where a key is no name. */
struct page_list page_dim(struct report_page *p, enum dim dim,
    enum tally_count count, size_t most);
/* Both beside one another if no name has to be cut for it, else one below the
 * other; nothing where there is nothing. */
void page_lists(struct report_page *p, struct page_list a, struct page_list b);
/* A key as it is shown; unescaped. */
const char *page_key(struct report_page *p, enum dim dim, struct span key);
/* The sum of a count over all keys that were loaded. */
int64_t page_dim_sum(const struct report_page *p, enum dim dim,
    enum tally_count count);

/* An item of a line of several, with a dot after it unless it is the last. */
void page_item(struct report_page *p, const char *text, bool last);
void page_title(struct report_page *p);
void page_period(struct report_page *p); /* the days that have lines, as items */

/* A blank line and a heading over the whole page. */
void page_heading(struct report_page *p, enum message title, const char *note);

/* The parts; each writes nothing where it has nothing to show. */
void report_days(struct report_page *p);
void report_tops(struct report_page *p);
void report_dims(struct report_page *p);     /* downloads, referrers... */
void report_audience(struct report_page *p); /* browsers, systems, devices */
void report_robots(struct report_page *p);
void report_definitions(struct report_page *p);
void report_outcomes(struct report_page *p);
void report_ledger(struct report_page *p);

#endif

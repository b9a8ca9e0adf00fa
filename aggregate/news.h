/* SPDX-License-Identifier: MIT */
/* news.h -- what a site had not had before, by day and section (METRICS P10 to P13).
 *
 * The sections are those that the site has now, so a change of them holds for the past, too.
 * A page is told by its name: a section that a parameter of the query makes has new pages
 * only where that parameter is kept (keep_query).
 */
#ifndef AGGREGATE_NEWS_H
#define AGGREGATE_NEWS_H

#include "common/mem.h"
#include "store/seen.h"

enum { NEWS_ALL = -1 };

struct news_row {
	int32_t day;
	int section;       /* number of the site's; NEWS_ALL: all, whatever their section */
	int64_t pages;     /* that answered on this day and never before */
	int64_t documents; /* downloads, likewise */
};

/* In order of day, then section; only rows that have something.  A page in several sections
 * is in the rows of each.  Names that are forgotten count in NEWS_ALL alone. */
struct news {
	struct news_row *row; /* n of them; owned */
	size_t n, cap;
	int64_t forgotten;    /* of all pages and documents */
	int64_t over;         /* that may be new, and found no room (seen.h) */
	bool any;             /* something was ever seen... */
	int32_t since;        /* ...from this day on: all is new then, so 90 days are warm-up */
};
bool news_list(const struct store_site *s, struct period days,
    struct news *out, struct err *err);
void news_close(struct news *n); /* accepts zeroed */

#endif

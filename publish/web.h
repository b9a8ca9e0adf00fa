/* SPDX-License-Identifier: MIT */
/* web.h -- the report of a period as one HTML file, and the index over all of them.
 *
 * A file holds all that it shows: style, script, pictures.  It loads nothing, and its policy
 * forbids it to (default-src 'none', and the hashes of its one style and its one script), so
 * it can be opened from a disk, sent by mail or served.  What comes from a log is escaped for its
 * place.  The same figures give the same bytes.
 */
#ifndef PUBLISH_WEB_H
#define PUBLISH_WEB_H

#include "publish/review.h"

/* The charts of the page. */
#define WEB_CHART_TABLE(X)                                                     \
	X(DAYS)                                                                \
	X(WEEK)                                                                \
	X(ONLINE)                                                              \
	X(MONTHS)                                                              \
	X(YEARS)                                                               \
	X(STRIP)                                                               \
	X(TIMES)                                                               \
	X(SHARES)

enum web_chart {
#define X(id) WEB_##id,
	WEB_CHART_TABLE(X)
#undef X
	WEB_CHART__MAX
};

/* Whether there is data for it. */
bool web_there(const struct review_charts *c, enum web_chart chart);
/* What a chart is called: the prefix of ids in it, its title, what it shows. */
const char *web_chart_id(enum web_chart chart);
enum message web_chart_title(enum web_chart chart);
enum message web_chart_about(enum web_chart chart);

/* Of more days tables go by months, and shapes have no tooltips: a page is to stay small. */
enum { WEB_LONG = 62 };

/* To another file of the same folder. */
struct web_link {
	const char *href; /* NULL: there is none */
	const char *label;
};

struct web_report {
	const struct review *review;
	const struct review_charts *charts;
	enum lang lang;
	struct span svg[WEB_CHART__MAX]; /* <svg>...</svg>; empty: not drawn */
	bool no_gnuplot;                 /* why none is drawn */
	struct web_link before, after, index;
	const struct web_link *file;     /* the same figures in other forms */
	size_t n_files;
};
void web_report(const struct web_report *w, struct buf *out);

/* All months that have figures. */
struct web_index_row {
	struct web_link page; /* href NULL: not written yet */
	const struct review_month *month;
};
struct web_index {
	const struct site *site;
	int64_t now_s;
	enum lang lang;
	const struct web_index_row *row; /* ascending */
	size_t n;
	const struct web_link *other; /* weeks, quarters, years that were written */
	size_t n_others;
};
void web_index(const struct web_index *w, struct buf *out);
/* The last REVIEW_MONTHS months up to the last one with figures, and nothing else, into
 * *out; its months point nowhere. */
bool web_months(const struct store_site *s, int64_t now_s, struct review *out,
    struct err *err);

#endif

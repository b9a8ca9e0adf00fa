/* SPDX-License-Identifier: MIT */
/* report.h -- one look at some logs: as JSON, or as a page for the terminal. */
#ifndef PUBLISH_REPORT_H
#define PUBLISH_REPORT_H

#include "common/buf.h"
#include "common/class.h"
#include "common/counter.h"
#include "common/zone.h"
#include "publish/dims.h"
#include "publish/messages.h"

struct report_top {
	const char *text;
	int64_t n;    /* views or visits */
};

struct report_figures {
	const char *site;       /* its host, name or id */
	const struct zone *zone;
	int64_t now_s;
	int64_t gap_s, window_s;
	int64_t files;          /* read */
	int64_t classes[CLASS__MAX];   /* lines */
	int64_t outcomes[OUTCOME__MAX]; /* human hits */
	const struct day_figures *day; /* ascending */
	size_t n_days;
	const struct report_top *pages, *entries; /* most first */
	size_t n_pages, n_entries;
	const struct dims *dims; /* of all these days; NULL: not asked for */
	const char *robots;     /* the list's name */
	const char *robots_sha256;
};

/* DESIGN's contract, version 1; additive only. */
void report_json(const struct report_figures *f, struct buf *out);
enum { REPORT_DIM_ROWS = 50 }; /* of each dimension, in JSON */
/* Its array "days", for other texts. */
void report_json_days(struct json *j, const struct report_figures *f);

struct report_style {
	enum lang lang;
	bool color; /* ANSI colours */
	int width;  /* columns, at least 60 */
};

/* For people: coverage, headline figures, days as bars, pages, where lines went. */
void report_terminal(const struct report_figures *f,
    const struct report_style *style, struct buf *out);

#endif

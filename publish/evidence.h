/* SPDX-License-Identifier: MIT */
/* evidence.h -- what an evidence bundle says: the review of a period, and what it rests on.
 *
 * An assessor gets no log, no address and no visitor's key, but the hashes of all that
 * was counted, and all rules: so that whoever has the logs can count again (truycap
 * verify) and find the same.  The same evidence makes the same bytes.
 */
#ifndef PUBLISH_EVIDENCE_H
#define PUBLISH_EVIDENCE_H

#include "plots/draw.h"
#include "publish/bundle.h"
#include "publish/ranks.h"
#include "publish/waterfall.h"
#include "publish/web.h"

/* A log with lines of the period, or of the day before or after it: visits reach over
 * midnight. */
struct evidence_source {
	int64_t stream;
	const char *name;     /* of its file, without the folder */
	const char *group;    /* of the configuration */
	const char *format;
	int64_t lines[CLASS__MAX]; /* of this site and these days... */
	int64_t beside;       /* ...and of the days beside them, all classes */
	int64_t first_s, last_s; /* of the whole log; first_s > last_s: no times */
	int64_t bytes;        /* counted, unpacked */
	char content[65];     /* SHA-256 of these bytes; "": the log is no longer there */
	char file[65];        /* SHA-256 of the file as it lies there now; or "" */
	int64_t file_bytes;
	bool more;            /* its content goes on behind what was counted */
};

/* Lines of a day by class. */
struct evidence_day {
	int32_t day;
	int64_t lines[CLASS__MAX];
};

/* A file that proves what no log can show. */
struct evidence_proof {
	const char *of;       /* the criterion's or figure's name */
	const char *file;     /* as it was named there */
	const char *name;     /* in the bundle; NULL: it is not there */
	const char *sha256;   /* of the file */
	int64_t bytes;
	const char *note;     /* what is wrong with it, or NULL */
};

struct evidence_chart {
	const char *id;       /* of web_chart_id: also the files' names */
	enum message title, about;
	struct buf page, svg, png; /* empty: not drawn */
};

/* A period that was read anew. */
struct evidence_restatement {
	int64_t number, at_s;
	struct period days;
	const char *reason, *by;
	int64_t visits[2], pages[2], hits[2]; /* before, after */
};

struct score;
struct presence;
struct criteria;
enum { EVIDENCE_CHARTS = WEB_CHART__MAX + 1 }; /* ranks, too */

struct evidence {
	const struct review *review;
	const struct review_charts *charts;
	enum lang lang;
	const char *version;  /* of this program */
	const char *period;   /* review_name */
	const struct evidence_source *source;
	size_t n_sources;
	const struct evidence_day *day; /* of the period, those with lines */
	size_t n_days;
	const struct evidence_proof *proof;
	size_t n_proofs;
	struct evidence_chart chart[EVIDENCE_CHARTS];
	size_t n_charts;
	const struct criteria *criteria; /* or NULL: nothing is scored */
	const struct score *score;
	const struct presence *presence;
	const struct waterfall *waterfall;
	const struct ranks *ranks;
	const struct evidence_restatement *restatement;
	size_t n_restatements;
	const char *head;     /* of the chain of sealed days; NULL: there is none */
	int64_t head_seq;
	bool pdf;             /* report.pdf will be there */
};

/* Draws what there is data for; *why: what the user should know, "" mostly. */
void evidence_draw(struct evidence *e, const struct draw_tools *tools,
    struct buf *why);
void evidence_close(struct evidence *e); /* its charts */

/* The document, in the layout of state documents (Decree 30/2020): one HTML page, which
 * pdf_make of cli/ can print.  files: what the bundle has so far, told with their hashes. */
void evidence_document(const struct evidence *e, const struct bundle *files,
    struct buf *out);

/* The data: tables, sources, definitions, limits, charts; all but settings, document and
 * proofs. */
bool evidence_data(const struct evidence *e, struct bundle *out,
    struct err *err);

/* The waterfall, as can-cu/exclusions.csv has it. */
void evidence_exclusions(const struct waterfall *w, struct buf *out);

/* Lines by day, as can-cu/lines-by-day.csv has them. */
void evidence_lines(const struct evidence_day *day, size_t n, struct buf *out);

#endif

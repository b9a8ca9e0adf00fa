/* SPDX-License-Identifier: MIT */
/* review_table.h -- a review as tables: what CSV, JSON and XLSX are made of. */
#ifndef PUBLISH_REVIEW_TABLE_H
#define PUBLISH_REVIEW_TABLE_H

#include "publish/review.h"
#include "publish/sheet.h"

struct review_table {
	const char *name;    /* docs/EXPORTS.md; a-z and - */
	enum message title;
	/* What it has: its columns, then its rows. */
	void (*columns)(struct sheet *t, enum dim dim);
	void (*rows)(const struct review *r, struct sheet *t, enum dim dim);
	enum dim dim;        /* of tables by key */
};

/* i from 0 on; false after the last. */
bool review_table(size_t i, struct review_table *out);

/* Columns and all rows of one into t, whose zone, lang, take and self are set. */
void review_table_run(const struct review *r, const struct review_table *what,
    struct sheet *t);

/* Inside: by key, from publish/review_dims.c. */
void review_dim_columns(struct sheet *t, enum dim dim);
void review_dim_rows(const struct review *r, struct sheet *t, enum dim dim);
enum message review_dim_title(enum dim dim);

/* Inside: what a review rests on, from publish/review_basis.c. */
#define REVIEW_BASIS_TABLE(X)                                                  \
	X(outcomes, "outcomes", SHEET_OUTCOMES)                                \
	X(ledger, "ledger", SHEET_LEDGER)                                      \
	X(sources, "log-files", WEB_SOURCES_TITLE)                                 \
	X(lists, "lists", SHEET_LISTS)                                         \
	X(balance, "balance", WEB_OPENING)
/* Inside: figures, from publish/review_table.c. */
#define REVIEW_FIGURES_TABLE(X)                                                \
	X(summary, "summary", SHEET_SUMMARY)                                   \
	X(days, "days", REPORT_BY_DAY)                                            \
	X(hours, "hours", SHOW_BY_HOUR)                                         \
	X(weekdays, "weekdays", SHEET_WEEKDAYS)                                \
	X(months, "months", REPORT_BY_MONTH)                                      \
	X(times, "times", SHOW_TIMES)
#define X(id, name, title)                                                     \
	void review_##id##_columns(struct sheet *t, enum dim dim);             \
	void review_##id##_rows(const struct review *r, struct sheet *t,       \
	    enum dim dim);
REVIEW_FIGURES_TABLE(X)
REVIEW_BASIS_TABLE(X)
#undef X

/* "robots" as people say it; the kind itself where it is another. */
const char *review_list_kind(enum lang lang, const char *kind);

struct review_heads {
	const char *name;
	enum message head;
	enum sheet_kind kind;
};
/* Inside: columns from an array that ends with name NULL. */
void review_columns(struct sheet *t, const struct review_heads *heads);

#endif

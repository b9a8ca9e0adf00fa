/* SPDX-License-Identifier: MIT */
/* export.h -- inside `truycap export`: what there is to export, and how each is. */
#ifndef CLI_EXPORT_H
#define CLI_EXPORT_H

#include "cli/rows.h"
#include "cli/workplace.h"
#include "publish/dims.h"
#include "store/days.h"

enum { EXPORT_COLUMNS = 24 };

struct export {
	struct db *db;
	const struct workplace *w;
	struct store_site site;      /* site.site NULL: all */
	size_t at;                   /* of the configuration */
	struct period days;          /* asked for */
	int64_t now_s;
	int32_t today;               /* of the site */
	bool by_day;
	bool public;                 /* small cells are merged */
	size_t limit;                /* rows; of each day, by_day */
	struct rows rows;
	const char *column[EXPORT_COLUMNS];
	struct zone_day day;         /* of the last hour */
	const struct dims_row *dim;  /* of what is exported, where it is a dimension */
};

/* What may be said of an export: bits. */
enum {
	EXPORT_BY_DAY = 1,
	EXPORT_LIMIT = 2,
	EXPORT_PUBLIC = 4,
	EXPORT_ALL_SITES = 8 /* unless --site is said */
};

struct export_what {
	const char *name, *about;
	int options;
	/* Appends the names of columns to e->rows (export_column). */
	void (*columns)(struct export *e);
	bool (*run)(struct export *e, struct err *err);
};

void export_column(struct export *e, const char *name);
/* "day", where rows are by day, and its value. */
void export_day_column(struct export *e);
void export_put_day(struct export *e, int32_t day);
/* The days that are asked for and are not ahead of the clock. */
struct period export_days(const struct export *e);

/* name, options, what it is; the functions are export_NAME_columns and export_NAME_run */
#define EXPORT_TABLE(X)                                                        \
	X(days, "days", 0, "the figures of each day with lines")               \
	X(hours, "hours", 0, "hits and bytes by hour, class and outcome")      \
	X(availability, "availability", 0, "hour by hour: was it served, "      \
	    "visits, who was online")                                          \
	X(weekdays, "weekdays", 0, "hits by weekday and hour")                 \
	X(uniques, "uniques", 0, "distinct visitors of months and years, "     \
	    "estimated")                                                       \
	X(times, "times", EXPORT_BY_DAY, "response times: quantiles, share "   \
	    "under 3 s")                                                       \
	X(agents, "agents", EXPORT_BY_DAY | EXPORT_LIMIT | EXPORT_PUBLIC,      \
	    "browsers, systems and devices together")                          \
	X(history, "history", 0, "months of older tools, the revision of each " \
	    "that holds")                                                      \
	X(lists, "lists", 0, "what the lines of each day were judged by: lists " \
	    "and their hashes")                                                \
	X(seen, "first-seen", 0, "pages and documents by the day on which they " \
	    "answered first")                                                  \
	X(news, "news", 0, "how many these are, by day and section")           \
	X(restatements, "restatements", 0, "periods that were read anew from " \
	    "the logs, why, and what that changed")                            \
	X(ledger, "ledger", EXPORT_ALL_SITES, "where each line read went; of all sites "      \
	    "unless --site is said")
#define X(id, name, options, about)                                            \
	void export_##id##_columns(struct export *e);                          \
	bool export_##id##_run(struct export *e, struct err *err);
EXPORT_TABLE(X)
#undef X

/* A dimension: e->dim. */
void export_dim_columns(struct export *e);
bool export_dim_run(struct export *e, struct err *err);

#endif

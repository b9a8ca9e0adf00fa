/* SPDX-License-Identifier: MIT */
/* review.h -- all that a report of a month, or of any days, needs: loaded once.
 *
 * From here on nobody asks the store: the page, its charts, JSON, CSV and XLSX are
 * made of the same struct, so they cannot differ.  What is not known is REVIEW_NONE
 * (or a false flag), never 0.  Days are local day numbers, times UTC seconds.  Texts
 * are a log's (hostile) or a configuration's: who shows them escapes them.
 */
#ifndef PUBLISH_REVIEW_H
#define PUBLISH_REVIEW_H

#include "common/holiday.h"
#include "plots/series.h"
#include "publish/show_load.h"
#include "store/streams.h"

#define REVIEW_NONE CHART_NONE

enum {
	REVIEW_HOURS = 26,    /* of a local day, at most */
	REVIEW_DAYS = 366,    /* days that are listed one by one: longer times go by months */
	REVIEW_MONTHS = 60,   /* up to the period's last one, that one included */
	REVIEW_SHORT = 13     /* of these, the last: with the same month of last year */
};

/* An hour since local midnight. */
struct review_hour {
	enum chart_state state;
	int clock;        /* 0..23: the hour that clocks show when it begins */
	int64_t visits;   /* that start in it; or REVIEW_NONE */
	int64_t online_s; /* visitor-seconds online in it; or REVIEW_NONE */
	int64_t peak;     /* most online at once in it; or REVIEW_NONE */
};

/* Every day of the period, with lines or not. */
struct review_day {
	int32_t day;
	const struct day_figures *f;   /* NULL: no lines, or ahead of the clock */
	const struct holiday *holiday; /* NULL: none; a day worked instead is one, too */
	bool working;                  /* a working day */
	bool ahead;                    /* has not begun */
	bool running;                  /* is not over */
	bool partial;                  /* running, or some of its hours are unknown */
	bool hours_known;              /* its hours' states are: else they are kept no longer */
	int n_hours;                   /* 23..25; those that it has */
	struct review_hour hour[REVIEW_HOURS];
	int64_t visits, pages;         /* REVIEW_NONE: no lines and not known to be quiet */
	int64_t people, robots, others; /* hits; likewise */
	struct period_times times;     /* of page views; hits 0: not known */
};

/* Months up to the last one of the period, ascending. */
struct review_month {
	int year, month;
	struct period days;
	int64_t visits, pages, visitor_days; /* REVIEW_NONE: not a day with lines */
	int64_t days_with_lines;
	bool partial; /* not over, or lines on fewer than 95 % of its days */
	bool running;
	bool asked;   /* it lies in the period */
};

/* How well the logs cover the period, in hours that are over (aggregate/availability.h), of
 * days whose hours are kept. */
struct review_coverage {
	int64_t hours;       /* of the period so far, without those ahead */
	int64_t state[CHART_AHEAD + 1];
	int64_t permille;    /* known hours of all: (hours - unknown) / hours; 1000 if none */
	int64_t first_s, last_s; /* of the logs' lines; first_s > last_s: none */
	int64_t gap_from_s, gap_to_s; /* the longest unknown time; equal: none */
	int64_t days_without; /* days so far with no line at all */
	/* The longest run of minutes, each with a 5xx and no success; 0: none. */
	int64_t outage_minutes, outage_at_s;
	bool known;          /* hours of some of these days are kept */
};
enum { REVIEW_COVERED = 950 }; /* permille; a period below carries a banner */

/* A log that contributed lines of the site and the period. */
struct review_source {
	int64_t stream;
	const char *path, *format;
	int64_t lines[CLASS__MAX]; /* of this site and these days */
	int64_t undated;           /* of any site, without a day: malformed... */
	int64_t first_s, last_s;   /* of the whole log; first_s > last_s: no times */
	int64_t bytes;             /* consumed in all, unpacked */
	char content[2 * HASH_KEYED_BYTES + 1]; /* hash of these bytes under the store's key */
};

/* A list by which the lines of these days were judged. */
struct review_list {
	const char *kind, *name, *version, *sha256;
	struct period days; /* the first and the last of them */
	int64_t n_days;
};

/* The opening balance, and what is counted since. */
struct review_total {
	bool opened;        /* there is a balance */
	int32_t as_of_day;
	int64_t balance;
	const char *unit, *source, *sha256, *by; /* of the balance; never NULL */
	bool known;         /* days are counted since since_day */
	int32_t since_day;
	int64_t visits;     /* counted since then up to the period's end */
	int64_t total;      /* balance and visits, where the balance counts visits */
	bool added;         /* it does */
};

struct review_means {
	int64_t mean[7][CHART_HOURS]; /* visits of an hour, in hundredths; REVIEW_NONE */
	int64_t total[7];             /* their sum, a day's; REVIEW_NONE */
	int days[7];                  /* that have such hours */
	int days_of[7][CHART_HOURS];  /* on which a mean rests */
	bool known;
};

struct review {
	struct show_loaded show; /* figures, comparisons, lists by dimension */
	const struct site *site;
	int64_t now_s;
	struct period days;      /* asked for */
	struct period due;       /* of these, up to today; from > to: none */
	enum period_kind kind;

	struct review_day *day;  /* n_days, all of the period; 0: longer than REVIEW_DAYS */
	size_t n_days;
	int64_t working_days;    /* of the due days */
	bool holidays_known;     /* the list knows all years of the period */
	struct review_month month[REVIEW_MONTHS];
	size_t n_months;         /* from the first month with lines on, at most that many */
	struct review_coverage coverage;
	struct review_means week; /* of hours that are known */
	bool hours_known;        /* figures by hour exist for some day */

	int64_t classes[CLASS__MAX]; /* lines of the period by class... */
	int64_t undated;         /* ...and without a day, of the sources below */
	struct review_source *source;
	size_t n_sources;
	struct review_list *list;
	size_t n_lists;
	struct review_total total;
	char version[32];        /* of the last run's program; "" */
	bool public;
	bool *hidden[DIM__MAX];  /* of rows of show.dims: counts of people are not told;
	                          * NULL: all are */

	struct arena arena;
};

struct review_query {
	enum period_kind kind;
	struct period days;
	int64_t now_s;
	bool usual;  /* where these have no line, the last month that has */
	bool public; /* small cells by place or agent are merged (dims_suppress) */
};

/* s->site must outlive *out: holidays, office hours and names are its.  False: the store
 * failed; *out is to be closed all the same. */
bool review_load(const struct store_site *s, const struct review_query *q,
    struct review *out, struct err *err);
void review_close(struct review *r); /* accepts zeroed */

/* "2026-10", "2026-W41", "2026-Q3", "2026", "2026-10-05" or "2026-10-05_2026-10-20": a file's
 * name without its ending, and no other bytes than these. */
void review_name(enum period_kind kind, struct period days, struct buf *out);

/* ---- charts ---- */

/* Data of the charts of a report, in the words of plots/series.h.  Titles and words are
 * who draws' business. */
struct review_charts {
	struct chart_days days;      /* n 0: no such chart; so with all below */
	struct chart_week week;
	bool has_week;
	struct chart_bars months;    /* REVIEW_SHORT */
	struct chart_bars years;     /* up to REVIEW_MONTHS; more than REVIEW_SHORT */
	struct chart_online online;
	bool has_online;
	struct chart_strip strip;
	struct chart_rows sections, countries, sources, referrers;
	struct chart_shares shares;
	struct chart_times times;
	struct chart_spark visits, pages, visitors, peaks; /* by day */
};
/* All is the arena's or the review's. */
void review_charts(const struct review *r, enum lang lang, struct arena *arena,
    struct review_charts *out);

/* ---- machine forms (docs/EXPORTS.md; additive only) ---- */

void review_json(const struct review *r, struct buf *out);

/* One table a file, NAME-days.csv and so on: review_csv_name(i) is the table's name, NULL
 * after the last. */
const char *review_csv_name(size_t i);
void review_csv(const struct review *r, size_t i, struct buf *out);

/* A workbook's bytes; ERR_USAGE where libxlsxwriter is not built in (publish/xlsx.h). */
bool review_xlsx(const struct review *r, enum lang lang, struct buf *out,
    struct err *err);

#endif

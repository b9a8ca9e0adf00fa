/* SPDX-License-Identifier: MIT */
/* metric.h -- the presence metrics by number: unit, evidence, whether per section.
 *
 * docs/DEFINITIONS.md defines each one.  Values are integers, so that they are the same
 * everywhere: ratios in millionths, times in microseconds, counts and days as they are, means in
 * millionths.  P21 (returning visitors) needs a key that outlives the day: there is none.
 */
#ifndef AGGREGATE_METRIC_H
#define AGGREGATE_METRIC_H

#include <stdbool.h>
#include <stdint.h>

enum metric_unit {
	METRIC_RATIO, /* millionths: 1,000,000 is 100 % */
	METRIC_COUNT,
	METRIC_MEAN,  /* millionths of a count */
	METRIC_TIME,  /* microseconds */
	METRIC_DAYS,
};

/* What a log can say: A the log proves it, B a proxy, C by hand with a proof. */
enum metric_class { METRIC_A, METRIC_B, METRIC_C };

/* Id, number, name (in JSON and criteria), unit, class, +1 more is better -1 less is, 0 neither,
 * 1: also of one section */
#define METRIC_TABLE(X)                                                        \
	X(HOURS_SERVED, 1, "hours-served", RATIO, A, 1, 0)                     \
	X(DAYS_PRESENT, 2, "days-present", RATIO, A, 1, 0)                     \
	X(SERVER_ERRORS, 3, "server-errors", RATIO, A, -1, 1)                  \
	X(RESPONSE_TIME, 4, "response-time", TIME, A, -1, 0)                   \
	X(HTTPS, 5, "https", RATIO, A, 1, 0)                                   \
	X(SECTIONS_REACHED, 6, "sections-reachable", RATIO, A, 1, 1)           \
	X(CONTINUITY, 7, "continuity", RATIO, A, 1, 1)                         \
	X(BROKEN_LINKS, 8, "broken-links", RATIO, A, -1, 0)                    \
	X(SECTION_ERRORS, 9, "section-errors", RATIO, A, -1, 1)                \
	X(NEW_PAGES, 10, "new-pages", COUNT, B, 1, 1)                          \
	X(NEWS_DAYS, 11, "news-days", RATIO, B, 1, 1)                          \
	X(LONGEST_GAP, 12, "longest-gap", DAYS, B, -1, 1)                      \
	X(LAG, 13, "publishing-lag", DAYS, B, -1, 1)                           \
	X(TRAFFIC, 14, "traffic", COUNT, A, 0, 0)                              \
	X(REACH, 15, "section-reach", RATIO, A, 1, 1)                          \
	X(DOMESTIC, 16, "domestic-reach", RATIO, B, 0, 0)                      \
	X(MOBILE, 17, "mobile-share", RATIO, A, 0, 0)                          \
	X(FOREIGN, 18, "foreign-pages", RATIO, A, 1, 0)                        \
	X(SOURCES, 19, "sources", RATIO, A, 0, 0)                              \
	X(DEPTH, 20, "depth", MEAN, A, 0, 0)                                   \
	X(DOWNLOADS, 22, "downloads", COUNT, A, 1, 0)                          \
	X(INTERACTION, 23, "interaction", MEAN, B, 1, 0)                       \
	X(FUNNEL, 24, "funnel", RATIO, B, 1, 0)                                \
	X(ONLINE_MEAN, 25, "online-mean", MEAN, A, 0, 0)                       \
	X(ONLINE_PEAK, 26, "online-peak", COUNT, A, 0, 0)                      \
	X(EXCLUDED, 27, "excluded-traffic", RATIO, A, 0, 0)                    \
	X(COVERAGE, 28, "log-coverage", RATIO, A, 1, 0)                        \
	X(RECONCILED, 29, "reconciliation", RATIO, C, 0, 0)

enum metric {
#define X(id, number, name, unit, class, better, section) METRIC_##id = number,
	METRIC_TABLE(X)
#undef X
	METRIC__MAX
};

/* A metric's value, three-state: unknown is not zero, and not scored. */
struct metric_value {
	bool known;
	int64_t value;  /* in the metric's unit; only where known */
	int64_t n;      /* of how many: the denominator, or the number of observations */
	int64_t part;   /* the numerator of a ratio */
};

struct metric_info {
	const char *name; /* NULL: no metric has that number */
	enum metric_unit unit;
	enum metric_class class;
	int better; /* 1: more is, -1: less is, 0: neither */
	bool of_section;
};
extern const struct metric_info metric_info[METRIC__MAX];

/* "P06" or "sections-reachable"; 0: none has that name. */
enum metric metric_named(const char *name);

#endif

/* SPDX-License-Identifier: MIT */
/* metric.h -- the presence metrics by number: what is measured, in which unit, with what evidence.
 *
 * docs/DEFINITIONS.md defines each one.  Values are integers, so that they are the same
 * everywhere: ratios in millionths, times in microseconds, counts, minutes and days as they are, means in
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
	METRIC_MINUTES,
	METRIC_DAYS,
};

/* What a log can say: A the log proves it, B a proxy, C by hand with a proof. */
enum metric_class { METRIC_A, METRIC_B, METRIC_C };

/* Id, number, name (in JSON and criteria), class, 1: also of one section */
#define METRIC_TABLE(X)                                                        \
	X(SERVED, 1, "hours-served", A, 0)                                     \
	X(PRESENT, 2, "days-present", A, 0)                                    \
	X(ERRORS, 3, "server-errors", A, 0)                                    \
	X(RESPONSE, 4, "response-time", A, 0)                                      \
	X(SECURE, 5, "https-ipv6", A, 0)                                       \
	X(REACHABLE, 6, "sections-reachable", A, 1)                            \
	X(CONTINUITY, 7, "continuity", A, 1)                                   \
	X(BROKEN, 8, "broken-links", A, 0)                                     \
	X(SECTION_ERRORS, 9, "section-errors", A, 1)                           \
	X(NEW_PAGES, 10, "new-pages", B, 1)                                    \
	X(NEWS_DAYS, 11, "news-days", B, 1)                                    \
	X(GAP, 12, "longest-gap", B, 1)                                        \
	X(LAG, 13, "publishing-lag", B, 0)                                     \
	X(TRAFFIC, 14, "traffic", A, 0)                                        \
	X(REACH, 15, "section-reach", A, 1)                                    \
	X(DOMESTIC, 16, "domestic-reach", B, 0)                                \
	X(MOBILE, 17, "mobile-share", A, 0)                                    \
	X(FOREIGN, 18, "foreign-pages", A, 0)                                  \
	X(SOURCES, 19, "sources", A, 0)                                        \
	X(DEPTH, 20, "depth", A, 0)                                            \
	X(DOWNLOADS, 22, "downloads", A, 0)                                    \
	X(INTERACTION, 23, "interaction", B, 0)                                \
	X(FUNNEL, 24, "funnel", B, 0)                                          \
	X(ONLINE_MEAN, 25, "online-mean", A, 0)                                \
	X(ONLINE_PEAK, 26, "online-peak", A, 0)                                \
	X(EXCLUDED, 27, "excluded-traffic", A, 0)                              \
	X(COVERAGE, 28, "log-coverage", A, 0)                                  \
	X(RECONCILED, 29, "reconciliation", C, 0)

enum metric {
#define X(id, number, name, class, section) METRIC_##id = number,
	METRIC_TABLE(X)
#undef X
	METRIC__MAX
};

struct metric_info {
	const char *name; /* NULL: no metric has that number */
	enum metric_class class;
	bool of_section;
};
extern const struct metric_info metric_info[METRIC__MAX];

/* What is measured of each metric; the first of a metric is meant where none is named.
 * Id, metric, name, unit, 1 if more is better, -1 if less is, 0 if neither */
#define MEASURE_TABLE(X)                                                       \
	X(SERVED, SERVED, "share", RATIO, 1)                                   \
	X(PRESENT, PRESENT, "share", RATIO, 1)                                 \
	X(ERRORS, ERRORS, "share", RATIO, -1)                                  \
	X(OUTAGE, ERRORS, "longest-run", MINUTES, -1)                          \
	X(TIME_P95, RESPONSE, "p95", TIME, -1)                                     \
	X(TIME_P50, RESPONSE, "p50", TIME, -1)                                     \
	X(TIME_UNDER, RESPONSE, "under-3s", RATIO, 1)                              \
	X(HTTPS, SECURE, "https", RATIO, 1)                                    \
	X(IPV6, SECURE, "ipv6", RATIO, 1)                                      \
	X(REACHABLE, REACHABLE, "weight", RATIO, 1)                            \
	X(CONTINUITY, CONTINUITY, "weeks", RATIO, 1)                           \
	X(BROKEN, BROKEN, "share", RATIO, -1)                                  \
	X(SECTION_4XX, SECTION_ERRORS, "client", RATIO, -1)                    \
	X(SECTION_5XX, SECTION_ERRORS, "server", RATIO, -1)                    \
	X(NEW_PAGES, NEW_PAGES, "pages", COUNT, 1)                             \
	X(NEWS_DAYS, NEWS_DAYS, "share", RATIO, 1)                             \
	X(GAP, GAP, "days", DAYS, -1)                                          \
	X(LAG_MEDIAN, LAG, "median", DAYS, -1)                                 \
	X(LAG_IN_TIME, LAG, "in-time", RATIO, 1)                               \
	X(VISITS, TRAFFIC, "visits", COUNT, 0)                                 \
	X(PAGES, TRAFFIC, "pages", COUNT, 0)                                   \
	X(VISITORS, TRAFFIC, "visitor-days", COUNT, 0)                         \
	X(VISITS_MEAN, TRAFFIC, "visits-daily-mean", MEAN, 0)                  \
	X(VISITS_MEDIAN, TRAFFIC, "visits-daily-median", MEAN, 0)              \
	X(VISITS_MOST, TRAFFIC, "visits-daily-maximum", COUNT, 0)              \
	X(PAGES_MEAN, TRAFFIC, "pages-daily-mean", MEAN, 0)                    \
	X(PAGES_MEDIAN, TRAFFIC, "pages-daily-median", MEAN, 0)                \
	X(PAGES_MOST, TRAFFIC, "pages-daily-maximum", COUNT, 0)                \
	X(VISITORS_MEAN, TRAFFIC, "visitors-daily-mean", MEAN, 0)              \
	X(VISITORS_MEDIAN, TRAFFIC, "visitors-daily-median", MEAN, 0)          \
	X(VISITORS_MOST, TRAFFIC, "visitors-daily-maximum", COUNT, 0)          \
	X(REACH, REACH, "share", RATIO, 1)                                     \
	X(DOMESTIC, DOMESTIC, "share", RATIO, 0)                               \
	X(MOBILE, MOBILE, "share", RATIO, 0)                                   \
	X(FOREIGN, FOREIGN, "share", RATIO, 1)                                 \
	X(FOREIGN_PAGES, FOREIGN, "pages", COUNT, 1)                           \
	X(FOREIGN_VISITORS, FOREIGN, "visitor-days", COUNT, 1)                 \
	X(FROM_DIRECT, SOURCES, "direct", RATIO, 0)                            \
	X(FROM_SEARCH, SOURCES, "search", RATIO, 0)                            \
	X(FROM_GOVERNMENT, SOURCES, "government", RATIO, 0)                    \
	X(FROM_SOCIAL, SOURCES, "social", RATIO, 0)                            \
	X(FROM_OTHER, SOURCES, "other", RATIO, 0)                              \
	X(DEPTH, DEPTH, "pages-per-visit", MEAN, 0)                            \
	X(BOUNCES, DEPTH, "bounces", RATIO, 0)                                 \
	X(DOWNLOADS, DOWNLOADS, "whole", COUNT, 1)                             \
	X(DOWNLOAD_PARTS, DOWNLOADS, "parts", COUNT, 0)                        \
	X(FEEDBACK, INTERACTION, "feedback-per-1000", MEAN, 1)                 \
	X(SEARCHES, INTERACTION, "searches-per-1000", MEAN, 1)                 \
	X(FUNNEL, FUNNEL, "completion", RATIO, 1)                              \
	X(ONLINE_MEAN, ONLINE_MEAN, "mean", MEAN, 0)                           \
	X(ONLINE_PEAK, ONLINE_PEAK, "peak", COUNT, 0)                          \
	X(ROBOTS, EXCLUDED, "robots", RATIO, 0)                                \
	X(INTERNAL, EXCLUDED, "internal", RATIO, 0)                            \
	X(MONITORS, EXCLUDED, "monitors", RATIO, 0)                            \
	X(RULED_OUT, EXCLUDED, "excluded", RATIO, 0)                           \
	X(MALFORMED, EXCLUDED, "malformed", RATIO, -1)                         \
	X(COVERAGE, COVERAGE, "hours", RATIO, 1)                               \
	X(RECONCILED, RECONCILED, "difference", RATIO, 0)

enum measure {
#define X(id, metric, name, unit, better) MEASURE_##id,
	MEASURE_TABLE(X)
#undef X
	MEASURE__MAX
};

struct measure_info {
	enum metric metric;
	const char *name;
	enum metric_unit unit;
	int better; /* 1: more is, -1: less is, 0: neither */
};
extern const struct measure_info measure_info[MEASURE__MAX];

/* A measure's value, three-state: unknown is not zero, and not scored. */
struct metric_value {
	bool known;
	int64_t value; /* in the measure's unit; only where known */
	int64_t n;     /* of how many: the denominator, or the number of observations */
	int64_t part;  /* the numerator of a ratio */
};

/* "P06" or "sections-reachable"; 0: none has that name. */
enum metric metric_named(const char *name);
/* Of a metric, by name; NULL or "": its first.  MEASURE__MAX: it has none of that name. */
enum measure measure_named(enum metric metric, const char *name);

#endif

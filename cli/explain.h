/* SPDX-License-Identifier: MIT */
/* explain.h -- a figure of a day, and all that it follows from. */
#ifndef CLI_EXPLAIN_H
#define CLI_EXPLAIN_H

#include "cli/workplace.h"
#include "common/class.h"
#include "common/mem.h"
#include "publish/waterfall.h"

/* name, what it is, figure of the day (struct day_figures), of an hour */
#define EXPLAIN_TABLE(X)                                                       \
	X(VISITS, "visits", "visits that start in the day: page views of a "   \
	    "visitor, each at most visit_gap after the one before", v.visits)  \
	X(VISITORS, "visitors", "different visitors with a page view in the "  \
	    "day", v.visitors)                                                 \
	X(BOUNCES, "bounces", "visits of one page view", v.bounces)            \
	X(ONLINE, "online", "visitor-seconds online: the union of online_window "\
	    "after each page view, by visitor", v.online_s)                    \
	X(PEAK, "peak", "the most visitors online at once", v.online_peak)     \
	X(PAGES, "pages", "page views: people's requests with the outcome page",\
	    h.pages)                                                           \
	X(HITS, "hits", "requests of people", h.hits)                          \
	X(BYTES, "bytes", "bytes sent to people", h.bytes)                     \
	X(ERRORS, "errors", "requests of people that ended in 4xx or 5xx",     \
	    h.errors)                                                          \
	X(ROBOTS, "robots", "requests of robots", h.robots)

enum explain_metric {
#define X(id, name, what, figure) EXPLAIN_##id,
	EXPLAIN_TABLE(X)
#undef X
	EXPLAIN__MAX
};
const char *explain_name(enum explain_metric m);
const char *explain_what(enum explain_metric m);

struct explain_log {
	int64_t stream;
	const char *path, *hash;
	int64_t consumed_bytes;
	bool has_times;
	int64_t first_s, last_s;
	int64_t classes[CLASS__MAX];
};
struct explain_link {
	int64_t seq, at_s;
	const char *kind, *hash;
};
struct explain_restatement {
	int64_t number, at_s;
	struct period days;
	const char *reason, *by;
};
struct explain_hour {
	bool known;
	int64_t value;
};

struct explain {
	struct arena arena; /* owns the texts */
	const struct site *site;
	struct store_site stored;
	int32_t day;
	enum explain_metric metric;
	bool has_lines, sealed;
	int64_t value, peak_at_s;
	struct explain_hour hour[DAY_HOURS];
	int n_hours;        /* 0: it is not of hours, or they are not known */
	struct waterfall waterfall;
	struct explain_log *log;
	const char **list;  /* "robots built-in 2026.1 3f1c..." */
	struct explain_link *link;
	struct explain_restatement *restatement;
	size_t n_logs, n_lists, n_links, n_restatements;
};

/* site, day and metric are set; one state of the store. */
bool explain_load(struct explain *e, struct db *db, struct err *err);
void explain_close(struct explain *e);

void explain_text(const struct explain *e, struct buf *out);
void explain_json(const struct explain *e, struct buf *out);

#endif

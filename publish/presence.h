/* SPDX-License-Identifier: MIT */
/* presence.h -- how present a site is in some days: METRICS' P01 to P29 (but P21), three-state.
 *
 * docs/DEFINITIONS.md defines each value.  A value that is not known is not 0.  Texts of
 * pages are a log's (hostile): who shows them escapes them.  Days are local day numbers, times
 * UTC seconds.
 */
#ifndef PUBLISH_PRESENCE_H
#define PUBLISH_PRESENCE_H

#include "aggregate/availability.h"
#include "aggregate/links.h"
#include "aggregate/period.h"
#include "common/answer.h"
#include "common/class.h"
#include "common/site.h"
#include "publish/score_page.h"

enum {
	PRESENCE_BROKEN = 20,  /* links of the list, at most */
	PRESENCE_WARM_UP = 90, /* days after the first one, in which nearly all pages are new */
	PRESENCE_LAG = 2       /* working days in which a document is in time */
};

enum presence_state { PRESENCE_UNKNOWN, PRESENCE_NO, PRESENCE_YES };
const char *presence_state_name(enum presence_state s); /* "yes", "no", "unknown" */

/* From Monday to Sunday, or what of it lies in the period. */
struct presence_week {
	int32_t monday;
	enum presence_state state; /* answered; has only errors; nobody asked */
	bool told;                 /* new content counts: after the warm-up */
	int64_t fresh;
};

/* Times without new content, in days from the last one that had some. */
struct presence_gap {
	bool known;              /* logs tell of all days of the longest, and of now_days */
	struct period longest; /* both ends have new content, or are the first or last day told */
	int64_t days, working; /* of the longest */
	int64_t now_days, now_working; /* from the last new content to the period's end */
	bool any;              /* there was new content since the warm-up... */
	int32_t last;          /* ...the last on this day */
};

struct presence_section {
	const char *id;
	const struct criteria_section *criteria; /* or NULL: only the site has it */
	int site;                /* the number of the site's; -1: nothing is counted of it */
	int64_t weight;          /* CRITERIA_ONE where no criteria say */
	bool required;
	uint32_t kinds;          /* as of criteria_section */
	enum presence_state state;
	int64_t answers[ANSWER__MAX]; /* of all witnesses */
	int64_t actions;         /* people's */
	int64_t pages, visitor_days; /* people's */
	struct presence_week *week;  /* n_weeks of the presence */
	int64_t weeks_yes, weeks_no;
	int64_t fresh_pages, fresh_documents;
	struct presence_gap gap;
	bool stale;              /* now_days or now_working is more than the limit */
	struct metric_value value[MEASURE__MAX];
};

struct presence_link {
	struct span path, from;
	int64_t hits;
};

struct presence_funnel {
	struct span name;
	int n;                   /* steps */
	int64_t reached[SITE_STEPS]; /* visitor-days that reached it and all before it */
	int64_t at_all[SITE_STEPS];  /* that reached it */
};

/* Of documents of a register. */
struct presence_lag {
	int64_t documents;       /* signed in the period, after the log's first day */
	int64_t seen, in_time, late; /* of those whose state is known */
	int64_t open;            /* not there, and the deadline is not over */
	int64_t unknown;         /* no log tells of days in which they may have been in time */
	int64_t deadline;        /* days... */
	bool working;            /* ...on which offices are open */
};

struct presence_reconciled {
	const struct criteria_reconcile *row;
	struct metric_value computed;
	bool known;
	int64_t difference;      /* millionths of the other's figure */
};

/* Of one period.  Lines: of the logs that have lines of it, the whole logs. */
struct presence {
	const struct site *site;
	const struct criteria *criteria; /* or NULL */
	struct period days;      /* asked for */
	struct period due;       /* of these, up to today; from > to: none */
	int64_t now_s;
	struct metric_value value[MEASURE__MAX]; /* of the whole site */

	struct presence_section *section;
	size_t n_sections;
	size_t n_weeks;

	struct period_sums sums;
	bool *heard;             /* of each due day: not all of its hours are unknown */
	int64_t days_known;      /* that have figures, or are quiet as a whole */
	int64_t hours[AVAILABILITY__MAX];
	int64_t hours_untold;    /* of days whose hours are kept no longer */
	int64_t gap_from_s, gap_to_s; /* the longest time without a log; equal: none */
	int64_t outage_at_s, peak_at_s;
	int64_t home_yes, home_no, home_unknown; /* days */
	int64_t working_days, working_unknown;   /* of P11 */
	bool holidays_known;     /* the list knows all years of the period */
	int64_t class_hits[CLASS__MAX];
	int64_t log_lines[CLASS__MAX];
	bool warm;               /* some of the period's days come after the warm-up... */
	struct period told;      /* ...these */
	int64_t fresh_over;      /* may be new, and found no room */
	int64_t fresh_pages, fresh_documents;
	struct presence_gap gap; /* of the whole site */
	bool coarse;             /* of some days there are only sums of months: not known */

	struct presence_link *link;
	size_t n_links;
	struct presence_funnel *funnel;
	size_t n_funnels;
	struct presence_lag lag;
	struct presence_reconciled *reconciled;
	size_t n_reconciled;
	struct arena arena;
};

struct presence_query {
	struct period days;
	int64_t now_s;
	const struct criteria *criteria; /* or NULL: the site's sections, all alike */
	bool alone;              /* without P13 and P29 */
};

/* s->site and the criteria outlive *out, which is to be closed in any case.  False: the
 * store failed, or a register is wrong (ERR_CONFIG, ERR_NOINPUT). */
bool presence_load(const struct store_site *s, const struct presence_query *q,
    struct presence *out, struct err *err);
void presence_close(struct presence *p); /* accepts zeroed */

/* For score_make. */
struct score_values presence_values(const struct presence *p);

/* ---- forms (docs/EXPORTS.md) ---- */

/* before: of the period before, or NULL. */
struct presence_pair {
	const struct presence *now, *before;
	const struct score *score; /* or NULL: no criteria */
};
/* Of its score, which there is. */
struct score_page presence_page(const struct presence_pair *p);
void presence_json(const struct presence_pair *p, struct buf *out);
void presence_csv(const struct presence_pair *p, struct buf *out);

struct presence_style {
	enum lang lang;
	bool color;
	int width;
};
void presence_text(const struct presence_pair *p,
    const struct presence_style *style, struct buf *out);

#endif

/* SPDX-License-Identifier: MIT */
/* demo.h -- what the parts of the demo share: the made-up department's site,
 * its visitors, and the log that they write. */
#ifndef TESTS_GEN_DEMO_H
#define TESTS_GEN_DEMO_H

#include "gen.h"

#define DEMO_HOST "skhcn.songlam.example"
#define DEMO_URL "https://" DEMO_HOST
#define DEMO_STAFF "192.0.2.0/26"
#define DEMO_MONITOR "192.0.2.200"

enum { DEMO_MONTHS_MAX = 121, TARGET_MAX = 256, AGENT_MAX = 256 };

/* ---- demo_site.c: content ---- */

struct section {
	const char *path; /* with its leading slash */
	bool sharepoint;  /* /Pages/...aspx, or a plain slug */
	int weight;       /* share of the articles */
};

struct article {
	int64_t at_s; /* published */
	const struct section *section;
	int id;
	char slug[120];
};

struct site_text {
	struct article *article; /* by time */
	int64_t n;
};

struct browser {
	const char *before, *after; /* around the version */
	int base;                   /* version in the first month */
	int weight;
};

void site_publish(struct site_text *s, struct rng *r, int64_t from_day,
    int64_t to_day);
void site_close(struct site_text *s);
/* An article that is out at at_s; the newer the likelier. */
void site_article(const struct site_text *s, struct rng *r, int64_t at_s,
    char target[TARGET_MAX]);
void site_document(struct rng *r, int64_t at_s, char target[TARGET_MAX]);
const char *site_section(struct rng *r);
const char *site_page(struct rng *r); /* search, forms, lists: the odd pages */
const char *site_asset(struct rng *r, bool first);
const struct browser *site_browser(struct rng *r, int *index);
bool site_workday(int64_t day); /* no weekend, no holiday */
bool site_holiday(int64_t day);

/* ---- demo_log.c: lines, files and the truth about them ---- */

enum role {
	ROLE_HUMAN,
	ROLE_ROBOT,   /* says so in its agent */
	ROLE_SCANNER, /* never gets a page */
	ROLE_STAFF,
	ROLE_MONITOR,
	ROLE_BROKEN, /* a line that is none */
	ROLE__MAX
};

struct request {
	int64_t at_s;
	enum role role;
	int server; /* 0 or 1 */
	int took_s; /* logged when it is over */
	const char *addr, *agent, *referrer;
	const char *method, *target, *protocol; /* method NULL: target is all */
	int status;
	int64_t bytes; /* of a 200 */
	bool page;     /* a page view where status and method allow it */
	bool last;     /* one of the closing visits, which stay online */
	uint64_t key;  /* of a human visitor */
};

struct span_s {
	int64_t from_s, to_s;
};

struct event {
	int64_t order_s;
	size_t at, n; /* in text */
	uint32_t seq;
	uint8_t server;
};

struct view {
	uint64_t key;
	int64_t at_s;
};

struct demo_log {
	struct rng rng; /* its own: what is dropped must not shift the rest */
	int64_t end_s, end_day;
	struct span_s burst[DEMO_MONTHS_MAX], hole[DEMO_MONTHS_MAX];
	int n_months;
	char *text;
	size_t text_n, text_room;
	struct event *event;
	size_t n, room;
	struct view *view;
	size_t n_views, view_room;
	int64_t lines[ROLE__MAX];
};

void log_add(struct demo_log *g, const struct request *q);
void log_broken(struct demo_log *g, int64_t at_s, int server,
    const char *line);
void log_write(struct demo_log *g, const char *dir);
void log_expected(struct demo_log *g, const char *dir);
void log_close(struct demo_log *g);

/* ---- demo_robots.c ---- */

void robots_day(struct demo_log *g, const struct site_text *s, struct rng *r,
    int64_t day);

#endif

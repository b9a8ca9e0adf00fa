/* SPDX-License-Identifier: MIT */
/* status.h -- the state of a store: what was read, how far, and what is wrong. */
#ifndef CLI_STATUS_H
#define CLI_STATUS_H

#include "cli/workplace.h"
#include "common/buf.h"
#include "common/class.h"
#include "common/mem.h"
#include "store/chain.h"
#include "store/days.h"
#include "store/events.h"
#include "store/ledger.h"
#include "store/size.h"

enum {
	STATUS_GAP_DAYS = 7,      /* gaps are looked for in that many days */
	STATUS_SHARED_DAYS = 7,   /* and an address that many share in these, */
	STATUS_SHARED_PAGES = 100, /* where there were so many page views; */
	STATUS_OTHER_DAYS = 30    /* and what has no name */
};

struct status_source {
	int64_t id;
	const char *group, *path, *format;
	int64_t consumed_bytes, lines;
	int64_t classes[CLASS__MAX];
	bool tail;      /* its last line, without a newline, is counted */
	bool has_times;
	int64_t first_s, last_s;
	const struct zone *zone; /* of the group's site; UTC for several */
};

struct status_site {
	const struct site *site;
	bool known;     /* the store has it; else only site is valid */
	int64_t lines;  /* of all classes */
	struct store_site stored;
	struct workplace_extent extent;
	bool stale;
	bool shared;    /* one address has over half of the last days' page views */
	struct day_open *open; /* mem_free */
	size_t n_open;
	struct size_pages pages; /* of the last STATUS_OTHER_DAYS */
};

struct status_gap {
	const struct site *site;
	int64_t from_s, to_s;
};

/* What was done by hand, the latest first. */
enum { STATUS_EVENTS = 10 };

struct status_file {
	const char *group, *path, *state;
};

enum status_state {
	STATUS_GOOD,
	STATUS_TROUBLE, /* a file in trouble, or a log that was not read to its end */
	STATUS_STALE,   /* the last run is older than stale-after */
	STATUS_EMPTY    /* nothing counted yet */
};

struct status {
	struct arena arena; /* owns the texts */
	struct zone *utc;
	int64_t now_s;
	struct ledger_last last; /* run */
	struct status_source *source;
	struct status_site *site; /* all of the configuration */
	struct status_gap *gap;
	struct status_file *file; /* those in trouble */
	struct event event[STATUS_EVENTS];
	size_t n_sources, n_sites, n_gaps, n_files, n_events;
	int64_t classes[CLASS__MAX]; /* of all sources */
	struct store_size size;
	struct chain_head chain;
	const char **warning; /* n_warnings: bounds that bite */
	size_t n_warnings;
};

/* One state of the store. */
bool status_load(const struct workplace *w, int64_t now_s,
    struct status *out, struct err *err);
void status_close(struct status *s); /* accepts zeroed */

enum status_state status_state(const struct status *s);

/* Of status_load: sizes, and warnings that follow. */
bool status_size(const struct workplace *w, struct status *s,
    struct err *err);
int status_percent(int64_t part, int64_t whole);
int status_names_percent(const struct store_size *s); /* of what there may be */

/* A contract (DESIGN 5), additive only. */
void status_json(const struct status *s, struct buf *out);
/* For people: short, aligned. */
void status_text(const struct status *s, struct buf *out);

#endif

/* SPDX-License-Identifier: MIT */
/* memo_rows.h -- what is remembered of clients, targets and referrers (memo.h). */
#ifndef AGGREGATE_MEMO_ROWS_H
#define AGGREGATE_MEMO_ROWS_H

#include "aggregate/memo.h"

/* A row of a partial's table, for one epoch and day. */
struct memo_row {
	uint32_t epoch, row;
	int32_t day;
};

/* A client is an address and an agent. */
struct memo_client {
	struct hash128 id;
	struct hash128 key;       /* the visitor's, once has_key */
	struct view_traits traits;
	uint8_t class, reason, has_key;
	uint32_t robot;
	uint16_t country;         /* cell */
	uint64_t address;         /* hash of it alone, once has_key */
	struct memo_row visitor;
	uint32_t epoch, network, place; /* terms of the partial; 0: unknown */
};

enum {
	MEMO_EXCLUDED = 1, MEMO_ROBOTS_TXT = 2, MEMO_CAMPAIGN = 4,
	MEMO_HOME = 8,
	MEMO_SOFT = 16, /* an error page's address */
	MEMO_LEAST = 32, MEMO_STEPS = 64 /* its memo_mark has them */
};
struct memo_target {
	struct hash128 id;
	uint64_t sections;
	uint32_t epoch, page;     /* term of the partial */
	uint32_t campaign;        /* likewise, with MEMO_CAMPAIGN */
	struct memo_row named[2]; /* people's and robots' page views, or downloads, of it */
	uint8_t outcome;          /* of a GET with 200 or 304 */
	uint8_t flags;
};

/* What few targets have is not in the row of each. */
struct memo_mark {
	struct hash128 id;             /* the target's */
	uint64_t viewed, posted, least; /* struct marks */
};

struct memo_referrer {
	struct hash128 id;
	uint32_t epoch, term, search; /* search: 0: none */
	struct memo_row named[2];     /* people's page views from it (and nobody else's) */
	uint8_t source;
};

/* The row of that name; *fresh: it is new. */
void *memo_row_of(struct table *t, const struct hash128 *id, uint32_t *number,
    bool *fresh);
uint32_t memo_row_number(const struct table *t, const void *row);

/* The key of the client's row of that day. */
struct visitor_row memo_visitor(struct memo *m, const struct hit *hit,
    int32_t day, struct memo_client *c);
void memo_name_referrer(struct memo *m, const struct hit *hit,
    struct hash128 *id);

#endif

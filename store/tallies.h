/* SPDX-License-Identifier: MIT */
/* tallies.h -- what is kept of a day under the keys of its dimensions. */
#ifndef STORE_TALLIES_H
#define STORE_TALLIES_H

#include "common/counter.h"
#include "common/dim.h"
#include "common/mem.h"
#include "store/names.h"
#include "store/sites.h"

/* The counts of a key, in the order of the columns.  Visits and visitor-days are those of
 * people; only dimensions that a span carries have them. */
#define TALLY_TABLE(X)                                                         \
	X(HITS, "hits")                                                        \
	X(PAGES, "pages")                                                      \
	X(BYTES, "bytes")                                                      \
	X(ROBOT_HITS, "robot_hits")                                            \
	X(ROBOT_PAGES, "robot_pages")                                          \
	X(ROBOT_BYTES, "robot_bytes")                                          \
	X(REST_HITS, "rest_hits")                                              \
	X(REST_PAGES, "rest_pages")                                            \
	X(REST_BYTES, "rest_bytes")                                            \
	X(VISITS, "visits")                                                    \
	X(VISITORS, "visitors")

enum tally_count {
#define X(id, name) TALLY_##id,
	TALLY_TABLE(X)
#undef X
	TALLY__COUNTS
};
const char *tally_count_name(enum tally_count c);

struct tally {
	struct span key;
	int64_t n[TALLY__COUNTS];
};

/* Replaces all rows of a day: drop, then put each dimension.  In a transaction. */
bool tallies_drop(const struct store_site *s, int32_t day, struct err *err);
struct tallies_day {
	struct names *names; /* of this transaction */
	int32_t day;
	enum dim dim;
	const struct tally *tally;
	size_t n;
};
bool tallies_put(const struct store_site *s, const struct tallies_day *d,
    struct err *err);

/* Sums over some days by key, those with most of `order` first, then by key; DIM_OTHER
 * among them.  Of days long ago only sums of months and years are kept (retain.h): those
 * that lie whole within the period are in it, those that it cuts are not: `coarse` has the
 * period's days that are lacking for that, at its beginning and at its end. */
struct tallies_query {
	enum dim dim;
	struct period days;
	enum tally_count order;
	size_t limit;
};
struct tallies {
	struct arena arena; /* of the keys */
	struct tally *tally; /* n of them */
	size_t n, cap;
	struct period coarse[2];
	int n_coarse; /* 0: nothing is lacking */
};
bool tallies_list(const struct store_site *s, const struct tallies_query *q,
    struct tallies *out, struct err *err);
void tallies_close(struct tallies *t); /* accepts zeroed */

/* The same day by day, in the order of days, then keys; take must not use the database.  Sums
 * of months and years are not among them. */
struct tallies_each {
	enum dim dim;
	struct period days;
	void (*take)(void *self, int32_t day, const struct tally *t);
	void *self;
};
bool tallies_each(const struct store_site *s, const struct tallies_each *e,
    struct err *err);

/* The days that a sum over these would lack, as `coarse` above: *n periods. */
bool tallies_coarse(const struct store_site *s, struct period days,
    struct period coarse[2], int *n, struct err *err);
/* Of which of these days there are only sums of months or years; from > to: of none. */
bool tallies_folded(const struct store_site *s, struct period days,
    struct period *out, struct err *err);

#endif

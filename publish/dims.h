/* SPDX-License-Identifier: MIT */
/* dims.h -- the dimensions as they are published: names, order, counts that mean something.
 *
 * docs/EXPORTS.md defines each count; a test compares it with this table.
 */
#ifndef PUBLISH_DIMS_H
#define PUBLISH_DIMS_H

#include "publish/json.h"
#include "store/tallies.h"

/* Which counts a dimension has. */
enum {
	DIMS_HITS = 1,     /* of people, robots, the rest, all */
	DIMS_PAGES = 2,
	DIMS_BYTES = 4,
	DIMS_VISITS = 8,
	DIMS_VISITORS = 16, /* visitor-days */
	DIMS_PEOPLE = 32,  /* counted of people only */
	DIMS_ROBOTS = 64,  /* of robots only */
	DIMS_SMALL = 128,  /* by place or agent: small cells are not for the public */
	DIMS_PAIR = 256    /* the key is two texts with a tabulator between them */
};
#define DIMS_TRAITS                                                            \
	(DIMS_HITS | DIMS_PAGES | DIMS_BYTES | DIMS_VISITS | DIMS_VISITORS)

/* dimension, name of its export, the count that orders it, counts */
#define DIMS_TABLE(X)                                                          \
	X(PAGE, "pages", PAGES, DIMS_PAGES | DIMS_BYTES)                       \
	X(ENTRY, "entries", VISITS, DIMS_VISITS | DIMS_PEOPLE)                 \
	X(EXIT, "exits", VISITS, DIMS_VISITS | DIMS_PEOPLE)                    \
	X(DOWNLOAD, "downloads", HITS, DIMS_HITS | DIMS_BYTES)                 \
	X(SECTION, "sections", HITS, DIMS_TRAITS)                              \
	X(SOURCE, "sources", VISITS, DIMS_PAGES | DIMS_BYTES | DIMS_VISITS |   \
	    DIMS_PEOPLE)                                                       \
	X(REFERRER, "referrers", PAGES, DIMS_PAGES | DIMS_BYTES |              \
	    DIMS_VISITS | DIMS_PEOPLE)                                         \
	X(BROKEN, "broken", HITS, DIMS_HITS | DIMS_PAIR)                       \
	X(MISSING, "missing", HITS, DIMS_HITS)                                 \
	X(SEARCH, "searches", PAGES, DIMS_PAGES | DIMS_PEOPLE)                 \
	X(CAMPAIGN, "campaigns", PAGES, DIMS_PAGES | DIMS_BYTES | DIMS_PEOPLE) \
	X(COUNTRY, "countries", VISITS, DIMS_TRAITS | DIMS_SMALL)              \
	X(BROWSER, "browsers", VISITS, DIMS_TRAITS | DIMS_PEOPLE | DIMS_SMALL) \
	X(SYSTEM, "systems", VISITS, DIMS_TRAITS | DIMS_PEOPLE | DIMS_SMALL)   \
	X(DEVICE, "devices", VISITS, DIMS_TRAITS | DIMS_PEOPLE | DIMS_SMALL)   \
	X(METHOD, "methods", HITS, DIMS_HITS | DIMS_PAGES | DIMS_BYTES)        \
	X(PROTOCOL, "protocols", HITS, DIMS_HITS | DIMS_PAGES | DIMS_BYTES)    \
	X(STATUS, "statuses", HITS, DIMS_HITS | DIMS_BYTES)                    \
	X(HOST, "hosts", HITS, DIMS_HITS | DIMS_PAGES | DIMS_BYTES)            \
	X(ROBOT, "robots", ROBOT_HITS, DIMS_HITS | DIMS_PAGES | DIMS_BYTES |   \
	    DIMS_ROBOTS)                                                       \
	X(ROBOT_KIND, "robot-kinds", ROBOT_HITS, DIMS_HITS | DIMS_PAGES |      \
	    DIMS_BYTES | DIMS_ROBOTS)                                          \
	X(SCHEME, "schemes", HITS, DIMS_TRAITS)                                \
	X(IP, "ips", HITS, DIMS_TRAITS)                                        \
	X(NETWORK, "networks", HITS, DIMS_HITS | DIMS_PAGES | DIMS_BYTES |     \
	    DIMS_SMALL)                                                        \
	X(PLACE, "places", HITS, DIMS_HITS | DIMS_PAGES | DIMS_BYTES |         \
	    DIMS_SMALL)                                                        \
	X(ANSWER, "answers", HITS, DIMS_HITS | DIMS_BYTES | DIMS_PAIR)         \
	X(SOFT, "soft-404", HITS, DIMS_HITS | DIMS_BYTES)                      \
	X(FUNNEL, "funnel", VISITORS, DIMS_VISITORS | DIMS_PEOPLE | DIMS_PAIR) \
	X(DOUBT, "uncertain", VISITORS, DIMS_PAGES | DIMS_VISITS |             \
	    DIMS_VISITORS | DIMS_PEOPLE)

struct dims_row {
	enum dim dim;
	const char *name;
	enum tally_count order;
	int counts;
};
/* i from 0 on; NULL after the last. */
const struct dims_row *dims_row(size_t i);
/* NULL: that dimension is not published as it is. */
const struct dims_row *dims_of(enum dim dim);

/* Is the count one of the dimension's? */
bool dims_has(const struct dims_row *row, enum tally_count count);

/* The sums of some days, by dimension: the greatest `limit` of each, and all of
 * DIM_TOOK. */
struct dims {
	struct tallies of[DIM__MAX];
};
bool dims_load(const struct store_site *s, struct period days, size_t limit,
    struct dims *out, struct err *err);
void dims_close(struct dims *d); /* accepts zeroed */

/* "dimensions": for each an array of its first `most` keys with all their counts; the
 * empty key is null. */
void dims_json(struct json *j, const struct dims *d, size_t most);

/* Small cells for the public: where a count of people (hits, page views, visits or
 * visitor-days) is less than `below` and not 0, people's counts of that row move into
 * one more row at the end, DIMS_SUPPRESSED.  If that one were small itself, or had
 * the counts of one row alone, which could be told from the total, the next
 * greater rows go with it.  What robots and the rest did stays; such rows come behind
 * the others, by key, as their order would tell of their counts.
 * hidden[i], of n + 1: that row's counts of people are no longer told; a row that is
 * left with nothing goes.  Returns the new n; tally has room for n + 1. */
#define DIMS_SUPPRESSED "(suppressed)"
size_t dims_suppress(struct tally *tally, size_t n, int64_t below,
    bool *hidden);

#endif

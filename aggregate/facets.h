/* SPDX-License-Identifier: MIT */
/* facets.h -- the visits and visitors of some days, by all that their spans carry.
 *
 * Hears of visits and visitor-days as they are found (visits.h), and puts them under the
 * keys of their dimensions.  Also who of them may be a robot, though its agent is a
 * browser's: reported beside the figures, with reasons, and never taken away.
 */
#ifndef AGGREGATE_FACETS_H
#define AGGREGATE_FACETS_H

#include "aggregate/source.h"
#include "aggregate/tops.h"
#include "aggregate/visits.h"
#include "common/hll.h"
#include "common/site.h"

/* Why a visitor's day is in doubt.  A day in which less than half of the visitors load an
 * asset has a server, or a log, that serves none: there no asset is no reason. */
#define DOUBT_TABLE(X)                                                         \
	X(ROBOTS_TXT, "robots.txt", "fetched robots.txt")                      \
	X(FAST, "fast", "more page views a minute than the site allows")       \
	X(ERRORS, "errors", "10 hits or more, and most of them errors")        \
	X(NO_ASSET, "no-asset", "2 page views or more, and never an asset")

enum doubt {
#define X(id, name, why) DOUBT_##id,
	DOUBT_TABLE(X)
#undef X
	DOUBT__MAX
};

struct facets_plan {
	const struct site *site;
	const struct sources *sources;
	uint64_t unique_key[2]; /* see hll.h; of the year of these days */
	bool uniques;           /* there is such a key */
};

struct facets;

struct facets *facets_open(const struct facets_plan *plan, struct tops *tops,
    struct period days);
/* Goes on with other counts and texts; what it has is kept. */
void facets_turn(struct facets *f, struct tops *tops);
void facets_close(struct facets *f); /* accepts NULL */

void facets_visit(struct facets *f, const struct visit *v);
/* more: of the visitor's conduct, what his spans do not tell; may be NULL. */
void facets_visitor(struct facets *f, const struct visitor_day *v,
    const struct conduct *more);

/* Once all is told: counts go to the tops, doubts to the figures of the days. */
void facets_end(struct facets *f, struct day_visits *figures);

/* The registers of a day's visitors, or NULL without a key. */
const struct hll *facets_uniques(const struct facets *f, int32_t day);

#endif

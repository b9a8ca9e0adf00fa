/* SPDX-License-Identifier: MIT */
/* partial.h -- everything that some lines contribute, in a form that can be merged.
 *
 * The one idea of the program.  A partial holds
 *   tallies: sums under a key (ledger, hours, dimensions);
 *   spans:   the page views of each visitor and local day (view.h);
 *   extents: the first and last time of each stream (minimum and maximum).
 * Merging partials is commutative and associative: lines may be cut into any
 * pieces, folded in any order on any number of threads, and merged in any order.
 * It is not idempotent: counting each line once is the ledger's work (store/streams.h).
 *
 * Sites and streams are numbers of this run, from 0; days are local day numbers.
 */
#ifndef COMMON_PARTIAL_H
#define COMMON_PARTIAL_H

#include "common/class.h"
#include "common/dim.h"
#include "common/hash.h"
#include "common/table.h"
#include "common/terms.h"
#include "common/view.h"

#define PARTIAL_NO_SITE UINT32_MAX /* a line that belongs to no one site */
#define PARTIAL_NO_DAY INT32_MIN   /* a line without a counted day */

/* A tally's key is all before its first uint64_t; keys have no padding. */
struct ledger_row {
	uint32_t stream, site;
	int32_t day;
	uint32_t class; /* enum class */
	uint64_t lines;
};

struct hour_row {
	uint32_t site;
	int32_t day;
	uint16_t hour;  /* since local midnight: 0..24 */
	uint8_t class;  /* enum class, counted ones only */
	uint8_t outcome;
	uint64_t hits, bytes;
	uint64_t minutes; /* bits: HOUR_MINUTES and others */
};

/* A set, so it merges: minutes of the hour in which something was answered with 2xx or 3xx, or,
 * in rows of OUTCOME_SERVER_ERROR, with 5xx; in rows of CLASS_MONITOR what truycap's
 * own probe found (enum hour_flag); that it is not known of all lines. */
#define HOUR_MINUTES ((UINT64_C(1) << 60) - 1)
#define HOUR_BIT_OK (UINT64_C(1) << 60)
#define HOUR_BIT_ERROR (UINT64_C(1) << 61)
#define HOUR_BIT_NONE (UINT64_C(1) << 62)
#define HOUR_BIT_UNTOLD (UINT64_C(1) << 63)

/* Counts under a key of a dimension. */
struct tally_row {
	uint32_t site;
	int32_t day;
	uint16_t dim;  /* enum dim */
	uint16_t who;  /* enum who */
	uint32_t key;  /* term */
	uint64_t hits, pages, bytes;
};

/* One visitor's day.  The key is all that is kept of address and agent. */
struct visitor_row {
	struct hash128 key;
	uint32_t site;
	int32_t day;
	/* not part of the row's key */
	struct conduct conduct;
	struct view_span *spans; /* n of them; owned by the partial */
	uint32_t n, cap;
};

struct extent_row {
	uint32_t stream, unused;
	int64_t first_s, last_s;
};

enum { PARTIAL_VISITOR_KEY_BYTES = sizeof(struct hash128) + 8 };

struct partial {
	struct terms terms;
	struct table ledger, hours, tallies, visitors, extents;
	size_t span_bytes; /* memory of spans */
	uint64_t seed;
};

void partial_open(struct partial *p, uint64_t seed);
void partial_close(struct partial *p); /* accepts zeroed */
void partial_clear(struct partial *p);

/* window_s: W of that visitor's site. */
void partial_view(struct partial *p, const struct visitor_row *key,
    struct view_span span, int64_t window_s);
/* The same of a visitor whose row is at hand. */
void partial_view_at(struct partial *p, struct visitor_row *v,
    struct view_span span, int64_t window_s);
void partial_extent(struct partial *p, uint32_t stream, int64_t at_s);

/* dst becomes the union of both.  window_s[site] for each site.  src is only read. */
void partial_merge(struct partial *dst, const struct partial *src,
    const int64_t *window_s);

/* What belongs to days goes, for it was packed; ledger and extents stay. */
void partial_shed(struct partial *p);

bool partial_empty(const struct partial *p);
bool partial_has_days(const struct partial *p);
size_t partial_bytes(const struct partial *p); /* that its rows take, about */

/* The partial's dictionary, for comparing views. */
struct view_texts partial_texts(const struct partial *p);

#endif

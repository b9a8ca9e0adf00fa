/* SPDX-License-Identifier: MIT */
/* parts.h -- the parts of open days: appended by commits, merged when they are read. */
#ifndef STORE_PARTS_H
#define STORE_PARTS_H

#include "common/counter.h"
#include "common/mem.h"
#include "store/packed.h"
#include "store/part.h"
#include "store/sites.h"

/* Some days of a site, merged. */
struct parts {
	struct terms terms;
	struct visit_span *span; /* by key, then time; more than W apart in a day */
	size_t n, cap;
	struct table hours, tallies; /* hour_row, tally_row; site is 0 */
	struct table conducts;       /* struct parts_conduct: of visitors without spans */
};
struct parts_conduct {
	struct hash128 key;
	int32_t day;
	uint32_t unused;
	struct conduct conduct;
};
void parts_close(struct parts *p); /* accepts zeroed */

struct parts_query {
	struct period days; /* spans of these, */
	struct period sums; /* hours, tallies and conduct of these */
	int64_t since_s;    /* spans whose last view is before are left out */
	bool carried;       /* with the carried records of sealed days */
	/* Of days after this one only spans of these keys, in order (n_only = 0: of none). */
	int32_t only_after;
	const struct hash128 *only;
	size_t n_only;
	/* Of a wide day not all at once: the visitors and the texts of this one of so many
	 * slices; hours come with the first.  slices 0 or 1: all. */
	uint32_t slice, slices;
	uint64_t below_bytes; /* only parts that are smaller; 0: all.  Not of a pool. */
};

/* A slice is a range of keys, which are hashes, and of hashes of texts.  Large parts of wide
 * days are stored as one for each of PARTS_SLICES; others have something of all. */
enum { PARTS_SLICES = 256 };
uint32_t parts_slice_of_key(const struct hash128 *key, uint32_t slices);
uint32_t parts_slice_of_text(uint64_t seed, struct span text, uint32_t slices);
bool parts_split(const struct store_site *s, int32_t day, struct span body,
    struct err *err);

/* In how many slices (a power of two) these days are to be loaded, so that memory stays bounded. */
bool parts_slices(const struct store_site *s, struct period days,
    uint32_t *slices, struct err *err);

/* What the database has of some days, not looked at yet. */
struct parts_raw {
	struct parts_body {
		int32_t day;
		struct span body; /* of own, or of the site's pool */
		struct buf own;
	} *body; /* n of them */
	size_t n, cap;
	struct visit_span *carried; /* in order */
	size_t n_carried, cap_carried;
};
bool parts_fetch(const struct store_site *s, const struct parts_query *q,
    struct parts_raw *out, struct err *err);
void parts_raw_close(struct parts_raw *raw); /* accepts zeroed */

/* Pure: several threads may merge what was fetched.  *q as it was for fetching, or with
 * less. */
struct parts_rules {
	const struct parts_query *q;
	int64_t window_s;
	uint64_t seed;
};
bool parts_merge(const struct parts_raw *raw, const struct parts_rules *rules,
    struct parts *out, struct err *err);

/* Adds, to what was merged with no key of q->only, the later days' spans of these. */
bool parts_merge_later(const struct parts_raw *raw,
    const struct parts_rules *rules, struct parts *p, struct err *err);

/* Both, a part after the other. */
bool parts_load(const struct store_site *s, const struct parts_query *q,
    struct parts *out, struct err *err);

/* Inside: spans came in runs, each in order; where each begins. */
struct parts_runs {
	size_t *run; /* n of them */
	size_t n, cap;
};
void parts_unite(struct parts *p, struct parts_runs *runs, int64_t window_s);

/* What the parts of a day take in the store. */
bool parts_bytes(const struct store_site *s, int32_t day, uint64_t *bytes,
    struct err *err);

/* Appends them, or takes their bytes over into the sites' pools; days with many parts are
 * merged into one.  site[] by the run's site number.  In a transaction. */
bool parts_put(const struct store_site *site, struct packed *packed,
    struct err *err);
/* What is left in the site's pool goes into the database.  In the same transaction. */
bool parts_store_pool(const struct store_site *s, struct err *err);

#endif

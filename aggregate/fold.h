/* SPDX-License-Identifier: MIT */
/* fold.h -- hits into a partial: the sink that ingest delivers to.
 *
 * One fold serves one thread.  It decides the site of each hit, its class and its
 * outcome, and adds it to the ledger, the tallies and the visitor's spans.
 */
#ifndef AGGREGATE_FOLD_H
#define AGGREGATE_FOLD_H

#include "aggregate/classify.h"
#include "common/partial.h"
#include "store/packed.h"

enum {
	FOLD_FUTURE_S = 26 * 3600, /* METRICS: more than 26 h ahead is `future` */
	/* Kept partials larger than this are packed rather than merged with more: small
	 * tables are faster than large ones, and parts are merged when they are read. */
	FOLD_PACK_BYTES = 24 * 1024 * 1024
};

/* What all folds of a run share; read-only while they work. */
struct fold_plan {
	const struct site *const *site; /* by the run's site number */
	size_t n_sites;
	const int32_t *sealed;  /* last sealed day of each site; INT32_MIN: none */
	uint32_t only;          /* the one site of these logs, or PARTIAL_NO_SITE: by host */
	const char *const *trusted; /* proxies of these logs (proxy.h); may be NULL */
	const struct lists *lists;
	const struct hash_keys *keys;
	int64_t now_s;          /* the run's clock */
};

struct fold;

bool fold_open(const struct fold_plan *plan, struct fold **out,
    struct err *err);
void fold_close(struct fold *f); /* accepts NULL */

struct hit_sink fold_sink(struct fold *f);

/* What was kept: a partial, and what was packed of it already.  The caller may
 * merge and clear them between batches. */
struct partial *fold_kept(struct fold *f);
struct packed *fold_packed(struct fold *f);

/* Packs the days of what was kept.  Folds of several threads may do so at once. */
void fold_pack(struct fold *f);

/* What is provisional, with nothing left in the blocks; and its days go, for they were
 * packed.  Its ledger and extents stay, to be kept or dropped. */
struct partial *fold_taken(struct fold *f);
void fold_shed_taken(struct fold *f);

size_t fold_bytes(const struct fold *f); /* memory of kept, packed and provisional */
/* Of these the first two, which only keep() and the caller change; and the last. */
size_t fold_kept_bytes(const struct fold *f);
size_t fold_taken_bytes(const struct fold *f);

#endif

/* SPDX-License-Identifier: MIT */
/* chain.h -- what sealed days were like, as a chain of hashes: a quiet edit shows.
 *
 * A link is added in the transaction that seals a day or changes one that is sealed.  Its body
 * has a line for each table and day (store/stmt_chain.h), with the SHA-256 of its rows by
 * their strings, a line a row, fields separated by tabs:
 *
 *     2026-10-01 tally 3f1c...        the rows of that day
 *     2026-10-01..2026-10-31 hour -   there are none any more
 *     * baseline 77ab...              rows of the site that are of no day
 *     source 12 104857600 9e02...     so many bytes of that stream were read; their prefix hash
 *
 * Of a day and table the latest line holds.  Tables have digests of their own, so that those of
 * the figures can still be checked when details have been forgotten.  The hash of a link is
 * the SHA-256 of "SEQ\nAT\nKIND\nSITE\nFIRST\nLAST\nDIGEST\nPREV\n", DIGEST that of the body, PREV
 * the hash of the link before (64 zeros of the first).
 *
 * Who can write the database can also write a whole new chain.  That shows where the
 * head of the chain was noted elsewhere: chain_check finds a head among the links, or not.
 */
#ifndef STORE_CHAIN_H
#define STORE_CHAIN_H

#include "common/buf.h"
#include "common/counter.h"
#include "store/db.h"

#define CHAIN_KIND_TABLE(X)                                                    \
	X(SEAL, "seal", "a day is final")                                      \
	X(RESTATE, "restate", "days were read anew from the logs")             \
	X(MERGE, "merge", "days came from another store")                      \
	X(FORGET, "forget", "details of days were forgotten")                  \
	X(FOLD, "fold", "details of days became sums")                         \
	X(MIGRATE, "migrate", "days as an earlier version left them")          \
	X(BASELINE, "baseline", "an opening balance was entered")              \
	X(HISTORY, "history", "months of an older tool were entered")          \
	X(RANK, "rank", "a place in a ranking was entered or removed")

enum chain_kind {
#define X(id, name, why) CHAIN_KIND_##id,
	CHAIN_KIND_TABLE(X)
#undef X
	CHAIN_KIND__MAX
};

#define CHAIN_ENUM(X, id, name, kinds, columns, from, but, order) CHAIN_##id,
enum chain_table {
	CHAIN_DAY_TABLE(CHAIN_ENUM, )
	CHAIN_SITE_TABLE(CHAIN_ENUM, )
	CHAIN__MAX
};
#define CHAIN__DAYS CHAIN_BASELINE /* tables before this one are of days */

#define CHAIN_BIT(id) (1U << CHAIN_##id)
#define CHAIN_ALL_DAY ((1U << CHAIN__DAYS) - 1)
#define CHAIN_NO_DAY INT32_MIN
enum { CHAIN_HEX = 64 }; /* digits of a hash */

const char *chain_table_name(enum chain_table t);

/* A link for these days of a site, and these tables (bits).  Days that have no rows, and may
 * have had some, are told as such; from INT32_MIN on: all there ever were.  In a transaction. */
struct chain_note {
	enum chain_kind kind;
	int64_t at_s;
	int64_t site;       /* row */
	struct period days; /* from > to: of no day */
	unsigned tables;
	bool sources;       /* with how far the logs of the first day were read */
};
bool chain_add(struct db *db, const struct chain_note *note, struct err *err);

/* Links of kind for each of these days that is sealed, with all its tables. */
bool chain_seal(struct db *db, const struct chain_note *note,
    struct err *err);

/* The chain of a store that has none yet begins with its sealed days, balances and months. */
bool chain_start(struct db *db, int64_t at_s, struct err *err);

/* The last link; seq 0: there is none. */
struct chain_head {
	int64_t seq;
	char hash[CHAIN_HEX + 1];
};
bool chain_head(struct db *db, struct chain_head *out, struct err *err);

/* Links, first to last; all (site NULL), or those of a day.  Texts die at the next call; take must
 * not add links. */
struct chain_link {
	int64_t seq, at_s;
	struct span kind, site, body, digest, prev, hash;
	int32_t first, last;
};
typedef void chain_fn(void *self, const struct chain_link *l);
struct chain_query {
	const char *site; /* or NULL */
	int32_t day;      /* of that site */
	chain_fn *take;
	void *self;
};
bool chain_each(struct db *db, const struct chain_query *q, struct err *err);

/* Inside: what a link's hash is; the digest of a table's rows, empty where there are none. */
void chain_hash(const struct chain_link *l, char out[CHAIN_HEX + 1]);
struct chain_rows {
	enum chain_table table;
	int64_t site;
	int32_t day;
};
bool chain_digest(struct db *db, const struct chain_rows *rows,
    struct buf *scratch, char out[CHAIN_HEX + 1], struct err *err);

#endif

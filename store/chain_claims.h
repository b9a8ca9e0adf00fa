/* SPDX-License-Identifier: MIT */
/* chain_claims.h -- what the bodies of links say, put together: of each day and table the latest.
 * Inside chain_check. */
#ifndef STORE_CHAIN_CLAIMS_H
#define STORE_CHAIN_CLAIMS_H

#include "common/table.h"
#include "store/chain.h"

/* What the chain says of a day and table; the key ends before seq. */
struct chain_claim {
	uint32_t site, table;
	int32_t day;
	uint32_t unused;
	int64_t seq;              /* of the link; 0: of none */
	char hex[CHAIN_HEX + 1];  /* "": there are no rows */
};

/* How far a stream was read when a day was sealed, as the latest link says. */
struct chain_source {
	int64_t id;
	int64_t seq, consumed;
	char hex[CHAIN_HEX + 1];
};

struct chain_site {
	char *name;
	int64_t id;      /* 0: the store has it no more */
	int32_t sealed;
};

struct chain_claims {
	struct chain_site *site; /* n_sites, owned */
	size_t n_sites;
	struct table claims, sources; /* struct chain_claim, chain_source */
};
void chain_claims_open(struct chain_claims *c, uint64_t seed);
void chain_claims_close(struct chain_claims *c);

/* The number of a site, added if it is new. */
uint32_t chain_claims_site(struct chain_claims *c, struct span name);
/* False: a line of it says nothing that is understood. */
bool chain_claims_take(struct chain_claims *c, const struct chain_link *l);
/* Copies 64 digits at most. */
void chain_hex(char out[CHAIN_HEX + 1], struct span s);

#endif

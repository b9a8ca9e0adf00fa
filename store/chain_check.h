/* SPDX-License-Identifier: MIT */
/* chain_check.h -- is the chain whole, and are sealed days as its links have them? */
#ifndef STORE_CHAIN_CHECK_H
#define STORE_CHAIN_CHECK_H

#include "store/chain.h"
#include "store/check.h"

struct chain_checked {
	int64_t links, days, wrong; /* days: that links speak of, or that have rows */
	int64_t open;      /* days that no link speaks of yet: anybody may edit them */
	struct chain_head head;
	int64_t asked_seq; /* of the link with that hash; 0: there is none */
};

/* take gets a line for each thing that is wrong: the link, or site, day and table.  asked: a
 * head that was noted earlier, or NULL.  One state of the store. */
struct chain_question {
	const char *asked;
	check_fn *take;
	void *self;
};
bool chain_check(struct db *db, const struct chain_question *q,
    struct chain_checked *out, struct err *err);

#endif

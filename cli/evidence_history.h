/* SPDX-License-Identifier: MIT */
/* evidence_history.h -- what a bundle tells beside figures: exclusions, ranks, restatements, the
 * head of the chain.
 */
#ifndef CLI_EVIDENCE_HISTORY_H
#define CLI_EVIDENCE_HISTORY_H

#include "publish/evidence.h"
#include "store/chain.h"

/* Starts zeroed. */
struct evidence_history {
	struct waterfall waterfall;
	struct ranks ranks;
	struct evidence_restatement *restatement; /* that meet the days */
	size_t n, cap;
	struct chain_head head;
	struct arena arena;
};
bool evidence_history_load(const struct store_site *s, struct period days,
    struct evidence_history *out, struct err *err);
/* *e borrows from it. */
void evidence_history_tell(const struct evidence_history *h,
    struct evidence *e);
void evidence_history_close(struct evidence_history *h);

#endif

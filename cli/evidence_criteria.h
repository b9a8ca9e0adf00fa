/* SPDX-License-Identifier: MIT */
/* evidence_criteria.h -- criteria, presence, scores and proofs of a bundle. */
#ifndef CLI_EVIDENCE_CRITERIA_H
#define CLI_EVIDENCE_CRITERIA_H

#include "cli/options.h"
#include "publish/evidence.h"
#include "publish/presence.h"

/* Starts zeroed. */
struct evidence_criteria {
	bool any;                  /* there are criteria */
	struct criteria criteria;
	struct presence now, before;
	struct score score;        /* only with criteria */
	struct evidence_proof *proof; /* of the arena */
	size_t n_proofs;
	const char *const *names;  /* of the criteria in the bundle; NULL-terminated; or NULL */
	const char *const *site_names; /* of the site's own; likewise */
	struct arena arena;
};

/* By which criteria: names as settings_criteria_read takes them; NULL: the site's, if it has
 * some. */
struct evidence_criteria_query {
	const struct store_site *s;
	const char *const *names;
	struct period days, before;
	int64_t now_s;
};
/* Criteria and registers go into the bundle as well as all that was computed by them. */
bool evidence_criteria_load(const struct evidence_criteria_query *q,
    struct bundle *b, struct evidence_criteria *out, struct err *err);
void evidence_criteria_put(const struct evidence_criteria *c, enum lang lang,
    struct bundle *b);
void evidence_criteria_close(struct evidence_criteria *c);

/* Presence and score of these days: what a verifier makes, too.  criteria: checked, or with nothing
 * in it where !any. */
bool evidence_criteria_compute(const struct evidence_criteria_query *q,
    struct evidence_criteria *out, struct err *err);

/* Of --criteria: parted by commas; NULL: it is not given. */
const char *const *evidence_criteria_names(const struct options *o,
    struct arena *arena);

#endif

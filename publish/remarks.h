/* SPDX-License-Identifier: MIT */
/* remarks.h -- what can be said of a period, in sentences for a report to a superior.
 *
 * Deterministic: the same figures, the same sentences.  Nothing is said of what is not known, and
 * what is missing is called missing.  Texts of a log (a page's path, a site that links here) may be
 * among the words: who shows them escapes them.
 */
#ifndef PUBLISH_REMARKS_H
#define PUBLISH_REMARKS_H

#include "publish/review.h"

enum { REMARKS_PARTS = 3 }; /* how much; of what; how well */

struct remarks {
	struct buf part[REMARKS_PARTS]; /* paragraphs; empty: nothing to say */
};

void remarks_make(const struct review *r, enum lang lang, struct remarks *out);
void remarks_close(struct remarks *r);

#endif

/* SPDX-License-Identifier: MIT */
/* evidence_proofs.h -- files that prove what no log shows, copied into the bundle. */
#ifndef CLI_EVIDENCE_PROOFS_H
#define CLI_EVIDENCE_PROOFS_H

#include "cli/evidence_criteria.h"

/* Of lines by hand and of reconciliations.  One that is missing, too large or not the one whose hash
 * was given is told with a note. */
void evidence_proofs_take(struct evidence_criteria *c, enum lang lang,
    struct bundle *b);

#endif

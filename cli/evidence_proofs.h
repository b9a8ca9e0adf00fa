/* SPDX-License-Identifier: MIT */
/* evidence_proofs.h -- files that prove what no log shows, copied into the bundle. */
#ifndef CLI_EVIDENCE_PROOFS_H
#define CLI_EVIDENCE_PROOFS_H

#include "cli/evidence_criteria.h"

/* Of lines by hand and of reconciliations.  One that is missing, too large or not the one whose hash
 * was given is told with a note. */
void evidence_proofs_take(struct evidence_criteria *c, enum lang lang,
    struct bundle *b);

/* Its name in the bundle: ASCII, no blanks, for any program.  number: from 1, of those that name a
 * file, lines by hand first, whether the file was there or not. */
void evidence_proofs_name(struct buf *out, size_t number, const char *file);

#endif

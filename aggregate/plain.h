/* SPDX-License-Identifier: MIT */
/* plain.h -- a text as it is looked at for numbers and addresses of people.
 *
 * Escapes of escapes are undone where they hide letters, digits or one of . - _ ~ @ :, wide
 * and Arabic digits and wide letters are those of ASCII, what has no width is gone, and blanks
 * and dashes of other kinds are "-".  What is fit to be stored remains so.
 */
#ifndef AGGREGATE_PLAIN_H
#define AGGREGATE_PLAIN_H

#include "common/buf.h"

/* s: as clean_text or clean_words gives it.  *out is cleared.  False: it is s itself. */
bool plain_text(struct span s, struct buf *out);

#endif

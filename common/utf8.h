/* SPDX-License-Identifier: MIT */
/* utf8.h -- characters out of bytes, and back. */
#ifndef COMMON_UTF8_H
#define COMMON_UTF8_H

#include "common/buf.h"

enum { UTF8_REPLACEMENT = 0xfffd };

/* Takes the first character off *s.  Ill-formed bytes give U+FFFD, for the longest prefix
 * of a well-formed sequence or else for one byte; *well, if not NULL, says which.
 * s->n must not be 0. */
uint32_t utf8_take(struct span *s, bool *well);
void utf8_put(struct buf *out, uint32_t c); /* c is a scalar value */

#endif

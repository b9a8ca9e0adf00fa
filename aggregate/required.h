/* SPDX-License-Identifier: MIT */
/* required.h -- what a text must hold for a regular expression to fit it.
 *
 * An expression is tried only where one of its required literals was found, so
 * that a list with some expressions still takes one pass over an agent.
 */
#ifndef AGGREGATE_REQUIRED_H
#define AGGREGATE_REQUIRED_H

#include <stdbool.h>

#include "common/buf.h"

enum { REQUIRED_MIN_BYTES = 2 }; /* a shorter one is in every agent */

/* The longest required literal of each branch ("a|b" has two), each followed by a
 * NUL, appended to *out; case matters.  False, and *out is as it was: some
 * branch has none that is easily seen, so the expression must always be tried. */
bool required_literals(struct span pattern, struct buf *out);

#endif

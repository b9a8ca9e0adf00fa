/* SPDX-License-Identifier: MIT */
/* rules.h -- the patterns of a robot list; the first in the list's order tells.
 *
 * Literals go to one automaton, real regular expressions to PCRE2.  Exceptions are
 * texts that only look like a robot ("cubot", a make of phones): what overlaps
 * one of them is not found.  Immutable once built.
 */
#ifndef AGGREGATE_RULES_H
#define AGGREGATE_RULES_H

#include "common/err.h"
#include "common/span.h"

struct rules;

struct rules *rules_open(void);
void rules_close(struct rules *r); /* accepts NULL */

/* shown: the pattern as the list writes it, for reports; copied.  how: as in match.h. */
void rules_literal(struct rules *r, struct span shown, struct span literal,
    unsigned how);
bool rules_regex(struct rules *r, struct span shown, struct err *err);
void rules_except(struct rules *r, struct span literal, unsigned how);
void rules_build(struct rules *r); /* once, after the last of them */

size_t rules_size(const struct rules *r); /* without the exceptions */
/* The first pattern found in text, as shown; or NULL.  Lives as long as r. */
const char *rules_find(const struct rules *r, struct span text);

#endif

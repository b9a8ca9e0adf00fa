/* SPDX-License-Identifier: MIT */
/* rules.h -- the patterns of a robot list; the first in the list's order tells.
 *
 * Literals go to one automaton, real regular expressions to PCRE2, but only where the
 * same automaton has found what they require.  Exceptions are
 * texts that only look like a robot ("cubot", a make of phones): what overlaps
 * one of them is not found.  Marks are what browsers call themselves: a text with
 * none of them is told by that.  Immutable once built.
 */
#ifndef AGGREGATE_RULES_H
#define AGGREGATE_RULES_H

#include "aggregate/robots.h"
#include "common/err.h"
#include "common/span.h"

struct rules;

struct rules *rules_open(void);
void rules_close(struct rules *r); /* accepts NULL */

/* shown: the pattern as the list writes it, for reports; copied.  how: as in match.h.
 * Each takes the next number. */
void rules_literal(struct rules *r, struct span shown, enum robot_reason reason,
    struct span literal, unsigned how);
bool rules_regex(struct rules *r, struct span shown, enum robot_reason reason,
    struct err *err);
/* What nothing in a text tells; its number. */
uint32_t rules_nameless(struct rules *r, struct span shown,
    enum robot_reason reason);
void rules_except(struct rules *r, struct span literal, unsigned how);
void rules_mark(struct rules *r, struct span literal, unsigned how);
/* A text in which nothing is found, and no mark either (when there are marks), is
 * told by this.  Takes the next number, so it comes after all patterns. */
void rules_unmarked(struct rules *r, struct span shown,
    enum robot_reason reason);
void rules_build(struct rules *r); /* once, after the last of them */

size_t rules_size(const struct rules *r); /* without the exceptions */
/* number below rules_size(); of a built r, and as long as it lives. */
const struct robot *rules_number(const struct rules *r, size_t number);
/* The first pattern found in text; or NULL.  Likewise. */
const struct robot *rules_find(const struct rules *r, struct span text);

#endif

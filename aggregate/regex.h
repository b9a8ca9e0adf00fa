/* SPDX-License-Identifier: MIT */
/* regex.h -- the few patterns of a crawler list that are more than a literal.
 *
 * The door of PCRE2.  Bytes, not characters; case matters; no JIT, as a service
 * under MemoryDenyWriteExecute has no pages for it.  Immutable once filled.
 */
#ifndef AGGREGATE_REGEX_H
#define AGGREGATE_REGEX_H

#include "common/err.h"
#include "common/span.h"

enum {
	/* An agent is written by anybody, and a pattern with two stars takes
	 * quadratic time: beyond these bytes and steps it does not match. */
	REGEX_TEXT_BYTES = 2048,
	REGEX_STEPS = 100000,
	REGEX_MARKED = 64 /* so many can be left out of a search */
};

struct regexes;

struct regexes *regexes_open(void);
void regexes_close(struct regexes *r); /* accepts NULL */

/* ids rise from add to add; the first added has index 0. */
bool regexes_add(struct regexes *r, struct span pattern, uint32_t id,
    struct err *err);

size_t regexes_size(const struct regexes *r);

/* The least id below `below` whose pattern is found in text; else below.  Of the
 * first REGEX_MARKED patterns only those are tried whose bit, 1 << index, is in
 * wanted. */
uint32_t regexes_find(const struct regexes *r, struct span text,
    uint64_t wanted, uint32_t below);

#endif

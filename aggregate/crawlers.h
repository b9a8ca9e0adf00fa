/* SPDX-License-Identifier: MIT */
/* crawlers.h -- reads the JSON of the npm package crawler-user-agents.
 *
 * The door of jansson.  An array of objects, each with a "pattern": a regular
 * expression in which case matters.  Nearly all are literals once their escapes
 * are undone, some tied to an end of the text by ^ or $.
 */
#ifndef AGGREGATE_CRAWLERS_H
#define AGGREGATE_CRAWLERS_H

#include "aggregate/rules.h"
#include "common/buf.h"

/* Adds the patterns to rules, in their order.  An entry's reason is the first of its
 * "tags" that we have a reason for, else that of the pattern of known (built) which finds
 * this one, else ROBOT_OTHER.  A
 * literal that begins with a digit must begin a word, or it were found in versions. */
bool crawlers_read(struct span json, const struct rules *known,
    struct rules *rules, struct err *err);

/* Appends the "version" of a package.json.  False, *out untouched: it has none, or none
 * that is 1 to 40 letters, digits, dots, dashes and pluses. */
bool crawlers_version(struct span json, struct buf *out);

/* Whether the regular expression says no more than a literal: then that is put
 * into *literal (cleared first) and *how, as in match.h.  An empty one does not count. */
bool crawlers_literal(struct span pattern, struct buf *literal, unsigned *how);

#endif

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

/* Adds the patterns to rules, in their order. */
bool crawlers_read(struct span json, struct rules *rules, struct err *err);

/* Whether the regular expression says no more than a literal: then that is put
 * into *literal (cleared first) and *how, as in match.h.  An empty one does not count. */
bool crawlers_literal(struct span pattern, struct buf *literal, unsigned *how);

#endif

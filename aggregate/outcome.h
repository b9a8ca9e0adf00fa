/* SPDX-License-Identifier: MIT */
/* outcome.h -- what became of a request: METRICS' table of outcomes.
 *
 * The extensions are conf/outcomes.conf, which is built in.  Immutable once open.
 */
#ifndef AGGREGATE_OUTCOME_H
#define AGGREGATE_OUTCOME_H

#include "common/class.h"
#include "common/err.h"
#include "common/span.h"

struct outcomes;

/* text: a list in the form of conf/outcomes.conf; an empty span: the built-in one. */
bool outcomes_open(struct span text, struct outcomes **out, struct err *err);
void outcomes_close(struct outcomes *o); /* accepts NULL */

/* OUTCOME_ASSET, _FEED or _DOWNLOAD by the path's extension, else OUTCOME_PAGE.
 * path: without query and fragment. */
enum outcome outcomes_of_path(const struct outcomes *o, struct span path);

/* The rows that look at status and method alone.  OUTCOME_PAGE means a GET with 200
 * or 304, which its path is still to decide; get says that a POST is to be
 * taken for one. */
enum outcome outcome_of_status(unsigned status, struct span method, bool get);

#endif

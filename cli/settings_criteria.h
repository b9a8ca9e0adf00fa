/* SPDX-License-Identifier: MIT */
/* settings_criteria.h -- the criteria of a site (aggregate/criteria.h), as the configuration names
 * them: a shipped set by its name, files by their paths.
 */
#ifndef CLI_SETTINGS_CRITERIA_H
#define CLI_SETTINGS_CRITERIA_H

#include "aggregate/criteria.h"
#include "common/site.h"

/* Reads what names (NULL-terminated, at least one) say into one set, and checks it.  A name
 * without a slash is a shipped set's, if one has it, else a file's.  out is untouched on
 * failure (ERR_CONFIG: file, line and reason); else it is to be closed with criteria_close. */
bool settings_criteria_read(const char *const *names, struct criteria *out,
    struct err *err);

/* The set's sections become the site's, behind its own; they are told by criteria_sections.  One that
 * has patterns in both is refused; what min_bytes says of it in the configuration holds.  Nothing
 * happens where the site has no criteria.  All that is added is of the arena. */
bool settings_criteria_sections(struct site *site, struct arena *arena,
    struct err *err);

/* A shipped set's text; the error names those that there are (ERR_USAGE). */
bool settings_criteria_shipped(const char *name, struct span *text,
    struct err *err);

#endif

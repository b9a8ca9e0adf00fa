/* SPDX-License-Identifier: MIT */
/* evidence_settings.h -- the settings of one site as a bundle tells them: all that decides a figure,
 * no folder of this server.
 *
 * They read back as settings, so that a verifier counts by the same rules.
 */
#ifndef CLI_EVIDENCE_SETTINGS_H
#define CLI_EVIDENCE_SETTINGS_H

#include "cli/settings.h"

/* Appends them.  Files are named without their folders; logs by group.  criteria: the names in the
 * bundle of those that the site has; or NULL. */
void evidence_settings_put(const struct settings *s, size_t site,
    const char *const *criteria, struct buf *out);

#endif

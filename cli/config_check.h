/* SPDX-License-Identifier: MIT */
/* config_check.h -- what the settings find in the world: folders, logs, lists. */
#ifndef CLI_CONFIG_CHECK_H
#define CLI_CONFIG_CHECK_H

#include "cli/settings.h"

/* Good news, a line per site and log group, and below it a line per pattern: to
 * *good.  What may be wrong although the settings are not: to *doubt, a line each.
 * Texts are safe for a terminal.  False: the list of robots is wrong. */
bool config_check(const struct settings *s, struct buf *good,
    struct buf *doubt, struct err *err);

#endif

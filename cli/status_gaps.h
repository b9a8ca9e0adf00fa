/* SPDX-License-Identifier: MIT */
/* status_gaps.h -- from the store to aggregate/gaps.h and back. */
#ifndef CLI_STATUS_GAPS_H
#define CLI_STATUS_GAPS_H

#include "cli/status.h"

/* Fills gap of *s, whose sources and sites are loaded. */
bool status_gaps(const struct workplace *w, struct status *s,
    struct err *err);

/* The configuration's log group of that id, or NULL: it is no longer there. */
const struct settings_group *status_group(const struct workplace *w,
    const char *id);

#endif

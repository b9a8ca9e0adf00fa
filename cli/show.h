/* SPDX-License-Identifier: MIT */
/* show.h -- inside `truycap show`: which period is meant. */
#ifndef CLI_SHOW_H
#define CLI_SHOW_H

#include "cli/options.h"
#include "publish/show_load.h"

/* Of the argument, or of --from, --to and --month.  today: of the site. */
bool show_when(const struct options *o, int32_t today, struct show_when *out,
    struct err *err);

#endif

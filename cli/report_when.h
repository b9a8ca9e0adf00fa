/* SPDX-License-Identifier: MIT */
/* report_when.h -- of which time a report is asked. */
#ifndef CLI_REPORT_WHEN_H
#define CLI_REPORT_WHEN_H

#include "cli/options.h"
#include "publish/show_load.h"

/* --month, --week, --quarter, --year, or --from and --to: one of them; nothing: this month, or
 * the last one with lines.  today: of the site. */
bool report_when(const struct options *o, int32_t today, struct show_when *out,
    struct err *err);
bool report_when_asked(const struct options *o); /* one of them is given */

/* Of a report's file name, "2026-10.html": false if it is none. */
bool report_when_named(struct span name, struct period *out);

#endif

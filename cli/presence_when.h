/* SPDX-License-Identifier: MIT */
/* presence_when.h -- of which time a presence is asked, and what came before it. */
#ifndef CLI_PRESENCE_WHEN_H
#define CLI_PRESENCE_WHEN_H

#include "cli/options.h"
#include "common/counter.h"

struct presence_when {
	struct period days, before;
};

/* --month, --quarter, --half, --year, --week, or --from and --to; nothing: the last whole
 * month.  With --calendar nd09 months, quarters, halves and years go from the 15th of the
 * month before to the 14th.  today: of the site. */
bool presence_when(const struct options *o, int32_t today,
    struct presence_when *out, struct err *err);

#endif

/* SPDX-License-Identifier: MIT */
/* one_site.h -- a site from options alone, for commands without a configuration. */
#ifndef CLI_ONE_SITE_H
#define CLI_ONE_SITE_H

#include "aggregate/classify.h"
#include "cli/options.h"
#include "cli/run_lists.h"
#include "common/mem.h"

#define ONE_SITE_OPTIONS                                                       \
	(OPTION_BIT(FORMAT) | OPTION_BIT(TZ) | OPTION_BIT(SITE) |              \
	OPTION_BIT(ROBOTS) | OPTION_BIT(VISIT_GAP) |                           \
	OPTION_BIT(ONLINE_WINDOW) | OPTION_BIT(INTERNAL) | OPTION_BIT(MONITOR))

struct one_site {
	struct site site; /* its zone and holidays are owned */
	struct run_lists lists;
	size_t threads;
	struct arena arena;
};

bool one_site_open(const struct cli *cli, const struct options *o,
    struct one_site *out, struct err *err);
void one_site_close(struct one_site *one); /* accepts zeroed */

#endif

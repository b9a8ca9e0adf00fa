/* SPDX-License-Identifier: MIT */
/* report_store.h -- inside `truycap report`: the HTML report of a configured site. */
#ifndef CLI_REPORT_STORE_H
#define CLI_REPORT_STORE_H

#include "cli/options.h"

#define REPORT_STORE_OPTIONS                                                   \
	(OPTION_BIT(CONFIG) | OPTION_BIT(MONTH) | OPTION_BIT(WEEK) |           \
	OPTION_BIT(QUARTER) | OPTION_BIT(YEAR) | OPTION_BIT(FROM) |            \
	OPTION_BIT(TO) | OPTION_BIT(OUTPUT) | OPTION_BIT(PUBLIC) |         \
	OPTION_BIT(PDF))

/* --site names one of the configuration's. */
bool report_store(const struct cli *cli, const struct options *o,
    struct err *err);

/* Of a report of logs: whether nothing is asked that only a store has. */
bool report_logs_only(const struct options *o, struct err *err);

#endif

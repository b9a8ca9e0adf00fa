/* SPDX-License-Identifier: MIT */
/* rank_list.h -- truycap rank list: for people, as JSON or as CSV (docs/EXPORTS.md). */
#ifndef CLI_RANK_LIST_H
#define CLI_RANK_LIST_H

#include "cli/options.h"

bool rank_list_show(const struct options *o, struct err *err);

#endif

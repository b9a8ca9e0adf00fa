/* SPDX-License-Identifier: MIT */
/* verify_logs.h -- the logs that are given, against those that a bundle names. */
#ifndef CLI_VERIFY_LOGS_H
#define CLI_VERIFY_LOGS_H

#include "cli/verify_says.h"
#include "publish/csv_table.h"

/* A log given: which of the bundle's it is. */
struct verify_log {
	const char *path;
	struct span group; /* of the bundle's source; empty: it is none of them */
};

/* Hashes each log's content up to what each source had, and says which are missing, were changed,
 * or go on.  log: n with their paths; groups are filled in. */
bool verify_logs(const struct csv_table *sources, struct verify_log *log,
    size_t n, struct verify_says *says, struct err *err);

#endif

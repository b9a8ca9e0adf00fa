/* SPDX-License-Identifier: MIT */
/* report_beside.h -- the same figures as files for other programs, beside a page. */
#ifndef CLI_REPORT_BESIDE_H
#define CLI_REPORT_BESIDE_H

#include "cli/report_dir.h"

/* NAME.xlsx (where it is built in), NAME.json and NAME/TABLE.csv into the folder; w is told of
 * them.  The arena keeps their names. */
struct report_beside {
	const struct report_dir *dir;
	const struct review *review;
	const char *name; /* of the page, without its ending */
	struct arena *arena;
};
bool report_beside_write(const struct report_beside *b, struct web_report *w,
    struct err *err);

#endif

/* SPDX-License-Identifier: MIT */
/* evidence_sources.h -- the logs that a bundle rests on, found again and hashed. */
#ifndef CLI_EVIDENCE_SOURCES_H
#define CLI_EVIDENCE_SOURCES_H

#include "cli/workplace.h"
#include "publish/evidence.h"

struct evidence_sources {
	struct evidence_source *source; /* by first time, then by name */
	size_t n;
	struct evidence_day *day;
	size_t n_days;
	struct arena arena;
};

/* Of the site and these days.  Each log is looked for by its content: where it lay when it was
 * read, then among all files of the configuration's patterns; one that is nowhere, or is no
 * longer what was counted, has no hashes. */
bool evidence_sources_load(const struct workplace *w,
    const struct store_site *s, struct period days,
    struct evidence_sources *out, struct err *err);
void evidence_sources_close(struct evidence_sources *l); /* accepts zeroed */

#endif

/* SPDX-License-Identifier: MIT */
/* news.h -- what files told on the way: trouble that does not end the run. */
#ifndef CLI_NEWS_H
#define CLI_NEWS_H

#include "cli/progress.h"
#include "ingest/ingest.h"

struct news {
	bool verbose;        /* tell of every file */
	enum err_code first; /* trouble: the status to end with */
	struct progress progress;
};

void news_note(struct news *news, enum err_code code);

/* For counting_plan.tell; self is a struct news. */
void news_tell(void *self, const char *path, enum ingest_result result,
    const struct err *err);

#endif

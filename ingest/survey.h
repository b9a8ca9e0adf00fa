/* SPDX-License-Identifier: MIT */
/* survey.h -- a look at the files of a run before any of them is read. */
#ifndef INGEST_SURVEY_H
#define INGEST_SURVEY_H

#include "ingest/job.h"
#include "ingest/schedule.h"

struct survey_file {
	struct stat st;
	bool packed;
	char *head; /* owned */
};

struct survey {
	struct survey_file *file;    /* n of them, as in the request */
	struct schedule_file *found; /* likewise; heads are the files' above */
	size_t n;
};

/* What cannot be read, or is as it was when it was last seen, has no head; nor has the only
 * one that is not.  Loads streams that the files may be. */
void survey_make(struct ingest *in, const struct ingest_files *files,
    struct survey *out);
void survey_close(struct survey *s); /* accepts zeroed */

/* Is it still the file that was looked at? */
bool survey_same(const struct stat *a, const struct stat *b);

#endif

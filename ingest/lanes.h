/* SPDX-License-Identifier: MIT */
/* lanes.h -- files side by side, each by a lane of its own.
 *
 * A lane reads a file into a stream that nobody else sees, and its crew folds it.
 * Only when it has ended well are the stream, the file's memo and what the crew took
 * of it made the run's, at once, one lane at a time: so a commit between two files
 * has all of each or nothing, while other lanes go on.  Whatever is not plain sailing
 * (bad data, no known format, a ceiling, no whole line, a file that changes, more
 * than there is room for) is dropped and left to ingest_file.
 */
#ifndef INGEST_LANES_H
#define INGEST_LANES_H

#include "ingest/survey.h"

/* What the survey's schedule says, all of it.  *err as for ingest_ahead. */
struct lanes_plan {
	struct ingest *in;
	const struct ingest_lanes *lanes;
	const struct ingest_files *files;
	const struct survey *survey;
	const struct schedule *schedule;
};
bool lanes_run(const struct lanes_plan *plan, struct err *err);

#endif

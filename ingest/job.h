/* SPDX-License-Identifier: MIT */
/* job.h -- one file at hand: its bytes into the crew, its stream moved on. */
#ifndef INGEST_JOB_H
#define INGEST_JOB_H

#include <sys/stat.h>

#include "ingest/ingest.h"
#include "ingest/slots.h"

struct ingest {
	struct ingest_plan plan;
	struct slots slots;
	struct slot *at; /* of the file that is being read, or NULL */
	uint64_t upto; /* ingest_upto */
	bool fatal; /* the error is not this file's */
};

/* The file at hand. */
struct job {
	struct ingest *in;
	const char *path;
	int fd;
	struct stat st;
	bool complete, packed, late; /* late: its LIMIT is one of time */
	struct stream head; /* its head's marks */
	enum ingest_result result;
	uint32_t stream;
};

bool job_open(struct job *job, struct err *err);
/* Is it as it was when it was last seen, and not to be read otherwise than then? */
bool job_unchanged(const struct job *job, const struct slots_file *was);
/* What came of it, for the next time. */
void job_memorize(const struct job *job);

/* Goes on with the stream in that slot.  *same: it was that stream's file. */
bool job_go_on(struct job *job, uint32_t number, bool *same,
    struct err *err);

/* A stream of its own, unless there is nothing to count in it. */
bool job_begin_stream(struct job *job, struct err *err);

#endif

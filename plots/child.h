/* SPDX-License-Identifier: MIT */
/* child.h -- another program, run with least privilege: argv, no shell.
 *
 * Its environment is PATH=/usr/bin:/bin, LC_ALL=C.UTF-8 and HOME=/nonexistent, its input a
 * file in memory, its output and its complaints are caught.  It has a session of its
 * own (no terminal), no other open files, no way to gain privileges, and dies with the
 * thread that runs it.  What it leaves running in its group is killed when it ends.
 */
#ifndef PLOTS_CHILD_H
#define PLOTS_CHILD_H

#include "common/buf.h"
#include "common/err.h"
#include "plots/jail.h"

/* 0 is no limit, but for limit_ms. */
struct child {
	const char *const *argv;  /* [0] is the program's path; NULL at its end */
	const char *folder;       /* it works in; or NULL */
	struct span input;
	const struct jail *jail;  /* or NULL */
	unsigned limit_ms;        /* by the wall's clock; then it is killed */
	unsigned cpu_s;
	uint64_t memory_bytes;    /* of address space */
	uint64_t file_bytes;      /* that it may write into one file */
	unsigned files;           /* open at a time */
};

enum { CHILD_SAID_BYTES = 64 * 1024 }; /* of each stream; more is dropped */

struct child_end {
	bool late;       /* killed at limit_ms */
	int signal;      /* that ended it, or 0 */
	int status;      /* of exit, where it was no signal */
	struct buf said; /* its output */
	struct buf complaints;
};

/* Runs it to its end.  False (ERR_CHART): it could not be started, and why.  Closing
 * *end, which starts zeroed, is the caller's in either case. */
bool child_run(const struct child *child, struct child_end *end,
    struct err *err);
void child_end_close(struct child_end *end);

/* Did it exit with 0?  Else *err (ERR_CHART) says what it did. */
bool child_well(const struct child_end *end, struct err *err);

#endif

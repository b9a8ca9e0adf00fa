/* SPDX-License-Identifier: MIT */
/* scratch.h -- a private folder for the files of child processes.
 *
 * Who is killed (SIGKILL, a power cut) leaves it behind; so each run clears those of runs
 * that are gone, which is told by a lock that a living run holds on its folder (flock(2)).
 */
#ifndef CLI_SCRATCH_H
#define CLI_SCRATCH_H

#include "common/buf.h"
#include "common/err.h"

struct scratch {
	struct buf path; /* empty: there is none */
	int lock;
};

/* Makes folder/truycap-scratch.XXXXXX, which only we may enter.  False (ERR_CREATE): *out
 * is zeroed. */
bool scratch_open(struct scratch *out, const char *folder, struct err *err);
/* Removes it with all that is in it.  Accepts zeroed. */
void scratch_close(struct scratch *s);

/* Removes what our dead runs left in folder: nothing of another user, nothing of another
 * form, nothing that is in use. */
void scratch_sweep(const char *folder);

#endif

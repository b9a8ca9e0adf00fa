/* SPDX-License-Identifier: MIT */
/* team.h -- the same work on several items, by as many threads. */
#ifndef COMMON_TEAM_H
#define COMMON_TEAM_H

#include <stddef.h>

/* Calls work(self, i) for each i below n, and returns when all are done.  The caller does
 * the last one itself; with n of 1, or where no thread can be had, it does it all. */
void team_run(size_t n, void (*work)(void *self, size_t i), void *self);

#endif

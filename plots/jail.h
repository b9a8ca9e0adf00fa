/* SPDX-License-Identifier: MIT */
/* jail.h -- what a child may touch, by Landlock (landlock(7)), where the kernel has it.
 *
 * In a jail a process runs no program but those named (and the loaders that these ask
 * for), reads what is named and the system's libraries and fonts, writes what is named, makes no folders, devices or links there,
 * opens no TCP (since ABI 4) and signals nobody outside (since ABI 6).  It cannot leave.
 * Libraries are mapped, not run: to read them is enough.
 */
#ifndef PLOTS_JAIL_H
#define PLOTS_JAIL_H

#include "common/err.h"

/* Lists end with NULL; what does not exist is passed over. */
struct jail_rules {
	const char *const *run;   /* programs: ELF, not scripts */
	const char *const *read;  /* files, or folders with all below */
	const char *const *write; /* folders: files are made, written, read, removed */
};

struct jail {
	int fd; /* -1: there is none */
};

/* The version of Landlock that the kernel has; 0: none. */
int jail_abi(void);

/* The caller closes it.  A kernel without Landlock gives one of fd -1, which holds
 * nobody.  ERR_CHART: the kernel refused. */
bool jail_open(struct jail *jail, const struct jail_rules *rules,
    struct err *err);
void jail_close(struct jail *jail);

/* From here on this thread and what it becomes are inside.  For a child between fork
 * and exec: it takes no locks, allocates nothing, and errno says what failed. */
bool jail_enter(const struct jail *jail);

#endif

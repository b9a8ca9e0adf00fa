/* SPDX-License-Identifier: MIT */
/* verify_store.h -- truycap verify --store: the chain of sealed days against the database. */
#ifndef CLI_VERIFY_STORE_H
#define CLI_VERIFY_STORE_H

#include "cli/options.h"

/* Prints what it finds, for people or (--json) programs.  *status: 0, all is as the chain says;
 * 1, something is not, or --head is in it no more. */
bool verify_store(const struct options *o, int *status, struct err *err);

#endif

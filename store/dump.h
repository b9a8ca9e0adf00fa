/* SPDX-License-Identifier: MIT */
/* dump.h -- the canonical dump: what a store holds, by strings, in its own order.
 *
 * One line a row, its fields separated by tabs, the first one the table's name.
 * Integers are plain; in texts control characters and backslashes are \xNN.
 * No row ids, no sources, no keys: two stores that counted the same lines have the
 * same dump, whatever files these lines came in, and in what order.
 */
#ifndef STORE_DUMP_H
#define STORE_DUMP_H

#include "common/buf.h"
#include "store/db.h"

/* A line with its newline; false stops the dump (the taker has filled err). */
typedef bool dump_fn(void *self, struct span line, struct err *err);

/* One state of the store, also while another process writes to it. */
bool dump_store(struct db *db, dump_fn *take, void *self, struct err *err);

#endif

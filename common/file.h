/* SPDX-License-Identifier: MIT */
/* file.h -- files read whole, and files replaced whole or not at all. */
#ifndef COMMON_FILE_H
#define COMMON_FILE_H

#include "common/buf.h"
#include "common/err.h"

/* The whole file into *out (cleared first).  Larger than max_bytes is an error
 * (ERR_DATA); missing or unreadable is ERR_NOINPUT; a directory, FIFO or device
 * is ERR_NOINPUT too. */
bool file_read(const char *path, size_t max_bytes, struct buf *out,
    struct err *err);

/* An output on its way: write to o->buf, then commit.  The old file stays until
 * rename(2); readers see the old bytes or the new ones, never a mix. */
struct out {
	struct buf buf;
	char *path, *temp;
	int fd;
};

/* Makes DIR/.NAME.new beside path, in place of what a killed run may have left there: one writer
 * of a path at a time, callers hold a lock (O_EXCL; a symbolic link at path is replaced,
 * not followed; a device or a pipe there, also by such a link, is refused).  mode: 0644 for what a web server reads, 0600 for ours. */
bool out_begin(struct out *o, const char *path, unsigned mode, struct err *err);
/* Writes, fsyncs the file, renames, fsyncs the folder. */
bool out_commit(struct out *o, struct err *err);
void out_close(struct out *o); /* unlinks what was not committed; accepts zeroed */

/* The folder that path is in is on the disk: with it, the new names in it. */
bool file_sync_folder(const char *path, struct err *err);

/* mkdir -p with that mode for new folders. */
bool file_mkdirs(const char *path, unsigned mode, struct err *err);

#endif

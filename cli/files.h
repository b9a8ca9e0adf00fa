/* SPDX-License-Identifier: MIT */
/* files.h -- patterns to files, in the order in which they are best read. */
#ifndef CLI_FILES_H
#define CLI_FILES_H

#include "cli/counting.h"

struct file_list {
	struct counting_file *file; /* paths owned */
	size_t n, cap;
};

void files_close(struct file_list *l); /* accepts zeroed */
void files_add(struct file_list *l, const char *path, const char *glob,
    bool live);

/* Adds what the pattern matches, folders left out.  *matched: how many.  A pattern
 * without wildcards is its own match, also when nothing is there. */
bool files_glob(struct file_list *l, const struct site_pattern *p,
    size_t *matched, struct err *err);

/* The longest content first: of files that begin alike, the fuller one is read before
 * its torn copies.  Lengths of compressed files are guessed. */
void files_longest_first(struct file_list *l);

#endif

/* SPDX-License-Identifier: MIT */
#include "cli/files.h"

#include <errno.h>
#include <glob.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "common/mem.h"
#include "ingest/schedule.h"

void
files_close(struct file_list *l)
{
	for (size_t i = 0; i < l->n; i++)
		mem_free((void *)(uintptr_t)l->file[i].path);
	mem_free(l->file);
	*l = (struct file_list){ 0 };
}

void
files_add(struct file_list *l, const char *path, const char *glob_text,
    bool live)
{
	if (l->n == l->cap) {
		l->cap = l->cap > 0 ? l->cap * 2 : 16;
		l->file = mem_grow(l->file, l->cap, sizeof(*l->file));
	}
	l->file[l->n++] = (struct counting_file){
		mem_dup(path, strlen(path)), glob_text, live, 0 };
}

static bool
is_folder(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

bool
files_glob(struct file_list *l, const struct site_pattern *p,
    size_t *matched, struct err *err)
{
	glob_t found = { 0 };
	int rc;

	*matched = 0;
	if (strpbrk(p->glob, "*?[") == NULL) {
		files_add(l, p->glob, p->glob, p->live);
		*matched = 1;
		return true;
	}
	rc = glob(p->glob, 0, NULL, &found);
	if (rc != 0 && rc != GLOB_NOMATCH)
		return err_set(err, ERR_NOINPUT, "%s: %s", p->glob,
		    strerror(errno));
	for (size_t i = 0; rc == 0 && i < found.gl_pathc; i++) {
		if (is_folder(found.gl_pathv[i]))
			continue;
		files_add(l, found.gl_pathv[i], p->glob, p->live);
		(*matched)++;
	}
	globfree(&found);
	return true;
}

static int64_t
guessed_length(const char *path)
{
	size_t n = strlen(path);
	struct stat st;

	if (stat(path, &st) != 0)
		return 0;
	return n > 3 && strcmp(path + n - 3, ".gz") == 0 ?
	    (int64_t)st.st_size * SCHEDULE_RATIO : (int64_t)st.st_size;
}

struct ranked {
	int64_t length;
	struct counting_file file;
};

static int
by_length_then_path(const void *pa, const void *pb)
{
	const struct ranked *a = pa, *b = pb;

	if (a->length != b->length)
		return a->length > b->length ? -1 : 1;
	return strcmp(a->file.path, b->file.path);
}

void
files_longest_first(struct file_list *l)
{
	struct ranked *r = mem_new(l->n * sizeof(*r));

	for (size_t i = 0; i < l->n; i++)
		r[i] = (struct ranked){ guessed_length(l->file[i].path),
			l->file[i] };
	if (l->n > 1)
		qsort(r, l->n, sizeof(*r), by_length_then_path);
	for (size_t i = 0; i < l->n; i++)
		l->file[i] = r[i].file;
	mem_free(r);
}

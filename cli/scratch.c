/* SPDX-License-Identifier: MIT */
#include "cli/scratch.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define NAME "truycap-scratch."

enum {
	RANDOM_CHARS = 6, /* of mkdtemp(3) */
	DEPTH = 16,       /* folders that are open at once while all are removed */
	TRIES = 8
};

static int
drop(const char *path, const struct stat *st, int type, struct FTW *at)
{
	(void)st;
	(void)type;
	(void)at;
	remove(path); /* what cannot be removed does not keep the rest */
	return 0;
}

static void
drop_all(const char *path)
{
	nftw(path, drop, DEPTH, FTW_DEPTH | FTW_PHYS);
}

/* A folder of ours, closed to all others; -1: it is not. */
static int
open_own(const char *path)
{
	struct stat st;
	int fd = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);

	if (fd >= 0 && (fstat(fd, &st) != 0 || st.st_uid != geteuid() ||
	    (st.st_mode & 07777) != 0700)) {
		close(fd);
		fd = -1;
	}
	return fd;
}

/* Is it still what fd is? */
static bool
is_there(const char *path, int fd)
{
	struct stat one, two;

	return fstat(fd, &one) == 0 && lstat(path, &two) == 0 &&
	    one.st_dev == two.st_dev && one.st_ino == two.st_ino;
}

/* A run that sweeps may take the folder between its making and its lock: then another is
 * made.  Where no file can be locked nobody sweeps. */
static bool
hold(const char *path, int *lock)
{
	*lock = open_own(path);
	if (*lock >= 0 && (flock(*lock, LOCK_EX | LOCK_NB) == 0 ||
	    errno != EWOULDBLOCK) && is_there(path, *lock))
		return true;
	if (*lock >= 0)
		close(*lock);
	return false;
}

bool
scratch_open(struct scratch *out, const char *folder, struct err *err)
{
	struct scratch s = { .lock = -1 };

	*out = s;
	for (int i = 0; i < TRIES; i++) {
		buf_clear(&s.path);
		buf_printf(&s.path, "%s/" NAME "XXXXXX", folder);
		buf_text(&s.path);
		if (mkdtemp(s.path.p) == NULL)
			break;
		if (hold(s.path.p, &s.lock)) {
			*out = s;
			return true;
		}
		rmdir(s.path.p);
	}
	err_set(err, ERR_CREATE, "%s: %s", buf_text(&s.path), strerror(errno));
	buf_close(&s.path);
	return false;
}

void
scratch_close(struct scratch *s)
{
	if (s->path.n > 0) {
		drop_all(buf_text(&s->path));
		close(s->lock);
	}
	buf_close(&s->path);
	*s = (struct scratch){ .lock = -1 };
}

/* ---- of dead runs ---- */

static void
sweep(const char *path)
{
	int fd = open_own(path);

	if (fd < 0)
		return;
	if (flock(fd, LOCK_EX | LOCK_NB) == 0 && is_there(path, fd))
		drop_all(path);
	close(fd);
}

void
scratch_sweep(const char *folder)
{
	DIR *dir = opendir(folder);
	struct buf path = { 0 };

	for (struct dirent *e; dir != NULL && (e = readdir(dir)) != NULL;) {
		if (strncmp(e->d_name, NAME, sizeof(NAME) - 1) != 0 ||
		    strlen(e->d_name) != sizeof(NAME) - 1 + RANDOM_CHARS)
			continue;
		buf_clear(&path);
		buf_printf(&path, "%s/%s", folder, e->d_name);
		sweep(buf_text(&path));
	}
	if (dir != NULL)
		closedir(dir);
	buf_close(&path);
}

/* SPDX-License-Identifier: MIT */
#include "common/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "common/mem.h"

enum { READ_MIN_BYTES = 4096 };

static bool
failed(struct err *err, enum err_code code, const char *path)
{
	return err_set(err, code, "%s: %s", path, strerror(errno));
}

/* -1 and *err, where path is not a regular file. */
static int
open_regular(const char *path, off_t *size, struct err *err)
{
	/* Not blocking: a FIFO in the place of a file must not hold us up. */
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
	struct stat st;

	if (fd < 0) {
		failed(err, ERR_NOINPUT, path);
		return -1;
	}
	if (fstat(fd, &st) != 0)
		failed(err, ERR_NOINPUT, path);
	else if (!S_ISREG(st.st_mode))
		err_set(err, ERR_NOINPUT, "%s: not a regular file", path);
	else {
		*size = st.st_size;
		return fd;
	}
	close(fd);
	return -1;
}

/* The size that stat told is only a hint: /proc says 0, and a log grows. */
static bool
read_all(int fd, size_t max_bytes, struct buf *out, const char *path,
    struct err *err)
{
	for (;;) {
		if (out->n > max_bytes)
			return err_set(err, ERR_DATA,
			    "%s: larger than %zu bytes", path, max_bytes);
		if (out->cap - out->n < 2)
			buf_reserve(out, READ_MIN_BYTES);

		ssize_t n = read(fd, out->p + out->n, out->cap - out->n - 1);

		if (n > 0)
			out->n += (size_t)n;
		else if (n == 0)
			return true;
		else if (errno != EINTR)
			return failed(err, ERR_IO, path);
	}
}

bool
file_read(const char *path, size_t max_bytes, struct buf *out, struct err *err)
{
	off_t size = 0;
	int fd = open_regular(path, &size, err);

	if (fd < 0)
		return false;
	buf_clear(out);

	bool done;

	if ((uintmax_t)size > max_bytes)
		done = err_set(err, ERR_DATA, "%s: larger than %zu bytes",
		    path, max_bytes);
	else {
		buf_reserve(out, (size_t)size + 1);
		done = read_all(fd, max_bytes, out, path, err);
	}
	if (!done)
		buf_clear(out);
	close(fd);
	return done;
}

/* The folder of path with its last "/", or nothing for the current one. */
static struct span
folder_of(const char *path)
{
	const char *slash = strrchr(path, '/');

	return (struct span){ path, slash ? (size_t)(slash - path) + 1 : 0 };
}

/* A device, also by a link such as /dev/stdout, or a pipe: a rename would put a file in its
 * place, and root may. */
static bool
is_special(const char *path, struct span folder)
{
	struct stat st;

	return span_eq(folder, SPAN("/dev/")) || (stat(path, &st) == 0 &&
	    !S_ISREG(st.st_mode) && !S_ISDIR(st.st_mode));
}

bool
out_begin(struct out *o, const char *path, unsigned mode, struct err *err)
{
	struct span folder = folder_of(path);
	const char *name = path + folder.n;
	struct buf temp = { 0 };
	struct stat st;

	if (*name == '\0' || strcmp(name, ".") == 0 || strcmp(name, "..") == 0)
		return err_set(err, ERR_CREATE, "%s: not a file's name", path);
	if (lstat(path, &st) == 0 && S_ISDIR(st.st_mode))
		return err_set(err, ERR_CREATE, "%s: is a folder", path);
	if (is_special(path, folder))
		return err_set(err, ERR_CREATE, "%s: is no file, and is not "
		    "replaced by one", path);

	buf_span(&temp, folder);
	buf_printf(&temp, ".%s.new", name);
	buf_putc(&temp, '\0');
	/* What a run that was killed left behind. */
	unlink(temp.p);

	int fd = open(temp.p, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW |
	    O_CLOEXEC, 0600);

	if (fd < 0) {
		failed(err, ERR_CREATE, path);
		buf_close(&temp);
		return false;
	}
	/* By fchmod, as the umask of cron must not decide who reads. */
	if (fchmod(fd, (mode_t)mode) != 0) {
		failed(err, ERR_CREATE, path);
		close(fd);
		unlink(temp.p);
		buf_close(&temp);
		return false;
	}
	*o = (struct out){ .path = mem_dup(path, strlen(path)),
	    .temp = temp.p, .fd = fd };
	return true;
}

static bool
write_all(int fd, struct span rest)
{
	while (rest.n > 0) {
		ssize_t n = write(fd, rest.p, rest.n);

		if (n < 0 && errno != EINTR)
			return false;
		if (n > 0) {
			rest.p += n;
			rest.n -= (size_t)n;
		}
	}
	return true;
}

/* The new name lasts only once the folder is on the disk too. */
static bool
sync_folder(const char *path)
{
	struct span folder = folder_of(path);
	char *name = folder.n > 0 ? mem_dup(folder.p, folder.n) :
	    mem_dup(".", 1);
	int fd = open(name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	mem_free(name);
	/* A folder may be writable and not readable, and a file system may not
	 * know how to sync one: no error, since the rename stands. */
	if (fd < 0)
		return errno == EACCES;

	bool done = fsync(fd) == 0 || errno == EINVAL || errno == ENOTSUP;
	int why = errno;

	close(fd);
	errno = why;
	return done;
}

bool
file_sync_folder(const char *path, struct err *err)
{
	return sync_folder(path) || failed(err, ERR_IO, path);
}

bool
out_commit(struct out *o, struct err *err)
{
	if (o->temp == NULL || o->fd < 0)
		return err_set(err, ERR_BUG, "commit without begin");

	bool done = write_all(o->fd, buf_view(&o->buf)) && fsync(o->fd) == 0;
	int why = errno;

	/* close may be where a network's file system tells of a full disk */
	if (close(o->fd) != 0 && done) {
		done = false;
		why = errno;
	}
	o->fd = -1;
	if (!done) {
		errno = why;
		return failed(err, ERR_IO, o->path);
	}
	if (rename(o->temp, o->path) != 0)
		return failed(err, ERR_CREATE, o->path);
	mem_free(o->temp);
	o->temp = NULL;
	return file_sync_folder(o->path, err);
}

void
out_close(struct out *o)
{
	if (o->temp != NULL) {
		if (o->fd >= 0)
			close(o->fd);
		unlink(o->temp);
	}
	mem_free(o->temp);
	mem_free(o->path);
	buf_close(&o->buf);
	*o = (struct out){ .fd = -1 };
}

/* One folder; it may be there already, made by us or by another. */
static bool
make_one(const char *path, mode_t mode)
{
	struct stat st;

	if (mkdir(path, mode) == 0)
		return chmod(path, mode) == 0; /* whatever the umask */

	int why = errno;

	if (stat(path, &st) == 0 && S_ISDIR(st.st_mode))
		return true;
	errno = why == EEXIST ? ENOTDIR : why;
	return false;
}

bool
file_mkdirs(const char *path, unsigned mode, struct err *err)
{
	size_t n = strlen(path);
	char *part = mem_dup(path, n);
	bool done = n > 0;

	errno = ENOENT;
	for (size_t i = 1; done && i <= n; i++) {
		if (part[i] != '/' && part[i] != '\0')
			continue;

		char end = part[i];

		part[i] = '\0';
		done = make_one(part, (mode_t)mode);
		part[i] = end;
	}
	if (!done)
		failed(err, ERR_CREATE, path);
	mem_free(part);
	return done;
}

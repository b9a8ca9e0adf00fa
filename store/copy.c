/* SPDX-License-Identifier: MIT */
#include "store/copy.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "common/buf.h"

static bool
failed(struct err *err, enum err_code code, const char *path)
{
	return err_set(err, code, "%s: %s", path, strerror(errno));
}

/* -1 and *err where it cannot be, or is there already. */
static int
make_private(const char *path, struct err *err)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC |
	    O_NOFOLLOW, 0600);

	if (fd < 0)
		failed(err, ERR_CREATE, path);
	return fd;
}

static bool
pass_on(int in, int out)
{
	char bytes[64 * 1024];
	ssize_t n;

	while ((n = read(in, bytes, sizeof(bytes))) != 0) {
		ssize_t done = 0;

		if (n < 0 && errno != EINTR)
			return false;
		while (done < n) {
			ssize_t k = write(out, bytes + done,
			    (size_t)(n - done));

			if (k < 0 && errno != EINTR)
				return false;
			done += k > 0 ? k : 0;
		}
	}
	return true;
}

bool
copy_file(const char *from, const char *to, struct err *err)
{
	int in = open(from, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
	int out = -1;
	bool good;

	if (in < 0)
		return failed(err, ERR_NOINPUT, from);
	out = make_private(to, err);
	good = out >= 0 && ((pass_on(in, out) && fsync(out) == 0) ||
	    failed(err, ERR_IO, to));
	if (out >= 0 && close(out) != 0 && good)
		good = failed(err, ERR_IO, to);
	close(in);
	if (out >= 0 && !good)
		unlink(to);
	return good;
}

/* SQLite does not wait for the disk when it writes a copy. */
static bool
copy_database(struct db *db, const char *dest, struct err *err)
{
	int fd = make_private(dest, err);
	bool good;

	if (fd < 0)
		return false;
	good = db_with_path(db, "VACUUM INTO ?1", dest, err) &&
	    (fsync(fd) == 0 || failed(err, ERR_IO, dest));
	close(fd);
	if (!good)
		unlink(dest);
	return good;
}

bool
copy_store(struct db *db, const char *path, const char *dest,
    struct err *err)
{
	struct buf key = { 0 }, key_dest = { 0 };
	bool good;

	buf_printf(&key, "%s.key", path);
	buf_printf(&key_dest, "%s.key", dest);
	good = copy_database(db, dest, err);
	if (good && !copy_file(buf_text(&key), buf_text(&key_dest), err)) {
		unlink(dest);
		good = false;
	}
	buf_close(&key);
	buf_close(&key_dest);
	return good;
}

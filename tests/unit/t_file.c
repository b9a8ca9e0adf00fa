/* SPDX-License-Identifier: MIT */
#include "common/file.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/tap.h"

static char dir[] = "/tmp/t_file.XXXXXX";

static const char *
in(const char *name)
{
	static char path[4][400];
	static int turn;

	turn = (turn + 1) % 4;
	snprintf(path[turn], sizeof(path[turn]), "%s/%s", dir, name);
	return path[turn];
}

static void
put(const char *path, const char *text)
{
	FILE *f = fopen(path, "w");

	if (f == NULL || fputs(text, f) < 0 || fclose(f) != 0)
		abort();
}

static bool
holds(const char *path, const char *text)
{
	struct buf b = { 0 };
	bool same = file_read(path, 1000, &b, NULL) &&
	    span_eq(buf_view(&b), span_of(text));

	buf_close(&b);
	return same;
}

/* Names in the test's folder, but for "." and "..". */
static int
entries(void)
{
	DIR *d = opendir(dir);
	int n = -2;

	if (d == NULL)
		abort();
	while (readdir(d) != NULL)
		n++;
	closedir(d);
	return n;
}

static unsigned
mode_of(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 ? st.st_mode & 07777 : 0;
}

static void
test_read(void)
{
	struct buf b = { 0 };
	struct err err = { 0 };

	put(in("a"), "0123456789");
	ok(file_read(in("a"), 10, &b, &err), "a file of just the limit is read");
	is_text(buf_text(&b), "0123456789", "and is what it was");
	ok(!file_read(in("a"), 9, &b, &err) && err.code == ERR_DATA,
	    "a byte more than the limit is an error");
	is_int((long long)b.n, 0, "which leaves nothing behind");
	put(in("a"), "");
	ok(file_read(in("a"), 0, &b, &err) && b.n == 0,
	    "an empty file is read");
	ok(!file_read(in("missing"), 10, &b, &err) &&
	    err.code == ERR_NOINPUT && strstr(err.text, "missing") != NULL,
	    "a missing file is no input, and is named");
	ok(!file_read(dir, 10, &b, &err) && err.code == ERR_NOINPUT,
	    "a folder is no input");
	mkfifo(in("fifo"), 0600);
	ok(!file_read(in("fifo"), 10, &b, &err) && err.code == ERR_NOINPUT,
	    "a FIFO is no input, and holds nobody up");
	ok(!file_read("/dev/zero", 10, &b, &err) && err.code == ERR_NOINPUT,
	    "a device is no input");
	if (access("/proc/self/stat", R_OK) == 0)
		ok(file_read("/proc/self/stat", 100000, &b, &err) && b.n > 0,
		    "a file that says it has no bytes is read");
	else
		skip("no /proc");
	unlink(in("fifo"));
	unlink(in("a"));
	buf_close(&b);
}

static void
test_whole(void)
{
	struct out o = { 0 };
	struct err err = { 0 };

	out_close(&o);
	put(in("page"), "old");
	ok(out_begin(&o, in("page"), 0644, &err), "an output begins");
	is_int(entries(), 2, "beside the old file");
	buf_puts(&o.buf, "new");
	ok(holds(in("page"), "old"), "until the commit the old one is there");
	ok(out_commit(&o, &err), "the commit is done");
	ok(holds(in("page"), "new"), "then the new one is");
	is_int(entries(), 1, "and nothing beside it");
	ok(!out_commit(&o, &err) && err.code == ERR_BUG,
	    "there is no second commit");
	out_close(&o);
	out_close(&o);
	ok(holds(in("page"), "new"), "closing leaves it alone");

	if (!out_begin(&o, in("page"), 0644, &err))
		abort();
	buf_puts(&o.buf, "never");
	out_close(&o);
	ok(holds(in("page"), "new") && entries() == 1,
	    "without a commit nothing has happened");
	unlink(in("page"));
}

static void
test_modes(void)
{
	mode_t before = umask(077);
	struct out o = { 0 };
	struct err err = { 0 };

	if (out_begin(&o, in("shown"), 0644, &err))
		out_commit(&o, &err);
	out_close(&o);
	is_int(mode_of(in("shown")), 0644,
	    "a web server may read it, whatever the umask");
	umask(0);
	if (out_begin(&o, in("secret"), 0600, &err)) {
		is_int(mode_of(o.temp), 0600, "ours is ours from the start");
		out_commit(&o, &err);
	}
	out_close(&o);
	is_int(mode_of(in("secret")), 0600, "and to the end");
	umask(before);
	unlink(in("shown"));
	unlink(in("secret"));
}

static void
test_links(void)
{
	struct out o = { 0 };
	struct err err = { 0 };
	struct stat st;

	put(in("target"), "precious");
	if (symlink("target", in("link")) != 0)
		abort();
	if (out_begin(&o, in("link"), 0644, &err)) {
		buf_puts(&o.buf, "new");
		out_commit(&o, &err);
	}
	out_close(&o);
	ok(holds(in("target"), "precious"), "a symbolic link is not followed");
	ok(lstat(in("link"), &st) == 0 && S_ISREG(st.st_mode) &&
	    holds(in("link"), "new"), "it is replaced");
	unlink(in("target"));
	unlink(in("link"));
}

static void
test_refusals(void)
{
	char longest[300];
	struct out o = { 0 };
	struct err err = { 0 };

	if (mkfifo(in("pipe"), 0600) != 0 ||
	    symlink("/dev/null", in("null")) != 0)
		abort();
	memset(longest, 'n', sizeof(longest) - 1);
	longest[sizeof(longest) - 1] = '\0';

	const struct {
		const char *name, *path;
	} rows[] = {
		{ "a folder that is not there", in("none/page") },
		{ "no name", "" },
		{ "a folder's name", "sub/" },
		{ "the folder itself", "." },
		{ "the folder above", "sub/.." },
		{ "a name that is too long", longest },
		{ "a folder", dir },
		{ "a pipe", in("pipe") },
		{ "a device", "/dev/null" },
		{ "a link to a device", in("null") },
		{ "what may be standard output", "/dev/stdout" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		err = (struct err){ 0 };
		ok(!out_begin(&o, rows[i].path, 0644, &err) &&
		    err.code == ERR_CREATE && o.temp == NULL,
		    "no output: %s", rows[i].name);
	}
	unlink(in("pipe"));
	unlink(in("null"));

	/* A folder comes into the way of the rename. */
	if (!out_begin(&o, in("late"), 0644, &err) ||
	    mkdir(in("late"), 0755) != 0)
		abort();
	ok(!out_commit(&o, &err) && err.code == ERR_CREATE,
	    "a rename that fails is told");
	out_close(&o);
	is_int(entries(), 1, "and its temporary file is gone");
	rmdir(in("late"));
	if (access("/dev/full", W_OK) == 0) {
		if (!out_begin(&o, in("full"), 0644, &err))
			abort();
		put(in("full"), "old");
		buf_puts(&o.buf, "new");

		int full = open("/dev/full", O_WRONLY | O_CLOEXEC);

		dup2(full, o.fd);
		close(full);
		ok(!out_commit(&o, &err) && err.code == ERR_IO,
		    "a full disk is told");
		out_close(&o);
		ok(holds(in("full"), "old") && entries() == 1,
		    "and the old file is as it was");
		unlink(in("full"));
	} else
		skip("no /dev/full");
}

/* In the current folder: a path without any "/". */
static void
test_here(void)
{
	int before = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	struct out o = { 0 };
	struct err err = { 0 };

	if (before < 0 || chdir(dir) != 0)
		abort();
	if (out_begin(&o, "here", 0644, &err)) {
		buf_puts(&o.buf, "x");
		ok(out_commit(&o, &err), "a bare name is in this folder");
	}
	out_close(&o);
	ok(holds(in("here"), "x") && entries() == 1, "and only there");
	unlink("here");
	if (fchdir(before) != 0)
		abort();
	close(before);
}

static void
test_mkdirs(void)
{
	mode_t before = umask(077);
	struct err err = { 0 };

	ok(file_mkdirs(in("a/b//c/"), 0755, &err), "folders are made");
	ok(mode_of(in("a")) == 0755 && mode_of(in("a/b/c")) == 0755,
	    "with that mode, whatever the umask");
	ok(file_mkdirs(in("a/b/c"), 0700, &err), "once more is no error");
	is_int(mode_of(in("a/b/c")), 0755, "and changes no old folder");
	ok(file_mkdirs("/", 0755, &err), "the root is there");
	ok(!file_mkdirs("", 0755, &err) && err.code == ERR_CREATE,
	    "no path is an error");
	put(in("file"), "");
	ok(!file_mkdirs(in("file"), 0755, &err) && err.code == ERR_CREATE,
	    "a file in the way is an error");
	ok(!file_mkdirs(in("file/sub"), 0755, &err),
	    "a file on the way is one too");
	if (symlink("a", in("link")) != 0)
		abort();
	ok(file_mkdirs(in("link/d"), 0755, &err) && mode_of(in("a/d")) == 0755,
	    "a symbolic link to a folder is a folder");
	umask(before);
	unlink(in("link"));
	unlink(in("file"));
	rmdir(in("a/d"));
	rmdir(in("a/b/c"));
	rmdir(in("a/b"));
	rmdir(in("a"));
}

int
main(void)
{
	if (mkdtemp(dir) == NULL)
		abort();
	test_read();
	test_whole();
	test_modes();
	test_links();
	test_refusals();
	test_here();
	test_mkdirs();
	is_int(entries(), 0, "nothing is left over");
	rmdir(dir);
	return done();
}

/* SPDX-License-Identifier: MIT */
#include "store/db.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "common/file.h"
#include "common/mem.h"
#include "tests/tap.h"
#include "tests/unit/rig.h"

static char dir[] = "/tmp/t_db.XXXXXX";
static char path[64];

static const char *
beside(const char *suffix)
{
	static char name[80];

	snprintf(name, sizeof(name), "%s%s", path, suffix);
	return name;
}

static void
remove_all(void)
{
	unlink(path);
	unlink(beside(".key"));
	unlink(beside("-wal"));
	unlink(beside("-shm"));
}

static void
put_file(const char *name, struct span bytes)
{
	int fd = open(name, O_WRONLY | O_CREAT | O_TRUNC, 0600);

	if (fd < 0 || write(fd, bytes.p, bytes.n) != (ssize_t)bytes.n ||
	    close(fd) != 0)
		abort();
}

static void
patch(const char *name, off_t at, struct span bytes)
{
	int fd = open(name, O_WRONLY);

	if (fd < 0 || pwrite(fd, bytes.p, bytes.n, at) != (ssize_t)bytes.n ||
	    close(fd) != 0)
		abort();
}

/* Opens and closes.  The error's code, ERR_NONE for none. */
static enum err_code
opened(enum db_mode mode)
{
	struct db *db = NULL;
	struct err err = { 0 };

	if (db_open(path, mode, &db, &err))
		db_close(db);
	else if (db != NULL)
		abort(); /* outputs are untouched on failure */
	return err.code;
}

/* ---- what is done to a database that is there, and what opening says then ---- */

static void
nothing(void)
{
}

static void
other_version(void)
{
	patch(path, 60, SPAN("\0\0\0\x63"));
}

static void
other_program(void)
{
	patch(path, 68, SPAN("gpkg"));
}

static void
no_database(void)
{
	put_file(path, SPAN("This is a text, and of no use here, is it not?"
	    " It is longer than the head of a database, which has 100."));
}

static void
garbled(void)
{
	char junk[8192];

	memset(junk, 0xa5, sizeof(junk));
	patch(path, 100, (struct span){ junk, sizeof(junk) });
}

static void
no_key(void)
{
	unlink(beside(".key"));
}

static void
short_key(void)
{
	put_file(beside(".key"), SPAN("too short"));
}

static void
other_key(void)
{
	put_file(beside(".key"), SPAN("0123456789abcdef0123456789abcdef"));
}

static void
all_gone(void)
{
	remove_all();
}

static void
emptied(void)
{
	put_file(path, (struct span){ "", 0 });
	unlink(beside("-wal"));
}

/* What SQLite writes when it is told of the write-ahead log, before any table. */
static void
head_only(void)
{
	char page[4096] = "SQLite format 3";

	memcpy(page + 16, "\x10\0\2\2\0\x40\x20\x20\0\0\0\1\0\0\0\1", 16);
	page[95] = 1;
	page[100] = 0x0d;
	page[105] = 0x10;
	put_file(path, (struct span){ page, sizeof(page) });
	unlink(beside("-wal"));
}

static void
a_folder(void)
{
	remove_all();
	if (mkdir(path, 0700) != 0)
		abort();
}

static const struct {
	const char *name;
	void (*spoil)(void);
	enum err_code read, write;
} rows[] = {
	{ "a database that is whole", nothing, ERR_NONE, ERR_NONE },
	{ "one of another version", other_version, ERR_DATA, ERR_DATA },
	{ "one of another program", other_program, ERR_DATA, ERR_DATA },
	{ "a file that is none", no_database, ERR_DATA, ERR_DATA },
	{ "a garbled one", garbled, ERR_DATA, ERR_DATA },
	{ "one without its key", no_key, ERR_CONFIG, ERR_CONFIG },
	{ "one with a key that is none", short_key, ERR_CONFIG, ERR_CONFIG },
	{ "one with another's key", other_key, ERR_CONFIG, ERR_CONFIG },
	{ "none", all_gone, ERR_NOINPUT, ERR_NONE },
	{ "an empty file, as a run that was killed leaves it", emptied,
	    ERR_NOINPUT, ERR_NONE },
	{ "a head without tables, as one killed later does", head_only,
	    ERR_DATA, ERR_NONE },
	{ "a folder in its place", a_folder, ERR_CONFIG, ERR_CONFIG },
};

static void
test_rows(void)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		enum err_code read, write;

		remove_all();
		if (opened(DB_WRITE) != ERR_NONE)
			abort();
		rows[i].spoil();
		read = opened(DB_READ);
		write = opened(DB_WRITE);
		if (!ok(read == rows[i].read && write == rows[i].write,
		    "%s: to read %d, to write %d", rows[i].name, rows[i].read,
		    rows[i].write))
			diag("read %d, write %d", read, write);
		rmdir(path);
	}
	remove_all();
}

/* ---- ours alone ---- */

static unsigned
mode_of(const char *name)
{
	struct stat st;

	return stat(name, &st) == 0 ? st.st_mode & 0777 : 0;
}

static void
test_modes(void)
{
	struct db *db = NULL;
	struct err err;

	umask(0);
	must(db_open(path, DB_WRITE, &db, &err) && db_begin(db, &err) &&
	    db_run(db, &err, STMT_META_PUT, "tt", SPAN("a"), SPAN("b")) &&
	    db_commit(db, &err), &err);
	ok(mode_of(path) == 0600 && mode_of(beside(".key")) == 0600 &&
	    mode_of(beside("-wal")) == 0600,
	    "database, key and log are for their owner only");
	umask(022);
	db_close(db);
	remove_all();
	if (symlink("/tmp/t_db.nowhere", path) != 0)
		abort();
	ok(opened(DB_WRITE) == ERR_CREATE && access("/tmp/t_db.nowhere",
	    F_OK) != 0, "a dangling symbolic link is not followed");
	remove_all();
	db_close(NULL);
}

/* ---- transactions ---- */

static bool
has_meta(struct db *db, struct span name)
{
	struct err err;
	bool row;

	db_start(db, STMT_META_GET, "t", name);
	must(db_next(db, STMT_META_GET, &row, &err), &err);
	db_end(db, STMT_META_GET);
	return row;
}

static void
put_meta(struct db *db, struct span name)
{
	struct err err;

	must(db_run(db, &err, STMT_META_PUT, "tt", name, SPAN("")), &err);
}

static off_t
size_of(const char *name)
{
	struct stat st;

	return stat(name, &st) == 0 ? st.st_size : -1;
}

static void
test_transactions(void)
{
	struct db *db = NULL, *reader = NULL;
	struct err err;

	must(db_open(path, DB_WRITE, &db, &err) && db_begin(db, &err), &err);
	put_meta(db, SPAN("a"));
	db_rollback(db);
	db_rollback(db);
	ok(!has_meta(db, SPAN("a")), "what is rolled back is gone");
	must(db_begin(db, &err), &err);
	put_meta(db, SPAN("b"));
	must(db_commit(db, &err), &err);
	must(db_begin(db, &err), &err);
	put_meta(db, SPAN("c"));
	db_close(db);
	must(db_open(path, DB_WRITE, &db, &err) &&
	    db_open(path, DB_READ, &reader, &err), &err);
	ok(has_meta(db, SPAN("b")), "what is committed is there");
	ok(!has_meta(db, SPAN("c")), "what was open at the close is not");

	must(db_begin_read(reader, &err), &err);
	bool before = has_meta(reader, SPAN("d"));

	must(db_begin(db, &err), &err);
	put_meta(db, SPAN("d"));
	must(db_commit(db, &err), &err);
	ok(!before && !has_meta(reader, SPAN("d")),
	    "a reader sees one state, whatever others commit");
	db_rollback(reader);
	ok(has_meta(reader, SPAN("d")), "and the next one after that");
	ok(size_of(beside("-wal")) > 0, "changes are in the log");
	must(db_checkpoint(db, &err), &err);
	is_int(size_of(beside("-wal")), 0, "which a checkpoint empties");
	db_close(reader);
	db_close(db);
	remove_all();
}

/* ---- killed while it is made ---- */

static void
test_kill(void)
{
	int bad = 0, made = 0;
	uint64_t seed = 5;

	for (int round = 0; round < 30; round++) {
		useconds_t after = (useconds_t)chance(&seed, 9000);
		pid_t child = fork();

		if (child < 0)
			abort();
		if (child == 0)
			_exit(opened(DB_WRITE) != ERR_NONE);
		usleep(after);
		kill(child, SIGKILL);
		waitpid(child, NULL, 0);
		made += access(path, F_OK) == 0;
		if (opened(DB_WRITE) != ERR_NONE ||
		    opened(DB_READ) != ERR_NONE)
			bad++;
		remove_all();
	}
	if (!ok(bad == 0 && made > 0,
	    "killed at any instant while it is made, it is made by the next"))
		diag("%d bad, %d made", bad, made);
}

/* ---- arguments and columns ---- */

static void
test_values(void)
{
	static const char blob[] = "\0\xff\0";
	struct db *db = NULL;
	struct span b = { blob, 3 };
	struct err err;
	bool row = false;

	must(db_open(NULL, DB_WRITE, &db, &err) && db_begin(db, &err), &err);
	must(db_run(db, &err, STMT_STREAM_ADD, "ttiibbnnt", SPAN("g"),
	    (struct span){ 0 }, INT64_MIN, INT64_MAX, b, b,
	    SPAN("p\xE1\xBB\x8B")), &err);
	db_start(db, STMT_STREAM_GET, "i", db_inserted(db));
	must(db_next(db, STMT_STREAM_GET, &row, &err), &err);
	ok(row && db_int(db, STMT_STREAM_GET, 2) == INT64_MIN &&
	    db_int(db, STMT_STREAM_GET, 3) == INT64_MAX,
	    "the least and the greatest number are kept");
	ok(span_eq(db_blob(db, STMT_STREAM_GET, 4), b), "so are NULs in blobs");
	ok(db_text(db, STMT_STREAM_GET, 1).n == 0 &&
	    !db_null(db, STMT_STREAM_GET, 1), "an empty text is no NULL");
	ok(db_null(db, STMT_STREAM_GET, 6), "a NULL is one");
	ok(span_eq(db_text(db, STMT_STREAM_GET, 8), SPAN("p\xE1\xBB\x8B")),
	    "letters of several bytes are kept");
	is_int(db_columns(db, STMT_STREAM_GET), 9, "columns are counted");
	db_end(db, STMT_STREAM_GET);
	err = (struct err){ 0 };
	ok(!db_run(db, &err, STMT_MARK_PUT, "iin", (int64_t)1, (int64_t)1) &&
	    err.code == ERR_BUG, "what the schema forbids is an error");
	db_close(db);
}

/* Each statement compiles with the schema: one that does not fails when it runs. */
static void
test_statements(void)
{
	struct db *db = NULL;
	struct err err;
	bool good = true;

	/* Some of them speak of another store. */
	if (opened(DB_WRITE) != ERR_NONE)
		abort();
	must(db_open(NULL, DB_WRITE, &db, &err) &&
	    db_with_path(db, "ATTACH ?1 AS b", path, &err) &&
	    db_script(db, RETAIN_TABLE, &err) &&
	    db_script(db, RESTATE_TABLES, &err), &err);
	for (int s = 0; s < STMT__MAX; s++) {
		db_start(db, (enum stmt)s, "");
		if (s != STMT_COMMIT && s != STMT_ROLLBACK &&
		    s != STMT_BEGIN && s != STMT_BEGIN_READ &&
		    db_columns(db, (enum stmt)s) == 0) {
			bool row;

			err = (struct err){ 0 };
			/* All NULL: it may break a rule, but not be wrong. */
			if (!db_next(db, (enum stmt)s, &row, &err) &&
			    strstr(err.text, "constraint") == NULL &&
			    strstr(err.text, "mismatch") == NULL) {
				diag("%d: %s", s, err.text);
				good = false;
			}
		}
		db_end(db, (enum stmt)s);
	}
	ok(good, "all statements compile");
	db_close(db);
	remove_all();
}

int
main(void)
{
	if (mkdtemp(dir) == NULL)
		abort();
	snprintf(path, sizeof(path), "%s/x.db", dir);
	test_rows();
	test_modes();
	test_transactions();
	test_kill();
	test_values();
	test_statements();
	rmdir(dir);
	return done();
}

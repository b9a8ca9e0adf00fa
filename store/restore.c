/* SPDX-License-Identifier: MIT */
#include "store/restore.h"

#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "common/civil.h"
#include "common/file.h"
#include "store/copy.h"
#include "store/events.h"
#include "store/schema.h"

static const char *const suffix[] = { "", ".key", "-wal", "-shm",
	"-journal" };
enum { N_SUFFIXES = sizeof(suffix) / sizeof(*suffix) };

static const char *
named(struct buf *b, const char *path, const char *end)
{
	buf_clear(b);
	buf_printf(b, "%s%s", path, end);
	return buf_text(b);
}

static void
remove_set(const char *path)
{
	struct buf name = { 0 };

	for (int i = 0; i < N_SUFFIXES; i++)
		unlink(named(&name, path, suffix[i]));
	buf_close(&name);
}

/* Copies one file, and compares the copy: a disk that fails may fail here. */
static bool
fetch(const char *src, const char *name, const char *to, const char *sum,
    struct err *err)
{
	struct buf from = { 0 };
	char got[65];
	bool good;

	buf_printf(&from, "%s/%s", src, name);
	good = copy_file(buf_text(&from), to, err) &&
	    hash_sha256_file_hex(to, got, err) && (strcmp(got, sum) == 0 ||
	    err_set(err, ERR_DATA, "%s: not what its manifest says: the file "
	    "was changed or is damaged", buf_text(&from)));
	buf_close(&from);
	return good;
}

static bool
is_whole(struct db *db, const char *src, struct err *err)
{
	bool row, good;

	db_start(db, STMT_CHECK_ALL, "");
	if (!db_next(db, STMT_CHECK_ALL, &row, err))
		return err_add(err, "%s", src);
	good = row && span_eq(db_text(db, STMT_CHECK_ALL, 0), SPAN("ok"));
	db_end(db, STMT_CHECK_ALL);
	return good || err_set(err, ERR_DATA, "%s: the database is damaged",
	    src);
}

/* One of an earlier version has no place for events yet. */
static bool
record(struct db *db, const struct restore_plan *plan, struct err *err)
{
	struct event e = { plan->now_s, "restore", plan->src };
	int version;

	return schema_version(db, &version, err) && (version < DB_VERSION ||
	    (db_begin(db, err) && event_add(db, &e, err) &&
	    db_commit(db, err)));
}

static bool
try_copy(const struct restore_plan *plan, const char *fresh, struct err *err)
{
	struct db *db = NULL;
	bool good = db_open(fresh, DB_ANY, &db, err) &&
	    is_whole(db, plan->src, err) && record(db, plan, err);

	db_close(db);
	return good;
}

static bool
bring(const struct restore_plan *plan, const char *fresh, struct err *err)
{
	struct backup b;
	struct buf key = { 0 };
	bool good;

	if (!backup_read(plan->src, &b, err))
		return false;
	if (b.version > DB_VERSION)
		return err_set(err, ERR_DATA, "%s: database version %d; this "
		    "truycap reads version %d", plan->src, b.version,
		    DB_VERSION);
	remove_set(fresh);
	good = fetch(plan->src, BACKUP_DATABASE, fresh, b.database_sha256,
	    err) && fetch(plan->src, BACKUP_KEY, named(&key, fresh, ".key"),
	    b.key_sha256, err) && try_copy(plan, fresh, err);
	buf_close(&key);
	return good;
}

/* Folds what the log of changes has into the database, where that can be done. */
static void
settle(const char *path)
{
	struct db *db = NULL;

	if (db_open(path, DB_ANY, &db, NULL))
		db_checkpoint(db, NULL);
	db_close(db);
}

/* A second name for each file of the old one.  A log of changes may not stay: SQLite would
 * put it into the new database. */
static bool
keep_old(const char *path, const char *old, struct err *err)
{
	struct buf from = { 0 }, to = { 0 };
	bool good = true;

	for (int i = 0; good && i < N_SUFFIXES; i++) {
		struct stat st;
		bool stays = i < 2; /* until the new one takes its place */

		named(&from, path, suffix[i]);
		named(&to, old, suffix[i]);
		if (lstat(buf_text(&from), &st) != 0)
			continue;
		if (stays ? link(buf_text(&from), buf_text(&to)) != 0 :
		    rename(buf_text(&from), buf_text(&to)) != 0)
			good = err_set(err, ERR_CREATE, "%s: %s",
			    buf_text(&to), strerror(errno));
	}
	buf_close(&from);
	buf_close(&to);
	return good;
}

static bool
put_in_place(const char *fresh, const char *path, struct err *err)
{
	struct buf from = { 0 }, to = { 0 };
	bool good = true;

	for (int i = 1; good && i >= 0; i--) {
		named(&from, fresh, suffix[i]);
		named(&to, path, suffix[i]);
		if (rename(buf_text(&from), buf_text(&to)) != 0)
			good = err_set(err, ERR_CREATE, "%s: %s",
			    buf_text(&to), strerror(errno));
	}
	buf_close(&from);
	buf_close(&to);
	return good && file_sync_folder(path, err);
}

static void
put_old_name(struct buf *out, const struct restore_plan *plan)
{
	int64_t day = civil_floor_div(plan->now_s, 86400);
	struct civil c = civil_date((int32_t)day);
	int s = (int)(plan->now_s - day * 86400);

	buf_printf(out, "%s.before-restore-%04d%02d%02dT%02d%02d%02dZ",
	    plan->path, c.year, c.month, c.day, s / 3600, s / 60 % 60,
	    s % 60);
}

bool
restore_store(const struct restore_plan *plan, struct restored *out,
    struct err *err)
{
	struct restored r = { .had_old = access(plan->path, F_OK) == 0 };
	struct buf fresh = { 0 };
	bool good;

	buf_printf(&fresh, "%s.restore", plan->path);
	put_old_name(&r.old, plan);
	good = bring(plan, buf_text(&fresh), err);
	if (good) {
		settle(plan->path);
		good = keep_old(plan->path, buf_text(&r.old), err) &&
		    put_in_place(buf_text(&fresh), plan->path, err);
	}
	remove_set(buf_text(&fresh));
	buf_close(&fresh);
	if (good)
		*out = r;
	else
		buf_close(&r.old);
	return good;
}

/* SPDX-License-Identifier: MIT */
#include "store/db.h"

#include <sqlite3.h>
#include <stdarg.h>
#include <stdio.h>
#include <sys/stat.h>

#include "common/mem.h"
#include "store/key.h"
#include "store/schema.h"

enum { BUSY_MS = 10000 };

struct db {
	sqlite3 *sql;
	sqlite3_stmt *stmt[STMT__MAX];
	struct hash_keys keys;
	bool open_txn;
};

static const char *const sql_text[STMT__MAX] = {
#define X(id, sql) sql,
	STMT_TABLE(X)
#undef X
};

static bool
db_err(struct db *db, struct err *err)
{
	int rc = sqlite3_errcode(db->sql);
	enum err_code code = ERR_IO;

	switch (rc & 0xff) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		code = ERR_LOCKED;
		break;
	case SQLITE_CORRUPT:
	case SQLITE_NOTADB:
		code = ERR_DATA;
		break;
	case SQLITE_CANTOPEN:
	case SQLITE_READONLY:
	case SQLITE_PERM:
		code = ERR_CREATE;
		break;
	case SQLITE_CONSTRAINT:
	case SQLITE_MISUSE:
	case SQLITE_ERROR:
		code = ERR_BUG;
		break;
	default:
		break;
	}
	return err_set(err, code, "database: %s", sqlite3_errmsg(db->sql));
}

bool
db_script(struct db *db, const char *sql, struct err *err)
{
	return sqlite3_exec(db->sql, sql, NULL, NULL, NULL) == SQLITE_OK ||
	    db_err(db, err);
}

static sqlite3_stmt *
prepared(struct db *db, enum stmt s)
{
	if (db->stmt[s] == NULL)
		sqlite3_prepare_v3(db->sql, sql_text[s], -1,
		    SQLITE_PREPARE_PERSISTENT, &db->stmt[s], NULL);
	return db->stmt[s];
}

static void
bind(struct db *db, enum stmt s, const char *types, va_list ap)
{
	sqlite3_stmt *st = prepared(db, s);

	sqlite3_reset(st);
	for (int i = 1; *types != '\0'; types++, i++) {
		struct span text;

		switch (*types) {
		case 'i':
			sqlite3_bind_int64(st, i, va_arg(ap, int64_t));
			break;
		case 't':
			text = va_arg(ap, struct span);
			sqlite3_bind_text64(st, i, text.n > 0 ? text.p : "",
			    text.n, SQLITE_STATIC, SQLITE_UTF8);
			break;
		case 'b':
			text = va_arg(ap, struct span);
			sqlite3_bind_blob64(st, i, text.p, text.n,
			    SQLITE_STATIC);
			break;
		default:
			sqlite3_bind_null(st, i);
		}
	}
}

void
db_start(struct db *db, enum stmt s, const char *types, ...)
{
	va_list ap;

	va_start(ap, types);
	bind(db, s, types, ap);
	va_end(ap);
}

bool
db_next(struct db *db, enum stmt s, bool *row, struct err *err)
{
	/* A statement that did not compile is NULL, and stepping it an error. */
	int rc = sqlite3_step(db->stmt[s]);

	*row = rc == SQLITE_ROW;
	if (rc == SQLITE_ROW)
		return true;
	if (rc != SQLITE_DONE)
		db_err(db, err);
	sqlite3_reset(db->stmt[s]);
	return rc == SQLITE_DONE;
}

void
db_end(struct db *db, enum stmt s)
{
	sqlite3_reset(db->stmt[s]);
}

bool
db_run(struct db *db, struct err *err, enum stmt s, const char *types, ...)
{
	bool row = true, good = true;
	va_list ap;

	va_start(ap, types);
	bind(db, s, types, ap);
	va_end(ap);
	while (good && row)
		good = db_next(db, s, &row, err);
	return good;
}

int64_t
db_int(struct db *db, enum stmt s, int column)
{
	return sqlite3_column_int64(db->stmt[s], column);
}

bool
db_null(struct db *db, enum stmt s, int column)
{
	return sqlite3_column_type(db->stmt[s], column) == SQLITE_NULL;
}

struct span
db_text(struct db *db, enum stmt s, int column)
{
	const void *p = sqlite3_column_text(db->stmt[s], column);
	int n = sqlite3_column_bytes(db->stmt[s], column);

	return (struct span){ p, p != NULL ? (size_t)n : 0 };
}

struct span
db_blob(struct db *db, enum stmt s, int column)
{
	const void *p = sqlite3_column_blob(db->stmt[s], column);
	int n = sqlite3_column_bytes(db->stmt[s], column);

	return (struct span){ p, p != NULL ? (size_t)n : 0 };
}

int
db_columns(struct db *db, enum stmt s)
{
	return sqlite3_column_count(db->stmt[s]);
}

int64_t
db_inserted(struct db *db)
{
	return sqlite3_last_insert_rowid(db->sql);
}

const struct hash_keys *
db_keys(const struct db *db)
{
	return &db->keys;
}

bool
db_begin(struct db *db, struct err *err)
{
	if (!db_run(db, err, STMT_BEGIN, ""))
		return false;
	db->open_txn = true;
	return true;
}

bool
db_begin_read(struct db *db, struct err *err)
{
	if (!db_run(db, err, STMT_BEGIN_READ, ""))
		return false;
	db->open_txn = true;
	return true;
}

bool
db_commit(struct db *db, struct err *err)
{
	if (!db_run(db, err, STMT_COMMIT, ""))
		return false;
	db->open_txn = false;
	return true;
}

void
db_rollback(struct db *db)
{
	if (db->open_txn)
		db_run(db, NULL, STMT_ROLLBACK, "");
	db->open_txn = false;
}

bool
db_checkpoint(struct db *db, struct err *err)
{
	return db_script(db, "PRAGMA wal_checkpoint(TRUNCATE)", err);
}

bool
db_number(struct db *db, const char *sql, int64_t *out, struct err *err)
{
	sqlite3_stmt *st = NULL;
	bool good = sqlite3_prepare_v2(db->sql, sql, -1, &st, NULL) ==
	    SQLITE_OK && sqlite3_step(st) == SQLITE_ROW;

	if (good)
		*out = sqlite3_column_int64(st, 0);
	else
		db_err(db, err);
	sqlite3_finalize(st);
	return good;
}

bool
db_with_path(struct db *db, const char *sql, const char *path,
    struct err *err)
{
	sqlite3_stmt *st = NULL;
	bool good = sqlite3_prepare_v2(db->sql, sql, -1, &st, NULL) ==
	    SQLITE_OK && sqlite3_bind_text(st, 1, path, -1, SQLITE_STATIC) ==
	    SQLITE_OK && sqlite3_step(st) == SQLITE_DONE;

	if (!good)
		db_err(db, err);
	sqlite3_finalize(st);
	return good || err_add(err, "%s", path);
}

static bool
is_empty(const char *path)
{
	struct stat st;

	return stat(path, &st) != 0 || st.st_size == 0;
}

/* A run that was killed while it made the database leaves it blank. */
static bool
prepare(struct db *db, const unsigned char *secret, enum db_mode mode,
    struct err *err)
{
	bool blank = false;

	if (!schema_blank(db, &blank, err))
		return false;
	if (mode == DB_WRITE && blank && (!db_script(db,
	    /* Before anything is written: parts are long rows; and pages can be
	     * given back (retain.c). */
	    "PRAGMA page_size = 16384; PRAGMA auto_vacuum = INCREMENTAL;"
	    " PRAGMA journal_mode = WAL", err) ||
	    !schema_make(db, secret, err)))
		return false;
	hash_keys_from(secret, &db->keys);
	return true;
}

static bool
open_file(struct db *db, const char *path, enum db_mode mode,
    struct err *err)
{
	unsigned char secret[HASH_SECRET_BYTES];
	bool fresh = is_empty(path);

	if (mode != DB_WRITE && fresh)
		return err_set(err, ERR_NOINPUT, "%s: no database there yet; "
		    "`truycap update` makes one", path);
	if (!key_open(path, fresh, secret, err) ||
	    (mode == DB_WRITE && !key_private_file(path, err)))
		return false;
	if (sqlite3_open_v2(path, &db->sql, SQLITE_OPEN_READWRITE |
	    SQLITE_OPEN_NOMUTEX, NULL) !=
	    SQLITE_OK) {
		db_err(db, err);
		return err_add(err, "%s", path);
	}
	sqlite3_busy_timeout(db->sql, BUSY_MS);
	return (prepare(db, secret, mode, err) || err_add(err, "%s", path)) &&
	    schema_check(db, path, secret, mode == DB_ANY, err) &&
	    /* A copy (VACUUM INTO) has lost the mark of the write-ahead log. */
	    (mode != DB_WRITE || db_script(db, "PRAGMA journal_mode = WAL",
	    err) || err_add(err, "%s", path)) &&
	    (db_script(db, "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;"
	    " PRAGMA foreign_keys = ON; PRAGMA cache_size = -16000;"
	    " PRAGMA temp_store = MEMORY", err) ||
	    err_add(err, "%s", path));
}

static bool
open_temporary(struct db *db, struct err *err)
{
	unsigned char secret[HASH_SECRET_BYTES];

	if (!hash_random(secret, sizeof(secret), err))
		return false;
	hash_keys_from(secret, &db->keys);
	if (sqlite3_open_v2("", &db->sql, SQLITE_OPEN_READWRITE |
	    SQLITE_OPEN_CREATE, NULL) != SQLITE_OK)
		return db_err(db, err);
	return db_script(db, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
	    " PRAGMA cache_size = -64000", err) &&
	    schema_make(db, secret, err);
}

bool
db_open(const char *path, enum db_mode mode, struct db **out,
    struct err *err)
{
	struct db *db = mem_new(sizeof(*db));
	bool good = path != NULL ? open_file(db, path, mode, err) :
	    open_temporary(db, err);

	if (good)
		*out = db;
	else
		db_close(db);
	return good;
}

void
db_close(struct db *db)
{
	if (db == NULL)
		return;
	db_rollback(db);
	for (int i = 0; i < STMT__MAX; i++)
		sqlite3_finalize(db->stmt[i]);
	sqlite3_close(db->sql);
	mem_free(db);
}

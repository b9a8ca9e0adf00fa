/* SPDX-License-Identifier: MIT */
#include "store/db.h"

#include <sqlite3.h>
#include <stdarg.h>
#include <stdio.h>
#include <sys/stat.h>

#include "common/mem.h"
#include "store/key.h"

enum { APPLICATION_ID = 1953658211 /* "truc" */, BUSY_MS = 10000 };

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

static const unsigned char schema[] = {
#include "store/schema.sql.inc"
	0
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

static bool
db_exec(struct db *db, const char *sql, struct err *err)
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
	return db_exec(db, "PRAGMA wal_checkpoint(TRUNCATE)", err);
}

static bool
make_schema(struct db *db, const unsigned char *secret, struct err *err)
{
	char print[65], version[32];

	key_fingerprint(secret, print);
	snprintf(version, sizeof(version), "PRAGMA user_version = %d",
	    DB_VERSION);
	return db_exec(db, "BEGIN IMMEDIATE", err) &&
	    db_exec(db, (const char *)schema, err) &&
	    db_exec(db, version, err) &&
	    db_exec(db, "PRAGMA application_id = 1953658211", err) &&
	    db_run(db, err, STMT_META_PUT, "tt", SPAN("key"),
	    span_of(print)) &&
	    /* The empty text is term 1 by being the first. */
	    db_run(db, err, STMT_TERM_ADD, "t", SPAN("")) &&
	    db_exec(db, "COMMIT", err);
}

static bool
pragma_int(struct db *db, const char *sql, int *out, struct err *err)
{
	sqlite3_stmt *st = NULL;
	bool good = sqlite3_prepare_v2(db->sql, sql, -1, &st, NULL) ==
	    SQLITE_OK && sqlite3_step(st) == SQLITE_ROW;

	if (good)
		*out = sqlite3_column_int(st, 0);
	else
		db_err(db, err);
	sqlite3_finalize(st);
	return good;
}

static bool
check_ours(struct db *db, const char *path, const unsigned char *secret,
    struct err *err)
{
	int app, version;
	char print[65];
	bool row = false, same = false;

	if (!pragma_int(db, "PRAGMA application_id", &app, err) ||
	    !pragma_int(db, "PRAGMA user_version", &version, err))
		return err_add(err, "%s", path);
	if (app != APPLICATION_ID)
		return err_set(err, ERR_DATA,
		    "%s: a database, but not one of truycap", path);
	if (version != DB_VERSION)
		return err_set(err, ERR_DATA, "%s: database version %d; this "
		    "truycap reads version %d", path, version, DB_VERSION);
	key_fingerprint(secret, print);
	db_start(db, STMT_META_GET, "t", SPAN("key"));
	if (!db_next(db, STMT_META_GET, &row, err))
		return err_add(err, "%s", path);
	if (row) {
		same = span_eq(db_text(db, STMT_META_GET, 0), span_of(print));
		db_end(db, STMT_META_GET);
	}
	return same || err_set(err, ERR_CONFIG,
	    "%s.key: the key of another database", path);
}

static bool
blank(struct db *db, bool *out, struct err *err)
{
	int app, version, tables;

	if (!pragma_int(db, "PRAGMA application_id", &app, err) ||
	    !pragma_int(db, "PRAGMA user_version", &version, err) ||
	    !pragma_int(db, "SELECT count(*) FROM sqlite_master", &tables,
	    err))
		return false;
	*out = app == 0 && version == 0 && tables == 0;
	return true;
}

static bool
is_empty(const char *path)
{
	struct stat st;

	return stat(path, &st) != 0 || st.st_size == 0;
}

static bool
open_file(struct db *db, const char *path, enum db_mode mode,
    struct err *err)
{
	unsigned char secret[HASH_SECRET_BYTES];
	bool fresh = is_empty(path);

	if (mode == DB_READ && fresh)
		return err_set(err, ERR_NOINPUT, "%s: no database there yet; "
		    "`truycap update` makes one", path);
	if (!key_open(path, fresh, secret, err) ||
	    (mode == DB_WRITE && !key_private_file(path, err)))
		return false;
	if (sqlite3_open_v2(path, &db->sql, SQLITE_OPEN_READWRITE, NULL) !=
	    SQLITE_OK) {
		db_err(db, err);
		return err_add(err, "%s", path);
	}
	sqlite3_busy_timeout(db->sql, BUSY_MS);
	/* A run that was killed while it made the database leaves it blank. */
	if (!blank(db, &fresh, err) || (mode == DB_WRITE && fresh &&
	    (!db_exec(db, "PRAGMA journal_mode = WAL", err) ||
	    !make_schema(db, secret, err))))
		return err_add(err, "%s", path);
	hash_keys_from(secret, &db->keys);
	return check_ours(db, path, secret, err) &&
	    (db_exec(db, "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;"
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
	return db_exec(db, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
	    " PRAGMA cache_size = -64000", err) &&
	    make_schema(db, secret, err);
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

/* SPDX-License-Identifier: MIT */
/* db.h -- the database: one file, one connection, one transaction at a time.
 *
 * The door of sqlite3: statements are named (stmt.h), arguments bound, columns read
 * by number.  WAL, synchronous=FULL, secure_delete: what is deleted is gone.
 */
#ifndef STORE_DB_H
#define STORE_DB_H

#include "common/err.h"
#include "common/hash.h"
#include "common/span.h"
#include "store/stmt.h"

enum { DB_VERSION = 4 }; /* of the schema: store/migrate.c */

enum db_mode {
	DB_READ,   /* must exist */
	DB_WRITE,  /* made if missing, with its key file (PATH.key, mode 0600) */
	DB_ANY     /* must exist; of this version or an older one */
};

struct db;

/* path NULL: a temporary database with a key of its own, gone at db_close.
 * Refused: no database or one of another version (ERR_DATA), a key file that is
 * missing or is not this database's (ERR_CONFIG), a damaged file (ERR_DATA). */
bool db_open(const char *path, enum db_mode mode, struct db **out,
    struct err *err);
void db_close(struct db *db); /* accepts NULL; rolls back */

const struct hash_keys *db_keys(const struct db *db);

bool db_begin(struct db *db, struct err *err);
/* Several statements see one state, whatever others commit; db_rollback ends it. */
bool db_begin_read(struct db *db, struct err *err);
bool db_commit(struct db *db, struct err *err);
void db_rollback(struct db *db); /* nothing open: nothing done */
/* Folds the write-ahead log into the file and empties it. */
bool db_checkpoint(struct db *db, struct err *err);

/* Texts of our own, never of outside: some statements; one that gives a number (a pragma);
 * one with a file's name as ?1 (VACUUM INTO, ATTACH). */
bool db_script(struct db *db, const char *sql, struct err *err);
bool db_number(struct db *db, const char *sql, int64_t *out, struct err *err);
bool db_with_path(struct db *db, const char *sql, const char *path,
    struct err *err);

/* Binds one argument a letter: i int64_t, t span as text, b span as blob, n nothing
 * (NULL; takes no argument).  The bytes must live until the next start or end. */
void db_start(struct db *db, enum stmt s, const char *types, ...);
/* *row: there is a row.  At the end, or on failure, the statement is reset. */
bool db_next(struct db *db, enum stmt s, bool *row, struct err *err);
/* Ends before the last row. */
void db_end(struct db *db, enum stmt s);
/* Start, and all of it. */
bool db_run(struct db *db, struct err *err, enum stmt s, const char *types, ...);

/* Columns of the present row, from 0; texts and blobs live until the next db_next. */
int64_t db_int(struct db *db, enum stmt s, int column);
bool db_null(struct db *db, enum stmt s, int column);
struct span db_text(struct db *db, enum stmt s, int column);
struct span db_blob(struct db *db, enum stmt s, int column);
int db_columns(struct db *db, enum stmt s);

int64_t db_inserted(struct db *db); /* row id of the last insert */

#endif

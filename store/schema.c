/* SPDX-License-Identifier: MIT */
#include "store/schema.h"

#include <stdio.h>

#include "store/key.h"

enum { APPLICATION_ID = 1953658211 /* "truc" */ };

static const unsigned char schema[] = {
#include "store/schema.sql.inc"
	0
};

bool
schema_set_version(struct db *db, int version, struct err *err)
{
	char sql[40];

	snprintf(sql, sizeof(sql), "PRAGMA user_version = %d", version);
	return db_script(db, sql, err);
}

bool
schema_make(struct db *db, const unsigned char secret[HASH_SECRET_BYTES],
    struct err *err)
{
	char print[65];

	key_fingerprint(secret, print);
	return db_script(db, "BEGIN IMMEDIATE", err) &&
	    db_script(db, (const char *)schema, err) &&
	    schema_set_version(db, DB_VERSION, err) &&
	    db_script(db, "PRAGMA application_id = 1953658211", err) &&
	    db_run(db, err, STMT_META_PUT, "tt", SPAN("key"),
	    span_of(print)) &&
	    /* The empty text is term 1 by being the first. */
	    db_run(db, err, STMT_TERM_ADD, "t", SPAN("")) &&
	    db_script(db, "COMMIT", err);
}

bool
schema_version(struct db *db, int *out, struct err *err)
{
	int64_t version;

	if (!db_number(db, "PRAGMA user_version", &version, err))
		return false;
	*out = (int)version;
	return true;
}

bool
schema_blank(struct db *db, bool *blank, struct err *err)
{
	int64_t app, version, tables;

	if (!db_number(db, "PRAGMA application_id", &app, err) ||
	    !db_number(db, "PRAGMA user_version", &version, err) ||
	    !db_number(db, "SELECT count(*) FROM sqlite_master", &tables,
	    err))
		return false;
	*blank = app == 0 && version == 0 && tables == 0;
	return true;
}

static bool
check_version(const char *path, int version, bool older, struct err *err)
{
	if (version == DB_VERSION || (older && version >= 1 &&
	    version < DB_VERSION))
		return true;
	if (version >= 1 && version < DB_VERSION)
		return err_set(err, ERR_DATA, "%s: database version %d; "
		    "`truycap store migrate` or the next `truycap update` "
		    "makes version %d of it", path, version, DB_VERSION);
	return err_set(err, ERR_DATA, "%s: database version %d; this truycap "
	    "reads version %d", path, version, DB_VERSION);
}

bool
schema_check(struct db *db, const char *path,
    const unsigned char secret[HASH_SECRET_BYTES], bool older,
    struct err *err)
{
	int64_t app;
	int version;
	char print[65];
	bool row = false, same = false;

	if (!db_number(db, "PRAGMA application_id", &app, err) ||
	    !schema_version(db, &version, err))
		return err_add(err, "%s", path);
	if (app != APPLICATION_ID)
		return err_set(err, ERR_DATA,
		    "%s: a database, but not one of truycap", path);
	if (!check_version(path, version, older, err))
		return false;
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

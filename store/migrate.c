/* SPDX-License-Identifier: MIT */
#include "store/migrate.h"

#include <stdio.h>
#include <unistd.h>

#include "store/copy.h"
#include "store/events.h"
#include "store/schema.h"

static const unsigned char to_2[] = {
#include "store/migrate-2.sql.inc"
	0
};

/* What makes each version of the one before it.  A new version is a row here, the same tables
 * in schema.sql, and DB_VERSION. */
static const struct {
	int to;
	const unsigned char *sql;
} step[] = {
	{ 2, to_2 },
};
enum { N_STEPS = sizeof(step) / sizeof(*step) };
_Static_assert(N_STEPS == DB_VERSION - 1, "a step for each version");

static bool
run_steps(struct db *db, int from, struct err *err)
{
	for (int i = 0; i < N_STEPS; i++)
		if (step[i].to > from &&
		    (!db_script(db, (const char *)step[i].sql, err) ||
		    !schema_set_version(db, step[i].to, err)))
			return err_add(err, "to version %d", step[i].to);
	return true;
}

static bool
migrate(struct db *db, int from, int64_t now_s, struct err *err)
{
	struct event e = { .at_s = now_s, .what = "migrate" };
	struct buf detail = { 0 };
	bool good;

	buf_printf(&detail, "version %d to %d", from, DB_VERSION);
	e.detail = buf_text(&detail);
	good = db_begin(db, err) && run_steps(db, from, err) &&
	    event_add(db, &e, err) && db_commit(db, err);
	buf_close(&detail);
	return good;
}

/* A copy that a killed run left may be torn: it is made again. */
static bool
keep_old(struct db *db, const char *path, struct buf *copy, struct err *err)
{
	struct buf key = { 0 };

	buf_printf(&key, "%s.key", buf_text(copy));
	unlink(buf_text(copy));
	unlink(buf_text(&key));
	buf_close(&key);
	return copy_store(db, path, buf_text(copy), err);
}

bool
migrate_store(const char *path, int64_t now_s, struct migrated *out,
    struct err *err)
{
	struct migrated m = { .from = DB_VERSION, .to = DB_VERSION };
	struct db *db = NULL;
	bool good = true;

	if (db_open(path, DB_ANY, &db, NULL))
		good = schema_version(db, &m.from, err);
	if (good && m.from < DB_VERSION) {
		buf_printf(&m.copy, "%s.version-%d", path, m.from);
		good = keep_old(db, path, &m.copy, err) &&
		    migrate(db, m.from, now_s, err);
	}
	db_close(db);
	if (good)
		*out = m;
	else
		buf_close(&m.copy);
	return good;
}

/* SPDX-License-Identifier: MIT */
#include "store/migrate.h"

#include <stdio.h>
#include <unistd.h>

#include "store/chain.h"
#include "store/copy.h"
#include "store/events.h"
#include "store/schema.h"
#include "store/seen.h"

static const unsigned char to_2[] = {
#include "store/migrate-2.sql.inc"
	0
};
static const unsigned char to_3[] = {
#include "store/migrate-3.sql.inc"
	0
};
static const unsigned char to_4[] = {
#include "store/migrate-4.sql.inc"
	0
};

/* What makes each version of the one before it.  A new version is a row here, the same tables
 * in schema.sql, and DB_VERSION. */
static const struct {
	int to;
	const unsigned char *sql;
} step[] = {
	{ 2, to_2 }, { 3, to_3 }, { 4, to_4 },
};
enum { N_STEPS = sizeof(step) / sizeof(*step) };
_Static_assert(N_STEPS == DB_VERSION - 1, "a step for each version");

#define OPEN_DAYS "SELECT count(*) FROM day WHERE state = 'open'"

static bool
run_steps(struct db *db, int from, struct err *err)
{
	for (int i = 0; i < N_STEPS; i++)
		if (step[i].to > from &&
		    (!db_script(db, (const char *)step[i].sql, err) ||
		    (step[i].to == 4 && !seen_seed(db, err)) ||
		    !schema_set_version(db, step[i].to, err)))
			return err_add(err, "to version %d", step[i].to);
	return true;
}

static bool
migrate(struct db *db, struct migrated *m, int64_t now_s, struct err *err)
{
	struct event e = { .at_s = now_s, .what = "migrate" };
	struct buf detail = { 0 };
	int64_t open, left;
	bool good = db_begin(db, err) &&
	    db_number(db, OPEN_DAYS, &open, err) &&
	    run_steps(db, m->from, err) &&
	    db_number(db, OPEN_DAYS, &left, err);

	if (good) {
		m->sealed = open - left;
		buf_printf(&detail, "version %d to %d", m->from, m->to);
		if (m->sealed > 0)
			buf_printf(&detail, "; days sealed as they were: %lld",
			    (long long)m->sealed);
		e.detail = buf_text(&detail);
		good = event_add(db, &e, err) &&
		    chain_start(db, now_s, err) && db_commit(db, err);
	}
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
		    migrate(db, &m, now_s, err);
	}
	db_close(db);
	if (good)
		*out = m;
	else
		buf_close(&m.copy);
	return good;
}

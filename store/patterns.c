/* SPDX-License-Identifier: MIT */
#include "store/patterns.h"

bool
patterns_put(struct db *db, const char *grp, const char *glob,
    const struct pattern_state *p, struct err *err)
{
	struct span g = span_of(grp), text = span_of(glob);

	if (p->has_newest && p->has_read)
		return db_run(db, err, STMT_PATTERN_PUT, "ttii", g, text,
		    p->newest_s, p->read_s);
	if (p->has_newest)
		return db_run(db, err, STMT_PATTERN_PUT, "ttin", g, text,
		    p->newest_s);
	if (p->has_read)
		return db_run(db, err, STMT_PATTERN_PUT, "ttni", g, text,
		    p->read_s);
	return db_run(db, err, STMT_PATTERN_PUT, "ttnn", g, text);
}

bool
patterns_get(struct db *db, const char *grp, const char *glob,
    struct pattern_state *out, struct err *err)
{
	enum stmt q = STMT_PATTERN_GET;
	bool row;

	*out = (struct pattern_state){ 0 };
	db_start(db, q, "tt", span_of(grp), span_of(glob));
	if (!db_next(db, q, &row, err))
		return false;
	if (row) {
		out->has_newest = !db_null(db, q, 0);
		out->newest_s = db_int(db, q, 0);
		out->has_read = !db_null(db, q, 1);
		out->read_s = db_int(db, q, 1);
		db_end(db, q);
	}
	return true;
}

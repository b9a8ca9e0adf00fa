/* SPDX-License-Identifier: MIT */
#include "store/names.h"

bool
names_id(struct db *db, struct span text, int64_t *id, struct err *err)
{
	bool row;

	db_start(db, STMT_TERM_GET, "t", text);
	if (!db_next(db, STMT_TERM_GET, &row, err))
		return false;
	if (row) {
		*id = db_int(db, STMT_TERM_GET, 0);
		db_end(db, STMT_TERM_GET);
		return true;
	}
	if (!db_run(db, err, STMT_TERM_ADD, "t", text))
		return false;
	*id = db_inserted(db);
	return true;
}

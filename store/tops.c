/* SPDX-License-Identifier: MIT */
#include "store/tops.h"

bool
tops_list(struct db *db, const struct store_site *s,
    const struct top_query *q, struct arena *arena, struct top *out,
    size_t *n, struct err *err)
{
	enum stmt st = q->kind == TOP_PAGES ? STMT_PAGE_TOP : STMT_DOOR_TOP;
	const char *kind = q->kind == TOP_ENTRIES ? "entry" : "exit";
	size_t k = 0;
	bool row;

	if (st == STMT_PAGE_TOP)
		db_start(db, st, "iiii", s->id, (int64_t)q->from,
		    (int64_t)q->to, (int64_t)q->limit);
	else
		db_start(db, st, "iiiti", s->id, (int64_t)q->from,
		    (int64_t)q->to, span_of(kind), (int64_t)q->limit);
	while (db_next(db, st, &row, err)) {
		if (!row) {
			*n = k;
			return true;
		}

		struct span text = db_text(db, st, 0);

		out[k++] = (struct top){ arena_dup(arena, text.p, text.n),
			db_int(db, st, 1) };
	}
	return false;
}

/* SPDX-License-Identifier: MIT */
#include "store/tops.h"

bool
tops_list(const struct store_site *s, const struct top_query *q,
    struct top_list *out, struct err *err)
{
	enum stmt st = q->kind == TOP_PAGES ? STMT_PAGE_TOP : STMT_DOOR_TOP;
	const char *kind = q->kind == TOP_ENTRIES ? "entry" : "exit";
	size_t k = 0;
	bool row;

	if (st == STMT_PAGE_TOP)
		db_start(s->db, st, "iiii", s->id, (int64_t)q->days.from,
		    (int64_t)q->days.to, (int64_t)q->limit);
	else
		db_start(s->db, st, "iiiti", s->id, (int64_t)q->days.from,
		    (int64_t)q->days.to, span_of(kind), (int64_t)q->limit);
	while (db_next(s->db, st, &row, err)) {
		if (!row) {
			out->n = k;
			return true;
		}

		struct span text = db_text(s->db, st, 0);

		out->top[k++] = (struct top){
			arena_dup(&out->arena, text.p, text.n),
			db_int(s->db, st, 1) };
	}
	return false;
}

/* SPDX-License-Identifier: MIT */
#include "store/lists.h"

static bool
id_of(struct db *db, const struct list_used *l, int64_t *id, struct err *err)
{
	struct span kind = span_of(l->kind), name = span_of(l->name);
	struct span version = span_of(l->version), hash = span_of(l->sha256);
	bool row;

	if (!db_run(db, err, STMT_LIST_ADD, "tttt", kind, name, version, hash))
		return false;
	db_start(db, STMT_LIST_GET, "tttt", kind, name, version, hash);
	if (!db_next(db, STMT_LIST_GET, &row, err))
		return false;
	if (!row)
		return err_set(err, ERR_BUG, "list %s is not kept", l->name);
	*id = db_int(db, STMT_LIST_GET, 0);
	db_end(db, STMT_LIST_GET);
	return true;
}

bool
lists_ids(struct db *db, const struct lists_used *used,
    struct lists_ids *out, struct err *err)
{
	struct lists_ids ids = { .n = 0 };

	for (; used != NULL && ids.n < used->n; ids.n++)
		if (!id_of(db, &used->list[ids.n], &ids.id[ids.n], err))
			return false;
	*out = ids;
	return true;
}

bool
lists_note(struct db *db, int64_t site, int32_t day,
    const struct lists_ids *ids, struct err *err)
{
	for (int i = 0; i < ids->n; i++)
		if (!db_run(db, err, STMT_DAY_LIST_ADD, "iii", site,
		    (int64_t)day, ids->id[i]))
			return false;
	return true;
}

bool
lists_each(const struct store_site *s, const struct lists_query *q,
    struct err *err)
{
	enum stmt st = STMT_DAY_LISTS;
	bool row, good;

	db_start(s->db, st, "iii", s->id, (int64_t)q->days.from,
	    (int64_t)q->days.to);
	while ((good = db_next(s->db, st, &row, err)) && row)
		q->take(q->self, &(struct list_entry){
		    (int32_t)db_int(s->db, st, 0), db_text(s->db, st, 1),
		    db_text(s->db, st, 2), db_text(s->db, st, 3),
		    db_text(s->db, st, 4) });
	return good;
}

/* SPDX-License-Identifier: MIT */
#include "store/size.h"

#include "common/dim.h"
#include "store/names.h"

static bool
count_rows(struct db *db, struct store_size *out, struct err *err)
{
	int64_t *to[] = { &out->hours, &out->days, &out->months, &out->years };
	bool row;

	db_start(db, STMT_SIZE_ROWS, "");
	if (!db_next(db, STMT_SIZE_ROWS, &row, err))
		return false;
	for (int i = 0; row && i < 4; i++)
		*to[i] = db_int(db, STMT_SIZE_ROWS, i);
	db_end(db, STMT_SIZE_ROWS);
	return true;
}

bool
size_of(struct db *db, struct store_size *out, struct err *err)
{
	struct store_size s = { 0 };
	int64_t page_bytes, pages, left;

	if (!db_number(db, "PRAGMA page_size", &page_bytes, err) ||
	    !db_number(db, "PRAGMA page_count", &pages, err) ||
	    !db_number(db, "PRAGMA freelist_count", &left, err) ||
	    !names_size(db, &s.names, &s.name_bytes, err) ||
	    !count_rows(db, &s, err))
		return false;
	s.bytes = pages * page_bytes;
	s.free_bytes = left * page_bytes;
	*out = s;
	return true;
}

bool
size_pages(const struct store_site *s, struct period days,
    struct size_pages *out, struct err *err)
{
	enum stmt st = STMT_SIZE_OTHER;
	bool row;

	db_start(s->db, st, "iiit", s->id, (int64_t)days.from,
	    (int64_t)days.to, SPAN(DIM_OTHER));
	if (!db_next(s->db, st, &row, err))
		return false;
	*out = (struct size_pages){ db_int(s->db, st, 0),
		db_int(s->db, st, 1) };
	db_end(s->db, st);
	return true;
}

/* SPDX-License-Identifier: MIT */
#include "store/events.h"

#include "common/buf.h"

bool
event_add(struct db *db, const struct event *e, struct err *err)
{
	return db_run(db, err, STMT_EVENT_ADD, "itt", e->at_s,
	    span_of(e->what), span_of(e->detail));
}

bool
event_list(struct db *db, const struct event_query *query, struct err *err)
{
	enum stmt q = STMT_EVENT_LIST;
	struct buf what = { 0 }, detail = { 0 };
	bool row, good;

	db_start(db, q, "i", query->limit);
	while ((good = db_next(db, q, &row, err)) && row) {
		buf_clear(&what);
		buf_clear(&detail);
		buf_span(&what, db_text(db, q, 1));
		buf_span(&detail, db_text(db, q, 2));

		struct event e = { db_int(db, q, 0), buf_text(&what),
			buf_text(&detail) };

		query->take(query->self, &e);
	}
	buf_close(&what);
	buf_close(&detail);
	return good;
}

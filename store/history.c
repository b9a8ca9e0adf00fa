/* SPDX-License-Identifier: MIT */
#include "store/history.h"

#include "common/buf.h"
#include "store/chain.h"

const char *
history_name(enum history_figure f)
{
	static const char *const name[] = {
#define X(id, text) text,
		HISTORY_TABLE(X)
#undef X
	};

	return name[f];
}

enum { SOURCE = 1 + HISTORY__MAX, SHA256, BY, RECORDED, REVISION };

static int64_t
value_at(struct db *db, enum stmt q, int column)
{
	return db_null(db, q, column) ? HISTORY_UNKNOWN :
	    db_int(db, q, column);
}

static bool
holds_already(const struct store_site *s, const struct history_month *m,
    bool *same, struct err *err)
{
	enum stmt q = STMT_HISTORY_LIST;
	bool row;

	*same = false;
	db_start(s->db, q, "iii", s->id, (int64_t)m->month,
	    (int64_t)m->month);
	if (!db_next(s->db, q, &row, err))
		return false;
	if (!row)
		return true;
	*same = span_eq(db_text(s->db, q, SOURCE), span_of(m->source)) &&
	    span_eq(db_text(s->db, q, SHA256), span_of(m->sha256));
	for (int i = 0; i < HISTORY__MAX; i++)
		*same = *same && value_at(s->db, q, 1 + i) == m->value[i];
	db_end(s->db, q);
	return true;
}

bool
history_add(const struct store_site *s, const struct history_month *m,
    bool *added, struct err *err)
{
	struct chain_note note = { .kind = CHAIN_KIND_HISTORY,
		.at_s = m->recorded_s, .site = s->id, .days = { 1, 0 },
		.tables = CHAIN_BIT(HISTORY) };
	bool same;

	if (!holds_already(s, m, &same, err))
		return false;
	*added = !same;
	return same || (db_run(s->db, err, STMT_HISTORY_ADD, "iiiiiittti",
	    s->id, (int64_t)m->month, m->value[HISTORY_VISITS],
	    m->value[HISTORY_VISITORS], m->value[HISTORY_PAGES],
	    m->value[HISTORY_HITS], span_of(m->source), span_of(m->sha256),
	    span_of(m->by), m->recorded_s) && chain_add(s->db, &note, err));
}

bool
history_list(const struct store_site *s, const struct history_query *query,
    struct err *err)
{
	enum stmt q = STMT_HISTORY_LIST;
	struct buf text[3] = { { 0 } };
	bool row, good;

	db_start(s->db, q, "iii", s->id, (int64_t)query->days.from,
	    (int64_t)query->days.to);
	while ((good = db_next(s->db, q, &row, err)) && row) {
		struct history_month m = {
			.month = (int32_t)db_int(s->db, q, 0),
			.recorded_s = db_int(s->db, q, RECORDED),
			.revision = db_int(s->db, q, REVISION) };

		for (int i = 0; i < HISTORY__MAX; i++)
			m.value[i] = value_at(s->db, q, 1 + i);
		for (int i = 0; i < 3; i++) {
			buf_clear(&text[i]);
			buf_span(&text[i], db_text(s->db, q, SOURCE + i));
		}
		m.source = buf_text(&text[0]);
		m.sha256 = buf_text(&text[1]);
		m.by = buf_text(&text[2]);
		query->take(query->self, &m);
	}
	for (int i = 0; i < 3; i++)
		buf_close(&text[i]);
	return good;
}

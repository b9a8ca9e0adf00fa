/* SPDX-License-Identifier: MIT */
#include "store/rank.h"

#include "common/buf.h"
#include "store/chain.h"

bool
rank_add(const struct store_site *s, const struct rank *r, struct err *err)
{
	struct chain_note note = { .kind = CHAIN_KIND_RANK,
		.at_s = r->recorded_s, .site = s->id, .days = { 1, 0 },
		.tables = CHAIN_BIT(RANK) };

	return db_run(s->db, err, STMT_RANK_ADD, "itiiittttti", s->id,
	    span_of(r->index), (int64_t)r->year, r->rank, r->of,
	    span_of(r->population), span_of(r->source), span_of(r->sha256),
	    span_of(r->note), span_of(r->by), r->recorded_s) &&
	    chain_add(s->db, &note, err);
}

bool
rank_remove(const struct store_site *s, const struct rank *r,
    int64_t *removed, struct err *err)
{
	enum stmt q = STMT_RANK_COUNT;
	struct chain_note note = { .kind = CHAIN_KIND_RANK,
		.at_s = r->recorded_s, .site = s->id, .days = { 1, 0 },
		.tables = CHAIN_BIT(RANK) };
	bool row;

	db_start(s->db, q, "iti", s->id, span_of(r->index),
	    (int64_t)r->year);
	if (!db_next(s->db, q, &row, err))
		return false;
	*removed = row ? db_int(s->db, q, 0) : 0;
	db_end(s->db, q);
	return db_run(s->db, err, STMT_RANK_DROP, "iti", s->id,
	    span_of(r->index), (int64_t)r->year) && (*removed == 0 ||
	    chain_add(s->db, &note, err));
}

enum { TEXTS = 6, YEAR = TEXTS, RANK, OF, RECORDED, REVISION };

bool
rank_list(const struct store_site *s, rank_fn *take, void *self,
    struct err *err)
{
	enum stmt q = STMT_RANK_LIST;
	struct buf text[TEXTS] = { { 0 } };
	bool row, good;

	db_start(s->db, q, "i", s->id);
	while ((good = db_next(s->db, q, &row, err)) && row) {
		for (int i = 0; i < TEXTS; i++) {
			buf_clear(&text[i]);
			buf_span(&text[i], db_text(s->db, q, i));
		}

		struct rank r = { .index = buf_text(&text[0]),
			.population = buf_text(&text[1]),
			.source = buf_text(&text[2]),
			.sha256 = buf_text(&text[3]),
			.note = buf_text(&text[4]), .by = buf_text(&text[5]),
			.year = (int)db_int(s->db, q, YEAR),
			.rank = db_int(s->db, q, RANK),
			.of = db_int(s->db, q, OF),
			.recorded_s = db_int(s->db, q, RECORDED),
			.revision = db_int(s->db, q, REVISION) };

		take(self, &r);
	}
	for (int i = 0; i < TEXTS; i++)
		buf_close(&text[i]);
	return good;
}

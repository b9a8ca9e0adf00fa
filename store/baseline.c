/* SPDX-License-Identifier: MIT */
#include "store/baseline.h"

#include "common/buf.h"
#include "store/chain.h"

bool
baseline_add(const struct store_site *s,
    const struct baseline *b, struct err *err)
{
	struct chain_note note = { .kind = CHAIN_KIND_BASELINE,
		.at_s = b->recorded_s, .site = s->id, .days = { 1, 0 },
		.tables = CHAIN_BIT(BASELINE) };

	return db_run(s->db, err, STMT_BASELINE_ADD, "iiitttti", s->id,
	    (int64_t)b->as_of_day, b->value, span_of(b->unit),
	    span_of(b->source), span_of(b->sha256), span_of(b->by),
	    b->recorded_s) && chain_add(s->db, &note, err);
}

static const char *
copied(struct buf *b, struct db *db, int column)
{
	buf_clear(b);
	buf_span(b, db_text(db, STMT_BASELINE_LIST, column));
	return buf_text(b);
}

bool
baseline_list(const struct store_site *s, baseline_fn *take,
    void *self, struct err *err)
{
	enum stmt q = STMT_BASELINE_LIST;
	struct buf text[4] = { { 0 } };
	bool row, good;

	db_start(s->db, q, "i", s->id);
	while ((good = db_next(s->db, q, &row, err)) && row) {
		struct baseline b = { .as_of_day = (int32_t)db_int(s->db, q, 0),
			.value = db_int(s->db, q, 1),
			.unit = copied(&text[0], s->db, 2),
			.source = copied(&text[1], s->db, 3),
			.sha256 = copied(&text[2], s->db, 4),
			.by = copied(&text[3], s->db, 5),
			.recorded_s = db_int(s->db, q, 6) };

		take(self, &b);
	}
	for (int i = 0; i < 4; i++)
		buf_close(&text[i]);
	return good;
}

struct first {
	bool any;
	struct baseline b;
};

static void
take_first(void *self, const struct baseline *b)
{
	struct first *f = self;

	if (f->any)
		return;
	f->any = true;
	f->b = (struct baseline){ .as_of_day = b->as_of_day,
		.value = b->value, .recorded_s = b->recorded_s };
}

bool
baseline_current(const struct store_site *s, bool *any,
    struct baseline *out, struct err *err)
{
	struct first f = { .any = false };

	if (!baseline_list(s, take_first, &f, err))
		return false;
	*any = f.any;
	*out = f.b;
	return true;
}

/* SPDX-License-Identifier: MIT */
/* fetch.c -- the parts of some days, and the carried records, as the database has them. */
#include "store/parts.h"

void
parts_raw_close(struct parts_raw *raw)
{
	for (size_t i = 0; i < raw->n; i++)
		buf_close(&raw->body[i].own);
	mem_free(raw->body);
	mem_free(raw->carried);
	*raw = (struct parts_raw){ 0 };
}

static struct parts_body *
new_body(struct parts_raw *raw, int32_t day)
{
	if (raw->n == raw->cap) {
		raw->cap = raw->cap > 0 ? raw->cap * 2 : 16;
		raw->body = mem_grow(raw->body, raw->cap, sizeof(*raw->body));
	}
	raw->body[raw->n] = (struct parts_body){ .day = day };
	return &raw->body[raw->n++];
}

static bool
fetch_bodies(const struct store_site *s, const struct parts_query *q,
    struct parts_raw *raw, struct err *err)
{
	enum stmt st = STMT_PART_LIST;
	bool row, good;

	db_start(s->db, st, "iiiiii", s->id, (int64_t)q->days.from,
	    (int64_t)q->days.to, (int64_t)q->below_bytes, INT64_C(0),
	    (int64_t)PARTS_SLICES);
	while ((good = db_next(s->db, st, &row, err)) && row) {
		struct parts_body *b = new_body(raw,
		    (int32_t)db_int(s->db, st, 0));

		buf_span(&b->own, db_blob(s->db, st, 1));
		b->body = buf_view(&b->own);
	}
	for (size_t i = 0; s->pool != NULL && i < s->pool->n; i++) {
		const struct pool_part *p = &s->pool->part[i];

		if (p->day >= q->days.from && p->day <= q->days.to)
			new_body(raw, p->day)->body = buf_view(&p->body);
	}
	return good;
}

static bool
fetch_carried(const struct store_site *s, struct parts_raw *raw,
    struct err *err)
{
	enum stmt st = STMT_CARRIED_LIST;
	struct db *db = s->db;
	bool row, good;

	db_start(db, st, "i", s->id);
	while ((good = db_next(db, st, &row, err)) && row) {
		struct view last = { .at_s = db_int(db, st, 2) };
		struct visit_span one = { .day = (int32_t)db_int(db, st, 1),
			.span = { .entry = last, .exit = last,
			    .bytes = (uint64_t)db_int(db, st, 3) } };
		struct span key = db_blob(db, st, 0);

		if (key.n != sizeof(one.key.b)) {
			db_end(db, st);
			return err_set(err, ERR_DATA,
			    "database: a key of %zu bytes", key.n);
		}
		memcpy(one.key.b, key.p, key.n);
		if (raw->n_carried == raw->cap_carried) {
			raw->cap_carried = raw->cap_carried * 2 + 64;
			raw->carried = mem_grow(raw->carried,
			    raw->cap_carried, sizeof(*raw->carried));
		}
		raw->carried[raw->n_carried++] = one;
	}
	return good;
}

bool
parts_fetch(const struct store_site *s, const struct parts_query *q,
    struct parts_raw *out, struct err *err)
{
	struct parts_raw raw = { 0 };

	if (!fetch_bodies(s, q, &raw, err) ||
	    (q->carried && !fetch_carried(s, &raw, err))) {
		parts_raw_close(&raw);
		return false;
	}
	*out = raw;
	return true;
}

bool
parts_bytes(const struct store_site *s, int32_t day, uint64_t *bytes,
    struct err *err)
{
	bool row;

	db_start(s->db, STMT_PART_BYTES, "iii", s->id, (int64_t)day,
	    (int64_t)day);
	if (!db_next(s->db, STMT_PART_BYTES, &row, err))
		return false;
	*bytes = (uint64_t)db_int(s->db, STMT_PART_BYTES, 0);
	db_end(s->db, STMT_PART_BYTES);
	for (size_t i = 0; s->pool != NULL && i < s->pool->n; i++)
		if (s->pool->part[i].day == day)
			*bytes += s->pool->part[i].body.n;
	return true;
}

/* What is loaded takes some five times its parts. */
enum { SLICE_BYTES = 6 * 1024 * 1024, WIDE_BYTES = 4 * SLICE_BYTES };

bool
parts_slices(const struct store_site *s, struct period days,
    uint32_t *slices, struct err *err)
{
	enum stmt st = STMT_PART_BYTES;
	uint64_t bytes;
	bool row;

	db_start(s->db, st, "iii", s->id, (int64_t)days.from,
	    (int64_t)days.to);
	if (!db_next(s->db, st, &row, err))
		return false;
	bytes = (uint64_t)db_int(s->db, st, 0);
	db_end(s->db, st);
	for (size_t i = 0; s->pool != NULL && i < s->pool->n; i++)
		if (s->pool->part[i].day >= days.from &&
		    s->pool->part[i].day <= days.to)
			bytes += s->pool->part[i].body.n;
	*slices = 1;
	while (bytes > WIDE_BYTES && bytes / *slices > SLICE_BYTES)
		*slices *= 2;
	return true;
}

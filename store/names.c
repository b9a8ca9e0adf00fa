/* SPDX-License-Identifier: MIT */
#include "store/names.h"

#include "common/dim.h"
#include "common/mem.h"

enum { CACHE_MAX = 200000 };

void
names_open(struct names *n, struct db *db)
{
	*n = (struct names){ .db = db, .count = -1,
		.most = NAMES_MAX };
	terms_open(&n->terms, db_keys(db)->table_seed);
}

void
names_close(struct names *n)
{
	terms_close(&n->terms);
	mem_free(n->id);
	*n = (struct names){ 0 };
}

static bool
find(struct db *db, struct span text, int64_t *id, struct err *err)
{
	bool row;

	*id = 0;
	db_start(db, STMT_TERM_GET, "t", text);
	if (!db_next(db, STMT_TERM_GET, &row, err))
		return false;
	if (row) {
		*id = db_int(db, STMT_TERM_GET, 0);
		db_end(db, STMT_TERM_GET);
	}
	return true;
}

bool
names_size(struct db *db, int64_t *count, int64_t *bytes, struct err *err)
{
	bool row;

	db_start(db, STMT_TERM_COUNT, "");
	if (!db_next(db, STMT_TERM_COUNT, &row, err))
		return false;
	*count = row ? db_int(db, STMT_TERM_COUNT, 0) : 0;
	*bytes = row ? db_int(db, STMT_TERM_COUNT, 1) : 0;
	db_end(db, STMT_TERM_COUNT);
	return true;
}

static bool
is_full(const struct names *n, struct span text)
{
	return n->count >= n->most ||
	    n->bytes + (int64_t)text.n > NAMES_MAX_BYTES;
}

static bool
add(struct names *n, struct span text, int64_t *id, struct err *err)
{
	/* The one for all others is always let in. */
	if (n->count < 0 && !names_size(n->db, &n->count, &n->bytes, err))
		return false;
	if (is_full(n, text) && !span_eq(text, SPAN(DIM_OTHER)))
		return names_id(n, SPAN(DIM_OTHER), id, err);
	if (!db_run(n->db, err, STMT_TERM_ADD, "t", text))
		return false;
	*id = db_inserted(n->db);
	n->count++;
	n->bytes += (int64_t)text.n;
	return true;
}

bool
names_id(struct names *n, struct span text, int64_t *id, struct err *err)
{
	if (n->terms.n >= CACHE_MAX) {
		terms_clear(&n->terms);
		memset(n->id, 0, n->cap * sizeof(*n->id));
	}

	uint32_t term = terms_at(&n->terms, text);

	if (term >= n->cap) {
		size_t cap = n->cap * 2 + 1024;

		n->id = mem_grow(n->id, cap, sizeof(*n->id));
		memset(n->id + n->cap, 0, (cap - n->cap) * sizeof(*n->id));
		n->cap = cap;
	}
	if (n->id[term] == 0) {
		if (!find(n->db, text, id, err) ||
		    (*id == 0 && !add(n, text, id, err)))
			return false;
		n->id[term] = *id;
	}
	*id = n->id[term];
	return true;
}

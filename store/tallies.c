/* SPDX-License-Identifier: MIT */
#include "store/tallies.h"

#include <stdlib.h>

static const char *const count_name[] = {
#define X(id, name) name,
	TALLY_TABLE(X)
#undef X
};

const char *
tally_count_name(enum tally_count c)
{
	return count_name[c];
}

bool
tallies_drop(const struct store_site *s, int32_t day, struct err *err)
{
	return db_run(s->db, err, STMT_TALLY_DROP, "ii", s->id, (int64_t)day);
}

struct numbered {
	int64_t id;
	const struct tally *tally;
};

static int
by_id(const void *pa, const void *pb)
{
	const struct numbered *a = pa, *b = pb;

	return (a->id > b->id) - (a->id < b->id);
}

static bool
put(const struct store_site *s, const struct tallies_day *d,
    const struct numbered *k, struct err *err)
{
	const int64_t *n = k->tally->n;

	_Static_assert(TALLY__COUNTS == 11, "so many follow the key");
	return db_run(s->db, err, STMT_TALLY_ADD, "iiiiiiiiiiiiiii", s->id,
	    (int64_t)d->day, (int64_t)d->dim, k->id, n[0], n[1], n[2], n[3],
	    n[4], n[5], n[6], n[7], n[8], n[9], n[10]);
}

/* In the order of the rows' keys, which is the fastest. */
bool
tallies_put(const struct store_site *s, const struct tallies_day *d,
    struct err *err)
{
	struct numbered *k = mem_grow(NULL, d->n, sizeof(*k));
	bool good = true;

	for (size_t i = 0; good && i < d->n; i++) {
		k[i].tally = &d->tally[i];
		good = names_id(d->names, d->tally[i].key, &k[i].id, err);
	}
	if (good && d->n > 1)
		qsort(k, d->n, sizeof(*k), by_id);
	for (size_t i = 0; good && i < d->n; i++)
		good = put(s, d, &k[i], err);
	mem_free(k);
	return good;
}

void
tallies_close(struct tallies *t)
{
	arena_close(&t->arena);
	mem_free(t->tally);
	*t = (struct tallies){ 0 };
}

static void
read_counts(struct db *db, enum stmt st, int column, struct tally *t)
{
	for (int i = 0; i < TALLY__COUNTS; i++)
		t->n[i] = db_int(db, st, column + i);
}

bool
tallies_coarse(const struct store_site *s, struct period days,
    struct period coarse[2], int *n, struct err *err)
{
	enum stmt st = STMT_FOLDED_CUT;
	int32_t head_to = INT32_MIN, tail_from = INT32_MAX;
	bool row, good;

	db_start(s->db, st, "iii", s->id, (int64_t)days.from,
	    (int64_t)days.to);
	while ((good = db_next(s->db, st, &row, err)) && row) {
		int32_t first = (int32_t)db_int(s->db, st, 0);
		int32_t last = (int32_t)db_int(s->db, st, 1);

		if (first < days.from && last > head_to)
			head_to = last < days.to ? last : days.to;
		if (first >= days.from && first < tail_from)
			tail_from = first;
	}
	*n = 0;
	if (head_to != INT32_MIN)
		coarse[(*n)++] = (struct period){ days.from,
			head_to };
	if (tail_from != INT32_MAX)
		coarse[(*n)++] = (struct period){ tail_from,
			days.to };
	return good;
}

bool
tallies_folded(const struct store_site *s, struct period days,
    struct period *out, struct err *err)
{
	enum stmt st = STMT_FOLDED_IN;
	struct period p = { 1, 0 };
	bool row;

	db_start(s->db, st, "iii", s->id, (int64_t)days.from,
	    (int64_t)days.to);
	if (!db_next(s->db, st, &row, err))
		return false;
	if (row && !db_null(s->db, st, 0)) {
		p.from = (int32_t)db_int(s->db, st, 0);
		p.to = (int32_t)db_int(s->db, st, 1);
		p.from = p.from > days.from ? p.from : days.from;
		p.to = p.to < days.to ? p.to : days.to;
	}
	db_end(s->db, st);
	*out = p;
	return true;
}

bool
tallies_list(const struct store_site *s, const struct tallies_query *q,
    struct tallies *out, struct err *err)
{
	enum stmt st = STMT_TALLY_SUM;
	struct tallies t = { .n = 0 };
	bool row, good;

	db_start(s->db, st, "iiiiii", s->id, (int64_t)q->dim,
	    (int64_t)q->days.from, (int64_t)q->days.to, (int64_t)q->order,
	    (int64_t)q->limit);
	while ((good = db_next(s->db, st, &row, err)) && row) {
		struct span key = db_text(s->db, st, 0);

		if (t.n == t.cap) {
			t.cap = t.cap * 2 + 64;
			t.tally = mem_grow(t.tally, t.cap, sizeof(*t.tally));
		}
		t.tally[t.n].key = (struct span){
			arena_dup(&t.arena, key.p, key.n), key.n };
		read_counts(s->db, st, 1, &t.tally[t.n++]);
	}
	good = good && tallies_coarse(s, q->days, t.coarse, &t.n_coarse, err);
	if (good)
		*out = t;
	else
		tallies_close(&t);
	return good;
}

bool
tallies_each(const struct store_site *s, const struct tallies_each *e,
    struct err *err)
{
	enum stmt st = STMT_TALLY_EACH;
	bool row, good;

	db_start(s->db, st, "iiii", s->id, (int64_t)e->dim,
	    (int64_t)e->days.from, (int64_t)e->days.to);
	while ((good = db_next(s->db, st, &row, err)) && row) {
		struct tally t = { .key = db_text(s->db, st, 1) };

		read_counts(s->db, st, 2, &t);
		e->take(e->self, (int32_t)db_int(s->db, st, 0), &t);
	}
	return good;
}

/* SPDX-License-Identifier: MIT */
#include "store/seen.h"

/* A page that has a row, of that day or an earlier one. */
struct known {
	uint64_t hash;
	int64_t first;
};
enum { KNOWN_MOST = 200000 };

void
seen_open(struct seen *w, const struct store_site *s)
{
	*w = (struct seen){ s, -1, SEEN_MOST, SEEN_DAY_MOST, { 0 } };
	table_open(&w->known, sizeof(struct known), sizeof(uint64_t), 0);
	table_hashed(&w->known);
}

void
seen_close(struct seen *w)
{
	table_close(&w->known);
	*w = (struct seen){ 0 };
}

/* Not the hash that visitors have: the key is another one. */
int64_t
seen_hash(const struct hash_keys *k, struct span name)
{
	uint64_t key[2] = { k->sip[0] ^ UINT64_C(0x66697273742d7365),
		k->sip[1] };
	struct hash128 h = hash_sip(key, name.p, name.n);
	int64_t out;

	memcpy(&out, h.b, sizeof(out));
	return out;
}

static bool
number(struct db *db, enum stmt q, int64_t *out, struct err *err)
{
	bool row;

	if (!db_next(db, q, &row, err))
		return false;
	*out = row ? db_int(db, q, 0) : 0;
	if (row)
		db_end(db, q);
	return true;
}

/* The row of a page; *first: INT32_MAX where there is none. */
static bool
get(const struct store_site *s, int64_t hash, int64_t *first, int64_t *kind,
    struct err *err)
{
	enum stmt q = STMT_SEEN_GET;
	bool row;

	db_start(s->db, q, "ii", s->id, hash);
	if (!db_next(s->db, q, &row, err))
		return false;
	*first = INT32_MAX;
	if (row) {
		*first = db_int(s->db, q, 0);
		*kind = db_int(s->db, q, 1);
		db_end(s->db, q);
	}
	return true;
}

/* How many more a day may have; the site's number is asked for once. */
static bool
room_of(struct seen *w, int32_t day, int64_t *room, struct err *err)
{
	const struct store_site *s = w->s;
	int64_t of_day;

	if (w->total < 0) {
		db_start(s->db, STMT_SEEN_TOTAL, "i", s->id);
		if (!number(s->db, STMT_SEEN_TOTAL, &w->total, err))
			return false;
	}
	db_start(s->db, STMT_SEEN_OF_DAY, "ii", s->id, (int64_t)day);
	if (!number(s->db, STMT_SEEN_OF_DAY, &of_day, err))
		return false;
	*room = w->day_most - of_day;
	if (*room > w->most - w->total)
		*room = w->most - w->total;
	return true;
}

static bool
is_known(const struct seen *w, const struct seen_page *page, int32_t day)
{
	uint64_t hash = (uint64_t)page->hash;
	const struct known *k = table_find(&w->known, &hash);

	/* Of one day the least kind is kept: that is the store's to tell. */
	return k != NULL && k->first < day;
}

static void
learn(struct seen *w, const struct seen_page *page, int64_t first)
{
	uint64_t hash = (uint64_t)page->hash;
	struct known *k;

	if (w->known.n >= KNOWN_MOST)
		return;
	k = table_at(&w->known, &hash);
	k->first = first;
}

/* A day, and how many more new pages it may have; -1: not yet known. */
struct room {
	int32_t day;
	int64_t left, over;
};

/* One that may be new. */
static bool
put(struct seen *w, const struct seen_page *page, struct room *room,
    struct err *err)
{
	const struct store_site *s = w->s;
	int64_t day = room->day;
	int64_t first, kind;

	if (!get(s, page->hash, &first, &kind, err))
		return false;
	if (first < day || (first == day && kind <= (int64_t)page->kind)) {
		learn(w, page, first);
		return true;
	}
	if (first != INT32_MAX)
		return db_run(s->db, err, STMT_SEEN_EARLIER, "iiii", s->id,
		    page->hash, day, (int64_t)page->kind);
	if (room->left < 0 && !room_of(w, room->day, &room->left, err))
		return false;
	if (room->left <= 0) {
		room->left = 0;
		room->over++;
		return true;
	}
	room->left--;
	w->total++;
	learn(w, page, day);
	return db_run(s->db, err, STMT_SEEN_PUT, "iiiit", s->id, page->hash,
	    day, (int64_t)page->kind, page->name);
}

bool
seen_put(struct seen *w, const struct seen_day *d, struct err *err)
{
	struct room room = { d->day, -1, d->over };

	for (size_t i = 0; i < d->n; i++)
		if (!is_known(w, &d->page[i], d->day) &&
		    !put(w, &d->page[i], &room, err))
			return false;
	return db_run(w->s->db, err, STMT_SEEN_OVER, "iii", w->s->id,
	    (int64_t)d->day, room.over);
}

bool
seen_each(const struct store_site *s, const struct seen_each *e,
    struct err *err)
{
	enum stmt q = STMT_SEEN_EACH;
	bool row, good;

	db_start(s->db, q, "iii", s->id, (int64_t)e->days.from,
	    (int64_t)e->days.to);
	while ((good = db_next(s->db, q, &row, err)) && row) {
		struct seen_page page = { .kind = (enum dim)db_int(s->db, q, 1) };

		if (!db_null(s->db, q, 2))
			page.name = db_text(s->db, q, 2);
		e->take(e->self, (int32_t)db_int(s->db, q, 0), &page);
	}
	return good;
}

bool
seen_over(const struct store_site *s, struct period days, int64_t *n,
    struct err *err)
{
	db_start(s->db, STMT_SEEN_OVER_SUM, "iii", s->id, (int64_t)days.from,
	    (int64_t)days.to);
	return number(s->db, STMT_SEEN_OVER_SUM, n, err);
}

bool
seen_since(const struct store_site *s, bool *any, int32_t *day,
    struct err *err)
{
	enum stmt q = STMT_SEEN_SINCE;
	bool row;

	db_start(s->db, q, "i", s->id);
	if (!db_next(s->db, q, &row, err))
		return false;
	*any = row && !db_null(s->db, q, 0);
	*day = *any ? (int32_t)db_int(s->db, q, 0) : 0;
	if (row)
		db_end(s->db, q);
	return true;
}

bool
seen_when(const struct store_site *s, struct span name, bool *known,
    int32_t *day, struct err *err)
{
	int64_t first, kind;

	if (!get(s, seen_hash(db_keys(s->db), name), &first, &kind, err))
		return false;
	*known = first != INT32_MAX;
	*day = *known ? (int32_t)first : 0;
	return true;
}

bool
seen_forget(const struct store_site *s, int32_t before, struct err *err)
{
	return db_run(s->db, err, STMT_SEEN_FORGET, "ii", s->id,
	    (int64_t)before);
}

bool
seen_seed(struct db *db, struct err *err)
{
	enum stmt q = STMT_SEEN_SEED;
	bool row, good;

	db_start(db, q, "t", SPAN(DIM_OTHER));
	while ((good = db_next(db, q, &row, err)) && row) {
		struct span name = db_text(db, q, 3);

		if (db_run(db, err, STMT_SEEN_PUT, "iiiit", db_int(db, q, 0),
		    seen_hash(db_keys(db), name), db_int(db, q, 1),
		    db_int(db, q, 2), name))
			continue;
		db_end(db, q);
		return false;
	}
	return good;
}

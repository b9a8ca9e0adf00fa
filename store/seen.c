/* SPDX-License-Identifier: MIT */
#include "store/seen.h"

void
seen_open(struct seen *w, const struct store_site *s, struct names *names)
{
	*w = (struct seen){ s, names, -1, SEEN_MOST, SEEN_DAY_MOST };
}

/* Not the hash that visitors have: the key is another one. */
static int64_t
hash_of(const struct db *db, struct span name)
{
	const struct hash_keys *k = db_keys(db);
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
add(struct seen *w, int32_t day, const struct seen_page *page, int64_t hash,
    struct err *err)
{
	int64_t id;

	w->total++;
	return names_id(w->names, page->name, &id, err) &&
	    db_run(w->s->db, err, STMT_SEEN_PUT, "iiiii", w->s->id, hash,
	    (int64_t)day, (int64_t)page->kind, id);
}

bool
seen_put(struct seen *w, const struct seen_day *d, struct err *err)
{
	const struct store_site *s = w->s;
	int64_t first, kind, over = d->over, room = -1;

	for (size_t i = 0; i < d->n; i++) {
		const struct seen_page *page = &d->page[i];
		int64_t hash = hash_of(s->db, page->name);

		if (!get(s, hash, &first, &kind, err))
			return false;
		if (first < d->day || (first == d->day &&
		    kind <= (int64_t)page->kind))
			continue;
		if (first != INT32_MAX) {
			if (!db_run(s->db, err, STMT_SEEN_EARLIER, "iiii",
			    s->id, hash, (int64_t)d->day, (int64_t)page->kind))
				return false;
			continue;
		}
		if (room < 0 && !room_of(w, d->day, &room, err))
			return false;
		if (room <= 0) {
			room = 0;
			over++;
			continue;
		}
		room--;
		if (!add(w, d->day, page, hash, err))
			return false;
	}
	return db_run(s->db, err, STMT_SEEN_OVER, "iii", s->id,
	    (int64_t)d->day, over);
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

	if (!get(s, hash_of(s->db, name), &first, &kind, err))
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
		if (db_run(db, err, STMT_SEEN_PUT, "iiiii", db_int(db, q, 0),
		    hash_of(db, db_text(db, q, 4)), db_int(db, q, 1),
		    db_int(db, q, 2), db_int(db, q, 3)))
			continue;
		db_end(db, q);
		return false;
	}
	return good;
}

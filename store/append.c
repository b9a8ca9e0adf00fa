/* SPDX-License-Identifier: MIT */
/* append.c -- parts into their days; many parts of a day as one. */
#include "common/mem.h"
#include "store/parts.h"
#include "store/trim.h"

/* So many small parts of a day are merged into one.  Large ones are left: a day may have more
 * than memory can hold. */
enum {
	PARTS_MAX = 16,
	SMALL_BYTES = 2 * 1024 * 1024,
	LARGE_BYTES = 4 * SMALL_BYTES /* split even where the day is not wide yet */
};

static bool
add_whole(const struct store_site *s, int32_t day, const struct buf *body,
    struct err *err)
{
	uint32_t slices = 1;

	if (body->n >= SMALL_BYTES && !parts_slices(s, (struct period){ day,
	    day }, &slices, err))
		return false;
	if (slices > 1 || body->n >= LARGE_BYTES)
		return parts_split(s, day, buf_view(body), err);
	return db_run(s->db, err, STMT_PART_ADD, "iibn", s->id, (int64_t)day,
	    buf_view(body));
}

static bool
add_body(const struct store_site *s, int32_t day, const struct buf *body,
    struct err *err)
{
	struct buf less = { 0 };
	uint64_t bytes = 0;
	bool good;

	if (body->n < TRIM_PART_BYTES)
		return add_whole(s, day, body, err);
	if (!parts_bytes(s, day, &bytes, err))
		return false;
	if (bytes < TRIM_DAY_BYTES)
		return add_whole(s, day, body, err);
	good = trim_part(buf_view(body), db_keys(s->db)->table_seed, &less,
	    err) && add_whole(s, day, &less, err);
	buf_close(&less);
	return good;
}

/* Writes what was loaded of one day as one part. */
static bool
write_merged(const struct store_site *s, int32_t day, const struct parts *p,
    struct err *err)
{
	struct part_writer w;
	struct buf body = { 0 };

	part_open(&w, &p->terms);
	part_begin(&w);
	for (size_t i = 0; i < p->hours.n; i++)
		part_hour(&w, table_row(&p->hours, i));
	for (size_t i = 0; i < p->tallies.n; i++)
		part_tally(&w, table_row(&p->tallies, i));
	for (size_t i = 0; i < p->n; i++)
		part_span(&w, &p->span[i]);
	for (size_t i = 0; i < p->conducts.n; i++) {
		const struct parts_conduct *c = table_row(&p->conducts, i);

		part_conduct(&w, &c->key, &c->conduct);
	}
	part_end(&w, &body);

	bool good = db_run(s->db, err, STMT_PART_DROP_SMALL, "iii", s->id,
	    (int64_t)day, (int64_t)SMALL_BYTES) && add_body(s, day, &body, err);

	part_close(&w);
	buf_close(&body);
	return good;
}

static bool
compact(const struct store_site *s, int32_t day, struct err *err)
{
	struct parts_query q = { .days = { day, day }, .sums = { day, day },
		.since_s = INT64_MIN, .only_after = INT32_MAX,
		.below_bytes = SMALL_BYTES };
	struct parts p;
	int64_t n;
	bool row;

	db_start(s->db, STMT_PART_COUNT, "iii", s->id, (int64_t)day,
	    (int64_t)SMALL_BYTES);
	if (!db_next(s->db, STMT_PART_COUNT, &row, err))
		return false;
	n = db_int(s->db, STMT_PART_COUNT, 0);
	db_end(s->db, STMT_PART_COUNT);
	if (n < PARTS_MAX)
		return true;
	if (!parts_load(s, &q, &p, err))
		return false;

	bool good = write_merged(s, day, &p, err);

	parts_close(&p);
	return good;
}

/* Into the database, past the site's pool: what is in both would be found twice when a
 * day's parts are merged on the way. */
static bool
store_part(const struct store_site *s, int32_t day, const struct buf *body,
    struct err *err)
{
	struct store_site stored = *s;

	stored.pool = NULL;
	return add_body(&stored, day, body, err) &&
	    compact(&stored, day, err);
}

bool
parts_put(const struct store_site *site, struct packed *packed,
    struct err *err)
{
	for (size_t i = 0; i < packed->n; i++) {
		struct packed_part *part = &packed->part[i];
		const struct store_site *s = &site[part->site];

		if (s->pool != NULL && s->pool->bytes < POOL_BYTES)
			pool_put(s->pool, part->day, &part->body);
		else if (!store_part(s, part->day, &part->body, err))
			return false;
	}
	return true;
}

bool
parts_store_pool(const struct store_site *s, struct err *err)
{
	struct pool *pool = s->pool;

	for (size_t i = 0; i < pool->n; i++)
		if (!store_part(s, pool->part[i].day, &pool->part[i].body,
		    err))
			return false;
	pool_drop(pool, INT32_MAX);
	return true;
}

/* SPDX-License-Identifier: MIT */
/* Parts in a pool, in the database, or in both: what is loaded is the same. */
#include "store/pool.h"

#include "store/parts.h"
#include "tests/tap.h"
#include "tests/unit/rig.h"

enum {
	DAY = 20000,
	NOON = 43200,
	TIMES = 40 /* more than parts of a day are left apart */
};

static uint64_t
hits_of(struct rig *r)
{
	struct parts_query q = { .days = { DAY, DAY + 1 },
		.sums = { DAY, DAY + 1 }, .since_s = INT64_MIN,
		.only_after = INT32_MAX };
	struct parts p = { 0 };
	uint64_t hits = 0, views = 0;

	must(parts_load(&r->store, &q, &p, &r->err), &r->err);
	for (size_t i = 0; i < p.hours.n; i++)
		hits += ((const struct hour_row *)table_row(&p.hours,
		    i))->hits;
	for (size_t i = 0; i < p.n; i++)
		views += p.span[i].span.views;
	parts_close(&p);
	return hits == views ? hits : UINT64_MAX;
}

static void
put(struct rig *r, int i)
{
	static const int64_t stream_id[] = { 1 };
	struct merge_plan plan = { &r->store, 1, stream_id, 1, NULL };
	struct rig_view v = { (int64_t)(DAY + i % 2) * 86400 + NOON + i,
		(unsigned)i % 5, "/a", "" };
	struct partial p;

	partial_open(&p, 1);
	rig_put(r, &p, &v);
	must(merge_partial(r->db, &plan, &p, &r->err), &r->err);
	partial_close(&p);
}

/* From the given part on the pool is as good as full. */
static void
round_of(int full)
{
	struct pool pool = { 0 };
	struct rig r;
	bool good = true;

	rig_open(&r, NULL, "UTC");
	must(db_begin(r.db, &r.err), &r.err);
	r.store.pool = &pool;
	for (int i = 0; i < TIMES; i++) {
		if (i == full)
			pool.bytes += POOL_BYTES;
		put(&r, i);
		good = good && hits_of(&r) == (uint64_t)i + 1;
	}
	ok(good, "each part is found once, full from the %dth on", full);
	ok(pool.n == (size_t)full, "and no more is in memory");
	must(parts_store_pool(&r.store, &r.err), &r.err);
	r.store.pool = NULL;
	ok(hits_of(&r) == TIMES, "nor otherwise when all is stored");
	must(db_commit(r.db, &r.err), &r.err);
	pool_close(&pool);
	rig_close(&r);
}

static void
test_bytes(void)
{
	struct pool pool = { 0 };

	for (int32_t day = 1; day <= 4; day++) {
		struct buf b = { 0 };

		buf_puts(&b, "body");
		pool_put(&pool, day, &b);
	}
	is_int((long long)pool.bytes, 16, "a pool knows its bytes");
	pool_drop(&pool, 3);
	ok(pool.n == 1 && pool.bytes == 4, "and what is left of them");
	pool_close(&pool);
}

int
main(void)
{
	test_bytes();
	round_of(TIMES);
	round_of(0);
	round_of(7);
	round_of(30);
	return done();
}

/* SPDX-License-Identifier: MIT */
#include "aggregate/batch.h"

#include <string.h>

#include "common/mem.h"
#include "tests/tap.h"
#include "tests/unit/rig.h"

enum { FIRST = 20000, DAYS = 4, VIEWS = 3000, RUNS = 9, VISITORS = 150 };

static void
count(struct rig *r, uint64_t *seed)
{
	int64_t start_s = zone_day_of(r->zone, FIRST).start_s;

	for (int run = 0; run < RUNS; run++) {
		static char name[VIEWS][24];
		static struct rig_view v[VIEWS];

		for (int i = 0; i < VIEWS; i++) {
			snprintf(name[i], sizeof(name[i]), "/%d",
			    (int)chance(seed, 60));
			v[i] = (struct rig_view){ start_s + (int64_t)
				chance(seed, DAYS * 86400),
				(unsigned)chance(seed, VISITORS), name[i],
				chance(seed, 3) == 0 ? "example.com" : "" };
		}
		rig_run(r, v, VIEWS, start_s + run);
	}
}

static int
by_key(const void *pa, const void *pb)
{
	const struct tally *a = pa, *b = pb;

	return span_cmp(a->key, b->key);
}

/* All counts of a day, as text. */
static void
put_tops(struct batch *b, int32_t day, struct buf *out)
{
	for (int dim = 0; dim < DIM__MAX; dim++) {
		struct tally *sorted;
		const struct tally *t;
		size_t n;

		if (dim_info[dim].name == NULL)
			continue;
		t = tops_of(&b->tops, day, (enum dim)dim, &n);
		sorted = mem_grow(NULL, n + 1, sizeof(*sorted));
		for (size_t i = 0; i < n; i++)
			sorted[i] = t[i];
		if (n > 1)
			qsort(sorted, n, sizeof(*sorted), by_key);
		for (size_t i = 0; i < n; i++) {
			buf_printf(out, "%ld %d %.*s", (long)day, dim,
			    (int)sorted[i].key.n, sorted[i].key.n > 0 ?
			    sorted[i].key.p : "");
			for (int k = 0; k < TALLY__COUNTS; k++)
				buf_printf(out, " %lld",
				    (long long)sorted[i].n[k]);
			buf_putc(out, '\n');
		}
		mem_free(sorted);
	}
}

static void
put_fresh(const struct batch *b, int32_t day, struct buf *out)
{
	struct seen_day d = fresh_of(&b->fresh, day);

	for (size_t i = 0; i < d.n; i++)
		buf_printf(out, "new %ld %d %.*s %lld %lld\n", (long)day,
		    d.page[i].kind, (int)d.page[i].name.n, d.page[i].name.p,
		    (long long)d.page[i].answers, (long long)d.page[i].hash);
}

static void
whole(struct rig *r, struct batch *b, const struct facets_plan *plan,
    struct period days)
{
	int32_t to = days.to + 1;

	batch_open(b, &r->store, days);
	do {
		batch_ask(b, to++);
		must(parts_fetch(&r->store, &b->query, &b->raw, &r->err) &&
		    batch_derive(b, plan, &r->err), &r->err);
	} while (b->n_going > 0);
}

static bool
same(struct rig *r, struct period days, uint32_t slices)
{
	struct facets_plan plan = { &r->site, r->sources, { 1, 2 }, true };
	size_t n = (size_t)(days.to - days.from + 1);
	struct buf one = { 0 }, other = { 0 };
	struct batch a, b;
	bool good;

	whole(r, &a, &plan, days);
	batch_open(&b, &r->store, days);
	b.slices = slices;
	must(batch_derive_slices(&b, &plan, &r->err), &r->err);
	good = memcmp(a.figures, b.figures, n * sizeof(*a.figures)) == 0 &&
	    memcmp(a.digests, b.digests, n * sizeof(*a.digests)) == 0 &&
	    memcmp(a.online_at_end, b.online_at_end, n) == 0 &&
	    a.parts.hours.n == b.parts.hours.n;
	for (int32_t day = days.from; day <= days.to; day++) {
		put_tops(&a, day, &one);
		put_tops(&b, day, &other);
		put_fresh(&a, day, &one);
		put_fresh(&b, day, &other);
		good = good && memcmp(facets_uniques(a.facets, day),
		    facets_uniques(b.facets, day), sizeof(struct hll)) == 0;
	}
	good = good && one.n > 1000 && a.fresh.n > 0 &&
	    span_eq(buf_view(&one), buf_view(&other));
	buf_close(&one);
	buf_close(&other);
	batch_close(&a);
	batch_close(&b);
	return good;
}

/* Stores all parts as large ones are. */
static void
split_all(struct rig *r)
{
	struct parts_query q = { .days = PERIOD_ALL };
	struct parts_raw raw;

	must(db_begin(r->db, &r->err) &&
	    parts_fetch(&r->store, &q, &raw, &r->err) &&
	    db_run(r->db, &r->err, STMT_PART_DROP, "iii", r->store.id,
	    (int64_t)INT32_MIN, (int64_t)INT32_MAX), &r->err);
	for (size_t i = 0; i < raw.n; i++)
		must(parts_split(&r->store, raw.body[i].day, raw.body[i].body,
		    &r->err), &r->err);
	must(db_commit(r->db, &r->err), &r->err);
	parts_raw_close(&raw);
}

static void
test_split(struct rig *r)
{
	static const uint32_t slices[] = { 2, 64, 256, 1024 };
	struct buf before = rig_dump(r), after;
	int64_t n;

	split_all(r);
	after = rig_dump(r);
	must(db_number(r->db, "SELECT count(DISTINCT slice) FROM part", &n,
	    &r->err), &r->err);
	ok(n == PARTS_SLICES, "parts are stored by slice");
	ok(before.n > 1000 && span_eq(buf_view(&before), buf_view(&after)),
	    "their content is the same");
	buf_close(&before);
	buf_close(&after);
	for (size_t i = 0; i < sizeof(slices) / sizeof(*slices); i++)
		ok(same(r, (struct period){ FIRST, FIRST + 2 }, slices[i]),
		    "loaded in %u slices, they give the same figures",
		    slices[i]);
}

static void
test_trim(void)
{
	struct terms terms;
	struct tops t;
	int64_t *n;
	size_t k;
	const struct tally *list;

	terms_open(&terms, 1);
	tops_open(&t, &terms);
	for (int i = 0; i < 9; i++) {
		char key[2] = { (char)('a' + i), '\0' };

		n = tops_at(&t, 5, DIM_PAGE, terms_at(&terms, span_of(key)));
		n[TALLY_HITS] = i < 5 ? 10 : 3;
		n[TALLY_BYTES] = 100;
	}
	tops_trim(&t, (struct period){ 5, 5 }, 6, 9);
	ok(t.sum.n == 9, "what is not too much stays as it is");
	tops_trim(&t, (struct period){ 5, 5 }, 6, 8);
	tops_order(&t, (struct period){ 5, 5 });
	list = tops_of(&t, 5, DIM_PAGE, &k);
	ok(k == 7 && terms.n == 8, "else the greatest, and their texts, stay");
	for (size_t i = 0; i < k; i++)
		if (span_eq(list[i].key, SPAN(DIM_OTHER)))
			ok(list[i].n[TALLY_HITS] == 9 &&
			    list[i].n[TALLY_BYTES] == 300,
			    "the rest is (other)");
		else if (span_eq(list[i].key, SPAN("f")))
			ok(list[i].n[TALLY_HITS] == 3,
			    "of equals the least key stays");
	tops_close(&t);
	terms_close(&terms);
}

int
main(void)
{
	static const uint32_t slices[] = { 2, 3, 7, 64, 1000 };
	uint64_t seed = 3;
	struct rig r;

	rig_open(&r, NULL, "Asia/Ho_Chi_Minh");
	count(&r, &seed);
	for (size_t i = 0; i < sizeof(slices) / sizeof(*slices); i++) {
		ok(same(&r, (struct period){ FIRST + 1, FIRST + 1 },
		    slices[i]), "a day in %u slices has the same figures",
		    slices[i]);
		ok(same(&r, (struct period){ FIRST, FIRST + 2 }, slices[i]),
		    "days in %u slices, too", slices[i]);
	}
	test_split(&r);
	test_trim();
	rig_close(&r);
	return done();
}

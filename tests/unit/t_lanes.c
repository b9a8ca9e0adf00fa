/* SPDX-License-Identifier: MIT */
/* Files side by side and one after the other: the same results, the same counts. */
#include "ingest/lanes.h"

#include "common/mem.h"
#include "tests/tap.h"
#include "tests/unit/logs.h"

enum { FILES_MAX = 12, BODIES = 4, ROUNDS = 60 };

/* ---- files of all kinds, some of which begin or copy others ---- */

static void
put_lines(struct buf *b, uint64_t *seed, size_t n)
{
	while (n-- > 0)
		buf_printf(b, L("%llu"),
		    (unsigned long long)chance(seed, UINT64_C(1) << 40));
}

/* The front of a body, or all of it, or more than that. */
static void
make_text(const struct buf *body, uint64_t *seed, struct buf *out)
{
	switch (chance(seed, 7)) {
	case 3: /* of whole lines, and what is no line */
		buf_add(out, body->p, 1 + chance(seed, body->n));
		while (out->n > 0 && out->p[out->n - 1] != '\n')
			out->n--;
		buf_printf(out, "%0*d", (int)(1 + chance(seed, 20000)), 0);
		break;
	case 0: /* torn anywhere */
		buf_add(out, body->p, chance(seed, body->n));
		break;
	case 1: /* of whole lines */
		buf_add(out, body->p, chance(seed, body->n));
		while (out->n > 0 && out->p[out->n - 1] != '\n')
			out->n--;
		break;
	case 2:
		buf_add(out, body->p, body->n);
		put_lines(out, seed, 1 + chance(seed, 9));
		break;
	default:
		buf_add(out, body->p, body->n);
	}
}

static void
make_file(const struct logs *l, const char *name, const struct buf *text,
    uint64_t *seed)
{
	struct buf packed = { 0 };
	uint64_t kind = chance(seed, 10);

	if (kind > 4) {
		logs_pack(&packed, buf_view(text));
		if (kind == 5)
			packed.p[packed.n - 7] ^= 1;
		if (kind == 6)
			packed.n -= 1 + chance(seed, packed.n - 1);
		logs_write(l, name, O_TRUNC, buf_view(&packed));
	} else {
		logs_write(l, name, O_TRUNC, kind == 0 ?
		    SPAN("what is this?\n") : buf_view(text));
	}
	buf_close(&packed);
}

struct scene {
	size_t n;
	char name[FILES_MAX][24];
	bool complete[FILES_MAX];
};

static void
make_scene(const struct logs *l, struct scene *s, uint64_t *seed)
{
	struct buf body[BODIES] = { { 0 } };

	for (size_t i = 0; i < BODIES; i++)
		put_lines(&body[i], seed, 1 + chance(seed, i == 0 ? 9000 : 40));
	s->n = 2 + chance(seed, FILES_MAX - 2);
	for (size_t i = 0; i < s->n; i++) {
		struct buf text = { 0 };

		snprintf(s->name[i], sizeof(s->name[i]), "f%zu", i);
		s->complete[i] = chance(seed, 2) == 0;
		if (chance(seed, 3) == 0)
			put_lines(&text, seed, chance(seed, 30));
		else
			make_text(&body[chance(seed, BODIES)], seed, &text);
		if (i > 0 && chance(seed, 12) == 0)
			must(link(logs_path(l, s->name[i - 1]),
			    logs_path(l, s->name[i])) == 0, NULL);
		else
			make_file(l, s->name[i], &text, seed);
		buf_close(&text);
	}
	for (size_t i = 0; i < BODIES; i++)
		buf_close(&body[i]);
}

/* ---- runs ---- */

struct abreast {
	struct logs *l;
	struct hit_sink sink[4];
	struct crew *crew[4];
	size_t n;
	unsigned settled, kept, fail_at; /* that often; 0: never */
	uint64_t too_heavy;
	uint64_t most;     /* hits that a lane has room for; 0: any */
	struct tally safe; /* kept, when it was committed last */
};

static bool
open_lanes(void *self, size_t n, struct crew **crew, struct err *err)
{
	struct abreast *r = self;
	size_t first = 0;

	r->n = n;
	for (size_t i = 0; i < n; i++) {
		size_t sinks = r->l->threads / n + (i < r->l->threads % n);

		if (!crew_open(&r->sink[first], sinks, &r->crew[i], err))
			return false;
		first += sinks;
		crew[i] = r->crew[i];
	}
	return true;
}

static bool
room(void *self, size_t lane, bool ended)
{
	struct abreast *r = self;

	(void)ended;
	return r->most == 0 || crew_lines(r->crew[lane]) <= r->most;
}

static bool
settled(void *self, size_t lane, bool kept, struct err *err)
{
	struct abreast *r = self;

	(void)lane;
	r->settled++;
	r->kept += kept;
	if (r->fail_at > 0 && r->settled == r->fail_at)
		return err_set(err, ERR_IO, "the disk is full");
	if (!kept)
		return true;
	must(db_begin(r->l->db, err) && ingest_save(r->l->in, err) &&
	    db_commit(r->l->db, err), err);
	r->safe = tally_of(r->l->counter, r->l->threads);
	return true;
}

/* The first part of a run, by lanes.  False: it failed. */
static bool
ahead(struct abreast *r, const struct scene *s, struct ingest_outcome *outcome)
{
	struct ingest_request request[FILES_MAX];
	char path[FILES_MAX][96];
	struct ingest_files files = { request, s->n, outcome };
	struct ingest_lanes lanes = { .threads = r->l->threads,
		.too_heavy = &r->too_heavy,
		.open = open_lanes, .room = room, .settled = settled,
		.self = r };
	struct err err = { 0 };

	r->too_heavy = UINT64_MAX;
	for (size_t i = 0; i < r->l->threads; i++)
		r->sink[i] = counter_sink(&r->l->counter[i]);
	for (size_t i = 0; i < s->n; i++) {
		snprintf(path[i], sizeof(path[i]), "%s",
		    logs_path(r->l, s->name[i]));
		request[i] = (struct ingest_request){ path[i],
			s->complete[i] };
	}

	bool good = ingest_ahead(r->l->in, &lanes, &files, &err);

	for (size_t i = 0; i < r->n; i++)
		crew_close(r->crew[i]);
	r->n = 0;
	return good;
}

/* All files in one run; what came of each. */
static void
run(struct abreast *r, const struct scene *s, struct ingest_outcome *outcome)
{
	logs_begin(r->l, "auto", false);
	must(ahead(r, s, outcome), NULL);
	for (size_t i = 0; i < s->n; i++)
		if (outcome[i].result == INGEST__MAX)
			outcome[i].result = logs_file(r->l, s->name[i],
			    s->complete[i]);
	logs_end(r->l, true);
}

static bool
same_results(const struct scene *s, const struct ingest_outcome *a,
    const struct ingest_outcome *b)
{
	bool same = true;

	for (size_t i = 0; i < s->n; i++)
		if (a[i].result != b[i].result) {
			diag("%s: %s, not %s", s->name[i],
			    ingest_result_name(a[i].result),
			    ingest_result_name(b[i].result));
			same = false;
		}
	return same;
}

/* The same files once more, in another store. */
static void
other_store(struct logs *other, const struct logs *l, size_t threads)
{
	struct err err;

	*other = (struct logs){ .threads = threads };
	memcpy(other->dir, l->dir, sizeof(l->dir));
	must(db_open(NULL, DB_WRITE, &other->db, &err), &err);
}

static unsigned all_kept;

static bool
round_of(uint64_t seed, size_t threads)
{
	struct scene s;
	struct logs l, m;
	struct abreast one = { .l = &l }, many = { .l = &m };
	struct ingest_outcome a[FILES_MAX], b[FILES_MAX];
	struct tally x, y;
	bool good = true;

	logs_open(&l);
	make_scene(&l, &s, &seed);
	other_store(&m, &l, threads);
	many.most = chance(&seed, 4) == 0 ? 100 : 0;
	for (int again = 0; good && again < 2; again++) {
		run(&one, &s, a);
		run(&many, &s, b);
		x = tally_of(l.counter, 1);
		y = tally_of(m.counter, threads);
		good = same_results(&s, b, a) && tally_same(&x, &y);
	}
	ok(one.settled == 0 && good, "%zu threads, %zu files, %u of them side by "
	    "side: the same", threads, s.n, many.kept);
	all_kept += many.kept;
	db_close(m.db);
	logs_close(&l);
	return good;
}

/* ---- a run that fails between two files ---- */

static void
test_failure(size_t threads)
{
	unsigned failed = 0;
	bool good = true;

	for (uint64_t round = 0; round < 40; round++) {
		uint64_t seed = 1000 + round;
		struct scene s;
		struct logs l, m;
		struct abreast one = { .l = &l }, many = { .l = &m }, rest;
		struct ingest_outcome a[FILES_MAX], b[FILES_MAX];
		struct tally x, y, before = { 0 };

		logs_open(&l);
		make_scene(&l, &s, &seed);
		other_store(&m, &l, threads);
		run(&one, &s, a);
		x = tally_of(l.counter, 1);
		many.fail_at = 1 + (unsigned)chance(&seed, 4);
		logs_begin(&m, "auto", false);
		if (!ahead(&many, &s, b)) {
			before = many.safe;
			failed++;
			logs_end(&m, false);
			memset(m.counter, 0, sizeof(m.counter));
		} else {
			logs_end(&m, true);
		}
		rest = (struct abreast){ .l = &m };
		run(&rest, &s, b);
		y = tally_of(m.counter, threads);
		tally_add(&y, &before);
		good = good && tally_same(&x, &y);
		db_close(m.db);
		logs_close(&l);
	}
	ok(good && failed > 10, "%zu threads: what a run that failed has not "
	    "committed, the next one counts (%u)", threads, failed);
}

/* ---- archives that take too long ---- */

/* Each look takes a second: by several lanes at once. */
static int64_t
second_by_second(void *self)
{
	_Atomic int64_t *now = self;

	return (*now += 1) * INT64_C(1000000000);
}

static void
test_late(size_t threads)
{
	struct scene s = { .n = 4, .name = { "a", "b", "c", "d" },
		.complete = { true, true, true, true } };
	_Atomic int64_t now = 0;
	uint64_t seed = 7;
	struct logs l, m;
	struct abreast one = { .l = &l }, many = { .l = &m };
	struct ingest_outcome a[FILES_MAX], b[FILES_MAX];
	bool good = true;

	logs_open(&l);
	for (size_t i = 0; i < s.n; i++) {
		struct buf text = { 0 }, packed = { 0 };

		put_lines(&text, &seed, i < 2 ? 40000 : 100);
		logs_pack(&packed, buf_view(&text));
		logs_write(&l, s.name[i], O_TRUNC, buf_view(&packed));
		buf_close(&text);
		buf_close(&packed);
	}
	other_store(&m, &l, threads);
	for (int64_t max_s = 6; good && max_s >= 0; max_s -= 6) {
		l.clock = m.clock = (struct until_clock){ second_by_second,
			&now, max_s };
		run(&one, &s, a);
		run(&many, &s, b);

		struct tally x = tally_of(l.counter, 1);
		struct tally y = tally_of(m.counter, threads);

		good = same_results(&s, a, b) && tally_same(&x, &y) &&
		    (max_s == 0 ? x.hits == 80200 : a[0].result ==
		    INGEST_LIMIT && a[1].result == INGEST_LIMIT &&
		    a[2].result == INGEST_COUNTED && x.hits > 200 &&
		    x.hits < 80200);
	}
	ok(good && many.kept == 2, "%zu threads: who takes too long beside "
	    "others is read alone, as far as it may", threads);
	db_close(m.db);
	logs_close(&l);
}

int
main(void)
{
	test_late(2);
	test_late(4);
	for (uint64_t i = 0; i < ROUNDS; i++)
		round_of(i + 1, 2 + i % 3);
	ok(all_kept > 2 * ROUNDS, "lanes had work: %u files", all_kept);
	test_failure(2);
	test_failure(4);
	return done();
}

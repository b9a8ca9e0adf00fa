/* SPDX-License-Identifier: MIT */
/* Archives that take too long, by a clock that stands still between two looks. */
#include "ingest/until.h"

#include "tests/tap.h"
#include "tests/unit/logs.h"

enum { LINES = 40000 };

static int64_t now_s;

static int64_t
second_by_second(void *self)
{
	int64_t *step_s = self;

	return (now_s += *step_s) * INT64_C(1000000000);
}

static void
test_until(void)
{
	int64_t step_s = 1;
	struct until_clock clock = { second_by_second, &step_s, 3 };
	struct until u;
	int n = 0;

	until_begin(&u, &clock);
	while (!until_over(&u))
		n++;
	step_s = -2;
	ok(n == 2 && until_over(&u), "three seconds are over, and stay so");
	clock.max_s = 0;
	until_begin(&u, &clock);
	ok(!until_over(&u), "without a ceiling nothing is");
	clock = (struct until_clock){ NULL, NULL, 1 };
	until_begin(&u, &clock);
	ok(!until_over(&u), "nor without a clock");
	until_begin(&u, NULL);
	ok(!until_over(&u) && !until_over(NULL), "nor if nobody asks");
}

/* ---- runs over one file ---- */

enum how { AS_IT_IS, PACKED, DAMAGED };

static void
make(const struct logs *l, const char *name, enum how how)
{
	struct buf text = { 0 }, packed = { 0 };

	for (unsigned i = 0; i < LINES; i++)
		buf_printf(&text, L("%u"), i);
	if (how != AS_IT_IS)
		logs_pack(&packed, buf_view(&text));
	if (how == DAMAGED)
		packed.p[packed.n - 7] ^= 1;
	logs_write(l, name, O_TRUNC, buf_view(how == AS_IT_IS ? &text :
	    &packed));
	buf_close(&text);
	buf_close(&packed);
}

enum hits { NONE, SAME, MORE, ALL };

static const struct {
	const char *name;
	enum how how;
	struct {
		int64_t max_s;
		uint64_t max_bytes;
		const char *result;
		enum hits hits; /* against the run before */
	} run[5];
} rows[] = {
	{ "time enough", PACKED, { { 1000, 0, "counted", ALL },
	    { 1, 0, "unchanged", ALL } } },
	{ "no ceiling", PACKED, { { 0, 0, "counted", ALL } } },
	{ "no time at all", PACKED, { { 1, 0, "limit", NONE },
	    { 1, 0, "unchanged", NONE }, { 1000, 0, "counted", ALL } } },
	{ "what came in time counts, and is not read again", PACKED,
	    { { 6, 0, "limit", MORE }, { 6, 0, "unchanged", SAME },
	    { 5, 0, "unchanged", SAME }, { 6, UINT64_C(1) << 40, "unchanged",
	    SAME } } },
	{ "more time counts more, and once", PACKED,
	    { { 5, 0, "limit", MORE }, { 6, 0, "limit", MORE },
	    { 7, 0, "limit", MORE }, { 0, 0, "counted", ALL },
	    { 1, 0, "unchanged", ALL } } },
	{ "a ceiling of bytes is not lifted by time", PACKED,
	    { { 100, 4096, "limit", MORE }, { 0, 4096, "unchanged", SAME },
	    { 1000, 0, "counted", ALL } } },
	{ "a checksum that is not reached is not missed", DAMAGED,
	    { { 6, 0, "limit", MORE }, { 6, 0, "unchanged", SAME } } },
	{ "and one that is wrong takes back only its own run", DAMAGED,
	    { { 6, 0, "limit", MORE }, { 1000, 0, "damaged", SAME } } },
	{ "plain files take as long as they do", AS_IT_IS,
	    { { 1, 0, "counted", ALL } } },
};

static bool
as_wanted(enum hits want, uint64_t was, uint64_t hits)
{
	switch (want) {
	case NONE:
		return hits == 0;
	case SAME:
		return hits == was;
	case MORE:
		return hits > was && hits < LINES;
	case ALL:
		break;
	}
	return hits == LINES;
}

static bool
runs_of(size_t row, struct logs *l)
{
	int64_t step_s = 1;
	uint64_t was = 0;
	bool good = true;

	for (int k = 0; k < 5 && rows[row].run[k].result != NULL; k++) {
		const char *got;
		uint64_t hits;

		l->clock = (struct until_clock){ second_by_second, &step_s,
			rows[row].run[k].max_s };
		l->max_bytes = rows[row].run[k].max_bytes;
		got = ingest_result_name(logs_run(l, "a", true));
		hits = tally_of(l->counter, 1).hits;
		if (strcmp(got, rows[row].run[k].result) != 0 ||
		    !as_wanted(rows[row].run[k].hits, was, hits)) {
			diag("run %d: %s, %llu hits after %llu", k, got,
			    (unsigned long long)hits, (unsigned long long)was);
			good = false;
		}
		was = hits;
	}
	return good;
}

static void
test_changed(void)
{
	int64_t step_s = 1;
	struct logs l;
	struct ingest_outcome out;
	struct err err;
	uint64_t hits;
	bool good;

	logs_open(&l);
	l.clock = (struct until_clock){ second_by_second, &step_s, 6 };
	make(&l, "a", PACKED);
	logs_begin(&l, "auto", false);
	good = ingest_file(l.in, logs_path(&l, "a"), true, &out, &err);
	logs_end(&l, true);
	hits = tally_of(l.counter, 1).hits;
	ok(good && out.result == INGEST_LIMIT && err.code == ERR_DATA &&
	    strstr(err.text, "/a: takes longer than max_file_time = 6s: ") !=
	    NULL, "the key is named: %s", err.text);
	logs_write(&l, "a", O_APPEND, SPAN("\x1f\x8b\x08"));
	ok(logs_run(&l, "a", true) == INGEST_LIMIT &&
	    tally_of(l.counter, 1).hits > hits,
	    "a file that has changed goes on from where it was left");
	logs_close(&l);
}

int
main(void)
{
	test_until();
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct logs l;

		logs_open(&l);
		make(&l, "a", rows[i].how);
		ok(runs_of(i, &l), "%s", rows[i].name);
		logs_close(&l);
	}
	test_changed();
	return done();
}

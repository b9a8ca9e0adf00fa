/* SPDX-License-Identifier: MIT */
#include "ingest/schedule.h"

#include "common/buf.h"
#include "common/mem.h"
#include "tests/tap.h"
#include "tests/unit/rig.h"

/* A file is a letter's line: its head, its weight, and "-" where it is not fresh. */
static const struct {
	const char *name;
	size_t threads;
	struct {
		const char *head;
		uint64_t weight;
		bool known;
	} file[8];
	const char *want; /* lanes, and the files */
} rows[] = {
	{ "files of their own go side by side, the heaviest first", 2,
	    { { "a", 1, 0 }, { "b", 3, 0 }, { "c", 2, 0 } }, "2: 1 2 0" },
	{ "equally heavy ones in their order", 2,
	    { { "c", 1, 0 }, { "b", 1, 0 }, { "a", 1, 0 } }, "2: 0 1 2" },
	{ "one thread has no lanes", 1, { { "a", 1, 0 }, { "b", 1, 0 } }, "0:" },
	{ "nor has one file", 4, { { "a", 1, 0 } }, "0:" },
	{ "no more lanes than files", 8, { { "a", 1, 0 }, { "b", 1, 0 } },
	    "2: 0 1" },
	{ "of equal beginnings the first one goes", 2,
	    { { "x", 1, 0 }, { "a", 1, 0 }, { "x", 1, 0 } }, "2: 0 1" },
	{ "a beginning of another one's is equal, too", 2,
	    { { "xyz", 1, 0 }, { "a", 1, 0 }, { "xy", 1, 0 }, { "xyy", 1, 0 },
	    { "x", 1, 0 } }, "2: 0 1" },
	{ "and which of them is the shorter does not matter", 2,
	    { { "x", 1, 0 }, { "xyz", 1, 0 }, { "a", 1, 0 } }, "2: 0 2" },
	{ "where the first of them is known, none goes", 2,
	    { { "x", 1, 1 }, { "xy", 1, 0 }, { "a", 1, 0 }, { "b", 1, 0 } },
	    "2: 2 3" },
	{ "nor does one that is known", 2,
	    { { "a", 1, 1 }, { "b", 1, 0 }, { "c", 1, 0 } }, "2: 1 2" },
	{ "what has no head takes no part", 2,
	    { { "", 1, 0 }, { "b", 1, 0 }, { "c", 1, 0 } }, "2: 1 2" },
	{ "all of one beginning: one after the other", 4,
	    { { "a", 1, 0 }, { "a", 2, 0 }, { "ab", 3, 0 } }, "0:" },
	{ "a giant is left to all threads", 2,
	    { { "a", 1, 0 }, { "b", 90, 0 }, { "c", 1, 0 }, { "d", 1, 0 } },
	    "2: 0 2 3" },
	{ "two giants, too, if one is much larger", 2,
	    { { "a", 900, 0 }, { "b", 90, 0 }, { "c", 1, 0 }, { "d", 1, 0 } },
	    "2: 2 3" },
	{ "of two of a size each has a lane", 2,
	    { { "a", 90, 0 }, { "b", 90, 0 }, { "c", 1, 0 } }, "2: 0 1 2" },
	{ "with more threads, each lane some of them", 8,
	    { { "a", 90, 0 }, { "b", 90, 0 }, { "c", 1, 0 } }, "2: 0 1 2" },
	{ "a giant and one more: nothing is left for lanes", 2,
	    { { "a", 90, 0 }, { "b", 1, 0 } }, "0:" },
	{ "files of no weight are files", 2,
	    { { "a", 0, 0 }, { "b", 0, 0 } }, "2: 0 1" },
};

static void
test_rows(void)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct schedule_file f[8];
		struct schedule s;
		struct buf got = { 0 };
		size_t n = 0;

		for (; n < 8 && rows[i].file[n].head != NULL; n++)
			f[n] = (struct schedule_file){
				span_of(rows[i].file[n].head),
				rows[i].file[n].weight, !rows[i].file[n].known };
		schedule_make(f, n, rows[i].threads, &s);
		buf_printf(&got, "%zu:", s.lanes);
		for (size_t k = 0; k < s.n; k++)
			buf_printf(&got, " %zu", s.file[k]);
		is_text(buf_text(&got), rows[i].want, "%s", rows[i].name);
		buf_close(&got);
		schedule_close(&s);
	}
}

/* Whatever the heads: none of those chosen begins another one, or comes after one that
 * does. */
static bool
independent(const struct schedule_file *f, size_t n, const struct schedule *s)
{
	for (size_t i = 0; i < s->n; i++)
		for (size_t k = 0; k < n; k++) {
			size_t a = s->file[i];

			if (k == a || f[k].head.n == 0 ||
			    (!span_starts(f[k].head, f[a].head) &&
			    !span_starts(f[a].head, f[k].head)))
				continue;
			if (k < a)
				return false;
		}
	return true;
}

static void
test_random(void)
{
	uint64_t seed = 5;
	size_t chosen = 0;
	bool good = true;

	for (int round = 0; round < 20000; round++) {
		static const char text[] = "abab";
		struct schedule_file f[8];
		struct schedule s;
		size_t n = chance(&seed, 9);

		for (size_t i = 0; i < n; i++) {
			size_t from = chance(&seed, 3);

			f[i] = (struct schedule_file){ { text + from,
				chance(&seed, 5 - (unsigned)from) },
				chance(&seed, 9), chance(&seed, 4) > 0 };
		}
		schedule_make(f, n, 1 + chance(&seed, 4), &s);
		good = good && independent(f, n, &s) && s.lanes != 1 &&
		    s.lanes <= s.n && (s.n == 0) == (s.lanes == 0);
		chosen += s.n;
		schedule_close(&s);
	}
	ok(good && chosen > 1000, "no two that are chosen have anything in common, "
	    "whatever the heads");
}

int
main(void)
{
	test_rows();
	test_random();
	return done();
}

/* SPDX-License-Identifier: MIT */
#include "publish/dims.h"

#include <stdlib.h>

#include "tests/tap.h"

enum { MOST = 8 };

/* Rows of people's hits, page views, visits and visitors, and robots' hits. */
struct cells {
	const char *key;
	int64_t people, robots;
};

static const struct {
	const char *name;
	struct cells given[MOST], want[MOST]; /* people -1: hidden */
} cases[] = {
	{ "great counts stay as they are",
	    { { "VN", 100, 0 }, { "US", 5, 0 } },
	    { { "VN", 100, 0 }, { "US", 5, 0 } } },
	{ "small ones become one row at the end",
	    { { "VN", 100, 0 }, { "US", 4, 0 }, { "FR", 3, 0 } },
	    { { "VN", 100, 0 }, { DIMS_SUPPRESSED, 7, 0 } } },
	{ "one alone takes the next greater one with it",
	    { { "VN", 100, 0 }, { "US", 9, 0 }, { "FR", 3, 0 } },
	    { { "VN", 100, 0 }, { DIMS_SUPPRESSED, 12, 0 } } },
	{ "two that are small together, too",
	    { { "VN", 100, 0 }, { "US", 9, 0 }, { "FR", 1, 0 }, { "DE", 1, 0 } },
	    { { "VN", 100, 0 }, { DIMS_SUPPRESSED, 11, 0 } } },
	{ "what robots did stays where it is",
	    { { "VN", 100, 7 }, { "US", 4, 50 }, { "FR", 3, 0 } },
	    { { "VN", 100, 7 }, { "US", -1, 50 }, { DIMS_SUPPRESSED, 7, 0 } } },
	{ "the order tells nothing of what is hidden",
	    { { "VN", 100, 0 }, { "US", 4, 1 }, { "DE", 3, 9 }, { "FR", 2, 2 },
	    { "BR", 0, 7 } },
	    { { "VN", 100, 0 }, { "BR", 0, 7 }, { "DE", -1, 9 },
	    { "FR", -1, 2 }, { "US", -1, 1 }, { DIMS_SUPPRESSED, 9, 0 } } },
	{ "a country of robots alone is no small one",
	    { { "VN", 100, 0 }, { "US", 0, 1 } },
	    { { "VN", 100, 0 }, { "US", 0, 1 } } },
	{ "what is unknown is a row like others",
	    { { "", 100, 0 }, { "VN", 2, 0 }, { "US", 2, 0 }, { "FR", 2, 0 } },
	    { { "", 100, 0 }, { DIMS_SUPPRESSED, 6, 0 } } },
	{ "nothing is nothing", { { NULL, 0, 0 } }, { { NULL, 0, 0 } } },
};

static size_t
rows_of(const struct cells *c, struct tally *out)
{
	size_t n = 0;

	for (; n < MOST && c[n].key != NULL; n++) {
		out[n] = (struct tally){ .key = span_of(c[n].key) };
		out[n].n[TALLY_HITS] = out[n].n[TALLY_VISITS] = c[n].people;
		out[n].n[TALLY_ROBOT_HITS] = c[n].robots;
	}
	return n;
}

static void
test_case(size_t i)
{
	struct tally row[MOST + 1], want[MOST + 1];
	bool hidden[MOST + 1] = { false }, same = true;
	size_t n = dims_suppress(row, rows_of(cases[i].given, row), 5, hidden);
	size_t wanted = rows_of(cases[i].want, want);

	for (size_t k = 0; k < n && k < wanted; k++) {
		int64_t people = cases[i].want[k].people;

		same = same && span_eq(row[k].key, want[k].key) &&
		    hidden[k] == (people < 0) &&
		    row[k].n[TALLY_HITS] == (people < 0 ? 0 : people) &&
		    row[k].n[TALLY_VISITS] == row[k].n[TALLY_HITS] &&
		    row[k].n[TALLY_ROBOT_HITS] == cases[i].want[k].robots;
	}
	is_int((long long)n, (long long)wanted, "%s: rows", cases[i].name);
	ok(same, "%s", cases[i].name);
}

static void
test_table(void)
{
	bool once = true, named = true;

	for (size_t i = 0; dims_row(i) != NULL; i++) {
		const struct dims_row *r = dims_row(i);

		once = once && dims_of(r->dim) == r;
		named = named && dim_info[r->dim].name != NULL &&
		    dims_has(r, r->order);
	}
	ok(once, "each dimension is published once");
	ok(named, "and is ordered by a count that it has");
	ok(!dims_has(dims_of(DIM_BROWSER), TALLY_ROBOT_HITS) &&
	    dims_has(dims_of(DIM_BROWSER), TALLY_VISITORS),
	    "browsers are people's");
	ok(!dims_has(dims_of(DIM_ROBOT), TALLY_HITS) &&
	    dims_has(dims_of(DIM_ROBOT), TALLY_ROBOT_HITS),
	    "robots are not");
	ok(dims_of(DIM_TOOK) == NULL, "buckets of times are no names");
}

int
main(void)
{
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		test_case(i);
	test_table();
	return done();
}

/* SPDX-License-Identifier: MIT */
#include "publish/ranks.h"

#include "tests/tap.h"

static const struct {
	const char *name;
	int64_t rank, of, position;
} rows[] = {
	{ "the first", 1, 19, 1000000 },
	{ "the last", 19, 19, 0 },
	{ "13 of 19", 13, 19, 333333 },
	{ "33 of 34", 33, 34, 30303 },
	{ "in the middle", 2, 3, 500000 },
	{ "two thirds, rounded up", 2, 4, 666667 },
	{ "the first of two", 1, 2, 1000000 },
	{ "the second of many", 2, RANK_MOST, 999990 },
};

static void
add(const struct store_site *s, const char *index, int year, int64_t rank,
    int64_t of)
{
	struct rank r = { .index = index, .year = year, .rank = rank,
		.of = of, .population = "", .source = "f", .sha256 = "0",
		.note = "", .by = "", .recorded_s = 1 };

	if (!rank_add(s, &r, NULL))
		diag("cannot add");
}

int
main(void)
{
	struct site site = SITE_DEFAULTS;
	struct store_site s;
	struct db *db = NULL;
	struct ranks all = { .n = 0 };
	char name[] = "i0";

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		is_int(ranks_position(rows[i].rank, rows[i].of),
		    rows[i].position, "%s", rows[i].name);
	site.id = "a";
	ok(db_open(NULL, DB_WRITE, &db, NULL) && db_begin(db, NULL) &&
	    sites_open(db, &site, true, &s, NULL), "a store");
	ok(ranks_load(&s, &all, NULL) && all.n == 0 && all.chart.n == 0,
	    "without ranks there is nothing to draw");
	ranks_close(&all);
	for (int year = 2000; year < 2024; year++)
		add(&s, "i0", year, 3, year < 2010 ? 10 : 12);
	add(&s, "i0", 2023, 4, 12);
	for (int i = 1; i < 8; i++) {
		name[1] = (char)('0' + i);
		add(&s, name, 2020, 1, 5);
	}
	ok(ranks_load(&s, &all, NULL), "ranks");
	is_int((long long)all.n, 31, "a row for each index and year");
	is_int(all.row[23].rank.rank, 4, "the last revision holds");
	is_int(all.row[23].rank.revision, 2, "and is the second");
	is_int(all.row[10].of_before, 10, "another number is marked");
	is_int(all.row[11].of_before, 0, "the same is not");
	is_int(all.row[24].of_before, 0, "another index is another thing");
	is_int((long long)all.chart.n, 6, "six indices are drawn");
	is_int((long long)all.chart.index[0].n, 20, "twenty years of each");
	is_int(all.chart.index[0].rank[19].year, 2023, "the latest");
	is_int(all.chart.index[0].rank[19].of, 12, "of how many");
	is_text(all.chart.index[5].name, "i5", "by name");
	ranks_close(&all);
	db_close(db);
	return done();
}

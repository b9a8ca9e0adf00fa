/* SPDX-License-Identifier: MIT */
#include "publish/score.h"

#include "tests/tap.h"

static const struct {
	const char *name;
	int64_t x, floor, target, want;
} rows[] = {
	{ "at the floor", 50, 50, 100, 0 },
	{ "below the floor", 10, 50, 100, 0 },
	{ "at the target", 100, 50, 100, 1000000 },
	{ "above the target", 1000, 50, 100, 1000000 },
	{ "half way", 75, 50, 100, 500000 },
	{ "a third of the way, rounded", 1, 0, 3, 333333 },
	{ "two thirds, rounded", 2, 0, 3, 666667 },
	{ "less is better: at the floor", 15, 15, 3, 0 },
	{ "less is better: worse", 90, 15, 3, 0 },
	{ "less is better: at the target", 3, 15, 3, 1000000 },
	{ "less is better: better still", 0, 15, 3, 1000000 },
	{ "less is better: half way", 9, 15, 3, 500000 },
	{ "between less than nothing and more", 0, -10, 10, 500000 },
	{ "the ends of the range", 0, INT64_MIN, INT64_MAX, 500000 },
};

/* Three items of weights 4, 4 and 2, and a line by hand of weight 10. */
static const char set[] =
    "[criteria \"c\"]\npoints = 50\n"
    "[section \"a\"]\n"
    "[item \"1\"]\nmetric = P01\nfloor = 0\ntarget = 1\nweight = 4\n"
    "stage = presence\n"
    "[item \"2\"]\nmetric = P06\nsection = a\nfloor = 0\ntarget = 1\nweight = 4\n"
    "stage = presence\n"
    "[item \"3\"]\nmetric = P12\nfloor = 10 days\ntarget = 0 days\nweight = 2\n"
    "stage = interaction\n"
    "[manual \"m\"]\nfloor = 0\ntarget = 1\nweight = 10\n"
    "stage = transaction\n"
    "[review \"1\"]\nself = 3.5\nreviewed = 3\n"
    "[review \"m\"]\nself = 8\n"
    "[band \"low\"]\nbelow = 25\n[band \"high\"]\n";

/* What a test knows: value < 0 is unknown. */
struct known {
	int64_t served, section, gap;
};

static bool
get(const void *ctx, enum measure measure, int section,
    struct metric_value *out)
{
	const struct known *k = ctx;
	int64_t v = measure == MEASURE_SERVED && section < 0 ? k->served :
	    measure == MEASURE_REACHABLE && section == 0 ? k->section :
	    measure == MEASURE_GAP && section < 0 ? k->gap : -1;

	*out = (struct metric_value){ .known = v >= 0, .value = v };
	return v >= 0;
}

static void
test_set(struct criteria *c)
{
	struct known now = { 500000, 1000000, -1 }, then = { 1000000, -1, -1 };
	struct score s;

	score_make(c, (struct score_values){ get, &now },
	    (struct score_values){ get, &then }, &s);
	is_int((long long)s.n, 4, "items and lines by hand are rows");
	is_int(s.row[0].score, 500000, "a row's score");
	ok(!s.row[2].value.known && !s.row[3].value.known,
	    "what nobody knows is unknown");
	is_int(s.total.weight, 20000000, "weights add up");
	is_int(s.total.known_weight, 8000000, "those that are known too");
	is_int(s.total.coverage, 400000, "evidence coverage is their share");
	is_int(s.total.share, 750000, "the total is over what is known");
	is_int(s.total.points, 37500000, "in points of the set");
	is_int(s.total.pessimistic, 300000, "unknown is nothing to a pessimist");
	is_int(s.total.pessimistic_points, 15000000, "whose points are less");
	ok(s.band != NULL && strcmp(s.band->head.id, "high") == 0,
	    "37.5 points are in the upper band");
	is_int(s.before.share, 1000000, "the period before has its own total");
	is_int(s.before.coverage, 200000, "and its own coverage");
	is_int(s.stage[CRITERIA_STAGE_PRESENCE].share, 750000,
	    "a stage has a total");
	is_int(s.stage[CRITERIA_STAGE_TRANSACTION].known_weight, 0,
	    "one of which nothing is known has none");
	is_int(s.self.points, 11500000, "points that people gave add up");
	is_int(s.self.n, 2, "of two rows");
	is_int(s.reviewed.n, 1, "reviewed is one");
	is_int(s.published.n, 0, "published is none");
	score_close(&s);
}

static void
test_unknown(struct criteria *c)
{
	struct known none = { -1, -1, -1 };
	struct score s;

	score_make(c, (struct score_values){ get, &none },
	    (struct score_values){ NULL, NULL }, &s);
	is_int(s.total.known_weight, 0, "nothing may be known");
	is_int(s.total.coverage, 0, "then coverage is nothing");
	is_int(s.total.points, 0, "and there are no points");
	ok(s.band == NULL, "and no band: unknown is not weak");
	score_close(&s);
}

int
main(void)
{
	struct criteria c = { 0 };
	struct err err = { 0 };

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		is_int(score_of(rows[i].x, rows[i].floor, rows[i].target),
		    rows[i].want, "%s", rows[i].name);
	if (ok(criteria_add_text(&c, span_of(set), "set", &err) &&
	    criteria_check(&c, &err), "the set is right: %s", err.text)) {
		test_set(&c);
		test_unknown(&c);
	}
	criteria_close(&c);
	return done();
}

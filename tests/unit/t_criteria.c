/* SPDX-License-Identifier: MIT */
#include "aggregate/criteria.h"

#include "tests/tap.h"

#define HEAD "[criteria \"c\"]\n"
#define ITEM HEAD "[item \"1\"]\nmetric = P06\nfloor = 50 %\ntarget = 100 %\n"

static const struct {
	const char *name, *text, *want; /* NULL: it is taken */
} rows[] = {
	{ "the least there is", HEAD, NULL },
	{ "an item", ITEM, NULL },
	{ "nothing at all", "", "criteria: there is no [criteria \"name\"] section" },
	{ "no set", "[band \"b\"]\n", "t.conf: there is no [criteria \"name\"] section" },
	{ "two sets", HEAD "[criteria \"d\"]\n",
	    "t.conf:2: there is a [criteria] already, in t.conf:1" },
	{ "a set without name", "[criteria]\n",
	    "t.conf:1: [criteria] has no name: write [criteria \"name\"]" },
	{ "an unknown section", HEAD "[itm \"1\"]\n",
	    "t.conf:2: a criteria file has no section [itm] (did you mean [item]?)" },
	{ "a key before any section", "a = b\n",
	    "t.conf:1: \"a\" stands before the first section" },
	{ "an unknown key", ITEM "wieght = 2\n",
	    "t.conf:6: [item] has no key \"wieght\" (did you mean \"weight\"?)" },
	{ "a key twice", ITEM "floor = 40 %\n",
	    "t.conf:6: floor is there already, in line 4" },
	{ "a key without value", ITEM "weight =\n",
	    "t.conf:6: weight has no value" },
	{ "an item twice", ITEM "[item \"1\"]\n",
	    "t.conf:6: [item \"1\"] is there already, in t.conf:2" },
	{ "an unknown metric", HEAD "[item \"1\"]\nmetric = P21\nfloor = 0\ntarget = 1\n",
	    "t.conf:2: [item \"1\"]: there is no metric \"P21\"" },
	{ "no metric", HEAD "[item \"1\"]\nfloor = 0\ntarget = 1\n",
	    "t.conf:2: [item \"1\"] has no metric: write metric = P06" },
	{ "another metric's measure", ITEM "measure = p95\n",
	    "t.conf:2: [item \"1\"]: \"p95\" is not measured of P06 (its first is "
	    "\"weight\")" },
	{ "no target", HEAD "[item \"1\"]\nmetric = P06\nfloor = 0\n",
	    "t.conf:2: [item \"1\"] needs floor and target" },
	{ "equal floor and target", HEAD
	    "[item \"1\"]\nmetric = P06\nfloor = 50 %\ntarget = 0.5\n",
	    "t.conf:2: [item \"1\"]: floor and target are equal" },
	{ "a wrong unit", HEAD
	    "[item \"1\"]\nmetric = P06\nfloor = 50ms\ntarget = 1\n",
	    "t.conf:2: [item \"1\"]: floor: \"50ms\" has another unit: write 95 % "
	    "or 0.95" },
	{ "half a count", HEAD
	    "[item \"1\"]\nmetric = P14\nfloor = 0.5\ntarget = 1\n",
	    "t.conf:2: [item \"1\"]: floor: \"0.5\" is finer than what is "
	    "measured" },
	{ "milliseconds", HEAD
	    "[item \"1\"]\nmetric = P04\nfloor = 1.5s\ntarget = 600ms\n", NULL },
	{ "a weight of nothing", ITEM "weight = 0\n",
	    "t.conf:2: [item \"1\"]: its weight must be more than nothing" },
	{ "a section that is not there", HEAD
	    "[item \"1\"]\nmetric = P11\nsection = x\nfloor = 0\ntarget = 1\n",
	    "t.conf:2: [item \"1\"]: there is no [section \"x\"]" },
	{ "a metric that sections have not", HEAD "[section \"x\"]\n"
	    "[item \"1\"]\nmetric = P01\nsection = x\nfloor = 0\ntarget = 1\n",
	    "t.conf:3: [item \"1\"]: hours-served is not measured of a section" },
	{ "a section's name", HEAD "[section \"Tin tức\"]\n",
	    "t.conf:2: \"Tin tức\" is no name of a section: a-z, 0-9, \".\", \"_\", "
	    "\"-\"" },
	{ "an unknown kind", HEAD "[section \"x\"]\nkind = news, feedbak\n",
	    "t.conf:3: kind: \"feedbak\" is unknown (did you mean \"feedback\"?)" },
	{ "an unknown instrument", HEAD "[section \"x\"]\ninstrument = nd42\n",
	    "t.conf:2: [section \"x\"]: there is no [instrument \"nd42\"]" },
	{ "dates the wrong way round", HEAD
	    "[instrument \"i\"]\nvalid = 2022-01-01..2021-01-01\n",
	    "t.conf:3: valid: \"2022-01-01..2021-01-01\" ends before it begins" },
	{ "a date that does not exist", HEAD
	    "[instrument \"i\"]\nvalid = 2022-02-30..\n",
	    "t.conf:3: valid: \"2022-02-30..\" has a wrong date: write "
	    "2026-01-01..2026-12-31" },
	{ "neither verified nor not", HEAD
	    "[instrument \"i\"]\nstatus = verifed\n",
	    "t.conf:3: status: \"verifed\" is unknown (did you mean \"verified\"?)" },
	{ "days of no kind", HEAD "[section \"x\"]\ngap_limit = 3 weeks\n",
	    "t.conf:3: gap_limit: \"3 weeks\" is no number of days: write 10 days or "
	    "2 working-days" },
	{ "a value without proof", HEAD
	    "[manual \"m\"]\nvalue = 31 %\nfloor = 0\ntarget = 1\n",
	    "t.conf:2: [manual \"m\"] has a value and no proof: name a file (proof) "
	    "and its sha256" },
	{ "a value still to come", HEAD
	    "[manual \"m\"]\nfloor = 0\ntarget = 1\n", NULL },
	{ "a hash that is none", HEAD "[manual \"m\"]\nsha256 = 12AB\n",
	    "t.conf:3: sha256: \"12AB\" is no SHA-256: 64 digits, as sha256sum prints "
	    "them" },
	{ "a manual line named like an item", ITEM
	    "[manual \"1\"]\nfloor = 0\ntarget = 1\n",
	    "t.conf:6: [manual \"1\"] has an item's name" },
	{ "points for what is not there", HEAD "[review \"9\"]\nself = 2\n",
	    "t.conf:2: [review \"9\"]: there is no item and no manual line of that "
	    "name" },
	{ "points for an item", ITEM "[review \"1\"]\nself = 2.5\n", NULL },
	{ "another counter's figure without days", HEAD
	    "[reconcile \"emc\"]\nvalue = 12\n",
	    "t.conf:2: [reconcile \"emc\"] needs from, to and value" },
	{ "another counter's share", HEAD
	    "[reconcile \"emc\"]\nmetric = P17\nvalue = 12\n",
	    "t.conf:2: [reconcile \"emc\"]: share is no count" },
	{ "no band for the best", HEAD "[band \"b\"]\nbelow = 50\n",
	    "t.conf:2: no band is left for the best: one has no \"below\"" },
	{ "two last bands", HEAD "[band \"b\"]\n[band \"d\"]\n",
	    "t.conf:3: two bands end at the same points" },
	{ "a register without file", HEAD "[register \"r\"]\n",
	    "t.conf:2: [register \"r\"] names no file" },
	{ "a number with a comma", ITEM "weight = 1,5\n",
	    "t.conf:6: weight: \"1,5\" is no number: write 12.5, with a point and at "
	    "most six digits behind it" },
	{ "more digits than there are", ITEM "weight = 0.1234567\n",
	    "t.conf:6: weight: \"0.1234567\" is no number: write 12.5, with a point "
	    "and at most six digits behind it" },
};

static void
test_rows(void)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct criteria c = { 0 };
		struct err err = { 0 };
		bool good = criteria_add_text(&c, span_of(rows[i].text),
		    "t.conf", &err) && criteria_check(&c, &err);

		if (rows[i].want == NULL)
			ok(good, "%s is taken: %s", rows[i].name, err.text);
		else if (ok(!good && err.code == ERR_CONFIG, "%s is refused",
		    rows[i].name))
			is_text(err.text, rows[i].want, "%s: why",
			    rows[i].name);
		criteria_close(&c);
	}
}

/* Adding parts moves arrays: what points into them must be set afterwards. */
static void
test_two_files(void)
{
	struct criteria c = { 0 };
	struct err err = { 0 };
	bool good = criteria_add_text(&c, SPAN(HEAD "title = Bộ\n"
	    "[section \"a\"]\npattern = /a/*\npattern = /b/*, /c/*\n"
	    "weight = 2.5\nkind = news\nkind = search\n"
	    "gap_limit = 2 working-days\nmin_bytes = 2KiB\n"
	    "[section \"b\"]\n[item \"1\"]\nmetric = p11\nsection = a\n"
	    "floor = 20 %\ntarget = 0.95\n"), "one.conf", &err) &&
	    criteria_add_text(&c, SPAN("[section \"c\"]\n[instrument \"i\"]\n"
	    "valid = ..2022-08-14\n[review \"1\"]\nreviewed = 3\n"
	    "[band \"top\"]\n[band \"low\"]\nbelow = 50\n"), "two.conf", &err) &&
	    criteria_check(&c, &err);

	if (!ok(good, "two files make one set: %s", err.text))
		return;
	ok(c.n_sections == 3 && c.n_items == 1 && c.n_instruments == 1 &&
	    c.n_reviews == 1 && c.n_bands == 2, "of all their parts");
	is_text(c.head.title[LANG_EN], "Bộ", "a title stands for a missing one");
	is_text(c.section[1].head.title[LANG_VI], "b", "and a name for none");
	is_text(c.section[0].pattern[2], "/c/*", "patterns add up");
	ok(c.section[0].pattern[3] == NULL, "and end");
	is_int(c.section[0].weight, 2500000, "weights are in millionths");
	ok(c.section[0].kinds == (1u << CRITERIA_NEWS | 1u << CRITERIA_SEARCH),
	    "kinds add up");
	ok(c.section[0].gap_limit.working && c.section[0].gap_limit.n == 2,
	    "working days are told from others");
	is_int(c.section[0].min_bytes, 2048, "sizes have units");
	ok(c.item[0].section == &c.section[0], "an item knows its section");
	ok(c.item[0].measure == MEASURE_NEWS_DAYS, "and what is measured");
	is_int(c.item[0].floor, 200000, "a floor in per cent");
	is_int(c.item[0].target, 950000, "a target as a fraction");
	is_text(c.band[0].head.id, "low", "bands are in order");
	ok(c.review[0].self == INT64_MIN, "points that are not given are unknown");
	ok(c.instrument[0].valid.from == INT32_MIN && !c.instrument[0].verified,
	    "an instrument is unverified until somebody says so");
	criteria_close(&c);
}

static void
test_shipped(void)
{
	const struct criteria_shipped *s;
	size_t i;

	for (i = 0; (s = criteria_shipped(i)) != NULL; i++) {
		struct criteria c = { 0 };
		struct err err = { 0 };
		bool good = criteria_add_text(&c, s->text, s->name, &err) &&
		    criteria_check(&c, &err);
		int64_t weights = 0;

		ok(good, "%s is right: %s", s->name, err.text);
		ok(good && strcmp(c.head.id, s->name) == 0 && !c.official,
		    "it has its name, and says that it is not official");
		for (size_t j = 0; j < c.n_items; j++)
			weights += c.item[j].weight;
		is_int(weights, 100 * CRITERIA_ONE, "its weights make 100");
		for (size_t j = 0; j < c.n_sections; j++)
			ok(c.section[j].pattern != NULL, "%s has a pattern",
			    c.section[j].head.id);
		criteria_close(&c);
	}
	ok(i == 3, "three sets are shipped");
}

int
main(void)
{
	test_rows();
	test_two_files();
	test_shipped();
	return done();
}

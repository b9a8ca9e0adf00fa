/* SPDX-License-Identifier: MIT */
#include "aggregate/block.h"

#include <stdio.h>

#include "common/mem.h"
#include "tests/tap.h"
#include "tests/unit/canon.h"
#include "tests/unit/rig.h"

enum { DAY = 20000, SITES = 2 };

static struct site site[SITES] = { SITE_DEFAULTS, SITE_DEFAULTS };
static const struct site *const sites[SITES] = { &site[0], &site[1] };

static bool
same_text(char *got, char *want)
{
	bool same = strcmp(got, want) == 0;

	if (!same)
		diag("got\n%.1500s\nwant\n%.1500s", got, want);
	mem_free(got);
	mem_free(want);
	return same;
}

static char *
text(const char *s)
{
	return mem_dup(s, strlen(s));
}

/* ---- one hit ---- */

#define PERSON(outcome) { 50, CLASS_HUMAN, outcome, WHO_HUMAN }

static const struct {
	const char *name;
	int64_t hour;
	struct block_hit hit;
	unsigned cell;
	unsigned want_hour;
	const char *dim, *key; /* want */
	unsigned pages;
} rows[] = {
	{ "a person's page view", 3, PERSON(OUTCOME_PAGE), CODE_STATUS + 100,
	    3, "status", "200", 1 },
	{ "an error of his is no page", 0, PERSON(OUTCOME_CLIENT_ERROR),
	    CODE_STATUS_LAST, 0, "status", "599", 0 },
	{ "a robot's page view", 23, { 50, CLASS_ROBOT, OUTCOME_PAGE,
	    WHO_ROBOT }, CODE_STATUS, 23, "status", "100", 1 },
	{ "its pattern, of a list that is not here", 1, { 5, CLASS_ROBOT,
	    OUTCOME_ASSET, WHO_ROBOT }, CODE_ROBOT, 1, "robot", "(other)", 0 },
	{ "the last pattern", 1, { 5, CLASS_ROBOT, OUTCOME_ASSET, WHO_ROBOT },
	    CODE_ROBOT_LAST, 1, "robot", "(other)", 0 },
	{ "a probe's hit, of no bytes", 2, { 0, CLASS_MONITOR, OUTCOME_OTHER,
	    WHO_REST }, CODE_METHOD + 3, 2, "method", "HEAD", 0 },
	{ "the rest's last cell", 2, { 1, CLASS_EXCLUDED, OUTCOME_OTHER,
	    WHO_REST }, CODE_TOOK_LAST, 2, "response-time", "599", 0 },
	{ "a people's last cell", 2, PERSON(OUTCOME_OTHER), CODE_TOOK_LAST, 2,
	    "response-time", "599", 0 },
	{ "the 25th hour of a day", 24, PERSON(OUTCOME_ACTION),
	    CODE_METHOD + 2, 24, "method", "POST", 0 },
	{ "an hour beyond all days is the last one", 99, PERSON(OUTCOME_FEED),
	    CODE_IP + 1, 25, "ip", "IPv4", 0 },
	{ "what is unknown is the empty text", 5, PERSON(OUTCOME_PAGE),
	    CODE_COUNTRY, 5, "country", "", 1 },
};

static void
test_row(size_t i, struct blocks *b, struct partial *p)
{
	const struct block_hit *h = &rows[i].hit;
	struct block_key key = { 4, 1, DAY };
	struct block *at = blocks_at(b, &key, p);
	struct buf want = { 0 };

	at->first_s = 10;
	at->last_s = 20;
	block_sum(at, rows[i].hour, HOUR_BIT_OK | 5, h);
	block_cell(at, rows[i].cell, h);
	ok(partial_empty(p), "%s: it waits in the block", rows[i].name);
	blocks_flush(b, p);
	buf_printf(&want, "extent 4 10 20\n");
	buf_printf(&want, "hour 1 %d %u %d %d 1 %llu 1000000000000005\n", DAY,
	    rows[i].want_hour, (int)h->class, (int)h->outcome,
	    (unsigned long long)h->bytes);
	buf_printf(&want, "ledger 4 1 %d %d 1\n", DAY, (int)h->class);
	buf_printf(&want, "tally 1 %d %d %d %s 1 %u %llu\n", DAY,
	    (int)dim_named(rows[i].dim), (int)h->who, rows[i].key,
	    rows[i].pages, (unsigned long long)h->bytes);
	ok(same_text(canonical(p), text(buf_text(&want))), "%s",
	    rows[i].name);
	buf_close(&want);
	partial_clear(p);
}

/* ---- many days: blocks fall out and come back ---- */

/* A section's answers are its hits; these sites have none, so its name is empty. */
static void
add_section(struct partial *p, struct tally_row key, const struct block_hit *h)
{
	struct tally_row *t;

	key.dim = DIM_SECTION;
	key.key = 0;
	t = table_at(&p->tallies, &key);
	t->hits++;
	t->pages += h->outcome == OUTCOME_PAGE;
	t->bytes += h->bytes;
}

static uint64_t
minute_bit(int64_t at_s)
{
	return UINT64_C(1) << (uint64_t)(at_s + 50000) / 60 % 60;
}

/* What a hit adds, right into the tables. */
static void
add_plain(struct partial *p, const struct block_key *k, int64_t at_s,
    int64_t hour, unsigned cell, const struct block_hit *h)
{
	struct buf text = { 0 };
	struct ledger_row ledger = { k->stream, k->site, k->day,
		(uint32_t)h->class, 0 };
	struct hour_row row = { .site = k->site, .day = k->day,
		.hour = (uint16_t)hour, .class = (uint8_t)h->class,
		.outcome = (uint8_t)h->outcome };
	struct tally_row tally = { .site = k->site, .day = k->day,
		.dim = (uint16_t)code_dim(cell), .who = (uint16_t)h->who };
	struct hour_row *sum;
	struct tally_row *t;

	code_put(&text, cell, sites[k->site], NULL);
	tally.key = terms_at(&p->terms, buf_view(&text));
	buf_close(&text);
	((struct ledger_row *)table_at(&p->ledger, &ledger))->lines++;
	sum = table_at(&p->hours, &row);
	sum->hits++;
	sum->bytes += h->bytes;
	sum->minutes |= minute_bit(at_s);
	t = table_at(&p->tallies, &tally);
	t->hits++;
	t->pages += h->outcome == OUTCOME_PAGE;
	t->bytes += h->bytes;
	if (tally.dim == DIM_ANSWER && cell < code_answer(SITE_SECTIONS,
	    (enum answer)0))
		add_section(p, tally, h);
	partial_extent(p, k->stream, at_s);
}

static struct block_hit
random_hit(uint64_t *seed)
{
	static const enum who who[] = { WHO_HUMAN, WHO_ROBOT, WHO_REST,
		WHO_REST, WHO_REST };
	enum class class = (enum class)chance(seed, CLASS__COUNTED);

	return (struct block_hit){ chance(seed, 3) * 100, class,
		(enum outcome)chance(seed, OUTCOME__MAX), who[class] };
}

static bool
random_round(uint64_t seed)
{
	struct blocks b;
	struct partial got, want;
	bool good;

	partial_open(&got, 1);
	partial_open(&want, 2);
	blocks_open(&b, sites, NULL);
	for (int i = 0; i < 2000; i++) {
		struct block_key key = { (uint32_t)chance(&seed, 3),
			(uint32_t)chance(&seed, SITES),
			DAY + (int32_t)chance(&seed, 12) };
		struct block_hit h = random_hit(&seed);
		int64_t hour = (int64_t)chance(&seed, 24);
		int64_t at_s = (int64_t)chance(&seed, 99999) - 50000;
		unsigned cell = (unsigned)chance(&seed, h.who == WHO_ROBOT ?
		    CODE__CELLS : CODE_ROBOT);
		struct block *at = blocks_at(&b, &key, &got);

		at->first_s = at_s < at->first_s ? at_s : at->first_s;
		at->last_s = at_s > at->last_s ? at_s : at->last_s;
		block_sum(at, hour, minute_bit(at_s), &h);
		block_cell(at, cell, &h);
		add_plain(&want, &key, at_s, hour, cell, &h);
		if (chance(&seed, 300) == 0)
			blocks_flush(&b, &got);
	}
	blocks_flush(&b, &got);
	good = same_text(canonical(&got), canonical(&want));
	blocks_flush(&b, &got);
	good = good && same_text(canonical(&got), canonical(&want));
	blocks_close(&b);
	partial_close(&got);
	partial_close(&want);
	return good;
}

/* ---- keys by name ---- */

static uint64_t
hits_of(const struct partial *p, enum dim dim, enum who who, const char *key)
{
	struct tally_row at = { .site = 1, .day = DAY, .dim = (uint16_t)dim,
		.who = (uint16_t)who, .key = terms_at(
		    (struct terms *)&p->terms, span_of(key)) };
	const struct tally_row *row = table_find(&p->tallies, &at);

	return row != NULL ? row->hits : 0;
}

/* That many new keys. */
static void
flood(struct block *b, struct partial *p, unsigned n, const char *prefix)
{
	struct block_hit h = { 1, CLASS_HUMAN, OUTCOME_PAGE, WHO_HUMAN };
	char key[32];

	for (unsigned i = 0; i < n; i++) {
		snprintf(key, sizeof(key), "%s%u", prefix, i);
		block_tally(b, p, DIM_PAGE, terms_at(&p->terms, span_of(key)),
		    &h);
	}
}

static void
test_keys(void)
{
	struct block_key key = { 4, 1, DAY }, other = { 4, 1, DAY + 1 };
	struct block_hit h = { 1, CLASS_HUMAN, OUTCOME_PAGE, WHO_HUMAN };
	struct blocks b;
	struct block *at;
	struct partial p;

	partial_open(&p, 1);
	blocks_open(&b, sites, NULL);
	at = blocks_at(&b, &key, &p);
	flood(at, &p, BLOCK_KEYS, "/a");
	ok(p.tallies.n == BLOCK_KEYS && hits_of(&p, DIM_PAGE, WHO_HUMAN,
	    DIM_OTHER) == 0, "as many keys as a block may add are named");
	flood(at, &p, 3, "/b");
	ok(hits_of(&p, DIM_PAGE, WHO_HUMAN, DIM_OTHER) == 3 &&
	    hits_of(&p, DIM_PAGE, WHO_HUMAN, "/b0") == 0,
	    "later ones are the other");
	flood(at, &p, 3, "/a");
	ok(hits_of(&p, DIM_PAGE, WHO_HUMAN, "/a2") == 2 &&
	    hits_of(&p, DIM_PAGE, WHO_HUMAN, DIM_OTHER) == 3,
	    "those that are there are named on");
	block_tally(at, &p, DIM_HOST, terms_at(&p.terms, SPAN("h")), &h);
	ok(hits_of(&p, DIM_HOST, WHO_HUMAN, "h") == 1,
	    "another dimension has keys of its own");
	h.who = WHO_ROBOT;
	block_tally(at, &p, DIM_PAGE, terms_at(&p.terms, SPAN("/a1")), &h);
	ok(hits_of(&p, DIM_PAGE, WHO_ROBOT, DIM_OTHER) == 1,
	    "whose hits they are makes other keys: of the other, too");
	h.who = WHO_HUMAN;
	at = blocks_at(&b, &other, &p);

	struct tally_row *row = block_tally(at, &p, DIM_PAGE,
	    terms_at(&p.terms, SPAN("/new")), &h);

	ok(row->day == DAY + 1 && row->hits == 1 && row->pages == 1 &&
	    row->bytes == 1 && span_eq(terms_text(&p.terms, row->key),
	    SPAN("/new")), "another day names its own");
	blocks_close(&b);
	partial_close(&p);
}

/* ---- what is dropped ---- */

static void
test_drop(void)
{
	struct block_hit h = { 1, CLASS_HUMAN, OUTCOME_PAGE, WHO_HUMAN };
	struct blocks b = { 0 };
	struct partial p;

	blocks_close(&b);
	ok(true, "zeroed blocks close");
	partial_open(&p, 1);
	blocks_open(&b, sites, NULL);
	for (int32_t day = DAY; day < DAY + 5; day++) {
		struct block_key key = { 4, 1, day };
		struct block *at = blocks_at(&b, &key, &p);

		block_sum(at, 1, 1, &h);
		block_cell(at, CODE_STATUS, &h);
	}
	blocks_drop(&b);
	blocks_flush(&b, &p);
	ok(same_text(canonical(&p), text("")), "what was dropped is not flushed");
	test_row(0, &b, &p);
	blocks_close(&b);
	partial_close(&p);
}

int
main(void)
{
	struct blocks b;
	struct partial p;
	bool good = true;

	partial_open(&p, 1);
	blocks_open(&b, sites, NULL);
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		test_row(i, &b, &p);
	blocks_close(&b);
	partial_close(&p);
	for (uint64_t seed = 0; seed < 20; seed++)
		good = good && random_round(seed);
	ok(good, "more days than blocks, mixed: the sums of plain tables");
	test_keys();
	test_drop();
	return done();
}

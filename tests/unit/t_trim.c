/* SPDX-License-Identifier: MIT */
#include "store/trim.h"

#include <stdio.h>

#include "common/mem.h"
#include "store/part.h"
#include "tests/tap.h"
#include "tests/unit/rig.h"

enum { PAGES = 3 * TRIM_ROWS, SEED = 7 };

/* A part of many pages, the later the more viewed, and of few of all else. */
static void
make(struct buf *body)
{
	struct terms terms;
	struct part_writer w;
	char name[32];

	terms_open(&terms, SEED);
	for (int i = 0; i < PAGES; i++) {
		snprintf(name, sizeof(name), "/page/%d", i);
		terms_at(&terms, span_of(name));
	}
	part_open(&w, &terms);
	part_begin(&w);
	part_hour(&w, &(struct hour_row){ .hour = 3, .class = CLASS_HUMAN,
	    .outcome = OUTCOME_PAGE, .hits = 5, .bytes = 6 });
	for (uint32_t i = 0; i < PAGES; i++)
		part_tally(&w, &(struct tally_row){ .dim = DIM_PAGE,
		    .who = i % 2, .key = i + 1, .hits = i, .pages = i,
		    .bytes = 10 });
	part_tally(&w, &(struct tally_row){ .dim = DIM_STATUS,
	    .who = WHO_REST, .key = 1, .hits = 1 });

	struct view view = { 100, 1, 2 };
	struct visit_span span = { .key = rig_key(1),
		.span = { view, view, 1, 10, 0, { 0 } } };

	part_span(&w, &span);
	part_conduct(&w, &span.key, &(struct conduct){ 9, 8, 1, 4 });
	part_end(&w, body);
	part_close(&w);
	terms_close(&terms);
}

struct sums {
	uint64_t hits[WHO__MAX], bytes[WHO__MAX];
	uint32_t rows, others;
	uint64_t least; /* hits of the least that is told apart */
};

static struct sums
pages_of(const struct part *p)
{
	struct sums s = { .least = UINT64_MAX };

	for (uint32_t i = 0; i < p->n_tallies; i++) {
		struct tally_row t = part_tally_at(p, i);
		bool other = span_eq(part_text(p, t.key), SPAN(DIM_OTHER));

		if (t.dim != DIM_PAGE)
			continue;
		s.hits[t.who] += t.hits;
		s.bytes[t.who] += t.bytes;
		s.rows++;
		s.others += other;
		if (!other && t.hits < s.least)
			s.least = t.hits;
	}
	return s;
}

static void
test_trim(void)
{
	struct buf body = { 0 }, less = { 0 }, again = { 0 };
	struct part a = { 0 }, b = { 0 };
	struct err err;

	make(&body);
	must(part_read(buf_view(&body), &a, &err) &&
	    trim_part(buf_view(&body), SEED, &less, &err) &&
	    part_read(buf_view(&less), &b, &err), &err);

	struct sums was = pages_of(&a), is = pages_of(&b);
	struct visit_span s = { .day = 0 };

	ok(is.rows == TRIM_ROWS + 2 && is.others == 2,
	    "so many keys are kept, and one for the others of each kind");
	ok(is.least == PAGES - TRIM_ROWS, "they are the greatest");
	ok(memcmp(was.hits, is.hits, sizeof(was.hits)) == 0 &&
	    memcmp(was.bytes, is.bytes, sizeof(was.bytes)) == 0,
	    "the sums stay");
	ok(a.n_tallies - was.rows == 1 && b.n_tallies - is.rows == 1,
	    "a dimension of few keys stays");
	part_span_at(&b, 0, &s);
	ok(b.n_spans == 1 && s.span.entry.at_s == 100 &&
	    span_eq(part_text(&b, s.span.entry.page), SPAN("/page/0")) &&
	    span_eq(part_text(&b, s.span.exit.referrer), SPAN("/page/1")) &&
	    b.n_conducts == 1 && b.n_hours == 1,
	    "spans with their pages, conduct and hours stay");
	ok(less.n < body.n / 2, "it takes less room");
	must(trim_part(buf_view(&less), SEED, &again, &err), &err);
	must(part_read(buf_view(&again), &b, &err), &err);
	is = pages_of(&b);
	ok(memcmp(was.hits, is.hits, sizeof(was.hits)) == 0 &&
	    is.rows <= TRIM_ROWS + 3, "once more changes no sum");
	ok(!trim_part((struct span){ body.p, body.n - 1 }, SEED, &less, &err),
	    "a damaged one is refused");
	buf_close(&body);
	buf_close(&less);
	buf_close(&again);
}

int
main(void)
{
	test_trim();
	return done();
}

/* SPDX-License-Identifier: MIT */
#include "store/packed.h"

#include <stdlib.h>

#include "common/mem.h"
#include "store/part.h"
#include "tests/tap.h"
#include "tests/unit/canon.h"
#include "tests/unit/events.h"

enum { PIECES = 5 };

/* ---- parts back into a partial ---- */

static uint32_t
term_in(struct partial *p, const struct part *part, uint32_t text)
{
	return terms_at(&p->terms, part_text(part, text));
}

static void
unpack_sums(struct partial *p, const struct part *part, uint32_t site,
    int32_t day)
{
	for (uint32_t i = 0; i < part->n_hours; i++) {
		struct hour_row h = part_hour_at(part, i);
		struct hour_row *sum;

		h.site = site;
		h.day = day;
		sum = table_at(&p->hours, &h);
		sum->hits += h.hits;
		sum->bytes += h.bytes;
		sum->minutes |= h.minutes;
	}
	for (uint32_t i = 0; i < part->n_tallies; i++) {
		struct tally_row t = part_tally_at(part, i);
		struct tally_row *sum;

		t.site = site;
		t.day = day;
		t.key = term_in(p, part, t.key);
		sum = table_at(&p->tallies, &t);
		sum->hits += t.hits;
		sum->pages += t.pages;
		sum->bytes += t.bytes;
	}
}

/* False: the spans are not in the order of keys and times. */
static bool
unpack_visitors(struct partial *p, const struct part *part, uint32_t site,
    int32_t day)
{
	struct visit_span s = { .day = day }, last = s;
	struct visitor_row key = { .site = site, .day = day }, *v;
	bool good = true;

	for (uint32_t i = 0; i < part->n_spans; i++) {
		part_span_at(part, i, &s);
		good = good && (i == 0 || visit_span_cmp(&last, &s) < 0);
		last = s;
		s.span.entry.page = term_in(p, part, s.span.entry.page);
		s.span.entry.referrer = term_in(p, part,
		    s.span.entry.referrer);
		s.span.exit.page = term_in(p, part, s.span.exit.page);
		s.span.exit.referrer = term_in(p, part, s.span.exit.referrer);
		key.key = s.key;
		v = table_at(&p->visitors, &key);
		conduct_add(&v->conduct, &s.conduct);
		partial_view_at(p, v, s.span, event_window_s[site]);
	}
	for (uint32_t i = 0; i < part->n_conducts; i++) {
		struct conduct c;

		part_conduct_at(part, i, &key.key, &c);
		v = table_at(&p->visitors, &key);
		good = good && v->n == 0 && v->conduct.hits == 0;
		conduct_add(&v->conduct, &c);
	}
	return good;
}

/* What is packed, as text; *orderly: as parts should be. */
static char *
unpacked(const struct packed *packed, bool *orderly)
{
	struct partial p;
	struct err err;
	char *text;

	partial_open(&p, 4);
	for (size_t i = 0; i < packed->n; i++) {
		const struct packed_part *one = &packed->part[i];
		struct part part;

		must(part_read(buf_view(&one->body), &part, &err), &err);
		unpack_sums(&p, &part, one->site, one->day);
		*orderly = unpack_visitors(&p, &part, one->site, one->day) &&
		    *orderly;
		for (size_t k = 0; k < i; k++)
			*orderly = *orderly && (one->day !=
			    packed->part[k].day || one->site !=
			    packed->part[k].site);
	}
	text = canonical(&p);
	partial_close(&p);
	return text;
}

/* Without what goes into no part. */
static char *
days_of(struct partial *p)
{
	table_clear(&p->ledger);
	table_clear(&p->extents);
	return canonical(p);
}

static bool
same_text(char *got, char *want)
{
	bool same = strcmp(got, want) == 0;

	if (!same)
		diag("got\n%.2000s\nwant\n%.2000s", got, want);
	mem_free(got);
	mem_free(want);
	return same;
}

static uint64_t
ledger_lines(const struct partial *p)
{
	uint64_t n = 0;

	for (size_t i = 0; i < p->ledger.n; i++)
		n += ((const struct ledger_row *)table_row(&p->ledger,
		    i))->lines;
	return n;
}

struct laws {
	bool united, orderly, bytes, kept;
};

/* n pieces at once, by so many threads. */
static void
round_of(uint64_t seed, size_t n, size_t threads, struct laws *laws)
{
	struct partial piece[PIECES], all, *list[PIECES];
	struct packed packed = { .n = 0 };
	uint64_t lines = 0;
	size_t bytes = 0;

	event_pieces(seed, piece, n, &all);
	for (size_t i = 0; i < n; i++) {
		list[i] = &piece[i];
		lines += ledger_lines(&piece[i]);
	}
	packed_add(&packed, &(struct packed_from){ list, n, threads,
	    event_window_s });
	for (size_t i = 0; i < packed.n; i++)
		bytes += packed.part[i].body.n;
	for (size_t i = 0; i < n; i++)
		lines -= ledger_lines(&piece[i]);
	laws->bytes = laws->bytes && bytes == packed.bytes;
	laws->kept = laws->kept && lines == 0;
	laws->united = same_text(unpacked(&packed, &laws->orderly),
	    days_of(&all)) && laws->united;
	packed_close(&packed);
	for (size_t i = 0; i < n; i++)
		partial_close(&piece[i]);
	partial_close(&all);
}

static void
test_union(void)
{
	struct laws laws = { true, true, true, true };

	for (uint64_t seed = 0; laws.united && seed < 120; seed++)
		round_of(seed, 1 + seed % PIECES, 1 + seed % 3, &laws);
	ok(laws.united, "parts of several partials are the parts of their union");
	ok(laws.orderly, "a part a day, spans in order, conduct of those without");
	ok(laws.bytes, "the bytes of all are told");
	ok(laws.kept, "the ledgers are left where they were");
}

/* Packed one after the other they are more parts, but the same content. */
static void
test_one_by_one(void)
{
	bool good = true, moved = true;

	for (uint64_t seed = 500; good && seed < 540; seed++) {
		struct partial piece[PIECES], all;
		struct packed packed = { .n = 0 }, one = { .n = 0 };
		char *want;
		bool any = true; /* days are told more than once */

		event_pieces(seed, piece, PIECES, &all);
		for (size_t i = 0; i < PIECES; i++) {
			struct partial *p = &piece[i];

			packed_add(&one, &(struct packed_from){ &p, 1, 2,
			    event_window_s });
			packed_move(&packed, &one);
			moved = moved && one.n == 0 && one.part == NULL &&
			    one.bytes == 0;
		}
		want = days_of(&all);

		struct partial sum, q;

		/* Spans of several parts unite as partials' do. */
		partial_open(&sum, 1);
		for (size_t i = 0; i < packed.n; i++) {
			struct part part;
			struct err err;

			partial_open(&q, 2);
			must(part_read(buf_view(&packed.part[i].body), &part,
			    &err), &err);
			unpack_sums(&q, &part, packed.part[i].site,
			    packed.part[i].day);
			any = unpack_visitors(&q, &part, packed.part[i].site,
			    packed.part[i].day) && any;
			partial_merge(&sum, &q, event_window_s);
			partial_close(&q);
		}
		good = any && same_text(canonical(&sum), want);
		partial_close(&sum);
		packed_close(&packed);
		for (size_t i = 0; i < PIECES; i++)
			partial_close(&piece[i]);
		partial_close(&all);
	}
	ok(good, "packed one by one, they are the same together");
	ok(moved, "what was moved has nothing left");
}

static void
test_none(void)
{
	struct partial p, *list = &p;
	struct packed packed = { .n = 0 };

	packed_close(&packed);
	ok(true, "zeroed parts close");
	partial_open(&p, 1);
	packed_add(&packed, &(struct packed_from){ &list, 1, 2,
	    event_window_s });
	ok(packed.n == 0 && packed.bytes == 0,
	    "an empty partial makes no part");
	packed_close(&packed);
	partial_close(&p);
}

int
main(void)
{
	test_union();
	test_one_by_one();
	test_none();
	return done();
}

/* SPDX-License-Identifier: MIT */
#include "store/trim.h"

#include <stdlib.h>

#include "common/mem.h"
#include "store/part.h"

/* A part on its way into another one, whose texts are these. */
struct trimming {
	struct part part;
	struct terms terms;
	uint32_t *term; /* of the part's text + 1; 0: not yet known */
};

static uint32_t
term_of(struct trimming *t, uint32_t text)
{
	if (text == 0 || text > t->part.n_texts)
		return 0;
	if (t->term[text] == 0)
		t->term[text] = terms_at(&t->terms,
		    part_text(&t->part, text)) + 1;
	return t->term[text] - 1;
}

/* By dimension, the greatest first; of equals those that came first. */
static int
by_dim_then_greatest(const void *pa, const void *pb)
{
	const struct tally_row *a = pa, *b = pb;

	if (a->dim != b->dim)
		return a->dim < b->dim ? -1 : 1;
	if (a->hits + a->pages != b->hits + b->pages)
		return a->hits + a->pages > b->hits + b->pages ? -1 : 1;
	if (a->key != b->key)
		return a->key < b->key ? -1 : 1;
	return (a->who > b->who) - (a->who < b->who);
}

static void
put_others(struct trimming *t, const struct tally_row *other,
    struct part_writer *w)
{
	for (int who = 0; who < WHO__MAX; who++) {
		struct tally_row row = other[who];

		if (row.hits == 0 && row.pages == 0 && row.bytes == 0)
			continue;
		row.key = terms_at(&t->terms, SPAN(DIM_OTHER));
		part_tally(w, &row);
	}
}

/* Rows of one dimension. */
static void
put_dim(struct trimming *t, struct tally_row *row, size_t n,
    struct part_writer *w)
{
	struct tally_row other[WHO__MAX] = { { .hits = 0 } };

	for (size_t i = 0; i < n; i++) {
		struct tally_row *sum = &other[row[i].who];

		if (i < TRIM_ROWS) {
			row[i].key = term_of(t, row[i].key);
			part_tally(w, &row[i]);
			continue;
		}
		sum->dim = row[i].dim;
		sum->who = row[i].who;
		sum->hits += row[i].hits;
		sum->pages += row[i].pages;
		sum->bytes += row[i].bytes;
	}
	put_others(t, other, w);
}

static void
put_tallies(struct trimming *t, struct part_writer *w)
{
	size_t n = t->part.n_tallies;
	struct tally_row *row = mem_grow(NULL, n, sizeof(*row));

	for (size_t i = 0; i < n; i++)
		row[i] = part_tally_at(&t->part, (uint32_t)i);
	if (n > 1)
		qsort(row, n, sizeof(*row), by_dim_then_greatest);
	for (size_t i = 0, k; i < n; i = k) {
		for (k = i + 1; k < n && row[k].dim == row[i].dim; k++)
			;
		put_dim(t, row + i, k - i, w);
	}
	mem_free(row);
}

static void
put_visitors(struct trimming *t, struct part_writer *w)
{
	for (uint32_t i = 0; i < t->part.n_spans; i++) {
		struct visit_span s = { .day = 0 };

		part_span_at(&t->part, i, &s);
		s.span.entry.page = term_of(t, s.span.entry.page);
		s.span.entry.referrer = term_of(t, s.span.entry.referrer);
		s.span.exit.page = term_of(t, s.span.exit.page);
		s.span.exit.referrer = term_of(t, s.span.exit.referrer);
		part_span(w, &s);
	}
	for (uint32_t i = 0; i < t->part.n_conducts; i++) {
		struct hash128 key;
		struct conduct c;

		part_conduct_at(&t->part, i, &key, &c);
		part_conduct(w, &key, &c);
	}
}

bool
trim_part(struct span body, uint64_t seed, struct buf *out, struct err *err)
{
	struct trimming t = { .term = NULL };
	struct part_writer w;

	if (!part_read(body, &t.part, err))
		return false;
	t.term = mem_new(((size_t)t.part.n_texts + 1) * sizeof(*t.term));
	terms_open(&t.terms, seed);
	/* The writer wants all texts before it begins. */
	for (uint32_t i = 1; i <= t.part.n_texts; i++)
		term_of(&t, i);
	terms_at(&t.terms, SPAN(DIM_OTHER));
	part_open(&w, &t.terms);
	part_begin(&w);
	for (uint32_t i = 0; i < t.part.n_hours; i++) {
		struct hour_row h = part_hour_at(&t.part, i);

		part_hour(&w, &h);
	}
	put_tallies(&t, &w);
	put_visitors(&t, &w);
	part_end(&w, out);
	part_close(&w);
	terms_close(&t.terms);
	mem_free(t.term);
	return true;
}

/* SPDX-License-Identifier: MIT */
#include "common/partial.h"

#include "common/mem.h"

_Static_assert(offsetof(struct ledger_row, lines) == 16, "key without padding");
_Static_assert(offsetof(struct hour_row, hits) == 16, "see the key below");
_Static_assert(offsetof(struct tally_row, hits) == 16, "key without padding");
_Static_assert(offsetof(struct visitor_row, conduct) == PARTIAL_VISITOR_KEY_BYTES,
    "key without padding");

void
partial_open(struct partial *p, uint64_t seed)
{
	*p = (struct partial){ .seed = seed };
	terms_open(&p->terms, seed);
	table_open(&p->ledger, sizeof(struct ledger_row),
	    offsetof(struct ledger_row, lines), seed);
	table_open(&p->hours, sizeof(struct hour_row),
	    offsetof(struct hour_row, outcome) + 1, seed);
	table_open(&p->tallies, sizeof(struct tally_row),
	    offsetof(struct tally_row, hits), seed);
	table_open(&p->visitors, sizeof(struct visitor_row),
	    PARTIAL_VISITOR_KEY_BYTES, seed);
	table_hashed(&p->visitors);
	table_open(&p->extents, sizeof(struct extent_row),
	    offsetof(struct extent_row, first_s), seed);
}

static void
free_spans(struct partial *p)
{
	for (size_t i = 0; i < p->visitors.n; i++) {
		struct visitor_row *v = table_row(&p->visitors, i);

		mem_free(v->spans);
	}
	p->span_bytes = 0;
}

void
partial_close(struct partial *p)
{
	free_spans(p);
	terms_close(&p->terms);
	table_close(&p->ledger);
	table_close(&p->hours);
	table_close(&p->tallies);
	table_close(&p->visitors);
	table_close(&p->extents);
	*p = (struct partial){ 0 };
}

void
partial_shed(struct partial *p)
{
	free_spans(p);
	terms_clear(&p->terms);
	table_clear(&p->hours);
	table_clear(&p->tallies);
	table_clear(&p->visitors);
}

void
partial_clear(struct partial *p)
{
	partial_shed(p);
	table_clear(&p->ledger);
	table_clear(&p->extents);
}

static struct span
term_text(void *self, uint32_t term)
{
	return terms_text(self, term);
}

struct view_texts
partial_texts(const struct partial *p)
{
	return (struct view_texts){ (void *)&p->terms, term_text };
}

void
partial_view(struct partial *p, const struct visitor_row *key,
    struct view_span span, int64_t window_s)
{
	partial_view_at(p, table_at(&p->visitors, key), span, window_s);
}

void
partial_view_at(struct partial *p, struct visitor_row *v,
    struct view_span span, int64_t window_s)
{
	struct view_texts texts = partial_texts(p);

	if (v->n == v->cap) {
		p->span_bytes -= v->cap * sizeof(*v->spans);
		v->cap = v->cap > 0 ? v->cap * 2 : 1;
		p->span_bytes += v->cap * sizeof(*v->spans);
		v->spans = mem_grow(v->spans, v->cap, sizeof(*v->spans));
	}
	v->n = (uint32_t)view_spans_add(v->spans, v->n, span, window_s, &texts);
}

void
partial_extent(struct partial *p, uint32_t stream, int64_t at_s)
{
	struct extent_row key = { .stream = stream };
	size_t before = p->extents.n;
	struct extent_row *e = table_at(&p->extents, &key);

	if (p->extents.n > before)
		e->first_s = e->last_s = at_s;
	if (at_s < e->first_s)
		e->first_s = at_s;
	if (at_s > e->last_s)
		e->last_s = at_s;
}

static void
merge_sums(struct partial *dst, const struct partial *src,
    const uint32_t *term)
{
	for (size_t i = 0; i < src->ledger.n; i++) {
		const struct ledger_row *s = table_row(&src->ledger, i);
		struct ledger_row *d = table_at(&dst->ledger, s);

		d->lines += s->lines;
	}
	for (size_t i = 0; i < src->hours.n; i++) {
		const struct hour_row *s = table_row(&src->hours, i);
		struct hour_row *d = table_at(&dst->hours, s);

		d->hits += s->hits;
		d->bytes += s->bytes;
		d->minutes |= s->minutes;
	}
	for (size_t i = 0; i < src->tallies.n; i++) {
		const struct tally_row *s = table_row(&src->tallies, i);
		struct tally_row key = *s;

		key.key = term[s->key];

		struct tally_row *d = table_at(&dst->tallies, &key);

		d->hits += s->hits;
		d->pages += s->pages;
		d->bytes += s->bytes;
	}
	for (size_t i = 0; i < src->extents.n; i++) {
		const struct extent_row *s = table_row(&src->extents, i);

		partial_extent(dst, s->stream, s->first_s);
		partial_extent(dst, s->stream, s->last_s);
	}
}

static struct view
translated(struct view v, const uint32_t *term)
{
	v.page = term[v.page];
	v.referrer = term[v.referrer];
	return v;
}

void
partial_merge(struct partial *dst, const struct partial *src,
    const int64_t *window_s)
{
	uint32_t *term = mem_grow(NULL, src->terms.n, sizeof(*term));

	for (size_t i = 0; i < src->terms.n; i++)
		term[i] = terms_at(&dst->terms,
		    terms_text(&src->terms, (uint32_t)i));
	merge_sums(dst, src, term);
	for (size_t i = 0; i < src->visitors.n; i++) {
		const struct visitor_row *v = table_row(&src->visitors, i);
		struct visitor_row *d = table_at(&dst->visitors, v);

		conduct_add(&d->conduct, &v->conduct);
		for (uint32_t k = 0; k < v->n; k++) {
			struct view_span s = v->spans[k];

			s.entry = translated(s.entry, term);
			s.exit = translated(s.exit, term);
			partial_view(dst, v, s, window_s[v->site]);
		}
	}
	mem_free(term);
}

bool
partial_has_days(const struct partial *p)
{
	return p->hours.n > 0;
}

bool
partial_empty(const struct partial *p)
{
	return p->ledger.n == 0;
}

size_t
partial_bytes(const struct partial *p)
{
	/* Not their room, which they keep when they are emptied. */
	return terms_bytes(&p->terms) + table_bytes(&p->ledger) +
	    table_bytes(&p->hours) + table_bytes(&p->tallies) +
	    table_bytes(&p->visitors) + table_bytes(&p->extents) +
	    p->span_bytes;
}

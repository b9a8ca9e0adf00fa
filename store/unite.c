/* SPDX-License-Identifier: MIT */
/* unite.c -- runs of spans become one, and spans that touch become one. */
#include "store/parts.h"

/* Neighbouring runs are merged two by two until one is left. */
static void
merge_two(const struct visit_span *from, size_t a, size_t mid, size_t end,
    struct visit_span *to)
{
	size_t b = mid;

	for (size_t i = a; i < end; i++)
		to[i] = b == end || (a < mid &&
		    visit_span_cmp(&from[a], &from[b]) <= 0) ?
		    from[a++] : from[b++];
}

static void
merge_runs(struct parts *p, struct parts_runs *r)
{
	struct visit_span *other;

	if (r->n < 2 || p->n == 0)
		return;
	other = mem_grow(NULL, p->cap, sizeof(*other));
	while (r->n > 1) {
		size_t k = 0;

		for (size_t i = 0; i < r->n; i += 2) {
			size_t mid = i + 1 < r->n ? r->run[i + 1] : p->n;
			size_t end = i + 2 < r->n ? r->run[i + 2] : p->n;

			merge_two(p->span, r->run[i], mid, end, other);
			r->run[k++] = r->run[i];
		}
		r->n = k;

		struct visit_span *spare = p->span;

		p->span = other;
		other = spare;
	}
	mem_free(other);
}

static struct span
term_text(void *self, uint32_t term)
{
	return terms_text(self, term);
}

/* Spans of one visitor and day that lie within W of each other become one. */
static void
unite(struct parts *p, int64_t window_s)
{
	struct view_texts texts = { &p->terms, term_text };
	size_t k = 0;

	for (size_t i = 0; i < p->n; i++) {
		struct visit_span *last = k > 0 ? &p->span[k - 1] : NULL;
		const struct visit_span *s = &p->span[i];

		if (last != NULL && last->day == s->day &&
		    last->span.views > 0 && s->span.views > 0 &&
		    memcmp(last->key.b, s->key.b, sizeof(s->key.b)) == 0 &&
		    view_span_near(&last->span, &s->span, window_s)) {
			view_span_join(&last->span, &s->span, &texts);
			conduct_add(&last->conduct, &s->conduct);
		} else {
			p->span[k++] = *s;
		}
	}
	p->n = k;
}

void
parts_unite(struct parts *p, struct parts_runs *runs, int64_t window_s)
{
	merge_runs(p, runs);
	unite(p, window_s);
}

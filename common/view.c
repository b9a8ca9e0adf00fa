/* SPDX-License-Identifier: MIT */
#include "common/view.h"

int
view_cmp(const struct view *a, const struct view *b,
    const struct view_texts *texts)
{
	if (a->at_s != b->at_s)
		return a->at_s < b->at_s ? -1 : 1;

	int c = a->page == b->page ? 0 : span_cmp(
	    texts->text(texts->self, a->page),
	    texts->text(texts->self, b->page));

	if (c == 0 && a->referrer != b->referrer)
		c = span_cmp(texts->text(texts->self, a->referrer),
		    texts->text(texts->self, b->referrer));
	return c;
}

bool
view_span_near(const struct view_span *a, const struct view_span *b,
    int64_t window_s)
{
	return a->entry.at_s - b->exit.at_s <= window_s &&
	    b->entry.at_s - a->exit.at_s <= window_s;
}

/* All but the flags, as one number. */
static uint64_t
rank_of(const struct view_traits *t)
{
	return (uint64_t)t->country << 24 | (uint64_t)t->browser << 16 |
	    (uint64_t)t->system << 8 | t->device;
}

void
view_traits_join(struct view_traits *a, const struct view_traits *b)
{
	uint8_t flags = a->flags | b->flags;

	if (rank_of(b) > rank_of(a))
		*a = *b;
	a->flags = flags;
}

void
view_span_join(struct view_span *a, const struct view_span *b,
    const struct view_texts *texts)
{
	if (view_cmp(&b->entry, &a->entry, texts) < 0)
		a->entry = b->entry;
	if (view_cmp(&b->exit, &a->exit, texts) > 0)
		a->exit = b->exit;
	a->views += b->views;
	a->bytes += b->bytes;
	a->sections |= b->sections;
	view_traits_join(&a->traits, &b->traits);
}

size_t
view_spans_add(struct view_span *spans, size_t n, struct view_span s,
    int64_t window_s, const struct view_texts *texts)
{
	size_t from = n, to;

	/* Logs are nearly in order: look from the end. */
	while (from > 0 && (view_span_near(&spans[from - 1], &s, window_s) ||
	    spans[from - 1].entry.at_s > s.exit.at_s))
		from--;
	for (to = from; to < n && view_span_near(&spans[to], &s, window_s);
	    to++)
		view_span_join(&s, &spans[to], texts);
	memmove(&spans[from + 1], &spans[to], (n - to) * sizeof(*spans));
	spans[from] = s;
	return n - (to - from) + 1;
}

void
conduct_add(struct conduct *a, const struct conduct *b)
{
	uint32_t errors = (uint32_t)a->errors + b->errors;

	if (__builtin_add_overflow(a->hits, b->hits, &a->hits))
		a->hits = UINT32_MAX;
	a->errors = errors < UINT16_MAX ? (uint16_t)errors : UINT16_MAX;
	a->flags |= b->flags;
	a->steps |= b->steps;
}

int
visit_span_cmp(const struct visit_span *a, const struct visit_span *b)
{
	int c = memcmp(a->key.b, b->key.b, sizeof(a->key.b));

	if (c != 0)
		return c;
	if (a->span.entry.at_s != b->span.entry.at_s)
		return a->span.entry.at_s < b->span.entry.at_s ? -1 : 1;
	return (a->span.views > b->span.views) -
	    (a->span.views < b->span.views);
}

/* SPDX-License-Identifier: MIT */
/* report_keys.c -- keys of dimensions, as they are shown to people. */
#include "publish/keys.h"
#include "publish/report_page.h"

const char *
page_key(struct report_page *p, enum dim dim, struct span key)
{
	return key_text(&p->arena, p->lang, dim, key);
}

int64_t
page_dim_sum(const struct report_page *p, enum dim dim, enum tally_count count)
{
	const struct tallies *t;
	int64_t sum = 0;

	if (p->f->dims == NULL)
		return 0;
	t = &p->f->dims->of[dim];
	for (size_t i = 0; i < t->n; i++)
		if (__builtin_add_overflow(sum, t->tally[i].n[count], &sum))
			return INT64_MAX;
	return sum;
}

struct page_list
page_dim(struct report_page *p, enum dim dim, enum tally_count count,
    size_t most)
{
	struct page_list l = { .n = 0 };
	const struct tallies *t;
	struct report_top *top;

	if (p->f->dims == NULL)
		return l;
	t = &p->f->dims->of[dim];
	top = arena_new(&p->arena, (most + 1) * sizeof(*top));
	for (size_t i = 0; i < t->n && l.n < most; i++)
		if (t->tally[i].n[count] > 0)
			top[l.n++] = (struct report_top){
				page_key(p, dim, t->tally[i].key),
				t->tally[i].n[count] };
	l.top = top;
	return l;
}

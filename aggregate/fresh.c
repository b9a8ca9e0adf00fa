/* SPDX-License-Identifier: MIT */
#include "aggregate/fresh.h"

#include <stdlib.h>

void
fresh_close(struct fresh *f)
{
	mem_free(f->page);
	arena_close(&f->arena);
	*f = (struct fresh){ 0 };
}

/* How often a page answered, all who asked, and not with an error page. */
static int64_t
answers(const struct tops *t, const struct tops_row *row, bool any_soft)
{
	struct tops_row at = { .day = row->day, .dim = DIM_SOFT,
		.key = row->key };
	const struct tops_row *soft = any_soft ? table_find(&t->sum, &at) :
	    NULL;
	int64_t n = 0;

	for (int who = 0; who < WHO__MAX; who++)
		n += row->n[3 * who] - (soft != NULL ? soft->n[3 * who] : 0);
	return n;
}

static bool
has_soft(const struct tops *t)
{
	for (size_t i = 0; i < t->sum.n; i++)
		if (((const struct tops_row *)table_row(&t->sum, i))->dim ==
		    DIM_SOFT)
			return true;
	return false;
}

static void
add(struct fresh *f, const struct seen_page *page, bool copy)
{
	if (f->n == FRESH_MOST) {
		f->over++;
		return;
	}
	if (f->n == f->cap) {
		f->cap = f->cap * 2 + 256;
		f->page = mem_grow(f->page, f->cap, sizeof(*f->page));
	}
	f->page[f->n] = *page;
	if (copy)
		f->page[f->n].name.p = arena_dup(&f->arena, page->name.p,
		    page->name.n);
	f->n++;
}

void
fresh_take(struct fresh *f, const struct tops *t, struct period days,
    bool copy)
{
	struct seen_page *first = mem_new((t->terms->n + 1) * sizeof(*first));
	bool soft = has_soft(t);

	f->days = days;
	for (size_t i = 0; i < t->sum.n; i++) {
		const struct tops_row *row = table_row(&t->sum, i);
		struct seen_page *page = &first[row->key];
		int64_t n;

		if ((row->dim != DIM_PAGE && row->dim != DIM_DOWNLOAD) ||
		    row->day < days.from || row->day > days.to)
			continue;
		if ((page->kind != 0 && (page->day < row->day || (page->day ==
		    row->day && page->kind < (enum dim)row->dim))) ||
		    (n = answers(t, row, soft)) <= 0)
			continue;
		*page = (struct seen_page){ .kind = (enum dim)row->dim,
			.day = row->day, .answers = n };
	}
	/* Number 0 is the empty text. */
	for (uint32_t k = 1; k < t->terms->n; k++) {
		first[k].name = terms_text(t->terms, k);
		if (first[k].kind != 0 &&
		    !span_eq(first[k].name, SPAN(DIM_OTHER)))
			add(f, &first[k], copy);
	}
	mem_free(first);
}

static int
by_day(const void *pa, const void *pb)
{
	const struct seen_page *a = pa, *b = pb;

	if (a->day != b->day)
		return a->day < b->day ? -1 : 1;
	if (a->answers != b->answers)
		return a->answers > b->answers ? -1 : 1;
	return span_cmp(a->name, b->name);
}

void
fresh_end(struct fresh *f, const struct hash_keys *keys)
{
	if (f->n > 1)
		qsort(f->page, f->n, sizeof(*f->page), by_day);
	for (size_t i = 0; i < f->n; i++)
		f->page[i].hash = seen_hash(keys, f->page[i].name);
}

struct seen_day
fresh_of(const struct fresh *f, int32_t day)
{
	struct seen_day out = { .day = day, .page = f->page,
		.over = day == f->days.to ? f->over : 0 };
	size_t to = f->n;

	while (to > 0 && f->page[to - 1].day > day)
		to--;
	for (out.n = to; out.n > 0 && f->page[out.n - 1].day == day;)
		out.n--;
	out.page = f->page + out.n;
	out.n = to - out.n;
	return out;
}

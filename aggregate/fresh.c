/* SPDX-License-Identifier: MIT */
#include "aggregate/fresh.h"

#include <stdlib.h>

struct row {
	int32_t day;
	uint32_t name;
	int64_t good; /* answers that are no error pages */
	uint64_t kind;
};

void
fresh_open(struct fresh *f, uint64_t seed, struct period days)
{
	*f = (struct fresh){ .days = days };
	terms_open(&f->terms, seed);
	table_open(&f->sum, sizeof(struct row), offsetof(struct row, good),
	    seed);
	f->over = mem_new((size_t)(days.to - days.from + 1) *
	    sizeof(*f->over));
}

void
fresh_close(struct fresh *f)
{
	terms_close(&f->terms);
	table_close(&f->sum);
	mem_free(f->over);
	mem_free(f->page);
	*f = (struct fresh){ 0 };
}

void
fresh_add(struct fresh *f, const struct tally_row *t, struct span name)
{
	struct row at = { .day = t->day };
	struct row *row = NULL;

	if ((t->dim != DIM_PAGE && t->dim != DIM_DOWNLOAD &&
	    t->dim != DIM_SOFT) || t->day < f->days.from ||
	    t->day > f->days.to || name.n == 0 ||
	    span_eq(name, SPAN(DIM_OTHER)))
		return;
	if (f->sum.n < FRESH_MOST) {
		at.name = terms_at(&f->terms, name);
		row = table_at(&f->sum, &at);
	} else if (terms_find(&f->terms, name, &at.name)) {
		row = table_find(&f->sum, &at);
	}
	if (row == NULL) {
		f->over[t->day - f->days.from] += t->dim != DIM_SOFT;
		return;
	}
	row->good += t->dim == DIM_SOFT ? -(int64_t)t->hits :
	    (int64_t)t->hits;
	if (t->dim != DIM_SOFT && (row->kind == 0 || t->dim < row->kind))
		row->kind = t->dim;
}

struct order {
	const struct row *row;
	struct span name;
};

static int
by_most(const void *pa, const void *pb)
{
	const struct order *a = pa, *b = pb;

	if (a->row->good != b->row->good)
		return a->row->good > b->row->good ? -1 : 1;
	return span_cmp(a->name, b->name);
}

struct seen_day
fresh_of(struct fresh *f, int32_t day)
{
	struct order *order = mem_grow(NULL, f->sum.n + 1, sizeof(*order));
	struct seen_day out = { .day = day,
		.over = f->over[day - f->days.from] };

	for (size_t i = 0; i < f->sum.n; i++) {
		const struct row *row = table_row(&f->sum, i);

		if (row->day == day && row->kind != 0 && row->good > 0)
			order[out.n++] = (struct order){ row,
				terms_text(&f->terms, row->name) };
	}
	if (out.n > 1)
		qsort(order, out.n, sizeof(*order), by_most);
	f->page = mem_grow(f->page, out.n + 1, sizeof(*f->page));
	for (size_t i = 0; i < out.n; i++)
		f->page[i] = (struct seen_page){ order[i].name,
			(enum dim)order[i].row->kind };
	mem_free(order);
	out.page = f->page;
	return out;
}

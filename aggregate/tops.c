/* SPDX-License-Identifier: MIT */
#include "aggregate/tops.h"

#include <stdlib.h>

#include "common/mem.h"

struct row {
	int32_t day;
	uint32_t kind, term, unused;
	int64_t n, bytes;
};

void
tops_open(struct tops *t, const struct terms *terms)
{
	*t = (struct tops){ .terms = terms };
	table_open(&t->sum, sizeof(struct row), offsetof(struct row, n),
	    terms->seed);
}

void
tops_close(struct tops *t)
{
	table_close(&t->sum);
	mem_free(t->count);
	*t = (struct tops){ 0 };
}

void
tops_add(struct tops *t, enum tops_kind kind, int32_t day, uint32_t term,
    const struct day_count *more)
{
	struct row key = { .day = day, .kind = (uint32_t)kind, .term = term };
	struct row *row = table_at(&t->sum, &key);

	row->n += more->n;
	row->bytes += more->bytes;
}

static int
most_first(const void *pa, const void *pb)
{
	const struct day_count *a = pa, *b = pb;

	if (a->n != b->n)
		return a->n > b->n ? -1 : 1;
	return span_cmp(a->name, b->name);
}

const struct day_count *
tops_of(struct tops *t, enum tops_kind kind, int32_t day, size_t *n)
{
	struct day_count other = { SPAN("(other)"), 0, 0 };

	if (t->count == NULL)
		t->count = mem_new((t->sum.n + 1) * sizeof(*t->count));
	t->n = 0;
	for (size_t i = 0; i < t->sum.n; i++) {
		const struct row *r = table_row(&t->sum, i);

		if (r->kind == (uint32_t)kind && r->day == day)
			t->count[t->n++] = (struct day_count){
				terms_text(t->terms, r->term), r->n,
				r->bytes };
	}
	if (t->n > 1)
		qsort(t->count, t->n, sizeof(*t->count), most_first);
	for (; t->n > TOPS_MAX; t->n--) {
		other.n += t->count[t->n - 1].n;
		other.bytes += t->count[t->n - 1].bytes;
	}
	if (other.n > 0)
		t->count[t->n++] = other;
	*n = t->n;
	return t->count;
}

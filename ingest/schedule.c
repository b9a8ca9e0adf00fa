/* SPDX-License-Identifier: MIT */
#include "ingest/schedule.h"

#include <stdlib.h>

#include "common/mem.h"

/* A lane may take so much longer than its share: then all threads together, of which one
 * unpacks and hashes, would not be faster. */
#define UNEVEN 1.3

struct entry {
	const struct schedule_file *file;
	size_t number;
};

static int
by_head_then_number(const void *pa, const void *pb)
{
	const struct entry *a = pa, *b = pb;
	struct span x = a->file->head, y = b->file->head;
	int order = memcmp(x.p, y.p, x.n < y.n ? x.n : y.n);

	if (order != 0)
		return order;
	if (x.n != y.n)
		return x.n < y.n ? -1 : 1;
	return a->number < b->number ? -1 : 1;
}

static int
by_weight_then_number(const void *pa, const void *pb)
{
	const struct entry *a = pa, *b = pb;

	if (a->file->weight != b->file->weight)
		return a->file->weight > b->file->weight ? -1 : 1;
	return a->number < b->number ? -1 : 1;
}

/* In the order of their heads those that one head begins follow it. */
static size_t
firsts(struct entry *e, size_t n)
{
	size_t chosen = 0;

	qsort(e, n, sizeof(*e), by_head_then_number);
	for (size_t i = 0; i < n;) {
		struct span head = e[i].file->head;
		struct entry first = e[i];

		for (; i < n && span_starts(e[i].file->head, head); i++)
			if (e[i].number < first.number)
				first = e[i];
		if (first.file->fresh)
			e[chosen++] = first;
	}
	return chosen;
}

/* As many lanes as the heaviest file leaves some work for. */
static size_t
lanes_for(const struct entry *e, size_t n, size_t threads)
{
	size_t lanes = threads < n ? threads : n;
	double all = 0;

	for (size_t i = 0; i < n; i++)
		all += (double)e[i].file->weight;
	while (lanes > 1 && (double)e[0].file->weight * (double)lanes >
	    all * UNEVEN)
		lanes--;
	return lanes;
}

void
schedule_make(const struct schedule_file *file, size_t n, size_t threads,
    struct schedule *out)
{
	struct entry *e = mem_new(n * sizeof(*e)), *from = e;
	size_t m = 0;

	*out = (struct schedule){ .file = mem_new(n * sizeof(size_t)) };
	for (size_t i = 0; i < n; i++)
		if (file[i].head.n > 0)
			e[m++] = (struct entry){ &file[i], i };
	if (threads > 1 && m > 1) {
		m = firsts(e, m);
		qsort(e, m, sizeof(*e), by_weight_then_number);
		for (; m > 1 && out->lanes < 2; m--)
			out->lanes = lanes_for(from++, m, threads);
	}
	if (out->lanes > 1)
		for (from--, m++; out->n < m; out->n++)
			out->file[out->n] = from[out->n].number;
	else
		out->lanes = 0;
	mem_free(e);
}

void
schedule_close(struct schedule *s)
{
	mem_free(s->file);
	*s = (struct schedule){ 0 };
}

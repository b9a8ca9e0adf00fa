/* SPDX-License-Identifier: MIT */
#include "aggregate/tops.h"

#include <stdlib.h>

#include "common/mem.h"
#include "common/radix.h"

void
tops_open(struct tops *t, struct terms *terms)
{
	*t = (struct tops){ .terms = terms };
	table_open(&t->sum, sizeof(struct tops_row), offsetof(struct tops_row, n),
	    terms->seed);
}

void
tops_close(struct tops *t)
{
	table_close(&t->sum);
	mem_free(t->row);
	mem_free(t->end);
	mem_free(t->tally);
	mem_free(t->kept);
	mem_free(t->kept_end);
	*t = (struct tops){ 0 };
}

int64_t *
tops_at(struct tops *t, int32_t day, enum dim dim, uint32_t key)
{
	struct tops_row at = { .day = day, .dim = (uint32_t)dim, .key = key };
	struct tops_row *row = table_at(&t->sum, &at);

	return row->n;
}

static size_t
place_of(const struct tops *t, const struct tops_row *r)
{
	if (r->day < t->days.from || r->day > t->days.to)
		return SIZE_MAX;
	return (size_t)(r->day - t->days.from) * DIM__MAX + r->dim;
}

void
tops_order(struct tops *t, struct period days)
{
	size_t places, at = 0;

	t->days = days;
	places = (size_t)(days.to - days.from + 1) * DIM__MAX;
	t->row = mem_grow(NULL, t->sum.n, sizeof(*t->row));
	t->end = mem_new(places * sizeof(*t->end));
	for (size_t i = 0; i < t->sum.n; i++) {
		size_t place = place_of(t, table_row(&t->sum, i));

		if (place != SIZE_MAX)
			t->end[place]++;
	}
	for (size_t i = 0; i < places; i++) {
		size_t here = t->end[i];

		t->end[i] = at;
		at += here;
	}
	for (size_t i = 0; i < t->sum.n; i++) {
		size_t place = place_of(t, table_row(&t->sum, i));

		if (place != SIZE_MAX)
			t->row[t->end[place]++] = (uint32_t)i;
	}
}

enum { ROBOTS_BITS = 24 };

/* The greater, the smaller: for sorting the greatest to the front. */
static uint64_t
rank_of(const struct tops_row *r)
{
	uint64_t people = (uint64_t)(r->n[TALLY_HITS] + r->n[TALLY_VISITS]);
	uint64_t rest = (uint64_t)(r->n[TALLY_ROBOT_HITS] +
	    r->n[TALLY_REST_HITS]);

	if (people >> (64 - ROBOTS_BITS) != 0)
		people = UINT64_MAX >> ROBOTS_BITS;
	if (rest >> ROBOTS_BITS != 0)
		rest = (UINT64_C(1) << ROBOTS_BITS) - 1;
	return ~(people << ROBOTS_BITS | rest);
}

static int
by_key(const void *pa, const void *pb)
{
	const struct tally *a = pa, *b = pb;

	return span_cmp(a->key, b->key);
}

static struct tally
tally_of(const struct tops *t, uint32_t row)
{
	const struct tops_row *r = table_row(&t->sum, row);
	struct tally out = { .key = terms_text(t->terms, r->key) };

	memcpy(out.n, r->n, sizeof(out.n));
	return out;
}

/* The n greatest of these rows to the front: of equals, those of the least keys.  Those beyond
 * the first `most` become one. */
static void
keep_greatest(struct tops *t, const uint32_t *row, size_t n, size_t most)
{
	struct radix_item *item = mem_grow(NULL, 2 * n, sizeof(*item));
	struct tally other = { .key = SPAN(DIM_OTHER) };
	size_t from = most, to = most;

	for (size_t i = 0; i < n; i++)
		item[i] = (struct radix_item){
			rank_of(table_row(&t->sum, row[i])), row[i], 0 };
	radix_sort(item, item + n, n);
	while (from > 0 && item[from - 1].key == item[most].key)
		from--;
	while (to < n && item[to].key == item[most].key)
		to++;
	for (size_t i = 0; i < to; i++)
		t->tally[i] = tally_of(t, item[i].index);
	qsort(t->tally + from, to - from, sizeof(*t->tally), by_key);
	for (size_t i = most; i < n; i++) {
		const struct tops_row *r = table_row(&t->sum, item[i].index);
		const int64_t *more = i < to ? t->tally[i].n : r->n;

		for (int k = 0; k < TALLY__COUNTS; k++)
			other.n[k] += more[k];
	}
	mem_free(item);
	t->tally[most] = other;
	t->n = most + 1;
}

static const struct tally *
list_most(struct tops *t, int32_t day, enum dim dim, size_t most, size_t *n)
{
	size_t place = (size_t)(day - t->days.from) * DIM__MAX + (size_t)dim;
	size_t from = place > 0 ? t->end[place - 1] : 0;
	size_t rows = t->end[place] - from;

	if (rows + 1 > t->cap) {
		t->cap = rows * 2 + 64;
		t->tally = mem_grow(t->tally, t->cap, sizeof(*t->tally));
	}
	t->n = rows;
	if (rows > most)
		keep_greatest(t, t->row + from, rows, most);
	else
		for (size_t i = 0; i < rows; i++)
			t->tally[i] = tally_of(t, t->row[from + i]);
	*n = t->n;
	return t->tally;
}

void
tops_settle(struct tops *t)
{
	size_t places = (size_t)(t->days.to - t->days.from + 1) * DIM__MAX;

	t->kept_end = mem_new(places * sizeof(*t->kept_end));
	for (size_t i = 0; i < places; i++) {
		enum dim dim = (enum dim)(i % DIM__MAX);
		size_t n;
		const struct tally *list = list_most(t, t->days.from +
		    (int32_t)(i / DIM__MAX), dim,
		    (size_t)dim_info[dim].most, &n);

		if (t->n_kept + n > t->cap_kept) {
			t->cap_kept = (t->n_kept + n) * 2;
			t->kept = mem_grow(t->kept, t->cap_kept,
			    sizeof(*t->kept));
		}
		if (n > 0)
			memcpy(t->kept + t->n_kept, list, n * sizeof(*list));
		t->kept_end[i] = t->n_kept += n;
	}
	table_close(&t->sum);
}

const struct tally *
tops_of(struct tops *t, int32_t day, enum dim dim, size_t *n)
{
	size_t place = (size_t)(day - t->days.from) * DIM__MAX + (size_t)dim;

	if (t->kept_end != NULL) {
		size_t from = place > 0 ? t->kept_end[place - 1] : 0;

		*n = t->kept_end[place] - from;
		return t->kept + from;
	}
	return list_most(t, day, dim, (size_t)dim_info[dim].most, n);
}

static void
add_counts(struct tops *t, const struct tops_row *at, struct span key,
    const int64_t *n)
{
	int64_t *to = tops_at(t, at->day, (enum dim)at->dim,
	    terms_at(t->terms, key));

	for (int i = 0; i < TALLY__COUNTS; i++)
		to[i] += n[i];
}

void
tops_absorb(struct tops *t, const struct tops *from)
{
	for (size_t i = 0; i < from->sum.n; i++) {
		const struct tops_row *r = table_row(&from->sum, i);

		add_counts(t, r, terms_text(from->terms, r->key), r->n);
	}
}

void
tops_trim(struct tops *t, struct period days, size_t most, size_t rows)
{
	struct terms terms, old = *t->terms;
	struct tops kept;

	if (t->sum.n <= rows)
		return;
	terms_open(&terms, old.seed);
	tops_open(&kept, &terms);
	tops_order(t, days);
	for (int32_t day = days.from; day <= days.to; day++)
		for (int dim = 0; dim < DIM__MAX; dim++) {
			struct tops_row at = { .day = day, .dim = (uint32_t)dim };
			size_t n;
			const struct tally *list = list_most(t, day,
			    (enum dim)dim, most, &n);

			for (size_t i = 0; i < n; i++)
				add_counts(&kept, &at, list[i].key,
				    list[i].n);
		}
	kept.terms = t->terms;
	tops_close(t);
	*t = kept;
	*t->terms = terms;
	terms_close(&old);
}

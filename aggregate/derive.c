/* SPDX-License-Identifier: MIT */
#include "aggregate/derive.h"

#include <stdlib.h>

#include "common/mem.h"

/* Days derived at one go: bounds the spans in memory. */
enum { DAYS_AT_ONCE = 8 };

struct span_list {
	struct visit_span *s;
	size_t n, cap;
};

static bool
take_span(void *self, const struct hash128 *key, int32_t day,
    const struct view_span *span)
{
	struct span_list *l = self;

	if (l->n == l->cap) {
		l->cap = l->cap > 0 ? l->cap * 2 : 1024;
		l->s = mem_grow(l->s, l->cap, sizeof(*l->s));
	}
	l->s[l->n++] = (struct visit_span){ *key, day, *span };
	return true;
}

bool
derive_spans(struct db *db, const struct store_site *s, int32_t from,
    int32_t to, struct visit_span **out, size_t *n, struct err *err)
{
	struct span_list l = { 0 };
	int64_t since_s = zone_day_of(s->site->zone, from).start_s -
	    s->site->visit_gap_s;

	if (!days_spans(db, s, from - 1, to, since_s, take_span, &l, err)) {
		mem_free(l.s);
		return false;
	}
	visits_sort(l.s, l.n);
	*out = l.s;
	*n = l.n;
	return true;
}

/* What the visits of the days at hand told. */
struct found {
	struct day_door *door; /* one a visit and kind, visits = 1; then summed */
	size_t n, cap;
	int64_t last_s; /* the latest view of any */
};

static void
take_visit(void *self, const struct visit *v)
{
	struct found *f = self;

	if (f->n + 2 > f->cap) {
		f->cap = f->cap > 0 ? f->cap * 2 : 256;
		f->door = mem_grow(f->door, f->cap, sizeof(*f->door));
	}
	f->door[f->n++] = (struct day_door){ v->day, "entry", v->entry.page,
		1 };
	f->door[f->n++] = (struct day_door){ v->day, "exit", v->exit.page, 1 };
	if (v->exit.at_s > f->last_s)
		f->last_s = v->exit.at_s;
}

static int
by_day_kind_page(const void *pa, const void *pb)
{
	const struct day_door *a = pa, *b = pb;

	if (a->day != b->day)
		return a->day < b->day ? -1 : 1;
	if (a->kind[1] != b->kind[1]) /* entry, exit */
		return a->kind[1] - b->kind[1];
	return (a->page > b->page) - (a->page < b->page);
}

static bool
set_doors(struct db *db, const struct store_site *s, struct found *f,
    struct err *err)
{
	if (f->n > 1)
		qsort(f->door, f->n, sizeof(*f->door), by_day_kind_page);
	for (size_t i = 0; i < f->n;) {
		struct day_door sum = f->door[i];

		for (i++; i < f->n &&
		    by_day_kind_page(&f->door[i], &sum) == 0; i++)
			sum.visits++;
		if (!days_door(db, s, &sum, err))
			return false;
	}
	return true;
}

static bool
set_days(struct db *db, const struct store_site *s, int32_t first, size_t n,
    const struct day_visits *v, struct err *err)
{
	for (size_t i = 0; i < n; i++)
		if (!days_doors_clear(db, s, first + (int32_t)i, err) ||
		    !days_set(db, s, first + (int32_t)i, &v[i], err))
			return false;
	return true;
}

/* The days first..first + n - 1, from spans up to day `to`.  *more: a visit of theirs may
 * go on beyond it. */
static bool
derive_from(struct db *db, const struct store_site *s, int32_t first,
    size_t n, int32_t to, bool *more, struct err *err)
{
	struct zone_day day[DAYS_AT_ONCE];
	struct day_visits figures[DAYS_AT_ONCE];
	struct visits_input in = { .gap_s = s->site->visit_gap_s,
		.window_s = s->site->online_window_s };
	struct visits_days days = { day, n };
	struct found f = { .last_s = INT64_MIN };
	struct visits_listener listener = { &f, take_visit };
	struct visit_span *span;
	size_t k;

	if (!derive_spans(db, s, first, to, &span, &k, err))
		return false;
	for (size_t i = 0; i < n; i++)
		day[i] = zone_day_of(s->site->zone, first + (int32_t)i);
	in.span = span;
	in.n = k;
	visits_derive(&in, &days, figures, &listener);
	*more = f.n > 0 && f.last_s + in.gap_s >=
	    zone_day_of(s->site->zone, to).end_s;

	bool good = *more || (set_days(db, s, first, n, figures, err) &&
	    set_doors(db, s, &f, err));

	mem_free(span);
	mem_free(f.door);
	return good;
}

bool
derive_site(struct db *db, const struct store_site *s, struct err *err)
{
	int32_t *day;
	size_t n;
	bool good = true;

	if (!days_dirty(db, s, &day, &n, err))
		return false;
	for (size_t i = 0; good && i < n;) {
		size_t k = 1;
		int32_t to;
		bool more = true;

		while (i + k < n && k < DAYS_AT_ONCE &&
		    day[i + k] == day[i] + (int32_t)k)
			k++;
		to = day[i] + (int32_t)k;
		/* Each day more leaves the last view further behind: it ends. */
		for (; good && more; to++)
			good = derive_from(db, s, day[i], k, to, &more, err);
		i += k;
	}
	mem_free(day);
	return good;
}

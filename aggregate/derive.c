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
derive_spans(const struct store_site *s, struct period days,
    struct visit_span **out, size_t *n, struct err *err)
{
	struct span_list l = { 0 };
	struct days_spans_query q = { .days = { days.from - 1, days.to },
		.since_s = zone_day_of(s->site->zone, days.from).start_s -
		    s->site->visit_gap_s, .take = take_span, .self = &l };

	if (!days_spans(s, &q, err)) {
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
set_doors(const struct store_site *s, struct found *f,
    struct err *err)
{
	if (f->n > 1)
		qsort(f->door, f->n, sizeof(*f->door), by_day_kind_page);
	for (size_t i = 0; i < f->n;) {
		struct day_door sum = f->door[i];

		for (i++; i < f->n &&
		    by_day_kind_page(&f->door[i], &sum) == 0; i++)
			sum.visits++;
		if (!days_door(s, &sum, err))
			return false;
	}
	return true;
}

static bool
set_days(const struct store_site *s, struct period days,
    const struct day_visits *v, struct err *err)
{
	for (int32_t day = days.from; day <= days.to; day++)
		if (!days_doors_clear(s, day, err) ||
		    !days_set(s, day, &v[day - days.from], err))
			return false;
	return true;
}

/* These days, from spans up to day `to`.  *more: a visit of theirs may go on beyond it. */
static bool
derive_from(const struct store_site *s, struct period days, int32_t to,
    bool *more, struct err *err)
{
	struct zone_day day[DAYS_AT_ONCE];
	struct day_visits figures[DAYS_AT_ONCE];
	struct visits_input in = { .gap_s = s->site->visit_gap_s,
		.window_s = s->site->online_window_s };
	struct visits_days list = { day, (size_t)(days.to - days.from + 1) };
	struct found f = { .last_s = INT64_MIN };
	struct visits_listener listener = { &f, take_visit };
	struct visit_span *span;

	if (!derive_spans(s, (struct period){ days.from, to }, &span, &in.n,
	    err))
		return false;
	in.span = span;
	for (size_t i = 0; i < list.n; i++)
		day[i] = zone_day_of(s->site->zone, days.from + (int32_t)i);
	visits_derive(&in, &list, figures, &listener);
	*more = f.n > 0 && f.last_s + in.gap_s >=
	    zone_day_of(s->site->zone, to).end_s;

	bool good = *more || (set_days(s, days, figures, err) &&
	    set_doors(s, &f, err));

	mem_free(span);
	mem_free(f.door);
	return good;
}

bool
derive_site(const struct store_site *s, struct err *err)
{
	int32_t *day;
	size_t n;
	bool good = true;

	if (!days_dirty(s, &day, &n, err))
		return false;
	for (size_t i = 0; good && i < n;) {
		size_t k = 1;
		bool more = true;

		while (i + k < n && k < DAYS_AT_ONCE &&
		    day[i + k] == day[i] + (int32_t)k)
			k++;

		struct period days = { day[i], day[i + k - 1] };

		/* Each day more leaves the last view further behind: it ends. */
		for (int32_t to = days.to + 1; good && more; to++)
			good = derive_from(s, days, to, &more, err);
		i += k;
	}
	mem_free(day);
	return good;
}

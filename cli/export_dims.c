/* SPDX-License-Identifier: MIT */
/* export_dims.c -- counts by the keys of a dimension, of the period or day by day. */
#include <stdlib.h>

#include "cli/export.h"
#include "common/mem.h"

/* Of all hits, page views and bytes there is a sum, where not only one kind has them. */
static const struct {
	const char *name;
	int counts;
	enum tally_count of[WHO__MAX];
} all[] = {
	{ "all_hits", DIMS_HITS,
	    { TALLY_HITS, TALLY_ROBOT_HITS, TALLY_REST_HITS } },
	{ "all_pages", DIMS_PAGES,
	    { TALLY_PAGES, TALLY_ROBOT_PAGES, TALLY_REST_PAGES } },
	{ "all_bytes", DIMS_BYTES,
	    { TALLY_BYTES, TALLY_ROBOT_BYTES, TALLY_REST_BYTES } },
};
enum { ALLS = sizeof(all) / sizeof(all[0]) };

static bool
has_all(const struct dims_row *dim, int i)
{
	return (dim->counts & all[i].counts) != 0 &&
	    (dim->counts & (DIMS_PEOPLE | DIMS_ROBOTS)) == 0;
}

static bool
of_people(enum tally_count c)
{
	return c <= TALLY_BYTES || c >= TALLY_VISITS;
}

static void
count_columns(struct export *e, const struct dims_row *dim)
{
	for (int c = 0; c < TALLY__COUNTS; c++)
		if (dims_has(dim, (enum tally_count)c))
			export_column(e, tally_count_name((enum tally_count)c));
	for (int i = 0; i < ALLS; i++)
		if (has_all(dim, i))
			export_column(e, all[i].name);
}

/* What stands behind the tabulator of a key that is two texts. */
static const char *
second_of(enum dim dim)
{
	return dim == DIM_ANSWER ? "answer" : dim == DIM_FUNNEL ? "steps" :
	    "from";
}

void
export_dim_columns(struct export *e)
{
	export_day_column(e);
	export_column(e, "key");
	if (e->dim->counts & DIMS_PAIR)
		export_column(e, second_of(e->dim->dim));
	count_columns(e, e->dim);
}

void
export_agents_columns(struct export *e)
{
	export_day_column(e);
	export_column(e, "dim");
	export_column(e, "key");
	count_columns(e, dims_of(DIM_BROWSER));
}

/* The empty key is unknown. */
static void
put_key(struct rows *r, struct span key)
{
	if (key.n > 0)
		rows_text(r, key);
	else
		rows_none(r);
}

static void
put_counts(struct export *e, const struct dims_row *dim, const struct tally *t,
    bool hidden)
{
	for (int c = 0; c < TALLY__COUNTS; c++) {
		if (!dims_has(dim, (enum tally_count)c))
			continue;
		if (hidden && of_people((enum tally_count)c))
			rows_none(&e->rows);
		else
			rows_int(&e->rows, t->n[c]);
	}
	for (int i = 0; i < ALLS; i++) {
		int64_t sum = 0;

		if (!has_all(dim, i))
			continue;
		for (int w = 0; w < WHO__MAX; w++)
			sum += t->n[all[i].of[w]];
		if (hidden)
			rows_none(&e->rows);
		else
			rows_int(&e->rows, sum);
	}
}

struct keyed {
	struct export *e;
	const struct dims_row *dim;
	int32_t day;          /* of the rows that are collected */
	struct arena arena;   /* of their keys */
	struct tally *tally;
	size_t n, cap;
};

static void
put_row(struct keyed *t, const struct tally *row, bool hidden)
{
	struct rows *r = &t->e->rows;
	struct span rest = row->key;

	export_put_day(t->e, t->day);
	if (t->e->dim == NULL)
		rows_text(r, span_of(dim_info[t->dim->dim].name));
	if (t->dim->counts & DIMS_PAIR) {
		put_key(r, span_cut(&rest, '\t'));
		put_key(r, rest);
	} else {
		put_key(r, row->key);
	}
	put_counts(t->e, t->dim, row, hidden);
	rows_end(r);
}

/* What was collected.  The greatest come first. */
static void
put_rows(struct keyed *t)
{
	bool *hidden = mem_new((t->n + 1) * sizeof(*hidden));
	size_t most = t->e->limit;

	if (t->e->public && (t->dim->counts & DIMS_SMALL) != 0 && t->n > 0) {
		t->tally = mem_grow(t->tally, t->n + 1, sizeof(*t->tally));
		t->cap = t->n + 1;
		t->n = dims_suppress(t->tally, t->n,
		    t->e->site.site->suppress_below, hidden);
	}
	for (size_t i = 0; i < t->n && i < most; i++)
		put_row(t, &t->tally[i], hidden[i]);
	mem_free(hidden);
	arena_close(&t->arena);
	t->n = 0;
}

static int
by_order(const void *pa, const void *pb, void *order)
{
	const struct tally *a = pa, *b = pb;
	int64_t x = a->n[*(enum tally_count *)order];
	int64_t y = b->n[*(enum tally_count *)order];

	return x != y ? (x < y) - (x > y) : span_cmp(a->key, b->key);
}

static void
end_day(struct keyed *t)
{
	enum tally_count order = t->dim->order;

	if (t->n > 1)
		qsort_r(t->tally, t->n, sizeof(*t->tally), by_order, &order);
	put_rows(t);
}

static void
collect(void *self, int32_t day, const struct tally *row)
{
	struct keyed *t = self;

	if (t->n > 0 && day != t->day)
		end_day(t);
	t->day = day;
	if (t->n == t->cap) {
		t->cap = t->cap * 2 + 64;
		t->tally = mem_grow(t->tally, t->cap, sizeof(*t->tally));
	}
	t->tally[t->n] = *row;
	t->tally[t->n++].key = (struct span){
		arena_dup(&t->arena, row->key.p, row->key.n), row->key.n };
}

static bool
put_sums(struct keyed *t, struct period days, struct err *err)
{
	/* Small cells are found among all. */
	size_t limit = t->e->public ? INT64_MAX : t->e->limit;
	struct tallies_query q = { t->dim->dim, days, t->dim->order, limit };
	struct tallies list;

	if (!tallies_list(&t->e->site, &q, &list, err))
		return false;
	t->arena = list.arena;
	t->tally = list.tally;
	t->n = list.n;
	t->cap = list.cap;
	put_rows(t);
	return true;
}

static bool
put_dim(struct export *e, const struct dims_row *dim, struct err *err)
{
	struct keyed t = { .e = e, .dim = dim };
	struct tallies_each each = { dim->dim, export_days(e), collect, &t };
	bool good = e->by_day ? tallies_each(&e->site, &each, err) :
	    put_sums(&t, each.days, err);

	if (good && t.n > 0)
		end_day(&t);
	arena_close(&t.arena);
	mem_free(t.tally);
	return good;
}

bool
export_dim_run(struct export *e, struct err *err)
{
	return put_dim(e, e->dim, err);
}

bool
export_agents_run(struct export *e, struct err *err)
{
	return put_dim(e, dims_of(DIM_BROWSER), err) &&
	    put_dim(e, dims_of(DIM_SYSTEM), err) &&
	    put_dim(e, dims_of(DIM_DEVICE), err);
}

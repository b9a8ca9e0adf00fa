/* SPDX-License-Identifier: MIT */
#include "publish/csv_table.h"

#include <stdlib.h>
#include <string.h>

#include "common/buf.h"

struct reading {
	struct span rest;
	const char *name;
	size_t line;
	struct csv_table *t;
	size_t cap;
	struct err *err;
};

static bool
wrong(struct reading *r, const char *why)
{
	return err_set(r->err, ERR_DATA, "%s:%zu: %s", r->name, r->line, why);
}

static void
skip(struct reading *r, size_t n)
{
	r->rest = (struct span){ r->rest.p + n, r->rest.n - n };
}

/* "a ""b""": the inside, its quotes single. */
static bool
take_quoted(struct reading *r, struct span *out)
{
	struct buf text = { 0 };
	size_t i = 1;

	for (;; i++) {
		if (i >= r->rest.n) {
			buf_close(&text);
			return wrong(r, "a quote does not end");
		}
		if (r->rest.p[i] == '\n')
			r->line++;
		if (r->rest.p[i] != '"') {
			buf_putc(&text, r->rest.p[i]);
			continue;
		}
		if (i + 1 >= r->rest.n || r->rest.p[i + 1] != '"')
			break;
		buf_putc(&text, r->rest.p[++i]);
	}
	*out = (struct span){ arena_dup(&r->t->arena, text.p, text.n),
		text.n };
	buf_close(&text);
	skip(r, i + 1);
	return true;
}

static bool
take_cell(struct reading *r, struct span *out)
{
	size_t n = 0;

	if (r->rest.n > 0 && r->rest.p[0] == '"')
		return take_quoted(r, out);
	while (n < r->rest.n && r->rest.p[n] != ',' && r->rest.p[n] != '\n')
		n++;
	*out = (struct span){ r->rest.p, n };
	skip(r, n);
	return true;
}

/* A line into cell[CSV_COLUMNS]; *n: how many. */
static bool
take_row(struct reading *r, struct span *cell, size_t *n)
{
	r->line++;
	for (*n = 0;;) {
		if (*n == CSV_COLUMNS)
			return wrong(r, "too many columns");
		if (!take_cell(r, &cell[(*n)++]))
			return false;
		if (r->rest.n == 0)
			return true;
		if (r->rest.p[0] == '\n') {
			skip(r, 1);
			return true;
		}
		if (r->rest.p[0] != ',')
			return wrong(r, "something stands behind a quote");
		skip(r, 1);
	}
}

static bool
add_row(struct reading *r, const struct span *cell, size_t n)
{
	struct csv_table *t = r->t;

	if (n != t->columns)
		return wrong(r, "not as many cells as the header has");
	if (t->rows == CSV_ROWS)
		return wrong(r, "too many rows");
	if (t->rows == r->cap) {
		r->cap = r->cap > 0 ? 2 * r->cap : 64;
		t->cell = mem_grow(t->cell, r->cap, n * sizeof(*t->cell));
	}
	memcpy(t->cell + t->rows++ * n, cell, n * sizeof(*cell));
	return true;
}

bool
csv_read(struct span text, const char *name, struct csv_table *out,
    struct err *err)
{
	struct reading r = { text, name, 0, out, 0, err };
	struct span cell[CSV_COLUMNS];
	size_t n;

	if (text.n == 0)
		return wrong(&r, "it is empty");
	if (!take_row(&r, out->column, &out->columns))
		return false;
	while (r.rest.n > 0)
		if (!take_row(&r, cell, &n) || !add_row(&r, cell, n))
			return false;
	return true;
}

void
csv_close(struct csv_table *t)
{
	mem_free(t->cell);
	arena_close(&t->arena);
	*t = (struct csv_table){ .rows = 0 };
}

size_t
csv_column(const struct csv_table *t, const char *name)
{
	size_t i = 0;

	while (i < t->columns && !span_eq(t->column[i], span_of(name)))
		i++;
	return i;
}

struct span
csv_cell(const struct csv_table *t, size_t row, size_t column)
{
	return t->cell[row * t->columns + column];
}

bool
csv_number(struct span cell, int64_t *out)
{
	struct span digits = cell;
	bool minus;
	uint64_t n;

	if (cell.n == 0)
		return false;
	minus = cell.p[0] == '-';
	digits = (struct span){ cell.p + minus, cell.n - minus };
	if (!span_u64(digits, &n) || n > INT64_MAX)
		return false;
	*out = minus ? -(int64_t)n : (int64_t)n;
	return true;
}

/* ---- comparing ---- */

struct ordered {
	const struct csv_table *t;
	size_t keys, row;
};

static int
by_key(const void *pa, const void *pb)
{
	const struct ordered *a = pa, *b = pb;

	for (size_t i = 0; i < a->keys; i++) {
		int order = span_cmp(csv_cell(a->t, a->row, i),
		    csv_cell(b->t, b->row, i));

		if (order != 0)
			return order;
	}
	return 0;
}

/* In order of key; equals as they stand, so the order is told whole. */
static int
by_key_and_row(const void *pa, const void *pb)
{
	const struct ordered *a = pa, *b = pb;
	int order = by_key(pa, pb);

	return order != 0 ? order : (a->row > b->row) - (a->row < b->row);
}

static struct ordered *
in_order(const struct csv_comparing *c, const struct csv_table *t, size_t *n)
{
	struct ordered *o = mem_new((t->rows + 1) * sizeof(*o));

	*n = 0;
	for (size_t i = 0; i < t->rows; i++)
		if (c->pass_over == NULL || !c->pass_over(c->self, t, i))
			o[(*n)++] = (struct ordered){ t, c->keys, i };
	if (*n > 1)
		qsort(o, *n, sizeof(*o), by_key_and_row);
	return o;
}

static bool
listed(const char *const *names, struct span name)
{
	for (; names != NULL && *names != NULL; names++)
		if (span_eq(name, span_of(*names)))
			return true;
	return false;
}

struct comparing {
	const struct csv_comparing *c;
	size_t match[CSV_COLUMNS]; /* of one's columns in the other; CSV_COLUMNS: none */
	struct buf key;
	csv_differs_fn *take;
	void *self;
};

static void
tell(struct comparing *k, const struct ordered *at, struct csv_difference d)
{
	buf_clear(&k->key);
	for (size_t i = 0; i < at->keys; i++) {
		if (i > 0)
			buf_putc(&k->key, ' ');
		buf_span(&k->key, csv_cell(at->t, at->row, i));
	}
	d.table = k->c->name;
	d.key = buf_view(&k->key);
	k->take(k->self, &d);
}

static size_t
compare_row(struct comparing *k, const struct ordered *a,
    const struct ordered *b)
{
	size_t n = 0;

	for (size_t i = a->keys; i < a->t->columns; i++) {
		struct span one, other;

		if (k->match[i] == CSV_COLUMNS)
			continue;
		one = csv_cell(a->t, a->row, i);
		other = csv_cell(b->t, b->row, k->match[i]);
		if (!span_eq(one, other))
			tell(k, a, (struct csv_difference){
				.column = a->t->column[i], .one = one,
				.other = other });
		n++;
	}
	return n;
}

static void
match_columns(struct comparing *k, const struct csv_table *one,
    const struct csv_table *other)
{
	for (size_t i = 0; i < one->columns; i++) {
		size_t at = 0;

		while (at < other->columns && !span_eq(one->column[i],
		    other->column[at]))
			at++;
		k->match[i] = at == other->columns ||
		    listed(k->c->skip, one->column[i]) || (k->c->only != NULL &&
		    !listed(k->c->only, one->column[i])) ? CSV_COLUMNS : at;
	}
}

size_t
csv_compare(const struct csv_comparing *c, const struct csv_table *one,
    const struct csv_table *other, csv_differs_fn *take, void *self)
{
	struct comparing k = { .c = c, .take = take, .self = self };
	size_t n_one, n_other, i = 0, j = 0, cells = 0;
	struct ordered *a, *b;

	if (one->columns < c->keys || other->columns < c->keys)
		return 0;
	a = in_order(c, one, &n_one);
	b = in_order(c, other, &n_other);
	match_columns(&k, one, other);
	while (i < n_one || j < n_other) {
		int order = i == n_one ? 1 : j == n_other ? -1 :
		    by_key(&a[i], &b[j]);

		if (order == 0)
			cells += compare_row(&k, &a[i++], &b[j++]);
		else if (order < 0)
			tell(&k, &a[i++], (struct csv_difference){
				.one = SPAN("1") });
		else
			tell(&k, &b[j++], (struct csv_difference){
				.other = SPAN("1") });
	}
	mem_free(a);
	mem_free(b);
	buf_close(&k.key);
	return cells;
}

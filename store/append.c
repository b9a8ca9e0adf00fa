/* SPDX-License-Identifier: MIT */
/* append.c -- a partial as parts of its days; many parts of a day as one. */
#include <stdlib.h>

#include "common/mem.h"
#include "store/parts.h"

enum { PARTS_MAX = 16 }; /* of a day, before they are merged */

struct ordered {
	uint32_t site;
	int32_t day;
	uint64_t key; /* of visitors: its first 8 bytes, in their order */
	const void *row;
};

static int
by_site_day_key(const void *pa, const void *pb)
{
	const struct ordered *a = pa, *b = pb;

	if (a->site != b->site)
		return a->site < b->site ? -1 : 1;
	if (a->day != b->day)
		return a->day < b->day ? -1 : 1;
	if (a->key != b->key)
		return a->key < b->key ? -1 : 1;
	return 0;
}

static int
visitors_in_order(const void *pa, const void *pb)
{
	const struct ordered *a = pa, *b = pb;
	int c = by_site_day_key(a, b);

	return c != 0 ? c : memcmp(a->row, b->row, sizeof(struct hash128));
}

static uint64_t
head_of(const struct hash128 *key)
{
	uint64_t v = 0;

	for (int i = 0; i < 8; i++)
		v = v << 8 | key->b[i];
	return v;
}

/* The partial's rows in the order of sites and days. */
struct rows {
	struct ordered *row;
	size_t n, at;
};

static struct rows
visitors_of(const struct partial *p)
{
	struct rows r = { mem_new(p->visitors.n * sizeof(*r.row)),
		p->visitors.n, 0 };

	for (size_t i = 0; i < r.n; i++) {
		const struct visitor_row *v = table_row(&p->visitors, i);

		r.row[i] = (struct ordered){ v->site, v->day,
			head_of(&v->key), v };
	}
	if (r.n > 1)
		qsort(r.row, r.n, sizeof(*r.row), visitors_in_order);
	return r;
}

static struct rows
pages_of(const struct partial *p)
{
	struct rows r = { mem_new(p->pages.n * sizeof(*r.row)), p->pages.n,
		0 };

	for (size_t i = 0; i < r.n; i++) {
		const struct page_row *g = table_row(&p->pages, i);

		r.row[i] = (struct ordered){ g->site, g->day, 0, g };
	}
	if (r.n > 1)
		qsort(r.row, r.n, sizeof(*r.row), by_site_day_key);
	return r;
}

static struct rows
hours_of(const struct partial *p)
{
	struct rows r = { mem_new(p->hours.n * sizeof(*r.row)), p->hours.n,
		0 };

	for (size_t i = 0; i < r.n; i++) {
		const struct hour_row *h = table_row(&p->hours, i);

		r.row[i] = (struct ordered){ h->site, h->day, 0, h };
	}
	if (r.n > 1)
		qsort(r.row, r.n, sizeof(*r.row), by_site_day_key);
	return r;
}

/* The next row, if it is of that site and day. */
static const void *
next_of(struct rows *r, uint32_t site, int32_t day)
{
	if (r->at == r->n || r->row[r->at].site != site ||
	    r->row[r->at].day != day)
		return NULL;
	return r->row[r->at++].row;
}

static bool
add_body(const struct store_site *s, int32_t day, const struct buf *body,
    struct err *err)
{
	return db_run(s->db, err, STMT_PART_ADD, "iib", s->id, (int64_t)day,
	    buf_view(body));
}

/* Writes what was loaded of one day as one part. */
static bool
write_merged(const struct store_site *s, int32_t day, const struct parts *p,
    struct err *err)
{
	struct part_writer w;
	struct buf body = { 0 };

	part_open(&w, &p->terms);
	part_begin(&w);
	for (size_t i = 0; i < p->hours.n; i++)
		part_hour(&w, table_row(&p->hours, i));
	for (size_t i = 0; i < p->pages.n; i++)
		part_page(&w, table_row(&p->pages, i));
	for (size_t i = 0; i < p->n; i++)
		part_span(&w, &p->span[i].key, &p->span[i].span);
	part_end(&w, &body);

	bool good = db_run(s->db, err, STMT_PART_DROP, "iii", s->id,
	    (int64_t)day, (int64_t)day) && add_body(s, day, &body, err);

	part_close(&w);
	buf_close(&body);
	return good;
}

static bool
compact(const struct store_site *s, int32_t day, struct err *err)
{
	struct parts_query q = { { day, day }, { day, day }, INT64_MIN,
		false, INT32_MAX, NULL, 0 };
	struct parts p;
	int64_t n;
	bool row;

	db_start(s->db, STMT_PART_COUNT, "ii", s->id, (int64_t)day);
	if (!db_next(s->db, STMT_PART_COUNT, &row, err))
		return false;
	n = db_int(s->db, STMT_PART_COUNT, 0);
	db_end(s->db, STMT_PART_COUNT);
	if (n < PARTS_MAX)
		return true;
	if (!parts_load(s, &q, &p, err))
		return false;

	bool good = write_merged(s, day, &p, err);

	parts_close(&p);
	return good;
}

struct appending {
	const struct store_site *site;
	struct rows hours, pages, visitors;
	struct part_writer w;
	struct buf body;
};

static bool
append_day(struct appending *a, uint32_t site, int32_t day, struct err *err)
{
	const struct visitor_row *v;
	const void *row;

	part_begin(&a->w);
	while ((row = next_of(&a->hours, site, day)) != NULL)
		part_hour(&a->w, row);
	while ((row = next_of(&a->pages, site, day)) != NULL)
		part_page(&a->w, row);
	while ((v = next_of(&a->visitors, site, day)) != NULL)
		for (uint32_t i = 0; i < v->n; i++)
			part_span(&a->w, &v->key, &v->spans[i]);
	part_end(&a->w, &a->body);
	return add_body(&a->site[site], day, &a->body, err) &&
	    compact(&a->site[site], day, err);
}

bool
parts_append(const struct store_site *site, const struct partial *p,
    struct err *err)
{
	struct appending a = { .site = site, .hours = hours_of(p),
		.pages = pages_of(p), .visitors = visitors_of(p) };
	bool good = true;

	part_open(&a.w, &p->terms);
	/* Every counted line is in an hour: no day is without one. */
	while (good && a.hours.at < a.hours.n) {
		const struct ordered *next = &a.hours.row[a.hours.at];

		good = append_day(&a, next->site, next->day, err);
	}
	part_close(&a.w);
	buf_close(&a.body);
	mem_free(a.hours.row);
	mem_free(a.pages.row);
	mem_free(a.visitors.row);
	return good;
}

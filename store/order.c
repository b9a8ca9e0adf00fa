/* SPDX-License-Identifier: MIT */
#include "store/order.h"

#include "common/mem.h"
#include "common/radix.h"

void
order_open(struct table *groups, uint64_t seed)
{
	table_open(groups, sizeof(struct order_group),
	    offsetof(struct order_group, number), seed);
}

void
order_add(struct table *groups, const struct partial *p)
{
	for (size_t i = 0; i < p->hours.n; i++) {
		const struct hour_row *h = table_row(&p->hours, i);
		struct order_group key = { h->site, h->day, 0 };
		size_t before = groups->n;
		struct order_group *group = table_at(groups, &key);

		if (groups->n > before)
			group->number = before;
	}
}

static uint32_t
group_of(const struct table *groups, uint32_t site, int32_t day)
{
	struct order_group key = { site, day, 0 };
	const struct order_group *group = table_find(groups, &key);

	return (uint32_t)group->number;
}

void
order_close(struct order_rows *r)
{
	mem_free(r->index);
	mem_free(r->end);
}

/* The n items, in their order, shared out to their groups (more). */
static struct order_rows
share_out(const struct radix_item *item, size_t n, size_t n_groups)
{
	struct order_rows r = { mem_grow(NULL, n, sizeof(*r.index)),
		mem_new((n_groups + 1) * sizeof(*r.end)) };
	size_t at = 0;

	for (size_t i = 0; i < n; i++)
		r.end[item[i].more]++;
	for (size_t k = 0; k < n_groups; k++) {
		size_t here = r.end[k];

		r.end[k] = at;
		at += here;
	}
	for (size_t i = 0; i < n; i++)
		r.index[r.end[item[i].more]++] = item[i].index;
	return r;
}

static uint64_t
head_of(const struct hash128 *key)
{
	uint64_t v = 0;

	for (int i = 0; i < 8; i++)
		v = v << 8 | key->b[i];
	return v;
}

/* Keys whose heads are equal are rare, and have few alike. */
static void
order_equal_heads(struct radix_item *item, size_t n, const struct table *t)
{
	for (size_t i = 1; i < n; i++) {
		struct radix_item one = item[i];
		const struct visitor_row *v = table_row(t, one.index);
		size_t k = i;

		for (; k > 0 && item[k - 1].key == one.key &&
		    memcmp(((const struct visitor_row *)table_row(t,
		    item[k - 1].index))->key.b, v->key.b,
		    sizeof(v->key.b)) > 0; k--)
			item[k] = item[k - 1];
		item[k] = one;
	}
}

struct order_rows
order_visitors(const struct table *groups, const struct partial *p)
{
	size_t n = p->visitors.n;
	struct radix_item *item = mem_grow(NULL, 2 * n, sizeof(*item));

	for (size_t i = 0; i < n; i++) {
		const struct visitor_row *v = table_row(&p->visitors, i);

		item[i] = (struct radix_item){ head_of(&v->key), (uint32_t)i,
			group_of(groups, v->site, v->day) };
	}
	radix_sort(item, item + n, n);
	order_equal_heads(item, n, &p->visitors);

	struct order_rows r = share_out(item, n, groups->n);

	mem_free(item);
	return r;
}

/* Of rows that begin with their site and day, in any order. */
struct order_rows
order_sums(const struct table *groups, const struct table *t)
{
	struct radix_item *item = mem_grow(NULL, t->n, sizeof(*item));

	for (size_t i = 0; i < t->n; i++) {
		struct {
			uint32_t site;
			int32_t day;
		} of;

		memcpy(&of, table_row(t, i), sizeof(of));
		item[i] = (struct radix_item){ 0, (uint32_t)i,
			group_of(groups, of.site, of.day) };
	}

	struct order_rows r = share_out(item, t->n, groups->n);

	mem_free(item);
	return r;
}
_Static_assert(offsetof(struct hour_row, day) == 4 &&
    offsetof(struct tally_row, day) == 4, "see above");

size_t
order_first(const struct order_rows *r, size_t group)
{
	return group > 0 ? r->end[group - 1] : 0;
}

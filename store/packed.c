/* SPDX-License-Identifier: MIT */
#include "store/packed.h"

#include "common/mem.h"
#include "common/radix.h"
#include "common/team.h"
#include "store/part.h"

/* The sites and days of all partials, in the order in which they came; each has an hour,
 * as every counted line is in one. */
struct group {
	uint32_t site;
	int32_t day;
	uint64_t number;
};

static void
add_groups(struct table *groups, const struct partial *p)
{
	for (size_t i = 0; i < p->hours.n; i++) {
		const struct hour_row *h = table_row(&p->hours, i);
		struct group key = { h->site, h->day, 0 };
		size_t before = groups->n;
		struct group *group = table_at(groups, &key);

		if (groups->n > before)
			group->number = before;
	}
}

static uint32_t
group_of(const struct table *groups, uint32_t site, int32_t day)
{
	struct group key = { site, day, 0 };
	const struct group *group = table_find(groups, &key);

	return (uint32_t)group->number;
}

/* Row numbers of one table, group after group: those of group k are
 * index[end[k - 1]] to index[end[k] - 1]. */
struct rows {
	uint32_t *index;
	size_t *end;
};

static void
rows_close(struct rows *r)
{
	mem_free(r->index);
	mem_free(r->end);
}

/* The n items, in their order, shared out to their groups (more). */
static struct rows
share_out(const struct radix_item *item, size_t n, size_t n_groups)
{
	struct rows r = { mem_grow(NULL, n, sizeof(*r.index)),
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

static struct rows
visitors_of(const struct table *groups, const struct partial *p)
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

	struct rows r = share_out(item, n, groups->n);

	mem_free(item);
	return r;
}

/* Of rows that begin with their site and day, in any order. */
static struct rows
sums_of(const struct table *groups, const struct table *t)
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

	struct rows r = share_out(item, t->n, groups->n);

	mem_free(item);
	return r;
}
_Static_assert(offsetof(struct hour_row, day) == 4 &&
    offsetof(struct tally_row, day) == 4, "see above");

static struct packed_part *
new_part(struct packed *to, uint32_t site, int32_t day)
{
	if (to->n == to->cap) {
		to->cap = to->cap > 0 ? to->cap * 2 : 16;
		to->part = mem_grow(to->part, to->cap, sizeof(*to->part));
	}
	to->part[to->n] = (struct packed_part){ .site = site, .day = day };
	return &to->part[to->n++];
}

/* One partial's rows in order, and its texts' numbers among all texts. */
struct source {
	const struct partial *p;
	struct rows hours, tallies, visitors;
	uint32_t *term;
};

struct packing {
	const struct packed_from *from;
	struct table groups;
	struct source *source; /* from->n */
	struct packed_part *part; /* by group */
	const struct terms *terms;
};

static size_t
first_of(const struct rows *r, size_t group)
{
	return group > 0 ? r->end[group - 1] : 0;
}

static void
add_tally(struct table *sums, const struct source *s,
    const struct tally_row *row)
{
	struct tally_row key = *row;

	key.key = s->term[row->key];

	struct tally_row *sum = table_at(sums, &key);

	sum->hits += row->hits;
	sum->pages += row->pages;
	sum->bytes += row->bytes;
}

static void
pack_sums(const struct packing *k, size_t group, struct part_writer *w)
{
	struct table sums;

	table_open(&sums, sizeof(struct tally_row),
	    offsetof(struct tally_row, hits), k->source->p->seed);
	for (size_t i = 0; i < k->from->n; i++) {
		const struct source *s = &k->source[i];

		for (size_t r = first_of(&s->hours, group);
		    r < s->hours.end[group]; r++)
			part_hour(w, table_row(&s->p->hours,
			    s->hours.index[r]));
		for (size_t r = first_of(&s->tallies, group);
		    r < s->tallies.end[group]; r++) {
			const struct tally_row *row = table_row(
			    &s->p->tallies, s->tallies.index[r]);

			if (k->from->n == 1)
				part_tally(w, row);
			else
				add_tally(&sums, s, row);
		}
	}
	for (size_t i = 0; i < sums.n; i++)
		part_tally(w, table_row(&sums, i));
	table_close(&sums);
}

/* The spans of one visitor, of whom several partials may tell. */
struct spans {
	struct view_span *span;
	size_t n, cap;
	struct conduct conduct;
};

static void
add_spans(struct spans *to, const struct source *s,
    const struct visitor_row *v, const struct packing *k)
{
	struct view_texts texts = partial_texts(k->from->partial[0]);

	if (to->n + v->n > to->cap) {
		to->cap = (to->n + v->n) * 2;
		to->span = mem_grow(to->span, to->cap, sizeof(*to->span));
	}
	conduct_add(&to->conduct, &v->conduct);
	for (uint32_t i = 0; i < v->n; i++) {
		struct view_span one = v->spans[i];

		one.entry.page = s->term[one.entry.page];
		one.entry.referrer = s->term[one.entry.referrer];
		one.exit.page = s->term[one.exit.page];
		one.exit.referrer = s->term[one.exit.referrer];
		to->n = view_spans_add(to->span, to->n, one,
		    k->from->window_s[v->site], &texts);
	}
}

/* The row that at points to, or NULL at the group's end. */
static const struct visitor_row *
visitor_at(const struct source *s, size_t group, size_t at)
{
	return at < s->visitors.end[group] ? table_row(&s->p->visitors,
	    s->visitors.index[at]) : NULL;
}

/* The conduct goes with the first span. */
static void
put_visitor(struct part_writer *w, const struct hash128 *key,
    const struct spans *spans)
{
	struct visit_span one = { .key = *key, .conduct = spans->conduct };

	if (spans->n == 0)
		part_conduct(w, key, &spans->conduct);
	for (size_t i = 0; i < spans->n; i++) {
		one.span = spans->span[i];
		part_span(w, &one);
		one.conduct = (struct conduct){ 0 };
	}
}

static void
pack_visitors(const struct packing *k, size_t group, struct part_writer *w)
{
	size_t n = k->from->n, *at = mem_new((n + 1) * sizeof(*at));
	struct spans spans = { 0 };

	for (size_t i = 0; i < n; i++)
		at[i] = first_of(&k->source[i].visitors, group);
	for (;;) {
		const struct visitor_row *least = NULL, *v;

		for (size_t i = 0; i < n; i++) {
			v = visitor_at(&k->source[i], group, at[i]);
			if (v != NULL && (least == NULL || memcmp(v->key.b,
			    least->key.b, sizeof(v->key.b)) < 0))
				least = v;
		}
		if (least == NULL)
			break;
		spans.n = 0;
		spans.conduct = (struct conduct){ 0 };
		for (size_t i = 0; i < n; i++) {
			v = visitor_at(&k->source[i], group, at[i]);
			if (v == NULL || memcmp(v->key.b, least->key.b,
			    sizeof(v->key.b)) != 0)
				continue;
			add_spans(&spans, &k->source[i], v, k);
			at[i]++;
		}
		put_visitor(w, &least->key, &spans);
	}
	mem_free(spans.span);
	mem_free(at);
}

/* Every so manieth group: a thread's share. */
static void
pack_share(void *self, size_t share)
{
	const struct packing *k = self;
	struct part_writer w;

	part_open(&w, k->terms);
	for (size_t i = share; i < k->groups.n; i += k->from->threads) {
		part_begin(&w);
		pack_sums(k, i, &w);
		pack_visitors(k, i, &w);
		part_end(&w, &k->part[i].body);
	}
	part_close(&w);
}

static void
order_source(void *self, size_t i)
{
	const struct packing *k = self;
	struct source *s = &k->source[i];

	s->hours = sums_of(&k->groups, &s->p->hours);
	s->tallies = sums_of(&k->groups, &s->p->tallies);
	s->visitors = visitors_of(&k->groups, s->p);
}

static void
number_terms(struct source *s, struct terms *all)
{
	const struct terms *own = &s->p->terms;

	s->term = mem_grow(NULL, own->n, sizeof(*s->term));
	for (size_t i = 0; i < own->n; i++)
		s->term[i] = own == all ? (uint32_t)i :
		    terms_at(all, terms_text(own, (uint32_t)i));
}

void
packed_add(struct packed *to, const struct packed_from *from)
{
	struct terms *terms = &from->partial[0]->terms;
	struct packing k = { .from = from, .terms = terms };
	size_t before = to->n;

	k.source = mem_new(from->n * sizeof(*k.source));
	table_open(&k.groups, sizeof(struct group),
	    offsetof(struct group, number), from->partial[0]->seed);
	for (size_t i = 0; i < from->n; i++) {
		k.source[i].p = from->partial[i];
		number_terms(&k.source[i], terms);
		add_groups(&k.groups, from->partial[i]);
	}
	for (size_t i = 0; i < k.groups.n; i++) {
		const struct group *group = table_row(&k.groups, i);

		new_part(to, group->site, group->day);
	}
	k.part = to->part + before;
	team_run(from->n, order_source, &k);
	team_run(from->threads, pack_share, &k);
	for (size_t i = before; i < to->n; i++)
		to->bytes += to->part[i].body.n;
	for (size_t i = 0; i < from->n; i++) {
		rows_close(&k.source[i].hours);
		rows_close(&k.source[i].tallies);
		rows_close(&k.source[i].visitors);
		mem_free(k.source[i].term);
	}
	mem_free(k.source);
	table_close(&k.groups);
}

void
packed_move(struct packed *to, struct packed *from)
{
	for (size_t i = 0; i < from->n; i++)
		*new_part(to, 0, 0) = from->part[i];
	to->bytes += from->bytes;
	from->n = from->bytes = 0;
	packed_close(from);
}

void
packed_close(struct packed *p)
{
	for (size_t i = 0; i < p->n; i++)
		buf_close(&p->part[i].body);
	mem_free(p->part);
	*p = (struct packed){ 0 };
}

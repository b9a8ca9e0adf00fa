/* SPDX-License-Identifier: MIT */
#include "store/packed.h"

#include "common/mem.h"
#include "common/team.h"
#include "store/order.h"
#include "store/part.h"

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
	struct order_rows hours, tallies, visitors;
	uint32_t *term;
};

struct packing {
	const struct packed_from *from;
	struct table groups;
	struct source *source; /* from->n */
	struct packed_part *part; /* by group */
	const struct terms *terms;
};

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

		for (size_t r = order_first(&s->hours, group);
		    r < s->hours.end[group]; r++)
			part_hour(w, table_row(&s->p->hours,
			    s->hours.index[r]));
		for (size_t r = order_first(&s->tallies, group);
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
		at[i] = order_first(&k->source[i].visitors, group);
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

	s->hours = order_sums(&k->groups, &s->p->hours);
	s->tallies = order_sums(&k->groups, &s->p->tallies);
	s->visitors = order_visitors(&k->groups, s->p);
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
	order_open(&k.groups, from->partial[0]->seed);
	for (size_t i = 0; i < from->n; i++) {
		k.source[i].p = from->partial[i];
		number_terms(&k.source[i], terms);
		order_add(&k.groups, from->partial[i]);
	}
	for (size_t i = 0; i < k.groups.n; i++) {
		const struct order_group *group = table_row(&k.groups, i);

		new_part(to, group->site, group->day);
	}
	k.part = to->part + before;
	team_run(from->n, order_source, &k);
	team_run(from->threads, pack_share, &k);
	for (size_t i = before; i < to->n; i++)
		to->bytes += to->part[i].body.n;
	for (size_t i = 0; i < from->n; i++) {
		order_close(&k.source[i].hours);
		order_close(&k.source[i].tallies);
		order_close(&k.source[i].visitors);
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

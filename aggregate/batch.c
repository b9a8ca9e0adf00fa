/* SPDX-License-Identifier: MIT */
#include "aggregate/batch.h"

#include "aggregate/spill.h"
#include "common/mem.h"

void
batch_open(struct batch *b, const struct store_site *s, struct period days)
{
	*b = (struct batch){ .s = s, .days = days };
	for (int32_t day = days.from; day <= days.to; day++)
		b->day[day - days.from] = zone_day_of(s->site->zone, day);
}

static void
forget(struct batch *b)
{
	facets_close(b->facets);
	b->facets = NULL;
	fresh_close(&b->fresh);
	tops_close(&b->tops);
	terms_close(&b->terms);
	parts_close(&b->parts);
	memset(b->digests, 0, sizeof(b->digests));
	memset(b->top_views, 0, sizeof(b->top_views));
}

void
batch_close(struct batch *b)
{
	forget(b);
	parts_raw_close(&b->raw);
	mem_free(b->going);
	*b = (struct batch){ 0 };
}

void
batch_ask(struct batch *b, int32_t to)
{
	const struct site *site = b->s->site;
	int64_t since_s = b->day[0].start_s - site->visit_gap_s;
	struct period days = { zone_day_at(site->zone, since_s).day, to };

	if (b->merged)
		days.from = b->to + 1;
	parts_raw_close(&b->raw);
	b->to = to;
	b->query = (struct parts_query){ .sums = b->days, .days = days,
		.carried = !b->merged, .since_s = since_s,
		.only_after = b->days.to };
}

static void
take_visit(void *self, const struct visit *v)
{
	struct batch *b = self;

	facets_visit(b->facets, v);
}

static void
take_visitor(void *self, const struct visitor_day *v)
{
	struct batch *b = self;
	struct parts_conduct key = { .key = *v->key, .day = v->day };
	const struct parts_conduct *more = table_find(&b->parts.conducts,
	    &key);

	facets_visitor(b->facets, v, more != NULL ? &more->conduct : NULL);
}

static void
add_going(struct batch *b, const struct hash128 *key)
{
	if (b->n_going == b->cap_going) {
		b->cap_going = b->cap_going * 2 + 64;
		b->going = mem_grow(b->going, b->cap_going,
		    sizeof(*b->going));
	}
	b->going[b->n_going++] = *key;
}

/* Keys, in order, of the visits that have views in these days or before, and may go on
 * after the last day loaded. */
static void
find_going(struct batch *b, int64_t loaded_s)
{
	const struct visit_span *s = b->parts.span;
	int64_t gap_s = b->s->site->visit_gap_s;
	size_t n = b->parts.n;

	b->n_going = 0;
	for (size_t i = 0; i < n;) {
		const struct visit_span *first = &s[i];
		int64_t last_s = first->span.exit.at_s;

		for (i++; i < n && memcmp(s[i].key.b, first->key.b,
		    sizeof(first->key.b)) == 0 &&
		    s[i].span.entry.at_s - last_s <= gap_s; i++)
			if (s[i].span.exit.at_s > last_s)
				last_s = s[i].span.exit.at_s;
		if (first->day <= b->days.to && last_s + gap_s >= loaded_s)
			add_going(b, &first->key);
	}
}

static void
add_tallies(struct batch *b, struct tops *tops)
{
	for (size_t i = 0; i < b->parts.tallies.n; i++) {
		const struct tally_row *t = table_row(&b->parts.tallies, i);
		int64_t *top = &b->top_views[t->day - b->days.from];

		if (t->dim == DIM_ADDRESS) {
			if ((int64_t)t->pages > *top)
				*top = (int64_t)t->pages;
			continue;
		}

		int64_t *n = tops_at(tops, t->day, (enum dim)t->dim,
		    t->key) + 3 * t->who;

		n[0] += (int64_t)t->hits;
		n[1] += (int64_t)t->pages;
		n[2] += (int64_t)t->bytes;
	}
}
_Static_assert(TALLY_ROBOT_HITS == 3 * WHO_ROBOT &&
    TALLY_REST_BYTES == 3 * WHO_REST + 2, "see above");

static void
find_online_at_end(struct batch *b)
{
	int64_t window_s = b->s->site->online_window_s;

	for (size_t i = 0; i < b->parts.n; i++) {
		const struct visit_span *s = &b->parts.span[i];
		int32_t at = s->day - b->days.from;

		if (s->day >= b->days.from && s->day <= b->days.to &&
		    s->span.exit.at_s > b->day[at].end_s - window_s)
			b->online_at_end[at] = true;
	}
}

/* Puts together what was fetched.  Of the days after only those matter whose visits go on
 * there. */
static bool
merge(struct batch *b, struct err *err)
{
	const struct site *site = b->s->site;
	struct parts_rules rules = { &b->query, site->online_window_s,
		db_keys(b->s->db)->table_seed };
	size_t n = (size_t)(b->days.to - b->days.from + 1);
	bool good;

	if (!b->merged) {
		if (!parts_merge(&b->raw, &rules, &b->parts, err))
			return false;
		b->merged = true;
		find_going(b, b->day[n - 1].end_s);
	}
	b->query.only = b->going;
	b->query.n_only = b->n_going;
	good = b->n_going == 0 ||
	    parts_merge_later(&b->raw, &rules, &b->parts, err);
	parts_raw_close(&b->raw);
	find_going(b, zone_day_of(site->zone, b->to).end_s);
	return good;
}

bool
batch_derive(struct batch *b, const struct facets_plan *plan, struct err *err)
{
	const struct site *site = b->s->site;
	struct visits_input in = { .gap_s = site->visit_gap_s,
		.window_s = site->online_window_s };
	struct visits_days days = { b->day,
		(size_t)(b->days.to - b->days.from + 1), b->hours };
	struct visits_listener listener = { b, take_visit, take_visitor };

	if (!merge(b, err))
		return false;
	if (b->n_going > 0)
		return true;
	in.span = b->parts.span;
	in.n = b->parts.n;
	tops_open(&b->tops, &b->parts.terms);
	b->facets = facets_open(plan, &b->tops, b->days);
	visits_derive(&in, &days, b->figures, &listener);
	spill_digests(&in, &days, &b->parts.terms,
	    db_keys(b->s->db)->table_seed, b->digests);
	find_online_at_end(b);
	/* The greatest of what is needed no more goes before more is made. */
	mem_free(b->parts.span);
	b->parts.span = NULL;
	b->parts.n = b->parts.cap = 0;
	add_tallies(b, &b->tops);
	table_close(&b->parts.tallies);
	fresh_take(&b->fresh, &b->tops, b->days, false);
	fresh_end(&b->fresh, db_keys(b->s->db));
	facets_end(b->facets, b->figures);
	tops_order(&b->tops, b->days);
	tops_settle(&b->tops);
	return true;
}

/* ---- in slices ---- */

/* Rows of all counts that are kept on the way. */
enum { ROWS_MOST = 250000 };

struct slicing {
	struct visits_steps steps;
	struct visits_days days;
	struct visits_input in;
};

/* A slice, with the days that its visits go on into: of those only these visitors. */
static bool
load_slice(struct batch *b, struct slicing *w, uint32_t slice,
    struct err *err)
{
	struct hash128 *only = NULL;
	size_t n_only = 0;
	int32_t to = b->days.to;
	bool good;

	for (int32_t step = 1;; step *= 2) {
		batch_ask(b, to);
		b->query.slice = slice;
		b->query.slices = b->slices;
		b->query.only = only;
		b->query.n_only = n_only;
		parts_close(&b->parts);
		good = parts_load(b->s, &b->query, &b->parts, err);
		if (!good)
			break;
		find_going(b, zone_day_of(b->s->site->zone, to).end_s);
		if (b->n_going == 0)
			break;
		if (only == NULL) {
			n_only = b->n_going;
			only = mem_grow(NULL, n_only, sizeof(*only));
			memcpy(only, b->going, n_only * sizeof(*only));
		}
		to += step;
	}
	mem_free(only);
	w->in.span = b->parts.span;
	w->in.n = b->parts.n;
	return good;
}

static bool
derive_slice(struct batch *b, struct slicing *w, uint32_t slice,
    struct err *err)
{
	struct visits_listener listener = { b, take_visit, take_visitor };
	uint64_t seed = db_keys(b->s->db)->table_seed;
	struct tops tops;

	if (!load_slice(b, w, slice, err))
		return false;
	tops_open(&tops, &b->parts.terms);
	facets_turn(b->facets, &tops);
	visits_add(&w->steps, &w->in, &listener);
	spill_digests(&w->in, &w->days, &b->parts.terms, seed, b->digests);
	find_online_at_end(b);
	add_tallies(b, &tops);
	fresh_take(&b->fresh, &tops, b->days, true);
	tops_absorb(&b->tops, &tops);
	tops_close(&tops);
	tops_trim(&b->tops, b->days, BATCH_KEYS, ROWS_MOST);
	return true;
}

bool
batch_derive_slices(struct batch *b, const struct facets_plan *plan,
    struct err *err)
{
	const struct site *site = b->s->site;
	struct slicing w = { .days = { b->day,
		(size_t)(b->days.to - b->days.from + 1), b->hours },
		.in = { .gap_s = site->visit_gap_s,
		.window_s = site->online_window_s } };
	struct table hours = { 0 };
	bool good = true;

	forget(b);
	terms_open(&b->terms, db_keys(b->s->db)->table_seed);
	tops_open(&b->tops, &b->terms);
	b->facets = facets_open(plan, &b->tops, b->days);
	visits_begin(&w.steps, &w.days, b->figures);
	for (uint32_t i = 0; good && i < b->slices; i++) {
		good = derive_slice(b, &w, i, err);
		if (good && i == 0) {
			hours = b->parts.hours;
			b->parts.hours = (struct table){ 0 };
		}
	}
	visits_end(&w.steps);
	parts_close(&b->parts);
	b->parts.hours = hours;
	if (good) {
		facets_turn(b->facets, &b->tops);
		fresh_end(&b->fresh, db_keys(b->s->db));
		facets_end(b->facets, b->figures);
		tops_order(&b->tops, b->days);
	}
	return good;
}

/* SPDX-License-Identifier: MIT */
#include "aggregate/derive.h"

#include "aggregate/spill.h"
#include "aggregate/tops.h"
#include "common/mem.h"
#include "store/parts.h"

/* Days derived at one go: bounds the spans in memory. */
enum { DAYS_AT_ONCE = 8 };

struct deriving {
	const struct store_site *s;
	int32_t *done; /* days derived in this call, for they are up to date */
	size_t n_done;
};

static bool
is_done(const struct deriving *d, int32_t day)
{
	for (size_t i = d->n_done; i-- > 0;)
		if (d->done[i] == day)
			return true;
	return false;
}

static void
add_done(struct deriving *d, int32_t day)
{
	d->done = mem_grow(d->done, d->n_done + 1, sizeof(*d->done));
	d->done[d->n_done++] = day;
}

/* A few consecutive days at hand. */
struct batch {
	struct deriving *d;
	struct period days;
	struct zone_day day[DAYS_AT_ONCE];
	struct day_visits figures[DAYS_AT_ONCE];
	struct day_digests digests[DAYS_AT_ONCE];
	struct parts parts;
	struct tops tops;
	struct hour_row *hour; /* of the day that is being set */
	struct hash128 *going; /* keys of visits that may go on */
	size_t n_going, cap_going;
};

static void
take_visit(void *self, const struct visit *v)
{
	static const struct day_count one = { .n = 1 };
	struct batch *b = self;

	tops_add(&b->tops, TOPS_ENTRY, v->day, v->entry.page, &one);
	tops_add(&b->tops, TOPS_EXIT, v->day, v->exit.page, &one);
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
find_going(struct batch *b, const struct visits_input *in, int64_t loaded_s)
{
	b->n_going = 0;
	for (size_t i = 0; i < in->n;) {
		const struct visit_span *first = &in->span[i];
		int64_t last_s = first->span.exit.at_s;

		for (i++; i < in->n && memcmp(in->span[i].key.b,
		    first->key.b, sizeof(first->key.b)) == 0 &&
		    in->span[i].span.entry.at_s - last_s <= in->gap_s; i++)
			if (in->span[i].span.exit.at_s > last_s)
				last_s = in->span[i].span.exit.at_s;
		if (first->day <= b->days.to &&
		    last_s + in->gap_s >= loaded_s)
			add_going(b, &first->key);
	}
}

static void
add_pages(struct batch *b)
{
	for (size_t i = 0; i < b->parts.pages.n; i++) {
		const struct page_row *p = table_row(&b->parts.pages, i);
		struct day_count more = { .n = (int64_t)p->views,
			.bytes = (int64_t)p->bytes };

		tops_add(&b->tops, TOPS_PAGE, p->day, p->page, &more);
	}
}

/* Days whose figures follow from this one's, if what it lends them has changed. */
static bool
mark_neighbours(struct batch *b, size_t i, bool over_midnight,
    struct err *err)
{
	struct day_digests was = { 0 };
	const struct zone *zone = b->d->s->site->zone;
	int32_t day = b->days.from + (int32_t)i;
	/* By instants: a zone may skip a date. */
	int32_t before = zone_day_at(zone, b->day[i].start_s - 1).day;
	int32_t after = zone_day_at(zone, b->day[i].end_s).day;
	bool known;

	if (!days_digests(b->d->s, day, &known, &was, err))
		return false;
	if (!known)
		was = (struct day_digests){ 0 };
	if (memcmp(&was.back, &b->digests[i].back, sizeof(was.back)) != 0 &&
	    !is_done(b->d, before) &&
	    !days_dirty_mark(b->d->s, before, false, err))
		return false;
	return memcmp(&was.ahead, &b->digests[i].ahead,
	    sizeof(was.ahead)) == 0 || is_done(b->d, after) ||
	    days_dirty_mark(b->d->s, after, over_midnight, err);
}

/* Is somebody online when this day ends? */
static bool
online_at_end(const struct batch *b, size_t i)
{
	int64_t since_s = b->day[i].end_s - b->d->s->site->online_window_s;

	for (size_t k = 0; k < b->parts.n; k++)
		if (b->parts.span[k].day == b->day[i].day &&
		    b->parts.span[k].span.exit.at_s > since_s)
			return true;
	return false;
}

static bool
set_doors(struct batch *b, enum tops_kind kind, int32_t day, struct err *err)
{
	struct day_doors doors = { .day = day,
		.kind = kind == TOPS_ENTRY ? "entry" : "exit" };

	doors.count = tops_of(&b->tops, kind, day, &doors.n);
	return days_set_doors(b->d->s, &doors, err);
}

static bool
set_day(struct batch *b, size_t i, struct err *err)
{
	int32_t day = b->days.from + (int32_t)i;
	struct day_derived d = { .day = day, .v = b->figures[i],
		.digests = b->digests[i], .hour = b->hour };

	for (size_t k = 0; k < b->parts.hours.n; k++) {
		const struct hour_row *h = table_row(&b->parts.hours, k);

		if (h->day != day)
			continue;
		b->hour[d.n_hours++] = *h;
		if (h->class == CLASS_HUMAN && h->outcome == OUTCOME_PAGE)
			d.pages += (int64_t)h->hits;
	}
	/* Neighbours first: what was set last is compared. */
	if (!mark_neighbours(b, i, online_at_end(b, i), err))
		return false;
	d.page = tops_of(&b->tops, TOPS_PAGE, day, &d.n_pages);
	return days_set(b->d->s, &d, err) &&
	    set_doors(b, TOPS_ENTRY, day, err) &&
	    set_doors(b, TOPS_EXIT, day, err);
}

static bool
set_days(struct batch *b, struct err *err)
{
	size_t n = (size_t)(b->days.to - b->days.from + 1);
	bool good = true;

	add_pages(b);
	b->hour = mem_new((b->parts.hours.n + 1) * sizeof(*b->hour));
	for (size_t i = 0; i < n; i++)
		add_done(b->d, b->days.from + (int32_t)i);
	for (size_t i = 0; good && i < n; i++)
		good = set_day(b, i, err);
	mem_free(b->hour);
	return good;
}

/* These days, from the spans up to the day after, and of those visits that may go on, up
 * to day `to`.  b->n_going: how many may go on beyond it. */
static bool
derive_from(struct batch *b, int32_t to, struct err *err)
{
	const struct store_site *s = b->d->s;
	int64_t since_s = b->day[0].start_s - s->site->visit_gap_s;
	struct parts_query q = { .sums = b->days, .carried = true,
		.days = { zone_day_at(s->site->zone, since_s).day, to },
		.since_s = since_s, .only_after = b->days.to + 1,
		.only = b->going, .n_only = b->n_going };
	struct visits_input in = { .gap_s = s->site->visit_gap_s,
		.window_s = s->site->online_window_s };
	struct visits_days days = { b->day,
		(size_t)(b->days.to - b->days.from + 1) };
	struct visits_listener listener = { b, take_visit };
	bool good = true;

	if (!parts_load(s, &q, &b->parts, err))
		return false;
	in.span = b->parts.span;
	in.n = b->parts.n;
	tops_open(&b->tops, &b->parts.terms);
	find_going(b, &in, zone_day_of(s->site->zone, to).end_s);
	visits_derive(&in, &days, b->figures, &listener);
	if (b->n_going == 0) {
		spill_digests(&in, &days, &b->parts.terms,
		    db_keys(s->db)->table_seed, b->digests);
		good = set_days(b, err);
	}
	tops_close(&b->tops);
	parts_close(&b->parts);
	return good;
}

static bool
derive_batch(struct deriving *d, struct period days, struct err *err)
{
	struct batch b = { .d = d, .days = days };
	int32_t step = 1;
	bool good;

	for (int32_t day = days.from; day <= days.to; day++)
		b.day[day - days.from] = zone_day_of(d->s->site->zone, day);
	good = derive_from(&b, days.to + 1, err);
	/* Some visitors never pause (a proxy): look further and further for them.
	 * Each step leaves the last view further behind: it ends. */
	for (int32_t to = days.to + 1; good && b.n_going > 0; step *= 2) {
		to += step;
		good = derive_from(&b, to, err);
	}
	mem_free(b.going);
	return good;
}

static bool
derive_days(struct deriving *d, const int32_t *day, size_t n,
    struct err *err)
{
	bool good = true;

	for (size_t i = 0; good && i < n;) {
		size_t k = 1;

		while (i + k < n && k < DAYS_AT_ONCE &&
		    day[i + k] == day[i] + (int32_t)k)
			k++;
		good = derive_batch(d, (struct period){ day[i],
		    day[i + k - 1] }, err);
		i += k;
	}
	return good;
}

bool
derive_site(const struct store_site *s, struct err *err)
{
	struct deriving d = { .s = s };
	size_t n = 1;
	bool good = true;

	/* Deriving a day may show that its neighbours' figures follow. */
	while (good && n > 0) {
		int32_t *day = NULL;

		n = 0;
		good = days_dirty(s, &day, &n, err) &&
		    derive_days(&d, day, n, err);
		mem_free(day);
	}
	mem_free(d.done);
	return good;
}

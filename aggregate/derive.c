/* SPDX-License-Identifier: MIT */
#include "aggregate/derive.h"

#include <pthread.h>

#include "aggregate/batch.h"
#include "aggregate/hours.h"
#include "common/mem.h"
#include "store/uniques.h"

/* What the parts of a batch's days may take in the store: bounds the spans in memory. */
enum { BATCH_BYTES = 12 * 1024 * 1024 };

struct deriving {
	const struct store_site *s;
	const struct derive_plan *plan;
	struct names names;
	struct seen seen;
	struct hour_row *hour; /* of the day that is being set */
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

/* ---- setting: one day after the other ---- */

/* Days whose figures follow from this one's, if what it lends them has changed. */
static bool
mark_neighbours(struct deriving *d, const struct batch *b, size_t i,
    struct err *err)
{
	struct day_digests was = { 0 };
	const struct zone *zone = d->s->site->zone;
	int32_t day = b->days.from + (int32_t)i;
	/* By instants: a zone may skip a date. */
	int32_t before = zone_day_at(zone, b->day[i].start_s - 1).day;
	int32_t after = zone_day_at(zone, b->day[i].end_s).day;
	bool known;

	if (!days_digests(d->s, day, &known, &was, err))
		return false;
	if (!known)
		was = (struct day_digests){ 0 };
	if (memcmp(&was.back, &b->digests[i].back, sizeof(was.back)) != 0 &&
	    !is_done(d, before) &&
	    !days_dirty_mark(d->s, before, false, err))
		return false;
	return memcmp(&was.ahead, &b->digests[i].ahead,
	    sizeof(was.ahead)) == 0 || is_done(d, after) ||
	    days_dirty_mark(d->s, after, b->online_at_end[i], err);
}

static bool
set_tallies(struct deriving *d, struct batch *b, int32_t day,
    struct err *err)
{
	struct tallies_day t = { .names = &d->names, .day = day };

	if (!tallies_drop(d->s, day, err))
		return false;
	for (int dim = 0; dim < DIM__MAX; dim++) {
		if (dim_info[dim].most == 0)
			continue;
		t.dim = (enum dim)dim;
		t.tally = tops_of(&b->tops, day, t.dim, &t.n);
		if (!tallies_put(d->s, &t, err))
			return false;
	}
	return true;
}

static bool
set_day(struct deriving *d, struct batch *b, size_t i, struct err *err)
{
	int32_t day = b->days.from + (int32_t)i;
	struct seen_day seen = fresh_of(&b->fresh, day);
	struct day_derived set = { .day = day, .v = b->figures[i],
		.hours = &b->hours[i], .digests = b->digests[i],
		.top_views = b->top_views[i] };

	d->hour = mem_grow(d->hour, b->parts.hours.n + 1, sizeof(*d->hour));
	set.hour = d->hour;
	for (size_t k = 0; k < b->parts.hours.n; k++) {
		const struct hour_row *h = table_row(&b->parts.hours, k);

		if (h->day != day)
			continue;
		d->hour[set.n_hours++] = *h;
		if (h->class == CLASS_HUMAN && h->outcome == OUTCOME_PAGE)
			set.pages += (int64_t)h->hits;
	}
	hours_add_rows(&b->hours[i], set.hour, set.n_hours);
	/* Neighbours first: what was set last is compared. */
	return mark_neighbours(d, b, i, err) && days_set(d->s, &set, err) &&
	    uniques_set(d->s, day, facets_uniques(b->facets, day), err) &&
	    set_tallies(d, b, day, err) && seen_put(&d->seen, &seen, err);
}

static bool
set_batch(struct deriving *d, struct batch *b, struct err *err)
{
	size_t n = (size_t)(b->days.to - b->days.from + 1);
	bool good = true;

	for (size_t i = 0; good && i < n; i++)
		good = set_day(d, b, i, err);
	return good;
}

/* ---- deriving: some batches at once ---- */

/* A batch on its way.  The database is one thread's: that one fetches, and sets the
 * batch before, while others derive. */
struct flight {
	struct batch batch;
	struct facets_plan facets;
	struct err err;
	bool good, started;
	pthread_t thread;
};

static void *
fly(void *self)
{
	struct flight *f = self;

	f->good = batch_derive(&f->batch, &f->facets, &f->err);
	return NULL;
}

static void
start(const struct deriving *d, struct flight *f)
{
	f->started = d->plan->threads > 1 &&
	    pthread_create(&f->thread, NULL, fly, f) == 0;
	if (!f->started)
		fly(f);
}

/* Waits for it: did it go well? */
static bool
arrived(struct flight *f)
{
	if (f->started)
		pthread_join(f->thread, NULL);
	f->started = false;
	return f->good;
}

static bool
take_off(struct deriving *d, struct flight *f, struct period days,
    struct err *err)
{
	*f = (struct flight){ .facets = { .site = d->s->site,
		.sources = d->plan->sources } };
	batch_open(&f->batch, d->s, days);
	batch_ask(&f->batch, days.to + 1);
	if (!uniques_key(d->s, days.from, f->facets.unique_key,
	    &f->facets.uniques, err) || !parts_slices(d->s,
	    f->batch.query.days, &f->batch.slices, err) ||
	    (f->batch.slices == 1 &&
	    !parts_fetch(d->s, &f->batch.query, &f->batch.raw, err)))
		return false;
	/* Parts do not change meanwhile: what is on its way is as good as done. */
	for (int32_t day = days.from; day <= days.to; day++)
		add_done(d, day);
	if (f->batch.slices > 1) /* the database is this thread's */
		f->good = batch_derive_slices(&f->batch, &f->facets, &f->err);
	else
		start(d, f);
	return true;
}

static bool
land(struct deriving *d, struct flight *f, struct err *err)
{
	int32_t step = 1;

	/* Some visitors never pause (a proxy): look further and further for them.
	 * Each step leaves the last view further behind: it ends. */
	for (; arrived(f) && f->batch.n_going > 0; step *= 2) {
		batch_ask(&f->batch, f->batch.to + step);
		if (!parts_fetch(d->s, &f->batch.query, &f->batch.raw, err))
			return false;
		start(d, f);
	}
	if (!f->good) {
		*err = f->err;
		return false;
	}
	return set_batch(d, &f->batch, err);
}

static void
give_up(struct flight *f)
{
	arrived(f);
	batch_close(&f->batch);
	*f = (struct flight){ 0 };
}

/* How many days from this one on make a batch. */
static bool
batch_size(const struct deriving *d, const int32_t *day, size_t n, size_t *k,
    struct err *err)
{
	uint64_t bytes = 0, one;

	for (*k = 0; *k < n && *k < BATCH_DAYS && day[*k] == day[0] +
	    (int32_t)*k && uniques_same_year(day[0], day[*k]); (*k)++) {
		if (!parts_bytes(d->s, day[*k], &one, err))
			return false;
		bytes += one;
		if (*k > 0 && bytes > BATCH_BYTES)
			break;
	}
	return true;
}

static bool
derive_days(struct deriving *d, const int32_t *day, size_t n,
    struct err *err)
{
	size_t most = d->plan->threads, first = 0, last = 0;
	struct flight *f = mem_new((most + 1) * sizeof(*f));
	bool good = true;

	/* Flights [first, last) are in the air, in a ring of `most`. */
	for (size_t i = 0; good && (i < n || first < last);) {
		size_t k = 0;

		if (i < n && last - first < most) {
			good = batch_size(d, day + i, n - i, &k, err) &&
			    take_off(d, &f[last % most], (struct period){
			    day[i], day[i] + (int32_t)k - 1 }, err);
			last++;
			i += k;
		} else {
			good = land(d, &f[first % most], err);
			give_up(&f[first++ % most]);
		}
	}
	for (; first < last; first++)
		give_up(&f[first % most]);
	mem_free(f);
	return good;
}

bool
derive_site(const struct store_site *s, const struct derive_plan *plan,
    struct err *err)
{
	struct deriving d = { .s = s, .plan = plan };
	size_t n = 1;
	bool good = true;

	names_open(&d.names, s->db);
	seen_open(&d.seen, s);
	/* Deriving a day may show that its neighbours' figures follow. */
	while (good && n > 0) {
		int32_t *day = NULL;

		n = 0;
		good = days_dirty(s, &day, &n, err) &&
		    derive_days(&d, day, n, err);
		mem_free(day);
	}
	names_close(&d.names);
	seen_close(&d.seen);
	mem_free(d.hour);
	mem_free(d.done);
	return good;
}

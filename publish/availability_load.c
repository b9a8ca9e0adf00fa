/* SPDX-License-Identifier: MIT */
#include "publish/availability_load.h"

#include <stdlib.h>
#include <string.h>

#include "common/buf.h"
#include "common/mem.h"
#include "store/days.h"
#include "store/forget.h"
#include "store/ledger.h"

/* ---- days without figures by hour ---- */

struct older {
	const struct hours_list *known;
	struct hours_list list; /* of the other days */
	size_t cap, at;
	int32_t until;          /* of days up to this one hours are kept no longer */
};

static bool
has_day(struct older *o, int32_t day)
{
	while (o->at < o->known->n && o->known->day[o->at].day < day)
		o->at++;
	return o->at < o->known->n && o->known->day[o->at].day == day;
}

static struct hours_of_day *
older_day(struct older *o, int32_t day)
{
	struct hours_list *l = &o->list;

	if (l->n > 0 && l->day[l->n - 1].day == day)
		return &l->day[l->n - 1].hours;
	if (l->n == o->cap) {
		o->cap = o->cap > 0 ? o->cap * 2 : 32;
		l->day = mem_grow(l->day, o->cap, sizeof(*l->day));
	}
	l->day[l->n] = (struct hours_day){ .day = day };
	l->day[l->n].hours.n = DAY_HOURS;
	return &l->day[l->n++].hours;
}

/* What a class and an outcome tell of an hour. */
static void
take_older(void *self, const struct day_hour *h)
{
	struct older *o = self;
	struct hour_figures *f;
	bool bad = span_eq(h->outcome, span_of(outcome_name(
	    OUTCOME_SERVER_ERROR)));

	if (h->day <= o->until || has_day(o, h->day) || h->hour < 0 ||
	    h->hour >= DAY_HOURS)
		return;
	f = &older_day(o, h->day)->hour[h->hour];
	f->flags |= HOUR_LINES | HOUR_UNTOLD;
	/* "Other" may be 1xx and 2xx: nobody's success for sure. */
	if (!bad && !span_eq(h->outcome, span_of(outcome_name(
	    OUTCOME_CLIENT_ERROR))) && !span_eq(h->outcome,
	    span_of(outcome_name(OUTCOME_OTHER))))
		f->flags |= HOUR_SERVED;
	if (span_eq(h->class, span_of(class_name(CLASS_MONITOR))))
		return;
	f->hits += h->hits;
	f->errors += bad ? h->hits : 0;
}

static int
by_day(const void *pa, const void *pb)
{
	const struct hours_day *a = pa, *b = pb;

	return (a->day > b->day) - (a->day < b->day);
}

struct all_hours {
	struct hours_list known, all; /* figures by hour; and what tells of others */
	int32_t until;                /* of days up to this one there are no hours by class */
};

/* Both lists are ascending, and owned by the caller. */
static bool
load_hours(const struct store_site *s, struct period wide,
    struct all_hours *out, struct err *err)
{
	struct hours_list *known = &out->known;
	struct older o = { .known = known };
	struct days_hours_query q = { wide, take_older, &o };
	bool good = forget_until(s, &o.until, err) &&
	    hours_list(s, wide, known, err) && days_hours(s, &q, err);

	if (good) {
		out->until = o.until;
		o.list.day = mem_grow(o.list.day, o.list.n + known->n + 1,
		    sizeof(*o.list.day));
		if (known->n > 0)
			memcpy(o.list.day + o.list.n, known->day,
			    known->n * sizeof(*known->day));
		o.list.n += known->n;
		if (o.list.n > 1)
			qsort(o.list.day, o.list.n, sizeof(*o.list.day),
			    by_day);
		out->all = o.list;
	} else {
		mem_free(o.list.day);
	}
	return good;
}

/* ---- streams ---- */

struct carrying {
	struct span own;       /* the site's id */
	struct carrier {
		int64_t id;
		bool own, shared;
		struct gaps_stream s;
		bool timed;
	} *stream;
	size_t n, cap;
};

static struct carrier *
carrier_of(struct carrying *c, int64_t id)
{
	/* Rows of a stream follow one another. */
	if (c->n > 0 && c->stream[c->n - 1].id == id)
		return &c->stream[c->n - 1];
	if (c->n == c->cap) {
		c->cap = c->cap > 0 ? c->cap * 2 : 32;
		c->stream = mem_grow(c->stream, c->cap, sizeof(*c->stream));
	}
	c->stream[c->n] = (struct carrier){ .id = id };
	return &c->stream[c->n++];
}

static void
take_entry(void *self, const struct ledger_entry *e)
{
	struct carrying *c = self;
	struct carrier *to;

	if (e->day == INT32_MIN)
		return;
	to = carrier_of(c, e->stream);
	if (span_eq(e->site, c->own))
		to->own = true;
	else if (e->site.n > 0)
		to->shared = true;
}

static int
by_id(const void *pa, const void *pb)
{
	const struct carrier *a = pa, *b = pb;

	return (a->id > b->id) - (a->id < b->id);
}

static void
take_times(void *self, const struct ledger_source *s)
{
	struct carrying *c = self;
	struct carrier key = { .id = s->id };
	struct carrier *found = c->n == 0 ? NULL : bsearch(&key, c->stream,
	    c->n, sizeof(key), by_id);

	if (found == NULL || !s->has_times)
		return;
	found->timed = true;
	found->s = (struct gaps_stream){ s->first_s, s->last_s,
		found->shared };
}

/* Those that carry lines of the site, as *n of *out. */
static bool
load_streams(const struct store_site *s, struct period wide,
    struct gaps_stream **out, size_t *n, struct err *err)
{
	struct carrying c = { .own = span_of(s->site->id) };
	struct ledger_query q = { NULL, wide, take_entry, &c };
	bool good = ledger_list(s->db, &q, err);

	if (c.n > 1)
		qsort(c.stream, c.n, sizeof(*c.stream), by_id);
	good = good && ledger_sources(s->db, take_times, &c, err);
	*out = mem_new((c.n + 1) * sizeof(**out));
	*n = 0;
	for (size_t i = 0; good && i < c.n; i++)
		if (c.stream[i].own && c.stream[i].timed)
			(*out)[(*n)++] = c.stream[i].s;
	mem_free(c.stream);
	return good;
}

/* ---- hours of all sites, for logs that carry several ---- */

struct others {
	struct other {
		int64_t id;
		char zone[64];
	} *site;
	size_t n;
};

static void
take_site(void *self, int64_t id, struct span zone)
{
	struct others *o = self;

	o->site = mem_grow(o->site, o->n + 1, sizeof(*o->site));
	o->site[o->n] = (struct other){ .id = id };
	if (zone.n >= sizeof(o->site->zone))
		return;
	memcpy(o->site[o->n].zone, zone.p, zone.n);
	o->n++;
}

struct starts {
	int64_t *start_s;
	size_t n;
};

static bool
add_other(const struct store_site *s, const struct other *o,
    struct period wide, struct starts *to, struct err *err)
{
	struct hours_list list = { NULL, 0 };
	struct zone *zone = NULL;
	struct site site = SITE_DEFAULTS;
	struct store_site other = { .db = s->db, .id = o->id, .site = &site };
	bool good = zone_open(o->zone, NULL, &zone, err);

	site.zone = zone;
	if (good)
		good = hours_list(&other, wide, &list, err);
	if (good)
		availability_lines(zone, &list, &to->start_s, &to->n);
	mem_free(list.day);
	zone_close(zone);
	return good;
}

static int
by_time(const void *pa, const void *pb)
{
	int64_t a = *(const int64_t *)pa, b = *(const int64_t *)pb;

	return (a > b) - (a < b);
}

static bool
load_all(const struct store_site *s, struct period wide, struct starts *to,
    struct err *err)
{
	struct others o = { NULL, 0 };
	bool good = sites_each(s->db, take_site, &o, err);

	for (size_t i = 0; good && i < o.n; i++)
		if (o.site[i].id != s->id)
			good = add_other(s, &o.site[i], wide, to, err);
	if (to->n > 1)
		qsort(to->start_s, to->n, sizeof(*to->start_s), by_time);
	mem_free(o.site);
	return good;
}

/* ---- the whole ---- */

static bool
any_shared(const struct gaps_stream *stream, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (stream[i].shared)
			return true;
	return false;
}

static void
know_days(struct availability_loaded *l, const struct day_list *days,
    int32_t until)
{
	size_t at = 0, h = 0;

	l->day_known = mem_new(l->a.n_days + 1);
	for (size_t i = 0; i < l->a.n_days; i++) {
		int32_t day = l->a.day[i].day;

		while (at < days->n && days->day[at].day < day)
			at++;
		while (h < l->hours.n && l->hours.day[h].day < day)
			h++;
		l->day_known[i] = day > until || at == days->n ||
		    days->day[at].day != day || (h < l->hours.n &&
		    l->hours.day[h].day == day);
	}
}

static bool
find(const struct store_site *s, struct availability_input *in,
    struct hours_list all, struct availability_loaded *l, struct err *err)
{
	struct period wide = { in->days.from - 1, in->days.to + 1 };
	struct gaps_stream *stream = NULL;
	struct starts own = { NULL, 0 }, every = { NULL, 0 };
	bool good = load_streams(s, wide, &stream, &in->gaps.n_streams, err);

	availability_lines(s->site->zone, &all, &own.start_s, &own.n);
	if (good && any_shared(stream, in->gaps.n_streams)) {
		availability_lines(s->site->zone, &all, &every.start_s,
		    &every.n);
		good = load_all(s, wide, &every, err);
	}
	in->gaps.zone = s->site->zone;
	in->gaps.own = (struct gaps_hours){ own.start_s, own.n };
	in->gaps.all = (struct gaps_hours){ every.start_s, every.n };
	in->gaps.stream = stream;
	in->day = all.day;
	in->n = all.n;
	if (good)
		availability_find(in, &l->a);
	mem_free(own.start_s);
	mem_free(every.start_s);
	mem_free(stream);
	return good;
}

bool
availability_load(const struct store_site *s, struct period days,
    int64_t now_s, struct availability_loaded *out, struct err *err)
{
	struct availability_input in = { .days = days, .now_s = now_s };
	struct all_hours h = { .until = INT32_MIN };
	struct day_list figures = { NULL, 0 };
	bool good;

	*out = (struct availability_loaded){ .day_known = NULL };
	if (days.from > days.to ||
	    (int64_t)days.to - days.from >= AVAILABILITY_DAYS)
		return true;
	good = load_hours(s, (struct period){ days.from - 1, days.to + 1 },
	    &h, err) &&
	    days_list(s, days, now_s, &figures, err) &&
	    find(s, &in, h.all, out, err);
	out->hours = h.known;
	if (good)
		know_days(out, &figures, h.until);
	mem_free(h.all.day);
	mem_free(figures.day);
	if (!good)
		availability_loaded_close(out);
	return good;
}

void
availability_loaded_close(struct availability_loaded *l)
{
	availability_close(&l->a);
	mem_free(l->hours.day);
	mem_free(l->day_known);
	*l = (struct availability_loaded){ .day_known = NULL };
}

/* SPDX-License-Identifier: MIT */
#include "publish/availability_load.h"

#include <stdlib.h>
#include <string.h>

#include "aggregate/figures.h"
#include "common/buf.h"
#include "common/mem.h"
#include "store/days.h"
#include "store/ledger.h"

/* ---- streams ---- */

/* Of a group that carries the site all streams do: with none of its lines in one the log was
 * at work all the same. */
struct carrying {
	struct arena arena;
	struct carrier {
		struct span grp;
		bool shared;
	} *group;
	size_t n_groups;
	struct gaps_stream *stream;
	size_t n, cap;
};

static void
take_group(void *self, struct span grp, bool shared)
{
	struct carrying *c = self;

	c->group = mem_grow(c->group, c->n_groups + 1, sizeof(*c->group));
	c->group[c->n_groups++] = (struct carrier){ {
		arena_dup(&c->arena, grp.p, grp.n), grp.n }, shared };
}

static void
take_stream(void *self, const struct ledger_source *s)
{
	struct carrying *c = self;
	size_t i = 0;

	while (i < c->n_groups && !span_eq(s->grp, c->group[i].grp))
		i++;
	if (i == c->n_groups || !s->has_times)
		return;
	if (c->n == c->cap) {
		c->cap = c->cap > 0 ? c->cap * 2 : 32;
		c->stream = mem_grow(c->stream, c->cap, sizeof(*c->stream));
	}
	c->stream[c->n++] = (struct gaps_stream){ s->first_s, s->last_s,
		c->group[i].shared };
}

/* Those that carry the site, as *n of *out: also on failure the caller's. */
static bool
load_streams(const struct store_site *s, struct gaps_stream **out, size_t *n,
    struct err *err)
{
	struct carrying c = { .n = 0 };
	bool good = ledger_groups(s, take_group, &c, err) &&
	    ledger_sources(s->db, take_stream, &c, err);

	*out = c.stream;
	*n = c.n;
	mem_free(c.group);
	arena_close(&c.arena);
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
know_days(struct availability_loaded *l, const struct day_list *days)
{
	size_t at = 0, h = 0;

	l->day_known = mem_new(l->a.n_days + 1);
	for (size_t i = 0; i < l->a.n_days; i++) {
		int32_t day = l->a.day[i].day;

		while (at < days->n && days->day[at].day < day)
			at++;
		while (h < l->hours.n && l->hours.day[h].day < day)
			h++;
		l->day_known[i] = at == days->n || days->day[at].day != day ||
		    (h < l->hours.n && l->hours.day[h].day == day);
	}
}

static bool
find(const struct store_site *s, struct availability_input *in,
    struct availability_loaded *l, struct err *err)
{
	struct period wide = { in->days.from - 1, in->days.to + 1 };
	struct gaps_stream *stream = NULL;
	struct starts own = { NULL, 0 }, every = { NULL, 0 };
	bool good = load_streams(s, &stream, &in->gaps.n_streams, err);

	availability_lines(s->site->zone, &l->hours, &own.start_s, &own.n);
	if (good && any_shared(stream, in->gaps.n_streams)) {
		availability_lines(s->site->zone, &l->hours, &every.start_s,
		    &every.n);
		good = load_all(s, wide, &every, err);
	}
	in->gaps.zone = s->site->zone;
	in->gaps.own = (struct gaps_hours){ own.start_s, own.n };
	in->gaps.all = (struct gaps_hours){ every.start_s, every.n };
	in->gaps.stream = stream;
	in->day = l->hours.day;
	in->n = l->hours.n;
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
	/* Lines of a day before and after decide on hours within. */
	struct period wide = { days.from - 1, days.to + 1 };
	struct day_list figures = { NULL, 0 };
	bool good;

	*out = (struct availability_loaded){ .day_known = NULL };
	if (days.from > days.to ||
	    (int64_t)days.to - days.from >= AVAILABILITY_DAYS)
		return true;
	good = figures_hours(s, wide, now_s, &out->hours, err) &&
	    days_list(s, days, now_s, &figures, err) && find(s, &in, out, err);
	if (good)
		know_days(out, &figures);
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

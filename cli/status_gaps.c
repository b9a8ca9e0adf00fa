/* SPDX-License-Identifier: MIT */
#include "cli/status_gaps.h"

#include <stdlib.h>
#include <string.h>

#include "aggregate/gaps.h"

static int64_t
since_of(const struct status *s)
{
	return s->now_s - STATUS_GAP_DAYS * INT64_C(86400);
}

struct hours {
	int64_t *start_s;
	size_t n, cap;
};

static void
hours_add(struct hours *h, int64_t start_s)
{
	if (h->n > 0 && h->start_s[h->n - 1] == start_s)
		return; /* another class or outcome of the same hour */
	if (h->n == h->cap) {
		h->cap = h->cap * 2 + 200;
		h->start_s = mem_grow(h->start_s, h->cap, sizeof(int64_t));
	}
	h->start_s[h->n++] = start_s;
}

struct reading {
	struct hours *hours;
	const struct zone *zone;
	struct zone_day day;
	bool any;
};

static void
take_hour(void *self, const struct day_hour *h)
{
	struct reading *r = self;

	if (!r->any || r->day.day != h->day)
		r->day = zone_day_of(r->zone, h->day);
	r->any = true;
	hours_add(r->hours, r->day.start_s + (int64_t)h->hour * 3600);
}

const struct settings_group *
status_group(const struct workplace *w, const char *id)
{
	for (size_t i = 0; i < w->settings.n_groups; i++)
		if (strcmp(w->settings.group[i].id, id) == 0)
			return &w->settings.group[i];
	return NULL;
}

/* The streams that carry a site.  Of a group that is configured no more it is not
 * known whose lines it has: it may be anybody's. */
static struct gaps_stream *
streams_of(const struct workplace *w, const struct status *s, size_t site,
    size_t *n)
{
	struct gaps_stream *list = mem_new(s->n_sources * sizeof(*list));

	*n = 0;
	for (size_t i = 0; i < s->n_sources; i++) {
		const struct status_source *from = &s->source[i];
		const struct settings_group *g = status_group(w, from->group);
		bool shared = g == NULL || g->only == UINT32_MAX;

		if (from->has_times && (shared || g->only == site))
			list[(*n)++] = (struct gaps_stream){ from->first_s,
				from->last_s, shared };
	}
	return list;
}

struct taking {
	struct status *s;
	const struct site *site;
};

static void
take_gap(void *self, int64_t from_s, int64_t to_s)
{
	struct taking *t = self;
	struct status *s = t->s;

	s->gap = mem_grow(s->gap, s->n_gaps + 1, sizeof(*s->gap));
	s->gap[s->n_gaps++] = (struct status_gap){ t->site, from_s, to_s };
}

static int
by_time(const void *pa, const void *pb)
{
	int64_t a = *(const int64_t *)pa, b = *(const int64_t *)pb;

	return (a > b) - (a < b);
}

/* Of the days that are looked at. */
struct all_hours {
	struct hours *own; /* by site */
	struct hours all;  /* of all sites */
};

static bool
read_site(const struct status *s, size_t i,
    struct all_hours *h, struct err *err)
{
	const struct status_site *site = &s->site[i];
	struct reading r = { .hours = &h->own[i], .zone = site->site->zone };
	/* A day more at both ends: lines there decide on hours within. */
	struct days_hours_query q = {
		{ zone_day_at(r.zone, since_of(s)).day - 1,
		    zone_day_at(r.zone, s->now_s).day + 1 }, take_hour, &r };

	if (site->known && !days_hours(&site->stored, &q, err))
		return false;
	for (size_t k = 0; k < r.hours->n; k++)
		hours_add(&h->all, r.hours->start_s[k]);
	return true;
}

static bool
read_hours(const struct status *s,
    struct all_hours *h, struct err *err)
{
	h->own = mem_new(s->n_sites * sizeof(*h->own));
	for (size_t i = 0; i < s->n_sites; i++)
		if (!read_site(s, i, h, err))
			return false;
	if (h->all.n > 1)
		qsort(h->all.start_s, h->all.n, sizeof(int64_t), by_time);
	return true;
}

bool
status_gaps(const struct workplace *w, struct status *s, struct err *err)
{
	struct all_hours h = { 0 };
	bool good = read_hours(s, &h, err);

	for (size_t i = 0; good && i < s->n_sites; i++) {
		struct taking t = { s, s->site[i].site };
		struct gaps_site site = { .zone = t.site->zone,
			.own = { h.own[i].start_s, h.own[i].n },
			.all = { h.all.start_s, h.all.n } };
		struct gaps_stream *stream = streams_of(w, s, i,
		    &site.n_streams);

		site.stream = stream;
		gaps_find(&site, since_of(s), s->now_s, take_gap, &t);
		mem_free(stream);
	}
	for (size_t i = 0; i < s->n_sites; i++)
		mem_free(h.own[i].start_s);
	mem_free(h.own);
	mem_free(h.all.start_s);
	return good;
}

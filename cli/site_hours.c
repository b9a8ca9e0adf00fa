/* SPDX-License-Identifier: MIT */
#include "cli/site_hours.h"

#include <stdlib.h>

#include "aggregate/figures.h"
#include "cli/known_site.h"
#include "cli/status_gaps.h"

struct starts {
	int64_t *start_s;
	size_t n;
};

struct loading {
	const struct workplace *w;
	const struct site_hours_query *q;
	struct gaps_stream *stream; /* those that carry the site */
	size_t n_streams;
	bool shared;                /* one of them carries others, too */
	struct starts own, all;
};

static void
take_source(void *self, const struct ledger_source *from)
{
	struct loading *l = self;
	struct buf id = { 0 };
	const struct settings_group *g;
	bool shared;

	buf_span(&id, from->grp);
	g = status_group(l->w, buf_text(&id));
	buf_close(&id);
	/* Of a group that is configured no more it is not known whose lines it has. */
	shared = g == NULL || g->only == UINT32_MAX;
	if (!from->has_times || (!shared && g->only != l->q->site))
		return;
	l->stream = mem_grow(l->stream, l->n_streams + 1, sizeof(*l->stream));
	l->stream[l->n_streams++] = (struct gaps_stream){ from->first_s,
		from->last_s, shared };
	l->shared = l->shared || shared;
}

/* The days of a site, and one more at both ends: lines there decide on hours within. */
static bool
load_hours(const struct loading *l, size_t site, struct period days,
    struct hours_list *out, struct err *err)
{
	struct store_site s;
	bool known;

	*out = (struct hours_list){ .n = 0 };
	if (!known_site(l->w->db, &l->w->settings.site[site], &known, &s, err))
		return false;
	return !known || figures_hours(&s, (struct period){ days.from - 1,
	    days.to + 1 }, l->q->now_s, out, err);
}

static int
by_time(const void *pa, const void *pb)
{
	int64_t a = *(const int64_t *)pa, b = *(const int64_t *)pb;

	return (a > b) - (a < b);
}

/* When the site's logs had lines of others. */
static bool
load_others(struct loading *l, struct period days, struct err *err)
{
	for (size_t i = 0; l->shared && i < l->w->settings.n_sites; i++) {
		struct hours_list list;

		if (!load_hours(l, i, days, &list, err))
			return false;
		availability_lines(l->w->settings.site[i].zone, &list,
		    &l->all.start_s, &l->all.n);
		mem_free(list.day);
	}
	if (l->all.n > 1)
		qsort(l->all.start_s, l->all.n, sizeof(int64_t), by_time);
	return true;
}

static void
keep_days(struct hours_list *list, struct period days)
{
	size_t k = 0;

	for (size_t i = 0; i < list->n; i++)
		if (list->day[i].day >= days.from &&
		    list->day[i].day <= days.to)
			list->day[k++] = list->day[i];
	list->n = k;
}

static bool
load(struct loading *l, struct period days, struct site_hours *out,
    struct err *err)
{
	const struct zone *zone = l->w->settings.site[l->q->site].zone;

	if (!ledger_sources(l->w->db, take_source, l, err) ||
	    !load_hours(l, l->q->site, days, &out->hours, err) ||
	    !load_others(l, days, err))
		return false;
	availability_lines(zone, &out->hours, &l->own.start_s, &l->own.n);
	keep_days(&out->hours, days);

	struct availability_input in = { { zone,
		{ l->own.start_s, l->own.n }, { l->all.start_s, l->all.n },
		l->stream, l->n_streams }, out->hours.day, out->hours.n,
		days, l->q->now_s };

	availability_find(&in, &out->availability);
	return true;
}

bool
site_hours_load(const struct workplace *w, const struct site_hours_query *q,
    struct site_hours *out, struct err *err)
{
	struct loading l = { .w = w, .q = q };
	int32_t today = zone_day_at(w->settings.site[q->site].zone,
	    q->now_s).day;
	struct period days = { q->days.from,
		q->days.to < today ? q->days.to : today };
	bool good;

	*out = (struct site_hours){ .hours = { 0 } };
	good = days.from > days.to || load(&l, days, out, err);
	mem_free(l.stream);
	mem_free(l.own.start_s);
	mem_free(l.all.start_s);
	if (!good)
		site_hours_close(out);
	return good;
}

void
site_hours_close(struct site_hours *h)
{
	mem_free(h->hours.day);
	availability_close(&h->availability);
	*h = (struct site_hours){ .hours = { 0 } };
}

/* SPDX-License-Identifier: MIT */
#include "aggregate/visits.h"

#include <stdlib.h>
#include <string.h>

#include "common/mem.h"

static bool
same_key(const struct visit_span *a, const struct visit_span *b)
{
	return memcmp(a->key.b, b->key.b, sizeof(a->key.b)) == 0;
}

/* The days asked for, and where their figures go. */
struct days {
	const struct zone_day *day;
	size_t n;
	struct day_visits *out;
};

static struct day_visits *
figures_of(const struct days *d, int32_t day)
{
	if (d->n == 0 || day < d->day[0].day || day > d->day[d->n - 1].day)
		return NULL;
	return &d->out[day - d->day[0].day];
}

/* The run of spans from s[i] on that make one visit; its end is returned. */
static size_t
chain(const struct visits_input *in, size_t i, struct visit *v)
{
	const struct visit_span *s = in->span;

	*v = (struct visit){ .day = s[i].day, .entry = s[i].span.entry,
		.exit = s[i].span.exit, .views = s[i].span.views,
		.bytes = s[i].span.bytes, .sealed = s[i].span.views == 0 };
	for (i++; i < in->n && same_key(&s[i - 1], &s[i]) &&
	    s[i].span.entry.at_s - v->exit.at_s <= in->gap_s; i++) {
		/* Two carried records of one visit may follow each other. */
		if (s[i].span.exit.at_s > v->exit.at_s ||
		    s[i].span.views > 0)
			v->exit = s[i].span.exit;
		v->views += s[i].span.views;
		v->bytes += s[i].span.bytes;
	}
	return i;
}

static void
count_visit(const struct days *d, const struct visit *v,
    const struct visits_listener *listener)
{
	struct day_visits *f = v->sealed ? NULL : figures_of(d, v->day);

	if (f == NULL)
		return;
	f->visits++;
	f->views += (int64_t)v->views;
	if (v->views == 1) {
		f->bounces++;
	} else {
		f->timed++;
		f->timed_s += v->exit.at_s - v->entry.at_s;
	}
	if (listener != NULL)
		listener->take(listener->self, v);
}

/* Distinct keys of each day: the spans of a key are in order of time, so a day is
 * new to the key where it differs from the span's before. */
static void
count_visitors(const struct days *d, const struct visit_span *s, size_t from,
    size_t to, bool sealed)
{
	uint64_t known = 0; /* views that its frozen figures have */

	for (size_t i = from; i < to; i++) {
		struct day_visits *f = figures_of(d, s[i].day);
		uint64_t had = known < s[i].span.views ? known :
		    s[i].span.views;

		if (f != NULL && sealed)
			f->carried += (int64_t)(s[i].span.views - had);
		known -= had;
		if (s[i].span.views == 0)
			known += s[i].span.bytes;
		if (f == NULL || s[i].span.views == 0)
			continue;
		if (i == 0 || !same_key(&s[i - 1], &s[i]) ||
		    s[i - 1].day != s[i].day || s[i - 1].span.views == 0)
			f->visitors++;
	}
}

struct edge {
	int64_t at_s;
	int step; /* +1 begins, -1 ends */
};

static int
by_time_ends_first(const void *pa, const void *pb)
{
	const struct edge *a = pa, *b = pb;

	if (a->at_s != b->at_s)
		return a->at_s < b->at_s ? -1 : 1;
	return a->step - b->step;
}

/* [first, last + W) of each visitor, united where they touch. */
static size_t
online_edges(const struct visits_input *in, struct edge *edge)
{
	const struct visit_span *s = in->span;
	int64_t window_s = in->window_s;
	size_t n = in->n, k = 0;

	for (size_t i = 0; i < n;) {
		int64_t from = s[i].span.entry.at_s;
		int64_t to = s[i].span.exit.at_s + window_s;

		for (i++; i < n && same_key(&s[i - 1], &s[i]) &&
		    s[i].span.entry.at_s <= to; i++)
			if (s[i].span.exit.at_s + window_s > to)
				to = s[i].span.exit.at_s + window_s;
		edge[k++] = (struct edge){ from, +1 };
		edge[k++] = (struct edge){ to, -1 };
	}
	return k;
}

/* Visitors online from from_s to to_s: shared out to the days it lies in. */
static void
count_stretch(const struct days *d, size_t *first, int64_t from_s,
    int64_t to_s, int64_t online)
{
	while (*first < d->n && d->day[*first].end_s <= from_s)
		(*first)++;
	for (size_t i = *first; i < d->n && d->day[i].start_s < to_s; i++) {
		int64_t from = from_s > d->day[i].start_s ? from_s :
		    d->day[i].start_s;
		int64_t to = to_s < d->day[i].end_s ? to_s : d->day[i].end_s;

		if (from >= to) /* a date that the zone skipped */
			continue;
		d->out[i].online_s += online * (to - from);
		if (online > d->out[i].online_peak) {
			d->out[i].online_peak = online;
			d->out[i].online_peak_at_s = from;
		}
	}
}

static void
count_online(const struct days *d, const struct visits_input *in)
{
	struct edge *edge = mem_grow(NULL, 2 * in->n + 1, sizeof(*edge));
	size_t k = online_edges(in, edge);
	size_t first = 0;
	int64_t online = 0;

	if (k > 1)
		qsort(edge, k, sizeof(*edge), by_time_ends_first);
	for (size_t i = 0; i < k; i++) {
		if (i > 0 && online > 0 && edge[i].at_s > edge[i - 1].at_s)
			count_stretch(d, &first, edge[i - 1].at_s,
			    edge[i].at_s, online);
		online += edge[i].step;
	}
	mem_free(edge);
}

void
visits_derive(const struct visits_input *in, const struct visits_days *days,
    struct day_visits *out, const struct visits_listener *listener)
{
	struct days d = { days->day, days->n, out };

	memset(out, 0, days->n * sizeof(*out));
	for (size_t i = 0; i < in->n;) {
		struct visit v;
		size_t end = chain(in, i, &v);

		count_visit(&d, &v, listener);
		count_visitors(&d, in->span, i, end, v.sealed);
		i = end;
	}
	count_online(&d, in);
}

int64_t
visits_online(const struct visits_input *in, int64_t as_of_s)
{
	const struct visit_span *s = in->span;
	int64_t online = 0;

	for (size_t i = 0; i < in->n;) {
		size_t from = i;
		bool here = false;

		/* A span that begins before as_of and ends after it has its next
		 * view at most W later, so one of its views lies in the window
		 * or the span began there. */
		for (; i < in->n && same_key(&s[from], &s[i]); i++)
			here = here || (s[i].span.entry.at_s <= as_of_s &&
			    s[i].span.exit.at_s > as_of_s - in->window_s);
		online += here;
	}
	return online;
}

/* The last view of a chain that is not after as_of. */
static int64_t
last_view(const struct visit_span *s, size_t from, size_t to, int64_t as_of_s)
{
	int64_t last = s[from].span.entry.at_s;

	for (size_t i = from; i < to; i++)
		if (s[i].span.entry.at_s <= as_of_s)
			last = s[i].span.exit.at_s < as_of_s ?
			    s[i].span.exit.at_s : as_of_s;
	return last;
}

struct visits_running
visits_running(const struct visits_input *in, const struct zone_day *today,
    int64_t as_of_s)
{
	const struct visit_span *s = in->span;
	struct visits_running r = { 0 };
	size_t counted = SIZE_MAX; /* the key last counted as a visitor */

	for (size_t i = 0; i < in->n;) {
		struct visit v;
		size_t first = i;

		i = chain(in, i, &v);
		for (size_t k = first; k < i; k++)
			if (s[k].day == today->day && s[k].span.views > 0 &&
			    s[k].span.entry.at_s <= as_of_s &&
			    (counted == SIZE_MAX ||
			    !same_key(&s[counted], &s[k]))) {
				r.visitors++;
				counted = k;
			}
		if (v.sealed || v.day != today->day ||
		    v.entry.at_s > as_of_s)
			continue;
		r.started++;
		r.open += last_view(s, first, i, as_of_s) >
		    as_of_s - in->gap_s;
	}
	return r;
}

/* SPDX-License-Identifier: MIT */
#include "aggregate/visits.h"

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
	struct hours_of_day *hours; /* or NULL */
};

static struct day_visits *
figures_of(const struct days *d, int32_t day)
{
	if (d->n == 0 || day < d->day[0].day || day > d->day[d->n - 1].day)
		return NULL;
	return &d->out[day - d->day[0].day];
}

enum { MINUTE_S = 60, HOUR_S = 3600 };

static struct hour_figures *
hour_of(const struct days *d, int32_t day, int64_t at_s)
{
	size_t i = (size_t)(day - d->day[0].day);
	int64_t hour = (at_s - d->day[i].start_s) / HOUR_S;

	return &d->hours[i].hour[hour < DAY_HOURS ? hour : DAY_HOURS - 1];
}

/* The run of spans from s[i] on that make one visit; its end is returned. */
static size_t
chain(const struct visits_input *in, size_t i, struct visit *v)
{
	const struct visit_span *s = in->span;

	*v = (struct visit){ .day = s[i].day, .entry = s[i].span.entry,
		.exit = s[i].span.exit, .views = s[i].span.views,
		.bytes = s[i].span.bytes, .sections = s[i].span.sections,
		.traits = s[i].span.traits, .sealed = s[i].span.views == 0 };
	for (i++; i < in->n && same_key(&s[i - 1], &s[i]) &&
	    s[i].span.entry.at_s - v->exit.at_s <= in->gap_s; i++) {
		/* Two carried records of one visit may follow each other. */
		if (s[i].span.exit.at_s > v->exit.at_s ||
		    s[i].span.views > 0)
			v->exit = s[i].span.exit;
		v->views += s[i].span.views;
		v->bytes += s[i].span.bytes;
		v->sections |= s[i].span.sections;
		view_traits_join(&v->traits, &s[i].span.traits);
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
	if (d->hours != NULL)
		hour_of(d, v->day, v->entry.at_s)->visits++;
	f->views += (int64_t)v->views;
	if (v->views == 1) {
		f->bounces++;
	} else {
		f->timed++;
		f->timed_s += v->exit.at_s - v->entry.at_s;
	}
	if (listener != NULL && listener->take != NULL)
		listener->take(listener->self, v);
}

static void
add_to_visitor(struct visitor_day *v, const struct visit_span *s)
{
	int64_t length_s = s->span.exit.at_s - s->span.entry.at_s;
	int64_t rate = (int64_t)s->span.views * MINUTE_S /
	    (length_s > MINUTE_S ? length_s : MINUTE_S);

	if (v->views == 0)
		v->traits = s->span.traits;
	v->views += s->span.views;
	v->sections |= s->span.sections;
	if (rate > v->fastest)
		v->fastest = rate;
	view_traits_join(&v->traits, &s->span.traits);
	conduct_add(&v->conduct, &s->conduct);
}

/* Does a visit begin with this span of a key that began at `first`? */
static bool
begins_visit(const struct visits_input *in, size_t first, size_t i)
{
	const struct visit_span *s = in->span;

	return s[i].span.views > 0 && (i == first ||
	    s[i].span.entry.at_s - s[i - 1].span.exit.at_s > in->gap_s);
}

/* The days of one visitor, whose spans are in order of time, thus of days. */
static void
tell_visitor(const struct days *d, const struct visits_input *in, size_t from,
    size_t to, const struct visits_listener *listener)
{
	const struct visit_span *s = in->span;

	for (size_t i = from; i < to;) {
		struct visitor_day v = { .key = &s[i].key, .day = s[i].day };

		for (; i < to && s[i].day == v.day; i++) {
			v.visits += begins_visit(in, from, i);
			if (s[i].span.views > 0)
				add_to_visitor(&v, &s[i]);
		}
		if (v.views > 0 && figures_of(d, v.day) != NULL)
			listener->visitor(listener->self, &v);
	}
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

/* What changes in the number of visitors online at each second of the days: a day has
 * few seconds, and to sort the ends of all spans would cost more than the spans. */
struct sweep {
	int64_t start_s, end_s;
	int32_t *change;
};

static void
sweep_add(struct sweep *w, int64_t from_s, int64_t to_s)
{
	if (from_s < w->start_s)
		from_s = w->start_s;
	if (to_s > w->end_s)
		to_s = w->end_s;
	if (from_s >= to_s)
		return;
	w->change[from_s - w->start_s]++;
	w->change[to_s - w->start_s]--;
}

/* [first, last + W) of each visitor, united where they touch. */
static void
sweep_spans(struct sweep *w, const struct visits_input *in)
{
	const struct visit_span *s = in->span;
	int64_t window_s = in->window_s;
	size_t n = in->n;

	for (size_t i = 0; i < n;) {
		int64_t from = s[i].span.entry.at_s;
		int64_t to = s[i].span.exit.at_s + window_s;

		for (i++; i < n && same_key(&s[i - 1], &s[i]) &&
		    s[i].span.entry.at_s <= to; i++)
			if (s[i].span.exit.at_s + window_s > to)
				to = s[i].span.exit.at_s + window_s;
		sweep_add(w, from, to);
	}
}

void
visits_begin(struct visits_steps *v, const struct visits_days *days,
    struct day_visits *out)
{
	*v = (struct visits_steps){ .days = *days, .out = out };
	memset(out, 0, days->n * sizeof(*out));
	for (size_t i = 0; days->hours != NULL && i < days->n; i++) {
		int64_t s = days->day[i].end_s - days->day[i].start_s;
		int64_t n = (s + HOUR_S - 1) / HOUR_S;

		days->hours[i] = (struct hours_of_day){
			.n = n < DAY_HOURS ? (int)n : DAY_HOURS };
	}
	if (days->n > 0)
		v->change = mem_new(((size_t)(days->day[days->n - 1].end_s -
		    days->day[0].start_s) + 1) * sizeof(*v->change));
}

void
visits_add(struct visits_steps *steps, const struct visits_input *in,
    const struct visits_listener *listener)
{
	struct days d = { steps->days.day, steps->days.n, steps->out,
		steps->days.hours };

	for (size_t i = 0, first = 0; i < in->n;) {
		struct visit v;
		size_t end = chain(in, i, &v);

		count_visit(&d, &v, listener);
		count_visitors(&d, in->span, i, end, v.sealed);
		i = end;
		if (listener == NULL || listener->visitor == NULL ||
		    (i < in->n && same_key(&in->span[i], &in->span[first])))
			continue;
		tell_visitor(&d, in, first, i, listener);
		first = i;
	}
	if (d.n > 0)
		sweep_spans(&(struct sweep){ d.day[0].start_s,
		    d.day[d.n - 1].end_s, steps->change }, in);
}

/* Ends come before starts at the same instant, as only their sum is looked at. */
static int64_t
sweep_hour(const int32_t *change, int64_t from_s, int64_t to_s,
    int64_t online, struct hour_figures *f)
{
	for (int64_t at = from_s; at < to_s; at++) {
		online += *change++;
		f->online_s += online;
		if (online > f->peak) {
			f->peak = online;
			f->peak_at_s = at;
		}
	}
	return online;
}

void
visits_end(struct visits_steps *v)
{
	const int32_t *change = v->change;
	int64_t online = 0;

	for (size_t i = 0; i < v->days.n; i++) {
		const struct zone_day *day = &v->days.day[i];
		struct day_visits *f = &v->out[i];
		int64_t from_s = day->start_s;

		for (int h = 0; from_s < day->end_s; h++) {
			struct hour_figures none = { 0 }, *hour = &none;
			int64_t to_s = from_s + HOUR_S;

			if (h == DAY_HOURS - 1 || to_s > day->end_s)
				to_s = day->end_s;
			if (v->days.hours != NULL)
				hour = &v->days.hours[i].hour[h];
			online = sweep_hour(change, from_s, to_s, online, hour);
			change += to_s - from_s;
			from_s = to_s;
			f->online_s += hour->online_s;
			if (hour->peak > f->online_peak) {
				f->online_peak = hour->peak;
				f->online_peak_at_s = hour->peak_at_s;
			}
		}
	}
	mem_free(v->change);
	v->change = NULL;
}

void
visits_derive(const struct visits_input *in, const struct visits_days *days,
    struct day_visits *out, const struct visits_listener *listener)
{
	struct visits_steps v;

	visits_begin(&v, days, out);
	visits_add(&v, in, listener);
	visits_end(&v);
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

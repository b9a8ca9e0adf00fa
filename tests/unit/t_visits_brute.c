/* SPDX-License-Identifier: MIT */
/* Visits, uniques and online figures against a slow second way to count them: view
 * by view, and second by second. */
#include <stdlib.h>

#include "aggregate/visits.h"
#include "tests/tap.h"
#include "tests/unit/rig.h"

/* Short days and windows, so that midnight is often near. */
enum {
	V = 120, W = 20, DAYS = 4, VISITORS = 6, VIEWS = 60, ROUNDS = 400,
	LAST_S = 4000
};
static const struct zone_day day[DAYS] = { { 10, 0, 1000 },
	{ 11, 1000, 1900 }, { 12, 1900, 3000 }, { 13, 3000, 4200 } };

struct world {
	int64_t at_s[VISITORS][VIEWS]; /* ascending */
	size_t n[VISITORS];
};

static int
by_number(const void *pa, const void *pb)
{
	int64_t a = *(const int64_t *)pa, b = *(const int64_t *)pb;

	return (a > b) - (a < b);
}

static void
make(struct world *w, uint64_t seed)
{
	for (int v = 0; v < VISITORS; v++) {
		int64_t at = (int64_t)chance(&seed, LAST_S);

		w->n[v] = chance(&seed, VIEWS);
		for (size_t i = 0; i < w->n[v]; i++) {
			static const int64_t step[] = { 0, 1, W - 1, W, W + 1,
				V - 1, V, V + 1, 500 };

			w->at_s[v][i] = at % LAST_S;
			at += step[chance(&seed, 9)];
		}
		qsort(w->at_s[v], w->n[v], sizeof(int64_t), by_number);
	}
}

static int
day_at(int64_t at_s)
{
	int d = 0;

	while (at_s >= day[d].end_s)
		d++;
	return d;
}

/* ---- the slow way ---- */

static bool
online_at(const struct world *w, int visitor, int64_t at_s)
{
	for (size_t i = 0; i < w->n[visitor]; i++)
		if (w->at_s[visitor][i] <= at_s &&
		    at_s < w->at_s[visitor][i] + W)
			return true;
	return false;
}

static void
slow_online(const struct world *w, struct day_visits *out)
{
	for (int64_t t = 0; t < day[DAYS - 1].end_s; t++) {
		struct day_visits *f = &out[day_at(t)];
		int64_t online = 0;

		for (int v = 0; v < VISITORS; v++)
			online += online_at(w, v, t);
		f->online_s += online;
		if (online > f->online_peak) {
			f->online_peak = online;
			f->online_peak_at_s = t;
		}
	}
}

/* Days before `sealed` are sealed: views of their visits later on are carried. */
static void
slow_visits(const int64_t *at, size_t n, int sealed, struct day_visits *out)
{
	for (size_t i = 0, end; i < n; i = end) {
		struct day_visits *f = &out[day_at(at[i])];

		for (end = i + 1; end < n && at[end] - at[end - 1] <= V;)
			end++;
		f->visits++;
		f->views += (int64_t)(end - i);
		f->bounces += end - i == 1;
		f->timed += end - i > 1;
		f->timed_s += at[end - 1] - at[i];
		for (size_t k = i; k < end; k++)
			if (day_at(at[i]) < sealed && day_at(at[k]) >= sealed)
				out[day_at(at[k])].carried++;
	}
	for (size_t i = 0; i < n; i++)
		if (i == 0 || day_at(at[i]) != day_at(at[i - 1]))
			out[day_at(at[i])].visitors++;
}

/* ---- the way of the program ---- */

static struct span
no_text(void *self, uint32_t term)
{
	(void)self;
	(void)term;
	return (struct span){ 0 };
}

static const struct view_texts texts = { NULL, no_text };

/* Spans of the open days, and carried records of the last sealed one. */
static size_t
spans_of(const struct world *w, int sealed, struct visit_span *out)
{
	size_t n = 0;

	for (int v = 0; v < VISITORS; v++)
		for (int d = 0; d < DAYS; d++) {
			struct view_span same[VIEWS + 1];
			size_t k = 0;

			for (size_t i = 0; i < w->n[v]; i++) {
				struct view x = { w->at_s[v][i], 0, 0 };

				if (day_at(x.at_s) == d)
					k = view_spans_add(same, k,
					    (struct view_span){ .entry = x,
					    .exit = x, .views = 1 }, W,
					    &texts);
			}
			for (size_t i = 0; d >= sealed && i < k; i++)
				out[n++] = (struct visit_span){
					.key = rig_key((unsigned)v),
					.day = day[d].day, .span = same[i] };
			if (d != sealed - 1 || k == 0 ||
			    same[k - 1].exit.at_s < day[d].end_s - V)
				continue;
			same[k - 1].entry = same[k - 1].exit;
			same[k - 1].views = 0;
			out[n++] = (struct visit_span){
				.key = rig_key((unsigned)v),
				.day = day[d].day, .span = same[k - 1] };
		}
	return n;
}

static bool
same(const struct day_visits *got, const struct day_visits *want)
{
	return memcmp(got, want, sizeof(*got)) == 0;
}

/* What a listener hears, summed by day. */
struct heard {
	int64_t visits[DAYS], started[DAYS], visitors[DAYS], views[DAYS];
};

static void
hear_visit(void *self, const struct visit *v)
{
	((struct heard *)self)->visits[v->day - day[0].day]++;
}

static void
hear_visitor(void *self, const struct visitor_day *v)
{
	struct heard *h = self;
	int d = v->day - day[0].day;

	h->visitors[d]++;
	h->started[d] += (int64_t)v->visits;
	h->views[d] += (int64_t)v->views;
}

/* Visits are told twice, by themselves and by their visitors. */
static bool
heard_well(const struct heard *h, const struct day_visits *got, int sealed)
{
	for (int d = sealed; d < DAYS; d++)
		if (h->visits[d] != got[d - sealed].visits ||
		    h->started[d] != h->visits[d] ||
		    h->visitors[d] != got[d - sealed].visitors)
			return false;
	return true;
}

static bool
heard_views(const struct heard *h, const struct world *w, int sealed)
{
	int64_t views[DAYS] = { 0 };

	for (int v = 0; v < VISITORS; v++)
		for (size_t i = 0; i < w->n[v]; i++)
			views[day_at(w->at_s[v][i])]++;
	return memcmp(h->views + sealed, views + sealed,
	    (size_t)(DAYS - sealed) * sizeof(*views)) == 0;
}

static bool
derive_round(const struct world *w, int sealed)
{
	static struct visit_span span[VISITORS * VIEWS * 2];
	struct day_visits want[DAYS] = { { 0 } }, got[DAYS];
	struct visits_input in = { .span = span, .n = spans_of(w, sealed,
		span), .gap_s = V, .window_s = W };
	struct visits_days days = { &day[sealed], (size_t)(DAYS - sealed),
		NULL };
	struct heard heard = { .visits = { 0 } };
	struct visits_listener listener = { &heard, hear_visit, hear_visitor };
	bool good = true;

	rig_sort(span, in.n);
	slow_online(w, want);
	for (int v = 0; v < VISITORS; v++)
		slow_visits(w->at_s[v], w->n[v], sealed, want);
	visits_derive(&in, &days, got, &listener);
	for (int d = sealed; d < DAYS; d++)
		good = good && same(&got[d - sealed], &want[d]);
	good = good && heard_well(&heard, got, sealed) &&
	    heard_views(&heard, w, sealed);

	/* A day alone is as it is among the others. */
	for (int d = 0; good && sealed == 0 && d < DAYS; d++) {
		struct visits_days one = { &day[d], 1, NULL };

		visits_derive(&in, &one, got, NULL);
		good = same(got, &want[d]);
	}
	return good;
}

/* Online and open at an instant. */
static bool
instant_round(const struct world *w, int64_t as_of_s)
{
	static struct visit_span span[VISITORS * VIEWS * 2];
	struct visits_input in = { .span = span, .n = spans_of(w, 0, span),
		.gap_s = V, .window_s = W };
	const struct zone_day *today = &day[day_at(as_of_s)];
	struct visits_running r;
	int64_t online = 0, started = 0, visitors = 0;

	rig_sort(span, in.n);
	for (int v = 0; v < VISITORS; v++) {
		const int64_t *at = w->at_s[v];
		bool seen = false;

		online += online_at(w, v, as_of_s);
		for (size_t i = 0; i < w->n[v]; i++) {
			bool here = at[i] >= today->start_s && at[i] <= as_of_s;

			seen = seen || here;
			started += here && (i == 0 || at[i] - at[i - 1] > V);
		}
		visitors += seen;
	}
	r = visits_running(&in, today, as_of_s);
	return visits_online(&in, as_of_s) == online && r.started == started &&
	    r.visitors == visitors && r.open >= 0 && r.open <= started;
}

int
main(void)
{
	bool open = true, sealed = true, instants = true;

	for (uint64_t round = 0; round < ROUNDS; round++) {
		static struct world w;
		uint64_t seed = round + 1000;

		make(&w, round);
		open = open && derive_round(&w, 0);
		sealed = sealed && derive_round(&w, 1 + (int)chance(&seed, 3));
		for (int i = 0; i < 20; i++)
			instants = instants && instant_round(&w,
			    (int64_t)chance(&seed, LAST_S));
	}
	ok(open, "random views: the figures of days, together and alone");
	ok(sealed, "figures of the days after sealed ones");
	ok(instants, "online, started and visitors at random instants");
	return done();
}

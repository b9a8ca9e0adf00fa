/* SPDX-License-Identifier: MIT */
#include "aggregate/visits.h"

#include <stdlib.h>

#include "common/civil.h"
#include "tests/tap.h"
#include "tests/unit/rig.h"

enum { MIN = 60, HOUR = 3600, V = 30 * MIN, W = 5 * MIN, ROOM = 2000 };

static struct span
no_text(void *self, uint32_t term)
{
	(void)self;
	(void)term;
	return (struct span){ 0 };
}

/* A test's views, as spans of a visitor and day. */
struct stage {
	const struct zone_day *day;
	size_t n_days;
	int64_t gap_s, window_s;
	struct visit_span span[ROOM];
	size_t n;
};

static int32_t
day_at(const struct stage *st, int64_t at_s)
{
	size_t i = 0;

	while (i + 1 < st->n_days && at_s >= st->day[i].end_s)
		i++;
	return st->day[i].day;
}

/* The view into the spans of its visitor and day. */
static void
add(struct stage *st, unsigned visitor, int64_t at_s)
{
	const struct view_texts texts = { NULL, no_text };
	struct hash128 key = rig_key(visitor);
	int32_t day = day_at(st, at_s);
	struct view_span same[ROOM];
	struct view v = { at_s, 0, 0 };
	size_t k = 0, kept = 0;

	rig_sort(st->span, st->n);
	for (size_t i = 0; i < st->n; i++)
		if (st->span[i].day == day && memcmp(st->span[i].key.b, key.b,
		    sizeof(key.b)) == 0)
			same[k++] = st->span[i].span;
		else
			st->span[kept++] = st->span[i];
	k = view_spans_add(same, k, (struct view_span){ .entry = v, .exit = v,
	    .views = 1 }, st->window_s, &texts);
	for (size_t i = 0; i < k; i++)
		st->span[kept++] = (struct visit_span){ .key = key,
			.day = day, .span = same[i] };
	st->n = kept;
}

static struct visits_input
input_of(struct stage *st)
{
	rig_sort(st->span, st->n);
	return (struct visits_input){ .span = st->span, .n = st->n,
		.gap_s = st->gap_s, .window_s = st->window_s };
}

/* ---- rows: two days of 24 h from 0 ---- */

#define END 86400 /* of the first day */
static const struct zone_day two_days[] = { { 0, 0, END },
	{ 1, END, 2 * END } };

static const struct {
	const char *name;
	struct { unsigned visitor; int64_t at_s; } view[6]; /* ends at 0, 0 */
	struct day_visits want[2];
} rows[] = {
	{ "no view is no visit", { { 0, 0 } }, { { 0 }, { 0 } } },
	{ "one view is a bounce, and online for W", { { 1, 100 } },
	    { { .visits = 1, .visitors = 1, .bounces = 1, .views = 1,
	    .online_s = W, .online_peak = 1, .online_peak_at_s = 100 } } },
	{ "29 minutes later is the same visit",
	    { { 1, 100 }, { 1, 100 + 29 * MIN } },
	    { { .visits = 1, .visitors = 1, .views = 2, .timed = 1,
	    .timed_s = 29 * MIN, .online_s = 2 * W, .online_peak = 1,
	    .online_peak_at_s = 100 } } },
	{ "exactly 30 minutes is still it", { { 1, 100 }, { 1, 100 + V } },
	    { { .visits = 1, .visitors = 1, .views = 2, .timed = 1,
	    .timed_s = V, .online_s = 2 * W, .online_peak = 1,
	    .online_peak_at_s = 100 } } },
	{ "one second more starts a new one",
	    { { 1, 100 }, { 1, 101 + V } },
	    { { .visits = 2, .visitors = 1, .bounces = 2, .views = 2,
	    .online_s = 2 * W, .online_peak = 1, .online_peak_at_s = 100 } } },
	{ "two views of one instant are no bounce, and take no time",
	    { { 1, 100 }, { 1, 100 } },
	    { { .visits = 1, .visitors = 1, .views = 2, .timed = 1,
	    .online_s = W, .online_peak = 1, .online_peak_at_s = 100 } } },
	{ "midnight cuts no visit, which is of the day it starts in",
	    { { 1, END - 1 }, { 1, END } },
	    { { .visits = 1, .visitors = 1, .views = 2, .timed = 1,
	    .timed_s = 1, .online_s = 1, .online_peak = 1,
	    .online_peak_at_s = END - 1 },
	    { .visitors = 1, .online_s = W, .online_peak = 1,
	    .online_peak_at_s = END } } },
	{ "30 minutes over midnight is the same visit",
	    { { 1, END - 10 * MIN }, { 1, END + 20 * MIN } },
	    { { .visits = 1, .visitors = 1, .views = 2, .timed = 1,
	    .timed_s = V, .online_s = W, .online_peak = 1,
	    .online_peak_at_s = END - 10 * MIN },
	    { .visitors = 1, .online_s = W, .online_peak = 1,
	    .online_peak_at_s = END + 20 * MIN } } },
	{ "a second more is a visit of the next day",
	    { { 1, END - 10 * MIN }, { 1, END + 20 * MIN + 1 } },
	    { { .visits = 1, .visitors = 1, .bounces = 1, .views = 1,
	    .online_s = W, .online_peak = 1,
	    .online_peak_at_s = END - 10 * MIN },
	    { .visits = 1, .visitors = 1, .bounces = 1, .views = 1,
	    .online_s = W, .online_peak = 1,
	    .online_peak_at_s = END + 20 * MIN + 1 } } },
	{ "who is online over midnight is shared out, and a peak there",
	    { { 1, END - 60 } },
	    { { .visits = 1, .visitors = 1, .bounces = 1, .views = 1,
	    .online_s = 60, .online_peak = 1, .online_peak_at_s = END - 60 },
	    { .online_s = W - 60, .online_peak = 1,
	    .online_peak_at_s = END } } },
	{ "exactly W before midnight ends with the day",
	    { { 1, END - W } },
	    { { .visits = 1, .visitors = 1, .bounces = 1, .views = 1,
	    .online_s = W, .online_peak = 1, .online_peak_at_s = END - W } } },
	{ "two at once are a peak of two", { { 1, 100 }, { 2, 399 } },
	    { { .visits = 2, .visitors = 2, .bounces = 2, .views = 2,
	    .online_s = 2 * W, .online_peak = 2, .online_peak_at_s = 399 } } },
	{ "one ends before another starts at the same instant",
	    { { 1, 100 }, { 2, 400 } },
	    { { .visits = 2, .visitors = 2, .bounces = 2, .views = 2,
	    .online_s = 2 * W, .online_peak = 1, .online_peak_at_s = 100 } } },
	{ "of equal peaks the earliest is told",
	    { { 1, 100 }, { 2, 100 }, { 1, 9000 }, { 2, 9000 } },
	    { { .visits = 4, .visitors = 2, .bounces = 4, .views = 4,
	    .online_s = 4 * W, .online_peak = 2, .online_peak_at_s = 100 } } },
	{ "views W apart are online without a break",
	    { { 1, 100 }, { 1, 100 + W }, { 1, 100 + 2 * W } },
	    { { .visits = 1, .visitors = 1, .views = 3, .timed = 1,
	    .timed_s = 2 * W, .online_s = 3 * W, .online_peak = 1,
	    .online_peak_at_s = 100 } } },
};

static bool
same_figures(const struct day_visits *got, const struct day_visits *want)
{
	if (memcmp(got, want, sizeof(*got)) == 0)
		return true;
	diag("visits %lld/%lld, visitors %lld/%lld, bounces %lld/%lld, views "
	    "%lld/%lld, timed %lld/%lld, timed_s %lld/%lld, online_s "
	    "%lld/%lld, peak %lld/%lld at %lld/%lld, carried %lld/%lld",
	    (long long)got->visits, (long long)want->visits,
	    (long long)got->visitors, (long long)want->visitors,
	    (long long)got->bounces, (long long)want->bounces,
	    (long long)got->views, (long long)want->views,
	    (long long)got->timed, (long long)want->timed,
	    (long long)got->timed_s, (long long)want->timed_s,
	    (long long)got->online_s, (long long)want->online_s,
	    (long long)got->online_peak, (long long)want->online_peak,
	    (long long)got->online_peak_at_s,
	    (long long)want->online_peak_at_s, (long long)got->carried,
	    (long long)want->carried);
	return false;
}

static void
test_rows(void)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		static struct stage st;
		struct day_visits got[2];
		struct visits_days days = { two_days, 2, NULL };

		st = (struct stage){ two_days, 2, V, W, .n = 0 };
		for (int k = 0; k < 6 && rows[i].view[k].visitor > 0; k++)
			add(&st, rows[i].view[k].visitor, rows[i].view[k].at_s);

		struct visits_input in = input_of(&st);

		visits_derive(&in, &days, got, NULL);
		ok(same_figures(&got[0], &rows[i].want[0]) &&
		    same_figures(&got[1], &rows[i].want[1]), "%s",
		    rows[i].name);
	}
}

/* ---- carried records: the second day, when the first is sealed ---- */

static const struct {
	const char *name;
	int64_t carried_s; /* last view in the sealed day */
	int64_t at_s[3];   /* views of the same visitor; ends at 0 */
	struct day_visits want; /* of the second day */
} carried_rows[] = {
	{ "what goes on from a carried record is no new visit", END - 60,
	    { END + 60 },
	    { .visitors = 1, .carried = 1, .online_s = 60 + W,
	    .online_peak = 1, .online_peak_at_s = END } },
	{ "even exactly V later", END - 60, { END - 60 + V },
	    { .visitors = 1, .carried = 1, .online_s = 2 * W - 60,
	    .online_peak = 1, .online_peak_at_s = END } },
	{ "a second more is one", END - 60, { END - 59 + V },
	    { .visits = 1, .visitors = 1, .bounces = 1, .views = 1,
	    .online_s = 2 * W - 60, .online_peak = 1,
	    .online_peak_at_s = END } },
	{ "nor is what goes on from what goes on", END - 60,
	    { END + 20 * MIN, END + 40 * MIN },
	    { .visitors = 1, .carried = 2, .online_s = 3 * W - 60,
	    .online_peak = 1, .online_peak_at_s = END } },
	{ "a visit after that is one again", END - 60,
	    { END + 20 * MIN, END + 60 * MIN },
	    { .visits = 1, .visitors = 1, .bounces = 1, .views = 1,
	    .carried = 1, .online_s = 3 * W - 60, .online_peak = 1,
	    .online_peak_at_s = END } },
	{ "who does not come back is no visitor, but was online", END - 60,
	    { 0 },
	    { .online_s = W - 60, .online_peak = 1,
	    .online_peak_at_s = END } },
};

static void
count_taken(void *self, const struct visit *v)
{
	(void)v;
	++*(int64_t *)self;
}

static void
test_carried(void)
{
	size_t n = sizeof(carried_rows) / sizeof(*carried_rows);

	for (size_t i = 0; i < n; i++) {
		static struct stage st;
		struct view last = { carried_rows[i].carried_s, 0, 0 };
		struct day_visits got;
		int64_t told = 0;
		struct visits_listener listener = { .self = &told,
			.take = count_taken };
		struct visits_days days = { &two_days[1], 1, NULL };

		st = (struct stage){ two_days, 2, V, W, .n = 0 };
		for (int k = 0; k < 3 && carried_rows[i].at_s[k] > 0; k++)
			add(&st, 1, carried_rows[i].at_s[k]);
		st.span[st.n++] = (struct visit_span){ .key = rig_key(1),
			.span = { .entry = last, .exit = last } };

		struct visits_input in = input_of(&st);

		visits_derive(&in, &days, &got, &listener);
		ok(same_figures(&got, &carried_rows[i].want) &&
		    told == got.visits, "%s", carried_rows[i].name);
	}
}

/* ---- days of 23 and 25 hours ---- */

static void
test_long_days(void)
{
	static const struct { int month, day, hours; } when[] = {
		{ 3, 29, 23 }, { 10, 25, 25 } };
	struct zone *zone = NULL;
	struct err err;

	must(zone_open("Europe/Berlin", NULL, &zone, &err), &err);
	for (int i = 0; i < 2; i++) {
		static struct stage st;
		struct zone_day day = zone_day_of(zone, civil_day(2026,
		    when[i].month, when[i].day));
		struct day_visits got;
		int64_t hours = (day.end_s - day.start_s) / HOUR;

		st = (struct stage){ &day, 1, V, W, .n = 0 };
		for (int64_t at = day.start_s; at < day.end_s; at += W)
			add(&st, 1, at);

		struct visits_input in = input_of(&st);

		visits_derive(&in, &(struct visits_days){ &day, 1, NULL }, &got,
		    NULL);
		is_int(hours, when[i].hours, "a day of %d hours",
		    when[i].hours);
		ok(got.online_s == hours * HOUR && got.visits == 1,
		    "who is always there is online for all of it");
	}
	zone_close(zone);
}

/* ---- online and running, at an instant ---- */

static const struct {
	const char *name;
	int64_t at_s[4]; /* one visitor; ends at 0 */
	int64_t as_of_s, online, started, open, visitors;
} instants[] = {
	{ "at the view's own second one is online", { 1000 }, 1000, 1, 1, 1,
	    1 },
	{ "not before it", { 1000 }, 999, 0, 0, 0, 0 },
	{ "a second before W is over, still", { 1000 }, 1000 + W - 1, 1, 1, 1,
	    1 },
	{ "exactly W later no more", { 1000 }, 1000 + W, 0, 1, 1, 1 },
	{ "a visit is open while V is not over", { 1000 }, 1000 + V - 1, 0, 1,
	    1, 1 },
	{ "exactly V later it may be called over", { 1000 }, 1000 + V, 0, 1,
	    0, 1 },
	{ "between two views of a span one is online", { 1000, 1000 + W },
	    1000 + W - 1, 1, 1, 1, 1 },
	{ "a view to come is not told of", { 1000, 5000 }, 4999, 0, 1, 0, 1 },
	{ "two visits of one are one visitor", { 1000, 5000 }, 5000, 1, 2, 1,
	    1 },
	{ "what began yesterday is no visit of today", { END - 60, END + 60 },
	    END + 60, 1, 0, 0, 1 },
};

static void
test_instants(void)
{
	for (size_t i = 0; i < sizeof(instants) / sizeof(*instants); i++) {
		static struct stage st;
		const struct zone_day *today =
		    &two_days[instants[i].as_of_s >= END];

		st = (struct stage){ two_days, 2, V, W, .n = 0 };
		for (int k = 0; k < 4 && instants[i].at_s[k] > 0; k++)
			add(&st, 1, instants[i].at_s[k]);

		struct visits_input in = input_of(&st);
		struct visits_running r = visits_running(&in, today,
		    instants[i].as_of_s);
		int64_t online = visits_online(&in, instants[i].as_of_s);

		if (!ok(online == instants[i].online && r.started ==
		    instants[i].started && r.open == instants[i].open &&
		    r.visitors == instants[i].visitors, "%s",
		    instants[i].name))
			diag("online %lld, started %lld, open %lld, visitors "
			    "%lld", (long long)online, (long long)r.started,
			    (long long)r.open, (long long)r.visitors);
	}
	ok(visits_online(&(struct visits_input){ 0 }, INT64_MIN) == 0,
	    "nobody is online when nothing is known");
}

/* ---- visitor-days ---- */

static const struct {
	const char *name;
	struct { int64_t first_s, last_s; uint64_t views; } span[3];
	int32_t day;
	uint64_t views, visits;
	int64_t fastest;
} visitors[] = {
	{ "one view is one a minute", { { 100, 100, 1 } }, 0, 1, 1, 1 },
	{ "30 views at once are 30 a minute", { { 100, 100, 30 } }, 0, 30, 1,
	    30 },
	{ "within a minute, as well", { { 100, 160, 31 } }, 0, 31, 1, 31 },
	{ "in two minutes half as many", { { 100, 220, 60 } }, 0, 60, 1, 30 },
	{ "what is not whole is cut", { { 100, 220, 61 } }, 0, 61, 1, 30 },
	{ "of two spans the faster one", { { 100, 400, 10 },
	    { 1000, 1030, 7 } }, 0, 17, 1, 7 },
	{ "a silence longer than V is another visit", { { 100, 100, 1 },
	    { 101 + V, 101 + V, 1 } }, 0, 2, 2, 1 },
	{ "a visit that goes on after midnight is none of that day",
	    { { END - 60, END - 60, 1 }, { END + 60, END + 60, 2 } }, 1, 2, 0,
	    2 },
	{ "a second one after midnight is", { { END - 60, END - 60, 1 },
	    { END + 60, END + 60, 2 }, { END + 61 + V, END + 61 + V, 1 } }, 1,
	    3, 1, 2 },
};

struct told {
	struct visitor_day v[2];
	int n[2];
};

static void
tell(void *self, const struct visitor_day *v)
{
	struct told *t = self;

	t->v[v->day] = *v;
	t->n[v->day]++;
}

static void
test_visitors(void)
{
	for (size_t i = 0; i < sizeof(visitors) / sizeof(*visitors); i++) {
		struct visit_span span[3] = { { .day = 0 } };
		struct visits_input in = { .span = span, .gap_s = V,
			.window_s = W };
		struct visits_days days = { two_days, 2, NULL };
		struct told told = { .n = { 0 } };
		struct visits_listener listener = { .self = &told,
			.visitor = tell };
		struct day_visits got[2];
		const struct visitor_day *v = &told.v[visitors[i].day];

		for (; in.n < 3 && visitors[i].span[in.n].views > 0; in.n++) {
			struct visit_span *s = &span[in.n];

			s->key = rig_key(1);
			s->span.entry.at_s = visitors[i].span[in.n].first_s;
			s->span.exit.at_s = visitors[i].span[in.n].last_s;
			s->span.views = visitors[i].span[in.n].views;
			s->span.sections = UINT64_C(1) << in.n;
			s->span.traits.flags = (uint8_t)(1 << in.n);
			s->conduct = (struct conduct){ 10, 1,
				(uint16_t)(1 << in.n), 0 };
			s->day = s->span.entry.at_s >= END;
		}
		visits_derive(&in, &days, got, &listener);

		uint64_t seen = (UINT64_C(1) << in.n) - 1;
		uint32_t spans = (uint32_t)in.n;

		if (visitors[i].day == 1) {
			seen &= ~UINT64_C(1);
			spans--;
		}
		if (!ok(told.n[visitors[i].day] == 1 &&
		    v->views == visitors[i].views &&
		    v->visits == visitors[i].visits &&
		    v->fastest == visitors[i].fastest, "%s",
		    visitors[i].name))
			diag("views %llu, visits %llu, fastest %lld",
			    (unsigned long long)v->views,
			    (unsigned long long)v->visits,
			    (long long)v->fastest);
		ok(v->sections == seen && v->traits.flags == seen &&
		    v->conduct.flags == seen && v->conduct.hits == 10 * spans
		    && v->conduct.errors == spans,
		    "%s: all that his spans of the day carry",
		    visitors[i].name);
	}
}

int
main(void)
{
	test_visitors();
	test_rows();
	test_carried();
	test_long_days();
	test_instants();
	return done();
}

/* SPDX-License-Identifier: MIT */
#include "aggregate/period.h"

#include "common/civil.h"
#include "common/histogram.h"
#include "common/mem.h"
#include "store/uniques.h"

static void
add(int64_t *sum, int64_t n)
{
	if (__builtin_add_overflow(*sum, n, sum))
		*sum = INT64_MAX;
}

static int64_t
day_length(const struct zone *zone, int32_t day, int64_t now_s)
{
	struct zone_day d = zone_day_of(zone, day);

	if (now_s >= d.end_s)
		return d.end_s - d.start_s;
	return now_s > d.start_s ? now_s - d.start_s : 0;
}

void
period_add(struct period_sums *s, const struct day_figures *d,
    const struct zone *zone, int64_t now_s)
{
	s->days++;
	add(&s->visits, d->v.visits);
	add(&s->visitors, d->v.visitors);
	add(&s->bounces, d->v.bounces);
	add(&s->views, d->v.views);
	add(&s->timed, d->v.timed);
	add(&s->timed_s, d->v.timed_s);
	add(&s->online_s, d->v.online_s);
	add(&s->doubt_visitors, d->v.doubt_visitors);
	add(&s->doubt_visits, d->v.doubt_visits);
	add(&s->doubt_pages, d->v.doubt_pages);
	add(&s->hits, d->h.hits);
	add(&s->pages, d->h.pages);
	add(&s->bytes, d->h.bytes);
	add(&s->robots, d->h.robots);
	add(&s->errors, d->h.errors);
	add(&s->all, d->h.all);
	add(&s->length_s, day_length(zone, d->day, now_s));
	if (d->v.online_peak > (s->peak != NULL ? s->peak->v.online_peak : 0))
		s->peak = d;
	if (d->v.visitors > (s->busiest != NULL ? s->busiest->v.visitors : 0))
		s->busiest = d;
}

struct period_sums
period_sum(const struct day_list *list, struct period days,
    const struct zone *zone, int64_t now_s)
{
	struct period_sums s = { .days = 0 };

	for (size_t i = 0; i < list->n; i++)
		if (list->day[i].day >= days.from &&
		    list->day[i].day <= days.to)
			period_add(&s, &list->day[i], zone, now_s);
	return s;
}

bool
period_uniques(const struct store_site *s, struct period days,
    struct period_uniques *out, struct err *err)
{
	struct period_uniques u = { .known = false };
	struct hll *all;
	bool good = true;

	if (days.from > days.to || !uniques_same_year(days.from, days.to)) {
		*out = u;
		return true;
	}
	all = mem_new(sizeof(*all));
	good = uniques_sum(s, days, all, &u.days, err);
	if (good && u.days > 0) {
		u.known = true;
		u.visitors = hll_count(all);
		u.error = (int64_t)((double)u.visitors * HLL_ERROR + 0.5);
	}
	mem_free(all);
	if (good)
		*out = u;
	return good;
}

static const char *const times_name[] = {
#define X(id, name, what) name,
	PERIOD_TIMES_TABLE(X)
#undef X
};

const char *
period_times_name(enum period_timed t)
{
	return times_name[t];
}

static int64_t
timed_hits(const struct tally *t, enum period_timed which)
{
	switch (which) {
	case PERIOD_TIMES_PAGES:
		return t->n[TALLY_PAGES];
	case PERIOD_TIMES_HITS:
		return t->n[TALLY_HITS];
	default:
		return t->n[TALLY_HITS] + t->n[TALLY_ROBOT_HITS] +
		    t->n[TALLY_REST_HITS];
	}
}

struct period_times
period_times_of(const struct tally *tally, size_t n, enum period_timed which)
{
	uint64_t count[HISTOGRAM_BUCKETS] = { 0 }, p50, p95, p99, bucket;
	struct period_times t = { .hits = 0 };

	for (size_t i = 0; i < n; i++) {
		int64_t hits = timed_hits(&tally[i], which);

		if (hits > 0 && span_u64(tally[i].key, &bucket) &&
		    bucket < HISTOGRAM_BUCKETS)
			count[bucket] += (uint64_t)hits;
	}
	if (!histogram_quantile(count, 500, &p50) ||
	    !histogram_quantile(count, 950, &p95) ||
	    !histogram_quantile(count, 990, &p99))
		return t;
	return (struct period_times){ (int64_t)histogram_total(count),
		(int64_t)p50, (int64_t)p95, (int64_t)p99,
		(int64_t)histogram_under(count, HISTOGRAM_CUT_US) };
}

enum { YEAR_OF_WEEKS = 52 * 7 };

/* The same date of the year before; of 29 February the day before it. */
static int32_t
year_before(int32_t day)
{
	struct civil c = civil_date(day);
	int32_t most = civil_month_days(c.year - 1, c.month);

	return civil_day(c.year - 1, c.month, c.day < most ? c.day : most);
}

/* Whole months, a quarter say: how many; 0: they are not. */
static int32_t
whole_months(struct period days)
{
	struct civil from = civil_date(days.from), end = civil_date(days.to + 1);

	return from.day != 1 || end.day != 1 ? 0 :
	    (end.year - from.year) * 12 + end.month - from.month;
}

struct period
period_before(enum period_kind kind, struct period days)
{
	int32_t to = days.from - 1, from = days.from;

	switch (kind) {
	case PERIOD_KIND_MONTH:
		return (struct period){ civil_month_start(to), to };
	case PERIOD_KIND_YEAR:
		return (struct period){ civil_year_start(to), to };
	case PERIOD_KIND_RANGE:
		for (int32_t n = whole_months(days); n > 0; n--)
			from = civil_month_start(from - 1);
		if (from < days.from)
			return (struct period){ from, to };
		/* fall through */
	default:
		return (struct period){ to - (days.to - days.from), to };
	}
}

struct period
period_year_before(enum period_kind kind, struct period days)
{
	struct period p = { days.from - YEAR_OF_WEEKS,
		days.to - YEAR_OF_WEEKS };

	if (kind == PERIOD_KIND_DAY || kind == PERIOD_KIND_WEEK)
		return p;
	p.from = year_before(days.from);
	/* A month ends with its last day, be it the 28th or the 29th. */
	p.to = year_before(days.to + 1) - 1;
	return p;
}

bool
period_match(struct period days, int32_t today, struct period other,
    struct period_pair *out)
{
	int32_t n = today - days.from, most = other.to - other.from + 1;

	if (days.to < today) {
		*out = (struct period_pair){ days, other };
		return true;
	}
	if (n > most)
		n = most;
	if (n <= 0)
		return false;
	*out = (struct period_pair){ { days.from, days.from + n - 1 },
		{ other.from, other.from + n - 1 } };
	return true;
}

bool
period_covered(const struct period_sums *s, struct period days)
{
	return s->days > 0 &&
	    s->days * 100 >= ((int64_t)days.to - days.from + 1) * 95;
}

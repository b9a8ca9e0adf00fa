/* SPDX-License-Identifier: MIT */
#include "aggregate/gaps.h"

enum { HOUR_S = 3600, NEAR_S = 6 * HOUR_S };

/* How many of the hours begin before that instant. */
static size_t
before(const struct gaps_hours *h, int64_t at_s)
{
	size_t from = 0, to = h->n;

	while (from < to) {
		size_t mid = from + (to - from) / 2;

		if (h->start_s[mid] < at_s)
			from = mid + 1;
		else
			to = mid;
	}
	return from;
}

/* The hours with lines that are next to an hour without. */
struct near {
	int64_t before_s, after_s; /* their starts; INT64_MIN, INT64_MAX: none */
};

static struct near
near_of(const struct gaps_hours *h, int64_t start_s, int64_t end_s)
{
	size_t i = before(h, start_s), k = before(h, end_s);
	struct near near = { INT64_MIN, INT64_MAX };

	if (i > 0 && h->start_s[i - 1] >= start_s - NEAR_S)
		near.before_s = h->start_s[i - 1];
	if (k < h->n && h->start_s[k] < end_s + NEAR_S)
		near.after_s = h->start_s[k];
	return near;
}

bool
gaps_unknown(const struct gaps_site *site, int64_t start_s, int64_t end_s,
    int64_t now_s)
{
	struct near own = near_of(&site->own, start_s, end_s);
	struct near all = near_of(&site->all, start_s, end_s);
	bool undecided = false;
	size_t i = before(&site->own, start_s);

	if (i < site->own.n && site->own.start_s[i] < end_s)
		return false; /* it has lines */
	for (size_t k = 0; k < site->n_streams; k++) {
		const struct gaps_stream *s = &site->stream[k];
		const struct near *near = s->shared ? &all : &own;

		if (s->first_s >= start_s || near->before_s == INT64_MIN ||
		    near->before_s + HOUR_S <= s->first_s ||
		    near->before_s > s->last_s)
			continue;
		if (near->after_s <= s->last_s)
			return false;
		undecided = undecided || end_s + NEAR_S > now_s;
	}
	return !undecided;
}

static int64_t
first_line(const struct gaps_site *site)
{
	int64_t first_s = INT64_MAX;

	for (size_t i = 0; i < site->n_streams; i++)
		if (site->stream[i].first_s < first_s)
			first_s = site->stream[i].first_s;
	return first_s;
}

void
gaps_find(const struct gaps_site *site, int64_t since_s, int64_t now_s,
    gaps_fn *take, void *self)
{
	int64_t first_s = first_line(site), from_s = 0;
	bool open = false;

	if (first_s > since_s)
		since_s = first_s;
	if (since_s >= now_s)
		return;

	struct zone_day day = zone_day_at(site->zone, since_s);
	int64_t start_s = day.start_s, end_s;

	for (; start_s < now_s; start_s = end_s) {
		while (start_s >= day.end_s)
			day = zone_day_of(site->zone, day.day + 1);
		end_s = start_s + HOUR_S < day.end_s ? start_s + HOUR_S :
		    day.end_s;
		if (end_s > now_s)
			break;

		bool unknown = start_s >= since_s &&
		    gaps_unknown(site, start_s, end_s, now_s);

		if (unknown && !open)
			from_s = start_s;
		if (!unknown && open)
			take(self, from_s, start_s);
		open = unknown;
	}
	if (open)
		take(self, from_s, start_s);
}

/* SPDX-License-Identifier: MIT */
#include "aggregate/seal.h"

#include "common/mem.h"
#include "store/days.h"
#include "store/parts.h"

static int64_t
later(int64_t a, int64_t b)
{
	return a > b ? a : b;
}

static bool
ripe(const struct site *site, const struct day_open *d,
    const struct seal_rules *rules)
{
	int64_t end_s = zone_day_of(site->zone, d->day).end_s;

	if (rules->backfill)
		return end_s + site->seal_after_s <= rules->unread_s;
	if (rules->now_s - later(end_s, d->counted_first_s) >=
	    site->seal_max_s)
		return true;
	return rules->now_s - later(end_s, d->counted_last_s) >=
	    site->seal_after_s && rules->newest_s >= end_s;
}

/* Visits of the last sealed day that may still go on: the last view of each key. */
static bool
seal_through(struct store_site *s, int32_t day, struct err *err)
{
	struct parts_query q = { .days = { day, day }, .sums = { 1, 0 },
		.since_s = zone_day_of(s->site->zone, day).end_s -
		    s->site->visit_gap_s };
	struct sites_carried *carried;
	struct parts p;
	size_t n = 0;

	if (!parts_load(s, &q, &p, err))
		return false;
	carried = mem_new(p.n * sizeof(*carried));
	for (size_t i = 0; i < p.n; i++) {
		const struct visit_span *v = &p.span[i];

		if (n == 0 || memcmp(carried[n - 1].key.b, v->key.b,
		    sizeof(v->key.b)) != 0)
			carried[n++].key = v->key;
		carried[n - 1].last_s = v->span.exit.at_s;
	}

	bool good = sites_seal(s, day, carried, n, err);

	mem_free(carried);
	parts_close(&p);
	return good;
}

bool
seal_site(struct store_site *s,
    const struct seal_rules *rules, int *sealed, struct err *err)
{
	struct day_open *day;
	size_t n, k = 0;

	if (!days_open(s, &day, &n, err))
		return false;
	while (k < n && ripe(s->site, &day[k], rules))
		k++;

	bool good = k == 0 || seal_through(s, day[k - 1].day, err);

	if (good)
		*sealed = (int)k;
	mem_free(day);
	return good;
}

/* SPDX-License-Identifier: MIT */
#include "aggregate/seal.h"

#include "common/mem.h"
#include "store/days.h"

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

	bool good = k == 0 || sites_seal(s, day[k - 1].day, err);

	if (good)
		*sealed = (int)k;
	mem_free(day);
	return good;
}

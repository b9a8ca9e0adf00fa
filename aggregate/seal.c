/* SPDX-License-Identifier: MIT */
#include "aggregate/seal.h"

#include "common/mem.h"
#include "store/chain.h"
#include "store/days.h"
#include "store/parts.h"
#include "store/uniques.h"

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

static bool
same_key(const struct visit_span *a, const struct visit_span *b)
{
	return memcmp(a->key.b, b->key.b, sizeof(a->key.b)) == 0;
}

/* The visit of s[i] on, to its end: its record, if it reaches the end of the day.  Views
 * after the day are known to its figures, when it began in this day; when it
 * began in an earlier one, they are as far as that one's record said. */
static size_t
carry(const struct parts *p, size_t i, const struct zone_day *day,
    int64_t gap_s, struct sites_carried *out)
{
	const struct visit_span *s = p->span;
	bool began_earlier = s[i].span.views == 0;
	uint64_t known = began_earlier ? s[i].span.bytes : 0;
	uint64_t within = 0, later = 0;
	int64_t last_s = s[i].span.exit.at_s;

	*out = (struct sites_carried){ .key = s[i].key,
		.last_s = INT64_MIN };
	for (size_t first = i; i < p->n && same_key(&s[first], &s[i]) &&
	    s[i].span.entry.at_s - last_s <= gap_s; i++) {
		if (s[i].span.exit.at_s > last_s)
			last_s = s[i].span.exit.at_s;
		if (s[i].day <= day->day) {
			within += s[i].span.views;
			out->last_s = s[i].span.exit.at_s;
		} else {
			later += s[i].span.views;
		}
	}
	out->known = !began_earlier ? later :
	    known > within ? known - within : 0;
	if (out->last_s < day->end_s - gap_s)
		out->last_s = INT64_MIN; /* nothing can follow it */
	return i;
}

struct carrying {
	struct sites_carried *list;
	size_t n, cap;
};

static void
carry_all(const struct store_site *s, const struct parts *p,
    const struct zone_day *end, struct carrying *c)
{
	for (size_t i = 0; i < p->n;) {
		struct sites_carried one;

		i = carry(p, i, end, s->site->visit_gap_s, &one);
		if (one.last_s == INT64_MIN)
			continue;
		if (c->n == c->cap) {
			c->cap = c->cap * 2 + 64;
			c->list = mem_grow(c->list, c->cap, sizeof(*c->list));
		}
		c->list[c->n++] = one;
	}
}

bool
seal_through(struct store_site *s, int32_t day, struct err *err)
{
	struct zone_day end = zone_day_of(s->site->zone, day);
	struct parts_query q = { .days = { day, INT32_MAX }, .sums = { 1, 0 },
		.since_s = INT64_MIN, .carried = true, .only_after = INT32_MAX };
	struct carrying c = { 0 };
	struct parts p;
	bool good = parts_slices(s, q.days, &q.slices, err);

	for (; good && q.slice < q.slices; q.slice++) {
		good = parts_load(s, &q, &p, err);
		if (!good)
			break;
		carry_all(s, &p, &end, &c);
		parts_close(&p);
	}
	good = good && sites_seal(s, day, c.list, c.n, err);
	mem_free(c.list);
	return good;
}

static bool
seal_ripe(struct store_site *s, int32_t day, int64_t now_s, struct err *err)
{
	struct chain_note note = { .kind = CHAIN_KIND_SEAL, .at_s = now_s,
		.site = s->id, .days = { s->sealed == SITES_NOT_SEALED ?
		INT32_MIN : s->sealed + 1, day } };

	/* With a year's last day goes the secret of its distinct visitors. */
	return seal_through(s, day, err) &&
	    uniques_seal(s->db, day + 1, err) &&
	    chain_seal(s->db, &note, err);
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

	bool good = k == 0 || seal_ripe(s, day[k - 1].day, rules->now_s, err);

	if (good)
		*sealed = (int)k;
	mem_free(day);
	return good;
}

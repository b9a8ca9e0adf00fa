/* SPDX-License-Identifier: MIT */
#include "aggregate/spill.h"

/* The digest of a set: the order of its members does not matter. */
static void
mix(struct hash128 *to, uint64_t seed, const void *p, size_t n)
{
	struct hash128 h = hash_wide(seed, p, n);

	for (size_t i = 0; i < sizeof(to->b); i++)
		to->b[i] ^= h.b[i];
}

static bool
same_key(const struct visit_span *a, const struct visit_span *b)
{
	return memcmp(a->key.b, b->key.b, sizeof(a->key.b)) == 0;
}

struct lent_back {
	struct hash128 key, page, referrer; /* of the last view */
	int64_t first_s, last_s;
	uint64_t views, bytes;
};

/* A visitor's first views of the day, as far as a visit goes on with them. */
static void
lend_back(const struct visits_input *in, size_t i, const struct terms *terms,
    uint64_t seed, struct hash128 *to)
{
	const struct visit_span *s = in->span;
	struct lent_back l = { .key = s[i].key,
		.first_s = s[i].span.entry.at_s };
	const struct view *last = &s[i].span.exit;

	l.views = s[i].span.views;
	l.bytes = s[i].span.bytes;
	for (i++; i < in->n && same_key(&s[i - 1], &s[i]) &&
	    s[i].span.entry.at_s - last->at_s <= in->gap_s; i++) {
		last = &s[i].span.exit;
		l.views += s[i].span.views;
		l.bytes += s[i].span.bytes;
	}

	struct span page = terms_text(terms, last->page);
	struct span referrer = terms_text(terms, last->referrer);

	l.last_s = last->at_s;
	l.page = hash_wide(seed, page.p, page.n);
	l.referrer = hash_wide(seed, referrer.p, referrer.n);
	mix(to, seed, &l, sizeof(l));
}

struct lent_ahead {
	struct hash128 key;
	int64_t last_s;
};

void
spill_digests(const struct visits_input *in, const struct visits_days *days,
    const struct terms *terms, uint64_t seed, struct day_digests *out)
{
	const struct visit_span *s = in->span;

	for (size_t i = 0; i < in->n; i++) {
		int64_t at = (int64_t)s[i].day - days->day[0].day;

		if (at < 0 || at >= (int64_t)days->n || s[i].span.views == 0)
			continue;

		const struct zone_day *day = &days->day[at];
		bool first = i == 0 || !same_key(&s[i - 1], &s[i]) ||
		    s[i - 1].day != s[i].day || s[i - 1].span.views == 0;

		if (first && s[i].span.entry.at_s - day->start_s <= in->gap_s)
			lend_back(in, i, terms, seed, &out[at].back);
		if (day->end_s - s[i].span.exit.at_s <= in->gap_s) {
			struct lent_ahead l = { s[i].key,
				s[i].span.exit.at_s };

			mix(&out[at].ahead, seed, &l, sizeof(l));
		}
	}
}

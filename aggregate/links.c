/* SPDX-License-Identifier: MIT */
#include "aggregate/links.h"

#include "aggregate/source.h"

struct links_sum {
	int64_t n;
	bool coarse;
};

/* The sum of a count over the keys of a dimension, or of one key of it. */
static bool
sum(const struct store_site *s, const struct tallies_query *q,
    const char *key, struct links_sum *out, struct err *err)
{
	struct tallies t;

	if (!tallies_list(s, q, &t, err))
		return false;
	for (size_t i = 0; i < t.n; i++)
		if (key == NULL || span_eq(t.tally[i].key, span_of(key)))
			out->n += t.tally[i].n[q->order];
	out->coarse = t.n_coarse > 0;
	tallies_close(&t);
	return true;
}

bool
links_count(const struct store_site *s, struct period days,
    struct links *out, struct err *err)
{
	struct tallies_query broken = { DIM_BROKEN, days, TALLY_HITS,
		INT64_MAX };
	struct tallies_query pages = { DIM_SOURCE, days, TALLY_PAGES,
		INT64_MAX };
	struct links_sum lost = { .n = 0 }, found = { .n = 0 };

	if (!sum(s, &broken, NULL, &lost, err) ||
	    !sum(s, &pages, source_name(SOURCE_INTERNAL), &found, err))
		return false;
	*out = (struct links){ lost.n, lost.n + found.n,
		lost.coarse || found.coarse };
	return true;
}

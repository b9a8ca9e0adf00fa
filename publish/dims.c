/* SPDX-License-Identifier: MIT */
#include "publish/dims.h"

#include "common/histogram.h"

static const struct dims_row rows[] = {
#define X(id, name, order, counts) { DIM_##id, name, TALLY_##order, counts },
	DIMS_TABLE(X)
#undef X
};
enum { ROWS = sizeof(rows) / sizeof(rows[0]) };

const struct dims_row *
dims_row(size_t i)
{
	return i < ROWS ? &rows[i] : NULL;
}

const struct dims_row *
dims_of(enum dim dim)
{
	for (size_t i = 0; i < ROWS; i++)
		if (rows[i].dim == dim)
			return &rows[i];
	return NULL;
}

static const struct {
	int count; /* DIMS_... */
	enum who who;
} counted[TALLY__COUNTS] = {
	[TALLY_HITS] = { DIMS_HITS, WHO_HUMAN },
	[TALLY_PAGES] = { DIMS_PAGES, WHO_HUMAN },
	[TALLY_BYTES] = { DIMS_BYTES, WHO_HUMAN },
	[TALLY_ROBOT_HITS] = { DIMS_HITS, WHO_ROBOT },
	[TALLY_ROBOT_PAGES] = { DIMS_PAGES, WHO_ROBOT },
	[TALLY_ROBOT_BYTES] = { DIMS_BYTES, WHO_ROBOT },
	[TALLY_REST_HITS] = { DIMS_HITS, WHO_REST },
	[TALLY_REST_PAGES] = { DIMS_PAGES, WHO_REST },
	[TALLY_REST_BYTES] = { DIMS_BYTES, WHO_REST },
	[TALLY_VISITS] = { DIMS_VISITS, WHO_HUMAN },
	[TALLY_VISITORS] = { DIMS_VISITORS, WHO_HUMAN },
};

bool
dims_has(const struct dims_row *row, enum tally_count count)
{
	enum who who = counted[count].who;

	if ((row->counts & counted[count].count) == 0)
		return false;
	if (row->counts & DIMS_PEOPLE)
		return who == WHO_HUMAN;
	return !(row->counts & DIMS_ROBOTS) || who == WHO_ROBOT;
}

bool
dims_load(const struct store_site *s, struct period days, size_t limit,
    struct dims *out, struct err *err)
{
	for (size_t i = 0; i < ROWS; i++) {
		struct tallies_query q = { rows[i].dim, days, rows[i].order,
			limit };

		if (!tallies_list(s, &q, &out->of[rows[i].dim], err))
			return false;
	}
	/* All buckets, or the quantiles would be wrong. */
	return tallies_list(s, &(struct tallies_query){ DIM_TOOK, days,
	    TALLY_HITS, HISTOGRAM_BUCKETS + 1 }, &out->of[DIM_TOOK], err);
}

void
dims_close(struct dims *d)
{
	for (int i = 0; i < DIM__MAX; i++)
		tallies_close(&d->of[i]);
}

static void
put_tally(struct json *j, const struct tally *t)
{
	json_line(j);
	json_object(j);
	json_key(j, "key");
	if (t->key.n > 0)
		json_string(j, t->key);
	else
		json_null(j);
	for (int c = 0; c < TALLY__COUNTS; c++)
		json_key_int(j, tally_count_name((enum tally_count)c), t->n[c]);
	json_end(j);
}

void
dims_json(struct json *j, const struct dims *d, size_t most)
{
	json_line(j);
	json_key(j, "dimensions");
	json_object(j);
	for (int i = 0; i < DIM__MAX; i++) {
		const struct tallies *t = &d->of[i];

		if (dim_info[i].name == NULL || i == DIM_TOOK)
			continue;
		json_line(j);
		json_key(j, dim_info[i].name);
		json_array(j);
		for (size_t k = 0; k < t->n && k < most; k++)
			put_tally(j, &t->tally[k]);
		json_end(j);
	}
	json_end(j);
}

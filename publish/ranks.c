/* SPDX-License-Identifier: MIT */
#include "publish/ranks.h"

#include <assert.h>

enum {
	MILLION = 1000000,
	INDICES = 6, /* as plots/series.h draws them */
	YEARS = 20
};

int64_t
ranks_position(int64_t rank, int64_t of)
{
	assert(of >= 2 && rank >= 1 && rank <= of && of <= RANK_MOST);
	return ((of - rank) * MILLION * 2 + (of - 1)) / ((of - 1) * 2);
}

static const char *
kept(struct arena *arena, const char *text)
{
	return arena_dup(arena, text, strlen(text));
}

static void
take_row(void *self, const struct rank *r)
{
	struct ranks *out = self;
	struct ranks_row *row, *last;

	out->row = mem_grow(out->row, out->n + 1, sizeof(*out->row));
	row = &out->row[out->n];
	last = out->n > 0 ? row - 1 : NULL;
	*row = (struct ranks_row){ .rank = *r,
		.position = ranks_position(r->rank, r->of) };
	row->rank.index = kept(&out->arena, r->index);
	row->rank.population = kept(&out->arena, r->population);
	row->rank.source = kept(&out->arena, r->source);
	row->rank.sha256 = kept(&out->arena, r->sha256);
	row->rank.note = kept(&out->arena, r->note);
	row->rank.by = kept(&out->arena, r->by);
	if (last != NULL && strcmp(last->rank.index, r->index) == 0 &&
	    last->rank.of != r->of)
		row->of_before = last->rank.of;
	out->n++;
}

/* Rows from..to of one index, the latest of them. */
static void
chart_index(struct ranks *r, size_t from, size_t to, struct chart_index *out)
{
	struct chart_rank *rank;

	if (to - from > YEARS)
		from = to - YEARS;
	rank = arena_new(&r->arena, (to - from) * sizeof(*rank));
	for (size_t i = from; i < to; i++)
		rank[i - from] = (struct chart_rank){ r->row[i].rank.year,
			r->row[i].rank.rank, r->row[i].rank.of };
	*out = (struct chart_index){ r->row[from].rank.index, rank,
		to - from };
}

static void
make_chart(struct ranks *r)
{
	struct chart_index *index = arena_new(&r->arena,
	    INDICES * sizeof(*index));
	size_t n = 0;

	for (size_t from = 0, to; from < r->n && n < INDICES; from = to) {
		for (to = from + 1; to < r->n && strcmp(r->row[to].rank.index,
		    r->row[from].rank.index) == 0; to++)
			;
		chart_index(r, from, to, &index[n++]);
	}
	r->chart = (struct chart_ranks){ index, n };
}

bool
ranks_load(const struct store_site *s, struct ranks *out, struct err *err)
{
	if (!rank_list(s, take_row, out, err))
		return false;
	make_chart(out);
	return true;
}

void
ranks_close(struct ranks *r)
{
	mem_free(r->row);
	arena_close(&r->arena);
	*r = (struct ranks){ .n = 0 };
}

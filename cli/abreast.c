/* SPDX-License-Identifier: MIT */
/* abreast.c -- files of a log group side by side: the folds are shared out among lanes. */
#include "cli/group.h"
#include "common/mem.h"

/* Half of what folds may hold is for what was kept, half for what lanes have taken. */
enum {
	KEPT_BYTES = PACK_BYTES / 2,
	TAKEN_BYTES = PACK_BYTES / 2,
	/* What is larger is packed by its lane, rather than put into larger tables first. */
	OWN_PART_BYTES = TIGHT_OR(512 * 1024, 16 * 1024)
};

static bool
open_lanes(void *self, size_t n, struct crew **crew, struct err *err)
{
	struct group *g = self;
	size_t first = 0;

	g->lane = mem_new(n * sizeof(*g->lane));
	g->n_lanes = n;
	for (size_t i = 0; i < n; i++) {
		struct group_lane *l = &g->lane[i];

		l->first = first;
		l->n = g->folds.n / n + (i < g->folds.n % n);
		first += l->n;
		if (!crew_open(&g->folds.sink[l->first], l->n, &l->crew, err))
			return false;
		crew[i] = l->crew;
	}
	return true;
}

static void
close_lanes(struct group *g)
{
	for (size_t i = 0; i < g->n_lanes; i++) {
		crew_close(g->lane[i].crew);
		packed_close(&g->lane[i].packed);
	}
	mem_free(g->lane);
	g->lane = NULL;
	g->n_lanes = 0;
}

static bool
room(void *self, size_t lane, bool ended)
{
	struct group *g = self;
	struct group_lane *l = &g->lane[lane];
	size_t taken = 0, most = TAKEN_BYTES / g->n_lanes;

	for (size_t i = 0; i < l->n; i++)
		taken += fold_taken_bytes(g->folds.fold[l->first + i]);
	if (ended && most > OWN_PART_BYTES)
		most = OWN_PART_BYTES;
	if (taken >= most)
		folds_pack_taken(&g->folds, l->first, l->n, &l->packed);
	return l->packed.bytes < COMMIT_BYTES / g->n_lanes;
}

static bool
settled(void *self, size_t lane, bool kept, struct err *err)
{
	struct group *g = self;
	struct packed *packed = &g->lane[lane].packed;
	size_t bytes;

	if (!kept) {
		packed_close(packed);
		return true;
	}
	packed_move(&g->folds.packed, packed);
	bytes = folds_kept_bytes(&g->folds);
	if (bytes >= KEPT_BYTES) {
		folds_pack(&g->folds);
		bytes = 0;
	}
	return bytes + g->folds.packed.bytes < COMMIT_BYTES ||
	    group_commit(g, false, err);
}

bool
group_abreast(struct group *g, struct err *err)
{
	struct progress *p = g->c->plan.progress;
	struct ingest_lanes lanes = { .threads = g->folds.n,
		.too_heavy = &g->c->too_heavy,
		.open = open_lanes, .room = room, .settled = settled,
		.self = g };
	struct ingest_request *request = mem_new(g->n * sizeof(*request));
	struct ingest_files files = { request, g->n, g->outcome };

	for (size_t i = 0; i < g->n; i++)
		request[i] = (struct ingest_request){ g->file[i].path,
			g->c->plan.complete || !g->file[i].live };
	if (p != NULL)
		progress_abreast(p);

	bool good = ingest_ahead(g->in, &lanes, &files, err);

	if (p != NULL)
		progress_abreast(p);
	close_lanes(g);
	mem_free(request);
	return good;
}

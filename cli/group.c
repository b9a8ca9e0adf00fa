/* SPDX-License-Identifier: MIT */
/* group.c -- one log group: its files through the crew and the folds into the store. */
#include "cli/clock.h"
#include "cli/group.h"
#include "cli/run_lists.h"
#include "common/mem.h"
#include "store/merge.h"
#include "store/parts.h"
#include "store/patterns.h"

static void
widen_times(struct ingest *in, const struct partial *p)
{
	for (size_t i = 0; i < p->extents.n; i++) {
		const struct extent_row *e = table_row(&p->extents, i);
		struct stream *s = ingest_stream(in, e->stream);

		if (!s->has_times || e->first_s < s->first_s)
			s->first_s = e->first_s;
		if (!s->has_times || e->last_s > s->last_s)
			s->last_s = e->last_s;
		s->has_times = true;
	}
}

static bool
store_folds(struct group *g, struct err *err)
{
	size_t n = ingest_streams(g->in);
	int64_t *id = mem_new((n + 1) * sizeof(*id));
	struct lists_used used = run_lists_used(g->c->plan.lists);
	struct merge_plan plan = { g->c->store, g->c->plan.n_sites, id,
		g->c->plan.now_s, &used };
	bool good = true;

	for (size_t i = 0; i < n; i++)
		id[i] = ingest_stream(g->in, (uint32_t)i)->id;
	for (size_t i = 0; good && i < g->folds.n; i++)
		good = merge_ledger(g->c->plan.db, &plan,
		    fold_kept(g->folds.fold[i]), err);
	mem_free(id);
	return good && parts_put(g->c->store, &g->folds.packed, err);
}

static bool
read_to_its_end(const struct group *g, const char *glob)
{
	for (size_t i = 0; i < g->n; i++)
		if (g->file[i].glob == glob &&
		    (g->outcome[i].result == INGEST_FAILED ||
		    g->outcome[i].result == INGEST_REFUSED))
			return false;
	return true;
}

/* What each pattern delivered: as_of and sealing ask for it. */
static bool
note_patterns(struct group *g, struct err *err)
{
	for (size_t i = 0; i < g->n; i++) {
		const struct counting_file *f = &g->file[i];
		uint32_t number = g->outcome[i].stream;
		const struct stream *s = number != UINT32_MAX ?
		    ingest_stream(g->in, number) : NULL;
		struct pattern_state state = {
			.has_newest = s != NULL && s->has_times,
			.newest_s = s != NULL ? s->last_s : 0,
			.has_read = f->glob != NULL &&
			    read_to_its_end(g, f->glob),
			.read_s = g->c->plan.now_s };

		if (f->glob != NULL && !patterns_put(g->c->plan.db, g->id,
		    f->glob, &state, err))
			return false;
	}
	return true;
}

bool
group_commit(struct group *g, bool last, struct err *err)
{
	if (g->n_lanes == 0) /* lanes say themselves what is to be kept */
		crew_keep(g->crew);
	folds_pack(&g->folds);
	for (size_t i = 0; i < g->folds.n; i++)
		widen_times(g->in, fold_kept(g->folds.fold[i]));
	if (!counting_end(g->c, (g->spilled || counting_begin(g->c, err)) &&
	    ingest_save(g->in, err) && store_folds(g, err) &&
	    (!last || note_patterns(g, err)), err))
		return false;
	g->spilled = false;
	g->c->lines += folds_empty(&g->folds);
	return true;
}

static bool
safe_point(void *self, struct err *err)
{
	struct group *g = self;
	size_t bytes = folds_bytes(&g->folds);

	/* Parts take less room than tables, and small tables are fast. */
	if (bytes >= PACK_BYTES) {
		crew_keep(g->crew);
		folds_pack(&g->folds);
		bytes = 0;
	}
	return bytes + g->folds.packed.bytes < COMMIT_BYTES ||
	    group_commit(g, false, err);
}

/* ---- archives, whose lines are provisional ---- */

/* Parts of an archive that are too many for the memory: into the database, and taken back
 * where the archive turns out to be damaged. */
static bool
spill(struct group *g, struct err *err)
{
	struct counting *c = g->c;
	bool good = g->spilled || (counting_begin(c, err) &&
	    db_run(c->plan.db, err, STMT_SAVEPOINT, ""));

	g->spilled = true;
	for (size_t i = 0; i < c->plan.n_sites; i++)
		c->store[i].pool = NULL;
	good = good && parts_put(c->store, &g->folds.provisional, err);
	for (size_t i = 0; c->held && i < c->plan.n_sites; i++)
		c->store[i].pool = &c->pool[i];
	packed_close(&g->folds.provisional);
	return good;
}

static bool
archive_point(struct group *g, struct err *err)
{
	if (folds_bytes(&g->folds) < PACK_BYTES)
		return true;
	folds_pack_taken(&g->folds, 0, g->folds.n,
	    &g->folds.provisional);
	return g->folds.provisional.bytes < COMMIT_BYTES || spill(g, err);
}

static bool
drop(struct group *g, struct err *err)
{
	packed_close(&g->folds.provisional);
	if (!g->spilled)
		return true;
	g->spilled = false;
	if (!db_run(g->c->plan.db, err, STMT_SAVEPOINT_BACK, ""))
		return false;
	if (!g->c->held)
		db_rollback(g->c->plan.db);
	return true;
}

static bool
archive(void *self, enum ingest_archive what, struct err *err)
{
	struct group *g = self;

	switch (what) {
	case ARCHIVE_BEGINS:
		return group_commit(g, false, err);
	case ARCHIVE_POINT:
		return archive_point(g, err);
	case ARCHIVE_KEPT:
		packed_move(&g->folds.packed, &g->folds.provisional);
		return !g->spilled || group_commit(g, false, err);
	case ARCHIVE_DROPPED:
		break;
	}
	return drop(g, err);
}

static void
reading(void *self, uint64_t bytes, uint64_t lines)
{
	struct group *g = self;

	progress_at(g->c->plan.progress, bytes, lines);
}

static bool
group_open(struct group *g, const struct counting_logs *logs,
    struct err *err)
{
	const struct counting_plan *plan = &g->c->plan;
	struct ingest_plan in = { .db = plan->db, .grp = g->id,
		.format = logs->format, .accept_damaged = plan->accept_damaged,
		.max_bytes = plan->max_bytes,
		.clock = { clock_ns, NULL, plan->max_s },
		.forwarded = logs->trusted != NULL && logs->trusted[0] != NULL,
		.safe_point = safe_point, .archive = archive, .self = g,
		.reading = plan->progress != NULL ? reading : NULL };

	g->fold_plan = (struct fold_plan){ .site = g->c->site,
		.n_sites = plan->n_sites, .sealed = g->c->sealed,
		.trusted = logs->trusted, .only = logs->only, .lists = plan->lists,
		.keys = db_keys(plan->db), .now_s = plan->now_s };
	g->folds.window_s = g->c->window_s;
	if (!folds_open(&g->folds, &g->fold_plan, plan->threads, err) ||
	    !crew_open(g->folds.sink, plan->threads, &g->crew, err))
		return false;
	in.crew = g->crew;
	return ingest_open(&in, &g->in, err);
}

static void
group_close(struct group *g)
{
	ingest_close(g->in);
	crew_close(g->crew);
	folds_close(&g->folds);
	mem_free(g->outcome);
}

static void
tell(struct counting *c, const char *path, enum ingest_result result,
    const struct err *why)
{
	struct progress *p = c->plan.progress;

	c->files++;
	/* Of these nothing is said, unless it is wanted. */
	if (p != NULL && (p->verbose || (result != INGEST_COUNTED &&
	    result != INGEST_UNCHANGED && result != INGEST_COPY)))
		progress_hide(p);
	if (c->plan.tell != NULL)
		c->plan.tell(c->plan.self, path, result, why);
}

static bool
count_file(struct group *g, size_t i, struct err *err)
{
	const struct counting_file *f = &g->file[i];
	struct counting *c = g->c;
	struct progress *p = c->plan.progress;
	struct err why = { 0 };

	if (p != NULL)
		progress_file(p, f->path);
	ingest_upto(g->in, f->upto);
	if (!ingest_file(g->in, f->path, c->plan.complete || !f->live,
	    &g->outcome[i], &why)) {
		*err = why;
		return false;
	}
	if (p != NULL)
		progress_file_end(p);
	tell(c, f->path, g->outcome[i].result, &why);
	crew_wait(g->crew);
	return safe_point(g, err);
}

/* One that was read beside others. */
static void
tell_file(struct group *g, size_t i)
{
	const char *path = g->file[i].path;
	struct err none = { 0 };

	if (g->c->plan.progress != NULL)
		progress_done(g->c->plan.progress, path);
	tell(g->c, path, g->outcome[i].result, &none);
}

/* Told of in their order, whatever was read first. */
static bool
count_files(struct group *g, struct err *err)
{
	bool whole = true;

	g->outcome = mem_new((g->n + 1) * sizeof(*g->outcome));
	for (size_t i = 0; i < g->n; i++) {
		g->outcome[i].result = INGEST__MAX; /* not read yet */
		whole = whole && g->file[i].upto == 0;
	}
	if (whole && !group_abreast(g, err))
		return false;
	for (size_t i = 0; i < g->n; i++)
		if (g->outcome[i].result != INGEST__MAX)
			tell_file(g, i);
		else if (!count_file(g, i, err))
			return false;
	return group_commit(g, true, err);
}

bool
counting_group(struct counting *c, const struct counting_logs *logs,
    struct err *err)
{
	struct group g = { .c = c, .id = logs->id, .file = logs->file,
		.n = logs->n };
	bool good = group_open(&g, logs, err) &&
	    count_files(&g, err);

	group_close(&g);
	if (c->plan.progress != NULL)
		progress_hide(c->plan.progress);
	return good || err_add(err, "log group %s", logs->id);
}

/* SPDX-License-Identifier: MIT */
#include "cli/counting.h"

#include <stdlib.h>
#include <sys/stat.h>

#include "aggregate/derive.h"
#include "aggregate/fold.h"
#include "aggregate/seal.h"
#include "cli/run_lists.h"
#include "common/mem.h"
#include "store/merge.h"
#include "store/parts.h"
#include "store/patterns.h"
#include "store/uniques.h"

/* What all folds may hold before it is packed, and what may be packed before a commit. */
enum { PACK_BYTES = 40 * 1024 * 1024, COMMIT_BYTES = 48 * 1024 * 1024 };

struct counting {
	struct counting_plan plan;
	struct store_site *store;  /* by site */
	const struct site **site;  /* likewise */
	int32_t *sealed;
	int64_t *window_s;
	struct pool *pool;         /* by site; in use while held */
	bool held;
	uint64_t lines;
	size_t files;
};

/* What lives for one group. */
struct group {
	struct counting *c;
	const char *id;
	struct fold_plan fold_plan;
	struct fold **fold;
	struct hit_sink *sink;
	struct crew *crew;
	struct ingest *in;
	struct packed packed; /* of all folds, not yet stored */
	const struct counting_file *file; /* n of them, and what came of each */
	size_t n;
	struct ingest_outcome *outcome;
};

bool
counting_open(const struct counting_plan *plan, struct counting **out,
    struct err *err)
{
	struct counting *c = mem_new(sizeof(*c));
	bool good = db_begin(plan->db, err);

	c->plan = *plan;
	c->store = mem_new(plan->n_sites * sizeof(*c->store));
	c->site = mem_new(plan->n_sites * sizeof(struct site *));
	c->sealed = mem_new(plan->n_sites * sizeof(*c->sealed));
	c->window_s = mem_new(plan->n_sites * sizeof(*c->window_s));
	c->pool = mem_new(plan->n_sites * sizeof(*c->pool));
	for (size_t i = 0; good && i < plan->n_sites; i++) {
		c->site[i] = &plan->site[i];
		c->window_s[i] = plan->site[i].online_window_s;
		good = sites_open(plan->db, &plan->site[i], true,
		    &c->store[i], err);
		c->sealed[i] = c->store[i].sealed;
	}
	if (!good || !db_commit(plan->db, err)) {
		db_rollback(plan->db);
		counting_close(c);
		return false;
	}
	*out = c;
	return true;
}

void
counting_close(struct counting *c)
{
	if (c == NULL)
		return;
	for (size_t i = 0; i < c->plan.n_sites; i++)
		pool_close(&c->pool[i]);
	mem_free(c->pool);
	mem_free(c->store);
	mem_free(c->site);
	mem_free(c->sealed);
	mem_free(c->window_s);
	mem_free(c);
}

const struct store_site *
counting_site(const struct counting *c, size_t i)
{
	return &c->store[i];
}

uint64_t
counting_lines(const struct counting *c)
{
	return c->lines;
}

size_t
counting_files(const struct counting *c)
{
	return c->files;
}

/* What all folds kept, as parts: it is united on the way. */
static void
pack(struct group *g)
{
	size_t n = g->c->plan.threads;
	struct partial **p = mem_new(n * sizeof(*p));

	for (size_t i = 0; i < n; i++) {
		p[i] = fold_kept(g->fold[i]);
		packed_move(&g->packed, fold_packed(g->fold[i]));
	}
	packed_add(&g->packed, &(struct packed_from){ p, n, n,
	    g->c->window_s });
	for (size_t i = 0; i < n; i++)
		partial_shed(p[i]);
	mem_free(p);
}

/* ---- transactions ---- */

static bool
begin(struct counting *c, struct err *err)
{
	return c->held || db_begin(c->plan.db, err);
}

static bool
end(struct counting *c, bool good, struct err *err)
{
	if (good && (c->held || db_commit(c->plan.db, err)))
		return true;
	db_rollback(c->plan.db);
	c->held = false;
	return false;
}

bool
counting_hold(struct counting *c, struct err *err)
{
	if (!db_begin(c->plan.db, err))
		return false;
	c->held = true;
	for (size_t i = 0; i < c->plan.n_sites; i++)
		c->store[i].pool = &c->pool[i];
	return true;
}

bool
counting_settle(struct counting *c, struct err *err)
{
	bool good = c->held;

	for (size_t i = 0; i < c->plan.n_sites; i++) {
		good = good && parts_store_pool(&c->store[i], err);
		c->store[i].pool = NULL;
	}
	c->held = false;
	return end(c, good, err);
}

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
	for (size_t i = 0; good && i < g->c->plan.threads; i++)
		good = merge_ledger(g->c->plan.db, &plan,
		    fold_kept(g->fold[i]), err);
	mem_free(id);
	return good && parts_put(g->c->store, &g->packed, err);
}

/* It is stored: what the folds hold is counted, and goes. */
static void
empty_folds(struct group *g)
{
	for (size_t i = 0; i < g->c->plan.threads; i++) {
		struct partial *p = fold_kept(g->fold[i]);

		for (size_t k = 0; k < p->ledger.n; k++) {
			const struct ledger_row *row = table_row(&p->ledger, k);

			g->c->lines += row->lines;
		}
		partial_clear(p);
	}
	packed_close(&g->packed);
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

/* Positions and contributions in one transaction.  The crew is idle. */
static bool
commit(struct group *g, bool last, struct err *err)
{
	crew_keep(g->crew);
	pack(g);
	for (size_t i = 0; i < g->c->plan.threads; i++)
		widen_times(g->in, fold_kept(g->fold[i]));
	if (!end(g->c, begin(g->c, err) && ingest_save(g->in, err) &&
	    store_folds(g, err) && (!last || note_patterns(g, err)), err))
		return false;
	empty_folds(g);
	return true;
}

static bool
safe_point(void *self, struct err *err)
{
	struct group *g = self;
	size_t bytes = 0;

	for (size_t i = 0; i < g->c->plan.threads; i++)
		bytes += fold_bytes(g->fold[i]);
	/* Parts take less room than tables, and small tables are fast. */
	if (bytes >= PACK_BYTES) {
		crew_keep(g->crew);
		pack(g);
		bytes = 0;
	}
	return bytes + g->packed.bytes < COMMIT_BYTES || commit(g, false, err);
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
		.forwarded = logs->trusted != NULL && logs->trusted[0] != NULL,
		.safe_point = safe_point, .self = g,
		.reading = plan->progress != NULL ? reading : NULL };

	g->fold_plan = (struct fold_plan){ .site = g->c->site,
		.n_sites = plan->n_sites, .sealed = g->c->sealed,
		.trusted = logs->trusted, .only = logs->only, .lists = plan->lists,
		.keys = db_keys(plan->db), .now_s = plan->now_s };
	g->fold = mem_new(plan->threads * sizeof(struct fold *));
	g->sink = mem_new(plan->threads * sizeof(*g->sink));
	for (size_t i = 0; i < plan->threads; i++) {
		if (!fold_open(&g->fold_plan, &g->fold[i], err))
			return false;
		g->sink[i] = fold_sink(g->fold[i]);
	}
	if (!crew_open(g->sink, plan->threads, &g->crew, err))
		return false;
	in.crew = g->crew;
	return ingest_open(&in, &g->in, err);
}

static void
group_close(struct group *g)
{
	ingest_close(g->in);
	crew_close(g->crew);
	for (size_t i = 0; g->fold != NULL && i < g->c->plan.threads; i++)
		fold_close(g->fold[i]);
	packed_close(&g->packed);
	mem_free(g->fold);
	mem_free(g->sink);
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

static bool
count_files(struct group *g, struct err *err)
{
	g->outcome = mem_new((g->n + 1) * sizeof(*g->outcome));
	for (size_t i = 0; i < g->n; i++)
		if (!count_file(g, i, err))
			return false;
	return commit(g, true, err);
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

bool
counting_derive(struct counting *c, struct err *err)
{
	bool good = begin(c, err);

	for (size_t i = 0; good && i < c->plan.n_sites; i++)
		good = derive_site(&c->store[i], &(struct derive_plan){
		    c->plan.lists->sources, c->plan.threads }, err);
	return end(c, good, err);
}

bool
counting_seal(struct counting *c, const int64_t *newest_s, int64_t unread_s,
    struct err *err)
{
	bool good = begin(c, err);
	int32_t last = INT32_MAX;
	int all = 0;

	for (size_t i = 0; good && i < c->plan.n_sites; i++) {
		struct seal_rules rules = { .now_s = c->plan.now_s,
			.newest_s = newest_s != NULL ? newest_s[i] : 0,
			.backfill = c->plan.backfill,
			.unread_s = unread_s };
		int sealed = 0;

		good = seal_site(&c->store[i], &rules, &sealed, err);
		c->sealed[i] = c->store[i].sealed;
		if (c->sealed[i] != SITES_NOT_SEALED && c->sealed[i] < last)
			last = c->sealed[i];
		all += sealed;
	}
	if (good && all > 0)
		good = uniques_seal(c->plan.db, last + 1, err);
	/* The log of changes may still hold the keys of what was sealed. */
	return end(c, good, err) && (all == 0 || c->held ||
	    db_checkpoint(c->plan.db, err));
}

/* SPDX-License-Identifier: MIT */
#include "cli/counting_inside.h"

#include "aggregate/derive.h"
#include "aggregate/seal.h"
#include "common/mem.h"
#include "store/parts.h"

bool
counting_open(const struct counting_plan *plan, struct counting **out,
    struct err *err)
{
	struct counting *c = mem_new(sizeof(*c));
	bool good = db_begin(plan->db, err);

	c->plan = *plan;
	c->too_heavy = UINT64_MAX;
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

bool
counting_begin(struct counting *c, struct err *err)
{
	return c->held || db_begin(c->plan.db, err);
}

bool
counting_end(struct counting *c, bool good, struct err *err)
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
	return counting_end(c, good, err);
}

bool
counting_derive(struct counting *c, struct err *err)
{
	bool good = counting_begin(c, err);

	for (size_t i = 0; good && i < c->plan.n_sites; i++)
		good = derive_site(&c->store[i], &(struct derive_plan){
		    c->plan.lists->sources, c->plan.threads }, err);
	return counting_end(c, good, err);
}

bool
counting_seal(struct counting *c, const int64_t *newest_s, int64_t unread_s,
    struct err *err)
{
	bool good = counting_begin(c, err);
	int all = 0;

	for (size_t i = 0; good && i < c->plan.n_sites; i++) {
		struct seal_rules rules = { .now_s = c->plan.now_s,
			.newest_s = newest_s != NULL ? newest_s[i] : 0,
			.backfill = c->plan.backfill,
			.unread_s = unread_s };
		int sealed = 0;

		good = seal_site(&c->store[i], &rules, &sealed, err);
		c->sealed[i] = c->store[i].sealed;
		all += sealed;
	}
	/* The log of changes may still hold the keys of what was sealed. */
	return counting_end(c, good, err) && (all == 0 || c->held ||
	    db_checkpoint(c->plan.db, err));
}

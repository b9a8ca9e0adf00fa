/* SPDX-License-Identifier: MIT */
#include "cli/evidence_history.h"

#include "store/restate.h"

static const char *
kept(struct evidence_history *h, struct span text)
{
	return arena_dup(&h->arena, text.p, text.n);
}

static void
take(void *self, const struct restatement *r)
{
	struct evidence_history *h = self;

	if (h->n == h->cap) {
		h->cap = h->cap > 0 ? 2 * h->cap : 16;
		h->restatement = mem_grow(h->restatement, h->cap,
		    sizeof(*h->restatement));
	}
	h->restatement[h->n++] = (struct evidence_restatement){ r->number,
		r->at_s, r->days, kept(h, r->reason), kept(h, r->by),
		{ r->before.visits, r->after.visits },
		{ r->before.pages, r->after.pages },
		{ r->before.hits, r->after.hits } };
}

bool
evidence_history_load(const struct store_site *s, struct period days,
    struct evidence_history *out, struct err *err)
{
	return waterfall_load(s, days, &out->waterfall, err) &&
	    ranks_load(s, &out->ranks, err) &&
	    restatement_list(s, &(struct restatement_query){ days, take, out },
	    err) && chain_head(s->db, &out->head, err);
}

void
evidence_history_tell(const struct evidence_history *h, struct evidence *e)
{
	e->waterfall = &h->waterfall;
	e->ranks = &h->ranks;
	e->restatement = h->restatement;
	e->n_restatements = h->n;
	e->head = h->head.seq > 0 ? h->head.hash : NULL;
	e->head_seq = h->head.seq;
}

void
evidence_history_close(struct evidence_history *h)
{
	mem_free(h->restatement);
	ranks_close(&h->ranks);
	arena_close(&h->arena);
	*h = (struct evidence_history){ .n = 0 };
}

/* SPDX-License-Identifier: MIT */
#include "aggregate/memo.h"

#include "aggregate/fold.h"
#include "aggregate/visitor.h"
#include "common/mem.h"

enum {
	MEMO_MAX = 256 * 1024,    /* values of a kind; then it starts anew */
	JOINED_BYTES = 4096       /* longer pairs are not remembered */
};

struct memo_referrer {
	struct hash128 id;
	uint32_t epoch, term;
};

void
memo_open(struct memo *m, const struct fold_plan *plan, uint32_t site,
    struct classify *classify)
{
	*m = (struct memo){ .plan = plan, .site = site,
		.classify = classify, .seed = plan->keys->table_seed,
		.joined = mem_new(JOINED_BYTES) };
	table_open(&m->clients, sizeof(struct memo_client),
	    sizeof(struct hash128), m->seed);
	table_hashed(&m->clients);
	table_open(&m->targets, sizeof(struct memo_target),
	    sizeof(struct hash128), m->seed);
	table_hashed(&m->targets);
	table_open(&m->referrers, sizeof(struct memo_referrer),
	    sizeof(struct hash128), m->seed);
	table_hashed(&m->referrers);
}

void
memo_close(struct memo *m)
{
	table_close(&m->clients);
	table_close(&m->targets);
	table_close(&m->referrers);
	buf_close(&m->text);
	mem_free(m->joined);
	*m = (struct memo){ 0 };
}

static void *
remembered(struct table *t, const struct hash128 *id, bool *fresh)
{
	if (t->n >= MEMO_MAX)
		table_clear(t);

	size_t before = t->n;
	void *row = table_at(t, id);

	*fresh = t->n > before;
	return row;
}

/* NULL: too long to be remembered. */
static struct memo_client *
client_of(struct memo *m, const struct hit *hit)
{
	size_t a = hit->addr.n, n = a + 1 + hit->agent.n;
	struct memo_client *c;
	struct hash128 id;
	bool fresh;

	if (n > JOINED_BYTES)
		return NULL;
	memcpy(m->joined, hit->addr.p, a);
	m->joined[a] = ' '; /* no address has one */
	if (hit->agent.n > 0)
		memcpy(m->joined + a + 1, hit->agent.p, hit->agent.n);
	id = hash_wide(m->seed, m->joined, n);
	c = remembered(&m->clients, &id, &fresh);
	if (fresh)
		c->class = classify_by_path(m->classify) ? CLASS__MAX :
		    (uint8_t)classify_class(m->classify, hit);
	return c;
}

enum class
memo_class(struct memo *m, const struct hit *hit)
{
	const struct memo_client *c = client_of(m, hit);

	if (c == NULL || c->class == CLASS__MAX)
		return classify_class(m->classify, hit);
	return (enum class)c->class;
}

static struct memo_target *
target_of(struct memo *m, const struct hit *hit)
{
	struct hash128 id = hash_wide(m->seed, hit->target.p, hit->target.n);
	struct memo_target *t;
	bool fresh;

	t = remembered(&m->targets, &id, &fresh);
	if (fresh) {
		struct hit get = *hit;

		get.method = SPAN("GET");
		get.status = 200;
		t->outcome = (uint8_t)classify_outcome(m->classify, &get);
	}
	return t;
}

enum outcome
memo_outcome(struct memo *m, const struct hit *hit)
{
	if ((hit->status != 200 && hit->status != 304) ||
	    !span_eq(hit->method, SPAN("GET")))
		return classify_outcome(m->classify, hit);
	return (enum outcome)target_of(m, hit)->outcome;
}

static uint32_t
page_term(struct memo *m, struct memo_target *t, const struct hit *hit)
{
	if (t->epoch != m->epoch) {
		buf_clear(&m->text);
		classify_page(m->classify, hit, &m->text);
		t->page = terms_at(&m->partial->terms, buf_view(&m->text));
		t->epoch = m->epoch;
	}
	return t->page;
}

static uint32_t
referrer_term(struct memo *m, const struct hit *hit)
{
	struct hash128 id = hash_wide(m->seed, hit->referrer.p,
	    hit->referrer.n);
	struct memo_referrer *r;
	bool fresh;

	if (hit->referrer.n == 0)
		return 0;
	/* A site that names no hosts takes the request's for its own. */
	if (m->plan->site[m->site]->host[0] == NULL) {
		struct hash128 host = hash_wide(m->seed + 1, hit->host.p,
		    hit->host.n);

		for (size_t i = 0; i < sizeof(id.b); i++)
			id.b[i] ^= host.b[i];
	}
	r = remembered(&m->referrers, &id, &fresh);
	if (r->epoch != m->epoch) {
		buf_clear(&m->text);
		classify_referrer(m->classify, hit, &m->text);
		r->term = terms_at(&m->partial->terms, buf_view(&m->text));
		r->epoch = m->epoch;
	}
	return r->term;
}

static void
count_page(struct partial *p, struct memo_target *t,
    const struct page_row *view)
{
	struct page_row *row;

	if (t->row_epoch == t->epoch && t->day == view->day) {
		row = table_row(&p->pages, t->row);
	} else {
		row = table_at(&p->pages, view);
		t->row = (uint32_t)(((char *)row - p->pages.row) /
		    (ptrdiff_t)sizeof(*row));
		t->row_epoch = t->epoch;
		t->day = view->day;
	}
	row->views += view->views;
	row->bytes += view->bytes;
}

static struct hash128
key_of(const struct memo *m, struct memo_client *c, const struct hit *hit)
{
	const struct fold_plan *plan = m->plan;

	if (c != NULL && c->has_key)
		return c->key;

	struct hash128 key = visitor_key(plan->keys, plan->site[m->site]->id,
	    hit);

	if (c != NULL) {
		c->key = key;
		c->has_key = 1;
	}
	return key;
}

void
memo_epoch(struct memo *m, struct partial *p, uint32_t epoch)
{
	m->partial = p;
	m->epoch = epoch;
}

void
memo_view(struct memo *m, int32_t day, const struct hit *hit)
{
	struct memo_target *t = target_of(m, hit);
	struct memo_client *c = client_of(m, hit);
	struct visitor_row visitor = { .site = m->site, .day = day,
		.key = key_of(m, c, hit) };
	struct view view = { hit->at_s, page_term(m, t, hit),
		referrer_term(m, hit) };
	struct page_row page = { m->site, day, view.page, 1, hit->bytes };

	count_page(m->partial, t, &page);
	partial_view(m->partial, &visitor, (struct view_span){ view, view, 1,
	    hit->bytes }, m->plan->site[m->site]->online_window_s);
}

/* SPDX-License-Identifier: MIT */
#include "aggregate/memo.h"

#include "aggregate/fold.h"
#include "aggregate/visitor.h"
#include "common/mem.h"

enum { MEMO_MAX = 256 * 1024 }; /* values of a kind; then it starts anew */

/* A client is an address and an agent. */
struct client {
	struct hash128 id;
	struct hash128 key; /* the visitor's, once has_key */
	uint8_t class;      /* CLASS__MAX: it depends on the path, too */
	uint8_t has_key;
};

struct target {
	struct hash128 id;
	uint32_t epoch, page; /* term of the partial */
	uint32_t row_epoch, row; /* row of the partial's pages, for that day */
	int32_t day;
	uint8_t outcome; /* of a GET with 200 or 304 */
};

struct referrer {
	struct hash128 id;
	uint32_t epoch, term;
};

static void
open_table(struct table *t, size_t row_bytes, uint64_t seed)
{
	table_open(t, row_bytes, sizeof(struct hash128), seed);
	table_hashed(t);
}

void
memo_open(struct memo *m, const struct fold_plan *plan, uint32_t site,
    struct classify *classify)
{
	*m = (struct memo){ .plan = plan, .site = site,
		.classify = classify, .seed = plan->keys->table_seed };
	open_table(&m->clients, sizeof(struct client), m->seed);
	open_table(&m->targets, sizeof(struct target), m->seed);
	open_table(&m->referrers, sizeof(struct referrer), m->seed);
}

void
memo_close(struct memo *m)
{
	table_close(&m->clients);
	table_close(&m->targets);
	table_close(&m->referrers);
	buf_close(&m->text);
	*m = (struct memo){ 0 };
}

void
memo_epoch(struct memo *m, struct partial *p, uint32_t epoch)
{
	m->partial = p;
	m->epoch = epoch;
}

void
memo_batch(struct memo *m)
{
	struct table *t[] = { &m->clients, &m->targets, &m->referrers };

	for (int i = 0; i < 3; i++)
		if (t[i]->n + HIT_BATCH_MAX > MEMO_MAX)
			table_clear(t[i]);
}

static void
mix(struct hash128 *to, const struct hash128 *with)
{
	for (size_t i = 0; i < sizeof(to->b); i++)
		to->b[i] ^= with->b[i];
}

void
memo_name(struct memo *m, const struct hit *hit, struct memo_hit *out)
{
	/* Two seeds: an address and an agent do not change places. */
	struct hash128 agent = hash_wide(m->seed + 1, hit->agent.p,
	    hit->agent.n);

	out->client = hash_wide(m->seed, hit->addr.p, hit->addr.n);
	mix(&out->client, &agent);
	out->target = hash_wide(m->seed, hit->target.p, hit->target.n);
	table_expect(&m->clients, &out->client);
	table_expect(&m->targets, &out->target);
}

void
memo_expect(const struct memo *m, const struct memo_hit *h)
{
	table_expect_row(&m->clients, &h->client);
	table_expect_row(&m->targets, &h->target);
}

static uint32_t
row_number(const struct table *t, const void *row)
{
	return (uint32_t)((size_t)((const char *)row - t->row) /
	    t->row_bytes);
}

/* The row of that name; *fresh: it is new. */
static void *
row_of(struct table *t, const struct hash128 *id, uint32_t *number,
    bool *fresh)
{
	size_t before = t->n;
	void *row = table_at(t, id);

	*number = row_number(t, row);
	*fresh = t->n > before;
	return row;
}

static enum class
judge_class(struct memo *m, const struct hit *hit, struct memo_hit *h)
{
	bool fresh;
	struct client *c = row_of(&m->clients, &h->client, &h->client_row,
	    &fresh);

	if (fresh)
		c->class = classify_by_path(m->classify) ? CLASS__MAX :
		    (uint8_t)classify_class(m->classify, hit);
	return c->class == CLASS__MAX ? classify_class(m->classify, hit) :
	    (enum class)c->class;
}

static enum outcome
judge_outcome(struct memo *m, const struct hit *hit, struct memo_hit *h)
{
	bool fresh;
	struct target *t = row_of(&m->targets, &h->target, &h->target_row,
	    &fresh);

	if (fresh) {
		struct hit get = *hit;

		get.method = SPAN("GET");
		get.status = 200;
		t->outcome = (uint8_t)classify_outcome(m->classify, &get);
	}
	if ((hit->status == 200 || hit->status == 304) &&
	    span_eq(hit->method, SPAN("GET")))
		return (enum outcome)t->outcome;
	return classify_outcome(m->classify, hit);
}

static struct visitor_row
visitor_of(struct memo *m, const struct hit *hit, int32_t day,
    const struct memo_hit *h)
{
	struct client *c = table_row(&m->clients, h->client_row);

	if (!c->has_key) {
		c->key = visitor_key(m->plan->keys,
		    m->plan->site[m->site]->id, hit);
		c->has_key = 1;
	}
	return (struct visitor_row){ .site = m->site, .day = day,
		.key = c->key };
}

void
memo_judge(struct memo *m, const struct hit *hit, int32_t day,
    struct memo_hit *h)
{
	h->class = judge_class(m, hit, h);
	h->outcome = judge_outcome(m, hit, h);
	if (h->class == CLASS_HUMAN && h->outcome == OUTCOME_PAGE) {
		struct visitor_row v = visitor_of(m, hit, day, h);
		const struct target *t = table_row(&m->targets,
		    h->target_row);

		table_expect(&m->partial->visitors, &v);
		if (t->row_epoch == m->epoch && t->day == day)
			__builtin_prefetch(table_row(&m->partial->pages,
			    t->row));
	}
}

static uint32_t
page_term(struct memo *m, struct target *t, const struct hit *hit)
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
	struct referrer *r;
	uint32_t number;
	bool fresh;

	if (hit->referrer.n == 0)
		return 0;
	/* A site that names no hosts takes the request's for its own. */
	if (m->plan->site[m->site]->host[0] == NULL) {
		struct hash128 host = hash_wide(m->seed + 1, hit->host.p,
		    hit->host.n);

		mix(&id, &host);
	}
	r = row_of(&m->referrers, &id, &number, &fresh);
	if (r->epoch != m->epoch) {
		buf_clear(&m->text);
		classify_referrer(m->classify, hit, &m->text);
		r->term = terms_at(&m->partial->terms, buf_view(&m->text));
		r->epoch = m->epoch;
	}
	return r->term;
}

static void
count_page(struct memo *m, struct target *t, const struct page_row *view)
{
	struct table *pages = &m->partial->pages;
	struct page_row *row;

	if (t->row_epoch == m->epoch && t->day == view->day) {
		row = table_row(pages, t->row);
	} else {
		row = table_at(pages, view);
		t->row = row_number(pages, row);
		t->row_epoch = m->epoch;
		t->day = view->day;
	}
	row->views += view->views;
	row->bytes += view->bytes;
}

void
memo_view(struct memo *m, const struct hit *hit, int32_t day,
    const struct memo_hit *h)
{
	struct target *t = table_row(&m->targets, h->target_row);
	struct visitor_row visitor = visitor_of(m, hit, day, h);
	struct view view = { hit->at_s, page_term(m, t, hit),
		referrer_term(m, hit) };
	struct page_row page = { m->site, day, view.page, 1, hit->bytes };

	count_page(m, t, &page);
	partial_view(m->partial, &visitor, (struct view_span){ view, view, 1,
	    hit->bytes }, m->plan->site[m->site]->online_window_s);
}
